"""The rows of target tables as checks look at them: an indicator with its printed values, and where they stand."""

from collections.abc import Iterator
from typing import NamedTuple

from assess.drafting.checks.subject import Spot, Subject
from assess.drafting.target_text.printed import Printed, narrowed, read_printed
from assess.ground.tree import Path, Rows, Table
from assess.rules.grammar.target_value import TargetValue
from assess.scheme.nodes import Leaf
from assess.scheme.plan import Plan
from assess.scheme.scheme import IndicatorTree

#: So many rows are named in one line; more would not be read.
NAMED = 10


class Value(NamedTuple):
    """One printed value: which one it is (`half` or `full`), how the scheme reads it, and what the text says itself."""

    which: str
    value: TargetValue
    printed: Printed

    @property
    def label(self) -> str:
        """What it is called in a sentence."""
        return "半年值" if self.which == "half" else "指标值"

    @property
    def unit(self) -> str:
        """The unit as it is printed; where the text has no number of its own, as the scheme reads it."""
        return self.value.unit if self.printed.number is None else self.printed.unit


class Row(NamedTuple):
    """One indicator of a target table."""

    spot: Spot
    leaf: Leaf
    half: Value | None
    full: Value

    @property
    def values(self) -> tuple[Value, ...]:
        """Those that there are."""
        return (self.full,) if self.half is None else (self.half, self.full)

    @property
    def name(self) -> str:
        """The indicator's name without blanks, in half-width signs."""
        return narrowed(self.leaf.heading.label)

    def path(self, which: str) -> Path:
        """Where the value stands in the tree."""
        return (*self.spot.path, "rule", self.leaf.rule.kind, which)


class Head(NamedTuple):
    """The head of a target table, and where it is written."""

    tree: IndicatorTree
    plan: Plan
    path: Path


def rows_of(subject: Subject) -> Iterator[Row]:
    """Every indicator with target values, table by table; a blank half-year value is none."""
    for spot, leaf in subject.leaves:
        if leaf.aimed is not None:
            half, full = leaf.aimed.target_values()
            before = _value("half", half) if half is not None and half.printed.strip() else None
            yield Row(spot, leaf, before, _value("full", full))


def _value(which: str, value: TargetValue) -> Value:
    return Value(which, value, read_printed(value.printed))


def tables_of(subject: Subject) -> dict[str, list[Row]]:
    """The rows by table."""
    found: dict[str, list[Row]] = {}
    for row in rows_of(subject):
        found.setdefault(row.spot.indicators.id, []).append(row)
    return found


def heads_of(subject: Subject) -> Iterator[Head]:
    """Every table's head."""
    targets = subject.tree.get("targets")
    for index, entry in enumerate(targets if isinstance(targets, Rows) else ()):
        written = entry if isinstance(entry, Table) else Table()
        tree = subject.scheme.trees[str(written.get("table") or written.get("list"))]
        if tree.plan is not None and written.get("plan") is not None:
            yield Head(tree, tree.plan, ("targets", index, "plan"))


def named(rows: list[Row]) -> str:
    """`T1、T2、T3`; of many the first and how many there are."""
    shown = "、".join(row.leaf.id for row in rows[:NAMED])
    return f"{shown}等" if len(rows) > NAMED else shown
