"""A value that a target table asks for: as it is printed, and as it is read: operator, number, unit."""

from fractions import Fraction
from typing import Literal, Self

from pydantic import Field, model_validator

from assess.ground.edges import SIGNS
from assess.ground.model import Exact, Model, Positive
from assess.ground.numbers import plain, short

Operator = Literal["at_least", "above", "at_most", "below", "equal"]

OPERATORS: dict[Operator, str] = {
    "at_least": SIGNS["at_least"],
    "above": SIGNS["above"],
    "at_most": SIGNS["at_most"],
    "below": SIGNS["below"],
    "equal": "＝",
}


class TargetValue(Model):
    """One printed value; without an operator it is a text that people judge, or asks nothing that can be measured."""

    printed: str = Field(description="原文印出的值，一字不改")
    at_least: Exact | None = Field(default=None, description="读作：不小于（≥）这个数")
    above: Exact | None = Field(default=None, description="读作：大于（>）这个数")
    at_most: Exact | None = Field(default=None, description="读作：不大于（≤）这个数")
    below: Exact | None = Field(default=None, description="读作：小于（<）这个数")
    equal: Exact | None = Field(default=None, description="读作：等于（＝）这个数")
    unit: str = Field(default="", description="单位，如次、%、万元")
    #: A ratio 1:200 is the number 1 per 200.
    per: Positive | None = Field(default=None, description="比值的后项，大于0：1:200写 at_least: 1, per: 200")
    no_requirement: bool = Field(
        default=False, description="true：没有可衡量的要求，如半年值“推进”“无”、尚未建成的“＝0个”；监控时不评"
    )

    @model_validator(mode="after")
    def _one_operator(self) -> Self:
        given = [name for name in OPERATORS if getattr(self, name) is not None]
        if len(given) > 1:
            message = f"{'、'.join(given)}只能写一个"
            raise ValueError(message)
        if self.per is not None and (not given or self.per <= 0):
            message = "per（比值的后项）要大于0，并与at_least等一起写"
            raise ValueError(message)
        return self

    @property
    def operator(self) -> Operator | None:
        """How the number is meant; None for a text."""
        return next((name for name in OPERATORS if getattr(self, name) is not None), None)

    @property
    def amount(self) -> Fraction | None:
        """The number that is asked for; a ratio as a fraction; None for a text."""
        number: Fraction | None = None if self.operator is None else getattr(self, self.operator)
        return number if number is None or self.per is None else number / self.per

    @property
    def lines(self) -> tuple[Fraction, ...]:
        """The number as a line that values are held against; none for a text."""
        return () if self.amount is None else (self.amount,)

    @property
    def rises(self) -> bool:
        """Whether more is better: ≥ and >."""
        return self.operator in ("at_least", "above")

    @property
    def is_measurable(self) -> bool:
        """Whether a value can fall short of it: a text and `≥0` cannot be measured."""
        if self.no_requirement or self.amount is None:
            return False
        return not (self.operator == "at_least" and self.amount <= 0)

    def holds(self, value: Fraction) -> bool:
        """Whether `value` meets it; > and < are open. Only for a value with an operator."""
        amount = self.amount
        if amount is None:
            message = f"“{self.printed}” is no number to compare with"
            raise ValueError(message)
        return {
            "at_least": value >= amount,
            "above": value > amount,
            "at_most": value <= amount,
            "below": value < amount,
            "equal": value == amount,
        }[self.operator or "equal"]

    def actual(self, value: Fraction) -> str:
        """An actual value as this one is written: `6次`; for a ratio `1:170`."""
        if self.per is None or value <= 0:
            return f"{short(value, beside=self.lines)}{self.unit}"
        number = (self.amount or value) * self.per
        return f"{short(number)}:{short(number / value, beside=[self.per])}{self.unit}"

    def words(self, aside: str = "（不作要求）") -> str:
        """The value in a sentence: `≥8次`, `“健全”`, `“推进”（不作要求）`; `aside` says that it asks nothing."""
        said = self.text() if self.operator is not None else f"“{self.printed}”"
        return said + aside if self.no_requirement else said

    def text(self) -> str:
        """The value as it is read: `≥8次`, `≥1:200`; a text as it is printed."""
        if self.operator is None:
            return self.printed
        number = plain(getattr(self, self.operator))
        ratio = f":{plain(self.per)}" if self.per is not None else ""
        return f"{OPERATORS[self.operator]}{number}{ratio}{self.unit}"


def values_in_words(full: TargetValue, half: TargetValue | None, cycle: str = "") -> str:
    """`指标值≥8次（半年≥4次）`; a value of the whole cycle where it differs."""
    others = []
    if half is not None:
        others.append("半年相同" if half.words() == full.words() else f"半年{half.words('，不作要求')}")
    others += [f"实施周期“{cycle}”"] if cycle else []
    return f"指标值{full.words()}" + (f"（{'；'.join(others)}）" if others else "")
