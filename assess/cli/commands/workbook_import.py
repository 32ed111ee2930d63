"""`assess workbook import`: sheets that came back, first to look at, then into the cycle."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli.database_options import Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.ending import DATA_ERROR
from assess.cli.options import format_option
from assess.cli.paper_options import paper_options
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.workbooks.importing import Choice
    from assess.storage.acts import Paper

_HELP = """收回填好的表：文件，或整个文件夹（不写就是“收回”文件夹）。文件可以改名，几个部门的表可以合在一个工作簿里。

先列出与数据库的不同：新填、改动、清除、更正（同一部门后交的）、冲突（发出以后别人改过的），
以及每一处错误；什么也不写。看过没有问题，再加 --apply 导入，要么全部导入，要么一格也不导入。
例如：assess workbook import 收回 --apply --by 张三"""


@click.command("import", cls=Command, help=_HELP)
@click.argument("paths", metavar="[文件或文件夹]...", nargs=-1, type=click.Path(path_type=Path), help="填好的表")
@click.option("--apply", "applied", is_flag=True, help="导入；不加就只列出不同")
@click.option(
    "--conflicts",
    type=click.Choice(("returned", "kept")),
    help="有冲突的：returned 以表为准，kept 保留数据库里现在的",
)
@click.option("--all", "everything", is_flag=True, help="逐条全部列出，不省略")
@click.option("--strict", is_flag=True, help="有新的提醒或冲突时以退出码1结束，不导入")
@format_option("table", "json", "csv")
@paper_options
@writer_options
@cycle_option
@database_option
def command(  # noqa: PLR0913 an option each
    *,
    paths: tuple[Path, ...],
    applied: bool,
    conflicts: "Choice | None",
    everything: bool,
    strict: bool,
    form: str,
    paper: "Paper | None",
    writer: Writer,
    cycle: str | None,
    database: str | None,
) -> int:
    """Say what is new, and import it if that is wanted."""
    from assess.services.workbooks.importing import INBOX, Order, import_books

    found, code = chosen(database, cycle)
    order = Order(paths or (Path(INBOX),), apply=applied, conflicts=conflicts, strict=strict)
    report = import_books(found, code, order, writer.act("workbook import", paper))
    if form == "json":
        from assess.cli.views.returned_document import as_document
        from assess.ground.json_text import json_text

        click.echo(json_text(as_document(report)))
    elif form == "csv":
        from assess.cli.views.returned_document import as_csv

        sys.stdout.buffer.write(as_csv(report))
    else:
        from assess.cli.views.returned import show_report

        show_report(report, everything=everything, wanted=applied)
    return DATA_ERROR if report.failed or (strict and report.is_doubtful) else 0
