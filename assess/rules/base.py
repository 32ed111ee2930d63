"""What every rule kind has: parameters, the inputs it asks for, points, explanation, reach, checks, a worked case."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Protocol

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema

from assess.entered.inputs import Input, MarkInput
from assess.entered.records import Counted
from assess.ground.edges import Edges
from assess.ground.expression import Expression
from assess.ground.model import Model
from assess.ground.numbers import ZERO, decimals_around, short
from assess.rules.grammar.figures import Figure, FigureSpec
from assess.rules.grammar.reckoning import summed
from assess.rules.grammar.trimming import UNTRIMMED, Trim, UsedMarks

#: Most places of computed points in a sentence that goes on to say what rounding makes of them.
PLACES = 4


#: Whether each indicator's points are rounded, or only the total. U15.
RoundAt = Literal["leaf", "total"]


def sentence_places(round_at: RoundAt, digits: int) -> int:
    """The most places of computed points in a sentence.

    Where leaves are rounded a reader sees what the rounding does, else the points as they are printed.
    """
    return PLACES if round_at == "leaf" else digits


@dataclass(frozen=True, slots=True)
class Limit:
    """A ceiling or floor that bit: a printed line of its own."""

    kind: str
    bound: Fraction
    before: Fraction

    def summed(self, places: int = PLACES) -> str:
        """The points before it bit, on their side of it."""
        return short(self.before, places, (self.bound, Fraction(self.shown_bound)))

    def text(self, places: int = PLACES, terms: Sequence[str] = ()) -> str:
        """`合计9分，超过上限8分，按8分计`; `terms`: what a reader adds up, as it is shown before."""
        before = self.summed(places)
        return f"合计{summed(terms, before) if terms else before}分，{self.outcome}"

    @property
    def outcome(self) -> str:
        """`超过上限8分，按8分计`."""
        side = "超过上限" if self.kind == "ceiling" else "低于下限"
        return f"{side}{self.shown_bound}分，按{self.shown_bound}分计"

    @property
    def shown_bound(self) -> str:
        """The bound, on its side of the points."""
        return short(self.bound, beside=(self.before,))


#: Shared by the many steps that use no number: a mark is given as it is.
_NO_VALUES: Mapping[str, Fraction | str] = {}


@dataclass(frozen=True, slots=True)
class Step:
    """One applied rule: data only, so that every output is a view of it.

    `points` is None when a person chose 不适用. `uncapped` is the share of the points that ceilings above leave alone.
    `left` is what is left of the leaf's full mark where a person chose 不适用 for a part of the rule; None: all of it.
    """

    rule: str
    points: Fraction | None
    values: Mapping[str, Fraction | str] = field(default_factory=lambda: _NO_VALUES)
    band: str = ""
    figures: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()
    parts: tuple["Step", ...] = ()
    uncapped: Fraction = ZERO
    #: The marks that people gave for it.
    marks: UsedMarks | None = None
    left: Fraction | None = None


class Reach(NamedTuple):
    """The lowest and the highest points a rule can give; None: no bound."""

    low: Fraction | None
    high: Fraction | None


class Flaw(NamedTuple):
    """Something wrong with a rule's parameters; `path` leads from the rule to the place."""

    path: tuple[str | int, ...]
    code: str
    text: str
    hint: str = ""
    #: Whether it is the key at the end of the path that is wrong, not what stands there.
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What a rule knows of its leaf when the scheme is built. `maximum` is None for a leaf without a full mark."""

    leaf: str
    label: str
    maximum: Fraction | None
    step: Fraction
    inputs: Mapping[str, Input] = field(default_factory=dict)
    types: frozenset[str] = frozenset()
    populations: Mapping[str, frozenset[str]] = field(default_factory=dict)
    list_of_type: Mapping[str, str] = field(default_factory=dict)
    population_labels: Mapping[str, str] = field(default_factory=dict)
    #: Places of printed points, and those of what the full mark is split into (None: none is rounded).
    digits: int = 2
    share_digits: int | None = 2
    #: The most places of computed points in sentences.
    places: int = PLACES

    def for_types(self, types: frozenset[str]) -> "Frame":
        """Return the frame of a rule that holds for fewer types."""
        return replace(self, types=self.types & types)

    @property
    def full(self) -> Fraction:
        """The full mark; 0 for a leaf without one."""
        return self.maximum if self.maximum is not None else ZERO

    @property
    def most_entered(self) -> Fraction | None:
        """The most that people may enter for the full mark, 8.34 for 25/3; None for a leaf without one."""
        return None if self.maximum is None else decimals_around(self.maximum, self.digits)[1]


class Case(Protocol):
    """One unit's inputs as a rule reads them. A number that was asked for and is missing never reaches `score`."""

    frame: Frame
    unit_id: str
    unit_type: str

    def known(self, name: str) -> bool:
        """Whether the input is entered."""

    def number(self, name: str) -> Fraction:
        """The number; records give their counted weight, events their count, yes 1 and no 0."""

    def word(self, name: str) -> str:
        """The choice or text."""

    def marks(self, name: str, trim: Trim = UNTRIMMED) -> UsedMarks:
        """The assessors' marks; they have no mean when 不适用 was chosen."""

    def records(self, name: str) -> tuple[Counted, ...]:
        """The records, weighed."""

    def figure(self, spec: FigureSpec) -> Figure:
        """The figure of the population."""


