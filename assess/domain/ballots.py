"""Democratic votes: levels with values, voter groups, a unit's points. Clause 二(一)1; readings U4, U5a–U5c."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, Self

from pydantic import Field, model_validator

from assess.domain.evidence import BallotCount
from assess.domain.frozen import frozen
from assess.domain.model import Exact, Model, Positive
from assess.domain.numbers import ZERO

IGNORED = "ignored"


class VoterGroup(Model):
    """Who votes; the weight counts only when groups are weighted."""

    label: str = Field(description="测评群体的名称")
    weight: Exact = Field(default=Fraction(1), description="权重；只在pooling是weighted时起作用")


class BallotRules(Model):
    """How ballots become points."""

    levels: dict[str, Exact] = Field(min_length=1, description="测评等次和每票的分值，写成“等次: 分值”")
    divide_by: Positive = Field(description="平均分除以多少再乘满分，大于0")
    groups: dict[str, VoterGroup] = Field(min_length=1, description="测评群体，写成“编号: {label: 名称}”")
    pooling: Literal["pool", "weighted"] = Field(
        default="pool", description="pool：各群体的票合在一起求平均；weighted：各群体先求平均再按权重合成"
    )
    own_ballots: Literal["counted", "left_out"] = Field(
        default="counted", description="counted：本单位人员的票照算；left_out：不算"
    )
    #: `ignored`, or the level as which an abstention counts.
    abstentions: str = Field(default=IGNORED, description="弃权票。ignored：不算；也可写一个等次，按那个等次算")

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.divide_by <= 0:
            message = "divide_by（折算基数）必须大于0"
            raise ValueError(message)
        if self.abstentions != IGNORED and self.abstentions not in self.levels:
            message = f"abstentions应为{IGNORED}或{'、'.join(self.levels)}之一"
            raise ValueError(message)
        negative = [group.label for group in self.groups.values() if group.weight < 0]
        if negative:
            message = f"groups（测评群体）中“{negative[0]}”的weight不能小于0"
            raise ValueError(message)
        if not any(group.weight > 0 for group in self.groups.values()):
            message = "groups（测评群体）的weight至少要有一个大于0"
            raise ValueError(message)
        return self


@frozen
class Tally:
    """The votes on one unit, counted. `mean` is exact and None when there is no valid ballot."""

    issued: int
    returned: int
    valid: int
    abstained: int
    invalid: int
    levels: Mapping[str, int]
    mean: Fraction | None
    #: Voter groups without a valid ballot: the others' weights are taken, and it is said.
    empty_groups: tuple[str, ...] = ()


def tally(rules: BallotRules, ballots: Mapping[str, BallotCount]) -> Tally:
    """Count the ballots on one unit over all voter groups."""
    counts = {name: _counted(rules, ballots[name]) for name in rules.groups if name in ballots}
    pooled = {level: sum(count.get(level, 0) for count in counts.values()) for level in rules.levels}
    empty = tuple(name for name in rules.groups if not sum(counts.get(name, {}).values()))
    mean = _mean(rules, pooled) if rules.pooling == "pool" else _weighted(rules, counts)
    given = list(ballots.values())
    return Tally(
        issued=sum(one.issued for one in given),
        returned=sum(one.returned for one in given),
        valid=sum(pooled.values()),
        abstained=sum(one.abstained for one in given),
        invalid=sum(one.invalid for one in given),
        levels=pooled,
        mean=mean,
        empty_groups=empty,
    )


def points(rules: BallotRules, mean: Fraction, full: Fraction) -> Fraction:
    """Turn the exact mean into exact points of `full`; a printed mean is never fed back."""
    return mean / rules.divide_by * full


def _counted(rules: BallotRules, ballots: BallotCount) -> dict[str, int]:
    counts = dict(ballots.levels)
    if rules.own_ballots == "left_out":
        for level, number in ballots.own.items():
            counts[level] = counts.get(level, 0) - number
    if rules.abstentions != IGNORED:
        counts[rules.abstentions] = counts.get(rules.abstentions, 0) + ballots.abstained
    return counts


def _mean(rules: BallotRules, counts: Mapping[str, int]) -> Fraction | None:
    valid = sum(counts.values())
    if not valid:
        return None
    return sum((rules.levels[level] * number for level, number in counts.items()), ZERO) / valid


def _weighted(rules: BallotRules, counts: Mapping[str, Mapping[str, int]]) -> Fraction | None:
    """The groups' means by their weights; a group without valid ballots leaves its weight to the others."""
    means = {name: mean for name, count in counts.items() if (mean := _mean(rules, count)) is not None}
    weight = sum((rules.groups[name].weight for name in means), ZERO)
    if not weight:
        return None
    return sum((rules.groups[name].weight * mean for name, mean in means.items()), ZERO) / weight
