"""`assess backup`: a copy of the database, read through before it is kept."""

from datetime import datetime
from pathlib import Path

import click

from assess.cli.database_options import database_option
from assess.cli.options import quiet_option
from assess.cli.program import Command

_HELP = """备份数据库：做一份带日期的副本，核对无误后才保留。

默认放在数据库旁边的“备份”文件夹里；备份是一个单独的文件，可以复制到U盘上。别人正在使用时也可以备份。
用 assess restore 恢复。服务器上的数据库由管理员备份。"""


@click.command("backup", cls=Command, help=_HELP)
@database_option
@click.option("--to", type=click.Path(path_type=Path), metavar="位置", help="放到这个文件夹，或写明 .db 结尾的新文件名")
@quiet_option
def command(*, database: str | None, to: Path | None, quiet: bool) -> None:
    """Make a backup and say where it is."""
    from assess.cli.screen import say, screen
    from assess.services.cycles.locating import found
    from assess.services.upkeep.backing_up import back_up

    path = back_up(found(database, Path()), to, datetime.now().astimezone())
    if not quiet:
        say(screen(), f"已备份到 {path}")
