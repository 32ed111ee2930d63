"""What every part of the total has: parameters, what is entered for it, points, explanation, reach, checks.

A part kind is a file beside this one: its parameters are the fields of a `PartRules`, and what becomes of one unit is a
`PartScore`. Nobody outside of this package asks of which kind a part is.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import KW_ONLY, dataclass
from fractions import Fraction
from typing import Any, ClassVar, Literal, NamedTuple, Protocol, Self

from assess.entered.enterable import Enterable
from assess.entered.questions import Question
from assess.entered.rounds import Round
from assess.entered.values import InputValue, Opinion
from assess.ground.address import Address
from assess.ground.findings import Findings
from assess.ground.model import Model
from assess.ground.names import Names
from assess.ground.place import Problem
from assess.ground.tree import Path, Tree
from assess.parts.opinions.groups import AssessingGroup
from assess.rules.grammar.reach import Reach

#: Who alone may know what a single person says of a unit: the giver, or those whom the office named.
Keepers = Literal["giver", "office"]

#: Whether whoever looks may know what the person of this name says; the name may be empty.
Knows = Callable[[str], bool]

#: Points as they are printed; None stays None.
Written = Callable[[Fraction | None], str | None]


class Elsewhere(NamedTuple):
    """What other units reach on the indicators that do not apply to one: mean points, of these full marks."""

    points: Fraction
    marks: Fraction
    #: Whether this rests on a unit that is not scored for certain.
    provisional: bool


class IndicatorSums(Protocol):
    """What the indicators of a part come to for one unit, before they become points of the part."""

    @property
    def raw(self) -> Fraction | None:
        """The sum of the printed points; None while one is missing, or where nothing applies."""

    @property
    def provisional(self) -> bool:
        """Whether it rests on a population figure that is not complete."""

    @property
    def is_missing(self) -> bool:
        """Whether a value is missing."""

    @property
    def carry(self) -> bool:
        """Whether anything at the top carries a full mark, whether it applies or not."""

    def applicable(self, *, stated: bool) -> Fraction:
        """The full mark of what applies: derived, or as the document states it where it does."""

    def elsewhere(self) -> Elsewhere:
        """What the other units on the same indicators reach on what does not apply to this one."""


class PartCase(Protocol):
    """What a part of the total may know of one unit."""

    unit_id: str
    part_id: str
    #: The full mark of the part on the unit's list, above 0.
    full: Fraction
    #: Places of printed points.
    digits: int

    @property
    def unit_name(self) -> str:
        """What the unit is called."""

    @property
    def label(self) -> str:
        """What the part is called."""

    def group_name(self, group: str) -> str:
        """What a group of people is called, so that no other part has one of that name."""

    @property
    def opinions(self) -> Mapping[str, Opinion]:
        """What was entered for this part, by group of people."""

    @property
    def rounds(self) -> Mapping[str, Round]:
        """The rounds in which the unit is voted on, by group of people; a group without one counts for each unit."""

    @property
    def recused(self) -> frozenset[str]:
        """The assessors whose marks on the unit are left out (U16)."""

    @property
    def money_unit(self) -> str:
        """The unit of amounts in the plan of the unit's table."""

    @property
    def indicators(self) -> IndicatorSums:
        """What the indicators of the part come to."""

    def value(self, owner: str, name: str) -> InputValue | None:
        """What is entered for input `name` of node `owner`; None while it is not entered."""

    def rounded(self, value: Fraction) -> Fraction:
        """Points as they are printed; left exact where only totals are rounded (U15)."""


@dataclass(frozen=True, slots=True)
class PartScore(ABC):
    """What a part gives one unit; each kind adds what it came from, and says it."""

    #: As printed; None while something lacks.
    points: Fraction | None
    _: KW_ONLY
    #: Whether they rest on a population figure that is not complete.
    provisional: bool = False
    #: The sum of the indicators before it became points; None where there are no indicators.
    raw: Fraction | None = None
    #: The full mark of the indicators that apply; None where there is none.
    applicable_full: Fraction | None = None
    #: How the sum of the indicators became points, where it is another number.
    conversion: str = ""
    #: Whether none of the indicators applies to the unit: nothing is missing, and there is nothing to score.
    nothing_applies: bool = False

    @property
    def groups(self) -> tuple[AssessingGroup, ...]:
        """The groups of people whose votes or marks make it."""
        return ()

    @property
    def blocked(self) -> tuple[AssessingGroup, ...]:
        """The groups that are entered, and yet leave the unit without points."""
        return ()

    def why_nothing(self, unit: str = "本单位") -> str:
        """Why no points can come although nothing is missing."""
        del unit
        return ""

    @abstractmethod
    def lines(self, digits: int) -> Iterator[str]:
        """How the points came about, one thought a line."""

    def calculation(self) -> str:
        """The same in a few words, for a column of a table."""
        return ""

    def concealed(self, knows: Knows) -> Self:
        """The same without what single people said, as far as whoever looks may not know it."""
        del knows
        return self

    def document(self, written: Written) -> dict[str, Any]:
        """What a result in JSON says besides points and full mark."""
        del written
        return {}

    def trace(self, written: Written) -> dict[str, Any]:
        """What its trace says."""
        del written
        return {}


