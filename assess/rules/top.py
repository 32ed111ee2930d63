"""top: the first places of a ranking get points of their own; for all others the rule inside counts."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, ClassVar, Self, cast

from pydantic import Field, model_validator

from assess.ground.edges import Edges
from assess.ground.expression import Expression
from assess.ground.model import Exact
from assess.ground.said import Said
from assess.rules.base import AnyRule, Example, Flaw, Measured, Rule
from assess.rules.grammar import flaws
from assess.rules.grammar.case import Case
from assess.rules.grammar.figures import Better, FigureSpec
from assess.rules.grammar.frame import Frame, FrameChange, same
from assess.rules.grammar.parameters import BETTER, OTHERWISE, POINTS, POPULATION, WHEN
from assess.rules.grammar.reach import Reach, between, either
from assess.rules.grammar.step import Step
from assess.rules.grammar.wording import points_of, population


class Top(Rule):
    """`points` for a competition rank ≤ `ranks` (ties share it: U36) while `when` holds on the tested value.

    The rule inside must be measured: the rank is on its value, `when` on what its bands are laid on (`bands`:
    the value, `relative`: the ratio). U32a, U33, U34, U35.
    """

    kind: ClassVar[str] = "top"
    title: ClassVar[str] = "前几名另计"
    summary: ClassVar[str] = "在一组单位里排前几名的，给另外的分；其余单位按里面的规则计分。"
    example: ClassVar[Example] = Example(
        leaf={
            "max": "2",
            "inputs": {"share": {"label": "双师素质教师占比", "unit": "%", "at_most": "100"}},
            "rule": {
                "top": {
                    "ranks": "1",
                    "population": "units",
                    "better": "higher",
                    "when": {"at_least": "90"},
                    "points": "2",
                    "otherwise": {
                        "bands": {
                            "value": "share",
                            "bands": [{"at_least": "90", "points": "1.5"}, {"at_least": "80", "points": "1"}],
                            "otherwise": "0",
                        },
                    },
                },
            },
        },
        facts={"share": "95"},
        points="2",
        others={"乙": {"share": "92"}},
    )

    ranks: Annotated[int, Said("前几名", word="前", unit="名")] = Field(
        description="前几名，不小于1；并列的都算", json_schema_extra={"minimum": 1}
    )
    population: Annotated[str, POPULATION] = Field(description="在哪个比较范围里排名")
    better: Annotated[Better, BETTER] = Field(
        description="higher：数值越高名次越前；lower：越低越前。里面是relative时，两处要一样"
    )
    when: Annotated[Edges, WHEN] = Field(
        default=Edges(), description="前几名还须达到的界限，与里面分档的数比；不写就没有"
    )
    points: Annotated[Exact, POINTS] = Field(description="前几名的得分")
    otherwise: Annotated[AnyRule, OTHERWISE] = Field(description="其余单位的规则，只能是写了value的bands，或relative")

    @model_validator(mode="after")
    def _has_a_value_to_rank_by(self) -> Self:
        if not isinstance(self.otherwise, Measured) or self.otherwise.ranked_value() is None:
            message = "top的otherwise里只能是写了value的bands或relative"
            raise ValueError(message)
        return self

    def nested(self) -> Iterator[tuple[tuple[str | int, ...], Rule, FrameChange]]:
        """The measured rule."""
        yield ("otherwise",), self.otherwise, same

    def figures(self) -> Iterator[FigureSpec]:
        """The ranking, and what the rule inside needs."""
        yield self._ranking
        yield from self.otherwise.figures()

    def score(self, case: Case) -> Step:
        """The override when rank and precondition are met, else the points of the rule inside."""
        inner, figure = self.otherwise.score(case), case.figure(self._ranking)
        tested, rank = self._measured.tested_value(case), figure.ranks.get(case.unit_id)
        values: dict[str, Fraction | str] = {"of": Fraction(len(figure.ranks))}
        if rank is not None:
            values["rank"] = Fraction(rank)
        if tested is not None:
            values["tested"] = tested
        won = False
        if rank is not None and rank <= self.ranks:
            won = tested is not None and self.when.holds(tested)
            values["precondition"] = "met" if won else "unmet"
        points = self.points if won else inner.points
        return Step(self.kind, points, values, figures=(figure.id,), parts=(inner,))

    def explain(self, step: Step, frame: Frame) -> Iterator[str]:
        """Say the points of the rule inside, then the rank and what it changes."""
        (inner,) = step.parts
        yield from self.otherwise.explain(inner, frame)
        if "rank" not in step.values:
            yield f"不参加{population(self.population, frame)}排名，计{points_of(step)}"
            return
        condition = self._measured.edges_text(self.when, frame)
        if "precondition" not in step.values:
            outcome = f"不在前{self.ranks}名，"
        elif step.values["precondition"] == "met":
            outcome = f"前{self.ranks}名" + (f"且{condition}" if condition else "")
        else:
            reason = f"不符合“{condition}”" if "tested" in step.values else "没有可比的数值"
            outcome = f"但{reason}，不按前{self.ranks}名计分，"
        yield f"排名第{step.values['rank']}（共{step.values['of']}个单位），{outcome}计{points_of(step)}"

    def reach(self, frame: Frame) -> Reach:
        """From the lowest to the highest of both."""
        return either((between((self.points,)), self.otherwise.reach(frame)))

    def flaws(self, frame: Frame) -> Iterator[Flaw]:
        """At least one place, a declared population, one direction."""
        if self.ranks < 1:
            yield Flaw(("ranks",), "not_positive", f"ranks至少是1，这里是{self.ranks}")
        yield from flaws.of_population(self.population, frame)
        inner = getattr(self.otherwise, "better", self.better)
        if inner != self.better:
            yield Flaw(
                ("better",),
                "better_differs",
                f"排名的方向是{self.better}，里面的relative是{inner}",
                "两处better写成一样：higher越高越好，lower越低越好",
            )

    @property
    def _measured(self) -> Measured:
        return cast("Measured", self.otherwise)

    @property
    def _ranking(self) -> FigureSpec:
        value = cast("Expression", self._measured.ranked_value())
        return FigureSpec("ranking", value, self.population, self.better)
