"""`assess report`: the printed documents."""

import click

from assess.cli.program import LazyGroup

_HERE = "assess.cli.commands"


@click.command(
    "report",
    cls=LazyGroup,
    help="打印各种表：绩效目标表、自评表、半年监控表、一页汇总，或评分表。",
    lazy={
        "targets": (f"{_HERE}.report_targets", "绩效目标表：按方案原样印出"),
        "evaluation": (f"{_HERE}.report_evaluation", "绩效自评表：每个单位一份"),
        "monitoring": (f"{_HERE}.report_monitoring", "半年监控表：每个单位一份，不计分"),
        "summary": (f"{_HERE}.report_summary", "一页汇总：全部单位和图"),
        "sheets": (f"{_HERE}.report_sheets", "评分表：每个单位一份，每个榜一份汇总表"),
    },
)
def command() -> None:
    """Commands that write documents."""
