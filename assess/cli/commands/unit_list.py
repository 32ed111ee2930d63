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
    """Its table, without what the label says in brackets of other departments."""
    return "" if unit.table is None else year.scheme.trees[unit.table].label.partition("（")[0]


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
    """Write a row a unit; a column in which no unit has anything is left out."""
    from assess.cli.screen import Prose, new_table, screen, show_table

    units = _in_order(year)
    columns = {
        "单位": [one.name for one in units],
        "简称": [one.short for one in units],
        "类型": [year.scheme.unit_types[one.type].label for one in units],
        "指标表": [_table(one, year) for one in units],
        "负责人": [one.head for one in units],
        "联系人": [one.contact for one in units],
        "备注": [_note(one) for one in units],
    }
    filled = {name: cells for name, cells in columns.items() if any(cells)}
    table = new_table()
    table.add_column("编号", no_wrap=True)
    for name in filled:
        table.add_column(name)
    for one, *cells in zip(units, *filled.values(), strict=True):
        table.add_row(one.id, *map(Prose, cells))
    show_table(screen(), table)
