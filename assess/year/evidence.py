"""A year's evidence: what is known of each unit."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal

from assess.entered.rounds import Round
from assess.entered.values import Fact, InputValue, Opinion
from assess.ground.address import Address
from assess.ground.place import Place, Problem
from assess.year.written import Written


@dataclass(frozen=True, slots=True)
class Application:
    """An application for the best grade: the conditions that the office recognised (none: applied without one)."""

    meets: tuple[str, ...] = ()
    work: str = ""
    statement: str = ""


@dataclass(frozen=True, slots=True)
class LastYear:
    """Last year's sealed place."""

    list: str
    rank: int
    of: int
    last: bool


Stage = Literal["year", "half_year"]

DecisionKind = Literal["bar", "grade", "award"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What people decided about a unit, with person, reason and time. `value`: the bar, grade or award named."""

    unit: str
    kind: DecisionKind
    value: str
    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A person's word that a reminder was looked into: which one, where, what stood there, who says so and why."""

    code: str
    address: Address
    value: str
    by: str
    reason: str
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Former:
    """What was so of a unit until a day within the year; from `changed` (YYYY-MM-DD) on it is as the unit says.

    Empty: not changed on that day.
    """

    changed: str
    name: str = ""
    short: str = ""
    head: str = ""
    table: str = ""


@dataclass(frozen=True, slots=True)
class UnitHistory:
    """Where a unit comes from, and what became of it in the year. Days are YYYY-MM-DD, or empty."""

    #: In the order of writing.
    formerly: tuple[Former, ...] = ()
    #: Its first and its last day, where it came into being or ended by merger, split or decision.
    since: str = ""
    until: str = ""
    #: The units that it became a part of, or that it was split into.
    successors: tuple[str, ...] = ()
    #: Units of last year, under other ids, that it continues.
    previous: tuple[str, ...] = ()


NO_HISTORY = UnitHistory()


@dataclass(frozen=True, slots=True)
class Unit:
    """A department or college that is assessed."""

    id: str
    name: str
    type: str
    table: str | None = None
    short: str = ""
    order: int = 0
    head: str = ""
    contact: str = ""
    #: Why it takes no part; empty: it takes part.
    absent: str = ""
    #: Why it is scored but neither ranked nor graded (参加但不定等次); empty: it is.
    ungraded: str = ""
    history: UnitHistory = NO_HISTORY
    attributes: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    self_marks: Mapping[str, Fraction] = field(default_factory=dict)
    #: What it says of its year, and of single indicators beside its own marks.
    self_report: str = ""
    self_notes: Mapping[str, str] = field(default_factory=dict)
    #: What people say of it, by part of the total and group: ballots, or marks (none: entered as 无).
    opinions: Mapping[str, Mapping[str, Opinion]] = field(default_factory=dict)
    application: Application | None = None
    last_year: LastYear | None = None
    #: Whether it ended before the scheme's period did: there is nothing to assess any more.
    ended: bool = field(default=False, compare=False)
    place: Place | None = field(default=None, compare=False)

    @property
    def takes_part(self) -> bool:
        """Whether it is assessed this year."""
        return not self.absent and not self.ended

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that people may call it, apart from its id: papers that are out have its former names."""
        former = (word for one in self.history.formerly for word in (one.name, one.short))
        return tuple(dict.fromkeys(word for word in (self.name, self.short, *former) if word))

    def value(self, owner: str, name: str) -> InputValue | None:
        """Return what is entered for input `name` of node `owner`; None while it is not entered."""
        fact = self.facts.get(owner)
        return None if fact is None else fact.values.get(name)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A year's inputs for one scheme."""

    scheme: str
    title: str
    units: tuple[Unit, ...]
    made_up: bool = False
    #: Assessor → the unit that he or she belongs to.
    assessors: Mapping[str, str] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    #: The votes that were counted once for all units.
    rounds: tuple[Round, ...] = ()
    stage: Stage = "year"
    confirmed: tuple[Confirmation, ...] = ()
    #: Whether it is the scheme's own sample, where made-up values belong; where it is from is no part of its content.
    is_sample: bool = field(default=False, compare=False)
    written: Written = field(default_factory=Written, compare=False, repr=False)

    def placed(self, problem: Problem) -> Problem:
        """The problem with the place at which the value that it is about is written, as near as anything is."""
        if problem.address is None or problem.place is not None:
            return problem
        return replace(problem, place=self.written.place_of(problem.address))
