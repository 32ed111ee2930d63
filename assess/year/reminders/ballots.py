"""Ballots that do not fit those on the other units: everybody votes on all of them."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from assess.entered.values import ISSUED, RETURNED, BallotCount
from assess.ground.address import Address
from assess.ground.numbers import plain
from assess.year.evidence import Unit
from assess.year.reminders.columns import Spread
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year


class _Votes(NamedTuple):
    """The ballots of one voter group on the units of one list."""

    part: str
    group: str
    label: str
    cast: list[tuple[Unit, BallotCount]]

    @property
    def issued(self) -> list[tuple[Unit, int]]:
        """How many were issued, where that is entered."""
        return [(unit, ballots.issued) for unit, ballots in self.cast if ballots.issued is not None]

    @property
    def returned(self) -> list[tuple[Unit, int]]:
        """How many came back, where that is entered."""
        return [(unit, ballots.returned) for unit, ballots in self.cast if ballots.returned is not None]

    def noticed(self, unit: Unit, key: str, value: int, text: str, hint: str) -> Noticed:
        """About one number of the group's ballots on a unit."""
        address = Address(unit.id, self.part, key, group=self.group)
        return Noticed(address, str(value), f"{unit.name}{self.label}的测评票{text}", hint)


def other_issued(year: Year) -> Iterator[Noticed]:
    """As many ballots are issued for a unit as for most others."""
    for votes in _votes(year):
        counts = Counter(issued for _, issued in votes.issued)
        usual, units = max(counts.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
        others = len(votes.issued) - 1
        if units < year.scheme.reminders.others or units * 2 <= others:
            continue
        for unit, issued in votes.issued:
            if issued != usual:
                text = f"发出{issued}张，其他{others}个单位中有{units}个是{usual}张：是不是写错了？"
                yield votes.noticed(unit, ISSUED, issued, text, "同一群体评所有单位的，发出数应当一样")


def other_returned(year: Year) -> Iterator[Noticed]:
    """As many ballots come back as for all others, where these have one number; else not many times fewer or more."""
    said = {one.address._replace(input=RETURNED) for one in other_issued(year)}
    for votes in _votes(year):
        counts = Counter(returned for _, returned in votes.returned)
        spread = Spread(Fraction(returned) for _, returned in votes.returned)
        others = len(votes.returned) - 1
        for unit, returned in votes.returned if len(counts) > 1 and others >= year.scheme.reminders.others else ():
            compared = _compared(year, returned, counts, spread)
            if compared and Address(unit.id, votes.part, RETURNED, group=votes.group) not in said:
                text = f"收回{returned}张，其他{others}个单位{compared}：是不是写错了？"
                yield votes.noticed(unit, RETURNED, returned, text, "请核对测评票汇总")


def _compared(year: Year, returned: int, counts: Counter[int], spread: Spread) -> str:
    """What the others have, in words; empty where that is nothing to ask about."""
    if len(counts) == 2 and counts[returned] == 1:  # noqa: PLR2004 this unit's and the others'
        return f"都是{next(count for count in counts if count != returned)}张"
    usual = spread.without(Fraction(returned)) if returned else None
    if usual is None or not year.scheme.reminders.is_far(Fraction(returned), usual.median):
        return ""
    return f"的中位数是{plain(usual.median)}张"


def _votes(year: Year) -> Iterator[_Votes]:
    """By part of the total, list and voter group."""
    for part in year.scheme.parts:
        for name in year.scheme.lists:
            units = [unit for unit in year.units if year.list_of(unit) == name]
            for group in part.rules.group_labels:
                given = [(unit, unit.opinions.get(part.id, {}).get(group)) for unit in units]
                cast = [(unit, ballots) for unit, ballots in given if isinstance(ballots, BallotCount)]
                yield _Votes(part.id, group, year.scheme.group_name(part, group), cast)


REMINDERS = (
    Reminder(
        "ballots_issued",
        "发出的测评票数不同",
        "一个群体的人评所有的单位，发出的票数应当一样，比别处多出的票无从谈起。",
        other_issued,
    ),
    Reminder(
        "ballots_returned",
        "收回的测评票数不同",
        "其他单位收回的都一样多，只有一个不同，多半是写错了；少一位数的，票数会差十倍。",
        other_returned,
    ),
)
