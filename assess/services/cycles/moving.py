"""Which units move with a change: whose total, rank or proposed grade becomes another one, and by what."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction

from assess.engine.outcome import Outcome, UnitResult


@dataclass(frozen=True, slots=True)
class Item:
    """An indicator, or a part of the total, whose points are others now; None: none."""

    label: str
    before: Fraction | None
    after: Fraction | None


@dataclass(frozen=True, slots=True)
class Moved:
    """A unit that moves. `touched`: whether a value of its own was changed."""

    unit: str
    name: str
    touched: bool
    items: tuple[Item, ...]
    total: tuple[Fraction | None, Fraction | None]
    rank: tuple[int | None, int | None]
    grade: tuple[str | None, str | None]


def moved(before: Outcome, after: Outcome, touched: Collection[str]) -> tuple[Moved, ...]:
    """The units that move, in the order of the lists: those that were touched, and those whose points rest on them."""
    return tuple(_moved(before, after, touched))


def _moved(before: Outcome, after: Outcome, touched: Collection[str]) -> Iterator[Moved]:
    for one in after.lists:
        for result in one.units:
            old = before.unit(result.unit.id)
            found = Moved(
                unit=result.unit.id,
                name=result.unit.name,
                touched=result.unit.id in touched,
                items=tuple(_items(old, result)),
                total=(None if old is None else old.total, result.total),
                rank=(None if old is None else old.rank, result.rank),
                grade=(_grade(old), _grade(result)),
            )
            is_other = any(a != b for a, b in (found.total, found.rank, found.grade))
            if found.items or is_other:
                yield found


def _grade(result: UnitResult | None) -> str | None:
    return None if result is None else result.proposed


def _items(old: UnitResult | None, new: UnitResult) -> Iterator[Item]:
    for name, part in new.parts.items():
        before = None if old is None or name not in old.parts else old.parts[name].points
        if part.part.entered_at and before != part.points:
            yield Item(part.part.label, before, part.points)
    for name, leaf in new.leaves.items():
        before = None if old is None or name not in old.leaves else old.leaves[name].points
        if before != leaf.points:
            yield Item(f"{name} {leaf.leaf.heading.label}", before, leaf.points)
