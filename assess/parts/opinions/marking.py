"""How people mark a unit: groups of assessors, each with its own points. Clause 二(一)3; readings U6a, U6b, U16."""

from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from assess.ground.model import Exact, Model
from assess.ground.said import Said
from assess.parts.base import Keepers, PartRules
from assess.parts.opinions.groups import EMPTY_GROUP, GROUPS, LEVELS, EmptyGroup
from assess.rules.grammar.trimming import TRIM, Trim

#: The full mark of an instrument of 0 to 100, both closed.
HUNDRED = Fraction(100)


class AssessorGroup(Model):
    """Leaders whose mean is worth `points`."""

    label: Annotated[str, Said("名称")] = Field(description="评分人的名称，如正职校领导")
    points: Annotated[Exact, Said("分值", unit="分")] = Field(description="这一组的满分")


class Marking(PartRules):
    """How marks of people on a unit become points of their groups."""

    instrument: Annotated[
        Literal["percent", "direct", "levels"],
        Said("打分方式", choices={"percent": "百分制", "direct": "直接打分", "levels": "按等次"}),
    ] = Field(default="percent", description="怎样打分。percent：百分制；direct：直接打0至这一组的满分；levels：评等次")
    levels: Annotated[dict[str, Exact], LEVELS] = Field(
        default_factory=dict, description="各等次的分值；instrument是levels时必须写"
    )
    groups: Annotated[dict[str, AssessorGroup], GROUPS] = Field(
        min_length=1, description="各组评分人，写成“编号: {label: 名称, points: 满分}”"
    )
    trim: Annotated[Trim, TRIM] = Field(default=Trim(), description="要不要去掉最高分和最低分")
    empty_group: Annotated[EmptyGroup, EMPTY_GROUP] = Field(
        default="missing",
        description=(
            "已填“无”（没有人评分）或评分人都回避的一组怎样处理。missing：单位未完成；left_out：不计这一组，"
            "其余各组的满分按比例放大到各组满分之和，并在单上写明。没有填的一组、各组都是“无”的，总是未完成"
        ),
    )

    keepers: Annotated[
        Keepers,
        Said("评分的知情人", choices={"office": "保管人", "giver": "评分人自己"}, mention="unusual"),
    ] = Field(
        default="office",
        description=(
            "每个人打的分是保密的，谁能看。office：考核周期指定的保管人；giver：只有评分人自己。"
            "其他人只看到人数和平均分"
        ),
    )

    @model_validator(mode="after")
    def _levels_when_needed(self) -> Self:
        if self.instrument == "levels" and not self.levels:
            message = "instrument为levels时必须写levels（各等次的分值）"
            raise ValueError(message)
        negative = [group.label for group in self.groups.values() if group.points < 0]
        if negative:
            message = f"groups（各组评分人）中“{negative[0]}”的points不能小于0"
            raise ValueError(message)
        return self

    def highest(self, group: str) -> Fraction:
        """The highest mark that a leader of `group` may give."""
        return self.groups[group].points if self.instrument == "direct" else HUNDRED
