"""Leaders' marks: on another scale, left out for one unit, given under a name that no other unit has."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from assess.ground.numbers import plain, short
from assess.year.evidence import Unit
from assess.year.reminders.alike import alike
from assess.year.reminders.given import Rating
from assess.year.reminders.reminder import Noticed, Reminder, once
from assess.year.reminders.subject import Year


@once
def other_scale(year: Year) -> Iterator[Noticed]:
    """A mark above 0 is more than a tenth of the highest: with 9.4 or 0.94 of 100, 94 was meant. Grades have none."""
    for one in year.ratings:
        highest = one.part.rules.highest_mark(one.group)
        if highest is not None and 0 < one.mark.value * year.scheme.reminders.far <= highest:
            who = f"（{one.mark.assessor}）" if one.mark.assessor else ""
            text = (
                f"{_place(year, one)}评分{who}不超过{short(highest / year.scheme.reminders.far)}分，"
                f"最高{plain(highest)}分：是不是小数点错位了？"
            )
            yield Noticed(one.address, one.value, text, f"按最高{plain(highest)}分打分")


def left_out(year: Year) -> Iterator[Noticed]:
    """A leader who marks all other units marks this one too, unless it is his or her own."""
    for one in _sheets(year).lacking:
        name = one.rating.mark.assessor
        text = f"{one.unit.name}没有{_label(year, one.rating)}{name}的评分，其他{one.units}个单位都有：是不是漏填了？"
        address = one.rating.address._replace(unit=one.unit.id)
        yield Noticed(address, "", text, "漏填的，补上")


def marks_one(year: Year) -> Iterator[Noticed]:
    """A leader marks more than one unit, where others mark many."""
    for rating, instead in _sheets(year).single:
        said = f"{_place(year, rating)}评分人“{rating.mark.assessor}”"
        if instead is not None and instead.rating.group != rating.group:
            text = f"{said}在其他单位是{_label(year, instead.rating)}：是不是填错了组？"
        elif instead is not None:
            usual = instead.rating.mark.assessor
            text = f"{said}只评了这一个单位，“{usual}”评了其他{instead.units}个单位却没有评它：是不是写错了名字？"
        else:
            text = f"{said}只评了这一个单位：是不是写错了名字？"
        yield Noticed(rating.address, rating.value, text, "同一位领导，各单位要写在同一组、写同一个名字")


def other_count(year: Year) -> Iterator[Noticed]:
    """Where marks stand without names, a unit has as many from a group as all others of its list have."""
    tallies: dict[tuple[str, str, str], dict[str, Rating]] = {}
    for one in year.ratings:
        key = (year.list_of(one.unit), one.part.id, one.group)
        tallies.setdefault(key, {}).setdefault(one.unit.id, one)
    for firsts in tallies.values():
        counts = Counter(len(one.beside) for one in firsts.values())
        for one in firsts.values() if len(counts) == 2 else ():  # noqa: PLR2004 this unit's and the others'
            own = len(one.beside)
            others = len(firsts) - 1
            if counts[own] == 1 and others >= year.scheme.reminders.others and not _all_named(one):
                usual = next(count for count in counts if count != own)
                text = f"{_place(year, one)}评分有{own}个，其他{others}个单位都是{usual}个：是不是漏填或多填了？"
                nameless = one._replace(mark=next(mark for mark in one.beside if not mark.assessor))
                yield Noticed(nameless.address, nameless.value, text, "请核对评分表的份数")


class _Lacking(NamedTuple):
    """A unit that one leader did not mark, one of his marks elsewhere, and how many other units he marked."""

    unit: Unit
    rating: Rating
    units: int


class _Sheets(NamedTuple):
    """What does not fit when the sheets of all leaders are laid side by side."""

    lacking: list[_Lacking]
    single: list[tuple[Rating, _Lacking | None]]


def _sheets(year: Year) -> _Sheets:
    """Whoever lacks on one unit and whoever is on one only; where both are on one unit, they are one slip."""
    groups: dict[tuple[str, str], list[Rating]] = {}
    for one in year.ratings:
        groups.setdefault((one.part.id, one.group), []).append(one)
    lacking: list[_Lacking] = []
    single: list[Rating] = []
    for ratings in groups.values():
        group = _Group(year, ratings)
        lacking += group.lacking()
        single += group.single()
    paired: list[tuple[Rating, _Lacking | None]] = []
    for rating in single:
        here = [one for one in lacking if one.unit.id == rating.unit.id]
        moved = [one for one in here if alike(one.rating.mark.assessor) == alike(rating.mark.assessor)]
        instead = next(iter(moved or [one for one in here if one.rating.group == rating.group]), None)
        if instead is not None:
            lacking.remove(instead)
        paired.append((rating, instead))
    return _Sheets(lacking, paired)


class _Group:
    """The marks of one group of leaders, by leader and unit; units with a mark without name tell nothing of anybody."""

    def __init__(self, year: Year, ratings: list[Rating]) -> None:
        self._year = year
        self._least = year.scheme.reminders.others
        #: By list, the units whose marks all have names.
        self._units: dict[str, dict[str, Unit]] = {}
        self._by_leader: dict[str, dict[str, Rating]] = {}
        nameless = {one.unit.id for one in ratings if not one.mark.assessor}
        for one in ratings:
            if one.unit.id not in nameless:
                self._units.setdefault(year.list_of(one.unit), {})[one.unit.id] = one.unit
                self._by_leader.setdefault(alike(one.mark.assessor), {})[one.unit.id] = one

    def lacking(self) -> Iterator[_Lacking]:
        """For each leader who marks all units but one of the lists in which he marks any: that unit."""
        for marked in self._by_leader.values():
            first = next(iter(marked.values()))
            lists = {self._year.list_of(one.unit) for one in marked.values()}
            asked = sum(len(self._units[name]) for name in lists)
            if len(marked) == 1 or len(marked) < self._least or asked - len(marked) > 2:  # noqa: PLR2004 it and his own
                continue
            own = self._year.evidence.assessors.get(first.mark.assessor)
            without = [
                unit
                for name in lists
                for unit in self._units[name].values()
                if unit.id not in marked and unit.id != own
            ]
            if len(without) == 1:
                yield _Lacking(without[0], first, len(marked))

    def single(self) -> Iterator[Rating]:
        """Whoever marks one unit of a list with enough others, while somebody marks many."""
        if max(map(len, self._by_leader.values()), default=0) < max(self._least, 2):
            return
        for marked in self._by_leader.values():
            first = next(iter(marked.values()))
            if len(marked) == 1 and len(self._units[self._year.list_of(first.unit)]) > self._least:
                yield first


def _label(year: Year, rating: Rating) -> str:
    return year.scheme.group_name(rating.part, rating.group)


def _place(year: Year, rating: Rating) -> str:
    return f"{rating.unit.name}的{_label(year, rating)}"


def _all_named(rating: Rating) -> bool:
    return all(mark.assessor for mark in rating.beside)


REMINDERS = (
    Reminder(
        "leader_mark_scale",
        "领导评分的满分不对",
        "百分制的94分写成9.4或0.94，不会出界，这个单位却因此少得十几分。",
        other_scale,
    ),
    Reminder(
        "leader_lacking",
        "只漏了一个单位的领导评分",
        "一位领导评了其他所有单位，只有这个单位没有，多半是录入时漏了，平均分也就少了一个人。",
        left_out,
    ),
    Reminder(
        "leader_once",
        "只评了一个单位的领导",
        "只在一个单位出现的名字，多半是写错了，或写错了组。",
        marks_one,
    ),
    Reminder(
        "leader_count",
        "领导评分的份数不同",
        "没有写名字的评分，份数应与其他单位一样；多一份少一份，平均分就不同。",
        other_count,
    ),
)
