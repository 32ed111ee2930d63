"""A year's evidence as single values, each under its address, and back: what a database keeps of a file.

Nothing is read or judged here: a value is the text that was entered. A tree that was read without an error comes back
as the same evidence, though not with the same shorthand: a bare value stands under the name of its input, and people's
opinions under the id of their part of the total.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

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
    YEAR_NODE,
    Address,
)
from assess.ground.tree import Rows, Table, Text, Tree
from assess.scheme.scheme import Scheme
from assess.year.enterables import Enterables
from assess.year.reading.entries import Entries
from assess.year.reading.in_ids import in_ids
from assess.year.sections import is_by_part

#: The lists at the top of a file, with the input that each of their rows is.
_LISTS = {DECISIONS: "decision", CONFIRMED: "confirmation"}
#: What a unit says of itself under single indicators: the input by key of the file.
_SELF_INPUTS = {key: name for name, key in SELF_KEYS.items()}
#: What is true of a unit, or `{no: why}`.
_NOT_SO = ("takes_part", "graded")


class Cell(NamedTuple):
    """One value as it was entered. `field`: which one of an achievement, a decision or a unit's own ballots."""

    address: Address
    field: str
    text: str
    #: Whether it is a list that is there and empty: nobody has confirmed that there is nothing to list.
    is_empty_list: bool = False


def cells_of(tree: Table, scheme: Scheme) -> Iterator[Cell]:
    """Every value of a year's file, in its order. The tree is one that was read without an error."""
    enterables = Enterables(scheme)
    entries = enterables.entries
    for key, value in in_ids(tree, enterables).items():
        if key == "units":
            for unit in value if isinstance(value, Rows) else ():
                assert isinstance(unit, Table)  # noqa: S101 it was read without an error
                yield from _Unit(entries, unit).cells()
        elif key == ASSESSORS:
            yield from (Cell(Address(YEAR, ASSESSORS, name), "", text) for name, text in _texts(value))
        elif key in (ROUNDS, BUNDLES):
            yield from _of_votes(key, value)
        elif key in _LISTS:
            yield from _of_value(Address(YEAR, key, _LISTS[key]), value)
        else:
            yield from _of_value(Address(YEAR, YEAR_NODE, key), value)


def _of_votes(node: str, named: Tree) -> Iterator[Cell]:
    """Rounds or bundles: their own values are of the year, what was counted in a bundle is of the unit."""
    for name, values in named.items() if isinstance(named, Table) else ():
        for key, text in _texts(values):
            yield Cell(Address(YEAR, node, key, group=name), "", text)
        for count in COUNTS:
            rows = values.get(count) if isinstance(values, Table) else None
            for unit, row in rows.items() if isinstance(rows, Table) else ():
                yield from (Cell(Address(unit, count, kind, group=name), "", text) for kind, text in _texts(row))


def _texts(tree: Tree) -> Iterator[tuple[str, str]]:
    for name, value in tree.items() if isinstance(tree, Table) else ():
        if isinstance(value, Text):
            yield str(name), str(value)


def _of_value(address: Address, value: Tree) -> Iterator[Cell]:
    """One value: a text, or several by assessor, or a list of texts or of tables with fields."""
    if isinstance(value, Text):
        yield Cell(address, "", str(value))
    elif isinstance(value, Table):
        yield from (Cell(address._replace(assessor=name), "", text) for name, text in _texts(value))
    elif isinstance(value, Rows):
        if not value:
            yield Cell(address, "", "", is_empty_list=True)
        for number, row in enumerate(value, 1):
            one = address._replace(record=number)
            if isinstance(row, Text):
                yield Cell(one, "", str(row))
            yield from (Cell(one, field, text) for field, text in _texts(row))


class _Unit:
    """Takes one unit of a file apart."""

    def __init__(self, entries: Entries, unit: Table) -> None:
        self._entries = entries
        self._scheme = entries.scheme
        self._unit = unit
        self._id = str(unit["id"])

    def cells(self) -> Iterator[Cell]:
        """Its values in the order of the file; that it is there at all is said by its name."""
        for key, value in self._unit.items():
            if key == "facts":
                yield from self._facts(value)
            elif key in _SELF_INPUTS:
                name = _SELF_INPUTS[str(key)]
                yield from (Cell(Address(self._id, node, name), "", text) for node, text in _texts(value))
            elif self._scheme.parts_under(str(key)):
                yield from self._opinions(str(key), value)
            elif key in (APPLICATION, LAST_YEAR):
                for name, inner in value.items() if isinstance(value, Table) else ():
                    yield from _of_value(Address(self._id, str(key), str(name)), inner)
            elif key == "attributes":
                yield from (Cell(Address(self._id, UNIT, name), "", text) for name, text in _texts(value))
            elif key in _NOT_SO and isinstance(value, Table):
                yield from (Cell(Address(self._id, UNIT, str(key)), field, text) for field, text in _texts(value))
            elif key != "id":
                yield from _of_value(Address(self._id, UNIT, str(key)), value)

    def _facts(self, facts: Tree) -> Iterator[Cell]:
        tree = self._entries.tree_for(str(self._unit["type"]), _text_or_none(self._unit.get("table")))
        entries = self._entries.of(tree) if tree is not None else {}
        for node, fact in facts.items() if isinstance(facts, Table) else ():
            entry = entries[node]
            named = isinstance(fact, Table) and not entry.names_assessors(fact)
            values = fact if isinstance(fact, Table) and named else {entry.primary or "": fact}
            for name, value in values.items():
                yield from _of_value(Address(self._id, str(node), str(name)), value)

    def _opinions(self, section: str, given: Tree) -> Iterator[Cell]:
        """Ballots by group and number, marks by group and person."""
        parts = self._scheme.parts_under(section)
        by_part = given if is_by_part(self._scheme, section, given) else {parts[0].id: given}
        for part in parts:
            groups = by_part.get(part.id) if isinstance(by_part, Mapping) else None
            for group, value in groups.items() if isinstance(groups, Table) else ():
                if part.rules.group_address("", "", str(group)).group:
                    yield from self._ballots(part.id, str(group), value)
                else:
                    yield from _of_value(Address(self._id, part.id, str(group)), value)

    def _ballots(self, part: str, group: str, ballots: Tree) -> Iterator[Cell]:
        for key, value in ballots.items() if isinstance(ballots, Table) else ():
            address = Address(self._id, part, str(key), group=group)
            if isinstance(value, Text):
                yield Cell(address, "", str(value))
            yield from (Cell(address, level, text) for level, text in _texts(value))


def _text_or_none(tree: Tree) -> str | None:
    return str(tree) if isinstance(tree, Text) else None
