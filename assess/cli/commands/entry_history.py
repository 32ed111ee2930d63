"""`assess entry history`: who changed what."""

from typing import TYPE_CHECKING

import click

from assess.cli.counting import COUNTING
from assess.cli.database_options import chosen, cycle_option, database_option, viewer_option
from assess.cli.options import format_option
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.cycles.past import PastValue

#: Changes on a terminal where nobody says how many.
_USUAL = 50

_HELP = """列出修改记录，最近的在前：谁在何时把什么从什么改成什么，为什么，从哪个文件。

assess entry history
assess entry history 二级学院甲
assess entry history 二级学院甲 K3.1
修改记录只增不减：改错了再改一次，两次都在。"""


@click.command("history", cls=Command, help=_HELP)
@click.argument("unit", metavar="[单位]", required=False, default="", help="单位编号、全称、简称或曾用名")
@click.argument("item", metavar="[指标]", required=False, default="", help="指标或部分的编号或名称")
@click.option("--most", type=COUNTING, metavar="条数", help=f"最多列几条；屏幕上默认{_USUAL}条，JSON和CSV默认全部")
@format_option("table", "json", "csv")
@cycle_option
@database_option
@viewer_option
def command(
    *, unit: str, item: str, most: int | None, form: str, cycle: str | None, database: str | None, viewer: str
) -> None:
    """List them."""
    from assess.services.cycles.past import ALL, past_of

    wanted = most or (_USUAL if form == "table" else ALL)
    changes = past_of(*chosen(database, cycle), unit, item, most=wanted + 1, viewer=viewer)
    _print(changes[:wanted], form, more=len(changes) > wanted)


def _print(changes: "list[PastValue]", form: str, *, more: bool) -> None:
    if form == "json":
        from assess.cli.views.past_document import as_document
        from assess.ground.json_text import json_text

        click.echo(json_text(as_document(changes)))
    elif form == "csv":
        import sys

        from assess.cli.views.past_sheet import as_csv

        sys.stdout.buffer.write(as_csv(changes))
    else:
        from assess.cli.screen import screen
        from assess.cli.views.past import show_past

        show_past(screen(), changes, more=more)
