"""`assess unit rename`: a unit's new name."""

import click

from assess.cli.database_options import WORDS, Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.entry_options import unit_argument
from assess.cli.options import day_option
from assess.cli.program import Command

_HELP = """给单位改名。编号不变，填过的都还在；以前的名称照样认得。

assess unit rename 科研处 科技与产业处 --from 2019-03-01
写了 --from 的，原来的名称记为曾用名，需要时印“原……”；
不写的，当作改正写错的名称。"""


@click.command("rename", cls=Command, help=_HELP)
@unit_argument
@click.argument("name", metavar="新名称", type=WORDS, help="新的全称")
@click.option("--short", type=WORDS, metavar="简称", help="新的简称；写 '' 就没有简称")
@day_option("--from", "since", help_text="从哪一天起叫新名称，如 2019-03-01")
@writer_options
@cycle_option
@database_option
def command(
    *,
    unit: str,
    name: str,
    short: str | None,
    since: str,
    writer: Writer,
    cycle: str | None,
    database: str | None,
) -> None:
    """Rename it, and say what that changed."""
    from assess.cli.views.entered import report_step
    from assess.services.cycles.units.describing import describe_unit
    from assess.services.cycles.units.words import UnitWords

    words = UnitWords(name=name, short=short)
    report_step(describe_unit(*chosen(database, cycle), unit, words, writer.act("unit rename"), since))
