"""How one outcome differs from another of the same units: points, ranks, proposed grades, and what is missing anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from assess.engine.outcome import Outcome, UnitResult

#: One unit in both outcomes.
Pair = tuple[UnitResult, UnitResult]

#: nothing: not a point; points: some totals, but every rank and grade stays; places: some rank or grade.
Effect = Literal["nothing", "points", "places"]


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a unit stands in its list; None where that is not known yet."""

    total: Fraction | None
    rank: int | None
    grade: str | None


@dataclass(frozen=True, slots=True)
class UnitChange:
    """A unit whose points, rank or proposed grade differ."""

    unit: str
    name: str
    list: str
    before: Placing
    after: Placing

    @property
    def points(self) -> Fraction | None:
        """By how much the total changes; None while one of the two is not known."""
        if self.before.total is None or self.after.total is None:
            return None
        return self.after.total - self.before.total

    @property
    def moves(self) -> bool:
        """Whether rank or proposed grade change."""
        return (self.before.rank, self.before.grade) != (self.after.rank, self.after.grade)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that only the second outcome asks for, and the units that lack it."""

    id: str
    label: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changes; units of a list in which something is missing anew are not compared: their ranks are open."""

    changes: tuple[UnitChange, ...]
    gaps: tuple[Gap, ...]
    #: Lists that are not compared.
    open: tuple[str, ...]

    @property
    def effect(self) -> Effect:
        """The worst that happens to a unit that could be compared."""
        if any(change.moves for change in self.changes):
            return "places"
        return "points" if self.changes else "nothing"


def compare(before: Outcome, after: Outcome) -> Comparison:
    """Compare two outcomes of the same evidence."""
    results = {one.unit.id: one for listed in after.lists for one in listed.units}
    gaps: dict[tuple[str, str], list[str]] = {}
    changes: list[UnitChange] = []
    left_open = []
    for listed in before.lists:
        pairs = [(one, results[one.unit.id]) for one in listed.units]
        found = _gaps(pairs)
        for key, name in found:
            gaps.setdefault(key, []).append(name)
        if found:
            left_open.append(listed.id)
        else:
            changes += _changes(listed.id, pairs)
    return Comparison(
        changes=tuple(changes),
        gaps=tuple(Gap(name, label, tuple(units)) for (name, label), units in gaps.items()),
        open=tuple(left_open),
    )


def _changes(list_id: str, pairs: Sequence[Pair]) -> Iterator[UnitChange]:
    """The units that differ, in the old order."""
    for old, new in pairs:
        before, after = _placing(old), _placing(new)
        if before != after:
            yield UnitChange(old.unit.id, _name(old), list_id, before, after)


def _placing(one: UnitResult) -> Placing:
    return Placing(one.total, one.rank, one.proposed)


def _name(one: UnitResult) -> str:
    return one.unit.short or one.unit.name


def _gaps(pairs: Sequence[Pair]) -> list[tuple[tuple[str, str], str]]:
    """What is missing anew: (id, label) and the unit's name, in the office's order."""
    ordered = sorted(pairs, key=lambda pair: (pair[0].unit.order, pair[0].unit.id))
    found = []
    for old, new in ordered:
        known = set(_missing(old))
        found += [(key, _name(new)) for key in _missing(new) if key not in known]
    return found


def _missing(one: UnitResult) -> Iterator[tuple[str, str]]:
    for leaf in one.leaves.values():
        labels = {slot.key: slot.spec.label for slot in leaf.leaf.slots.values()}
        for key in leaf.missing:
            yield key, f"{leaf.leaf.id} {leaf.leaf.heading.label}：{labels[key]}"
    for part in one.parts.values():
        covered = part.nothing_applies or (part.part.rules.sums_indicators and _lacks(one))
        if part.points is None and not covered:
            unheard = "、".join(group.reason() for group in part.unheard)
            yield part.part.id, f"{part.part.label}：{unheard}" if unheard else part.part.label


def _lacks(one: UnitResult) -> bool:
    return any(leaf.status == "missing" for leaf in one.leaves.values())
