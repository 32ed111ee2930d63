"""`assess init`: the office's database."""

import click

from assess.cli.database_options import database_option
from assess.cli.program import Command

_HELP = """建立考核数据库：一所学校建一个，各年的考核都放在里面。

同时建好文件夹“发出”“收回”“打印”“备份”，和双击打开数字菜单的文件；已有的不动。
默认建在当前文件夹，名叫 考核.db；以后在这个文件夹里运行各个命令，就用它。
用服务器（PostgreSQL）的，先由管理员建好空的数据库，再用 --database 写明地址。
已有的数据库不会被改动。"""


@click.command("init", cls=Command, help=_HELP)
@database_option
def command(*, database: str | None) -> None:
    """Make the database and the office's folder, and say what comes next."""
    make(database)


def make(database: str | None) -> None:
    """The same for whoever runs it from the menu."""
    from pathlib import Path

    from assess.cli.looking_after import warn
    from assess.cli.screen import say, screen
    from assess.services.cycles.office_folder import FOLDERS, furnish
    from assess.services.cycles.setting_up import set_up

    made = set_up(database, Path())
    warn(made, quiet=False)
    console = screen()
    say(console, f"已建立考核数据库 {made.name}。")
    if furnish(Path()):
        say(console, f"已建好文件夹：{'、'.join(f'{name}（{what}）' for name, what in FOLDERS.items())}。")
        say(console, "双击“打开考核.bat”（Linux上是“打开考核.sh”）是数字菜单，不用打命令。")
    say(console, "下一步：开始一个考核周期，例如")
    say(console, "assess cycle open --scheme lianyungang-2018 --by 姓名", indent=2)
    say(console, "方案的编号用 assess scheme list 查看；本校自己的方案，写它的文件夹。")
