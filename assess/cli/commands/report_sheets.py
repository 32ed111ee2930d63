"""`assess report sheets`: score sheets and tables of results."""

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

_HELP = """评分表：每个单位一份；每个榜一份考核结果汇总表（PDF）。

用于按指标打分的方案；按绩效目标表考核的，用 assess report evaluation。"""


@click.command("sheets", cls=Command, help=_HELP)
@scheme_argument
@evidence_argument
@out_option
@format_option("pdf")
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
    from assess.services.reporting import report_sheets
    from assess.services.source import FileSource

    make = partial(report_sheets, FileSource(scheme, evidence))
    return write("生成评分表", make, directory, form, readings, quiet=quiet, strict=strict)
