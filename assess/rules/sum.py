"""sum: the points of several rules together, under one ceiling and over one floor."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Annotated, ClassVar

from pydantic import Field

from assess.ground.filled import Filled
from assess.ground.model import Exact
from assess.ground.numbers import ZERO, plain, short, total
from assess.ground.said import Said
from assess.rules.base import AnyRule, Example, Flaw, Rule
from assess.rules.grammar import flaws
from assess.rules.grammar.applicable import applicable
from assess.rules.grammar.case import Case
from assess.rules.grammar.figures import FigureSpec
from assess.rules.grammar.frame import Frame, FrameChange, same
from assess.rules.grammar.reach import Reach, either
from assess.rules.grammar.reckoning import adding, shown, summed
from assess.rules.grammar.step import Step, limited

#: What is waived brings nothing, whatever the floor.
_NOTHING = Reach(ZERO, ZERO)


class Sum(Rule):
    """Σ `of` between `floor` and `ceiling` (both closed, null: none), then + Σ `uncapped`. U42.

    The points of `uncapped` may exceed the leaf's full mark. A part that a person found 不适用 is left out, of the full
    mark too: what is left of it is the most that the other parts of `of` give; `uncapped` is a bonus.
    """

    kind: ClassVar[str] = "sum"
    title: ClassVar[str] = "合计"
    summary: ClassVar[str] = "几条规则的得分相加，合计可以设上限和下限；还可以另加不受上限限制的分。"
    example: ClassVar[Example] = Example(
        leaf={
            "max": "2",
            "inputs": {
                "school": {"label": "校级获奖", "unit": "项"},
                "province": {"label": "省级获奖", "unit": "项"},
            },
            "rule": {
                "sum": {
                    "of": [{"per_amount": {"value": "school", "every": "1", "points": "0.5"}}],
                    "ceiling": "2",
                    "floor": None,
                    "uncapped": [{"per_amount": {"value": "province", "every": "1", "points": "0.5"}}],
                },
            },
        },
        facts={"school": "5", "province": "2"},
        points="3",
    )

    of: Annotated[Filled[AnyRule], Said("相加的部分", word="", element="第{}部分")] = Field(
        description="相加的各条规则，至少一条"
    )
    ceiling: Annotated[Exact | None, Said("合计上限", word="合计最高", unit="分")] = Field(
        default=None, description="of合计的上限；null：不设"
    )
    floor: Annotated[Exact | None, Said("下限", word="最低", unit="分")] = Field(
        default=None, description="of合计的下限，不大于上限；null：不设"
    )
    uncapped: Annotated[
        tuple[AnyRule, ...], Said("不封顶部分", word="不受上限限制的另加", element="第{}个不封顶部分")
    ] = Field(default=(), description="不受上限限制、另外加上的规则；可以超过指标的满分")

    def nested(self) -> Iterator[tuple[tuple[str | int, ...], Rule, FrameChange]]:
        """All parts."""
        for index, rule in enumerate(self.of):
            yield ("of", index), rule, same
        for index, rule in enumerate(self.uncapped):
            yield ("uncapped", index), rule, same

    @property
    def may_exceed(self) -> bool:
        """Whether anything is uncapped here or inside."""
        return bool(self.uncapped) or super().may_exceed

    @property
    def may_be_waived(self) -> bool:
        """Only when every part may: otherwise the others still give points."""
        return all(rule.may_be_waived for _, rule, _ in self.nested())

    def figures_for(self, case: Case) -> Iterator[FigureSpec]:
        """The figures of all parts."""
        for _, rule, _ in self.nested():
            yield from rule.figures_for(case)

    def score(self, case: Case) -> Step:
        """The limited sum plus the uncapped one; 不适用 when every part is."""
        parts = tuple(rule.score(case) for _, rule, _ in self.nested())
        if all(part.points is None for part in parts):
            return Step(self.kind, None, parts=parts)
        of, beyond = parts[: len(self.of)], parts[len(self.of) :]
        inside, outside = total(_given(of)), total(_given(beyond))
        left = self._left(case, of)
        ceiling = self.ceiling if left is None or self.ceiling is None else min(self.ceiling, left)
        points, limits = (ZERO, ()) if _all_waived(of) else limited(inside, ceiling, self.floor)
        values = {"sum": inside, "uncapped": outside}
        return Step(
            self.kind,
            points + outside,
            values,
            limits=limits,
            parts=parts,
            uncapped=outside,
            left=self._left_in_all(case, left, beyond),
        )

    def _left(self, case: Case, of: Sequence[Step]) -> Fraction | None:
        """What is left of the full mark of `of` together where a person waived one of them; None: all of it."""
        own = self._own(case.frame)
        if own is None or not any(part.points is None or part.left is not None for part in of):
            return None
        highs = _highs(self.of, case)
        left = [_still(high, part) for high, part in zip(highs, of, strict=True) if high is not None]
        bonuses = [_bonus(high, part) for high, part in zip(highs, of, strict=True) if high is None]
        summed = sum((high for high in highs if high is not None), ZERO)
        return _lowered(own, applicable(own, max(ZERO, own - summed), left, bonuses))

    def _left_in_all(self, case: Case, left: Fraction | None, beyond: Sequence[Step]) -> Fraction | None:
        """The same for the whole sum, in which what is uncapped is a bonus."""
        own, whole = self._own(case.frame), case.frame.maximum
        if own is None or whole is None or (left is None and all(part.points is not None for part in beyond)):
            return None
        bonuses = [_bonus(high, part) for high, part in zip(_highs(self.uncapped, case), beyond, strict=True)]
        return _lowered(whole, applicable(whole, whole - own, [own if left is None else left], bonuses))

    def _own(self, frame: Frame) -> Fraction | None:
        """What `of` has of the leaf's full mark: all of it, or its ceiling; None for a leaf without one."""
        if frame.maximum is None or self.ceiling is None:
            return frame.maximum
        return min(frame.maximum, max(ZERO, self.ceiling))

    def explain(self, step: Step, frame: Frame) -> Iterator[str]:
        """Say the parts one after the other, what is left of the full mark, then the sum and what limited it."""
        for part, (_, rule, _) in zip(step.parts, self.nested(), strict=True):
            yield from rule.explain(part, frame)
        if step.points is None:
            return
        inside, beyond = _given(step.parts[: len(self.of)]), _given(step.parts[len(self.of) :])
        terms, result = shown(inside, frame.places), short(total(inside), frame.places)
        if step.left is not None:
            yield f"本项满分按{short(step.left)}分计"
        if step.limits:
            yield from (limit.text(frame.places, terms) for limit in step.limits)
        elif len(terms) > 1:
            yield f"{adding(terms, result)}分"
        elif len(terms) < len(self.of) or step.left is not None:
            yield f"合计{summed(terms, result)}分"
        if self.uncapped:
            inside_shown = step.limits[0].shown_bound if step.limits else result
            outside, both = shown((step.uncapped, step.points), frame.places)
            added = summed(shown(beyond, frame.places), outside)
            yield f"不受上限限制的{added}分另加：{adding((inside_shown, outside), both)}分"

    def reach(self, frame: Frame) -> Reach:
        """The sum of the parts' ends, within ceiling and floor; a part that may be waived may bring nothing."""
        of = _added(_reach(rule, frame) for rule in self.of)
        low = self.floor if of.low is None else limited(of.low, self.ceiling, self.floor)[0]
        high = self.ceiling if of.high is None else limited(of.high, self.ceiling, self.floor)[0]
        inside = Reach(low, high)
        if self.uncapped and all(rule.may_be_waived for rule in self.of):
            inside = either((inside, _NOTHING))
        return _added((inside, *(_reach(rule, frame) for rule in self.uncapped)))

    def flaws(self, frame: Frame) -> Iterator[Flaw]:
        """A floor below the ceiling; no mark may count twice."""
        if self.floor is not None and self.ceiling is not None and self.floor > self.ceiling:
            text = f"下限{plain(self.floor)}大于上限{plain(self.ceiling)}"
            yield Flaw(("floor",), "floor_above_ceiling", text)
        yield from flaws.of_marks(self.marks(frame), once=True)


