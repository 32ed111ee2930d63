"""`assess attachment`: files that prove what was entered."""

import click

from assess.cli.program import LazyGroup

_HERE = "assess.cli.commands"


@click.command(
    "attachment",
    cls=LazyGroup,
    help="附件：证明填报的文件（扫描件、名册、证书），存进数据库。",
    lazy={
        "add": (f"{_HERE}.attachment_add", "给一个填过的值附一个文件"),
        "list": (f"{_HERE}.attachment_list", "列出附件"),
        "save": (f"{_HERE}.attachment_save", "把一个附件另存成文件"),
        "remove": (f"{_HERE}.attachment_remove", "去掉一个附件"),
    },
)
def command() -> None:
    """Commands about attached files."""
