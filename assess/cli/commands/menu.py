"""`assess menu`: the numbered menu."""

import click

from assess.cli.program import Command

_HELP = """数字菜单：打开年度、单位名单、发出表格、收回表格、看缺项、计算、打印、备份，输入数字就行。

在有考核数据库的文件夹里，不带任何参数运行 assess，也是这个菜单；双击“打开考核”也是。"""


@click.command("menu", cls=Command, help=_HELP)
def command() -> int:
    """Run it in this folder; without a database there it offers to make one."""
    import os
    from pathlib import Path

    from assess.cli.database_options import DATABASE_VARIABLE
    from assess.cli.menu.asking import confirmed
    from assess.cli.menu.running import run_menu
    from assess.services.cycles.locating import databases_in

    if not os.environ.get(DATABASE_VARIABLE) and not databases_in(Path()):
        click.echo("这个文件夹里还没有考核数据库。")
        if not confirmed("在这里建立吗"):
            return 0
        from assess.cli.commands.init import make

        make(None)
    return run_menu()
