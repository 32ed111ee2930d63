"""The actual value of an indicator as its documents print it: `6次`, `≈45.1613%`, `1:180`, `部分达成（70%）`."""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from assess.entered.inputs import InputSlot
from assess.ground.expression import UndefinedError
from assess.ground.numbers import plain, short
from assess.parts.money import FUNDS
from assess.rules.attainment import LEVEL, PERCENT
from assess.rules.grammar.deviation import DEVIATION
from assess.rules.grammar.target_value import TargetValue
from assess.rules.target import ACTUAL, Target
from assess.scheme.nodes import Leaf
from assess.words.explanation import input_text
from assess.year.evidence import Unit


@dataclass(frozen=True, slots=True)
class Actual:
    """`text` is empty while nothing is entered; `inputs`: the numbers behind a value that a formula gives."""

    text: str
    inputs: str = ""


def actual(leaf: Leaf, unit: Unit) -> Actual:
    """What a unit has entered for an indicator, at half-year or for the year."""
    if leaf.aimed is None:
        return Actual(_entered(leaf, unit))
    half, full = leaf.aimed.target_values()
    if isinstance(leaf.rule, Target) and leaf.rule.value is not None:
        return _by_formula(leaf, leaf.rule, unit)
    number, level = _value(leaf, unit, ACTUAL), _value(leaf, unit, LEVEL)
    if isinstance(number, Fraction):
        return Actual(_entered_number(number, full if full.operator is not None or half is None else half))
    if not isinstance(level, str):
        return Actual("")
    percent = _value(leaf, unit, PERCENT)
    return Actual(f"{level}（{plain(percent)}%）" if isinstance(percent, Fraction) else level)


def deviation(leaf: Leaf, unit: Unit) -> str:
    """The reason that the unit gives for a deviation; empty where it gives none."""
    words = _value(leaf, unit, DEVIATION)
    return words if isinstance(words, str) else ""


def asks_for_money(leaf: Leaf) -> bool:
    """Whether the indicator reads what is entered about the unit's money."""
    return any(slot.owner == FUNDS for slot in leaf.slots.values())


def _value(leaf: Leaf, unit: Unit, name: str) -> object:
    slot = leaf.slots.get(name)
    return None if slot is None else unit.value(slot.owner, slot.name)


def _by_formula(leaf: Leaf, rule: Target, unit: Unit) -> Actual:
    names = rule.value.names if rule.value is not None else ()
    known = {name: value for name in names if isinstance(value := _value(leaf, unit, name), Fraction)}
    slots = [leaf.slots[name] for name in known if leaf.slots[name].owner != FUNDS]
    inputs = "、".join(_quantity(unit, slot) for slot in slots)
    if rule.value is None or len(known) < len(names):
        return Actual("", inputs)
    try:
        return Actual(_computed(rule.value.value(known.__getitem__), rule.full), inputs)
    except UndefinedError:
        return Actual("", inputs)


def _quantity(unit: Unit, slot: InputSlot) -> str:
    value = unit.value(slot.owner, slot.name)
    return "" if value is None else input_text(value, slot)


def _entered_number(value: Fraction, target: TargetValue) -> str:
    """As it was entered, with the unit of the target; under a ratio as a ratio."""
    return f"{plain(value)}{target.unit}" if target.per is None else _computed(value, target)


def _computed(value: Fraction, target: TargetValue) -> str:
    """As the target is printed: with its unit, a ratio as a ratio; ≈ where it is rounded, never onto the target."""
    if target.per is None:
        return _said(value, "", target.lines, target.unit)
    first = target.amount * target.per if target.amount else Fraction(1)
    return _said(first / value, f"{plain(first)}:", (target.per,)) if value else "0"


def _said(value: Fraction, before: str, beside: Collection[Fraction], after: str = "") -> str:
    written = short(value, beside=beside)
    return f"{'' if Fraction(written) == value else '≈'}{before}{written}{after}"


def _entered(leaf: Leaf, unit: Unit) -> str:
    texts = (_quantity(unit, slot) for name, slot in leaf.slots.items() if name != DEVIATION)
    return "；".join(text for text in texts if text)
