"""`assess cycle list`: the cycles of the office's database."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assess.cli.database_options import database_option
from assess.cli.options import format_option
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.storage.cycles import CycleHead


@click.command("list", cls=Command, help="列出数据库里的考核周期：编号、名称、方案，最后开始的在最前。")
@format_option("table", "json")
@database_option
def command(*, form: str, database: str | None) -> None:
    """List them."""
    from assess.services.cycles.locating import located
    from assess.services.cycles.overview import cycles

    found = cycles(located(database, Path()))
    if form == "json":
        from assess.ground.json_text import json_text

        click.echo(json_text({"cycles": [_as_document(one) for one in found]}))
    else:
        _print(found)


def _as_document(head: "CycleHead") -> dict[str, Any]:
    return {
        "code": head.code,
        "title": head.title,
        "stage": head.stage,
        "scheme": {"id": head.scheme, "title": head.scheme_title, "sha256": head.scheme_sha256},
        "opened_at": head.opened_at,
        "changes": head.changes,
    }


def _print(found: "list[CycleHead]") -> None:
    from assess.cli.screen import Prose, new_table, say, screen, show_table

    console = screen()
    if not found:
        say(console, "数据库里还没有考核周期。请先用 assess cycle open 开始一个。")
        return
    table = new_table()
    table.add_column("编号", no_wrap=True)
    table.add_column("阶段", no_wrap=True)
    table.add_column("名称")
    table.add_column("方案", no_wrap=True)
    table.add_column("开始于", no_wrap=True)
    for one in found:
        stage = "全年" if one.stage == "year" else "半年"
        table.add_row(one.code, stage, Prose(one.title), one.scheme, _day(one.opened_at))
    show_table(console, table)


def _day(moment: str) -> str:
    """The day here, of a moment that is kept in UTC."""
    from datetime import datetime

    return datetime.fromisoformat(moment).astimezone().date().isoformat()
