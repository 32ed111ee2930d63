"""Intervals with explicit edges: ≥, >, ≤, <. An edge word is never inferred when points are computed (U14)."""

from fractions import Fraction
from typing import Self

from pydantic import Field, model_validator

from assess.ground.model import Exact, Model
from assess.ground.numbers import plain

SIGNS = {"at_least": "≥", "above": ">", "at_most": "≤", "below": "<"}


class Edges(Model):
    """An interval; an edge that is not given is open to infinity."""

    at_least: Exact | None = Field(default=None, description="大于或等于（≥）这个数")
    above: Exact | None = Field(default=None, description="大于（>）这个数，等于不算")
    at_most: Exact | None = Field(default=None, description="小于或等于（≤）这个数")
    below: Exact | None = Field(default=None, description="小于（<）这个数，等于不算")

    @model_validator(mode="after")
    def _one_edge_a_side(self) -> Self:
        if self.at_least is not None and self.above is not None:
            message = "at_least（≥）和above（>）只能写一个"
            raise ValueError(message)
        if self.at_most is not None and self.below is not None:
            message = "at_most（≤）和below（<）只能写一个"
            raise ValueError(message)
        low, high = self.low, self.high
        if low is not None and high is not None and not self._has_room(low, high):
            message = f"区间是空的：下限{plain(low)}不小于上限{plain(high)}"
            raise ValueError(message)
        return self

    def _has_room(self, low: Fraction, high: Fraction) -> bool:
        return low < high or (low == high and self.at_least is not None and self.at_most is not None)

    @property
    def low(self) -> Fraction | None:
        """The lower edge, open or closed."""
        return self.at_least if self.at_least is not None else self.above

    @property
    def high(self) -> Fraction | None:
        """The upper edge, open or closed."""
        return self.at_most if self.at_most is not None else self.below

    @property
    def lines(self) -> tuple[Fraction, ...]:
        """The edges that are given."""
        return tuple(edge for edge in (self.low, self.high) if edge is not None)

    @property
    def is_open(self) -> bool:
        """Whether there is no edge at all."""
        return not self.lines

    def holds(self, value: Fraction) -> bool:
        """Whether `value` lies inside."""
        return not (
            (self.at_least is not None and value < self.at_least)
            or (self.above is not None and value <= self.above)
            or (self.at_most is not None and value > self.at_most)
            or (self.below is not None and value >= self.below)
        )

    def text(self, unit: str = "") -> str:
        """The interval for a reader: `≥80%且<85%`."""
        written = [
            f"{sign}{plain(edge)}{unit}" for name, sign in SIGNS.items() if (edge := getattr(self, name)) is not None
        ]
        return "且".join(written)
