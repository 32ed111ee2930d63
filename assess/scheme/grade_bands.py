"""Grades by bands of the total, for schemes without a quota: 优 良 中 差."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Self

from pydantic import Field, model_validator

from assess.ground.edges import Edges
from assess.ground.model import Model
from assess.ground.numbers import plain

_HUNDRED = Fraction(100)


class GradeBand(Edges):
    """One grade and the totals that it is given for, in percent of the list's full mark."""

    label: str = Field(min_length=1, description="等次的名称，如优")


class GradeBands(Model):
    """Bands from the best grade to the worst; closed below and open above, without gap or overlap, from 0 on."""

    origin: str = Field(default="", description="这些分数线从哪里来，印在单上")
    bands: tuple[GradeBand, ...] = Field(
        min_length=2, description="各等次，从高到低；界限是总分占满分的百分之几，下限含、上限不含"
    )

    @model_validator(mode="after")
    def _one_grade_for_every_total(self) -> Self:
        labels = [band.label for band in self.bands]
        if len(set(labels)) < len(labels):
            message = "等次的名称不能相同"
            raise ValueError(message)
        for better, worse in pairwise(self.bands):
            if better.at_least is None or worse.below != better.at_least:
                line = "下限（at_least）" if better.at_least is None else plain(better.at_least)
                message = f"“{worse.label}”应从“{better.label}”的{line}以下开始：两档的界限要相接，写at_least和below"
                raise ValueError(message)
        first, last = self.bands[0], self.bands[-1]
        if first.high is not None and not first.holds(_HUNDRED):
            message = f"满分（100）不在“{first.label}”里"
            raise ValueError(message)
        if last.low is not None and not last.holds(Fraction(0)):
            message = f"0分不在“{last.label}”里"
            raise ValueError(message)
        return self

    def label(self, total: Fraction, full: Fraction) -> str:
        """Return the grade of `total` out of `full` points."""
        share = min(max(total / full * 100, Fraction(0)), _HUNDRED)
        return next(band.label for band in self.bands if band.holds(share))

    @property
    def labels(self) -> Sequence[str]:
        """The grades, best first."""
        return [band.label for band in self.bands]
