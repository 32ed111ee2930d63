"""What units are called, as far as a year says it that may be full of mistakes."""

from collections.abc import Iterable, Iterator

from assess.ground.address import ASSESSORS, UNIT, YEAR
from assess.ground.tree import Rows, Table, Text, Tree
from assess.year.cells import Cell
from assess.year.enterables import NamedUnit


def named_units(tree: Table) -> Iterator[NamedUnit]:
    """The units of a year's file that have an id."""
    units = tree.get("units")
    for unit in units if isinstance(units, Rows) else ():
        if isinstance(unit, Table) and isinstance(unit.get("id"), Text):
            name, kind, table, short = (_text(unit.get(key)) for key in ("name", "type", "table", "short"))
            yield NamedUnit(str(unit["id"]), name, kind, table or None, short)


def units_in(cells: Iterable[Cell]) -> Iterator[NamedUnit]:
    """The units whose values these are."""
    units: dict[str, dict[str, str]] = {}
    for address, field, text, _ in cells:
        if address.unit != YEAR:
            about = units.setdefault(address.unit, {})
            if address.node == UNIT and not field:
                about[address.input] = text
    for unit, about in units.items():
        name, kind, short = (about.get(key, "") for key in ("name", "type", "short"))
        yield NamedUnit(unit, name, kind, about.get("table"), short)


def assessors_in(cells: Iterable[Cell]) -> Iterator[str]:
    """The assessors of whom it is known where they belong."""
    return (cell.address.input for cell in cells if cell.address[:2] == (YEAR, ASSESSORS))


def _text(tree: Tree) -> str:
    return str(tree) if isinstance(tree, Text) else ""
