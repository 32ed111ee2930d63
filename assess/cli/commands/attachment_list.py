"""`assess attachment list`: the attached files of a cycle."""

from typing import TYPE_CHECKING

import click

from assess.cli.database_options import chosen, cycle_option, database_option
from assess.cli.options import format_option
from assess.cli.program import Command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.services.cycles.attaching import Attached


@click.command("list", cls=Command, help="列出附件：编号、证明哪一项、文件名、大小。")
@format_option("table", "json")
@cycle_option
@database_option
def command(*, form: str, cycle: str | None, database: str | None) -> None:
    """List them."""
    from assess.services.cycles.attaching import attachments

    listed = attachments(*chosen(database, cycle))
    if form == "json":
        from assess.ground.json_text import json_text

        click.echo(json_text({"attachments": [_as_document(one) for one in listed]}))
    else:
        _print_table(listed)


def _as_document(attached: "Attached") -> dict[str, object]:
    return {
        "number": attached.number,
        "address": str(attached.address),
        "name": attached.name,
        "sha256": attached.sha256,
        "size": attached.size,
    }


def _print_table(listed: "Sequence[Attached]") -> None:
    from assess.cli.screen import Prose, new_table, say, screen, show_table

    console = screen()
    if not listed:
        say(console, "没有附件。")
        return
    table = new_table()
    table.add_column("编号", justify="right", no_wrap=True)
    table.add_column("证明")
    table.add_column("文件")
    table.add_column("大小", justify="right", no_wrap=True)
    for one in listed:
        table.add_row(str(one.number), Prose(one.title), Prose(one.name), _size(one.size))
    show_table(console, table)


def _size(size: int) -> str:
    return f"{-(-size // 1024)} KB"
