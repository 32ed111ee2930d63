"""all_of: points when every condition is met."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from assess.ground.model import Exact
from assess.ground.numbers import ZERO
from assess.rules.base import Example, Flaw, Rule
from assess.rules.grammar import flaws
from assess.rules.grammar.case import Case
from assess.rules.grammar.conditions import Conditions
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.parameters import OTHERWISE, POINTS, WHEN
from assess.rules.grammar.reach import Reach, between
from assess.rules.grammar.step import Step
from assess.rules.grammar.wording import points_of


class AllOf(Rule):
    """`points` when all conditions of `when` hold (edges explicit), else `otherwise`. U45."""

    kind: ClassVar[str] = "all_of"
    title: ClassVar[str] = "全部达到计分"
    summary: ClassVar[str] = "几项条件全部达到才得分。"
    example: ClassVar[Example] = Example(
        leaf={
            "max": "1",
            "inputs": {
                "exemplars": {"label": "先进典型", "unit": "个"},
                "reports": {"label": "媒体报道", "unit": "篇"},
            },
            "rule": {
                "all_of": {
                    "when": {"exemplars": {"at_least": "1"}, "reports": {"at_least": "1"}},
                    "points": "1",
                    "otherwise": "0",
                },
            },
        },
        facts={"exemplars": "1", "reports": "2"},
        points="1",
    )

    when: Annotated[Conditions, WHEN] = Field(description="须全部符合的条件，写成“数据: {界限}”")
    points: Annotated[Exact, POINTS] = Field(description="全部符合时的得分")
    otherwise: Annotated[Exact, OTHERWISE] = Field(default=ZERO, description="有一项不符合时的得分")

    def reads(self) -> Iterator[str]:
        """The inputs of the conditions."""
        yield from self.when.names

    def asks(self, case: Case) -> Iterator[str]:
        """All of them."""
        del case
        yield from self.when.names

    def score(self, case: Case) -> Step:
        """The points for all, or the others."""
        points = self.points if self.when.hold(case) else self.otherwise
        return Step(self.kind, points, self.when.values(case))

    def explain(self, step: Step, frame: Frame) -> Iterator[str]:
        """Say each condition with its number, then the points."""
        yield f"{self.when.checked(step, frame)}，计{points_of(step)}"

    def reach(self, frame: Frame) -> Reach:
        """One or the other."""
        del frame
        return between((self.points, self.otherwise))

    def flaws(self, frame: Frame) -> Iterator[Flaw]:
        """The conditions."""
        yield from flaws.of_conditions(self, self.when, frame, ("when",))
