"""`assess unit set`: something else is said of a unit."""

import click

from assess.cli.database_options import WORDS, Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.entry_options import unit_argument
from assess.cli.program import Command
from assess.cli.unit_options import unit_words

_HELP = """改一个单位的负责人、联系人、次序、类型、指标表、属性，或写明今年不参加的原因。

assess unit set 二级学院甲 --head 王五 --contact 赵六
assess unit set 二级学院甲 --absent 新成立，不满一年
assess unit set 二级学院甲 --takes-part                  又参加了
没有写的保持原样；写 '' 就清除。改名称用 assess unit rename。"""


@click.command("set", cls=Command, help=_HELP)
@unit_argument
@unit_words
@click.option("--absent", type=WORDS, metavar="原因", help="今年不参加考核，写明原因")
@click.option("--takes-part", is_flag=True, help="参加考核，清除不参加的原因")
@writer_options
@cycle_option
@database_option
def command(  # noqa: PLR0913 an option each
    *,
    unit: str,
    said: dict[str, str | None],
    attributes: dict[str, str],
    absent: str | None,
    takes_part: bool,
    writer: Writer,
    cycle: str | None,
    database: str | None,
) -> None:
    """Describe it, and say what that changed."""
    from assess.cli.views.entered import report_step
    from assess.services.cycles.units.describing import describe_unit
    from assess.services.cycles.units.words import UnitWords

    ctx = click.get_current_context()
    if takes_part and absent:
        raise click.UsageError("--absent（不参加）和 --takes-part（参加）只写一个。", ctx)
    words = UnitWords(absent="" if takes_part else absent, attributes=attributes, **said)
    if words == UnitWords():
        raise click.UsageError("没有写要改什么，如 --head 王五。", ctx)
    report_step(describe_unit(*chosen(database, cycle), unit, words, writer.act("unit set")))
