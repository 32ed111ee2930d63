"""`assess report sheets`: score sheets and tables of results."""

from typing import TYPE_CHECKING

from assess.cli.report_options import report_of_a_year

if TYPE_CHECKING:
    from assess.services.reporting import Order, Report
    from assess.services.source import Source

_HELP = """评分表：每个单位一份；每个榜一份考核结果汇总表（PDF）。

用于按指标打分的方案；按绩效目标表考核的，用 assess report evaluation。"""


@report_of_a_year("sheets", _HELP, "生成评分表", ("pdf",))
def command(source: "Source", order: "Order") -> "Report":
    """Score and write."""
    from assess.services.reporting import report_sheets

    return report_sheets(source, order)
