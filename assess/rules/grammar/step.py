"""How points came about: applied rules, and the ceilings and floors that bit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from assess.ground.numbers import ZERO, short
from assess.rules.grammar.places import PLACES
from assess.rules.grammar.reckoning import summed
from assess.rules.grammar.trimming import UsedMarks


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


def limited(points: Fraction, ceiling: Fraction | None, floor: Fraction | None) -> tuple[Fraction, tuple[Limit, ...]]:
    """Hold `points` between `floor` and `ceiling` (both closed, None: none) and say what bit."""
    if ceiling is not None and points > ceiling:
        return ceiling, (Limit("ceiling", ceiling, points),)
    if floor is not None and points < floor:
        return floor, (Limit("floor", floor, points),)
    return points, ()
