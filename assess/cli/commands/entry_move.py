"""`assess entry move`: a row of a list goes to another unit."""

from typing import TYPE_CHECKING

import click

from assess.cli.database_options import WORDS, Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.entry_options import named_value
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.cycles.values.named import Named

_HELP = """把清单里的一项成果或事件移到另一个单位，如撤并以后由承接的单位计分。

assess entry move 商学院 K1.1a --record 2 --to 信息工程学院 --reason 3月5日党委会决定
移到那个单位同一张清单的最后；原单位后面的各项往前移一位。
两边的改动都留在修改记录里。"""


@click.command("move", cls=Command, help=_HELP)
@named_value
@click.option("--to", "to", type=WORDS, required=True, metavar="单位", help="移到哪个单位：编号、全称、简称或曾用名")
@writer_options
@cycle_option
@database_option
def command(*, named: "Named", to: str, writer: Writer, cycle: str | None, database: str | None) -> None:
    """Move it, and say what that changed."""
    from assess.cli.views.entered import report_step
    from assess.services.cycles.values.moving import move_row

    found, code = chosen(database, cycle)
    report_step(move_row(found, code, named, to, writer.act("entry move")))
