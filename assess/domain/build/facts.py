"""Reads what is entered under one indicator or group: marks, numbers, records, events, choices, shown evidence."""

from collections.abc import Mapping
from dataclasses import dataclass

from assess.domain.build.findings import Findings
from assess.domain.build.indicators import RESERVED
from assess.domain.build.records import read_events, read_records
from assess.domain.edges import Edges
from assess.domain.evidence import NOTHING, WAIVED, Fact, InputValue, Mark, Waived
from assess.domain.inputs import EvidenceLine, Input, MarkInput
from assess.domain.place import Place
from assess.domain.tree import Rows, Table, Text, Tree

_YES = {"是": True, "有": True, "true": True, "否": False, "无": False, "false": False}

ANY = Edges()


@dataclass(frozen=True, slots=True)
class Entry:
    """What may be entered under a node: `primary` is the one input that a bare value stands for, if there is one."""

    id: str
    label: str
    inputs: Mapping[str, Input | MarkInput]
    lines: Mapping[str, EvidenceLine]
    primary: str | None

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that may be a key."""
        return (*self.inputs, *self.lines, *RESERVED)


class FactReader:
    """Reads facts; `period` are the first and last day of the period assessed."""

    def __init__(self, findings: Findings, period: tuple[str, str]) -> None:
        self.findings = findings
        self.period = period

    def fact(self, entry: Entry, tree: Tree, place: Place) -> Fact:
        """Read the fact of one node."""
        table = self._as_table(entry, tree, place)
        values: dict[str, InputValue] = {}
        unconfirmed = set()
        self.findings.unknown_keys(table, entry.names, f"“{entry.id} {entry.label}”")
        for name, spec in entry.inputs.items():
            given = table.get(name)
            if given is None:
                continue
            if isinstance(given, Rows) and not given and not isinstance(spec, MarkInput):
                unconfirmed.add(name)
                continue
            value = self._value(entry, spec, given, table.key_place(name))
            if value is not None:
                values[name] = value
        words = {word: self._words(entry, table, word) for word in RESERVED}
        lines = {
            name: value
            for name, line in entry.lines.items()
            if (value := self._line(entry, line, table, name)) is not None
        }
        return Fact(values, lines, frozenset(unconfirmed), words["reason"], words["basis"], words["note"])

    def _as_table(self, entry: Entry, tree: Tree, place: Place) -> Table:
        """A bare value stands for the primary input."""
        if isinstance(tree, Table) and not self._names_assessors(entry, tree):
            return tree
        if tree is None:
            return Table(place=place)
        if entry.primary is None:
            text = f"“{entry.id} {entry.label}”要分别填写：{'、'.join(entry.inputs)}"
            self.findings.error(
                getattr(tree, "place", place), "bare_value", text, "写成 {名称: 值, …} 的形式"
            )
            return Table(place=place)
        return Table({Text(entry.primary, getattr(tree, "place", place)): tree}, place)

    @staticmethod
    def _names_assessors(entry: Entry, table: Table) -> bool:
        """Whether the table is a bare `{王五: 0.9}`: no key is a known word, and none looks like one."""
        is_mark = entry.primary is not None and isinstance(entry.inputs[entry.primary], MarkInput)
        return is_mark and bool(table) and not any(key in entry.names or key.isascii() for key in table)

    def _words(self, entry: Entry, table: Table, word: str) -> str:
        given = table.get(word)
        return (
            "" if given is None else self.findings.text(given, f"“{entry.id}”的{word}", table.key_place(word))
        )

    def _line(self, entry: Entry, line: EvidenceLine, table: Table, name: str) -> object:
        given = table.get(name)
        if given is None:
            return None
        place = table.key_place(name)
        what = f"“{entry.id}”的{line.label}"
        if line.text:
            return self.findings.text(given, what, place) or None
        return self.findings.number(given, ANY, what, place, unit=line.unit)

    def _value(self, entry: Entry, spec: Input | MarkInput, given: Tree, place: Place) -> InputValue | None:
        what = f"“{entry.id}”的{spec.label}"
        if isinstance(spec, MarkInput):
            return self._marks(spec, given, what, place)
        if spec.kind == "number":
            return self._number(spec, given, what, place)
        if spec.kind == "choice":
            return self.findings.one_of(given, spec.choices, what, place)
        if spec.kind == "flag":
            word = self.findings.one_of(given, _YES, what, place)
            return None if word is None else _YES[word]
        if isinstance(given, Text) and given == NOTHING:
            return ()
        if spec.records is not None:
            return read_records(self.findings, spec.records, given, what, place, self.period)
        return read_events(self.findings, given, what, place, self.period)

    def _number(self, spec: Input, given: Tree, what: str, place: Place) -> InputValue | None:
        value = self.findings.number(given, spec.bounds, what, place, unit=spec.unit)
        if value is not None and spec.whole and value.denominator != 1:
            self.findings.error(getattr(given, "place", place), "not_whole", f"{what}应为整数（{spec.unit}）")
            return None
        return value

    def _marks(self, spec: MarkInput, given: Tree, what: str, place: Place) -> InputValue | None:
        if isinstance(given, Text) and given == WAIVED:
            if spec.waivable:
                return Waived()
            self.findings.error(given.place, "not_waivable", f"{what}不能写“{WAIVED}”，允许{spec.text()}")
            return None
        if isinstance(given, Table):
            named = [(str(name), mark) for name, mark in given.items()]
        elif isinstance(given, Rows):
            named = [("", mark) for mark in given]
        else:
            named = [("", given)]
        marks = [
            Mark(value, name)
            for name, mark in named
            if (value := self._mark(spec, mark, what, place)) is not None
        ]
        return tuple(marks) or None

    def _mark(self, spec: MarkInput, given: Tree, what: str, place: Place) -> object:
        value = self.findings.number(given, ANY, what, place, unit=spec.unit)
        if value is None or spec.accepts(value):
            return value
        shown = str(given)
        self.findings.error(getattr(given, "place", place), "mark", f"{what}是{shown}分，允许{spec.text()}")
        return None
