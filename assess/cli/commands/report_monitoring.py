"""`assess report monitoring`: a half-year sheet for each unit with a target table."""

from typing import TYPE_CHECKING

from assess.cli.report_options import report_of_a_year

if TYPE_CHECKING:
    from assess.services.reporting import Order, Report
    from assess.services.source import Source

_HELP = """半年监控表：每个单位一份，PDF和Excel；不计分。

有半年资金执行、每个指标的半年指标值、实际完成值、状态和偏差原因，各种状态的项数。数据文件要写 stage: half_year。"""


@report_of_a_year("monitoring", _HELP, "生成半年监控表")
def command(source: "Source", order: "Order") -> "Report":
    """Watch and write."""
    from assess.services.reporting import report_monitoring

    return report_monitoring(source, order)
