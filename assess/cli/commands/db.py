"""`assess db`: keeping the database well, each command imported when it runs."""

import click

from assess.cli.program import LazyGroup

_HERE = "assess.cli.commands"


@click.command(
    "db",
    cls=LazyGroup,
    help="检查数据库，或升级到新版本的样子。",
    lazy={
        "check": (f"{_HERE}.db_check", "检查数据库：文件、修改记录、每一项数据"),
        "upgrade": (f"{_HERE}.db_upgrade", "把旧版本程序建立的数据库升级（先备份）"),
    },
)
def command() -> None:
    """Commands about the database as such."""