class Example(NamedTuple):
    """A rule kind's worked case: parameters as written, the inputs declared, what a unit entered, and the points."""

    leaf: Mapping[str, Any]
    facts: Mapping[str, Any]
    points: str
    #: Other units of the population: name → facts.
    others: Mapping[str, Mapping[str, Any]] = {}


class Contradiction(NamedTuple):
    """Two entered values that cannot both hold: which input is to be corrected, why, and what is allowed."""

    name: str
    text: str
    hint: str = ""


class Rule(Model):
    """A rule kind. A file in this package that defines one is all that a new kind needs."""

    kind: ClassVar[str] = ""
    #: What it is called on paper.
    title: ClassVar[str] = ""
    #: What it does, in a sentence or two for the office.
    summary: ClassVar[str] = ""
    example: ClassVar[Example]

    def words(self, frame: Frame) -> str:
        """What it asks for in a scheme's tables, in its own words; empty: its parameters are named one by one."""
        del frame
        return ""

    def reads(self) -> Iterator[str]:
        """Names of all declared inputs that it may read."""
        for _, rule, _ in self.nested():
            yield from rule.reads()

    def marks(self, frame: Frame) -> Iterator[tuple[str, MarkInput]]:
        """Marks that people give for it, by input name."""
        for _, rule, inner in self.nested():
            yield from rule.marks(inner(frame))

    def brings(self) -> Iterator[tuple[str, Input]]:
        """Inputs that the rule itself declares; one that the indicator declares takes their place."""
        for _, rule, _ in self.nested():
            yield from rule.brings()

    @property
    def primary(self) -> str | None:
        """The input that a bare value stands for, where there are several."""
        return None

    def contradictions(self, values: Mapping[str, Any]) -> Iterator[Contradiction]:
        """What cannot be true together among the values entered for one leaf; looked for when evidence is read."""
        for _, rule, _ in self.nested():
            yield from rule.contradictions(values)

    def asks(self, case: Case) -> Iterator[str]:
        """Names of the inputs that this unit must give, as far as what is known decides it."""
        for _, rule, _ in self.nested():
            yield from rule.asks(case)

    def figures(self) -> Iterator[FigureSpec]:
        """The population figures that it needs."""
        for _, rule, _ in self.nested():
            yield from rule.figures()

    def figures_for(self, case: Case) -> Iterator[FigureSpec]:
        """The figures that the points of this one unit rest on."""
        del case
        yield from self.figures()

    def score(self, case: Case) -> Step:
        """The points of one unit, with how they came about."""
        raise NotImplementedError

    def explain(self, step: Step, frame: Frame) -> Iterator[str]:
        """Sentences that tell a reader how `step` came about."""
        raise NotImplementedError

    def reach(self, frame: Frame) -> Reach:
        """The lowest and highest points it can give; both ends can be reached."""
        raise NotImplementedError

    def flaws(self, frame: Frame) -> Iterator[Flaw]:
        """What is wrong with its parameters beyond what their types say."""
        del frame
        yield from ()

    @property
    def may_exceed(self) -> bool:
        """Whether its points may lie above the leaf's full mark (an uncapped part)."""
        return any(rule.may_exceed for _, rule, _ in self.nested())

    @property
    def may_be_waived(self) -> bool:
        """Whether a person may find it 不适用, so that it gives no points at all."""
        return any(rule.may_be_waived for _, rule, _ in self.nested())

    def nested(self) -> Iterator[tuple[tuple[str | int, ...], "Rule", "FrameChange"]]:
        """The rules inside it: path, rule, and how the frame changes on the way in."""
        yield from ()

    def all_flaws(self, frame: Frame) -> Iterator[Flaw]:
        """The flaws of this rule and of all rules inside it."""
        yield from self.flaws(frame)
        for path, rule, inner in self.nested():
            for flaw in rule.all_flaws(inner(frame)):
                yield flaw._replace(path=(*path, rule.kind, *flaw.path))


