"""Weights that people wrote down: what they ought to add up to."""

from collections.abc import Sequence
from fractions import Fraction

from assess.ground.numbers import ZERO, short

#: What weights add up to: as shares of one, of ten, as percentages.
WHOLES = (Fraction(1), Fraction(10), Fraction(100))


def terms(weights: Sequence[Fraction]) -> str:
    """`20 + 10 = 30`."""
    return f"{' + '.join(map(short, weights))} = {short(sum(weights, ZERO))}"


def is_ratio(weights: Sequence[Fraction]) -> bool:
    """Small whole numbers, such as 2 : 1, are meant as a ratio and need not sum to anything."""
    return all(weight.denominator == 1 and weight < WHOLES[1] for weight in weights)
