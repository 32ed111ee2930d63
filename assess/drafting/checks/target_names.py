"""Names of target tables: units that do not fit them, several in one, group names that look like a slip."""

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import NamedTuple

from assess.drafting.checks.check import Check, Finding
from assess.drafting.checks.subject import Spot, Subject
from assess.drafting.checks.target_rows import Value, heads_of, rows_of
from assess.drafting.checks.units import is_duration, is_money, is_share
from assess.drafting.target_text.printed import narrowed

THEME = "指标名称"

#: So many equal characters before the last one make it a slip; with fewer the names are only short.
_EQUAL = 3
#: Names that go on counting differ in the last character and mean to.
_COUNTING = frozenset("一二三四五六七八九十甲乙丙丁戊己庚辛壬癸上中下前后左右东西南北内外大小高低新老男女")
_BRACKETED_END = re.compile(r"\([^()]*\)\Z")


class _Sort(NamedTuple):
    """Names with these endings have such a unit."""

    ending: re.Pattern[str]
    fits: Callable[[Value], bool]
    wanted: str


#: Words that end like a rate or a number and are none.
_NO_RATE = "效率|频率|速率|功率|分辨率|倍率|汇率|税率|利率|心率"
_NO_COUNT = "系数|指数|分数|倍数|参数|度数|基数|百分数|积分数"
_SORTS = (
    _Sort(
        re.compile("(?:率|占比|比例|比重|百分比)\\Z"),
        lambda one: is_share(one.unit) or one.value.per is not None,
        "百分率（%）",
    ),
    _Sort(
        re.compile("(?:数|数量|人数|次数|人次|场次|个数)\\Z"), lambda one: not is_share(one.unit), "一个数，不是百分率"
    ),
    _Sort(re.compile("(?:时间|时长|用时|年限|期限|工期)\\Z"), lambda one: is_duration(one.unit), "时间"),
    _Sort(re.compile("(?:金额|资金|成本|收入|经费|费用|成交额|投入额)\\Z"), lambda one: is_money(one.unit), "金额"),
)
_NO_SORT = re.compile(f"(?:{_NO_RATE}|{_NO_COUNT})\\Z")


def units(subject: Subject) -> Iterator[Finding]:
    """The unit of a value fits what the indicator's name says is measured."""
    for row in rows_of(subject):
        bare = _BRACKETED_END.sub("", row.name).rstrip("%")
        sort = next((one for one in _SORTS if one.ending.search(bare)), None)
        if sort is None or _NO_SORT.search(bare):
            continue
        for one in row.values:
            # 0 needs no unit, and words have none.
            if one.value.operator is None or not one.value.amount or sort.fits(one):
                continue
            unit = f"单位是“{one.unit}”" if one.unit else "没有单位"
            text = f"{row.spot}{one.label}“{one.value.printed}”{unit}，名称说的是{sort.wanted}"
            hint = "请与起草部门核对名称和指标值，并把采用的读法写进理解"
            yield Finding(subject.place(*row.path(one.which), "printed"), text, hint)
            break


def several_in_one(subject: Subject) -> Iterator[Finding]:
    """An indicator's name is one name: no ； or 。 inside it."""
    tables = {head.tree.id for head in heads_of(subject)}
    for spot in subject.spots:
        label = spot.node.heading.label
        sign = next((sign for sign in "；;。" if sign in label.strip().rstrip("。；;")), "")
        if sign and spot.indicators.id in tables:
            hint = "几件事写成一项的，只能一起评；请与起草部门确认是一项还是几项"
            yield Finding(subject.place(*spot.path, "label"), f"{spot}的名称里有“{sign}”，像是几项写在一起", hint)


def slips(subject: Subject) -> Iterator[Finding]:
    """Names of a table's groups that differ only in the last of many characters mean two things."""
    by_table: dict[str, list[Spot]] = {}
    for spot, _ in subject.groups:
        by_table.setdefault(spot.indicators.id, []).append(spot)
    for spots in by_table.values():
        for first, second in combinations(spots, 2):
            one, other = (narrowed(spot.node.heading.label) for spot in (first, second))
            if len(one) == len(other) > _EQUAL and one[:-1] == other[:-1] and _may_be_a_slip(one[-1], other[-1]):
                text = f"{first}与{second}的名称只差最后一个字，可能是误写"
                hint = "请对照原文；原文就这样印的，照原文保留"
                yield Finding(subject.place(*second.path, "label"), text, hint)


def _may_be_a_slip(one: str, other: str) -> bool:
    counting = one.isascii() or other.isascii() or (one in _COUNTING and other in _COUNTING)
    return one != other and not counting


def other_column(subject: Subject) -> Iterator[Finding]:
    """Indicators stand in the column for indicators."""
    for head in heads_of(subject):
        column = head.plan.layout.indicators_stand_in
        if column:
            text = f"“{head.tree.label}”的指标印在“{column}”一栏里，不在指标栏"
            place = subject.place(*head.path, "layout", "indicators_stand_in")
            yield Finding(place, text, "请与起草部门确认；打印时照常列在指标栏")


CHECKS = (
    Check("unit_of_name", THEME, "单位与名称不合", "名称说的是率、单位却是小时，填的人不知道该填什么。", units),
    Check("several_in_one", THEME, "几项写成一项", "一项里有几件事，只完成一件时没法评。", several_in_one),
    Check("name_slip", THEME, "只差一个字的名称", "前面都相同、只有最后一个字不同，多半是误写。", slips),
    Check("other_column", THEME, "指标印在别的栏里", "指标不在指标栏，读表的人会以为没有指标。", other_column),
)
