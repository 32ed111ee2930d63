"""`assess cycle status`: how far a cycle is, and what is still missing of whom."""

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from assess.cli.database_options import WORDS, chosen, cycle_option, database_option
from assess.cli.ending import DATA_ERROR
from assess.cli.options import format_option, strict_option
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.cycles.status.progress import CycleStatus

_HELP = """看考核周期填到哪里了：各牵头部门、各单位、各章节应填多少、已填多少、还缺多少。

--list 逐项列出缺的，连同计量单位、允许的范围、出处和截止日期。
发给部门填写的表用 assess workbook export 写出。
例如：assess cycle status --department 教务处 --list"""


@click.command("status", cls=Command, help=_HELP)
@click.option("--list", "listed", is_flag=True, help="逐项列出缺的")
@click.option("--department", type=WORDS, metavar="部门", help="只看这个牵头部门的；还没有分工的写“未分工”")
@click.option("--unit", type=WORDS, metavar="单位", help="只看这个单位的，编号、全称、简称或曾用名")
@strict_option
@format_option("table", "json", "csv")
@cycle_option
@database_option
def command(
    *,
    listed: bool,
    department: str | None,
    unit: str | None,
    strict: bool,
    form: str,
    cycle: str | None,
    database: str | None,
) -> int:
    """Show it."""
    from assess.services.cycles.status.cycle_status import status_of

    today = datetime.now(UTC).astimezone().date().isoformat()
    status = _narrowed(status_of(*chosen(database, cycle), today), department, unit)
    code = DATA_ERROR if strict and not status.is_finished else 0
    if form == "json":
        from assess.cli.views.status_document import as_document
        from assess.ground.json_text import json_text

        click.echo(json_text(as_document(status, listed=listed)))
    elif form == "csv":
        from assess.cli.views.status_sheet import as_csv

        sys.stdout.buffer.write(as_csv(status, listed=listed))
    else:
        from assess.cli.screen import screen
        from assess.cli.views.status import show_status

        show_status(screen(), status, listed=listed)
    return code


def _narrowed(status: "CycleStatus", department: str | None, unit: str | None) -> "CycleStatus":
    """The part that somebody wants to see."""
    from assess.cli.typed import TYPED
    from assess.ground.labelled import Labelled
    from assess.workbooks.slice import NOBODY

    if department is not None:
        known = {name or NOBODY: name for name in status.departments}
        department = known[Labelled("牵头部门", {name: (name,) for name in known}).id_of(department, TYPED)]
    if unit is not None:
        units = Labelled("单位", {one.id: one.names for one in status.units})
        unit = units.id_of(unit, TYPED)
    return status if department is None and unit is None else status.only(department, unit)
