"""Assessors' marks of another size than those beside them: 0.98 where 9.8 is usual."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from assess.ground.numbers import plain, short
from assess.scheme.reminder_rules import ReminderRules
from assess.year.reminders.columns import Spread, Usual
from assess.year.reminders.given import Judgement
from assess.year.reminders.nodes import title
from assess.year.reminders.reminder import Noticed, Reminder, once
from assess.year.reminders.subject import Year


@once
def far(year: Year) -> Iterator[Noticed]:
    """A mark above 0 is of the size of the others on the same indicator."""
    # Where few others are marked on it, as in a department's own table, the unit's other marks stand in for them.
    rules = year.scheme.reminders
    suspects: dict[str, list[Judgement]] = {}
    for marks in _by_indicator(year):
        if len(marks) <= rules.others:
            for one in marks:
                if 0 < one.mark.value * rules.far <= one.spec.high:
                    suspects.setdefault(one.unit.id, []).append(one)
            continue
        spread = Spread(one.mark.value for one in marks)
        for one in marks if spread.is_wide(rules.far / 2) else ():
            others = _odd_among(spread, one.mark.value, one.spec.high, rules)
            if others is not None:
                yield _noticed(one, others.text("分", of="个评分"))
    if suspects:
        yield from _low_in_unit(year, suspects)


def _odd_among(spread: Spread, value: Fraction, high: Fraction, rules: ReminderRules) -> Usual | None:
    """The others, where they are enough and show that `value` has its point in the wrong place.

    It is far from their median; or it is as small a part of the highest mark, and their median at least half of that.
    """
    others = spread.without(value) if value > 0 else None
    if others is None or others.others < rules.others:
        return None
    is_low = value * rules.far <= high and others.median * 2 >= high
    return others if is_low or rules.is_far(value, others.median) else None


def _by_indicator(year: Year) -> Iterable[list[Judgement]]:
    """The marks on each indicator; one that several tables have in common is one."""
    by_leaf: dict[tuple[int, str], list[Judgement]] = {}
    for one in year.judgements:
        by_leaf.setdefault((id(one.leaf), one.name), []).append(one)
    found: dict[tuple[str, ...], list[Judgement]] = {}
    for marks in by_leaf.values():
        unit, heading = marks[0].unit, marks[0].leaf.heading
        key = (year.list_of(unit), heading.id, heading.label, heading.clause, marks[0].name)
        found.setdefault(key, []).extend(marks)
    return found.values()


def _low_in_unit(year: Year, suspects: Mapping[str, list[Judgement]]) -> Iterator[Noticed]:
    """Marks on indicators that hardly any other unit has, which are a small part of the unit's usual share."""
    rules = year.scheme.reminders
    shares: dict[str, list[Fraction]] = {unit: [] for unit in suspects}
    for one in year.judgements:
        if one.unit.id in suspects and one.spec.high > 0:
            shares[one.unit.id].append(one.mark.value / one.spec.high)
    for unit, marks in suspects.items():
        spread = Spread(shares[unit])
        for one in marks:
            others = _odd_among(spread, one.mark.value / one.spec.high, Fraction(1), rules)
            if others is not None:
                percent = short(others.median * 100, 1)
                yield _noticed(one, f"本单位其他{others.others}个评分的中位数是满分的{percent}%")


def _noticed(one: Judgement, compared: str) -> Noticed:
    who = f"（{one.mark.assessor}）" if one.mark.assessor else ""
    mark = f"{one.unit.name}{title(one.leaf)}的{one.spec.label}{who}是{plain(one.mark.value)}分"
    text = f"{mark}（最高{plain(one.spec.high)}分），{compared}：是不是小数点错位了？"
    return Noticed(one.address, one.value, text, "请对照评分表核对")


REMINDERS = (
    Reminder(
        "mark_far",
        "与其他评分相差悬殊的考核分",
        "9.8分写成0.98分，单看不出界，却会让一个单位掉到名单末尾。",
        far,
    ),
)
