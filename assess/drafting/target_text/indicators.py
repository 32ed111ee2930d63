"""An indicator's half-year and full-year value put together: the rule that follows, with its parameters.

The parameters follow by general rules, the same as in the shipped schemes:

* a number is a `target`, words are an `attainment` (people judge them);
* a percentage cannot exceed 100 (满意度, 覆盖率, 合格率 …: `possible: {at_most: 100}`), but of a plan, a budget or the
  year before (完成率, 执行率, 控制率, 增长率); a change (变动率) may be negative: `possible: {at_least: -100}`;
  小时/天 cannot exceed 24;
* more than an ＝ is harmless, but for ceilings (控制率, 调整率, 结转结余率, 变动率, 预算执行率);
* beyond a bound of 0 %: `over: per_point`; of what may not happen: `over: none`;
* 预算执行率 is computed from the budget and what was spent of it; a ratio from its two numbers;
* half-year words that ask for nothing (推进, 无), and ＝0 of something still to be built, are `no_requirement`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from assess.drafting.target_text.doubts import NOTE_HINT, Doubt
from assess.drafting.target_text.names import About
from assess.drafting.target_text.printed import Form, Printed, narrowed, read_printed
from assess.drafting.target_text.values import PERCENT, ValueReading, asks_nothing, may_not_happen, read_value
from assess.entered.inputs import Input
from assess.ground.numbers import ZERO
from assess.rules.attainment import Attainment
from assess.rules.grammar.target_value import TargetValue
from assess.rules.target import Target

_HUNDRED = Fraction(100)
_A_DAY, _HOURS = "小时/天", Fraction(24)
#: The formulas that are made, and the names of their inputs.
_EXECUTION = ("预算执行率", "预算资金执行率")
EXECUTION_RATE = "spent / budget * 100"
FORMER, LATTER = "former", "latter"


@dataclass(frozen=True, slots=True)
class IndicatorReading:
    """The rule of an indicator, the inputs that its formula needs, and what is not sure."""

    rule: Target | Attainment
    inputs: Mapping[str, Input] = field(default_factory=dict)
    form: Form = "text"
    half_form: Form | None = None
    doubts: tuple[Doubt, ...] = ()


def read_indicator(about: About, full: str, half: str | None = None, cycle: str = "") -> IndicatorReading:
    """Read the values of one indicator; `half` is None where the table has no such column."""
    only_half = half is not None and not full.strip() and bool(half.strip())
    year = _year(half if half is not None and only_half else full, half, about)
    first = None if half is None or not half.strip() else _half(half, year, about)
    said = {doubt.code for doubt in year.doubts}
    of_half = first.doubts if first is not None else ()
    doubts = [*_blank(full, half), *year.doubts, *(doubt for doubt in of_half if doubt.code not in said)]
    if only_half:
        # The cell stays blank on paper.
        year = replace(year, value=year.value.model_copy(update={"printed": ""}))
    rule, inputs, found = _rule(year, first, about, cycle.strip())
    return IndicatorReading(
        rule, inputs, year.form, first.form if first is not None else None, tuple(dict.fromkeys([*doubts, *found]))
    )


def _blank(full: str, half: str | None) -> Iterator[Doubt]:
    """What is said of a blank full-year value."""
    if full.strip():
        return
    if half is not None and half.strip():
        said = f"全年指标值空着，只有半年指标值“{half}”"
        yield Doubt("only_half", said, "全年按同一个值读", "请核对原表，补上全年指标值")
    else:
        yield Doubt("blank", "指标值空着", "按文字指标由人评定", "请核对原表，补上指标值")


def _year(full: str, half: str | None, about: About) -> ValueReading:
    """The full-year value; a bare number takes sign and unit of the half-year value."""
    beside = read_printed(half) if half is not None else None
    like = beside if beside is not None and beside.number else None
    reading = read_value(full, about, like)
    if _is_negative_aim(reading.value, about):
        said = f"指标值“{full}”要小于0才算达到，不能按比例计分"
        doubt = Doubt("negative", said, "按文字指标由人评定", NOTE_HINT)
        return ValueReading(TargetValue(printed=reading.value.printed), reading.printed, doubts=(doubt,))
    if reading.value.operator == "at_least" and not reading.value.is_measurable:
        doubt = Doubt("asks_nothing", f"全年指标值“{full}”没有可衡量的要求", "填任何数都得满分", "请核对原表")
        return replace(reading, doubts=(*reading.doubts, doubt))
    return reading


def _is_negative_aim(value: TargetValue, about: About) -> bool:
    """Whether only a value below 0 meets it; a change in percent may be one."""
    is_change = value.unit == PERCENT and about.is_signed and value.operator in ("at_most", "below")
    if value.amount is None or is_change:
        return False
    return value.amount < 0 or (value.amount == 0 and value.operator == "below")


def _half(half: str, year: ValueReading, about: About) -> ValueReading:
    """The half-year value beside that of the year."""
    like = _lent(year)
    printed = read_printed(half)
    if printed.says_none and year.zero:
        return ValueReading(year.value.model_copy(update={"printed": printed.text}), printed, zero=True)
    if printed.says_none or (printed.number is None and not may_not_happen(printed, about)):
        return _half_in_words(printed, year)
    reading = read_value(half, about, like)
    if printed.number == 0 and printed.operator == "equal" and _is_to_be_reached(year.value):
        return replace(reading, value=reading.value.model_copy(update={"no_requirement": True}))
    if year.value.operator is None and reading.value.operator is not None:
        return replace(reading, doubts=(*reading.doubts, _kind_changes(half, year)))
    return reading


def _lent(year: ValueReading) -> Printed | None:
    if year.value.operator is None:
        return None
    return replace(year.printed, operator=year.value.operator, unit=year.value.unit)


def _half_in_words(printed: Printed, year: ValueReading) -> ValueReading:
    """Words: they ask for nothing, or beside words of the year they are judged."""
    repeats = printed.text == year.value.printed and not printed.says_none
    if (asks_nothing(printed.text) and not repeats) or printed.form == "blank":
        return ValueReading(TargetValue(printed=printed.text, no_requirement=True), printed)
    if year.value.operator is None:
        return ValueReading(TargetValue(printed=printed.text), printed)
    value = TargetValue(printed=printed.text, no_requirement=True)
    return ValueReading(value, printed, doubts=(_kind_changes(printed.text, year),))


def _kind_changes(half: str, year: ValueReading) -> Doubt:
    said = f"半年指标值“{half}”与全年指标值“{year.value.printed}”一个是数、一个是文字"
    assumed = "半年监控时不评" if year.value.operator is not None else "半年按数衡量，全年由人评定"
    return Doubt("kind_changes", said, assumed, NOTE_HINT)


def _is_to_be_reached(value: TargetValue) -> bool:
    """Whether something above 0 is still to be reached."""
    return value.amount is not None and value.amount > 0 and (value.rises or value.operator == "equal")


def _rule(
    year: ValueReading, first: ValueReading | None, about: About, cycle: str
) -> tuple[Target | Attainment, Mapping[str, Input], tuple[Doubt, ...]]:
    half = first.value if first is not None else None
    other = "" if cycle == year.value.printed else cycle
    if year.value.operator is None:
        return Attainment(half=half, full=year.value, cycle=other), {}, ()
    formula, inputs, doubts = formula_of(year.value, about)
    possible = {} if formula else dict(_possible(year.value, about))
    more = (
        "harmless"
        if year.value.operator == "equal" and not year.zero and _more_is_welcome(year.value, about)
        else "harm"
    )
    given: dict[str, Any] = {"value": formula} if formula else {}
    rule = Target(
        half=half, full=year.value, cycle=other, possible=possible, over=_over(year, more), more=more, **given
    )
    return rule, inputs, doubts


def _more_is_welcome(value: TargetValue, about: About) -> bool:
    """Whether more than an ＝ does no harm; of a share of a whole there is no more."""
    is_whole = value.unit == PERCENT and about.is_share
    return value.amount != 0 and not about.is_ceiling and not is_whole and about.likes != "low"


def _over(year: ValueReading, more: str) -> str:
    value = year.value
    if year.zero:
        return "none"
    if value.rises or more == "harmless" or value.amount is None or value.amount > 0:
        return "ratio"
    return "per_point" if value.unit == PERCENT else "none"


def _possible(value: TargetValue, about: About) -> Iterator[tuple[str, Fraction]]:
    if value.unit == PERCENT and about.is_signed:
        yield "at_least", -_HUNDRED
    most = _HUNDRED if value.unit == PERCENT and about.is_share else _HOURS if value.unit == _A_DAY else None
    amount = value.amount or ZERO
    if most is not None and (amount < most or (amount == most and value.operator != "above")):
        yield "at_most", most


def formula_of(value: TargetValue, about: About) -> tuple[str, Mapping[str, Input], tuple[Doubt, ...]]:
    """An expression where other inputs give the value, and these: the execution rate of the budget, a ratio."""
    if narrowed(about.name) in _EXECUTION and value.unit == PERCENT:
        return EXECUTION_RATE, {}, ()
    if value.per is None:
        return "", {}, ()
    inputs = {
        FORMER: Input(label=f"{about.name}：比的前项", unitless=True),
        LATTER: Input(label=f"{about.name}：比的后项", unitless=True, above=ZERO),
    }
    said = f"“{value.printed}”是比值，要填两个数"
    doubt = Doubt("ratio_inputs", said, "比的前项÷比的后项", "请在方案文件里给这两个数起名称、写单位（inputs）")
    return f"{FORMER} / {LATTER}", inputs, (doubt,)
