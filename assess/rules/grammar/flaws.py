"""What can be wrong with a rule's parameters: the checks that several kinds share."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from assess.entered.inputs import Input, MarkInput
from assess.ground.expression import Expression, UndefinedError
from assess.ground.numbers import ZERO, plain
from assess.ground.place import did_you_mean
from assess.ground.tree import Path
from assess.rules.base import Flaw, Rule
from assess.rules.grammar.bands import Band
from assess.rules.grammar.conditions import Conditions
from assess.rules.grammar.frame import Frame

_YES = Fraction(1)

#: Distances between made-up inputs with which an expression is tried; they do not cancel out by chance.
_TRIALS = (1009, 10007, 100003)

_KIND_LABELS = {
    "number": "数值",
    "records": "成果清单",
    "events": "事件",
    "choice": "选项",
    "flag": "填“是”或“否”的",
    "text": "文字",
}


def of_formula(rule: Rule, expression: Expression, frame: Frame, path: Path) -> Iterator[Flaw]:
    """Unknown names, names without a number, yes or no by itself, a division by zero whatever the inputs are."""
    yield from of_names(rule, expression.names, frame, path)
    yield from _of_yes_or_no(expression, frame, path)
    if all(_undefined(expression, distance) for distance in _TRIALS):
        yield Flaw(path, "division_by_zero", f"算式“{expression.text}”的除数恒为0")


def _of_yes_or_no(expression: Expression, frame: Frame, path: Path) -> Iterator[Flaw]:
    """Yes and no count 1 and 0 among other numbers; by itself it is no amount, but a condition."""
    if (expression.text.strip(),) != expression.names:
        return
    (name,) = expression.names
    spec = frame.inputs.get(name)
    if spec is not None and spec.flag:
        hint = f"按是、否给分的，写成条件，如 when: {{{name}: {{at_least: 1}}}}"
        yield wrong_kind(path, name, spec, "数值、事件或有权重的成果清单")._replace(hint=hint)


def _undefined(expression: Expression, distance: int) -> bool:
    made_up = {name: Fraction(distance * number) for number, name in enumerate(expression.names, start=1)}
    try:
        expression.value(made_up.__getitem__)
    except UndefinedError:
        return True
    return False


def of_names(rule: Rule, names: Iterable[str], frame: Frame, path: Path) -> Iterator[Flaw]:
    """Names that no input declares, or whose input has no number."""
    names = tuple(names)
    yield from _unknown_names(rule, names, frame, path)
    for name in dict.fromkeys(names):
        spec = frame.inputs.get(name)
        if spec is not None and spec.kind in ("choice", "text"):
            yield wrong_kind(path, name, spec, "数值、事件、是否或有权重的成果清单")
        elif spec is not None and spec.records is not None and not has_weights(spec):
            yield without_weights(path, name)


def _unknown_names(rule: Rule, names: Iterable[str], frame: Frame, path: Path) -> Iterator[Flaw]:
    """A flaw for each name that no input declares."""
    for name in dict.fromkeys(names):
        if name not in frame.inputs:
            yield Flaw(
                path,
                "unknown_input",
                f"{rule.title}规则用到的数据“{name}”没有在inputs中声明",
                did_you_mean(name, frame.inputs),
            )


def wrong_kind(path: Path, name: str, spec: Input, wanted: str) -> Flaw:
    """An input of a kind that cannot be used here."""
    return Flaw(path, "wrong_input_kind", f"数据“{name}”是{_KIND_LABELS[spec.kind]}，这里要用{wanted}")


def without_weights(path: Path, name: str) -> Flaw:
    """Records that always weigh 0."""
    return Flaw(
        path,
        "no_weights",
        f"成果清单“{name}”各类都没有权重，合计恒为0",
        "在records的classes里写levels（分级权重）或weight（单一权重）",
    )


def has_weights(spec: Input) -> bool:
    """Whether some class of the records weighs anything."""
    classes = spec.records.classes.values() if spec.records is not None else ()
    return any(one.levels or one.weight is not None for one in classes)


def of_negative_weights(path: Path, name: str, spec: Input) -> Iterator[Flaw]:
    """Records that would take points off where achievements bring them."""
    classes = spec.records.classes if spec.records is not None else {}
    for called, one in classes.items():
        if min((*one.levels.values(), one.weight or ZERO), default=ZERO) < 0:
            text = f"成果清单“{name}”的“{called}”权重小于0，成果只能加分"
            yield Flaw(path, "negative", text, "要扣的分写成deduction规则，再用sum合计")


def of_conditions(rule: Rule, when: Conditions, frame: Frame, path: Path) -> Iterator[Flaw]:
    """Unknown names, inputs that cannot be compared, conditions without an edge."""
    for name, edges in when.root.items():
        yield from of_names(rule, (name,), frame, (*path, name))
        spec = frame.inputs.get(name)
        if spec is not None and spec.flag and edges.holds(ZERO) == edges.holds(_YES):
            yield Flaw(
                (*path, name),
                "flag_undecided",
                f"条件“{name}”是填“是”或“否”的（是算1、否算0），这样写分不出是和否",
                "要“是”的写at_least: 1，要“否”的写at_most: 0",
            )
        elif edges.is_open:
            yield Flaw(
                (*path, name),
                "open_condition",
                f"条件“{name}”没有界限，恒成立",
                "写at_least（≥）、above（>）、at_most（≤）或below（<）",
            )


def of_bands(rule: Rule, bands: tuple[Band, ...], frame: Frame) -> Iterator[Flaw]:
    """Bands that always hold, or that never count because an earlier one takes all their cases."""
    for index, band in enumerate(bands):
        path: Path = ("bands", index)
        if band.when is not None:
            yield from of_conditions(rule, band.when, frame, (*path, "when"))
        elif band.is_open:
            yield Flaw(path, "open_band", "这一档没有界限也没有条件，恒成立", "其余情形的分值写在otherwise")
            continue
        earlier = next((number for number in range(index) if band.covered_by(bands[number])), None)
        if earlier is not None:
            yield Flaw(
                path,
                "band_never_met",
                f"第{index + 1}档永远用不到：第{earlier + 1}档已包括它的全部情形",
                "各档按写的先后取第一个符合的，条件严的写在前面",
            )


def of_population(name: str | None, frame: Frame) -> Iterator[Flaw]:
    """A population that is missing or that the scheme does not declare."""
    if name is None:
        yield Flaw((), "no_population", "没有写比较范围", "写population: 比较范围的名称")
    elif name not in frame.populations:
        yield Flaw(
            ("population",),
            "unknown_population",
            f"没有声明比较范围“{name}”",
            did_you_mean(name, frame.populations),
        )


def of_marks(marks: Iterable[tuple[str, MarkInput]], *, once: bool) -> Iterator[Flaw]:
    """A mark's name that stands for two things; with `once`, even the same mark may not be used twice."""
    seen: dict[str, MarkInput] = {}
    for name, mark in marks:
        if name in seen and (once or seen[name] != mark):
            yield Flaw(
                (),
                "mark_used_twice",
                f"评分“{name}”在同一条规则中用了两次",
                "用input给其中一个另起名称",
            )
        seen.setdefault(name, mark)


def not_negative(value: Fraction | None, key: str, path: Path = ()) -> Iterator[Flaw]:
    """A parameter that may not lie below 0."""
    if value is not None and value < 0:
        yield Flaw((*path, key), "negative", f"{key}不能小于0，这里是{plain(value)}")


def positive(value: Fraction, key: str, path: Path = ()) -> Iterator[Flaw]:
    """A parameter that must lie above 0."""
    if value <= 0:
        yield Flaw((*path, key), "not_positive", f"{key}要大于0，这里是{plain(value)}")
