"""Scores the marks that people gave one unit, group by group."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from assess.entered.values import Mark
from assess.ground.numbers import ZERO
from assess.ground.quotient import Quotient
from assess.parts.base import Knows
from assess.parts.opinions.groups import EmptyGroup, GroupStatus, blocking
from assess.parts.opinions.marking import Marking
from assess.rules.grammar.trimming import UsedMarks, used_marks

#: How points of a group are rounded.
Rounding = Callable[[Fraction], Fraction]


@dataclass(frozen=True, slots=True)
class MarkSum:
    """What everybody may know of a group's marks: how many there are, and what those that count add up to."""

    #: How many people gave one, apart from those who are recused.
    given: int
    #: How many of them were dropped at either end.
    dropped: int
    recused: int
    #: The sum of those that count.
    total: Fraction

    @property
    def counted(self) -> int:
        """How many make the mean."""
        return self.given - 2 * self.dropped

    @property
    def mean(self) -> Quotient:
        """The exact mean of those that count, of which there is one at least."""
        return Quotient(self.total, Fraction(self.counted))


@dataclass(frozen=True, slots=True)
class SingleMarks:
    """What each person gave, as far as whoever looks may know it: marks that are used, and those of recused people.

    `used`: None where not all of them may be known.
    """

    given: tuple[Mark, ...]
    recused: tuple[Mark, ...]
    used: UsedMarks | None


@dataclass(frozen=True, slots=True)
class GroupScore:
    """What one group of leaders gave: its marks, and the points out of `full`, rounded once.

    `full` is the group's own full mark, or more where it also stands for groups that are left out. `single` is
    confidential.
    """

    group: str
    label: str
    own_full: Fraction
    full: Fraction
    entered: bool
    marks: MarkSum
    single: SingleMarks
    points: Fraction | None = None

    @property
    def status(self) -> GroupStatus:
        """Marks that all come from recused leaders are entered, and yet none of them counts."""
        if not self.entered:
            return "missing"
        return "counted" if self.marks.given else "empty"

    def reason(self) -> str:
        """Why it does not count."""
        if not self.entered:
            return f"{self.label}的评分还没有填"
        return f"{self.label}的评分人都已回避" if self.marks.recused else f"{self.label}没有人评分"

    def remedy(self) -> str:
        """What is to be entered, or decided."""
        if not self.entered:
            return "没有人评分的，写“无”"
        return "请核对评分；方案写明不计这样的组（empty_group: left_out）、并且另有一组计入的，才能计分"

    def left_out(self) -> str:
        """What is said where the others count without it."""
        return f"{self.reason()}，按其余各组计算"

    def concealed(self, knows: Knows) -> "GroupScore":
        """The same with those single marks only that may be known."""
        given, recused = (
            tuple(mark for mark in marks if knows(mark.assessor)) for marks in (self.single.given, self.single.recused)
        )
        return replace(self, single=SingleMarks(given, recused, None))


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
    marks = MarkSum(len(used), len(values.lowest), len(left_out), sum(values.counted, ZERO))
    single = SingleMarks(used, left_out, values)
    return GroupScore(name, group.label, group.points, group.points, given is not None, marks, single)


def _share(groups: Sequence[GroupScore], empty_group: EmptyGroup) -> Fraction | None:
    """By how much the full marks of the groups that stay grow, to the sum of all; None where these are worth 0."""
    left_out = [one for one in groups if one.status == "empty" and empty_group == "left_out"]
    if not left_out:
        return Fraction(1)
    staying = sum((one.own_full for one in groups if one not in left_out), ZERO)
    return sum((one.own_full for one in groups), ZERO) / staying if staying else None


def _scored(rules: Marking, one: GroupScore, share: Fraction | None, rounded: Rounding) -> GroupScore:
    if not one.marks.given or share is None:
        return one
    full, highest = one.own_full * share, rules.highest(one.group)
    mean = one.marks.total / one.marks.counted
    return replace(one, full=full, points=rounded(mean / highest * full) if highest else ZERO)
