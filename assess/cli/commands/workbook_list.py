"""`assess workbook list`: how far the sheets of each department are on their way."""

from typing import TYPE_CHECKING

import click

from assess.cli.database_options import chosen, cycle_option, database_option
from assess.cli.options import format_option
from assess.cli.program import Command
from assess.cli.slice_options import today

if TYPE_CHECKING:
    from assess.services.workbooks.overview import SliceLine

_HELP = """列出各部门的填报表到哪一步：未发、已发、已收、已核对、已锁，还缺几项，什么时候截止。

例如：assess workbook list"""


@click.command("list", cls=Command, help=_HELP)
@format_option("table", "json")
@cycle_option
@database_option
def command(*, form: str, cycle: str | None, database: str | None) -> None:
    """List them."""
    from assess.services.workbooks.overview import slice_lines

    lines = slice_lines(*chosen(database, cycle), today())
    if form == "json":
        from assess import __version__
        from assess.ground.json_text import json_text

        click.echo(json_text({"assess": __version__, "slices": [_document(one) for one in lines]}))
        return
    _show(lines)


def _document(one: "SliceLine") -> dict[str, object]:
    state = one.state
    return {
        "slice": str(state.part),
        "name": one.name,
        "state": state.words,
        "export": state.export or None,
        "sent_at": state.sent_at or None,
        "returned_at": state.returned_at or None,
        "missing": one.missing,
        "due": one.due or None,
    }


def _show(lines: "list[SliceLine]") -> None:
    from assess.cli.screen import Prose, new_table, screen, show_table

    table = new_table()
    for name in ("范围", "状态", "发出", "收回", "截止"):
        table.add_column(name, no_wrap=name != "范围")
    table.add_column("还缺", justify="right")
    for one in lines:
        state = one.state
        row = (Prose(one.name), state.words, state.sent_at[:10], state.returned_at[:10], one.due, str(one.missing))
        table.add_row(*row)
    show_table(screen(), table)
