"""per_amount: points for each step of an amount."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from assess.ground.expression import Formula
from assess.ground.model import NotNegative, Positive
from assess.ground.numbers import ZERO, Steps, plain, short
from assess.ground.numbers import steps as count_steps
from assess.rules.base import Example, Flaw, Rule
from assess.rules.grammar import flaws
from assess.rules.grammar.case import Case
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.parameters import CAP, EVERY, POINTS, STEPS, VALUE
from assess.rules.grammar.reach import Reach
from assess.rules.grammar.reckoning import multiplied
from assess.rules.grammar.step import Step, limited
from assess.rules.grammar.wording import before_limits, measured, stepwise, unit_of, used, value_of


class PerAmount(Rule):
    """`points` for every `every` (> 0, in the value's unit); at most `cap` (closed, null: none). U26, U43.

    Steps: `whole` counts full ones, `started` also one that is begun, `proportional` any part of one.
    """

    kind: ClassVar[str] = "per_amount"
    title: ClassVar[str] = "按数额计分"
    summary: ClassVar[str] = "每满多少数额得多少分，可以设上限。"
    example: ClassVar[Example] = Example(
        leaf={
            "inputs": {"funds": {"label": "校级以上项目经费", "unit": "元"}},
            "rule": {"per_amount": {"value": "funds", "every": "100000", "points": "1", "steps": "whole"}},
        },
        facts={"funds": "350000"},
        points="3",
    )

    value: Annotated[Formula, VALUE] = Field(description="算式，算出数额")
    every: Annotated[Positive, EVERY] = Field(description="每多少算一个，与算式同单位，大于0")
    points: Annotated[NotNegative, POINTS] = Field(description="每个得的分，不小于0")
    steps: Annotated[Steps, STEPS] = Field(
        default="whole",
        description="不满一个时怎样算。whole：满一个才算；started：不满一个也算一个；proportional：按比例",
    )
    cap: Annotated[NotNegative | None, CAP] = Field(default=None, description="最多计多少分，不小于0；null：不设上限")

    def reads(self) -> Iterator[str]:
        """The inputs of the value."""
        yield from self.value.names

    def asks(self, case: Case) -> Iterator[str]:
        """All of them."""
        del case
        yield from self.value.names

    def score(self, case: Case) -> Step:
        """The steps times the points, at most the cap."""
        value = self.value.value(case.number)
        count = count_steps(value, self.every, self.steps)
        points, limits = limited(count * self.points, self.cap, None)
        values = used(self.value.names, case) | {"value": value, "steps": count}
        return Step(self.kind, points, values, limits=limits)

    def explain(self, step: Step, frame: Frame) -> Iterator[str]:
        """Say the amount, the steps in it, and the cap where it bit."""
        every = plain(self.every) + unit_of(self.value, frame)
        yield measured(step, self.value, frame)
        count, each = value_of(step, "steps"), plain(self.points)
        product = multiplied((short(count), each), before_limits(step, frame.places), frame.places)
        yield stepwise(every, self.steps, count, f"计{each}分", f"计{product}分")
        yield from (limit.text(frame.places) for limit in step.limits)

    def reach(self, frame: Frame) -> Reach:
        """From 0 to the cap."""
        del frame
        return Reach(ZERO, self.cap)

    def flaws(self, frame: Frame) -> Iterator[Flaw]:
        """A step above 0, points and cap that are not negative."""
        yield from flaws.of_formula(self, self.value, frame, ("value",))
        yield from flaws.positive(self.every, "every")
        yield from flaws.not_negative(self.points, "points")
        yield from flaws.not_negative(self.cap, "cap")
