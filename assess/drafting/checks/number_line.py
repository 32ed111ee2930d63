"""Bands laid on the line of numbers: which band counts where, within what can be entered."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise, zip_longest
from math import ceil, floor
from typing import NamedTuple

from assess.entered.inputs import Input
from assess.ground.edges import Edges
from assess.ground.expression import Expression
from assess.ground.numbers import ZERO, short
from assess.rules.grammar.bands import Band, Banded
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.wording import label, requirement
from assess.rules.relative import Given, Relative


class Cell(NamedTuple):
    """A single value (`low` = `high`), or all values strictly between two; None: no end."""

    low: Fraction | None
    high: Fraction | None

    def sample(self, *, whole: bool) -> Fraction | None:
        """Some value inside; None where there is none (between two whole numbers)."""
        low, high = self
        if low is not None and low == high:
            return low if not whole or low.denominator == 1 else None
        if low is None:
            return ZERO if high is None else Fraction(ceil(high) - 1)
        if not whole:
            return low + 1 if high is None else (low + high) / 2
        above = Fraction(floor(low) + 1)
        return above if high is None or above < high else None


@dataclass(frozen=True, slots=True)
class Domain:
    """The values that can occur."""

    edges: Edges
    whole: bool = False

    def cells(self, cuts: Iterable[Fraction]) -> Iterator[tuple[Cell, Fraction]]:
        """The line, cut at these values: every cell with a value in it that can occur, in rising order."""
        points = sorted({*cuts, *_ends(self.edges)})
        gaps = [Cell(low, high) for low, high in pairwise((None, *points, None))]
        singles = [Cell(point, point) for point in points]
        for cell in (one for pair in zip_longest(gaps, singles) for one in pair if one is not None):
            sample = cell.sample(whole=self.whole)
            if sample is not None and self.edges.holds(sample):
                yield cell, sample


#: Where nothing is known.
ANYTHING = Domain(Edges())
#: What is counted or weighed.
FROM_ZERO = Domain(Edges(at_least=ZERO))


class Rung(NamedTuple):
    """A cell of the line: a value in it, the band that counts there (None: none does), the points."""

    cell: Cell
    sample: Fraction
    band: int | None
    points: Fraction


@dataclass(frozen=True, slots=True)
class Ladder:
    """Bands on one line. `text` writes edges with their unit."""

    bands: tuple[tuple[Edges, Fraction], ...]
    otherwise: Fraction
    rungs: tuple[Rung, ...]
    text: Callable[[Edges], str]

    def name(self, band: int) -> str:
        """A band as a reader sees it."""
        return f"“{self.text(self.bands[band][0])}”"

    def between(self, first: Rung, last: Rung) -> str:
        """All values from one rung to another."""
        low, high = first.cell.low, last.cell.high
        if low is not None and low == high:
            return f"恰为{self.text(Edges(at_least=low)).replace('≥', '', 1)}"
        return self.text(span(first.cell, last.cell))


def span(first: Cell, last: Cell) -> Edges:
    """The interval from one cell to another."""
    closed_low, closed_high = first.low == first.high, last.low == last.high
    return Edges(
        at_least=first.low if closed_low else None,
        above=None if closed_low else first.low,
        at_most=last.high if closed_high else None,
        below=None if closed_high else last.high,
    )


def ladder_of(rule: Banded, frame: Frame, also: Edges = Edges()) -> Ladder | None:  # noqa: B008 frozen
    """The bands of a rule on their line, cut at the edges of `also` too.

    None when they do not lie on one line: conditions on several inputs, or on inputs and a value.
    """
    value = rule.ranked_value()
    if value is None:
        return _on_an_input(rule, frame)
    if any(band.when is not None for band in rule.bands):
        return None
    domain = _ratio_domain(rule, frame) if isinstance(rule, Relative) else domain_of(value, frame)
    bands = tuple((band, band.points) for band in rule.bands)
    return _ladder(bands, rule.otherwise, domain, lambda edges: rule.edges_text(edges, frame), also)


def _on_an_input(rule: Banded, frame: Frame) -> Ladder | None:
    names = {name for band in rule.bands for name in _names(band)}
    if len(names) != 1 or not all(len(_names(band)) == 1 for band in rule.bands):
        return None
    (name,) = names
    bands = tuple((band.when.root[name], band.points) for band in rule.bands if band.when is not None)
    domain = domain_of_input(frame.inputs[name])
    return _ladder(bands, rule.otherwise, domain, lambda edges: label(name, frame) + requirement(name, edges, frame))


def _names(band: Band) -> tuple[str, ...]:
    return () if band.when is None else band.when.names


def _ladder(
    bands: tuple[tuple[Edges, Fraction], ...],
    otherwise: Fraction,
    domain: Domain,
    text: Callable[[Edges], str],
    also: Edges = Edges(),  # noqa: B008 frozen
) -> Ladder:
    cuts = [cut for edges in (*(edges for edges, _ in bands), also) for cut in _ends(edges)]
    rungs = []
    for cell, sample in domain.cells(cuts):
        band = next((number for number, (edges, _) in enumerate(bands) if edges.holds(sample)), None)
        rungs.append(Rung(cell, sample, band, otherwise if band is None else bands[band][1]))
    return Ladder(bands, otherwise, tuple(rungs), text)


def _ends(edges: Edges) -> list[Fraction]:
    return [edge for edge in (edges.low, edges.high) if edge is not None]


def domain_of(expression: Expression, frame: Frame) -> Domain:
    """The values that an expression can have: exact for a single input, else only whether it can be negative."""
    if (expression.text.strip(),) == expression.names:
        return domain_of_input(frame.inputs[expression.names[0]])
    lows = [domain_of_input(frame.inputs[name]).edges.low for name in expression.names]
    from_zero = "-" not in expression.text and all(low is not None and low >= 0 for low in lows)
    return FROM_ZERO if from_zero else ANYTHING


def domain_of_input(spec: Input) -> Domain:
    """The values that may be entered for an input."""
    if spec.flag:
        return Domain(Edges(at_least=ZERO, at_most=Fraction(1)), whole=True)
    if spec.kind == "number":
        return Domain(spec.bounds, spec.whole)
    return Domain(FROM_ZERO.edges, spec.events is not None)


def _ratio_domain(rule: Relative, frame: Frame) -> Domain:
    reference = rule.reference.given if isinstance(rule.reference, Given) else rule.value
    both = domain_of(rule.value, frame), domain_of(reference, frame)
    return FROM_ZERO if all(one.edges.low is not None and one.edges.low >= 0 for one in both) else ANYTHING


def listed(ladder: Ladder) -> str:
    """All bands in rising order with their points: `“<60%”-1分、“≥60%”1分`."""
    order = dict.fromkeys(rung.band for rung in ladder.rungs)
    return "、".join(
        f"其余{short(ladder.otherwise)}分" if band is None else f"{ladder.name(band)}{short(ladder.bands[band][1])}分"
        for band in order
    )
