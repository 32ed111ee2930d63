"""Percentages that are written as fractions: 0.912 for 91.2."""

from collections.abc import Iterator
from fractions import Fraction

from assess.entered.inputs import Input
from assess.ground.expression import UndefinedError
from assess.ground.numbers import plain, short
from assess.scheme.nodes import Leaf, leaves
from assess.year.case import UnitCase
from assess.year.reminders.columns import Column, Entered
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year

_HUNDRED = Fraction(100)


def as_fraction(year: Year) -> Iterator[Noticed]:
    """A percentage of at most 1 is asked about where far more than that is usual for it."""
    # What is usual: the printed target, else the line in the text, else the other units, else what it is scored by.
    for column in year.columns:
        if column.spec.unit != "%" or not column.spread.holds_up_to(1):
            continue
        for entered in column.entries:
            if 0 < entered.value <= 1 and (compared := _compared(year, column, entered)):
                text = f"{column.said(entered)}，{compared}：是不是把百分率写成了小数？"
                meant = plain(entered.value * _HUNDRED)
                hint = f"百分率写百分之几的数：{meant}%写{meant}，不写{plain(entered.value)}"
                yield Noticed(column.address(entered.unit), plain(entered.value), text, hint)


def _compared(year: Year, column: Column, entered: Entered) -> str:
    """What shows that more is usual, in words; empty where nothing does."""
    unit, value = entered
    rules = year.scheme.reminders
    least, words = Fraction(0), ""
    line = column.spec.edges_for(unit.attributes)
    if column.target is not None and column.target.amount is not None:
        # Of a ceiling much less may be used, but not of one at the whole, as a control rate has.
        is_usual = column.target.operator not in ("at_most", "below") or column.target.amount >= _HUNDRED
        least, words = column.target.amount if is_usual else least, f"指标值是{column.target.text()}"
    elif line is not None and line.low is not None:
        least, words = line.low, f"原文的线是{line.text('%')}"
    elif (usual := column.usual(value, rules)) is not None:
        least, words = usual.median, usual.text("%")
    else:
        few = column.spread.without(value)
        return "" if few is not None and few.median <= 1 else _scored(year, column, entered)
    return words if least > 1 and value * rules.far <= least else ""


def _scored(year: Year, column: Column, entered: Entered) -> str:
    """The points as it is entered, where a hundred times as much would give more."""
    unit, value = entered
    if isinstance(column.spec, Input) and not column.spec.bounds.holds(value * _HUNDRED):
        return ""
    for leaf in leaves(column.tree.nodes):
        slot = leaf.slots.get(column.name)
        if slot is None or slot.owner != column.owner or not leaf.applies(unit.type):
            continue
        given, better = (_points(_Supposed(year, leaf, column, Entered(unit, one))) for one in (value, value * 100))
        if given is not None and better is not None and better > given:
            less = short(given, beside=[better])
            more = short(better, beside=[Fraction(less)])
            return f"照此计{less}分，{column.quantity(value * _HUNDRED)}则计{more}分"
    return ""


class _Supposed(UnitCase):
    """A unit's case with another value in one place."""

    __slots__ = ("_name", "_value")

    def __init__(self, year: Year, leaf: Leaf, column: Column, supposed: Entered) -> None:
        super().__init__(year.facts, {}, leaf, supposed.unit, column.tree.id)
        self._name = column.name
        self._value = supposed.value

    def number(self, name: str) -> Fraction:
        """What is supposed, or what is entered."""
        return self._value if name == self._name else super().number(name)


def _points(case: UnitCase) -> Fraction | None:
    """The points; None where something else is missing, or other units decide too."""
    rule = case.leaf.rule
    if any(True for _ in rule.figures()) or not all(map(case.known, rule.asks(case))):
        return None
    try:
        return rule.score(case).points
    except UndefinedError:
        return None


REMINDERS = (
    Reminder(
        "percentage_as_fraction",
        "写成小数的百分率",
        "91.2%要填91.2；填成0.912，会落到最低一档，甚至得负分。",
        as_fraction,
    ),
)
