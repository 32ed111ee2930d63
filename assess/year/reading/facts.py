"""Reads what is entered under one indicator or group: marks, numbers, records, choices, shown evidence."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from assess.entered.inputs import EvidenceLine, Input, MarkInput
from assess.entered.values import NOTHING, WAIVED, WORDS, Fact, InputValue, Mark, Waived
from assess.ground.edges import Edges
from assess.ground.findings import Findings
from assess.ground.place import Place
from assess.ground.tree import Rows, Table, Text, Tree
from assess.rules.base import Contradiction
from assess.scheme.nodes import Leaf, Node
from assess.year.reading.records import KEYS, RecordReader

_YES = {"是": True, "有": True, "true": True, "否": False, "无": False, "false": False}

#: Any number: the bounds are checked elsewhere, or there are none.
ANY = Edges()


def _none(_: Mapping[str, InputValue]) -> Iterable[Contradiction]:
    return ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What may be entered under a node. `primary`: the one input that a bare value stands for, if there is one.

    `dormant`: names that only the default readings ask for, with their labels; they are passed over while another
    reading is in force.
    """

    id: str
    label: str
    inputs: Mapping[str, Input | MarkInput]
    lines: Mapping[str, EvidenceLine]
    primary: str | None
    dormant: Mapping[str, str] = field(default_factory=dict)
    #: Whether only the default readings have the node at all.
    is_asleep: bool = False
    #: What cannot be true together among the values.
    contradictions: Callable[[Mapping[str, InputValue]], Iterable[Contradiction]] = _none

    @property
    def labels(self) -> dict[str, str]:
        """What everything that may be a key is called."""
        given = {name: one.label for name, one in (*self.inputs.items(), *self.lines.items())}
        return {**given, **WORDS}

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that may be a key."""
        return (*self.inputs, *self.lines, *WORDS)

    def names_assessors(self, table: Table) -> bool:
        """Whether the table is a bare `{王五: 0.9}`: every key could be a person's name, none is a known word."""
        is_mark = isinstance(self.inputs.get(self.primary or ""), MarkInput)
        return is_mark and bool(table) and not any(key in self.names or key.isascii() for key in table)

    def takes(self, key: str) -> bool:
        """Whether it may be a key here."""
        return key in self.inputs or key in self.lines or key in WORDS or key in self.dormant


def entry_of(node: Node) -> Entry:
    """Return what may be entered under `node`: the inputs it declares, its marks, its evidence lines."""
    inputs: dict[str, Input | MarkInput] = dict(node.heading.declared)
    if not isinstance(node, Leaf):
        primary = next(iter(inputs)) if len(inputs) == 1 else None
        return Entry(node.id, node.heading.label, inputs, {}, primary)
    own = [slot for slot in node.slots.values() if slot.owner == node.id]
    inputs |= {slot.name: slot.spec for slot in own}
    primary = own[0].name if len(own) == 1 else node.rule.primary
    return Entry(node.id, node.heading.label, inputs, node.evidence, primary, contradictions=node.rule.contradictions)


