"""checklist: a share of the full mark for each condition that is met."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from assess.ground.filled import Filled
from assess.ground.model import Model, Positive
from assess.ground.numbers import ZERO, half_up, plain, short
from assess.ground.numbers import shares as split
from assess.ground.said import Said
from assess.rules.base import Example, Flaw, Rule
from assess.rules.grammar import flaws
from assess.rules.grammar.case import Case
from assess.rules.grammar.conditions import Conditions
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.parameters import WHEN
from assess.rules.grammar.reach import Reach
from assess.rules.grammar.reckoning import shown, summed
from assess.rules.grammar.step import Step
from assess.rules.grammar.wording import points_of


class Item(Model):
    """One condition of the list."""

    label: Annotated[str, Said("名称", mention="never")] = Field(description="这一项的名称")
    when: Annotated[Conditions, WHEN] = Field(description="须全部符合的条件，写成“数据: {界限}”")


class Checklist(Rule):
    """The leaf's full mark in shares, one for each item whose conditions all hold. U23.

    Equal shares, or by weight; either way they sum to the full mark exactly: by largest remainder in the scheme's
    places, and left as they are where only totals are rounded.
    """

    kind: ClassVar[str] = "checklist"
    title: ClassVar[str] = "逐项达标计分"
    summary: ClassVar[str] = "列出几项条件，满分分成几份，达到一项得一份。"
    example: ClassVar[Example] = Example(
        leaf={
            "max": "1",
            "inputs": {
                "visits": {"label": "走访企业", "unit": "家"},
                "meetings": {"label": "专题会议", "unit": "次"},
            },
            "rule": {
                "checklist": {
                    "items": [
                        {"label": "走访企业", "when": {"visits": {"at_least": "1"}}},
                        {"label": "召开会议", "when": {"meetings": {"at_least": "2"}}},
                    ],
                    "shares": "equal",
                },
            },
        },
        facts={"visits": "3", "meetings": "1"},
        points="0.5",
    )

    items: Annotated[Filled[Item], Said("条件", word="", element="第{}项条件")] = Field(description="各项，至少一项")
    shares: Annotated[
        Literal["equal"] | tuple[Positive, ...], Said("份额", word="分值", choices={"equal": "平均分配"})
    ] = Field(default="equal", description="各项占满分多少。equal：平均分；也可每项写一个数（大于0），按比例分")

    def reads(self) -> Iterator[str]:
        """The inputs of all conditions."""
        for item in self.items:
            yield from item.when.names

    def asks(self, case: Case) -> Iterator[str]:
        """All of them."""
        del case
        yield from self.reads()

    def score(self, case: Case) -> Step:
        """The shares of the items that are met; every item is a part."""
        marks = zip(self.items, split(case.frame.full, self._weights(), case.frame.share_digits), strict=True)
        parts = tuple(
            Step("checklist.item", mark if item.when.hold(case) else ZERO, item.when.values(case))
            for item, mark in marks
        )
        return Step(self.kind, sum((part.points or ZERO for part in parts), ZERO), parts=parts)

    def explain(self, step: Step, frame: Frame) -> Iterator[str]:
        """Say each item with its numbers and points, then the sum."""
        for item, part in zip(self.items, step.parts, strict=True):
            yield f"{item.label}：{item.when.checked(part, frame)}，计{points_of(part, frame.places)}"
        terms = shown((part.points or ZERO for part in step.parts), frame.places)
        yield f"{len(self.items)}项合计{summed(terms, short(step.points or ZERO, frame.places))}分"

    def reach(self, frame: Frame) -> Reach:
        """From 0 to the full mark."""
        return Reach(ZERO, frame.full)

    def flaws(self, frame: Frame) -> Iterator[Flaw]:
        """A full mark that can be shared, as many shares as items, conditions that can fail."""
        if frame.maximum is None:
            yield Flaw((), "no_full_mark", "逐项达标要有满分才能分摊", "在指标上写max")
        elif frame.share_digits is not None and half_up(frame.maximum, frame.share_digits) != frame.maximum:
            text = f"满分{plain(frame.maximum)}分的小数多于{frame.share_digits}位（rounding的digits），不能分摊"
            yield Flaw((), "full_mark_too_fine", text, "改满分或digits；rounding写at: total的，满分不受位数限制")
        for index, item in enumerate(self.items):
            yield from flaws.of_conditions(self, item.when, frame, ("items", index, "when"))
        if len(self._weights()) != len(self.items):
            text = f"有{len(self.items)}项，shares却写了{len(self._weights())}个"
            yield Flaw(("shares",), "shares_differ", text, "每项写一个，或写equal（平均）")
        if any(weight <= 0 for weight in self._weights()):
            yield Flaw(("shares",), "not_positive", "shares的每一份都要大于0")

    def _weights(self) -> tuple[Fraction, ...]:
        return (Fraction(1),) * len(self.items) if self.shares == "equal" else self.shares
