"""A scheme file's keys and their types, checked by pydantic. What they mean together is the compiler's matter."""

from fractions import Fraction
from typing import Literal, Self

from pydantic import Field, model_validator

from assess.entered.records import Counting
from assess.ground.days import Day
from assess.ground.model import Model
from assess.parts.registry import AnyPart
from assess.scheme.declared import Attribute, Consequence, Overlap, Population, StatedTotal, Step, UnitType
from assess.scheme.duties import ProposedDuty
from assess.scheme.grade_bands import GradeBands
from assess.scheme.monitoring_rules import MonitoringRules
from assess.scheme.plan import StatedBudget
from assess.scheme.reading.indicator_file import Above0, Id, NodeFile, TreeFile
from assess.scheme.reading.reading_file import ReadingFile
from assess.scheme.reminder_rules import ReminderRules
from assess.scheme.selection import SelectionRules
from assess.scheme.weights import Weights


class SourceFile(Model):
    """The document that the scheme follows."""

    document: str = Field(description="办法的全名")
    issuer: str = Field(default="", description="发文单位")
    effective: Day | None = Field(default=None, description="施行日期")
    note: str = Field(default="", description="说明")


class PeriodFile(Model):
    """The period assessed, both days included."""

    start: Day = Field(alias="from", description="考核期第一天")
    end: Day = Field(alias="to", description="考核期最后一天，不早于from")
    notes: tuple[str, ...] = Field(default=(), description="说明，如个别材料的截止时间")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start > self.end:
            message = f"from（{self.start}）不能晚于to（{self.end}）"
            raise ValueError(message)
        return self


class RoundingFile(Model):
    """Places of printed points, and whether leaves or only totals are rounded (U15)."""

    digits: int = Field(default=2, ge=0, le=4, description="得分保留几位小数，0至4")
    at: Literal["leaf", "total"] = Field(
        default="leaf",
        description=(
            "leaf：每个指标都四舍五入；total：只在总分四舍五入，各项得分只是写到这几位，按shares分的满分也不四舍五入"
            "（分不尽的满分，如25/3，评分写8.33或8.34都算满分）"
        ),
    )

    @property
    def share_digits(self) -> int | None:
        """Places of what a full mark is split into; None: none is rounded."""
        return self.digits if self.at == "leaf" else None


class LabelFile(Model):
    """Something that has only a name."""

    label: str = Field(description="名称")


class SchemeFile(Model):
    """A whole scheme as its files write it."""

    id: Id = Field(
        pattern=r"^[a-z0-9][a-z0-9\-]*$", max_length=60, description="方案编号：小写英文字母、数字和“-”，最多60个字符"
    )
    title: str = Field(min_length=1, description="方案名称")
    source: SourceFile = Field(description="依据的文件")
    period: PeriodFile = Field(description="考核期")
    rounding: RoundingFile = Field(default=RoundingFile(), description="怎样四舍五入")
    mark_step: Above0 = Field(default=Fraction(1, 100), description="评分的步长（最小单位），大于0；指标可以另写")
    counting: Counting = Field(default=Counting(), description="成果清单怎样计数")
    recusal: Literal["allowed", "recused"] = Field(
        default="allowed", description="allowed：可以给本单位评分；recused：回避，本单位人员给本单位的评分不算"
    )
    lists: dict[str, LabelFile] = Field(min_length=1, description="名单：一起排名的单位，写成“编号: {label: 名称}”")
    unit_types: dict[str, UnitType] = Field(min_length=1, description="单位类型，写成“编号: {label: 名称, list: 名单}”")
    attributes: dict[str, Attribute] = Field(
        default_factory=dict, description="单位的属性，如党组织类型；有的说明和数量线按它区分"
    )
    populations: dict[str, Population] = Field(
        default_factory=dict, description="比较范围：相对比较、名次在哪些单位里算，写成“编号: {…}”"
    )
    parts: dict[str, AnyPart] = Field(min_length=1, description="总分的组成部分，按书写的次序相加；一种可以有几个")
    targets: tuple[TreeFile, ...] = Field(default=(), description="各名单、各部门的指标；可以分写在几个文件里")
    common: tuple[NodeFile, ...] = Field(default=(), description="各部门共同的指标；部门指标表写 use_common: true 才用")
    overlaps: tuple[Overlap, ...] = Field(default=(), description="已知原文写重的项目；照原文保留，检查时列出")
    stated_totals: tuple[StatedTotal, ...] = Field(default=(), description="原文印出的满分，用来核对")
    stated_budget: StatedBudget | None = Field(default=None, description="原文印出的各项目金额合计，用来核对")
    selection: SelectionRules | None = Field(default=None, description="怎样按名额拟定等次；与grades至多写一种")
    grades: GradeBands | None = Field(default=None, description="怎样按总分拟定等次；与selection至多写一种")
    weights: Weights | None = Field(default=None, description="各部分的权重，shares写weights的地方用它")
    monitoring: MonitoringRules | None = Field(default=None, description="半年监控的办法；不写就不能监控")
    reminders: ReminderRules = Field(
        default_factory=ReminderRules, description="一个数与其他单位相差多少时提醒核对；不影响计分"
    )
    duties: dict[str, ProposedDuty] = Field(
        default_factory=dict,
        description="考核分工的建议，写成“指标、指标组或组成部分: {…}”，全部写“*”；开始考核周期时照用，不影响计分",
    )
    steps: tuple[Step, ...] = Field(default=(), description="考核的步骤，不影响计分")
    consequences: tuple[Consequence, ...] = Field(default=(), description="结果怎样使用，不影响计分")
    readings: dict[str, ReadingFile] = Field(default_factory=dict, description="条文有两种读法的地方，写成“编号: {…}”")
