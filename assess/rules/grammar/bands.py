"""Bands: points for an interval of the measured value, for conditions on inputs, or for both."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from pydantic import Field

from assess.ground.edges import Edges
from assess.ground.filled import Filled
from assess.ground.model import Exact
from assess.ground.numbers import ZERO
from assess.ground.said import Said
from assess.rules.base import Measured
from assess.rules.grammar.case import Case
from assess.rules.grammar.conditions import Conditions, within
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.parameters import OTHERWISE
from assess.rules.grammar.reach import Reach, between
from assess.rules.grammar.step import Step
from assess.rules.grammar.wording import points_of, used


class Band(Edges):
    """Points (may be negative) where the measured value lies between the edges and `when` holds."""

    points: Exact = Field(description="落在这一档的得分，可以是负数")
    when: Conditions | None = Field(default=None, description="还须全部符合的条件，写成“数据: {界限}”")

    def met(self, value: Fraction | None, case: Case) -> bool:
        """Whether the band holds; a band without edges asks for no value."""
        inside = self.is_open or (value is not None and self.holds(value))
        return inside and (self.when is None or self.when.hold(case))

    def covered_by(self, other: "Band") -> bool:
        """Whether `other` holds wherever this band does, so that behind it this one never counts."""
        return within(self, other) and (other.when is None or (self.when is not None and self.when.imply(other.when)))


class Banded(Measured):
    """What the kinds with bands share: the first band in written order that holds gives the points."""

    bands: Annotated[Filled[Band], Said("档次", word="", element="第{}档")] = Field(
        description="各档，从上往下取第一个符合的；至少一档"
    )
    #: Points when no band holds.
    otherwise: Annotated[Exact, OTHERWISE] = Field(default=ZERO, description="各档都不符合时的得分")

    def band_names(self) -> Iterator[str]:
        """The inputs that the bands' conditions read."""
        for band in self.bands:
            yield from band.when.names if band.when is not None else ()

    def held_against(self) -> tuple[Fraction, ...]:
        """All edges of the bands and of their conditions."""
        conditions = [band.when for band in self.bands if band.when is not None]
        return (
            *(line for band in self.bands for line in band.lines),
            *(line for one in conditions for line in one.lines),
        )

    def reads(self) -> Iterator[str]:
        """The inputs of the value and of the bands' conditions."""
        value = self.ranked_value()
        yield from value.names if value is not None else ()
        yield from self.band_names()

    def asks(self, case: Case) -> Iterator[str]:
        """All of them."""
        del case
        yield from self.reads()

    def placed(self, value: Fraction | None, case: Case) -> tuple[Fraction, str]:
        """The points for the tested `value`, and the band as a reader sees it; empty when none holds."""
        for band in self.bands:
            if band.met(value, case):
                return band.points, self._band_text(band, case.frame)
        return self.otherwise, ""

    def _band_text(self, band: Band, frame: Frame) -> str:
        conditions = "" if band.when is None else band.when.text(frame)
        return "、".join(filter(None, (self.edges_text(band, frame), conditions)))

    def used_values(self, case: Case) -> dict[str, Fraction | str]:
        """The numbers of all inputs, as they go into a step's values."""
        return used(self.reads(), case)

    def reach(self, frame: Frame) -> Reach:
        """From the lowest to the highest band."""
        del frame
        return between((*(band.points for band in self.bands), self.otherwise))


def placed_text(step: Step) -> str:
    """`符合“≥70%”一档，计1分`."""
    if step.band:
        return f"符合“{step.band}”一档，计{points_of(step)}"
    return f"各档条件均不符合，计{points_of(step)}"
