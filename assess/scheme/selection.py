"""The rules of proposing grades: who may have the best one, how many, what bars it."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from assess.ground.model import Exact, Model
from assess.ground.said import Said

#: The program's own word for a tie at the quota line that people must settle.
UNDECIDED = "待审议"
#: Its word for a unit that takes part and is not graded.
UNGRADED = "不定等次"
#: What the program says in place of a grade: no grade may be called so.
NO_GRADES = (UNDECIDED, UNGRADED, "未完成", "暂定", "不参加")


class Labels(Model):
    """The grades as they are printed."""

    excellent: Annotated[str, Said("最高一等")] = Field(description="最高等次的名称，如优秀")
    qualified: Annotated[str, Said("中间一等")] = Field(description="中间等次的名称，如合格")
    failed: Annotated[str, Said("最低一等")] = Field(description="最低等次的名称，如不合格")

    @model_validator(mode="after")
    def _told_apart(self) -> Self:
        if len({self.excellent, self.qualified, self.failed}) < 3:  # noqa: PLR2004 the three above
            message = "三个等次的名称不能相同"
            raise ValueError(message)
        return self


class Condition(Model):
    """One condition for an application; any one is enough."""

    label: Annotated[str, Said("名称")] = Field(description="申报条件")
    clause: Annotated[str, Said("条款")] = Field(description="条款")


class Bar(Model):
    """An event that rules out the best grade, and nothing else (U9)."""

    label: Annotated[str, Said("名称")] = Field(description="一票否决的情形")
    clause: Annotated[str, Said("条款")] = Field(description="条款")
    reason_required: Annotated[bool, Said("须写明理由")] = Field(default=False, description="true：认定时必须写理由")


class Failing(Model):
    """The lowest grade: only by decision, or below a line of the total (open: on the line is not below). U8."""

    by: Annotated[
        Literal["decision", "line"], Said("确定办法", choices={"decision": "人工决定", "line": "按分数线"})
    ] = Field(default="decision", description="decision：只由人决定；line：总分低于below的拟定为最低等次")
    below: Annotated[Exact | None, Said("分数线", unit="分")] = Field(
        default=None, description="总分低于多少；等于不算低于"
    )

    @model_validator(mode="after")
    def _line_given(self) -> Self:
        if self.by == "line" and self.below is None:
            message = "by为line时必须写below（低于多少分）"
            raise ValueError(message)
        return self


class LastPlace(Model):
    """How many years running in the last place call for deliberation."""

    years: Annotated[int, Said("年数", unit="年")] = Field(
        default=2, ge=2, le=2, description="连续几年末位，提请审议；只能是2"
    )
    clause: Annotated[str, Said("条款")] = Field(default="", description="条款")


class Award(Model):
    """An award outside the total, by application and decision (U11)."""

    label: Annotated[str, Said("名称")] = Field(description="奖项的名称")
    clause: Annotated[str, Said("条款")] = Field(description="条款")
    note: Annotated[str, Said("说明")] = Field(default="", description="说明")


class Publicity(Model):
    """How long the result is shown before it stands (U12)."""

    working_days: Annotated[int, Said("工作日数", unit="天")] = Field(
        default=5, ge=1, description="公示几个工作日，不小于1"
    )


class SelectionRules(Model):
    """How the machine proposes grades; people decide."""

    labels: Annotated[Labels, Said("等次名称")] = Field(description="三个等次的名称")
    clause: Annotated[str, Said("条款")] = Field(description="条款")
    quota: Annotated[dict[str, int], Said("名额", labelled=True, unit="个")] = Field(
        description="各名单最高等次的名额，写成“名单编号: 名额”"
    )
    filling: Annotated[
        Literal["at_most", "exactly"], Said("名额", choices={"at_most": "可以不用满", "exactly": "必须用满"})
    ] = Field(default="at_most", description="at_most：名额是上限，只取申报并符合条件的；exactly：用不满时按名次补足")
    conditions: Annotated[dict[str, Condition], Said("申报条件")] = Field(
        default_factory=dict, description="申报最高等次的条件，符合一条即可；一条也不写，表示不用申报"
    )
    bars: Annotated[dict[str, Bar], Said("限制情形")] = Field(
        default_factory=dict, description="一票否决的情形，只影响最高等次"
    )
    failing: Annotated[Failing, Said("最低一等")] = Field(default=Failing(), description="怎样算最低等次")
    last_place: Annotated[LastPlace, Said("连续末位")] = Field(default=LastPlace(), description="连续末位怎样处理")
    awards: Annotated[dict[str, Award], Said("奖项")] = Field(default_factory=dict, description="总分以外的奖项")
    publicity: Annotated[Publicity, Said("公示")] = Field(default=Publicity(), description="公示的时间")
