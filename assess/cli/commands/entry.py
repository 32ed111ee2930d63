"""`assess entry`: single values of a cycle."""

import click

from assess.cli.program import LazyGroup

_HERE = "assess.cli.commands"


@click.command(
    "entry",
    cls=LazyGroup,
    help="填报：考核周期里的一个个值，谁在何时填的、改的。",
    lazy={
        "set": (f"{_HERE}.entry_set", "填一个值，或一个指标的几个值"),
        "add": (f"{_HERE}.entry_add", "在清单里登记一项成果或事件"),
        "move": (f"{_HERE}.entry_move", "把清单里的一项移到另一个单位"),
        "clear": (f"{_HERE}.entry_clear", "清除填过的值"),
        "show": (f"{_HERE}.entry_show", "列出一个单位要填什么、填了什么"),
        "history": (f"{_HERE}.entry_history", "列出修改记录：谁在何时把什么改成什么，为什么"),
        "confirm": (f"{_HERE}.entry_confirm", "列出提醒；核对无误的，写明理由确认"),
    },
)
def command() -> None:
    """Commands about entered values."""
