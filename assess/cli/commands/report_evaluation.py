"""`assess report evaluation`: a self-evaluation for each unit with a target table."""

from functools import partial
from pathlib import Path

import click

from assess.cli.options import (
    evidence_argument,
    format_option,
    quiet_option,
    reading_option,
    scheme_argument,
    strict_option,
)
from assess.cli.program import Command
from assess.cli.report_options import out_option, write

_HELP = """绩效自评表：每个单位一份，PDF和Excel。

有资金执行、预期目标和实际完成情况、每个指标的年度指标值、实际完成值、得分和偏差原因，各部分小计和总分。
数据没有填全也能打印，缺的地方印“未填”。半年的数据请用 assess report monitoring。"""


@click.command("evaluation", cls=Command, help=_HELP)
@scheme_argument
@evidence_argument
@out_option
@format_option("all", "pdf", "xlsx")
@strict_option
@reading_option
@quiet_option
def command(
    *,
    scheme: str,
    evidence: Path,
    directory: Path,
    form: str,
    strict: bool,
    readings: dict[str, str],
    quiet: bool,
) -> int:
    """Score and write."""
    from assess.services.reporting import report_evaluation
    from assess.services.source import FileSource

    make = partial(report_evaluation, FileSource(scheme, evidence))
    return write("生成绩效自评表", make, directory, form, readings, quiet=quiet, strict=strict)
