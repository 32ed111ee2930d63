"""`assess unit import`: an office's own list of its units, first to look at, then into the cycle."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli.database_options import Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.ending import DATA_ERROR
from assess.cli.options import format_option
from assess.cli.paper_options import paper_options
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.storage.acts import Paper

_HELP = """把现成的单位名单（.xlsx、.xls、.et、.ods、.csv 或 .docx）导入考核周期。列名照原来的就行：
单位名称（或部门、院系），简称，单位类型（或类别），指标表，负责人，联系人，次序，原名，
以及方案里的单位属性。“序号”只当行号，新单位按表里的先后排。

先列出会加入和改动的单位、没写而按名称定下的类型和指标表，什么也不写；核对后加 --apply 导入。
已有的单位按名称、简称或原名认出，不会重复；空着的格不清除原来的内容。
有一处不对就一行也不导入。
例如：assess unit import 单位名单.xlsx --apply --by 张三"""


@click.command("import", cls=Command, help=_HELP)
@click.argument("file", metavar="名单", type=click.Path(path_type=Path), help="办公室自己的单位名单")
@click.option("--apply", "applied", is_flag=True, help="导入；不加就只列出不同")
@format_option("table", "json")
@paper_options
@writer_options
@cycle_option
@database_option
def command(
    *,
    file: Path,
    applied: bool,
    form: str,
    paper: "Paper | None",
    writer: Writer,
    cycle: str | None,
    database: str | None,
) -> int:
    """Say what is new, and import it if that is wanted."""
    from assess.services.cycles.units.importing import import_units

    report = import_units(*chosen(database, cycle), file, writer.act("unit import", paper), apply=applied)
    if form == "json":
        from assess.cli.views.roster import as_document
        from assess.ground.json_text import json_text

        click.echo(json_text(as_document(report)))
    else:
        from assess.cli.views.roster import show_roster

        show_roster(report, file.name)
    return DATA_ERROR if report.failed else 0