FrameChange = Callable[[Frame], Frame]


class Measured(Rule):
    """A rule that puts its points on a measured value, so that `top` can rank by it."""

    def ranked_value(self) -> Expression | None:
        """The expression to rank by; None when there is no single one."""
        raise NotImplementedError

    def tested_value(self, case: Case) -> Fraction | None:
        """The value that bands and preconditions are held against; None when there is nothing to compare with."""
        raise NotImplementedError

    def edges_text(self, edges: Edges, frame: Frame) -> str:
        """Edges on the tested value as a reader sees them, with their unit."""
        raise NotImplementedError


def same(frame: Frame) -> Frame:
    """A frame that does not change on the way in."""
    return frame


class _AnyKind:
    """Checks a rule by the one model of all kinds, which is made when it is first needed: then all are known."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        del source
        from assess.rules.registry import any_rule

        return handler.generate_schema(any_rule())


#: A rule as a parameter: `{kind: {parameters}}` in the file.
AnyRule = Annotated[Rule, _AnyKind()]


def limited(points: Fraction, ceiling: Fraction | None, floor: Fraction | None) -> tuple[Fraction, tuple[Limit, ...]]:
    """Hold `points` between `floor` and `ceiling` (both closed, None: none) and say what bit."""
    if ceiling is not None and points > ceiling:
        return ceiling, (Limit("ceiling", ceiling, points),)
    if floor is not None and points < floor:
        return floor, (Limit("floor", floor, points),)
    return points, ()


def between(points: Iterable[Fraction]) -> Reach:
    """The reach of a rule that gives one of these points."""
    given = tuple(points)
    return Reach(min(given), max(given))


def either(reaches: Iterable[Reach]) -> Reach:
    """The reach of a rule that gives the points of one of several."""
    given = tuple(reaches)
    lows = [reach.low for reach in given]
    highs = [reach.high for reach in given]
    return Reach(
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
    )


def unknown_names(rule: Rule, names: Iterator[str], frame: Frame, path: tuple[str | int, ...]) -> Iterator[Flaw]:
    """A flaw for each name that no input declares."""
    from assess.ground.place import did_you_mean

    for name in dict.fromkeys(names):
        if name not in frame.inputs:
            yield Flaw(
                path,
                "unknown_input",
                f"{rule.title}规则用到的数据“{name}”没有在inputs中声明",
                did_you_mean(name, frame.inputs),
            )
