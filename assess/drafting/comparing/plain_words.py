"""Words for parameters that are no rule's: of ballots, leaders' marks, selection, inputs."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Self

from pydantic import BaseModel

from assess.entered.inputs import RecordClass
from assess.ground.edges import Edges
from assess.ground.numbers import plain
from assess.ground.said import Said, said
from assess.rules.base import Rule

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

    def key(self, about: Said, key: object) -> str:
        """A list's or unit type's label, or the key itself."""
        return self.labels.get(str(key), str(key)) if about.labelled else str(key)

    def value(self, about: Said, value: object, owner: BaseModel | None = None) -> str:
        """A number, a word, or several."""
        del owner
        if isinstance(value, RecordClass):
            value = value.levels or value.weight or ""
        if isinstance(value, int | Fraction):
            return _YES[value] if isinstance(value, bool) else plain(Fraction(value)) + about.unit
        if isinstance(value, Edges):
            return self.test(value)
        if isinstance(value, Mapping):
            return "、".join(f"{self.key(about, key)}{self.value(about, one)}" for key, one in value.items())
        if isinstance(value, BaseModel):
            fields = ((said(type(value), name), getattr(value, name)) for name in type(value).model_fields)
            return "、".join(self.value(inner, one) for inner, one in fields if one)
        if isinstance(value, tuple):
            return about.between.join(self.value(about, one) for one in value)
        return about.choices.get(str(value), str(value))
