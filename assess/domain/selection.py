"""The rules of proposing grades: who may be 优秀, how many, what bars it. Clauses 三1, 三5, 六(二), 六(三)."""

from typing import Literal, Self

from pydantic import Field, model_validator

from assess.domain.model import Exact, Model


class Labels(Model):
    """The grades as they are printed."""

    excellent: str
    qualified: str
    failed: str


class Condition(Model):
    """One condition for an application; any one is enough."""

    label: str
    clause: str


class Bar(Model):
    """An event that rules out 优秀, and nothing else (U9)."""

    label: str
    clause: str
    reason_required: bool = False


class Failing(Model):
    """When a unit is 不合格: only by decision, or below a line of the total (open: on the line is not below). U8."""

    by: Literal["decision", "line"] = "decision"
    below: Exact | None = None

    @model_validator(mode="after")
    def _line_given(self) -> Self:
        if self.by == "line" and self.below is None:
            message = "by为line时必须写below（低于多少分）"
            raise ValueError(message)
        return self


class LastPlace(Model):
    """How many years running in the last place call for deliberation."""

    years: int = Field(default=2, ge=2, le=2)
    clause: str = ""


class Award(Model):
    """An award outside the total, by application and decision (U11)."""

    label: str
    clause: str
    note: str = ""


class Publicity(Model):
    """How long the result is shown before it stands (U12)."""

    working_days: int = Field(default=5, ge=1)


class SelectionRules(Model):
    """How the machine proposes grades; people decide."""

    labels: Labels
    clause: str
    quota: dict[str, int]
    filling: Literal["at_most", "exactly"] = "at_most"
    conditions: dict[str, Condition] = Field(default_factory=dict)
    bars: dict[str, Bar] = Field(default_factory=dict)
    failing: Failing = Failing()
    last_place: LastPlace = LastPlace()
    awards: dict[str, Award] = Field(default_factory=dict)
    publicity: Publicity = Publicity()
