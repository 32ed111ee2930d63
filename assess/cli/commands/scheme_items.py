"""`assess scheme items`: the part of a scheme that an office changes in a workbook."""

import click

from assess.cli.program import LazyGroup

_HERE = "assess.cli.commands"


@click.command(
    "items",
    cls=LazyGroup,
    help="用Excel修改方案里每年要变的部分：部门主要工作、印出的总分、名额。",
    lazy={
        "export": (f"{_HERE}.scheme_items_export", "导出成Excel工作簿"),
        "import": (f"{_HERE}.scheme_items_import", "把改好的工作簿导入方案"),
    },
)
def command() -> None:
    """Commands about the workbook."""
