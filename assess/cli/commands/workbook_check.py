"""`assess workbook check`: a step on the way of a department's sheets."""

from typing import TYPE_CHECKING

import click

from assess.cli.database_options import Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.marking import marked
from assess.cli.paper_options import paper_options
from assess.cli.program import Command
from assess.cli.slice_options import slice_options

if TYPE_CHECKING:
    from assess.services.workbooks.exporting import Wanted
    from assess.storage.acts import Paper

_HELP = """记下一个部门的表已核对。核对以后再改，状态退回已收。

例如：assess workbook check --department 教务处 --by 张三"""


@click.command("check", cls=Command, help=_HELP)
@slice_options
@paper_options
@writer_options
@cycle_option
@database_option
def command(
    *, wanted: "Wanted", paper: "Paper | None", writer: Writer, cycle: str | None, database: str | None
) -> None:
    """Note it."""
    from assess.services.workbooks.slices import CHECKED

    marked(*chosen(database, cycle), wanted, CHECKED, writer.act("workbook check", paper))