def _given(parts: Iterable[Step]) -> list[Fraction]:
    """The points of the parts that apply."""
    return [part.points for part in parts if part.points is not None]


def _all_waived(parts: Iterable[Step]) -> bool:
    return all(part.points is None for part in parts)


def _highs(rules: Iterable[Rule], case: Case) -> list[Fraction | None]:
    """The most that each rule gives a unit of this type, not below 0; None: no bound."""
    frame = case.frame.for_types(frozenset({case.unit_type}))
    highs = [rule.reach(frame).high for rule in rules]
    return [None if high is None else max(ZERO, high) for high in highs]


def _lowered(own: Fraction, left: Fraction) -> Fraction | None:
    return left if left < own else None


def _still(high: Fraction, part: Step) -> Fraction:
    """What is left of a part's mark."""
    if part.points is None:
        return ZERO
    return high if part.left is None else min(high, part.left)


def _bonus(high: Fraction | None, part: Step) -> Fraction | None:
    """The most that a part can give that is not counted in the full mark."""
    return ZERO if part.points is None else high


def _reach(rule: Rule, frame: Frame) -> Reach:
    reach = rule.reach(frame)
    return either((reach, _NOTHING)) if rule.may_be_waived else reach


def _added(reaches: Iterable[Reach]) -> Reach:
    low: Fraction | None = ZERO
    high: Fraction | None = ZERO
    for reach in reaches:
        low = None if low is None or reach.low is None else low + reach.low
        high = None if high is None or reach.high is None else high + reach.high
    return Reach(low, high)
