"""conditional: one rule where conditions on inputs hold, another where they do not."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from assess.ground.said import Said
from assess.rules.base import AnyRule, Example, Flaw, Rule
from assess.rules.grammar import flaws
from assess.rules.grammar.case import Case
from assess.rules.grammar.conditions import Conditions
from assess.rules.grammar.figures import FigureSpec
from assess.rules.grammar.frame import Frame, FrameChange, same
from assess.rules.grammar.parameters import OTHERWISE, WHEN
from assess.rules.grammar.reach import Reach, either
from assess.rules.grammar.step import Step


class Conditional(Rule):
    """`then` where all conditions of `when` hold, else `otherwise`; only the branch taken is asked. U38b."""

    kind: ClassVar[str] = "conditional"
    title: ClassVar[str] = "按条件计分"
    summary: ClassVar[str] = "条件符合用一条规则，不符合用另一条。单位只填用到的那条规则要的数据。"
    example: ClassVar[Example] = Example(
        leaf={
            "max": "4",
            "inputs": {
                "last_year": {"label": "上年报到数", "unit": "人"},
                "arrivals": {"label": "今年报到数", "unit": "人"},
            },
            "rule": {
                "conditional": {
                    "when": {"last_year": {"above": "0"}},
                    "then": {
                        "bands": {
                            "value": "(arrivals - last_year) / last_year * 100",
                            "bands": [{"at_least": "10", "points": "4"}, {"above": "0", "points": "2"}],
                        },
                    },
                    "otherwise": {"judged": {"waivable": "true"}},
                },
            },
        },
        facts={"last_year": "300", "arrivals": "330"},
        points="4",
    )

    when: Annotated[Conditions, WHEN] = Field(description="须全部符合的条件，写成“数据: {界限}”")
    then: Annotated[AnyRule, Said("条件成立时", word="则")] = Field(description="条件符合时的规则")
    otherwise: Annotated[AnyRule, OTHERWISE] = Field(description="条件不符合时的规则")

    def reads(self) -> Iterator[str]:
        """The inputs that decide, and those of both branches."""
        yield from self.when.names
        yield from super().reads()

    def asks(self, case: Case) -> Iterator[str]:
        """The inputs that decide; once they are known, those of the branch taken."""
        yield from self.when.names
        if self.when.known(case):
            yield from self._taken(case).asks(case)

    def nested(self) -> Iterator[tuple[tuple[str | int, ...], Rule, FrameChange]]:
        """Both branches."""
        yield ("then",), self.then, same
        yield ("otherwise",), self.otherwise, same

    def figures_for(self, case: Case) -> Iterator[FigureSpec]:
        """The figures of the branch taken; none while that is open."""
        if self.when.known(case):
            yield from self._taken(case).figures_for(case)

    def score(self, case: Case) -> Step:
        """The points of the branch taken."""
        inner = self._taken(case).score(case)
        values = self.when.values(case) | {"branch": "then" if self.when.hold(case) else "otherwise"}
        return Step(self.kind, inner.points, values, parts=(inner,), uncapped=inner.uncapped, left=inner.left)

    def explain(self, step: Step, frame: Frame) -> Iterator[str]:
        """Say what decided, then what the branch says."""
        yield self.when.checked(step, frame)
        branch = self.then if step.values["branch"] == "then" else self.otherwise
        yield from branch.explain(step.parts[0], frame)

    def reach(self, frame: Frame) -> Reach:
        """From the lowest to the highest of both branches."""
        return either((self.then.reach(frame), self.otherwise.reach(frame)))

    def flaws(self, frame: Frame) -> Iterator[Flaw]:
        """The conditions; a mark's name means one thing in both branches."""
        yield from flaws.of_conditions(self, self.when, frame, ("when",))
        yield from flaws.of_marks(self.marks(frame), once=False)

    def _taken(self, case: Case) -> Rule:
        return self.then if self.when.hold(case) else self.otherwise
