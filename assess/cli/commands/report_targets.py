"""`assess report targets`: the target tables of a scheme, printed back."""

from functools import partial
from pathlib import Path

import click

from assess.cli.options import format_option, quiet_option, reading_option, scheme_argument
from assess.cli.program import Command
from assess.cli.report_options import out_option, write

_HELP = """绩效目标表：按方案原样印出，每张表一份，PDF和Excel；不要数据文件。

Excel表可以改，改好后用 assess scheme import-table 读成新方案；读法不寻常的指标值，在“读法”一栏注明。"""


@click.command("targets", cls=Command, help=_HELP)
@scheme_argument
@out_option
@format_option("all", "pdf", "xlsx")
@reading_option
@quiet_option
def command(*, scheme: str, directory: Path, form: str, readings: dict[str, str], quiet: bool) -> int:
    """Write the tables."""
    from assess.services.reporting import report_targets

    return write("生成绩效目标表", partial(report_targets, scheme), directory, form, readings, quiet=quiet)
