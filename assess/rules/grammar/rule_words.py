"""A rule's parameters in words, for the tables of a scheme and for what two schemes differ in.

It walks the parameters of whatever kind of rule, and takes the words from their fields (`Said`): a new kind needs no
line here.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from pydantic import BaseModel

from assess.entered.inputs import Span
from assess.ground.edges import Edges
from assess.ground.expression import Expression
from assess.ground.numbers import plain
from assess.ground.said import Said, said
from assess.rules.base import Measured, Rule
from assess.rules.grammar.bands import Band
from assess.rules.grammar.conditions import Conditions
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.target_value import TargetValue
from assess.rules.grammar.wording import formula, label, unit_of


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

    def value(self, about: Said, value: object, owner: BaseModel | None = None) -> str:
        """One parameter's value, with its unit where its `owner` tells it."""
        return self._value(about, value) + ("" if owner is None else self._unit(about, owner))

    def key(self, about: Said, key: object) -> str:
        """A key of a parameter: a unit type, a rank, a class."""
        if about.labelled:
            return self.type_labels.get(str(key), str(key))
        return f"第{key}名" if isinstance(key, int) else f"{key}"

    def test(self, edges: Edges) -> str:
        """What is asked of the measured value, and of inputs: `≥70%`."""
        text = edges.text() if self._measured is None else self._measured.edges_text(edges, self.frame)
        when = edges.when if isinstance(edges, Band) else None
        return "、".join(filter(None, (text, "" if when is None else when.text(self.frame))))

    def _parameters(self, model: BaseModel) -> Iterator[str]:
        fields = [(said(type(model), name), name) for name in type(model).model_fields]
        for about, name in sorted(fields, key=lambda field: field[0].turn):
            value = getattr(model, name)
            if about.mention == "never" or value in (None, (), False) or _is_open(value):
                continue
            if about.mention == "unusual" and value == type(model).model_fields[name].default:
                continue
            yield about.before + self.value(about, value, model)

    def _value(self, about: Said, value: object) -> str:
        if isinstance(value, bool):
            return "是" if value else "否"
        if isinstance(value, Fraction | int):
            return plain(Fraction(value)) + about.unit
        if isinstance(value, str):
            return about.choices.get(value) or (about.shown or label)(value, self.frame)
        if isinstance(value, Mapping):
            return "、".join(f"{self.key(about, key)}{self._value(about, one)}" for key, one in value.items())
        if isinstance(value, tuple):
            return about.between.join(self._value(about, one) for one in value)
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
        return "，".join(self._parameters(value))

    def _unit(self, about: Said, model: BaseModel) -> str:
        """The unit of a step, which is that of what it is a step of."""
        value = getattr(model, about.unit_of) if about.unit_of else None
        return unit_of(value, self.frame) if isinstance(value, Expression) else ""


def _is_open(value: object) -> bool:
    return isinstance(value, Edges) and not isinstance(value, Band) and value.is_open
