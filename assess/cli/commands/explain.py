"""`assess explain`: how one unit, or one of its indicators, came to its points."""

from typing import TYPE_CHECKING

import click

from assess.cli.options import quiet_option, reading_option
from assess.cli.program import Command
from assess.cli.year_source import OwnWord, year_arguments

if TYPE_CHECKING:
    from assess.cli.year_source import OpenSource

_HELP = """说明一个单位的得分是怎样来的。

只写单位时，列出它的各部分、各级指标和得分。
再写一个指标（如 K1.1a、B7、K5）或一个部分（如 民主测评），则列出依据的条款、
填报的数据、参照值和有关单位、所在的档、上限和采用的理解。
有关的缺项和提醒列在标准错误输出。"""


@click.command("explain", cls=Command, help=_HELP)
@year_arguments(
    OwnWord("unit", "单位", "单位编号、全称或简称"),
    OwnWord("indicator", "指标", "指标、上级指标或部分的编号或名称", required=False),
)
@reading_option
@quiet_option
def command(
    *,
    source: "OpenSource",
    unit: str,
    indicator: str | None,
    readings: dict[str, str],
    quiet: bool,
) -> None:
    """Score, then explain one unit."""
    from assess.cli.lookup import about, item_named, unit_named
    from assess.cli.screen import screen
    from assess.cli.views.explanation import show_item, show_unit
    from assess.cli.views.remarks import report_problems
    from assess.services.scoring import score

    outcome = score(source(), readings)
    result = unit_named(outcome, unit)
    if indicator is None:
        show_unit(screen(), result, outcome)
    else:
        show_item(screen(), indicator, result, outcome)
    if not quiet:
        item = None if indicator is None or result.status == "absent" else item_named(indicator, result, outcome)
        report_problems(problem for problem in outcome.problems if about(problem, result, item))
