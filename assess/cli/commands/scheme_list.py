"""`assess scheme list`: the shipped schemes."""

from typing import TYPE_CHECKING, Any

import click

from assess.cli.options import format_option
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.schemes import SchemeSummary


@click.command("list", cls=Command, help="列出自带的方案：编号、名称、计分指标数。")
@format_option("table", "json")
def command(*, form: str) -> None:
    """Summarise every shipped scheme."""
    from assess.services.schemes import shipped, summary

    summaries = [summary(str(path)) for path in shipped()]
    if form == "json":
        import json

        document = {"schemes": [_as_document(one) for one in summaries]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        _print_table(summaries)


def _as_document(one: "SchemeSummary") -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "indicators": one.indicators,
        "lists": list(one.lists),
        "tables": one.tables,
        "readings": one.readings,
    }


def _print_table(summaries: "list[SchemeSummary]") -> None:
    from assess.cli.screen import Prose, new_table, screen

    table = new_table()
    table.add_column("编号", no_wrap=True)
    table.add_column("名称")
    for name in ("指标", "评分表", "理解"):
        table.add_column(name, justify="right", no_wrap=True)
    for one in summaries:
        table.add_row(one.id, Prose(one.title), *map(str, (one.indicators, one.tables, one.readings)))
    screen().print(table)