class FactReader:
    """Reads facts."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self._records = RecordReader(findings)

    def fact(self, entry: Entry, tree: Tree, place: Place) -> Fact:
        """Read the fact of one node."""
        table = self._as_table(entry, tree, place)
        if not all(map(entry.takes, table)):
            self.findings.unknown_keys(table, (*entry.names, *entry.dormant), f"“{entry.id} {entry.label}”")
        given = {name: (spec, value) for name, spec in entry.inputs.items() if (value := table.get(name)) is not None}
        empty = frozenset(
            name
            for name, (spec, value) in given.items()
            if isinstance(value, Rows) and not value and not isinstance(spec, MarkInput)
        )
        read = {
            name: self._value(entry, name, spec, written, table.key_place(name))
            for name, (spec, written) in given.items()
            if name not in empty
        }
        lines = {
            name: shown
            for name, line in entry.lines.items()
            if (shown := self._line(entry, line, table, name)) is not None
        }
        reason, basis, note = (self._words(entry, table, word) for word in WORDS)
        values = {name: value for name, value in read.items() if value is not None}
        for wrong in entry.contradictions(values):
            where = getattr(table[wrong.name], "place", table.key_place(wrong.name))
            self.findings.error(where, "contradiction", f"“{entry.id}”的{wrong.text}", wrong.hint)
        return Fact(values, lines, empty, reason, basis, note)

    def _as_table(self, entry: Entry, tree: Tree, place: Place) -> Table:
        """A bare value stands for the primary input."""
        if isinstance(tree, Table) and self._is_one_entry(entry, tree):
            text = f"“{entry.id} {entry.label}”应为列表：每一项前面加“- ”，或在两边加方括号[ ]"
            self.findings.error(tree.place, "not_a_list", text)
            return Table(place=place)
        if isinstance(tree, Table) and not entry.names_assessors(tree):
            return tree
        if tree is None:
            return Table(place=place)
        if entry.primary is None:
            where = getattr(tree, "place", place)
            text = f"“{entry.id} {entry.label}”要分别填写：{'、'.join(entry.inputs or entry.names)}"
            self.findings.error(where, "bare_value", text, "写成 {名称: 值, …} 的形式")
            return Table(place=place)
        return Table({Text(entry.primary, getattr(tree, "place", place)): tree}, place)

    @staticmethod
    def _is_one_entry(entry: Entry, table: Table) -> bool:
        """Whether the table is an achievement or event that stands where a list of them belongs.

        A note alone is one on the whole list, as every other word that stands beside it.
        """
        spec = entry.inputs.get(entry.primary or "")
        is_list = isinstance(spec, Input) and spec.kind in ("records", "events")
        is_record = KEYS.issuperset(table) and not all(key in entry.names for key in table)
        return is_list and is_record and not any(key in entry.inputs for key in table)

    def _words(self, entry: Entry, table: Table, word: str) -> str:
        given = table.get(word)
        if given is None:
            return ""
        return self.findings.text(given, f"“{entry.id}”的{WORDS[word]}（{word}）", table.key_place(word))

    def _line(self, entry: Entry, line: EvidenceLine, table: Table, name: str) -> Fraction | str | None:
        given = table.get(name)
        if given is None:
            return None
        what, place = f"“{entry.id}”的{line.label}", table.key_place(name)
        if line.text:
            return self.findings.text(given, what, place) or None
        return self.findings.number(given, ANY, what, place, unit=line.unit)

    def _value(self, entry: Entry, name: str, spec: Input | MarkInput, given: Tree, place: Place) -> InputValue | None:
        what = f"“{entry.id}”的{spec.label}"
        # How a word that says all there is to say is written.
        alone = f"{entry.id if name == entry.primary else name}: "
        if isinstance(spec, MarkInput):
            return self._marks(spec, given, what, place, f"{alone}{WAIVED}")
        if spec.kind == "number":
            return self._number(spec, given, what, place)
        if spec.kind == "text":
            return self.findings.text(given, what, place).strip() or None
        if spec.kind in ("choice", "flag"):
            word = self.findings.one_of(given, spec.choices or _YES, what, place)
            return _YES[word] if word is not None and spec.flag else word
        return self._list(spec, given, what, place, f"{alone}{NOTHING}")

    def _list(self, spec: Input, given: Tree, what: str, place: Place, nothing: str) -> InputValue | None:
        if isinstance(given, Text) and given == NOTHING:
            return ()
        if isinstance(given, Text):
            text = f"{what}应为列表，没有的写“{NOTHING}”，这里写的是“{given}”"
            self.findings.error(given.place, "not_a_list", text)
            return None
        if spec.records is not None:
            return self._records.achievements(spec.records, given, what, place, nothing)
        return self._records.events(given, what, place, nothing)

    def _number(self, spec: Input, given: Tree, what: str, place: Place) -> Fraction | None:
        value = self.findings.number(given, spec.bounds, what, place, unit=spec.unit)
        if value is not None and spec.whole and value.denominator != 1:
            self.findings.error(getattr(given, "place", place), "not_whole", f"{what}应为整数（{spec.unit}）")
            return None
        return value

    def _marks(self, spec: MarkInput, given: Tree, what: str, place: Place, waived: str) -> InputValue | None:
        if isinstance(given, Text) and given == WAIVED:
            if spec.waivable:
                return Waived()
            self.findings.error(given.place, "not_waivable", f"{what}不能写“{WAIVED}”，允许{spec.text()}")
            return None
        if isinstance(given, Table):
            named = [(str(name), mark) for name, mark in given.items()]
        else:
            named = [("", mark) for mark in (given if isinstance(given, Rows) else [given])]
        part = next((mark for _, mark in named if mark == WAIVED), None) if spec.waivable else None
        if part is not None:
            where, text = getattr(part, "place", place), f"{what}不能一部分写“{WAIVED}”"
            self.findings.error(where, "waived_in_part", text, f"认定不适用的，写成 {waived}")
            return None
        read = [(self._mark(spec, mark, what, place), name) for name, mark in named]
        return tuple(Mark(value, name) for value, name in read if value is not None) or None

    def _mark(self, spec: MarkInput, given: Tree, what: str, place: Place) -> Fraction | None:
        value = self.findings.number(given, ANY, what, place, unit="分", allowed=spec.text)
        if value is None or spec.accepts(value):
            return value
        where = getattr(given, "place", place)
        self.findings.error(where, "mark", f"{what}是{given}分，允许{spec.text()}")
        return None
