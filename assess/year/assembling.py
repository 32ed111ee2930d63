"""Puts single values together to the tree of a year's file, each with the place that its keeper gives it."""

from collections.abc import Callable, Iterable

from assess.entered.rounds import COUNTS
from assess.ground.address import (
    APPLICATION,
    ASSESSORS,
    BUNDLES,
    CONFIRMED,
    DECISIONS,
    LAST_YEAR,
    ROUNDS,
    SELF_KEYS,
    UNIT,
    YEAR,
)
from assess.ground.place import Place, Problem, ProblemsError
from assess.ground.tree import NOWHERE, Rows, Table, Text, Tree
from assess.scheme.scheme import Scheme
from assess.year.cells import Cell
from assess.year.reading.evidence_file import UnitFile

#: Where a value is kept.
Placed = Callable[[Cell], Place]

#: What of a unit itself is no attribute.
_UNIT_KEYS = frozenset(UnitFile.model_fields)


def _nowhere(_: Cell) -> Place:
    return NOWHERE


def tree_of(cells: Iterable[Cell], scheme: Scheme, placed: Placed = _nowhere) -> Table:
    """The tree of the year that these values make; units and lists stand in the order of their first values."""
    assembly = _Assembly(scheme, placed)
    for cell in cells:
        assembly.put(cell)
    return assembly.year


class _Assembly:
    def __init__(self, scheme: Scheme, placed: Placed) -> None:
        self.year = Table()
        self._scheme = scheme
        self._placed = placed
        self._units: dict[str, Table] = {}

    def put(self, cell: Cell) -> None:
        """Put one value where a file has it."""
        place = self._placed(cell)
        unit, node, name, assessor, group, record = cell.address
        if node in COUNTS:
            self._put_in(self.year, (BUNDLES, group, node, unit, name), cell, place)
            return
        if unit == YEAR and node in (ROUNDS, BUNDLES):
            self._put_in(self.year, (node, group, name), cell, place)
            return
        if unit == YEAR:
            self._put_in(self.year, (node, name) if node == ASSESSORS else _top(node, name), cell, place)
            return
        table = self._unit(unit, place)
        if node == UNIT:
            path: tuple[str, ...] = (name,) if name in _UNIT_KEYS else ("attributes", name)
            path += (cell.field,) if cell.field and not record else ()
        elif name in SELF_KEYS:
            path = (SELF_KEYS[name], node)
        elif node in (APPLICATION, LAST_YEAR):
            path = (node, name)
        elif node in self._scheme.part_of and self._scheme.part_of[node].rules.section:
            section = self._scheme.part_of[node].rules.section
            path = (
                (section, node, group, name, *([cell.field] if cell.field else [])) if group else (section, node, name)
            )
        else:
            path = ("facts", node, name)
        del assessor
        self._put_in(table, path, cell, place)

    def _unit(self, unit: str, place: Place) -> Table:
        if unit not in self._units:
            self._units[unit] = Table({Text("id", place): Text(unit, place)}, place)
            units = self.year.setdefault(Text("units", place), Rows(place=place))
            assert isinstance(units, Rows)  # noqa: S101 units stand in a list
            units.append(self._units[unit])
        return self._units[unit]

    def _put_in(self, table: Table, path: tuple[str, ...], cell: Cell, place: Place) -> None:
        """Put the value at the path, or, of several there, under its assessor or in its row."""
        *way, last = path
        for key in way:
            inner = table.setdefault(Text(key, place), Table(place=place))
            assert isinstance(inner, Table)  # noqa: S101 the way to a value leads through tables only
            table = inner
        address, text = cell.address, Text(cell.text, place)
        key = Text(last, place)
        if address.assessor:
            several = table.setdefault(key, Table(place=place))
            assert isinstance(several, Table)  # noqa: S101 values by assessor stand in a table
            several[Text(address.assessor, place)] = text
        elif address.record:
            rows = table.setdefault(key, Rows(place=place))
            assert isinstance(rows, Rows)  # noqa: S101 records stand in a list
            _put_row(rows, address.record, cell.field, text)
        else:
            table[key] = Rows(place=place) if cell.is_empty_list else text


def _top(node: str, name: str) -> tuple[str, ...]:
    return (node,) if node in (DECISIONS, CONFIRMED) else (name,)


def _put_row(rows: Rows, record: int, field: str, text: Text) -> None:
    """Positions have no gaps, but the values may come in any order."""
    while len(rows) < record:
        rows.append(Table(place=text.place))
    if not field:
        if rows[record - 1]:
            raise _two_ways(text)
        rows[record - 1] = text
        return
    row: Tree = rows[record - 1]
    if not isinstance(row, Table):
        raise _two_ways(text)
    row[Text(field, text.place)] = text


def _two_ways(text: Text) -> ProblemsError:
    """What is entered both as words and by fields is one thing or the other."""
    hint = "只留一种：要换成另一种的，请写明要替换（--replace），或先去掉这一项再登记"
    return ProblemsError([Problem(text.place, "two_ways", "同一项既写了一句话，又分栏写了", hint)])
