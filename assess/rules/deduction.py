"""deduction: from a start, points are taken off for events, steps and conditions, down to a floor."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from assess.entered.inputs import MarkInput, Span, up_to
from assess.ground.filled import Filled
from assess.ground.model import Exact
from assess.ground.numbers import ZERO, plain, short
from assess.ground.said import Said, Turn
from assess.rules.base import Example, Flaw, Rule
from assess.rules.grammar import flaws
from assess.rules.grammar.case import Case
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.reach import Reach
from assess.rules.grammar.reckoning import shown, summed
from assess.rules.grammar.step import Step, limited
from assess.rules.grammar.subtractions import Subtraction
from assess.rules.grammar.trimming import UsedMarks
from assess.rules.grammar.wording import value_of

#: The name of the mark that a deduction may start from.
MARK = "mark"


class Deduction(Rule):
    """Start minus all deductions, not below `floor` (closed; null: none). U18, U19, U35, U39, U40.

    It starts from the leaf's full mark, from a mark that people give (`judged`: input `mark`, 0 to the full
    mark, both closed) or from a number.
    """

    kind: ClassVar[str] = "deduction"
    title: ClassVar[str] = "扣分"
    summary: ClassVar[str] = "从满分（或评分、一个数）起，按次数、数额或条件扣分，扣到下限为止。"
    example: ClassVar[Example] = Example(
        leaf={
            "max": "6",
            "inputs": {
                "plan": {"label": "招生计划数", "unit": "人", "above": "0"},
                "arrivals": {"label": "报到数", "unit": "人"},
            },
            "rule": {
                "deduction": {
                    "start": "full",
                    "floor": "0",
                    "each": [
                        {
                            "value": "(plan - arrivals) / plan * 100",
                            "every": "10",
                            "points": "2",
                            "steps": "whole",
                        },
                    ],
                },
            },
        },
        facts={"plan": "500", "arrivals": "430"},
        points="4",
    )

    start: Annotated[
        Literal["full", "judged"] | Exact,
        Said("扣分办法", word="", unit="分", turn=Turn.SUBJECT, choices={"full": "从满分起扣", "judged": "从评分起扣"}),
    ] = Field(description="从多少分起扣。full：指标的满分；judged：先由人评分；也可写一个数")
    floor: Annotated[Exact | None, Said("下限", word="最低", unit="分", turn=Turn.REST)] = Field(
        default=ZERO, description="最低扣到几分；null：不设下限"
    )
    each: Annotated[Filled[Subtraction], Said("扣分项", word="", element="第{}项扣分", between="；")] = Field(
        description="各个扣分项，至少一项；有四种写法"
    )

    def reads(self) -> Iterator[str]:
        """The inputs of all deductions."""
        for one in self.each:
            yield from one.reads()

    def marks(self, frame: Frame) -> Iterator[tuple[str, MarkInput]]:
        """The mark to start from, and the deductions at discretion."""
        if self.start == "judged":
            yield MARK, MarkInput("考核分", (_whole_range(frame),), frame.step, digits=frame.digits)
        for one in self.each:
            yield from one.marks(frame)

    def asks(self, case: Case) -> Iterator[str]:
        """The mark to start from and every deduction's inputs; a choice only where its condition holds."""
        if self.start == "judged":
            yield MARK
        for one in self.each:
            yield from one.asks(case)

    def score(self, case: Case) -> Step:
        """The start minus the deductions, held at the floor; each is a part with points of 0 or below."""
        marks = case.marks(MARK) if self.start == "judged" else None
        start = self._start(case.frame, marks)
        parts = tuple(one.score(case) for one in self.each)
        left = start + sum((part.points or ZERO for part in parts), ZERO)
        points, limits = limited(left, None, self.floor)
        return Step(self.kind, points, {"start": start}, limits=limits, parts=parts, marks=marks)

    def explain(self, step: Step, frame: Frame) -> Iterator[str]:
        """Say the start, each deduction with its arithmetic, and what is left."""
        begins = {"full": "满分", "judged": "考核评分"}.get(str(self.start), "起始分")
        yield f"{begins}{short(value_of(step, 'start'), frame.places)}分"
        for one, part in zip(self.each, step.parts, strict=True):
            yield one.explain(part, frame)
        terms = shown((value_of(step, "start"), *(part.points or ZERO for part in step.parts)), frame.places)
        yield from (limit.text(frame.places, terms) for limit in step.limits)
        if not step.limits:
            yield f"扣后计{summed(terms, short(step.points or ZERO, frame.places))}分"

    def reach(self, frame: Frame) -> Reach:
        """From the start less everything (or the floor) to the start."""
        high = self.start if isinstance(self.start, Fraction) else frame.full
        losses = [one.most() for one in self.each]
        if None in losses:
            return Reach(self.floor, high)
        low = ZERO if self.start == "judged" else high
        left = low - sum((loss for loss in losses if loss is not None), ZERO)
        return Reach(limited(left, None, self.floor)[0], high)

    def flaws(self, frame: Frame) -> Iterator[Flaw]:
        """A full mark to start from, a floor below the start, and what each deduction finds wrong with itself."""
        high = self.start if isinstance(self.start, Fraction) else frame.maximum
        if high is None:
            yield Flaw(("start",), "no_full_mark", "扣分规则没有满分", "在指标上写max，或把start写成数字")
        elif self.floor is not None and self.floor > high:
            text = f"最低分{plain(self.floor)}大于起始的{short(high, beside=[self.floor])}分，扣了反而加分"
            yield Flaw(("floor",), "floor_above_start", text, "floor写不大于起始分的数；不设下限的写null")
        for index, one in enumerate(self.each):
            yield from one.flaws(self, frame, ("each", index))
        yield from flaws.of_marks(self.marks(frame), once=True)

    def _start(self, frame: Frame, marks: UsedMarks | None) -> Fraction:
        if isinstance(self.start, Fraction):
            return self.start
        return frame.full if marks is None else marks.mean or ZERO


def _whole_range(frame: Frame) -> Span:
    return up_to(max(frame.full, ZERO))
