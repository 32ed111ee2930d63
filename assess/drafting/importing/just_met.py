"""A value that just meets a target, as a worked case enters it."""

from fractions import Fraction

from assess.ground.numbers import ZERO
from assess.rules.target import ACTUAL, Target

#: How far above a target that must be passed.
_ABOVE = Fraction(11, 10)


def just_met(rule: Target) -> Fraction:
    """The value itself where the target is met on its line, else one beyond it."""
    amount, highest = rule.full.amount or ZERO, rule.possible.high
    if rule.full.operator == "below":
        return amount - 1 if amount <= 0 else ZERO
    if rule.full.operator != "above":
        return amount
    if amount <= 0:
        return Fraction(1)
    return amount * _ABOVE if highest is None or amount * _ABOVE <= highest else (amount + highest) / 2


def can_be_met(rule: Target) -> bool:
    """Whether the values that may be entered include one that meets the target."""
    spec = dict(rule.brings()).get(ACTUAL)
    return spec is None or spec.bounds.holds(just_met(rule))