class PartSubject(NamedTuple):
    """A part as a check sees it: what it is called in findings, its full marks by list, and what lists are called."""

    name: str
    full: Mapping[str, Fraction]
    lists: Mapping[str, str]


class PartFinding(NamedTuple):
    """What a check found; `path` leads from the part to the place."""

    path: Path
    text: str
    hint: str = ""


class PartCheck(NamedTuple):
    """A check of a part's parameters as it runs and as documentation lists it; `theme` as the other checks have it."""

    code: str
    theme: str
    title: str
    reason: str
    run: Callable[[Any, PartSubject], Iterator[PartFinding]]


class TopLevel(NamedTuple):
    """The highest level that people may choose, its value, and what it is divided by; `path` leads to where it is."""

    label: str
    value: Fraction
    basis: Fraction
    path: Path


class ReachCase(Protocol):
    """What a part may know about what its indicators can give units of one type."""

    @property
    def full(self) -> Fraction:
        """The full mark of the part, above 0."""

    @property
    def raw(self) -> Reach:
        """What the sum of the indicators can be."""

    def applicable(self, *, stated: bool) -> Fraction:
        """The full mark of what applies to the unit type."""


class PartRules(Model, ABC):
    """The parameters of one kind of part."""

    #: The word that stands in a scheme file.
    kind: ClassVar[str] = ""
    #: What it is called, in messages and in the documentation of its key.
    title: ClassVar[str] = ""
    summary: ClassVar[str] = ""
    #: The key of a unit under which it is entered; empty: it has none of its own.
    section: ClassVar[str] = ""
    #: Whether it adds up indicators.
    sums_indicators: ClassVar[bool] = False
    #: What is checked of its parameters beside what makes them wrong.
    checks: ClassVar[tuple[PartCheck, ...]] = ()

    def names(self) -> Iterator[Names]:
        """The names that its parameters give, by where they stand among them."""
        return iter(())

    @abstractmethod
    def score(self, case: PartCase) -> PartScore:
        """Points of one unit."""

    def asks(self, case: PartCase) -> Iterator[Question]:
        """What is entered for it, apart from indicators, in the order of the paper."""
        del case
        return iter(())

    def asks_of(self, of: Round, label: str, lists: Mapping[str, str]) -> Iterator[Question]:
        """What is entered of a round once for all units; `label` is the part's, `lists` what lists are called."""
        del of, label, lists
        return iter(())

    def read(self, findings: Findings, tree: Tree, unit: str) -> dict[str, Opinion]:
        """What a file holds under the part's section, by group; `unit` is the unit's name, for messages."""
        del findings, tree, unit
        return {}

    def odd(self, case: PartCase) -> Iterator[tuple[Address, str, str, str]]:
        """What is odd about what is entered for one unit: address, value, what is said, what to do."""
        del case
        return iter(())

    def few(self, case: PartCase) -> Iterator[tuple[Address, str, str, str]]:
        """Where fewer took part than the part wants, and a person has to say that it counts; as in `odd`."""
        del case
        return iter(())

    def contradictions(self, case: PartCase) -> Iterator[Problem]:
        """What lacks or contradicts itself in the counts behind what is entered for one unit."""
        del case
        return iter(())

    @property
    def paper_rows(self) -> tuple[str, ...]:
        """What a voter's paper may say on the row of a unit; none: there are no papers, and no rounds of voting."""
        return ()

    @abstractmethod
    def reach(self, case: ReachCase) -> Reach:
        """The lowest and the highest points that it can give."""

    @property
    def top_level(self) -> TopLevel | None:
        """The level that ought to give the full mark; None where people choose among no levels."""
        return None

    def group_address(self, unit: str, part: str, group: str) -> Address:
        """Where what a group of people says of a unit is entered."""
        return Address(unit, part, group)

    @property
    def group_labels(self) -> Mapping[str, str]:
        """The groups of people whose votes or marks make it: what each is called, by id."""
        return {}

    def highest_mark(self, group: str) -> Fraction | None:
        """The highest mark that a person of the group may give; None: they give none, or choose among levels."""
        del group
        return None

    @property
    def confidential_to(self) -> Keepers | None:
        """Who alone may know what a single person says of a unit; None: it is no secret."""
        return None

    @property
    def entry_inputs(self) -> Mapping[str, Enterable]:
        """The inputs of the part's own, each of a group of people or of an assessor."""
        return {}

    def written_at(self, address: Address) -> tuple[str, ...]:
        """The keys under the part's section that lead to an entered value, the outer first."""
        del address
        return ()

    def entered_at(self, part: str) -> tuple[str, ...]:
        """The nodes under which it is entered, apart from indicators; `part` is its own id."""
        return (part,) if self.section else ()

    def takes(self, node: str) -> bool:
        """Whether it adds up the node of this id, at the top of the indicators."""
        del node
        return False

    @property
    def named_nodes(self) -> tuple[str, ...]:
        """The nodes at the top of the indicators that it names; none: it takes all of them, or none."""
        return ()

    @property
    def ranks_within_type(self) -> bool:
        """Whether units are ranked only among those of their own type (U1)."""
        return False

    def in_words(self) -> str:
        """How it is scored, where a scheme's overview says so."""
        return ""
