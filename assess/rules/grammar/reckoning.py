"""Arithmetic that a reader can do again: `≈` where the numbers as they are shown give another result.

Numbers in sentences are rounded, the points are not: 0.6667 and 0.6667 make 1.3333. An addition is held to its last
place; a product has more places than its factors, and is held to those that it is written with.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import prod

from assess.ground.numbers import half_up, short, total

_ONE = Fraction(1)


def shown(points: Iterable[Fraction], places: int) -> list[str]:
    """Computed points, each as a sentence shows it."""
    return [short(one, places) for one in points]


def summed(terms: Iterable[str], result: str) -> str:
    """The result of adding up what is shown before it: `1`, `≈1.3333`."""
    return _about(result, total(map(Fraction, terms)))


def adding(terms: Sequence[str], result: str) -> str:
    """`1.5 + (-0.5) = 1`, `0.6667 + 0.6667 ≈ 1.3333`."""
    sign = "=" if total(map(Fraction, terms)) == Fraction(result) else "≈"
    return f"{' + '.join(f'({term})' if term.startswith('-') else term for term in terms)} {sign} {result}"


def multiplied(factors: Iterable[str], result: str, places: int) -> str:
    """The result of multiplying what is shown before it: `1.33` of 1.3333 and 1, `≈4` of 1.3333 and 3."""
    digits = max(places, len(result.partition(".")[2]))
    return _about(result, half_up(prod(map(Fraction, factors), start=_ONE), digits))


def _about(result: str, reckoned: Fraction) -> str:
    return result if Fraction(result) == reckoned else f"≈{result}"
