"""relative: a unit's value held against a reference figure of its population; bands on the ratio."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from assess.ground.edges import Edges
from assess.ground.expression import Expression, Formula, UndefinedError
from assess.ground.model import Exact, Model
from assess.ground.numbers import ZERO, short
from assess.ground.said import Said, Turn
from assess.rules.base import Example, Flaw
from assess.rules.grammar import flaws
from assess.rules.grammar.bands import Banded, placed_text
from assess.rules.grammar.case import Case
from assess.rules.grammar.figures import FIGURE_LABELS, Better, FigureSpec
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.parameters import BETTER, POPULATION, VALUE, ZERO_VALUE
from assess.rules.grammar.reach import Reach, between, either
from assess.rules.grammar.step import Step
from assess.rules.grammar.wording import (
    formula,
    measured,
    percent,
    percent_edges,
    points_of,
    population,
    quantities,
    unit_of,
    value_of,
)


class Given(Model):
    """A reference that the unit itself brings, e.g. last year's number."""

    given: Annotated[Formula, Said("给定值", word="")] = Field(description="算式，用本单位自己填的数（如上年数）作参照")


class Relative(Banded):
    """Points by bands of value ÷ reference (a ratio: 0.7 is 70 %; edges explicit). U32a, U33, U37a, U44.

    A reference of 0, or none, gives everyone 0; `zero_value` are the points of a unit whose own value is 0.
    """

    kind: ClassVar[str] = "relative"
    title: ClassVar[str] = "相对比较"
    summary: ClassVar[str] = "本单位的数值除以参照值（如全校平均），按比值分档给分。参照值是0或没有时，都计0分。"
    example: ClassVar[Example] = Example(
        leaf={
            "max": "2",
            "inputs": {
                "students": {"label": "学生数", "unit": "人", "above": "0"},
                "teachers": {"label": "专业教师数", "unit": "人", "above": "0"},
            },
            "rule": {
                "relative": {
                    "value": "students / teachers",
                    "better": "lower",
                    "reference": "pooled",
                    "population": "units",
                    "bands": [{"below": "0.7", "points": "1.5"}, {"below": "1", "points": "1"}],
                    "otherwise": "0",
                },
            },
        },
        facts={"students": "1000", "teachers": "60"},
        points="1",
        others={"乙": {"students": "1000", "teachers": "40"}},
    )

    value: Annotated[Formula, VALUE] = Field(description="算式，算出本单位的数值")
    better: Annotated[Better, BETTER] = Field(description="higher：越高越好；lower：越低越好")
    #: pooled: the value's expression on the sums over the population; mean: the mean of the units' values.
    reference: Annotated[
        Literal["pooled", "mean"] | Given,
        Said("参照值", word="参照", turn=Turn.AMONG, choices={"pooled": "合计比值", "mean": "平均值"}),
    ] = Field(
        description=(
            "参照值。pooled：各单位的数先合计再代入算式；mean：各单位数值的平均；{given: 算式}：本单位自己的参照数"
        )
    )
    population: Annotated[str | None, POPULATION] = Field(
        default=None, description="比较范围的编号；参照值是pooled或mean时必须写"
    )
    zero_value: Annotated[Exact | None, ZERO_VALUE] = Field(
        default=None, description="本单位数值为0时的得分；不写就照样比较"
    )

    def ranked_value(self) -> Expression:
        """The unit's own value."""
        return self.value

    def tested_value(self, case: Case) -> Fraction | None:
        """The ratio; None without a reference, and for a value of 0 that has points of its own."""
        reference = self._reference(case)
        value = self.value.value(case.number)
        if not reference or self._is_zero(value):
            return None
        return value / reference

    def edges_text(self, edges: Edges, frame: Frame) -> str:
        """Edges as percentages of the reference."""
        del frame
        return percent_edges(edges)

    def reads(self) -> Iterator[str]:
        """The inputs of the value, of the bands' conditions and of a given reference."""
        yield from super().reads()
        if isinstance(self.reference, Given):
            yield from self.reference.given.names

    def figures(self) -> Iterator[FigureSpec]:
        """The reference, unless the unit itself gives it."""
        if not isinstance(self.reference, Given) and self.population is not None:
            yield FigureSpec(self.reference, self.value, self.population, self.better)

    def score(self, case: Case) -> Step:
        """The points of the first band that holds for the ratio; the figure is cited even when it is 0."""
        reference, ratio = self._reference(case), self.tested_value(case)
        values = self.used_values(case) | {"value": self.value.value(case.number)}
        figures = tuple(case.figure(spec).id for spec in self.figures())
        if reference is not None:
            values["reference"] = reference
        if ratio is not None:
            points, band = self.placed(ratio, case)
            return Step(self.kind, points, values | {"ratio": ratio}, band, figures)
        if reference:
            return Step(self.kind, self.zero_value, values | {"note": "本单位数值为0"}, figures=figures)
        return Step(self.kind, ZERO, values | {"note": "没有可比的参照值"}, figures=figures)

    def explain(self, step: Step, frame: Frame) -> Iterator[str]:
        """Say value, reference, ratio, other inputs and band, or why there is nothing to compare."""
        yield measured(step, self.value, frame)
        if "reference" in step.values:
            compared = self.reference.given if isinstance(self.reference, Given) else self.value
            number = short(value_of(step, "reference")) + unit_of(compared, frame)
            ratio = "，为其" + percent(value_of(step, "ratio"), self.held_against()) if "ratio" in step.values else ""
            yield f"{self._reference_label(frame)}{number}{ratio}"
        names = [name for name in dict.fromkeys(self._others()) if name not in self.value.names]
        if names:
            yield quantities(step, names, frame, self.held_against())
        yield f"{step.values['note']}，计{points_of(step)}" if "note" in step.values else placed_text(step)

    def _others(self) -> Iterator[str]:
        """The inputs of the bands' conditions, and of a given reference that is computed from several."""
        if isinstance(self.reference, Given) and (self.reference.given.text.strip(),) != self.reference.given.names:
            yield from self.reference.given.names
        yield from self.band_names()

    def reach(self, frame: Frame) -> Reach:
        """From the lowest to the highest band; without a reference 0."""
        extra = () if self.zero_value is None else (self.zero_value,)
        return either((super().reach(frame), between((ZERO, *extra))))

    def flaws(self, frame: Frame) -> Iterator[Flaw]:
        """The value, the reference with its population, the bands."""
        yield from flaws.of_formula(self, self.value, frame, ("value",))
        if isinstance(self.reference, Given):
            yield from flaws.of_formula(self, self.reference.given, frame, ("reference", "given"))
        else:
            yield from flaws.of_population(self.population, frame)
        yield from flaws.of_bands(self, self.bands, frame)

    def _is_zero(self, value: Fraction) -> bool:
        return self.zero_value is not None and value == 0

    def _reference(self, case: Case) -> Fraction | None:
        if not isinstance(self.reference, Given):
            return next(case.figure(spec).value for spec in self.figures())
        try:
            return self.reference.given.value(case.number)
        except UndefinedError:
            return None

    def _reference_label(self, frame: Frame) -> str:
        if isinstance(self.reference, Given):
            return f"参照值（{formula(self.reference.given, frame)}）"
        return population(self.population, frame) + FIGURE_LABELS[self.reference]
