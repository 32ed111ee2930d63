"""by_type: another rule for another type of unit."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from assess.ground.place import did_you_mean
from assess.ground.said import Said
from assess.rules.base import AnyRule, Example, Flaw, Rule
from assess.rules.grammar import flaws
from assess.rules.grammar.case import Case
from assess.rules.grammar.figures import FigureSpec
from assess.rules.grammar.frame import Frame, FrameChange
from assess.rules.grammar.parameters import OTHERWISE
from assess.rules.grammar.reach import Reach, either
from assess.rules.grammar.step import Step


class ByType(Rule):
    """The rule that stands for the unit's type; `otherwise` for all types that are not named. U34.

    A unit is asked only for the inputs of its own branch.
    """

    kind: ClassVar[str] = "by_type"
    title: ClassVar[str] = "按单位类型计分"
    summary: ClassVar[str] = "不同类型的单位用不同的规则。单位只填自己那条规则要的数据。"
    example: ClassVar[Example] = Example(
        leaf={
            "max": "2",
            "inputs": {"share": {"label": "双师素质教师占比", "unit": "%", "at_most": "100"}},
            "rule": {
                "by_type": {
                    "types": {"college": {"bands": {"value": "share", "bands": [{"at_least": "80", "points": "1"}]}}},
                    "otherwise": {"bands": {"value": "share", "bands": [{"at_least": "30", "points": "1"}]}},
                },
            },
        },
        facts={"share": "80"},
        points="1",
    )

    types: Annotated[dict[str, AnyRule], Said("单位类型", word="", labelled=True)] = Field(
        description="各单位类型的规则，写成“类型编号: 规则”"
    )
    otherwise: Annotated[AnyRule | None, OTHERWISE] = Field(
        default=None, description="没有列出的类型的规则；所有适用类型都列出时不写"
    )

    def nested(self) -> Iterator[tuple[tuple[str | int, ...], Rule, FrameChange]]:
        """Each branch, in a frame of its own types."""
        for name, rule in self.types.items():
            yield ("types", name), rule, _only(name)
        if self.otherwise is not None:
            yield ("otherwise",), self.otherwise, self._others

    def asks(self, case: Case) -> Iterator[str]:
        """What the unit's own branch asks for."""
        yield from self._branch(case.unit_type).asks(case)

    def figures_for(self, case: Case) -> Iterator[FigureSpec]:
        """The figures of the unit's own branch."""
        yield from self._branch(case.unit_type).figures_for(case)

    def score(self, case: Case) -> Step:
        """The points of the unit's own branch."""
        inner = self._branch(case.unit_type).score(case)
        values = {"type": case.unit_type}
        return Step(self.kind, inner.points, values, parts=(inner,), uncapped=inner.uncapped, left=inner.left)

    def explain(self, step: Step, frame: Frame) -> Iterator[str]:
        """What the branch says."""
        yield from self._branch(str(step.values["type"])).explain(step.parts[0], frame)

    def reach(self, frame: Frame) -> Reach:
        """From the lowest to the highest of the branches of the types that the frame leaves."""
        frames = [(rule, inner(frame)) for _, rule, inner in self.nested()]
        return either([rule.reach(own) for rule, own in frames if own.types] or [Reach(None, None)])

    def flaws(self, frame: Frame) -> Iterator[Flaw]:
        """Every type named applies, every type that applies has a branch."""
        for name in self.types:
            if name not in frame.types:
                yield Flaw(
                    ("types", name),
                    "type_not_here",
                    f"本指标不适用单位类型“{name}”",
                    did_you_mean(name, sorted(frame.types)),
                )
        left = sorted(frame.types.difference(self.types))
        if left and self.otherwise is None:
            yield Flaw(
                ("types",),
                "type_without_branch",
                f"单位类型“{'、'.join(left)}”没有规则",
                "在types中补上，或写otherwise",
            )
        yield from flaws.of_marks(self.marks(frame), once=False)

    def _branch(self, unit_type: str) -> Rule:
        if unit_type in self.types or self.otherwise is None:
            return self.types[unit_type]
        return self.otherwise

    def _others(self, frame: Frame) -> Frame:
        return frame.for_types(frame.types.difference(self.types))


def _only(name: str) -> FrameChange:
    return lambda frame: frame.for_types(frozenset({name}))
