"""`assess db check`: whether a database holds what was written down."""

from pathlib import Path

import click

from assess.cli.database_options import database_option
from assess.cli.ending import DATA_ERROR
from assess.cli.options import quiet_option
from assess.cli.program import Command

_HELP = """检查数据库，不改动任何内容。

检查文件有没有损坏，数据之间的归属是否完整，各年的数据能否照常读出；
每个考核周期的修改记录是否一条不少、没有被改动过，现在的每一项数据是否就是最后一次修改记下的。
有问题时逐条列出，退出码为1。"""


@click.command("check", cls=Command, help=_HELP)
@database_option
@quiet_option
def command(*, database: str | None, quiet: bool) -> int:
    """Check, and say what was found."""
    from assess.cli.looking_after import warn
    from assess.cli.screen import say, screen
    from assess.services.cycles.locating import located
    from assess.services.upkeep.checking import check

    found = located(database, Path())
    checked = check(found)
    warn(found, quiet=quiet)
    console = screen()
    for problem in checked.problems:
        say(console, str(problem))
    if checked.problems:
        say(console, f"数据库“{found.name}”：发现{len(checked.problems)}处问题。", style="bold")
        return DATA_ERROR
    if not quiet:
        say(console, f"数据库“{found.name}”没有问题。")
        looked_at = f"{checked.cycles}个考核周期、{checked.values}项数据、{checked.changes}次修改"
        say(console, f"已检查{looked_at}。")
    return 0
