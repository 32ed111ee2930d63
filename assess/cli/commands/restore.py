"""`assess restore`: a backup in the place of the database."""

from datetime import datetime
from pathlib import Path

import click

from assess.cli.database_options import database_option
from assess.cli.options import quiet_option
from assess.cli.program import Command

_HELP = """用备份恢复数据库；备份先经过核对。

本文件夹里还没有数据库时，恢复成“考核.db”（或 --database 写明的文件）。
已有的数据库只在加了 --force 时才被换掉，换下的那份带着日期保留在“备份”文件夹里。
换电脑时也这样做：在新电脑上建一个文件夹，把备份恢复到里面。"""


@click.command("restore", cls=Command, help=_HELP)
@click.argument("backup", metavar="备份文件", type=click.Path(path_type=Path), help="assess backup 做的文件")
@database_option
@click.option("--force", is_flag=True, help="换掉已有的数据库（原来的会保留）")
@quiet_option
def command(*, backup: Path, database: str | None, force: bool, quiet: bool) -> None:
    """Restore, and say what was kept and what the database lacks."""
    from assess.cli.screen import say, screen
    from assess.services.cycles.locating import databases_in
    from assess.services.upkeep.restoring import place_for, restore

    path = place_for(database, Path(), backup)
    restored = restore(backup, path, datetime.now().astimezone(), force=force)
    errors = screen(errors=True)
    for problem in restored.problems:
        say(errors, str(problem))
    if quiet:
        return
    console = screen()
    if restored.replaced is not None:
        say(console, f"换下的数据库保留在 {restored.replaced}")
    say(console, f"已恢复到 {restored.database.name}")
    if restored.is_old:
        say(console, "它是旧版本程序建立的，请再运行 assess db upgrade。")
    if backup.resolve() in databases_in(path.resolve().parent):
        say(console, "备份文件与数据库在同一个文件夹里，请把备份移到别处，免得混淆。")
