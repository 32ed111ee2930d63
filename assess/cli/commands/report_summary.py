"""`assess report summary`: all units of a list on one page with charts."""

from typing import TYPE_CHECKING

from assess.cli.report_options import report_of_a_year

if TYPE_CHECKING:
    from assess.services.reporting import Order, Report
    from assess.services.source import Source

_HELP = """一页汇总（A4横向），PDF和Excel：全部单位的预算、执行率、各部分得分率、总分和等次，带图。

只有一个单位的，列出它的各部分。半年的数据（stage: half_year）列出各种状态的项数和执行率，不计分。"""


@report_of_a_year("summary", _HELP, "生成汇总表")
def command(source: "Source", order: "Order") -> "Report":
    """Score or watch, and write."""
    from assess.services.reporting import report_summary

    return report_summary(source, order)
