"""Deductions on a condition: of a fixed size, or as people choose."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, ClassVar

from pydantic import Field

from assess.entered.inputs import MarkInput, Span
from assess.ground.filled import Filled
from assess.ground.model import Exact, Model, NotNegative
from assess.ground.numbers import ZERO, short
from assess.ground.said import Said
from assess.ground.tree import Path
from assess.rules.base import Flaw, Rule
from assess.rules.grammar import flaws
from assess.rules.grammar.case import Case
from assess.rules.grammar.conditions import Conditions
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.parameters import ALLOWED, LOSS, MARK_NAME, WHEN
from assess.rules.grammar.step import Step
from assess.rules.grammar.subtractions.form import Form


class _WithConditions(Form):
    """What both forms with `when` share."""

    when: Annotated[Conditions, WHEN] = Field(description="须全部符合的条件，写成“数据: {界限}”")

    def reads(self) -> Iterator[str]:
        """The inputs of the conditions."""
        yield from self.when.names

    def flaws(self, rule: Rule, frame: Frame, path: Path) -> Iterator[Flaw]:
        """The conditions."""
        yield from flaws.of_conditions(rule, self.when, frame, (*path, "when"))


class OnCondition(_WithConditions):
    """`points` once, where all conditions hold."""

    tag: ClassVar[str] = "on_condition"
    summary: ClassVar[str] = "条件符合时扣一次分。"

    points: Annotated[NotNegative, LOSS] = Field(description="符合条件时扣一次的分，不小于0")

    def score(self, case: Case) -> Step:
        """The points, or nothing."""
        loss = self.points if self.when.hold(case) else ZERO
        return Step(self.tag, -loss, self.when.values(case))

    def explain(self, step: Step, frame: Frame) -> str:
        """`参与率65%（<70%，符合），扣0.5分`."""
        return f"{self.when.checked(step, frame)}，{_taken_off(step, frame)}"

    def most(self) -> Fraction | None:
        """The points."""
        return self.points

    def flaws(self, rule: Rule, frame: Frame, path: Path) -> Iterator[Flaw]:
        """The conditions; points that are not negative."""
        yield from super().flaws(rule, frame, path)
        yield from flaws.not_negative(self.points, "points", path)


class Discretion(Model):
    """A deduction whose size people choose from a closed set, on the leaf's step."""

    input: Annotated[str, MARK_NAME] = Field(description="这一扣分的编号，填数据时用")
    allowed: Annotated[Filled[Exact | Span], ALLOWED] = Field(
        description="可以扣的分：几个数，或 {from: 最少, to: 最多}；不小于0"
    )


class AtDiscretion(_WithConditions):
    """What people choose to take off, asked for only where all conditions hold. U18."""

    tag: ClassVar[str] = "at_discretion"
    summary: ClassVar[str] = "条件符合时由人酌情扣分，扣多少在规定的范围里选。"

    discretion: Annotated[Discretion, Said("酌情扣分")] = Field(description="条件符合时请评分人酌情扣分；不符合就不问")

    def marks(self, frame: Frame) -> Iterator[tuple[str, MarkInput]]:
        """The deduction that people choose."""
        yield self.discretion.input, self._mark(frame)

    def asks(self, case: Case) -> Iterator[str]:
        """The inputs that decide; once they are known to hold, the deduction."""
        yield from self.when.names
        if self.when.known(case) and self.when.hold(case):
            yield self.discretion.input

    def score(self, case: Case) -> Step:
        """The mean of the assessors' deductions, or nothing."""
        marks = case.marks(self.discretion.input) if self.when.hold(case) else None
        loss = ZERO if marks is None else marks.mean or ZERO
        return Step(self.tag, -loss, self.when.values(case), marks=marks)

    def explain(self, step: Step, frame: Frame) -> str:
        """`人均调停课3学时（≥2学时，符合），酌情扣0.8分`."""
        return f"{self.when.checked(step, frame)}，{_taken_off(step, frame, '酌情')}"

    def most(self) -> Fraction | None:
        """The largest deduction allowed."""
        return MarkInput("", self.discretion.allowed, Fraction(1)).high

    def flaws(self, rule: Rule, frame: Frame, path: Path) -> Iterator[Flaw]:
        """The conditions; nothing allowed below 0."""
        yield from super().flaws(rule, frame, path)
        yield from flaws.not_negative(self._mark(frame).low, "allowed", (*path, "discretion"))

    def _mark(self, frame: Frame) -> MarkInput:
        return MarkInput(f"酌情扣分（{self.when.text(frame)}）", self.discretion.allowed, frame.step)


def _taken_off(step: Step, frame: Frame, how: str = "") -> str:
    return f"{how}扣{short(-step.points, frame.places)}分" if step.points else "不扣分"
