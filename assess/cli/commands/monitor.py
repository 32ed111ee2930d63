"""`assess monitor`: a half-year's evidence against the half-year values of a target table."""

from typing import TYPE_CHECKING

import click

from assess.cli.ending import DATA_ERROR
from assess.cli.options import (
    format_option,
    quiet_option,
    reading_option,
    strict_option,
)
from assess.cli.program import Command
from assess.cli.year_source import year_arguments

if TYPE_CHECKING:
    from assess.cli.year_source import OpenSource
    from assess.engine.monitoring import Monitoring

_HELP = """对照半年指标值监控：每个单位的资金执行情况、各种状态的指标数，和滞后、有风险、未填的指标。

数据文件要写 stage: half_year；考核周期要按半年开始（cycle open --stage 半年）。
半年监控不计分，全年指标值不起作用；给全年的数据计分，用 assess score。"""


@click.command("monitor", cls=Command, help=_HELP)
@year_arguments()
@format_option("table", "json", "csv")
@click.option("--all", "everything", is_flag=True, help="正常的、没有可衡量要求的指标也列出（只用于 --format table）")
@strict_option
@reading_option
@quiet_option
def command(
    *,
    source: "OpenSource",
    form: str,
    everything: bool,
    strict: bool,
    readings: dict[str, str],
    quiet: bool,
) -> int:
    """Watch and print."""
    if everything and form != "table":
        raise click.UsageError("--all 只用于 --format table，其他格式总是列出全部指标。", click.get_current_context())
    from assess.services.monitoring import watch

    monitoring = watch(source(), readings)
    _print(monitoring, form, everything=everything)
    return _ending(monitoring, strict=strict, quiet=quiet or form == "json")


def _print(monitoring: "Monitoring", form: str, *, everything: bool) -> None:
    if form == "json":
        from assess.cli.views.monitored_document import as_document
        from assess.ground.json_text import json_text

        click.echo(json_text(as_document(monitoring)))
    elif form == "csv":
        import sys

        from assess.cli.views.monitored_document import as_csv

        sys.stdout.buffer.write(as_csv(monitoring))
    else:
        from assess.cli.screen import screen
        from assess.cli.views.monitored import show_monitoring

        show_monitoring(screen(), monitoring, everything=everything)


def _ending(monitoring: "Monitoring", *, strict: bool, quiet: bool) -> int:
    """Say what is missing or doubtful; with `strict` that is an error."""
    if not quiet:
        from assess.cli.views.remarks import report_problems

        report_problems(monitoring.problems)
    return DATA_ERROR if strict and monitoring.open_problems else 0
