"""`assess duty`: who is responsible for what in a cycle."""

import click

from assess.cli.program import LazyGroup

_HERE = "assess.cli.commands"


@click.command(
    "duty",
    cls=LazyGroup,
    help="考核分工：哪个指标由哪个部门牵头、谁评分、什么时候交。",
    lazy={
        "list": (f"{_HERE}.duty_list", "列出考核分工"),
        "set": (f"{_HERE}.duty_set", "定一项分工，或中途改"),
        "clear": (f"{_HERE}.duty_clear", "去掉一项分工"),
        "export": (f"{_HERE}.duty_export", "把考核分工导出成一张表（XLSX或CSV）"),
        "import": (f"{_HERE}.duty_import", "导入一张分工表"),
    },
)
def command() -> None:
    """Commands about duties."""
