"""Puts ids in place of the names that people wrote: keys, and values that have an id."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from assess.entered.enterable import Enterable
from assess.ground.findings import Findings
from assess.ground.labelled import Labelled
from assess.ground.tree import Rows, Table, Text, Tree

Known = TypeVar("Known")
#: What something goes by: its names, the label first.
Words = tuple[str, ...]


class Spelling:
    """Spells one file; what nothing is to be done about comes back as the very same tree."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings

    def value(self, value: Tree, entered: Enterable | None) -> Tree:
        """A value that has an id, and the fields of what has several, alone or in a list."""
        if entered is None:
            return value
        if isinstance(value, Text) and entered.values is not None:
            found = entered.values.named(value)
            return Text(found[0], value.place) if len(found) == 1 and found[0] != value else value
        if isinstance(value, Rows):
            return each(value, lambda row: self.value(row, entered))
        return self.fields(value, entered.fields) if entered.fields else value

    def fields(self, given: Tree, fields: Mapping[str, Enterable]) -> Tree:
        """A table of these inputs or fields; anything else stays."""
        named = self.keyed(given, fields, label_of)
        return changed(named, lambda key, value: self.value(value, fields.get(key)))

    def keyed(self, given: Tree, known: Mapping[str, Known], words: Callable[[Known], Iterable[str]]) -> Tree:
        """The same table with ids for keys; anything else stays."""
        return self.named(given, known, words) if isinstance(given, Table) else given

    def named(self, table: Table, known: Mapping[str, Known], words: Callable[[Known], Iterable[str]]) -> Table:
        """The table with ids for keys: of two keys for one thing the second is an error, and left out."""
        if all(key in known for key in table):
            return table
        names = Labelled("", {name: words(one) for name, one in known.items()})
        result = Table(place=table.place)
        first: dict[str, str] = {}
        for key, value in table.items():
            found = names.named(key)
            name = found[0] if len(found) == 1 else str(key)
            place = getattr(key, "place", table.place)
            if name in result:
                text = f"“{key}”和“{first[name]}”是同一项，写了两次"
                self._findings.error(place, "duplicate_key", text, "只留一个")
                continue
            first[name] = str(key)
            result[Text(name, place)] = value
        return result


def changed(given: Tree, change: Callable[[str, Tree], Tree]) -> Tree:
    """A table with its values changed, by key; anything else stays."""
    if not isinstance(given, Table):
        return given
    values = {key: change(str(key), value) for key, value in given.items()}
    return given if all(values[key] is value for key, value in given.items()) else Table(values, given.place)


def each(given: Tree, change: Callable[[Tree], Tree]) -> Tree:
    """The same of a list."""
    if not isinstance(given, Rows):
        return given
    rows = [change(row) for row in given]
    return given if all(new is old for new, old in zip(rows, given, strict=True)) else Rows(rows, given.place)


def label_of(entered: Enterable) -> Words:
    """What an input is called."""
    return (entered.label,)


def plainly(labels: Mapping[str, str]) -> dict[str, Words]:
    """What has one name each."""
    return {name: (label,) for name, label in labels.items()}


def itself(words: Words) -> Words:
    """Names as they are given."""
    return words
