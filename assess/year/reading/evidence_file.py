"""An evidence file's fixed keys, what people call them, and their types.

What depends on the scheme is read by hand beside it.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from assess.ground.days import Day
from assess.ground.filled import Filled
from assess.ground.model import Model
from assess.ground.said import YES_NO, Said
from assess.year.evidence import Stage

#: What a decision may be about.
DECIDED: Mapping[str, str] = {"bar": "一票否决情形", "grade": "等次", "award": "奖项"}


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

    meets: Annotated[tuple[str, ...], Said("符合的条件")] = ()
    work: Annotated[str, Said("申报所凭的指标")] = ""
    statement: Annotated[str, Said("申报理由")] = ""


class LastYearFile(Entered):
    """Last year's place."""

    list: Annotated[str, Said("名单")]
    rank: Annotated[int, Said("名次")] = Field(ge=1)
    of: Annotated[int, Said("单位数")] = Field(ge=1)
    last: Annotated[bool, Said("是不是末位", choices=YES_NO)]


def _as_list(value: Any) -> Any:  # noqa: ANN401 pydantic hands over whatever the file holds
    return (value,) if isinstance(value, str) else value


#: A unit, which is the same one under this id in every year.
UnitId = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_.\-]*$", max_length=60)]
#: One may be written alone.
_AS_LIST = BeforeValidator(_as_list)


class UnitFile(Entered):
    """A unit; facts, ballots and marks are read against the scheme."""

    id: Annotated[UnitId, Said("编号")]
    name: Annotated[str, Said("单位名称")] = Field(min_length=1, max_length=100)
    short: Annotated[str, Said("简称")] = ""
    type: Annotated[str, Said("单位类型")]
    table: Annotated[str | None, Said("指标表")] = None
    order: Annotated[int, Said("次序")] = 0
    head: Annotated[str, Said("负责人")] = ""
    contact: Annotated[str, Said("联系人")] = ""
    takes_part: Annotated[Literal["true"] | NotSoFile, Said("参加考核", choices={"true": "是"})] = "true"
    graded: Annotated[Literal["true"] | NotSoFile, Said("评定等次", choices={"true": "是"})] = "true"
    formerly: Annotated[tuple[FormerFile, ...], Said("变更以前")] = ()
    since: Annotated[Day | None, Said("第一天")] = None
    until: Annotated[Day | None, Said("最后一天")] = None
    successor: Annotated[tuple[str, ...], _AS_LIST, Said("并入或分设成的单位")] = ()
    previous: Annotated[tuple[UnitId, ...], _AS_LIST, Said("承接的上一年单位")] = ()
    attributes: Annotated[dict[str, str], Said("单位属性")] = Field(default_factory=dict)
    facts: Annotated[dict[str, Any], Said("指标数据")] = Field(default_factory=dict)
    self_report: Annotated[str, Said("自评报告")] = ""
    self_marks: Annotated[dict[str, Any], Said("自评分")] = Field(default_factory=dict)
    self_notes: Annotated[dict[str, Any], Said("自评说明")] = Field(default_factory=dict)
    ballots: Annotated[dict[str, Any], Said("测评票")] = Field(default_factory=dict)
    leaders: Annotated[dict[str, Any], Said("领导评分")] = Field(default_factory=dict)
    application: Annotated[ApplicationFile | None, Said("申报")] = None
    last_year: Annotated[LastYearFile | None, Said("上一年的结果")] = None


class DecisionFile(Entered):
    """What people decided, with person, reason and time."""

    unit: Annotated[str, Said("单位")]
    kind: Annotated[Literal["bar", "grade", "award"], Said("决定什么", choices=DECIDED)]
    bar: Annotated[str | None, Said(DECIDED["bar"])] = None
    grade: Annotated[str | None, Said(DECIDED["grade"])] = None
    award: Annotated[str | None, Said(DECIDED["award"])] = None
    reason: Annotated[str, Said("理由")] = Field(min_length=1)
    by: Annotated[str, Said("决定人")] = Field(min_length=1)
    at: Annotated[Day, Said("日期")]


class ConfirmationFile(Entered):
    """What people confirmed of what reminders ask about; it holds while the value is the one that stands here."""

    code: Annotated[str, Said("提醒")]
    address: Annotated[str, Said("地址")]
    value: Annotated[str, Said("当时的值")]
    by: Annotated[str, Said("确认人")] = Field(min_length=1)
    reason: Annotated[str, Said("理由")] = Field(min_length=1)


class EvidenceFile(Entered):
    """A year's evidence."""

    scheme: Annotated[str, Said("方案")]
    title: Annotated[str, Said("标题")]
    made_up: Annotated[bool, Said("虚构数据", choices=YES_NO)] = False
    #: What the values are of: the whole year, to be scored, or its first half, to be watched.
    stage: Annotated[Stage, Said("阶段", choices={"year": "全年", "half_year": "半年"})] = "year"
    note: Annotated[str, Said("备注")] = ""
    units: Annotated[Filled[UnitFile], Said("各单位")]
    assessors: Annotated[dict[str, str], Said("评分人")] = Field(default_factory=dict)
    #: Votes that are counted once for all units, and the bundles of papers in which they are; read against the scheme.
    rounds: Annotated[dict[str, Any], Said("测评场次")] = Field(default_factory=dict)
    bundles: Annotated[dict[str, Any], Said("分捆点票")] = Field(default_factory=dict)
    decisions: Annotated[tuple[DecisionFile, ...], Said("决定")] = ()
    confirmed: Annotated[tuple[ConfirmationFile, ...], Said("确认")] = ()


#: What is said of a unit for one year only: a new one begins without it.
OF_ONE_YEAR = frozenset(("takes_part", "graded", "formerly", "since", "until", "successor", "previous", "self_report"))
