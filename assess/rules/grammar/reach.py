"""What points a rule can give at all."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple


class Reach(NamedTuple):
    """The lowest and the highest points a rule can give; None: no bound."""

    low: Fraction | None
    high: Fraction | None


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
