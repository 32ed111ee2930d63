"""`assess unit merge`: a unit becomes a part of another one."""

import click

from assess.cli.database_options import WORDS, Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.entry_options import unit_argument
from assess.cli.options import day_option
from assess.cli.program import Command

_HELP = """把一个单位并入另一个，从某一天起。

assess unit merge 基础课教学部 --into 思想政治教学部 --from 2019-03-01
并入的单位从那天起不再考核，填过的都还在；那天以后的成果算并入后的单位的。
分成几个单位的，--into 写几次。"""


@click.command("merge", cls=Command, help=_HELP)
@unit_argument
@click.option("--into", type=WORDS, multiple=True, required=True, metavar="单位", help="并入哪个单位；可写多次")
@day_option("--from", "since", help_text="从哪一天起，如 2019-03-01", required=True)
@writer_options
@cycle_option
@database_option
def command(
    *,
    unit: str,
    into: tuple[str, ...],
    since: str,
    writer: Writer,
    cycle: str | None,
    database: str | None,
) -> None:
    """Merge it, and say what that changed."""
    from assess.cli.views.entered import report_step
    from assess.services.cycles.units.merging import merge_unit

    report_step(merge_unit(*chosen(database, cycle), unit, into, since, writer.act("unit merge")))
