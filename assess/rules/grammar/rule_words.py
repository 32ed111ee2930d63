"""A rule's parameters in words, for the tables of a scheme and for what two schemes differ in.

It walks the parameters of whatever kind of rule, so that a new kind needs no line here; a parameter that has
no word below is shown under its own name.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from pydantic import BaseModel

from assess.entered.inputs import Span
from assess.ground.edges import Edges
from assess.ground.expression import Expression
from assess.ground.numbers import plain
from assess.rules.base import Frame, Measured, Rule
from assess.rules.grammar.bands import Band
from assess.rules.grammar.conditions import Conditions
from assess.rules.grammar.target_value import TargetValue
from assess.rules.grammar.wording import formula, label, population, unit, unit_of

#: Words of parameters, in the order in which a reader wants them.
_WORDS = {
    "start": "",
    "given": "",
    "when": "",
    "then": "则",
    "value": "",
    "of": "",
    "events": "",
    "better": "",
    "reference": "参照",
    "population": "范围",
    "ranks": "前",
    "bands": "",
    "each": "",
    "every": "每",
    "lines": "达到",
    "points": "计",
    "steps": "",
    "limit": "",
    "cap": "最高",
    "ceiling": "合计最高",
    "floor": "最低",
    "last": "末位计",
    "all_tied": "全部并列时",
    "zero_value": "数值为0的计",
    "uncapped": "不受上限限制的另加",
    "types": "",
    "items": "",
    "shares": "分值",
    "discretion": "酌情扣分",
    "otherwise": "其余",
}
_CHOICES = {
    "full": "从满分起扣",
    "judged": "从评分起扣",
    "higher": "越高越好",
    "lower": "越低越好",
    "pooled": "合计比值",
    "mean": "平均值",
    "whole": "不满的不计",
    "started": "不足的按一个计",
    "proportional": "按比例计",
    "cap": "权重相加",
    "scale_to_top": "权重最高的单位得满分，其他按比例",
    "equal": "平均分配",
}
#: Where one word means something else in one parameter.
_CHOICES_OF = {
    ("all_tied", "last"): "都算末位",
    ("all_tied", "ranked"): "都照第1名",
    ("over", "ratio"): "按指标值÷实际值",
    ("over", "linear"): "按超出的比例扣，到两倍为0分",
    ("over", "per_point"): "每超过1个扣一份",
    ("over", "none"): "超过得0分",
    ("more", "harm"): "按上限扣",
    ("more", "harmless"): "不扣",
    ("on_line", "step"): "比满分少一个最小分",
    ("on_line", "proportional"): "满分",
}
_IN_POINTS = {"points", "cap", "ceiling", "floor", "last", "zero_value", "otherwise", "max", "start"}
_IN_PERCENT = {"per_point", "reason_from"}
#: Parameters that say nothing to a reader, or that the range of the mark says.
_UNSAID = {"input", "assessors", "label", "max", "allowed", "waivable"}
#: Those that are said only where they are not as usual.
_USUAL = {"all_tied"}


def rule_words(rule: Rule, frame: Frame, type_labels: Mapping[str, str]) -> str:
    """`分档计分：初次就业率，≥85%计2分、≥80%且<85%计1分、<80%计-2分`; then the marks that people give."""
    words = RuleWords(frame, type_labels).rule(rule)
    marks = [mark for _, mark in rule.marks(frame)]
    if words == rule.title and len(marks) == 1:
        return f"{words}：{marks[0].text()}"
    return "；".join([words, *(f"{mark.label}{mark.text()}" for mark in marks)])


class RuleWords:
    """Words for the parameters of one leaf's rule; `measured` is the rule inside that edges are held against."""

    def __init__(self, frame: Frame, type_labels: Mapping[str, str], measured: Measured | None = None) -> None:
        self.frame = frame
        self.type_labels = type_labels
        self._measured = measured

    def inside(self, rule: Rule) -> "RuleWords":
        """The words for the parameters of `rule`."""
        within = [rule, *(inner for _, inner, _ in rule.nested())]
        measured = next((one for one in within if isinstance(one, Measured)), None)
        return RuleWords(self.frame, self.type_labels, measured)

    def rule(self, rule: Rule) -> str:
        """`分档计分：初次就业率，≥85%计2分`."""
        own = rule.words(self.frame)
        if own:
            return own
        parameters = "，".join(self.inside(rule)._parameters(rule))  # noqa: SLF001 one of its own
        return f"{rule.title}：{parameters}" if parameters else rule.title

    def value(self, name: str, value: object, owner: BaseModel | None = None) -> str:
        """One parameter's value, with its unit where its `owner` tells it."""
        return self._value(name, value) + ("" if owner is None else self._unit(name, owner))

    def key(self, name: str, key: object) -> str:
        """A key of a parameter: a unit type, a rank, a class."""
        if name == "types":
            return self.type_labels.get(str(key), str(key))
        return f"第{key}名" if isinstance(key, int) else f"{key}"

    def test(self, edges: Edges) -> str:
        """What is asked of the measured value, and of inputs: `≥70%`."""
        text = edges.text() if self._measured is None else self._measured.edges_text(edges, self.frame)
        when = edges.when if isinstance(edges, Band) else None
        return "、".join(filter(None, (text, "" if when is None else when.text(self.frame))))

    def _parameters(self, model: BaseModel, verb: str = "计") -> Iterator[str]:
        known = list(_WORDS)
        names = sorted(
            type(model).model_fields,
            key=lambda name: known.index(name) if name in known else len(known),
        )
        for name in names:
            value = getattr(model, name)
            if name in _UNSAID or value in (None, (), False) or _is_open(value):
                continue
            if name in _USUAL and value == type(model).model_fields[name].default:
                continue
            word = verb if name == "points" else _WORDS.get(name, name)
            yield word + self.value(name, value, model)

    def _value(self, name: str, value: object) -> str:
        if isinstance(value, bool):
            return "是" if value else "否"
        if isinstance(value, Fraction | int):
            return self._number(name, value)
        if isinstance(value, str):
            return self._word(name, value)
        if isinstance(value, Mapping):
            return "、".join(f"{self.key(name, key)}{self._value(name, one)}" for key, one in value.items())
        if isinstance(value, tuple):
            return ("；" if name == "each" else "、").join(self._value(name, one) for one in value)
        return self._object(value)

    def _object(self, value: object) -> str:
        if isinstance(value, Band):
            return f"{self.test(value)}计{plain(value.points)}分"
        if isinstance(value, Edges):
            return self.test(value)
        if isinstance(value, Expression):
            return formula(value, self.frame)
        if isinstance(value, Conditions):
            return value.text(self.frame)
        if isinstance(value, Span | TargetValue):
            return value.words()
        return self._model(value) if isinstance(value, BaseModel) else str(value)

    def _model(self, value: BaseModel) -> str:
        if isinstance(value, Rule):
            return f"（{self.rule(value)}）"
        return "，".join(self._parameters(value, "扣"))

    def _number(self, name: str, value: Fraction | int) -> str:
        if name == "ranks":
            return f"{value}名"
        unit = "分" if name in _IN_POINTS else "%" if name in _IN_PERCENT else ""
        return plain(Fraction(value)) + unit

    def _unit(self, name: str, model: BaseModel) -> str:
        """The unit of a step or of an event."""
        value = getattr(model, "value", None)
        if name == "every" and isinstance(value, Expression):
            return unit_of(value, self.frame)
        return f"每{unit(model.events, self.frame)}" if name == "events" and hasattr(model, "events") else ""

    def _word(self, name: str, value: str) -> str:
        if name == "population":
            return population(value, self.frame)
        return (
            _CHOICES_OF.get((name, value))
            or _CHOICES.get(value)
            or label(value, self.frame) + self._weights(name, value)
        )

    def _weights(self, name: str, value: str) -> str:
        """The classes of a catalogue with their weights: `〔课题：国家级4、省级3；发明专利3〕`."""
        spec = self.frame.inputs.get(value)
        if name != "of" or spec is None or spec.records is None:
            return ""
        classes = []
        for name_of_class, one in spec.records.classes.items():
            levels = "、".join(f"{level}{plain(weight)}" for level, weight in one.levels.items())
            alone = "" if one.weight is None else plain(one.weight)
            classes.append(f"{name_of_class}：{levels}" if levels else name_of_class + alone)
        return f"〔{'；'.join(classes)}〕"


def _is_open(value: object) -> bool:
    return isinstance(value, Edges) and not isinstance(value, Band) and value.is_open
