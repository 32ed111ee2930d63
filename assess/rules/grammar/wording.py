"""How rules speak: inputs with their labels and units, expressions with labels in place of names."""

import re
from collections.abc import Collection, Iterable
from fractions import Fraction

from assess.ground.edges import Edges
from assess.ground.expression import Expression
from assess.ground.numbers import ZERO, Steps, half_up, plain, short
from assess.rules.grammar.case import Case
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.places import PLACES
from assess.rules.grammar.step import Step

#: The numbers that a step used stand in its values as `input_` + name.
PREFIX = "input_"

_FUNCTIONS = {"mean": "平均值", "min": "最小值", "max": "最大值"}
_WORD = re.compile(r"([^\W\d]\w*)(\s*\()?")
_PERCENT = re.compile(r"\*\s*100\s*\Z")


def used(names: Iterable[str], case: Case) -> dict[str, Fraction | str]:
    """The numbers of the named inputs, as they go into a step's values."""
    return {PREFIX + name: case.number(name) for name in names}


def value_of(step: Step, key: str) -> Fraction:
    """Return a number out of a step's values."""
    return Fraction(step.values[key])


def points_of(step: Step, places: int = PLACES) -> str:
    """`1.5分`; what is not applicable says so."""
    return "不适用" if step.points is None else f"{short(step.points, places)}分"


#: Most places of a scheme's points.
_MOST_DIGITS = 4


def in_points(value: Fraction) -> str:
    """`1.5分`; a value with more than four places, the most that a scheme writes, with two."""
    return f"{mark_number(value)}分"


def mark_number(value: Fraction) -> str:
    """The same without 分."""
    return plain(value) if half_up(value, _MOST_DIGITS) == value else short(value, 2)


def before_limits(step: Step, places: int) -> str:
    """The points before a ceiling or floor, written as the sentence of that has them."""
    return step.limits[0].summed(places) if step.limits else short(step.points or ZERO, places)


def label(name: str, frame: Frame) -> str:
    """What the input is called on paper."""
    spec = frame.inputs.get(name)
    return name if spec is None else spec.label


def unit(name: str, frame: Frame) -> str:
    """The input's unit; none for weights and for yes or no."""
    spec = frame.inputs.get(name)
    if spec is None:
        return ""
    return spec.events.unit if spec.events is not None else spec.unit


def quantity(name: str, value: Fraction, frame: Frame, beside: Collection[Fraction] = ()) -> str:
    """`学生数1200人`; of records the counted weights; of yes or no the word. `beside`: what it is held against."""
    spec = frame.inputs.get(name)
    if spec is not None and spec.flag:
        return f"{spec.label}：{'是' if value else '否'}"
    weights = "权重合计" if spec is not None and spec.records is not None else ""
    return f"{label(name, frame)}{weights}{short(value, beside=beside)}{unit(name, frame)}"


def requirement(name: str, edges: Edges, frame: Frame) -> str:
    """`<70%`; of yes or no the word that is asked for."""
    spec = frame.inputs.get(name)
    if spec is not None and spec.flag:
        return f"为“{'是' if edges.holds(Fraction(1)) else '否'}”"
    return edges.text(unit(name, frame))


def quantities(step: Step, names: Iterable[str], frame: Frame, beside: Collection[Fraction] = ()) -> str:
    """`学生数1200人、专业教师数60人`."""
    return "、".join(quantity(name, value_of(step, PREFIX + name), frame, beside) for name in names)


def formula(expression: Expression, frame: Frame) -> str:
    """`学生数 ÷ 专业教师数`."""
    signs = expression.text.replace("*", "×").replace("/", "÷")
    return _WORD.sub(lambda word: _word(word, frame), signs)


def _word(word: re.Match[str], frame: Frame) -> str:
    return _FUNCTIONS[word[1]] + "(" if word[2] else label(word[1], frame)


def unit_of(expression: Expression, frame: Frame) -> str:
    """The unit of the value: that of the inputs if they are only added up, % after `* 100`, else none."""
    if _PERCENT.search(expression.text):
        return "%"
    units = {unit(name, frame) for name in expression.names}
    mixed = "*" in expression.text or "/" in expression.text or len(units) != 1
    return "" if mixed else units.pop()


def measured(
    step: Step, expression: Expression, frame: Frame, result: str = "", beside: Collection[Fraction] = ()
) -> str:
    """`学生数1200人、专业教师数60人：学生数 ÷ 专业教师数 = 20`; a single input alone is only named.

    `result` says the value in another form, such as `1:20`; `beside` is what it is held against.
    """
    given = quantities(step, expression.names, frame, beside)
    if (expression.text.strip(),) == expression.names:
        return given
    result = result or short(value_of(step, "value"), beside=beside) + unit_of(expression, frame)
    return f"{given}：{formula(expression, frame)} = {result}"


def percent(ratio: Fraction, beside: Iterable[Fraction] = ()) -> str:
    """`108.11%`; two places, and as many more as keep 99.999% from looking like 100%."""
    return f"{short(ratio * 100, 2, [line * 100 for line in beside])}%"


def percent_edges(edges: Edges) -> str:
    """Edges on a ratio, as percentages: `≥70%且<100%`."""
    given = {"at_least": edges.at_least, "above": edges.above, "at_most": edges.at_most, "below": edges.below}
    return Edges(**{name: None if edge is None else edge * 100 for name, edge in given.items()}).text("%")


def stepwise(every: str, mode: Steps, count: Fraction, each: str, result: str) -> str:
    """`每满10%扣2分，满1个，扣2分`. `every` carries its unit; `each` and `result` say what it brings or costs."""
    if mode == "whole":
        return f"每满{every}{each}，满{short(count)}个，{result}"
    if mode == "started":
        return f"每{every}{each}（不足的按一个计），共{short(count)}个，{result}"
    return f"每{every}{each}（按比例），折合{short(count)}个，{result}"


def population(name: str | None, frame: Frame) -> str:
    """What the population is called on paper."""
    return frame.population_labels.get(name or "", "比较范围")
