"""What the head of a target table says, and which lines of its money are parts of others."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from assess.drafting.importing.table_rows import PlacedDoubt
from assess.ground.numbers import ZERO

#: With more lines of money nobody has summed them by hand.
_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Money:
    """A line of money: its amounts, None where the file leaves them blank; the name of what it is a part of."""

    label: str
    amounts: tuple[Fraction | None, ...]
    part_of: str | None = None


@dataclass(slots=True)
class Head:
    """What the head of one table says; empty where it says nothing."""

    title: str = ""
    holder: str = ""
    project: str = ""
    year: str = ""
    unit: str = ""
    #: The units of money that stand in brackets, in their order.
    units: list[str] = field(default_factory=list)
    purpose: list[str] = field(default_factory=list)
    long_term: list[str] = field(default_factory=list)
    goals: list[str] = field(default_factory=list)
    funds: list[Money] = field(default_factory=list)
    #: Two amounts: by the middle of the year, and for all of it.
    spending: list[Money] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    doubts: list[PlacedDoubt] = field(default_factory=list)


def with_parts(lines: Sequence[Money]) -> list[Money]:
    """Say which lines are parts: those that sum to the one above them, or that begin with 其中."""
    found = list(lines)
    for at, line in enumerate(found if len(found) <= _MOST_LINES else ()):
        if line.part_of is None:
            for below in range(at + 1, at + 1 + _parts_below(found, at)):
                found[below] = replace(found[below], part_of=line.label)
    return found


def _parts_below(lines: Sequence[Money], at: int) -> int:
    """How many lines below sum to the one at `at`; with 其中 all up to the end are meant."""
    if lines[at].part_of is None and at + 1 < len(lines) and lines[at + 1].label.startswith("其中"):
        return len(lines) - at - 1
    sums = [ZERO] * len(lines[at].amounts)
    best = 0
    for count, line in enumerate(lines[at + 1 :], start=1):
        sums = [before + (amount or ZERO) for before, amount in zip(sums, line.amounts, strict=True)]
        if sums == [amount or ZERO for amount in lines[at].amounts] and any(sums):
            best = count
    return best
