"""What a step of entering did to results: of the units and indicators whose values it changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from assess.engine.form import form
from assess.engine.outcome import LeafResult, Outcome, PartResult, UnitResult
from assess.ground.address import UNIT, YEAR
from assess.ground.place import Problem, Severity
from assess.services.cycles.stepping import Step, ValueChange
from assess.year.case import Facts

Status = Literal["scored", "missing", "not_applicable", "absent"]


@dataclass(frozen=True, slots=True)
class Points:
    """What an indicator, a part of the total or a unit has: points, or why there are none."""

    status: Status
    points: Fraction | None = None


@dataclass(frozen=True, slots=True)
class ItemEffect:
    """What became of the points of one indicator, or one part of the total that has values of its own."""

    label: str
    before: Points
    after: Points
    #: The full mark; None: it has none.
    full: Fraction | None


@dataclass(frozen=True, slots=True)
class UnitEffect:
    """What became of one unit: its indicators in the order of the document, its total, what is missing still."""

    unit: str
    name: str
    items: tuple[ItemEffect, ...]
    before: Points
    after: Points
    missing: int
    #: What is wrong with its values together, such as a division by zero; nothing is scored while it stands.
    errors: tuple[Problem, ...]


def effects_of(step: Step) -> tuple[UnitEffect, ...]:
    """The effect on each unit of which something changed; none for a half-year, which is not scored."""
    if step.after.evidence.stage != "year":
        return ()
    touched = _touched(step.changes)
    if not touched:
        return ()
    before, after = step.outcomes
    found = ((after.unit(unit), nodes) for unit, nodes in touched.items())
    return tuple(
        _of_unit(result, nodes, None if before is None else before.unit(result.unit.id), after)
        for result, nodes in found
        if result is not None
    )


def wrong_elsewhere(step: Step) -> tuple[Problem, ...]:
    """What became wrong by a change of the year's own values: a round's numbers, and the rows that do not fit them."""
    if step.after.evidence.stage != "year" or all(one.address.unit != YEAR for one in step.changes):
        return ()
    touched = _touched(step.changes)
    before, after = step.outcomes
    known = () if before is None else before.problems
    errors = (one for one in after.problems if one.severity is Severity.ERROR and one not in known)
    return tuple(one for one in errors if one.address is None or one.address.unit not in touched)


def _touched(changed: Iterable[ValueChange]) -> dict[str, set[str]]:
    """By unit, the nodes under which something changed."""
    touched: dict[str, set[str]] = {}
    for one in changed:
        if one.address.unit != YEAR:
            touched.setdefault(one.address.unit, set()).add(one.address.node)
    return touched


def _of_unit(result: UnitResult, nodes: set[str], before: UnitResult | None, after: Outcome) -> UnitEffect:
    own = [one for one in after.problems if one.address is not None and one.address.unit == result.unit.id]
    return UnitEffect(
        unit=result.unit.id,
        name=result.unit.name,
        items=tuple(_items(result, nodes, before)) if nodes != {UNIT} else (),
        before=Points("absent") if before is None else _total(before),
        after=_total(result),
        missing=missing_of(after, result),
        errors=tuple(one for one in own if one.severity is Severity.ERROR),
    )


def missing_of(outcome: Outcome, result: UnitResult) -> int:
    """How many values a unit still has to enter."""
    if not result.unit.takes_part:
        return 0
    asked = form(Facts(outcome.scheme, outcome.evidence), result.unit)
    return len({one.address for one in asked if one.is_missing})


def _total(result: UnitResult) -> Points:
    if result.status == "absent":
        return Points("absent")
    return _given(result.total)


def _items(result: UnitResult, nodes: set[str], before: UnitResult | None) -> Iterator[ItemEffect]:
    for id_, part in result.parts.items():
        if nodes.intersection(part.part.entered_at):
            old = None if before is None else before.parts.get(id_)
            yield ItemEffect(part.part.label, _of_part(old), _of_part(part), part.full)
    for id_, leaf in result.leaves.items():
        if nodes.intersection((id_, *(slot.owner for slot in leaf.leaf.slots.values()))):
            was = None if before is None else before.leaves.get(id_)
            label = f"{id_} {leaf.leaf.heading.label}"
            yield ItemEffect(label, _of_leaf(was), _of_leaf(leaf), leaf.full)


def _of_part(result: PartResult | None) -> Points:
    return Points("absent") if result is None else _given(result.points)


def _of_leaf(result: LeafResult | None) -> Points:
    return Points("absent") if result is None else Points(result.status, result.points)


def _given(points: Fraction | None) -> Points:
    return Points("missing") if points is None else Points("scored", points)
