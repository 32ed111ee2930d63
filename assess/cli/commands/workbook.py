"""`assess workbook`: the year on sheets that departments fill in."""

import click

from assess.cli.program import LazyGroup

_HERE = "assess.cli.commands"


@click.command(
    "workbook",
    cls=LazyGroup,
    help="填报表：写出工作簿发给部门，收回来先看有什么不同，再导入。",
    lazy={
        "export": (f"{_HERE}.workbook_export", "写出填报表，每个部门一个，或只写一个范围"),
        "import": (f"{_HERE}.workbook_import", "收回填好的表：先列出不同，--apply 才导入"),
        "list": (f"{_HERE}.workbook_list", "列出各部门的表到哪一步：未发、已发、已收、已核对、已锁"),
        "check": (f"{_HERE}.workbook_check", "记下一个部门的表已核对"),
        "lock": (f"{_HERE}.workbook_lock", "锁定一个部门的表：以后改动要有更正单"),
        "unlock": (f"{_HERE}.workbook_unlock", "解锁"),
    },
)
def command() -> None:
    """Commands about sheets to be filled in."""
