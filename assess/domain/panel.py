"""Leaders' marks: groups of assessors, each with its own points. Clause 二(一)3; readings U6a, U6b, U16."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Literal, Self

from pydantic import Field, model_validator

from assess.domain.evidence import Mark
from assess.domain.frozen import frozen
from assess.domain.model import Exact, Model
from assess.domain.numbers import ZERO
from assess.domain.rules.base import Trim

#: How points of a group are rounded.
Rounding = Callable[[Fraction], Fraction]

#: The full mark of an instrument of 0 to 100, both closed.
HUNDRED = Fraction(100)


class AssessorGroup(Model):
    """Leaders whose mean is worth `points`."""

    label: str = Field(description="评分人的名称，如正职校领导")
    points: Exact = Field(description="这一组的满分")


class PanelRules(Model):
    """How leaders' marks become points."""

    instrument: Literal["percent", "direct", "levels"] = Field(
        default="percent", description="怎样打分。percent：百分制；direct：直接打0至这一组的满分；levels：评等次"
    )
    levels: dict[str, Exact] = Field(default_factory=dict, description="各等次的分值；instrument是levels时必须写")
    groups: dict[str, AssessorGroup] = Field(
        min_length=1, description="各组评分人，写成“编号: {label: 名称, points: 满分}”"
    )
    trim: Trim = Field(default=Trim(), description="要不要去掉最高分和最低分")

    @model_validator(mode="after")
    def _levels_when_needed(self) -> Self:
        if self.instrument == "levels" and not self.levels:
            message = "instrument为levels时必须写levels（各等次的分值）"
            raise ValueError(message)
        negative = [group.label for group in self.groups.values() if group.points < 0]
        if negative:
            message = f"groups（各组评分人）中“{negative[0]}”的points不能小于0"
            raise ValueError(message)
        return self

    def highest(self, group: str) -> Fraction:
        """The highest mark that a leader of `group` may give."""
        return self.groups[group].points if self.instrument == "direct" else HUNDRED


@frozen
class GroupScore:
    """What one group of leaders gave: the marks used, their exact mean and the points, rounded once."""

    group: str
    label: str
    full: Fraction
    marks: tuple[Mark, ...]
    mean: Fraction | None
    points: Fraction | None
    left_out: tuple[Mark, ...] = ()


def score(
    rules: PanelRules,
    marks: Mapping[str, tuple[Mark, ...]],
    rounded: Rounding,
    recused: frozenset[str] = frozenset(),
) -> tuple[GroupScore, ...]:
    """Score every group; one without marks has no points (missing). `recused`: assessors who are left out."""
    return tuple(_group(rules, name, marks.get(name, ()), rounded, recused) for name in rules.groups)


def _group(
    rules: PanelRules,
    name: str,
    given: tuple[Mark, ...],
    rounded: Rounding,
    recused: frozenset[str],
) -> GroupScore:
    group = rules.groups[name]
    used = tuple(mark for mark in given if mark.assessor not in recused)
    mean = trimmed_mean([mark.value for mark in used], rules.trim)
    points = None
    if mean is not None:
        points = rounded(mean / rules.highest(name) * group.points)
    left_out = tuple(mark for mark in given if mark.assessor in recused)
    return GroupScore(name, group.label, group.points, used, mean, points, left_out)


def trimmed_mean(values: Sequence[Fraction], trim: Trim) -> Fraction | None:
    """The plain mean, after dropping the highest and lowest when there are enough; None for no values."""
    kept: Iterable[Fraction] = values
    many = trim.when_more_than is not None and len(values) > trim.when_more_than
    if many and len(values) > 2 * trim.drop:
        kept = sorted(values)[trim.drop : len(values) - trim.drop]
    kept = list(kept)
    if len(kept) == 1:
        return kept[0]
    return sum(kept, ZERO) / len(kept) if kept else None
