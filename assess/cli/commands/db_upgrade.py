"""`assess db upgrade`: a database of an older version in today's form."""

from datetime import datetime
from pathlib import Path

import click

from assess.cli.database_options import database_option
from assess.cli.options import quiet_option
from assess.cli.program import Command

_HELP = """把旧版本程序建立的数据库升级到这个版本的样子，数据一项不少。

先在数据库旁边的“备份”文件夹里做一份带日期的备份，核对无误后才升级；升级中途出错则全部不变。
服务器上的数据库请管理员先备份，再加 --backed-up。新版本程序建立的数据库不能打开，请安装新版本。"""


@click.command("upgrade", cls=Command, help=_HELP)
@database_option
@click.option("--backed-up", is_flag=True, help="服务器上的数据库：管理员已经做好备份")
@quiet_option
def command(*, database: str | None, backed_up: bool, quiet: bool) -> None:
    """Upgrade, or say that there is nothing to do."""
    from assess.cli.screen import say, screen
    from assess.services.cycles.locating import found
    from assess.services.upkeep.upgrading import upgrade

    upgraded = upgrade(found(database, Path()), datetime.now().astimezone(), is_backed_up=backed_up)
    if quiet:
        return
    console = screen()
    if upgraded.is_mended:
        say(console, "修改记录的保护不在了，已重新加上。请告诉管理员：有人用别的程序改过数据库。")
    if upgraded.before == upgraded.after:
        say(console, f"数据库已经是这个版本的样子（{upgraded.after}），不用升级。")
        return
    if upgraded.backup is not None:
        say(console, f"升级前的备份：{upgraded.backup}")
    say(console, f"数据库已升级：{upgraded.before} → {upgraded.after}。")
