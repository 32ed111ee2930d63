"""`assess score`: a scheme and a year's evidence in, ranked lists out."""

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
    from assess.engine.outcome import ListResult, Outcome

_HELP = """按方案给一年的数据计分，列出排名和拟定等次。

数据没有填全也能计分：缺的项目列在标准错误输出，有缺项的单位标为“未完成”，不参加排名。
拟定等次由程序按方案提出，最后由人决定。"""


@click.command("score", cls=Command, help=_HELP)
@year_arguments()
@format_option("table", "json", "csv")
@click.option("--trace", is_flag=True, help="JSON中附上每个得分的来历（只用于 --format json）")
@strict_option
@click.option("--list", "list_name", metavar="榜单", help="只列一个榜，如 academic 或 院部")
@reading_option
@quiet_option
def command(
    *,
    source: "OpenSource",
    form: str,
    trace: bool,
    strict: bool,
    list_name: str | None,
    readings: dict[str, str],
    quiet: bool,
) -> int:
    """Score and print."""
    if trace and form != "json":
        raise click.UsageError("--trace 只用于 --format json。", click.get_current_context())
    from assess.cli.lookup import lists_named
    from assess.services.scoring import score

    outcome = score(source(), readings)
    lists = lists_named(outcome, list_name)
    if form == "json":
        _print_json(outcome, lists, trace=trace)
    elif form == "csv":
        _print_csv(outcome, lists)
    else:
        _print_tables(outcome, lists)
    return _ending(outcome, strict=strict, quiet=quiet or form == "json")


def _ending(outcome: "Outcome", *, strict: bool, quiet: bool) -> int:
    """Say what is missing or doubtful; with `strict` that is an error."""
    if not quiet:
        from assess.cli.views.remarks import report_problems

        report_problems(outcome.problems)
    return DATA_ERROR if strict and outcome.open_problems else 0


def _print_json(outcome: "Outcome", lists: "tuple[ListResult, ...]", *, trace: bool) -> None:
    from assess.ground.json_text import json_text
    from assess.words.document import as_document

    document = as_document(outcome, trace=trace)
    wanted = {one.id for one in lists}
    document["lists"] = [one for one in document["lists"] if one["id"] in wanted]
    click.echo(json_text(document))


def _print_csv(outcome: "Outcome", lists: "tuple[ListResult, ...]") -> None:
    import sys

    from assess.cli.views.spreadsheet import as_csv

    sys.stdout.buffer.write(as_csv(outcome, lists))


def _print_tables(outcome: "Outcome", lists: "tuple[ListResult, ...]") -> None:
    from assess.cli.screen import screen
    from assess.cli.views.ranked import show_lists

    show_lists(screen(), outcome, lists)
