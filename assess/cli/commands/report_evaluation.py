"""`assess report evaluation`: a self-evaluation for each unit with a target table."""

from typing import TYPE_CHECKING

from assess.cli.report_options import report_of_a_year

if TYPE_CHECKING:
    from assess.services.reporting import Order, Report
    from assess.services.source import Source

_HELP = """绩效自评表：每个单位一份，PDF和Excel。

有资金执行、预期目标和实际完成情况、每个指标的年度指标值、实际完成值、得分和偏差原因，各部分小计和总分。
数据没有填全也能打印，缺的地方印“未填”。半年的数据请用 assess report monitoring。"""


@report_of_a_year("evaluation", _HELP, "生成绩效自评表")
def command(source: "Source", order: "Order") -> "Report":
    """Score and write."""
    from assess.services.reporting import report_evaluation

    return report_evaluation(source, order)
