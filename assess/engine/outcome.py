"""What an assessment yields: points with their traces, ranks, proposals, figures and problems. Data only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Literal

from assess.ground.place import Problem, Remarked
from assess.parts.base import PartScore
from assess.parts.opinions.groups import AssessingGroup
from assess.rules.grammar.figures import Figure
from assess.rules.grammar.step import Limit, Step
from assess.scheme.nodes import Group, Leaf
from assess.scheme.scheme import IndicatorTree, Part, Scheme
from assess.scheme.selection import UNGRADED
from assess.year.canonical import evidence_sha256
from assess.year.evidence import Evidence, Unit

LeafStatus = Literal["scored", "missing", "not_applicable"]
UnitStatus = Literal["complete", "provisional", "incomplete", "absent"]

#: The code of the reminder and of the flag that a unit has nothing by which it could be scored.
NOTHING_APPLIES = "nothing_applies"
#: The same of a group of people whose ballots or marks are entered, and none of them counts.
NOBODY_COUNTS = "nobody_counts"

STATUS_LABELS: dict[UnitStatus, str] = {
    "complete": "完整",
    "provisional": "暂定",
    "incomplete": "未完成",
    "absent": "不参加",
}


@dataclass(frozen=True, slots=True)
class LeafResult:
    """One indicator of one unit. `points` is rounded as printed; `exact` is before rounding."""

    leaf: Leaf
    status: LeafStatus
    points: Fraction | None = None
    exact: Fraction | None = None
    #: Whether a person declared it 不适用 (a type that is exempt is not_applicable without this).
    waived: bool = False
    provisional: bool = False
    #: The share of the points that ceilings above leave alone where the scheme lifts them.
    uncapped: Fraction = Fraction(0)
    step: Step | None = None
    #: Evidence keys of inputs that were asked for and are missing.
    missing: tuple[str, ...] = ()
    #: What is left of the full mark where a person declared the leaf, or a part of its rule, 不适用; None: all of it.
    left: Fraction | None = None

    @property
    def full(self) -> Fraction | None:
        """The full mark that counts for the unit; None for a leaf without one."""
        return self.leaf.maximum if self.left is None else self.left


@dataclass(frozen=True, slots=True)
class GroupResult:
    """The combination of a group's printed children. `points` is None while a leaf below is missing."""

    group: Group
    applies: bool
    full: Fraction
    points: Fraction | None
    sum: Fraction | None
    uncapped: Fraction = Fraction(0)
    limits: tuple[Limit, ...] = ()
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class PartResult:
    """A part of the total: its full mark on the unit's list, and what the unit got."""

    part: Part
    full: Fraction
    score: PartScore

    @property
    def unheard(self) -> tuple[AssessingGroup, ...]:
        """The groups for want of which there are no points, and of which nothing is left to enter."""
        return self.score.blocked

    @property
    def is_unfilled(self) -> bool:
        """Whether there are no points because something is still to be entered."""
        if self.points is not None or self.nothing_applies:
            return False
        return not self.unheard or any(one.status == "missing" for one in self.score.groups)

    @property
    def points(self) -> Fraction | None:
        """The points; None while something lacks."""
        return self.score.points

    @property
    def provisional(self) -> bool:
        """Whether they rest on a population figure that is not complete."""
        return self.score.provisional

    @property
    def raw(self) -> Fraction | None:
        """The sum of its indicators before it became points; None where it has none."""
        return self.score.raw

    @property
    def applicable_full(self) -> Fraction | None:
        """The full mark of the indicators that apply; None where there is none."""
        return self.score.applicable_full

    @property
    def conversion(self) -> str:
        """How the sum of the indicators became points, where it is another number."""
        return self.score.conversion

    @property
    def nothing_applies(self) -> bool:
        """Whether no indicator applies to the unit: nothing is missing, and there is nothing to score."""
        return self.score.nothing_applies


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a reader must know about a unit: `text` is what is printed."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class UnitResult:
    """Everything about one unit."""

    unit: Unit
    tree: IndicatorTree
    status: UnitStatus
    parts: Mapping[str, PartResult]
    groups: Mapping[str, GroupResult]
    leaves: Mapping[str, LeafResult]
    total: Fraction | None = None
    rank: int | None = None
    proposed: str | None = None
    decided: str | None = None
    flags: tuple[Flag, ...] = ()

    @property
    def state(self) -> str:
        """Its status in a word; 不定等次 where nothing else keeps it from a rank."""
        return UNGRADED if self.unit.ungraded and self.status == "complete" else STATUS_LABELS[self.status]


@dataclass(frozen=True, slots=True)
class ListResult:
    """The units of a list, best first; unranked ones follow in the office's order."""

    id: str
    label: str
    full: Fraction
    units: tuple[UnitResult, ...]
    quota: int | None = None
    #: Whether the proposals of this list may still change because something is missing.
    open: bool = False


@dataclass(frozen=True)
class Outcome(Remarked):
    """The result of one `assess()`."""

    scheme: Scheme
    evidence: Evidence
    lists: tuple[ListResult, ...]
    #: Population figures by the leaf that uses them, then by id.
    figures: Mapping[str, Figure] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @cached_property
    def evidence_sha256(self) -> str:
        """The hash of the evidence, worked out when it is first asked for."""
        return evidence_sha256(self.evidence)

    def unit(self, unit_id: str) -> UnitResult | None:
        """Return the result of a unit, or None."""
        for one in self.lists:
            for result in one.units:
                if result.unit.id == unit_id:
                    return result
        return None
