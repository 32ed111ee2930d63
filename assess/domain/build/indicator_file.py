"""The keys of indicators and of their trees in a scheme file."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from assess.domain.inputs import EvidenceLine, Input
from assess.domain.model import Exact, Model
from assess.domain.numbers import plain
from assess.domain.rules.base import AnyRule

#: Ids of nodes and of everything else that is cited: letters, digits, dots, dashes, underscores.
Id = str


def _above_0(value: Fraction) -> Fraction:
    if value <= 0:
        message = f"应大于0，这里是{plain(value)}"
        raise ValueError(message)
    return value


#: A number above 0.
Above0 = Annotated[Exact, AfterValidator(_above_0)]


class NodeFile(Model):
    """An indicator or a group of indicators."""

    model_config = ConfigDict(populate_by_name=True)

    id: Id = Field(pattern=r"^[A-Za-z][A-Za-z0-9_.\-]*$", max_length=40)
    label: str = Field(min_length=1)
    clause: str = ""
    max: Exact | None = None
    except_: tuple[str, ...] = Field(default=(), alias="except")
    only: tuple[str, ...] = ()
    mark_step: Above0 | Literal["all"] | None = None
    inputs: dict[str, Input] = Field(default_factory=dict)
    evidence: dict[str, EvidenceLine] = Field(default_factory=dict)
    texts: dict[str, str] = Field(default_factory=dict)
    content: str = ""
    tags: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    rule: AnyRule | None = None
    floor: Exact | None = None
    shares: Literal["equal", "single"] | dict[str, Exact] | None = None
    lift: bool = False
    indicators: "tuple[NodeFile, ...]" = ()

    @model_validator(mode="after")
    def _group_or_leaf(self) -> Self:
        if bool(self.indicators) == (self.rule is not None):
            message = "应写rule（一个指标）或indicators（一组指标），二者写且只写一个"
            raise ValueError(message)
        if self.indicators and self.max is None:
            message = "一组指标必须写max（满分）"
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

    list: str | None = None
    table: str | None = None
    label: str = ""
    clause: str = ""
    use_common: bool = False
    additions: dict[str, str] = Field(default_factory=dict)
    retired: tuple[str, ...] = ()
    indicators: tuple[NodeFile, ...]

    @model_validator(mode="after")
    def _retired_ids_stay_unused(self) -> Self:
        again = [name for name in self.retired if name in set(_ids(self.indicators))]
        if again:
            message = f"编号{'、'.join(again)}写在retired（已停用的编号）里，不能再用"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _list_or_table(self) -> Self:
        if (self.list is None) == (self.table is None):
            message = "应写list（名单）或table（部门指标表），二者写且只写一个"
            raise ValueError(message)
        return self
