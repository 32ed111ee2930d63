"""`assess duty export`: the duties as a sheet to be filled in."""

from pathlib import Path

import click

from assess.cli.database_options import chosen, cycle_option, database_option
from assess.cli.program import Command

_HELP = """把考核分工导出成一张表：.xlsx 用Excel、WPS或LibreOffice修改，或 .csv。

还没有分工的章节也列出来，填好后用 assess duty import 导入。"""


@click.command("export", cls=Command, help=_HELP)
@click.argument("path", metavar="文件", type=click.Path(path_type=Path), help="写到哪个文件，如 考核分工.xlsx")
@click.option("--force", is_flag=True, help="已有同名的文件也覆盖")
@cycle_option
@database_option
def command(*, path: Path, force: bool, cycle: str | None, database: str | None) -> None:
    """Write the sheet."""
    from assess.cli.screen import say, screen
    from assess.services.cycles.duties.sheets import export_duties

    found, code = chosen(database, cycle)
    count = export_duties(found, code, path, force=force)
    say(screen(), f"已写出 {path}：{count}项分工，还没有分工的章节也列在里面。")
