"""Counts the ballots on one unit, group by group."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assess.entered.values import ABSTAINED, BallotCount
from assess.ground.numbers import ZERO
from assess.parts.opinions.groups import GroupStatus, blocking
from assess.parts.opinions.voting import IGNORED, Voting


@dataclass(frozen=True, slots=True)
class Count:
    """Ballots as they count. None: a number that was not entered and that the others do not give."""

    issued: int | None
    returned: int | None
    abstained: int | None
    invalid: int | None
    #: What counts, by level: without the unit's own ballots or with abstentions where the rules say so.
    levels: Mapping[str, int]
    #: What the counted ballots give together.
    sum: Fraction
    #: The unit's own ballots that are left out.
    own: int = 0
    #: The invalid ones that are void as a whole paper, where that is known.
    spoilt: int = 0

    @property
    def valid(self) -> int:
        """How many ballots count."""
        return sum(self.levels.values())

    @property
    def mean(self) -> Fraction | None:
        """The exact mean; None when no ballot counts."""
        return self.sum / self.valid if self.valid else None


_NOT_LEFT_OUT = "请核对票数；方案写明不计这样的群体（empty_group: left_out）、并且另有群体计入的，才能计分"


@dataclass(frozen=True, slots=True)
class GroupTally:
    """The votes of one group of voters. `count` is None while they are not entered, or not wholly."""

    group: str
    label: str
    weight: Fraction
    count: Count | None
    #: What is not entered of them, where something is.
    unwritten: tuple[str, ...] = ()
    #: Why they do not count yet although they are entered: what lacks or contradicts in the round of voting.
    withheld: str = ""

    @property
    def status(self) -> GroupStatus:
        """A group of which no ballot counts is entered, and yet it has no mean."""
        if self.count is None:
            return "missing"
        return "counted" if self.count.valid else "empty"

    def reason(self) -> str:
        """Why it does not count."""
        if self.withheld:
            return f"{self.label}的测评票还不能计：{self.withheld}"
        if self.count is None:
            lacking = f"缺{'、'.join(self.unwritten)}的票数" if self.unwritten else "还没有填"
            return f"{self.label}的测评票{lacking}"
        return f"{self.label}{'除本单位的票外' if self.count.own else ''}没有有效票"

    def remedy(self) -> str:
        """What is to be entered, or decided."""
        if self.unwritten:
            return "没有的写0；写明收回数（returned）、并且各项合计与它相等的，没写的就是0"
        return "没有收到有效票的，也要填发出、收回、弃权、无效的票数" if self.count is None else _NOT_LEFT_OUT

    def left_out(self) -> str:
        """What is said where the others count without it."""
        return f"{self.reason()}，按其余群体计算"


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes on one unit."""

    groups: tuple[GroupTally, ...]
    #: The ballots of all groups together; None while one of them is missing.
    pooled: Count | None
    #: The exact mean by which points are given; None while a group lacks or no ballot counts at all.
    mean: Fraction | None


def tally(rules: Voting, ballots: Mapping[str, BallotCount], withheld: Mapping[str, str] | None = None) -> Tally:
    """Count the ballots on one unit, group by group; `withheld`: by group, why none of its ballots counts yet."""
    reasons = withheld or {}
    groups = tuple(_group(rules, name, ballots.get(name), reasons.get(name, "")) for name in rules.groups)
    counts = [group.count for group in groups if group.count is not None]
    pooled = _pooled(counts) if len(counts) == len(groups) else None
    if pooled is None or blocking(groups, rules.empty_group):
        return Tally(groups, pooled, None)
    return Tally(groups, pooled, pooled.mean if rules.pooling == "pool" else _weighted(groups))


def points_of(rules: Voting, mean: Fraction, full: Fraction) -> Fraction:
    """Turn the exact mean into exact points of `full`; a printed mean is never fed back."""
    return mean / rules.divide_by * full


def _group(rules: Voting, name: str, ballots: BallotCount | None, withheld: str) -> GroupTally:
    group = rules.groups[name]
    if ballots is None:
        return GroupTally(name, group.label, group.weight, None, withheld=withheld)
    unwritten = [level for level in rules.levels if level not in ballots.levels]
    if rules.abstentions != IGNORED and ballots.abstained is None:
        unwritten.append(ABSTAINED)
    count = None if unwritten else _counted(rules, ballots)
    return GroupTally(name, group.label, group.weight, count, tuple(unwritten))


def _counted(rules: Voting, ballots: BallotCount) -> Count:
    """The ballots of a group of which everything that counts is entered."""
    own = ballots.own if rules.own_ballots == "left_out" else {}
    levels = {level: ballots.levels[level] - own.get(level, 0) for level in rules.levels}
    if rules.abstentions != IGNORED:
        levels[rules.abstentions] += ballots.abstained or 0
    return Count(
        issued=ballots.issued,
        returned=ballots.returned,
        abstained=ballots.abstained,
        invalid=ballots.invalid,
        levels=levels,
        sum=sum((rules.levels[level] * number for level, number in levels.items()), ZERO),
        own=sum(own.values()),
        spoilt=ballots.spoilt,
    )


def _pooled(counts: Sequence[Count]) -> Count:
    return Count(
        issued=_added(one.issued for one in counts),
        returned=_added(one.returned for one in counts),
        abstained=_added(one.abstained for one in counts),
        invalid=_added(one.invalid for one in counts),
        levels={level: sum(one.levels[level] for one in counts) for level in counts[0].levels},
        sum=sum((one.sum for one in counts), ZERO),
        own=sum(one.own for one in counts),
        spoilt=sum(one.spoilt for one in counts),
    )


def _added(numbers: Iterable[int | None]) -> int | None:
    total = 0
    for number in numbers:
        if number is None:
            return None
        total += number
    return total


def _weighted(groups: Iterable[GroupTally]) -> Fraction | None:
    """The groups' means by their weights; a group without a ballot that counts leaves its weight to the others."""
    means = [(one.weight, mean) for one in groups if one.count is not None and (mean := one.count.mean) is not None]
    weight = sum((weight for weight, _ in means), ZERO)
    return sum((weight * mean for weight, mean in means), ZERO) / weight if weight else None
