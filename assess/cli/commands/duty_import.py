"""`assess duty import`: a sheet of duties into a cycle."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli.database_options import Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.paper_options import paper_options
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.storage.acts import Paper

_HELP = """导入一张分工表（.xlsx、.csv 或 .docx）：第一行的列名有“指标”和“牵头部门”，
还可以有“评分人”“截止日期”“自…起”“原因”。

有一处不对就一行也不导入，并逐格列出错误。表里没有的分工保持原样。
例如：assess duty import 考核分工.xlsx --by 张三"""


@click.command("import", cls=Command, help=_HELP)
@click.argument("file", metavar="分工表", type=click.Path(path_type=Path), help="如由 duty export 导出、改好的文件")
@paper_options
@writer_options
@cycle_option
@database_option
def command(*, file: Path, paper: "Paper", writer: Writer, cycle: str | None, database: str | None) -> None:
    """Import, and say how much was new."""
    from assess.cli.screen import say, screen
    from assess.services.cycles.duties.sheets import import_duties

    found, code = chosen(database, cycle)
    done = import_duties(found, code, file, writer.act("duty import", paper))
    if not done.changed:
        say(screen(), f"{file.name} 里的{len(done.duties)}项分工，考核周期 {code} 里都已经有了，没有改动。")
        return
    changed = len({one.address for one in done.changed})
    say(screen(), f"已从 {file.name} 导入考核周期 {code}：{len(done.duties)}项分工，其中{changed}项是新的或有改动。")
