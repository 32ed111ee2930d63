"""Words for parameters that are no rule's: of ballots, leaders' marks, selection, inputs."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Self

from pydantic import BaseModel

from assess.entered.inputs import RecordClass
from assess.ground.edges import Edges
from assess.ground.numbers import plain
from assess.rules.base import Rule

_CHOICES = {
    "at_most": "可以不用满",
    "exactly": "必须用满",
    "pool": "合在一起计算",
    "weighted": "按权重合并",
    "counted": "计入",
    "left_out": "不计入",
    "missing": "算未完成",
    "ignored": "不计",
    "percent": "百分制",
    "direct": "直接打分",
    "levels": "按等次",
    "highest": "只按最高的计一次",
    "each": "各级分别计",
    "decision": "人工决定",
    "line": "按分数线",
    "convert": "按适用满分折算",
    "raw": "按原始分",
    "mean_fill": "不参加的按其他单位的平均补足",
    "rank_within_type": "同类单位之间排名",
    "derived": "按不参加的项目推算",
    "stated": "按原文印出的",
}
#: What a number is followed by.
_UNITS = {"below": "分", "levels": "分", "points": "分", "quota": "个", "working_days": "天", "years": "年"}
_YES = {True: "是", False: "否"}


class PlainWords:
    """Words with the labels of one scheme's lists and unit types; `unit` is that of the edges said."""

    def __init__(self, labels: Mapping[str, str], unit: str = "") -> None:
        self.labels = labels
        self.unit = unit

    def inside(self, rule: Rule) -> Self:
        """The same words everywhere."""
        del rule
        return self

    def rule(self, rule: Rule) -> str:
        """The kind's title."""
        return rule.title

    def test(self, edges: Edges) -> str:
        """The edges, in the unit."""
        return edges.text(self.unit) or "任何数"

    def key(self, name: str, key: object) -> str:
        """A list's or unit type's label, or the key itself."""
        del name
        return self.labels.get(str(key), str(key))

    def value(self, name: str, value: object, owner: BaseModel | None = None) -> str:
        """A number, a word, or several."""
        del owner
        if isinstance(value, RecordClass):
            value = value.levels or value.weight or ""
        if isinstance(value, int | Fraction):
            return _YES[value] if isinstance(value, bool) else plain(Fraction(value)) + _UNITS.get(name, "")
        if isinstance(value, Edges):
            return self.test(value)
        if isinstance(value, Mapping):
            return "、".join(f"{self.key(name, key)}{self.value(name, one)}" for key, one in value.items())
        if isinstance(value, BaseModel):
            value = tuple(inner for one in type(value).model_fields if (inner := getattr(value, one)))
        if isinstance(value, tuple):
            return "、".join(self.value(name, one) for one in value)
        return _CHOICES.get(str(value)) or self.labels.get(str(value), str(value))
