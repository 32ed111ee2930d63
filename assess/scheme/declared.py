"""What a scheme declares in so many words: kinds of units, attributes, populations, printed totals, the procedure."""

from typing import Literal

from pydantic import Field

from assess.ground.model import Exact, Model


class UnitType(Model):
    """A kind of unit, its list, and how many such units there are (None: not said)."""

    label: str = Field(description="单位类型的名称")
    list: str = Field(description="排在哪张名单")
    count: int | None = Field(default=None, ge=1, description="这类单位有几个，不小于1；只供检查用，不写就不检查")


class Attribute(Model):
    """Something about a unit that wording or evidence lines depend on."""

    label: str = Field(description="属性的名称")
    choices: tuple[str, ...] = Field(description="可以填的值")
    types: tuple[str, ...] = Field(default=(), description="哪些单位类型要填；不写表示都要")

    def concerns(self, unit_type: str) -> bool:
        """Whether units of this type have it."""
        return not self.types or unit_type in self.types


class Population(Model):
    """Whom relative rules compare with."""

    label: str = Field(description="比较范围的名称")
    types: tuple[str, ...] = Field(description="包括哪些单位类型")


class StatedTotal(Model):
    """A total that the document prints."""

    types: tuple[str, ...] = Field(description="对哪些单位类型")
    node: str = Field(description="哪个指标组")
    points: Exact = Field(description="原文印出的满分")
    clause: str = Field(default="", description="条款")


class Overlap(Model):
    """Items that the document states twice (U51)."""

    table: str = Field(description="部门指标表的编号")
    ids: tuple[str, ...] = Field(min_length=2, description="重复的指标编号，至少两个")
    relation: Literal["same", "contains"] = Field(
        default="same", description="same：内容相同；contains：前一条包含后一条"
    )
    note: str = Field(default="", description="说明重复在哪里")


class Step(Model):
    """A step of the procedure."""

    label: str = Field(description="这一步做什么")
    clause: str = Field(default="", description="条款")


class Consequence(Model):
    """What follows from a result."""

    when: str = Field(description="什么结果")
    text: str = Field(description="怎样处理")
    clause: str = Field(default="", description="条款")
