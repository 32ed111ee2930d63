"""`assess duty list`: who is responsible for what."""

import sys
from datetime import UTC, datetime

import click

from assess.cli.database_options import WORDS, chosen, cycle_option, database_option
from assess.cli.options import format_option
from assess.cli.program import Command

_HELP = """列出考核分工：今天由谁负责，按办法的次序。

--all 把中途改过的、以后才开始的也列出来。"""


@click.command("list", cls=Command, help=_HELP)
@click.option("--all", "everything", is_flag=True, help="以前的和以后的也列出来")
@click.option("--department", type=WORDS, metavar="部门", help="只列这个部门的")
@format_option("table", "json", "csv")
@cycle_option
@database_option
def command(*, everything: bool, department: str | None, form: str, cycle: str | None, database: str | None) -> None:
    """List them."""
    from assess.cli.views.duties import as_document, show_duties
    from assess.services.cycles.duties.book import duty_book, in_order
    from assess.year.duties import Duties

    book = duty_book(*chosen(database, cycle))
    today = datetime.now(UTC).astimezone().date().isoformat()
    duties = book.duties if everything else in_order(Duties(book.duties, today).in_force(), book.scheme)
    listed = [one for one in duties if department in (None, one.department)]
    if form == "json":
        from assess.ground.json_text import json_text

        click.echo(json_text(as_document(book, listed)))
    elif form == "csv":
        from assess.services.cycles.duties.sheets import as_csv, rows_of

        sys.stdout.buffer.write(as_csv(rows_of(book, listed)))
    else:
        show_duties(book, listed)
