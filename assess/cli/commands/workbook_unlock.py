"""`assess workbook unlock`: a step on the way of a department's sheets."""

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

_HELP = """解锁一个部门的表，要写更正单号和理由。

例如：assess workbook unlock --department 教务处 --by 张三"""


@click.command("unlock", cls=Command, help=_HELP)
@slice_options
@paper_options
@writer_options
@cycle_option
@database_option
def command(
    *, wanted: "Wanted", paper: "Paper | None", writer: Writer, cycle: str | None, database: str | None
) -> None:
    """Note it."""
    from assess.services.workbooks.slices import RETURNED

    marked(*chosen(database, cycle), wanted, RETURNED, writer.act("workbook unlock", paper))
