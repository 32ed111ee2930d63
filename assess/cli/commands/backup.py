"""`assess backup`: a copy of the database, read through before it is kept."""

from datetime import datetime
from pathlib import Path

import click

from assess.cli.database_options import database_option
from assess.cli.options import quiet_option
from assess.cli.program import Command

_HELP = """备份数据库：做一份带日期的副本，核对无误后才保留。

默认放在数据库旁边的“备份”文件夹里；备份是一个单独的文件，可以复制到U盘上。别人正在使用时也可以备份。
用 assess restore 恢复。服务器上的数据库由管理员备份。

用 --second-place 指定第二处（如U盘上的文件夹）以后，每次录入前后都会自动备份到那里，每天留一份。
三天没有备份成的，会提醒。"""


@click.command("backup", cls=Command, help=_HELP)
@database_option
@click.option("--to", type=click.Path(path_type=Path), metavar="位置", help="放到这个文件夹，或写明 .db 结尾的新文件名")
@click.option("--second-place", type=click.Path(path_type=Path), metavar="文件夹", help="指定第二处，并马上备份到那里")
@click.option("--no-second-place", is_flag=True, help="以后不再自动备份到第二处")
@quiet_option
def command(
    *, database: str | None, to: Path | None, second_place: Path | None, no_second_place: bool, quiet: bool
) -> None:
    """Make a backup and say where it is, or settle where the second ones go."""
    from assess.cli.looking_after import attend
    from assess.cli.screen import say, screen
    from assess.services.cycles.locating import found, located
    from assess.services.upkeep.backing_up import back_up
    from assess.services.upkeep.second_place import name_second_place

    if (to is not None) + (second_place is not None) + no_second_place > 1:
        message = "--to、--second-place、--no-second-place 只能写一个。"
        raise click.UsageError(message)
    now = datetime.now().astimezone()
    console = screen()
    if second_place is not None or no_second_place:
        made = name_second_place(located(database, Path()), second_place, now)
        if not quiet:
            said = f"以后每次录入都会备份到第二处；现在的这一份是 {made}" if made else "以后不再备份到第二处。"
            say(console, said)
        return
    meant = found(database, Path())
    path = back_up(meant, to, now)
    if not quiet:
        say(console, f"已备份到 {path}")
    attend(meant, quiet=quiet)
