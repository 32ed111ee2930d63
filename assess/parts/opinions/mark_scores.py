"""Scores the marks that people gave one unit, group by group."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from assess.entered.values import Mark
from assess.ground.numbers import ZERO
from assess.parts.opinions.groups import EmptyGroup, GroupStatus, blocking
from assess.parts.opinions.marking import Marking
from assess.rules.grammar.trimming import UsedMarks, used_marks

#: How points of a group are rounded.
Rounding = Callable[[Fraction], Fraction]


@dataclass(frozen=True, slots=True)
class GroupScore:
    """What one group of leaders gave: the marks used, and the points out of `full`, rounded once.

    `full` is the group's own full mark, or more where it also stands for groups that are left out.
    """

    group: str
    label: str
    own_full: Fraction
    full: Fraction
    entered: bool
    marks: tuple[Mark, ...]
    used: UsedMarks
    points: Fraction | None = None
    recused: tuple[Mark, ...] = ()

    @property
    def status(self) -> GroupStatus:
        """Marks that all come from recused leaders are entered, and yet none of them counts."""
        if not self.entered:
            return "missing"
        return "counted" if self.marks else "empty"

    def reason(self) -> str:
        """Why it does not count."""
        if not self.entered:
            return f"{self.label}的评分还没有填"
        return f"{self.label}的评分人都已回避" if self.recused else f"{self.label}没有人评分"

    def remedy(self) -> str:
        """What is to be entered, or decided."""
        if not self.entered:
            return "没有人评分的，写“无”"
        return "请核对评分；方案写明不计这样的组（empty_group: left_out）、并且另有一组计入的，才能计分"

    def left_out(self) -> str:
        """What is said where the others count without it."""
        return f"{self.reason()}，按其余各组计算"


def score_groups(
    rules: Marking,
    marks: Mapping[str, tuple[Mark, ...]],
    rounded: Rounding,
    recused: frozenset[str] = frozenset(),
) -> tuple[GroupScore, ...]:
    """Score every group; one without marks has no points. `recused`: assessors who are left out."""
    groups = [_heard(rules, name, marks.get(name), recused) for name in rules.groups]
    share = _share(groups, rules.empty_group)
    return tuple(_scored(rules, one, share, rounded) for one in groups)


def total_of(scores: Sequence[GroupScore], empty_group: EmptyGroup) -> Fraction | None:
    """The sum of the groups' printed points; None while one of them lacks."""
    known = [one.points for one in scores if one.points is not None]
    return None if blocking(scores, empty_group) or not known else sum(known, ZERO)


def _heard(rules: Marking, name: str, given: Sequence[Mark] | None, recused: frozenset[str]) -> GroupScore:
    """What a group gave, before it is known what it is worth."""
    group = rules.groups[name]
    used = tuple(mark for mark in given or () if mark.assessor not in recused)
    left_out = tuple(mark for mark in given or () if mark.assessor in recused)
    values = used_marks(name, (mark.value for mark in used), rules.trim, len(left_out))
    return GroupScore(name, group.label, group.points, group.points, given is not None, used, values, recused=left_out)


def _share(groups: Sequence[GroupScore], empty_group: EmptyGroup) -> Fraction | None:
    """By how much the full marks of the groups that stay grow, to the sum of all; None where these are worth 0."""
    left_out = [one for one in groups if one.status == "empty" and empty_group == "left_out"]
    if not left_out:
        return Fraction(1)
    staying = sum((one.own_full for one in groups if one not in left_out), ZERO)
    return sum((one.own_full for one in groups), ZERO) / staying if staying else None


def _scored(rules: Marking, one: GroupScore, share: Fraction | None, rounded: Rounding) -> GroupScore:
    mean = one.used.mean
    if mean is None or share is None:
        return one
    full, highest = one.own_full * share, rules.highest(one.group)
    return replace(one, full=full, points=rounded(mean / highest * full) if highest else ZERO)
