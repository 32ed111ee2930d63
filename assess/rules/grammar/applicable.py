"""What of a full mark counts for a unit when part of it does not apply: the arithmetic, for groups and rules alike."""

from collections.abc import Iterable
from fractions import Fraction

from assess.ground.numbers import ZERO, total


def applicable(own: Fraction, room: Fraction, left: Iterable[Fraction], bonuses: Iterable[Fraction | None]) -> Fraction:
    """The applicable full mark of something with the full mark `own` in which not everything applies.

    It is the sum of what applies among the children that carry a full mark (`left`), and never more than `own`.
    A bonus carries none. But where `own` is more than what all of these have together, the rest (`room`) was made
    for the bonuses: it counts as far as those that apply can fill it (`bonuses`: the most that each can give,
    None: no bound).
    """
    return min(own, total(left) + filled(room, bonuses))


def filled(room: Fraction, bonuses: Iterable[Fraction | None]) -> Fraction:
    """How much of `room` the bonuses can fill."""
    if not room:
        return ZERO
    reached = list(bonuses)
    if None in reached:
        return room
    return min(room, total(max(ZERO, one) for one in reached if one is not None))
