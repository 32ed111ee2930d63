"""Deductions that are counted: per event, per step of a value."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from assess.ground.expression import Formula
from assess.ground.model import NotNegative, Positive
from assess.ground.numbers import ZERO, Steps, plain, short
from assess.ground.numbers import steps as count_steps
from assess.ground.said import Said
from assess.ground.tree import Path
from assess.rules.base import Flaw, Rule
from assess.rules.grammar import flaws
from assess.rules.grammar.case import Case
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.parameters import EVERY, LOSS, STEPS, VALUE
from assess.rules.grammar.reckoning import multiplied
from assess.rules.grammar.step import Step
from assess.rules.grammar.subtractions.form import Form
from assess.rules.grammar.wording import PREFIX, label, measured, quantity, stepwise, unit, unit_of, used, value_of


def _each(name: str, frame: Frame) -> str:
    """`违规事件每起`."""
    return f"{label(name, frame)}每{unit(name, frame)}"


class PerEvent(Form):
    """`points` for each event."""

    tag: ClassVar[str] = "per_event"
    summary: ClassVar[str] = "每发生一次，扣一份分。"

    #: An events input, or a number that somebody counted.
    events: Annotated[str, Said("事件数据", word="", shown=_each)] = Field(description="事件清单，或填次数的数据")
    points: Annotated[NotNegative, LOSS] = Field(description="每次扣的分，不小于0")

    def reads(self) -> Iterator[str]:
        """The events."""
        yield self.events

    def score(self, case: Case) -> Step:
        """Events × points."""
        count = case.number(self.events)
        return Step(self.tag, -count * self.points, used((self.events,), case))

    def explain(self, step: Step, frame: Frame) -> str:
        """`违规事件2起，每起扣0.5分，扣1分`."""
        count = value_of(step, PREFIX + self.events)
        each, loss = plain(self.points), short(-(step.points or ZERO), frame.places)
        lost = multiplied((short(count), each), loss, frame.places)
        return f"{quantity(self.events, count, frame)}，每{unit(self.events, frame)}扣{each}分，扣{lost}分"

    def flaws(self, rule: Rule, frame: Frame, path: Path) -> Iterator[Flaw]:
        """An events or number input; points that are not negative."""
        yield from flaws.not_negative(self.points, "points", path)
        spec = frame.inputs.get(self.events)
        if spec is None:
            yield from flaws.of_names(rule, (self.events,), frame, (*path, "events"))
        elif spec.kind not in {"events", "number"}:
            yield flaws.wrong_kind((*path, "events"), self.events, spec, "事件或数值")
        elif spec.kind == "number" and (spec.bounds.low or ZERO) < 0:
            text = f"“{self.events}”是次数，却允许填负数，扣分就成了加分"
            yield Flaw((*path, "events"), "negative", text, "在inputs里把它的最小值写成0或更大，或不写")


class PerStep(Form):
    """`points` for each `every` (> 0, in the unit of the value); U39 asks which steps count."""

    tag: ClassVar[str] = "per_step"
    summary: ClassVar[str] = "算出一个数，每多少扣一份分。"

    value: Annotated[Formula, VALUE] = Field(description="算式，算出按多少扣分；小于0时不扣")
    every: Annotated[Positive, EVERY] = Field(description="每多少算一个，与算式同单位，大于0")
    points: Annotated[NotNegative, LOSS] = Field(description="每个扣的分，不小于0")
    steps: Annotated[Steps, STEPS] = Field(
        default="whole",
        description="不满一个时怎样算。whole：满一个才算；started：不满一个也算一个；proportional：按比例",
    )

    def reads(self) -> Iterator[str]:
        """The inputs of the value."""
        yield from self.value.names

    def score(self, case: Case) -> Step:
        """Steps × points; a negative value takes nothing off."""
        value = self.value.value(case.number)
        count = count_steps(value, self.every, self.steps)
        values = used(self.value.names, case) | {"value": value, "steps": count}
        return Step(self.tag, -count * self.points, values)

    def explain(self, step: Step, frame: Frame) -> str:
        """`…= 14%，每满10%扣2分，满1个，扣2分`."""
        every = plain(self.every) + unit_of(self.value, frame)
        count, each = value_of(step, "steps"), plain(self.points)
        lost = multiplied((short(count), each), short(-(step.points or ZERO), frame.places), frame.places)
        steps = stepwise(every, self.steps, count, f"扣{each}分", f"扣{lost}分")
        return f"{measured(step, self.value, frame)}，{steps}"

    def flaws(self, rule: Rule, frame: Frame, path: Path) -> Iterator[Flaw]:
        """A value that can be computed, a step above 0, points that are not negative."""
        yield from flaws.of_formula(rule, self.value, frame, (*path, "value"))
        yield from flaws.positive(self.every, "every", path)
        yield from flaws.not_negative(self.points, "points", path)
