"""`assess unit list`: the units of a cycle."""

from typing import TYPE_CHECKING, Any

import click

from assess.cli.database_options import chosen, cycle_option, database_option
from assess.cli.options import format_option
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.source import OpenYear
    from assess.year.evidence import Unit


@click.command("list", cls=Command, help="列出考核周期里的单位，按名单和次序。")
@format_option("table", "json")
@cycle_option
@database_option
def command(*, form: str, cycle: str | None, database: str | None) -> None:
    """List them."""
    from assess.services.cycles.units.listing import units_of

    year = units_of(*chosen(database, cycle))
    if form == "json":
        from assess.ground.json_text import json_text

        click.echo(json_text({"units": [_as_document(one, year) for one in _in_order(year)]}))
    else:
        _print_table(year)


def _in_order(year: "OpenYear") -> "list[Unit]":
    lists = list(year.scheme.lists)
    types = year.scheme.unit_types
    return sorted(year.evidence.units, key=lambda one: (lists.index(types[one.type].list), one.order, one.id))


def _table(unit: "Unit", year: "OpenYear") -> str:
    return year.scheme.trees[unit.table].label if unit.table is not None else ""


def _as_document(unit: "Unit", year: "OpenYear") -> dict[str, Any]:
    return {
        "id": unit.id,
        "name": unit.name,
        "short": unit.short,
        "list": year.scheme.unit_types[unit.type].list,
        "type": unit.type,
        "table": unit.table,
        "order": unit.order,
        "head": unit.head,
        "contact": unit.contact,
        "attributes": dict(unit.attributes),
        "takes_part": unit.takes_part,
        "absent": unit.absent,
        "ungraded": unit.ungraded,
        "since": unit.history.since,
        "until": unit.history.until,
        "former_names": [one.name for one in unit.history.formerly if one.name],
    }


def _note(unit: "Unit") -> str:
    """What is unusual about it this year."""
    notes = [f"不参加：{unit.absent}"] if unit.absent else []
    notes += [f"不定等次：{unit.ungraded}"] if unit.ungraded else []
    notes += [f"到{unit.history.until}为止"] if unit.history.until else []
    notes += [f"从{unit.history.since}起"] if unit.history.since else []
    notes += [f"{one.changed}前叫{one.name}" for one in unit.history.formerly if one.name]
    return "；".join(notes)


def _print_table(year: "OpenYear") -> None:
    from assess.cli.screen import Prose, new_table, screen, show_table

    scheme = year.scheme
    table = new_table()
    table.add_column("编号", no_wrap=True)
    for name in ("单位", "类型", "指标表", "负责人", "联系人", "备注"):
        table.add_column(name)
    for one in _in_order(year):
        short = f"（{one.short}）" if one.short else ""
        kind = scheme.unit_types[one.type].label
        cells = (f"{one.name}{short}", kind, _table(one, year), one.head, one.contact, _note(one))
        table.add_row(one.id, *map(Prose, cells))
    show_table(screen(), table)
