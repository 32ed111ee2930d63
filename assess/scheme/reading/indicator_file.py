"""The keys of indicators and of their trees in a scheme file."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from assess.entered.inputs import EvidenceLine, Input
from assess.ground.model import Exact, Model, Positive
from assess.ground.numbers import plain
from assess.rules.base import AnyRule
from assess.scheme.plan import Plan

#: Ids of nodes and of everything else that is cited: letters, digits, dots, dashes, underscores.
Id = str


def _above_0(value: Fraction) -> Fraction:
    if value <= 0:
        message = f"应大于0，这里是{plain(value)}"
        raise ValueError(message)
    return value


#: A number above 0.
Above0 = Annotated[Positive, AfterValidator(_above_0)]


class NodeFile(Model):
    """An indicator or a group of indicators."""

    id: Id = Field(
        pattern=r"^[A-Za-z][A-Za-z0-9_.\-]*$",
        max_length=40,
        description="指标编号：英文字母开头，用字母、数字、“.”、“-”、“_”，最多40个字符；用过的不要改",
    )
    label: str = Field(min_length=1, description="指标名称")
    clause: str = Field(default="", description="条款，印在得分旁边")
    max: Exact | None = Field(
        default=None, description="满分；由上级的shares分的不写；指标组必须写，指标不写表示是加分项，不带满分"
    )
    except_: tuple[str, ...] = Field(
        default=(), alias="except", description="不参加的单位类型；下级指标同样不参加；与only只写一个"
    )
    only: tuple[str, ...] = Field(default=(), description="只适用的单位类型；与except只写一个")
    mark_step: Above0 | Literal["all"] | None = Field(
        default=None, description="评分的步长，大于0；all：只能评0分或满分；不写就用上级的"
    )
    inputs: dict[str, Input] = Field(
        default_factory=dict, description="要填的数据，写成“编号: {…}”；写在组上的，下级指标都能用"
    )
    evidence: dict[str, EvidenceLine] = Field(
        default_factory=dict, description="印在评分旁边、不计分的数或文字，写成“编号: {…}”"
    )
    texts: dict[str, str] = Field(
        default_factory=dict, description="某类单位另用的考核内容，代替content，写成“类型编号: 文字”"
    )
    content: str = Field(default="", description="较长的考核内容，印在名称下面")
    tags: tuple[str, ...] = Field(default=(), description="标签，任何文字都可以，如重点督办；印在名称旁边")
    readings: tuple[str, ...] = Field(default=(), description="和这一指标有关的理解的编号")
    rule: AnyRule | None = Field(default=None, description="计分办法，只写一种；组不写")
    floor: Exact | None = Field(default=None, description="组的合计最低几分；null：不设")
    shares: Literal["equal", "leaves", "weights", "single"] | dict[str, Exact] | None = Field(
        default=None,
        description=(
            "组的满分怎样分给下级。equal：下一级平均分；leaves：下面所有的指标平均分（或按各自的weight），中间的组取其合计；"
            "weights：按方案的weights分；single：整组只评一个分；也可写“编号: 分值”"
        ),
    )
    weight: Above0 | None = Field(default=None, description="上级写shares: leaves时，这一指标占几份，大于0；不写是1份")
    lift: bool = Field(default=False, description="true：下级不受上限限制的分，也不受本组满分限制")
    indicators: "tuple[NodeFile, ...]" = Field(default=(), description="下级指标；有下级的是一组，不写rule")

    @model_validator(mode="after")
    def _group_or_leaf(self) -> Self:
        if bool(self.indicators) == (self.rule is not None):
            message = "应写rule（一个指标）或indicators（一组指标），二者写且只写一个"
            raise ValueError(message)
        if self.except_ and self.only:
            message = "except（不参加的类型）和only（只适用的类型）只能写一个"
            raise ValueError(message)
        return self


def _ids(nodes: Iterable[NodeFile]) -> Iterator[str]:
    for node in nodes:
        yield node.id
        yield from _ids(node.indicators)


class TreeFile(Model):
    """The indicators of a list, or of one department's table; a `retired` id was once used and never is again."""

    list: str | None = Field(default=None, description="哪张名单的指标；与table只写一个")
    table: str | None = Field(default=None, description="部门指标表的编号；与list只写一个")
    label: str = Field(default="", description="部门指标表的名称")
    clause: str = Field(default="", description="条款")
    use_common: bool = Field(default=False, description="true：各部门共同的指标（common）排在前面")
    additions: dict[str, str] = Field(default_factory=dict, description="给共同指标补充的说明，写成“编号: 文字”")
    retired: tuple[str, ...] = Field(default=(), description="已停用的指标编号，不会再用")
    plan: Plan | None = Field(default=None, description="绩效目标表的表头：资金、用途、目标；写了的，单位要填预算资金")
    max: Exact | None = Field(default=None, description="这张表的满分；写shares时才写")
    shares: Literal["weights", "equal", "leaves"] | dict[str, Exact] | None = Field(
        default=None,
        description=(
            "这张表的满分怎样分。weights：按方案的weights分给最上一级；equal：最上一级平均分；leaves：所有的指标平均分"
            "（或按各自的weight）；也可写“编号: 分值”"
        ),
    )
    indicators: tuple[NodeFile, ...] = Field(description="指标，按书写的次序")

    @model_validator(mode="after")
    def _retired_ids_stay_unused(self) -> Self:
        again = [name for name in self.retired if name in set(_ids(self.indicators))]
        if again:
            message = f"编号{'、'.join(again)}写在retired（已停用的编号）里，不能再用"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _shares_a_full_mark(self) -> Self:
        if (self.max is None) != (self.shares is None):
            message = "max（这张表的满分）和shares（怎样分）要一起写"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _list_or_table(self) -> Self:
        if (self.list is None) == (self.table is None):
            message = "应写list（名单）或table（部门指标表），二者写且只写一个"
            raise ValueError(message)
        return self
