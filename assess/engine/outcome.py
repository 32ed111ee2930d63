"""What an assessment yields: points with their traces, ranks, proposals, figures and problems. Data only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Literal

from assess.ground.frozen import frozen
from assess.ground.place import Problem, Remarked
from assess.parts.ballots import GroupTally, Tally
from assess.parts.execution import Execution
from assess.parts.panel import GroupScore
from assess.rules.base import Limit, Step
from assess.rules.grammar.figures import Figure
from assess.scheme.scheme import Group, Leaf, Part, Scheme, Tree
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


@frozen
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


@frozen
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


@frozen
class PartResult:
    """A part of the total. Targets also have raw points and their applicable full mark."""

    part: Part
    full: Fraction
    points: Fraction | None
    raw: Fraction | None = None
    applicable_full: Fraction | None = None
    #: How raw points became points, for the sheet.
    conversion: str = ""
    tally: Tally | None = None
    leaders: tuple[GroupScore, ...] = ()
    provisional: bool = False
    execution: Execution | None = None
    #: Whether none of the indicators applies to the unit: nothing is missing, and there is nothing to score.
    nothing_applies: bool = False
    #: The groups of people for want of whose ballots or marks there are no points.
    lacking: tuple[GroupTally | GroupScore, ...] = ()

    @property
    def unheard(self) -> tuple[GroupTally | GroupScore, ...]:
        """Those of the lacking groups of which nothing is left to enter: no ballot or mark of theirs counts."""
        return tuple(one for one in self.lacking if one.status == "empty")

    @property
    def is_unfilled(self) -> bool:
        """Whether there are no points because something is still to be entered."""
        heard = not self.lacking or len(self.unheard) < len(self.lacking)
        return self.points is None and not self.nothing_applies and heard

    def why_nothing(self, unit: str = "本单位") -> str:
        """Why no points can come of the indicators of a unit to which none applies, or only bonuses do."""
        return f"没有一个指标适用于{unit}" if self.raw is None else f"适用于{unit}的指标都没有满分"

    @property
    def assessing(self) -> tuple[GroupTally | GroupScore, ...]:
        """The groups of people whose votes or marks make it."""
        return self.leaders if self.tally is None else self.tally.groups


@frozen
class Flag:
    """Something a reader must know about a unit: `text` is what is printed."""

    id: str
    text: str


@frozen
class UnitResult:
    """Everything about one unit."""

    unit: Unit
    tree: Tree
    status: UnitStatus
    parts: Mapping[str, PartResult]
    groups: Mapping[str, GroupResult]
    leaves: Mapping[str, LeafResult]
    total: Fraction | None = None
    rank: int | None = None
    proposed: str | None = None
    decided: str | None = None
    flags: tuple[Flag, ...] = ()


@frozen
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
