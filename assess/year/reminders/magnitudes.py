"""Numbers of another size than those beside them: a digit too many, one left out, a point in the wrong place."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from assess.entered.inputs import Input
from assess.ground.numbers import plain, short
from assess.scheme.reminder_rules import ReminderRules
from assess.year.reminders import money, parts, percentages
from assess.year.reminders.columns import Column, Entered
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year

#: What says more about the same number; it is then said once.
_MORE_EXACT = (*parts.REMINDERS, *percentages.REMINDERS, *money.REMINDERS)

_WHOLE = Fraction(100)
_HINT = "请对照原始材料核对"


def far(year: Year) -> Iterator[Noticed]:
    """A number is not many times the others', nor a small part of them, nor many times the printed target."""
    rules = year.scheme.reminders
    found = [
        Noticed(column.address(entered.unit), plain(entered.value), f"{column.said(entered)}，{odd}", _HINT)
        for column in year.columns
        if column.target is not None or column.spread.is_wide(rules.far)
        for entered in column.entries
        if entered.value > 0 and (odd := _odd(column, entered, rules))
    ]
    yield from _unsaid(year, found, _MORE_EXACT)


def _unsaid(year: Year, found: list[Noticed], before: Iterable[Reminder]) -> Iterator[Noticed]:
    """What is found at an address about which no reminder of `before` says anything."""
    said = {noticed.address for reminder in before for noticed in reminder.run(year)} if found else set()
    return (noticed for noticed in found if noticed.address not in said)


def _odd(column: Column, entered: Entered, rules: ReminderRules) -> str:
    """With what it does not go together, in words; empty where it does."""
    value, target = entered.value, column.target
    usual = column.usual(value, rules)
    if usual is not None and rules.is_far(value, usual.median):
        ratio = max(value / usual.median, usual.median / value)
        slip = "多写" if value > usual.median else "少写"
        return f"{usual.text(column.spec.unit)}，相差{short(ratio, 1)}倍：是不是{slip}了一位，或小数点错位？"
    if target is not None and target.amount is not None and value >= target.amount * rules.far > 0:
        times = short(value / target.amount, 1)
        return f"指标值是{target.text()}，是它的{times}倍：是不是多写了一位，或小数点错位？"
    return ""


def beyond_whole(year: Year) -> Iterator[Noticed]:
    """A percentage above 100 is asked about where the scheme sets no bound and nothing shows that it can be."""
    found = []
    for column in year.columns:
        bound = column.spec.bounds.high if isinstance(column.spec, Input) else None
        if column.spec.unit != "%" or bound is not None or column.target is not None:
            continue
        above = [entered for entered in column.entries if entered.value > _WHOLE]
        for entered in above:
            expected = _expected_below(year, column, entered, is_only=len(above) == 1)
            if expected:
                text = f"{column.said(entered)}，{expected}：能超过100%吗？"
                found.append(Noticed(column.address(entered.unit), plain(entered.value), text, _HINT))
    yield from _unsaid(year, found, (*_MORE_EXACT, _FAR))


def _expected_below(year: Year, column: Column, entered: Entered, *, is_only: bool) -> str:
    """What shows that 100 is the most: all other units, or where these are too few the line in the text."""
    usual = column.usual(entered.value, year.scheme.reminders)
    if usual is not None:
        return f"其他{usual.others}个单位都不超过100%" if is_only else ""
    line = column.spec.edges_for(entered.unit.attributes)
    if line is None or line.low is None or line.low >= _WHOLE:
        return ""
    return f"原文的线是{line.text('%')}"


_FAR = Reminder(
    "far_from_usual",
    "与其他单位或指标值相差悬殊的数",
    "多写、少写一位或小数点错位，会把一个单位推到名单的头尾，也会改变全校的参照值。",
    far,
)

REMINDERS = (
    *_MORE_EXACT,
    _FAR,
    Reminder(
        "percentage_above_100",
        "超过100%的百分率",
        "多数比率不会超过100%；方案没有写上限，别的单位都没有超过、或原文的线在100%以下时，多半是漏了小数点。",
        beyond_whole,
    ),
)
