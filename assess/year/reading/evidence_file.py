"""An evidence file's fixed keys and their types; what depends on the scheme is read by hand beside it."""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from assess.ground.days import Day
from assess.ground.filled import Filled
from assess.ground.model import Model
from assess.ground.said import Said
from assess.year.evidence import Stage


class Entered(Model):
    """What somebody enters; a key with nothing behind it is not filled in yet, as if it were not there."""

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, value: Any) -> Any:  # noqa: ANN401 pydantic hands over whatever the file holds
        if not isinstance(value, dict):
            return value
        return {key: inner for key, inner in value.items() if inner is not None}


class NotSoFile(Entered):
    """Why something is not so that otherwise is: a unit takes part, and is graded."""

    no: Annotated[str, Said("原因")] = Field(min_length=1)


class FormerFile(Entered):
    """What was so of a unit before a day within the year."""

    changed: Annotated[Day, Said("变更日期")]
    name: Annotated[str, Said("原来的名称")] = Field(default="", max_length=100)
    short: Annotated[str, Said("原来的简称")] = ""
    head: Annotated[str, Said("原来的负责人")] = ""
    table: Annotated[str, Said("原来的指标表")] = ""

    @model_validator(mode="after")
    def _something_changed(self) -> Self:
        if not (self.name or self.short or self.head or self.table):
            message = "写明这一天改了什么：原来的name（名称）、short（简称）、head（负责人）、table（指标表），至少一项"
            raise ValueError(message)
        return self


class ApplicationFile(Entered):
    """An application for the best grade."""

    meets: tuple[str, ...] = ()
    work: str = ""
    statement: str = ""


class LastYearFile(Entered):
    """Last year's place."""

    list: str
    rank: int = Field(ge=1)
    of: int = Field(ge=1)
    last: bool


def _as_list(value: Any) -> Any:  # noqa: ANN401 pydantic hands over whatever the file holds
    return (value,) if isinstance(value, str) else value


#: A unit, which is the same one under this id in every year.
UnitId = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_.\-]*$", max_length=60)]
#: Several of them; one may be written alone.
UnitIds = Annotated[tuple[UnitId, ...], BeforeValidator(_as_list)]


class UnitFile(Entered):
    """A unit; facts, ballots and marks are read against the scheme."""

    id: UnitId
    name: str = Field(min_length=1, max_length=100)
    short: str = ""
    type: str
    table: str | None = None
    order: int = 0
    head: str = ""
    contact: str = ""
    takes_part: Literal["true"] | NotSoFile = "true"
    graded: Annotated[Literal["true"] | NotSoFile, Said("评定等次", choices={"true": "是"})] = "true"
    formerly: Annotated[tuple[FormerFile, ...], Said("变更以前")] = ()
    since: Annotated[Day | None, Said("第一天")] = None
    until: Annotated[Day | None, Said("最后一天")] = None
    successor: Annotated[UnitIds, Said("并入或分设成的单位")] = ()
    previous: Annotated[UnitIds, Said("承接的上一年单位")] = ()
    attributes: dict[str, str] = Field(default_factory=dict)
    facts: dict[str, Any] = Field(default_factory=dict)
    self_report: Annotated[str, Said("自评报告")] = ""
    self_marks: dict[str, Any] = Field(default_factory=dict)
    self_notes: Annotated[dict[str, Any], Said("自评说明")] = Field(default_factory=dict)
    ballots: dict[str, Any] = Field(default_factory=dict)
    leaders: dict[str, Any] = Field(default_factory=dict)
    application: ApplicationFile | None = None
    last_year: LastYearFile | None = None


class DecisionFile(Entered):
    """What people decided, with person, reason and time."""

    unit: str
    kind: Literal["bar", "grade", "award"]
    bar: str | None = None
    grade: str | None = None
    award: str | None = None
    reason: str = Field(min_length=1)
    by: str = Field(min_length=1)
    at: Day


class ConfirmationFile(Entered):
    """What people confirmed of what reminders ask about; it holds while the value is the one that stands here."""

    code: str
    address: str
    value: str
    by: str = Field(min_length=1)
    reason: str = Field(min_length=1)


class EvidenceFile(Entered):
    """A year's evidence."""

    scheme: str
    title: str
    made_up: bool = False
    #: What the values are of: the whole year, to be scored, or its first half, to be watched.
    stage: Stage = "year"
    note: str = ""
    units: Filled[UnitFile]
    assessors: dict[str, str] = Field(default_factory=dict)
    decisions: tuple[DecisionFile, ...] = ()
    confirmed: tuple[ConfirmationFile, ...] = ()


#: What is said of a unit for one year only: a new one begins without it.
OF_ONE_YEAR = frozenset(("takes_part", "graded", "formerly", "since", "until", "successor", "previous", "self_report"))
