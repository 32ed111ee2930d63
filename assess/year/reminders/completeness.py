"""Units that are not there, or there twice: a department that nobody entered moves the others up."""

from collections import Counter
from collections.abc import Iterator

from assess.ground.address import UNIT, YEAR, Address
from assess.scheme.declared import UnitType
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year

_HINT = "补上这个单位；本年度不参加考核的，也要写上，注明不参加的原因"


def types_without_units(year: Year) -> Iterator[Noticed]:
    """Every unit type has a unit; one that takes no part, with its reason, is there."""
    entered = {unit.type for unit in year.evidence.units}
    for name, kind in year.scheme.unit_types.items():
        if name not in entered:
            listed = year.scheme.lists[kind.list]
            text = f"没有“{kind.label}”这类单位（{listed}），方案里有：是不是漏了？"
            yield Noticed(Address(YEAR, "unit_types", name), "", text, _HINT)


def tables_without_units(year: Year) -> Iterator[Noticed]:
    """Every table of indicators has a unit, on a list that has any."""
    taken = {unit.table for unit in year.evidence.units}
    lists = {year.list_of(unit) for unit in year.evidence.units}
    for tree in year.scheme.trees.values():
        if tree.is_table and tree.list in lists and tree.id not in taken:
            text = f"没有用指标表“{tree.label}”（{tree.id}）的单位，{year.scheme.lists[tree.list]}里是不是漏了一个？"
            yield Noticed(Address(YEAR, "tables", tree.id), "", text, _HINT)


def tables_taken_twice(year: Year) -> Iterator[Noticed]:
    """Every table has one unit that takes part; a second one is asked about."""
    first: dict[str, str] = {}
    for unit in year.units:
        if unit.table is None:
            continue
        name = first.setdefault(unit.table, unit.name)
        if name != unit.name:
            label = year.scheme.trees[unit.table].label
            text = f"{unit.name}的指标表“{label}”（{unit.table}），{name}已经用了：是不是选错了表？"
            yield Noticed(Address(unit.id, UNIT, "table"), unit.table, text, "每个单位用自己的指标表")


def fewer_than_stated(year: Year) -> Iterator[Noticed]:
    """As many units of a type as the scheme states (`count`); a table without one has been said already."""
    entered = Counter(unit.type for unit in year.evidence.units)
    said = Counter(year.scheme.trees[one.address.input].list for one in tables_without_units(year))
    for name, kind in year.scheme.unit_types.items():
        there = entered[name]
        if kind.count is not None and there and kind.count - there > said[kind.list]:
            yield _counted(name, kind, there, _HINT)


def more_than_stated(year: Year) -> Iterator[Noticed]:
    """No more units of a type take part than the scheme states; two on one table have been said already."""
    entered = Counter(unit.type for unit in year.units)
    lists = {unit.id: year.list_of(unit) for unit in year.units}
    said = Counter(lists[one.address.unit] for one in tables_taken_twice(year))
    for name, kind in year.scheme.unit_types.items():
        there = entered[name]
        if kind.count is not None and there - kind.count > said[kind.list]:
            yield _counted(name, kind, there, "删去多出的单位，或改正它的单位类型；方案写错的，改unit_types里的count")


def _counted(name: str, kind: UnitType, there: int, hint: str) -> Noticed:
    odd = "漏了" if there < (kind.count or 0) else "多了"
    text = f"“{kind.label}”有{there}个单位，方案写的是{kind.count}个：是不是{odd}？"
    return Noticed(Address(YEAR, "unit_types", name), str(there), text, hint)


REMINDERS = (
    Reminder(
        "unit_type_lacking",
        "没有单位的单位类型",
        "少了单位，名次、名额和全校的参照值都会不同。",
        types_without_units,
    ),
    Reminder(
        "table_lacking",
        "没有单位的指标表",
        "漏了一个部门，名次和名额就可能落到别的部门。",
        tables_without_units,
    ),
    Reminder(
        "table_taken_twice",
        "两个单位用同一张指标表",
        "选错了表的单位，会按别的部门的工作计分。",
        tables_taken_twice,
    ),
    Reminder(
        "units_lacking",
        "单位比方案写的少",
        "方案写明这类单位有几个，少了的要补上，或写明为什么不参加。",
        fewer_than_stated,
    ),
    Reminder(
        "units_beyond",
        "单位比方案写的多",
        "多出的单位会占名次和名额，也会改变全校的参照值。",
        more_than_stated,
    ),
)
