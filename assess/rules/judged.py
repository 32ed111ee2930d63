"""judged: people give a mark within a range or an allowed set, each on the step; several marks are averaged."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, ClassVar

from pydantic import Field

from assess.entered.inputs import Allowed, MarkInput, up_to
from assess.ground.model import Model, NotNegative
from assess.ground.numbers import ZERO, plain, short
from assess.ground.said import Said
from assess.rules.base import Example, Flaw, Rule
from assess.rules.grammar import flaws
from assess.rules.grammar.case import Case
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.parameters import ALLOWED, MARK_NAME
from assess.rules.grammar.places import PLACES
from assess.rules.grammar.reach import Reach
from assess.rules.grammar.step import Step
from assess.rules.grammar.trimming import TRIM, Trim


class Assessors(Model):
    """How several assessors' marks become one."""

    trim: Annotated[Trim, TRIM] = Field(default=Trim(), description="几个人评分时，要不要去掉最高分和最低分")


class Judged(Rule):
    """A mark from 0 to the full mark (both closed) or from `allowed`; the step is the leaf's `mark_step`."""

    kind: ClassVar[str] = "judged"
    title: ClassVar[str] = "评分"
    summary: ClassVar[str] = "由人评分。默认从0分到满分，按步长；几个人评分时取平均。"
    example: ClassVar[Example] = Example(
        leaf={"max": "1", "mark_step": "0.1", "rule": {"judged": {}}},
        facts={"mark": ["0.9", "1"]},
        points="0.95",
    )

    input: Annotated[str, MARK_NAME] = Field(
        default="mark", description="评分的编号，填数据时用；同一指标有两个评分时取不同的名"
    )
    #: Highest mark; default: the leaf's full mark.
    max: Annotated[NotNegative | None, Said("最高分", unit="分", mention="never")] = Field(
        default=None, description="最高评分，不小于0；不写就是指标的满分"
    )
    allowed: Annotated[Allowed, ALLOWED] = Field(
        default=(), description="允许的评分：几个数，或 {from: 最低, to: 最高}；不写就是0至最高评分"
    )
    waivable: Annotated[bool, Said("可写“不适用”", mention="never")] = Field(
        default=False, description="true：评分人可以认定“不适用”，不计入满分"
    )
    assessors: Annotated[Assessors, Said("多位评分人的合并", mention="never")] = Field(
        default=Assessors(), description="几个人评分时怎样合成，默认取平均"
    )

    def marks(self, frame: Frame) -> Iterator[tuple[str, MarkInput]]:
        """The mark, on the leaf's step."""
        high = self.max if self.max is not None else frame.full
        allowed = self.allowed or (up_to(max(high, ZERO)),)
        yield self.input, MarkInput("考核分", allowed, frame.step, self.waivable, digits=frame.digits)

    @property
    def may_be_waived(self) -> bool:
        """As it says itself."""
        return self.waivable

    def asks(self, case: Case) -> Iterator[str]:
        """Always the mark."""
        del case
        yield self.input

    def score(self, case: Case) -> Step:
        """The mean of the marks."""
        marks = case.marks(self.input, self.assessors.trim)
        return Step(self.kind, marks.mean, marks=marks)

    def explain(self, step: Step, frame: Frame) -> Iterator[str]:
        """Say the mark, or that a person chose 不适用."""
        if step.points is None:
            yield "经认定不适用，不计入满分"
            return
        highest = self.highest(frame)
        has_own = highest not in (frame.maximum, ZERO)
        full, given = short(highest, PLACES if has_own else frame.places), short(step.points, frame.places)
        own = f"（满分{full}分）" if has_own else ""
        lost = Fraction(full) - Fraction(given)
        taken = f"，扣{plain(lost)}分" if frame.maximum is not None and lost > 0 else ""
        yield f"考核评分{given}分{own}{taken}"

    def highest(self, frame: Frame) -> Fraction:
        """The mark's own full mark: the highest that people may give, which need not be that of the whole leaf."""
        ((_, mark),) = self.marks(frame)
        return mark.high

    def reach(self, frame: Frame) -> Reach:
        """From the lowest to the highest mark."""
        ((_, mark),) = self.marks(frame)
        return Reach(mark.low, mark.high)

    def flaws(self, frame: Frame) -> Iterator[Flaw]:
        """A mark needs a full mark or an allowed set; the highest is not negative."""
        yield from flaws.not_negative(self.max, "max")
        if frame.maximum is None and self.max is None and not self.allowed:
            yield Flaw((), "no_full_mark", "评分规则没有满分", "在指标上写max，或在judged中写max或allowed")
