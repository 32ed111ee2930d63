"""A rule's parameters in words, for the tables of a scheme.

It walks the parameters of whatever kind of rule, so that a new kind needs no line here; a parameter that has no
word below is shown under its own name.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from pydantic import BaseModel

from assess.domain.bands import Band
from assess.domain.conditions import Conditions
from assess.domain.edges import Edges
from assess.domain.expression import Expression
from assess.domain.inputs import Span
from assess.domain.numbers import short
from assess.domain.rules.base import Frame, Measured, Rule
from assess.domain.wording import formula, label, population

#: Words of parameters, in the order in which a reader wants them.
_WORDS = {
    "start": "",
    "when": "条件",
    "then": "则",
    "value": "",
    "of": "",
    "events": "每起",
    "better": "",
    "reference": "参照",
    "population": "范围",
    "ranks": "前",
    "bands": "",
    "each": "",
    "every": "每",
    "steps": "",
    "allowed": "可评",
    "lines": "达到",
    "points": "计",
    "max": "最高",
    "cap": "最高",
    "limit": "",
    "ceiling": "合计最高",
    "floor": "最低",
    "last": "末位计",
    "zero_value": "数值为0的计",
    "uncapped": "不受上限限制的另加",
    "types": "",
    "items": "",
    "shares": "分值",
    "discretion": "酌情扣",
    "waivable": "可认定不适用",
    "otherwise": "其余",
}
_CHOICES = {
    "full": "从满分起扣",
    "judged": "从评分起扣",
    "higher": "越高越好",
    "lower": "越低越好",
    "pooled": "合计比值",
    "mean": "平均值",
    "whole": "只计整数倍",
    "started": "不足的按一个计",
    "proportional": "按比例",
    "cap": "权重相加",
    "scale_to_top": "最高的得满分，其他按比例",
    "equal": "平均分配",
}
_IN_POINTS = {"points", "max", "cap", "ceiling", "floor", "last", "zero_value", "otherwise"}
#: Names and switches that say nothing to a reader.
_UNSAID = {"input", "assessors", "label"}


def rule_words(rule: Rule, frame: Frame, type_labels: Mapping[str, str]) -> str:
    """`分档计分：初次就业率，≥85%计2分、≥80%且<85%计1分、<80%计-2分`."""
    return _Words(frame, type_labels).rule(rule)


class _Words:
    def __init__(self, frame: Frame, type_labels: Mapping[str, str]) -> None:
        self.frame = frame
        self.type_labels = type_labels
        self._measured: Measured | None = None

    def rule(self, rule: Rule) -> str:
        inside = [rule, *(inner for _, inner, _ in rule.nested())]
        self._measured = next((one for one in inside if isinstance(one, Measured)), None)
        parameters = "，".join(self._parameters(rule))
        return f"{rule.title}：{parameters}" if parameters else rule.title

    def _parameters(self, model: BaseModel) -> Iterator[str]:
        known = list(_WORDS)
        names = sorted(
            type(model).model_fields,
            key=lambda name: known.index(name) if name in known else len(known),
        )
        for name in names:
            value = getattr(model, name)
            if name not in _UNSAID and value not in (None, (), False) and not _is_open(value):
                yield _WORDS.get(name, name) + self._value(name, value)

    def _value(self, name: str, value: object) -> str:
        if isinstance(value, Fraction | int):
            return self._number(name, value)
        if isinstance(value, str):
            return self._word(name, value)
        if isinstance(value, Mapping):
            return "；".join(f"{self._key(name, key)}{self._value(name, one)}" for key, one in value.items())
        if isinstance(value, tuple):
            return "、".join(self._value(name, one) for one in value)
        return self._object(value)

    def _object(self, value: object) -> str:
        if isinstance(value, Rule):
            return f"（{_Words(self.frame, self.type_labels).rule(value)}）"
        if isinstance(value, Expression):
            return formula(value, self.frame)
        if isinstance(value, Conditions):
            return value.text(self.frame)
        if isinstance(value, Band):
            conditions = "" if value.when is None else value.when.text(self.frame)
            return f"{self._edges(value)}{conditions}计{short(value.points)}分"
        if isinstance(value, Edges):
            return self._edges(value)
        if isinstance(value, Span):
            return f"{short(value.low)}至{short(value.high)}分"
        return " ".join(self._parameters(value)) if isinstance(value, BaseModel) else str(value)

    def _edges(self, edges: Edges) -> str:
        return edges.text() if self._measured is None else self._measured.edges_text(edges, self.frame)

    def _number(self, name: str, value: Fraction | int) -> str:
        if isinstance(value, bool):
            return ""
        if name == "ranks":
            return f"{value}名"
        return short(Fraction(value)) + ("分" if name in _IN_POINTS else "")

    def _word(self, name: str, value: str) -> str:
        if name == "population":
            return population(value, self.frame)
        return _CHOICES.get(value) or label(value, self.frame)

    def _key(self, name: str, key: object) -> str:
        if name == "types":
            return self.type_labels.get(str(key), str(key))
        return f"第{key}名" if isinstance(key, int) else f"{key}"


def _is_open(value: object) -> bool:
    return isinstance(value, Edges) and not isinstance(value, Band) and value.is_open
