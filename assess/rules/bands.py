"""bands: points for the first band, in written order, in which a value or several inputs lie."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, ClassVar

from pydantic import Field

from assess.ground.edges import Edges
from assess.ground.expression import Expression, Formula
from assess.rules.base import Example, Flaw
from assess.rules.grammar import flaws
from assess.rules.grammar.bands import Banded, placed_text
from assess.rules.grammar.case import Case
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.parameters import VALUE
from assess.rules.grammar.step import Step
from assess.rules.grammar.wording import measured, quantities, unit_of


class Bands(Banded):
    """Points by bands of `value` (in its own unit, edges explicit: U14), by conditions on inputs, or both.

    Points may be negative; nothing but `otherwise` holds where no band does. U29, U34, U38.
    """

    kind: ClassVar[str] = "bands"
    title: ClassVar[str] = "分档计分"
    summary: ClassVar[str] = "把一个数放进分档，从上往下第一个符合的档给分。也可以只按几个条件分档。"
    example: ClassVar[Example] = Example(
        leaf={
            "max": "2",
            "inputs": {"rate": {"label": "初次就业率", "unit": "%", "at_most": "100"}},
            "rule": {
                "bands": {
                    "value": "rate",
                    "bands": [
                        {"at_least": "85", "points": "2"},
                        {"at_least": "80", "below": "85", "points": "1"},
                        {"below": "80", "points": "-2"},
                    ],
                    "otherwise": "0",
                },
            },
        },
        facts={"rate": "80"},
        points="1",
    )

    value: Annotated[Formula | None, VALUE] = Field(
        default=None, description="算式，算出拿来分档的数；只按条件（when）分档时不写"
    )

    def ranked_value(self) -> Expression | None:
        """The value that the bands are laid on."""
        return self.value

    def tested_value(self, case: Case) -> Fraction | None:
        """The same value for this unit; an `UndefinedError` where it divides by zero."""
        return None if self.value is None else self.value.value(case.number)

    def edges_text(self, edges: Edges, frame: Frame) -> str:
        """Edges in the unit of the value."""
        return edges.text("" if self.value is None else unit_of(self.value, frame))

    def score(self, case: Case) -> Step:
        """The points of the first band that holds."""
        value = self.tested_value(case)
        points, band = self.placed(value, case)
        values = self.used_values(case)
        if value is not None:
            values["value"] = value
        return Step(self.kind, points, values, band)

    def explain(self, step: Step, frame: Frame) -> Iterator[str]:
        """Say the value, the inputs that decided, and the band."""
        beside = self.held_against()
        if self.value is not None:
            yield measured(step, self.value, frame, beside=beside)
        names = dict.fromkeys(self.band_names())
        if names:
            yield quantities(step, names, frame, beside)
        yield placed_text(step)

    def flaws(self, frame: Frame) -> Iterator[Flaw]:
        """Edges need a value; every band must be able to count."""
        if self.value is not None:
            yield from flaws.of_formula(self, self.value, frame, ("value",))
        for index, band in enumerate(self.bands):
            if self.value is None and not band.is_open:
                yield Flaw(
                    ("bands", index),
                    "no_value",
                    "这一档有界限，但规则没有写value",
                    "写value: 算式，或把条件写在when里",
                )
        yield from flaws.of_bands(self, self.bands, frame)
