"""From where on a number is far from those of the other units, so that somebody should look at it again."""

from fractions import Fraction
from typing import Annotated, Self

from pydantic import Field, WithJsonSchema, model_validator

from assess.ground.model import Exact, Model
from assess.ground.said import Said


class ReminderRules(Model):
    """Both lines are closed. Only values above 0 are compared, with the other units' values above 0."""

    far: Annotated[Exact, WithJsonSchema({"type": "number", "exclusiveMinimum": 1}), Said("相差悬殊的倍数")] = Field(
        default=Fraction(10),
        description="达到其他单位中位数的多少倍（含），或不超过它的几分之一（含），提醒核对；0不比较；大于1",
    )
    others: Annotated[int, Said("要有几个其他单位")] = Field(
        default=4, ge=1, description="至少有几个其他单位填了不是0的数，才作比较；不小于1"
    )

    @model_validator(mode="after")
    def _above_one(self) -> Self:
        if self.far <= 1:
            message = "far（相差几倍算相差悬殊）必须大于1"
            raise ValueError(message)
        return self

    def is_far(self, value: Fraction, usual: Fraction) -> bool:
        """Whether `value` is that many times `usual`, or that part of it; both above 0."""
        return value >= usual * self.far or value * self.far <= usual
