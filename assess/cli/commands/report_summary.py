"""`assess report summary`: all units of a list on one page with charts."""

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

_HELP = """一页汇总（A4横向），PDF和Excel：全部单位的预算、执行率、各部分得分率、总分和等次，带图。

只有一个单位的，列出它的各部分。半年的数据（stage: half_year）列出各种状态的项数和执行率，不计分。"""


@click.command("summary", cls=Command, help=_HELP)
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
    """Score or watch, and write."""
    from assess.services.reporting import report_summary
    from assess.services.source import FileSource

    make = partial(report_summary, FileSource(scheme, evidence))
    return write("生成汇总表", make, directory, form, readings, quiet=quiet, strict=strict)
