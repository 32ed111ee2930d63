"""Amounts of money in another unit than the one asked for: 元 for 万元, and the reverse."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from assess.entered.inputs import Amount
from assess.ground.address import Address
from assess.ground.numbers import MONEY, plain, short
from assess.parts.money import BUDGET, MONEY_LABELS, execution_of
from assess.scheme.reminder_rules import ReminderRules
from assess.year.reminders.columns import Column, Entered, Spread
from assess.year.reminders.listed import Listed
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year

#: Whoever takes 元 for 万元 is ten thousand times off; what is off by less than this may be meant.
_APART = 1000
#: The units in which people fill in what is asked in another one.
_COMMON = ("元", "万元", "亿元")


class _Usual(NamedTuple):
    """What an amount should be near to, and that in words."""

    amount: Fraction
    words: str


def other_unit(year: Year) -> Iterator[Noticed]:
    """An amount is of the size of what is printed, of the unit's own budget, or of the other units' amounts."""
    rules = year.scheme.reminders
    for column in year.columns:
        if column.spec.unit not in MONEY:
            continue
        for entered in column.entries:
            if entered.value > 0 and (usual := _usual(column, entered, rules)) is not None:
                address, said = column.address(entered.unit), column.said(entered)
                yield _noticed(address, entered.value, column.spec.unit, said, usual)
    yield from _of_records(year)


def _usual(column: Column, entered: Entered, rules: ReminderRules) -> _Usual | None:
    """What the amount is far from; None where it is near, or nothing is there to compare with."""
    value, unit = entered.value, column.spec.unit
    if column.node is None:
        return _planned(column, entered, rules) if column.name == BUDGET else _spendable(column, entered, rules)
    line = column.spec.edges_for(entered.unit.attributes)
    amount, words = Fraction(0), ""
    if column.target is not None and column.target.amount is not None:
        amount, words = column.target.amount, f"指标值是{column.target.text()}"
    elif line is not None and line.low is not None:
        amount, words = line.low, f"原文的线是{line.text(unit)}"
    if amount > 0:
        return _Usual(amount, words) if _beyond(value, amount, rules) else None
    others = column.usual(value, rules)
    return None if others is None or not _apart(value, others.median) else _Usual(others.median, others.text(unit))


def _planned(column: Column, entered: Entered, rules: ReminderRules) -> _Usual | None:
    """The budget that the plan prints, where the one that is entered is far from it."""
    plan = column.tree.plan
    if plan is None or plan.budget is None or plan.budget <= 0 or not rules.is_far(entered.value, plan.budget):
        return None
    return _Usual(plan.budget, f"目标表印的{plan.funds[0].label}是{plain(plan.budget)}{plan.unit}")


def _spendable(column: Column, entered: Entered, rules: ReminderRules) -> _Usual | None:
    """The unit's budget, or the printed one where that is in doubt itself, where what is spent cannot belong to it."""
    budget = execution_of(entered.unit).budget
    if budget is None:
        return None
    printed = _planned(column, Entered(entered.unit, budget), rules)
    usual = printed or _Usual(budget, f"{MONEY_LABELS[BUDGET]}是{column.quantity(budget)}")
    if not _beyond(entered.value, usual.amount, rules):
        return None
    rate = f"，执行率{short(entered.value / usual.amount * 100, 2)}%"
    return usual._replace(words=usual.words + rate)


def _beyond(value: Fraction, amount: Fraction, rules: ReminderRules) -> bool:
    """Whether it is far above; much less may be meant, unless it is so little that only the unit explains it."""
    return value >= amount * rules.far or value * _APART <= amount


def _apart(value: Fraction, amount: Fraction) -> bool:
    return value >= amount * _APART or value * _APART <= amount


def _of_records(year: Year) -> Iterator[Noticed]:
    """The amount of one achievement beside those of all others in the same list, whosever they are."""
    lists: dict[tuple[int, str], list[tuple[Listed, Fraction, Amount]]] = {}
    for one in year.listed:
        amount, spec = one.record.amount, one.spec.amount
        if amount is not None and amount > 0 and spec is not None and spec.unit in MONEY:
            lists.setdefault((id(one.node), one.name), []).append((one, amount, spec))
    for entries in lists.values():
        spread = Spread(amount for _, amount, _ in entries)
        for one, amount, spec in entries if spread.is_wide(_APART) else ():
            others = spread.without(amount)
            if others is None or others.others < year.scheme.reminders.others or not _apart(amount, others.median):
                continue
            said = f"{one.called}的{spec.label}是{plain(amount)}{spec.unit}"
            usual = _Usual(others.median, others.text(spec.unit, of="项"))
            yield _noticed(one.address, amount, spec.unit, said, usual)


def _noticed(address: Address, value: Fraction, unit: str, said: str, usual: _Usual) -> Noticed:
    text = f"{said}，{usual.words}"
    meant = _meant(value, unit, usual.amount)
    if meant is None:
        return Noticed(address, plain(value), f"{text}：是不是单位不对，或小数点错位？", f"金额一律按“{unit}”填")
    amount = plain(value * MONEY[meant] / MONEY[unit])
    hint = f"应按“{unit}”填：{plain(value)}{meant}是{amount}{unit}"
    return Noticed(address, plain(value), f"{text}：是不是按“{meant}”填的？", hint)


def _meant(value: Fraction, unit: str, near: Fraction) -> str | None:
    """The unit in which `value` comes nearest to what it should be near to; None where it is no nearer in any."""

    def distance(other: str) -> Fraction:
        ratio = value * MONEY[other] / MONEY[unit] / near
        return max(ratio, 1 / ratio)

    best = min((unit, *_COMMON), key=distance)
    return None if best == unit else best


REMINDERS = (
    Reminder(
        "money_unit",
        "金额的单位",
        "把元填成万元，或把万元填成元，差一万倍：执行率会成为百分之几百万，收入会一分不得。",
        other_unit,
    ),
)
