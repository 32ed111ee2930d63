"""How ballots are counted: levels with values, groups of voters. Clause 二(一)1; readings U4, U5a–U5c."""

from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from assess.ground.model import Exact, Model, Positive
from assess.ground.said import Said
from assess.parts.base import PartRules
from assess.parts.opinions.groups import EMPTY_GROUP, GROUPS, LEVELS, EmptyGroup
from assess.parts.opinions.quorum import Quorum

IGNORED = "ignored"


class VoterGroup(Model):
    """Who votes; the weight counts only when groups are weighted."""

    label: Annotated[str, Said("名称")] = Field(description="测评群体的名称")
    weight: Annotated[Exact, Said("权重")] = Field(
        default=Fraction(1), description="权重；只在pooling是weighted时起作用"
    )


class Voting(PartRules):
    """How the ballots on a unit are counted."""

    levels: Annotated[dict[str, Exact], LEVELS] = Field(
        min_length=1, description="测评等次和每票的分值，写成“等次: 分值”；弃权、无效不是等次"
    )
    divide_by: Annotated[Positive, Said("折算基数")] = Field(description="平均分除以多少再乘满分，大于0")
    groups: Annotated[dict[str, VoterGroup], GROUPS] = Field(
        min_length=1, description="测评群体，写成“编号: {label: 名称}”"
    )
    pooling: Annotated[
        Literal["pool", "weighted"], Said("各类票的合并", choices={"pool": "合在一起计算", "weighted": "按权重合并"})
    ] = Field(default="pool", description="pool：各群体的票合在一起求平均；weighted：各群体先求平均再按权重合成")
    own_ballots: Annotated[
        Literal["counted", "left_out"], Said("对本单位的票", choices={"counted": "计入", "left_out": "不计入"})
    ] = Field(default="counted", description="counted：本单位人员的票照算；left_out：不算")
    empty_group: Annotated[EmptyGroup, EMPTY_GROUP] = Field(
        default="missing",
        description=(
            "已填票数、但没有一张票计入的群体怎样处理。missing：单位未完成；left_out：不计这一群体，"
            "权重由其余群体分担，并在单上写明。没有填的群体、各群体都没有票计入的，总是未完成"
        ),
    )
    #: `ignored`, or the level as which an abstention counts.
    abstentions: Annotated[str, Said("弃权票", choices={IGNORED: "不计"})] = Field(
        default=IGNORED, description="弃权票。ignored：不算；也可写一个等次，按那个等次算"
    )
    quorum: Annotated[Quorum | None, Said("参加人数的要求")] = Field(
        default=None, description="多少人参加、收回多少票，测评才有效；不写就是没有要求"
    )

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.divide_by <= 0:
            message = "divide_by（折算基数）必须大于0"
            raise ValueError(message)
        if self.abstentions != IGNORED and self.abstentions not in self.levels:
            message = f"abstentions应为{IGNORED}或{'、'.join(self.levels)}之一"
            raise ValueError(message)
        negative = [group.label for group in self.groups.values() if group.weight < 0]
        if negative:
            message = f"groups（测评群体）中“{negative[0]}”的weight不能小于0"
            raise ValueError(message)
        if not any(group.weight > 0 for group in self.groups.values()):
            message = "groups（测评群体）的weight至少要有一个大于0"
            raise ValueError(message)
        return self
