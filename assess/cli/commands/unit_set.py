"""`assess unit set`: something else is said of a unit."""

from typing import Any

import click

from assess.cli.database_options import Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.entry_options import unit_argument
from assess.cli.options import day_option
from assess.cli.program import Command
from assess.cli.unit_options import unit_words

_HELP = """改一个单位的负责人、联系人、次序、类型、指标表、属性，或写明今年不参加、
不定等次的原因。

assess unit set 二级学院甲 --head 王五 --contact 赵六
assess unit set 二级学院甲 --absent 新成立，不满一年
年内换了负责人的，写从哪一天起，原来的也记下：
assess unit set 二级学院甲 --head 王五 --from 2019-03-01
没有写的保持原样；写 '' 就清除，如 --absent '' 又参加了。
改名称用 assess unit rename，撤并用 assess unit merge。"""


@click.command("set", cls=Command, help=_HELP)
@unit_argument
@unit_words
@day_option("--from", "changed", help_text="从哪一天起变更，如 2019-03-01；写了就记下原来的负责人、简称、指标表")
@writer_options
@cycle_option
@database_option
def command(
    *,
    unit: str,
    said: dict[str, Any],
    attributes: dict[str, str],
    changed: str,
    writer: Writer,
    cycle: str | None,
    database: str | None,
) -> None:
    """Describe it, and say what that changed."""
    from assess.cli.views.entered import report_step
    from assess.services.cycles.units.describing import describe_unit
    from assess.services.cycles.units.words import UnitWords

    words = UnitWords(attributes=attributes, **said)
    if words == UnitWords():
        raise click.UsageError("没有写要改什么，如 --head 王五。", click.get_current_context())
    report_step(describe_unit(*chosen(database, cycle), unit, words, writer.act("unit set"), changed))
