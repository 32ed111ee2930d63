"""`assess report monitoring`: a half-year sheet for each unit with a target table."""

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

_HELP = """半年监控表：每个单位一份，PDF和Excel；不计分。

有半年资金执行、每个指标的半年指标值、实际完成值、状态和偏差原因，各种状态的项数。数据文件要写 stage: half_year。"""


@click.command("monitoring", cls=Command, help=_HELP)
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
    """Watch and write."""
    from assess.services.reporting import report_monitoring
    from assess.services.source import FileSource

    make = partial(report_monitoring, FileSource(scheme, evidence))
    return write("生成半年监控表", make, directory, form, readings, quiet=quiet, strict=strict)
