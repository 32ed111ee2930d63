"""What units are called, as far as a year says it that may be full of mistakes."""

from collections.abc import Iterator

from assess.ground.tree import Rows, Table, Text, Tree
from assess.year.enterables import NamedUnit


def named_units(tree: Table) -> Iterator[NamedUnit]:
    """The units of a year's file that have an id."""
    units = tree.get("units")
    for unit in units if isinstance(units, Rows) else ():
        if isinstance(unit, Table) and isinstance(unit.get("id"), Text):
            name, kind, table, short = (_text(unit.get(key)) for key in ("name", "type", "table", "short"))
            yield NamedUnit(str(unit["id"]), name, kind, table or None, short, tuple(_former(unit.get("formerly"))))


def _former(formerly: Tree) -> Iterator[str]:
    """The names that a unit had before."""
    for row in formerly if isinstance(formerly, Rows) else ():
        names = (row.get("name"), row.get("short")) if isinstance(row, Table) else ()
        yield from (str(name) for name in names if isinstance(name, Text))


def _text(tree: Tree) -> str:
    return str(tree) if isinstance(tree, Text) else ""
