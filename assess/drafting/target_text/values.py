"""One printed value of one indicator, read: its direction, what its zero means, its unit, and what is not sure."""

import re
from dataclasses import dataclass
from fractions import Fraction

from assess.drafting.target_text.doubts import NOTE_HINT, Doubt
from assess.drafting.target_text.names import About, is_harm
from assess.drafting.target_text.printed import Form, Printed, narrowed, read_printed
from assess.ground.numbers import ZERO, plain
from assess.rules.grammar.target_value import OPERATORS, Operator, TargetValue

PERCENT = "%"

#: 无安全事故, 零差错: none of something may happen.
_NONE_OF = re.compile("(?:无|零|没有|未发生|不发生|不出现|杜绝|0)(?:发生)?(.+)")
#: How something is counted that must not happen, by the word in its name.
_COUNTED_IN = (
    ("次数", "次"),
    ("人次", "人次"),
    ("人数", "人"),
    ("件数", "件"),
    ("例数", "例"),
    ("差错", "次"),
    ("投诉", "件"),
)
_ANY = "起"

_TIME_UNIT = re.compile(r"秒钟?|分钟?|(?:个)?小时|天|日|周|(?:个)?星期|个?月|个?工作日|个?学期|年")

#: Half-year words that ask for nothing measurable: something is under way, or not yet due.
_UNDER_WAY = re.compile(
    "(?:正在|持续|稳步|有序|积极|加快|继续)?推进|(?:正在)?(?:推进|进行|实施|开展|建设|筹备)(?:中|之中)"
    "|无|没有|暂无|未开始|未到时间|无要求|不要求"
)


@dataclass(frozen=True, slots=True)
class ValueReading:
    """A value as it is read; `zero` says that none of it may happen."""

    value: TargetValue
    printed: Printed
    zero: bool = False
    doubts: tuple[Doubt, ...] = ()

    @property
    def form(self) -> Form:
        """How it is printed."""
        return self.printed.form


def read_value(text: str, about: About, like: Printed | None = None) -> ValueReading:
    """Read one value by itself. `like` is the other value beside it, which lends its sign and unit to a bare number."""
    printed = read_printed(text)
    if may_not_happen(printed, about):
        return _zero(printed, about)
    if printed.number is None:
        return ValueReading(TargetValue(printed=printed.text), printed, doubts=_by_itself(printed))
    operator, doubts = _direction(printed, about, like)
    lent = like.unit if like is not None else ""
    unit = printed.unit or lent or about.unit or (PERCENT if about.is_rate and printed.per is None else "")
    doubts += _unit_doubts(printed, about, unit)
    value = _value(printed, operator, printed.number, unit)
    return ValueReading(value, printed, doubts=_by_itself(printed) + doubts)


def asks_nothing(text: str) -> bool:
    """Whether half-year words ask for nothing measurable: 推进, 无."""
    return bool(_UNDER_WAY.fullmatch(narrowed(text)))


def may_not_happen(printed: Printed, about: About) -> bool:
    """Whether a value says that none may happen: 无安全事故; 无, 0 or ≤0 of what nobody wants."""
    if printed.number is None:
        of_what = _NONE_OF.fullmatch(narrowed(printed.text))
        return (about.counts_harm and printed.says_none) or (of_what is not None and is_harm(of_what[1]))
    if printed.number != 0 or printed.operator in ("at_least", "above") or printed.per is not None:
        return False
    return about.counts_harm or is_harm(printed.unit)


def _value(printed: Printed, operator: Operator, number: Fraction, unit: str) -> TargetValue:
    given = {operator: number, "unit": unit} | ({} if printed.per is None else {"per": printed.per})
    return TargetValue.model_validate({"printed": printed.text, **given})


def _zero(printed: Printed, about: About) -> ValueReading:
    """At most 0, in the unit that the text or the name gives, else in 起."""
    unit = "" if is_harm(printed.unit) else printed.unit or about.unit
    words = about.name + printed.text + printed.unit
    counted = PERCENT if about.is_rate else next((one for word, one in _COUNTED_IN if word in words), _ANY)
    return ValueReading(_value(printed, "at_most", ZERO, unit or counted), printed, zero=True)


def _direction(printed: Printed, about: About, like: Printed | None) -> tuple[Operator, tuple[Doubt, ...]]:
    """The operator: as printed, as the value beside it, else by name and section; cost is always better low."""
    lent = like.operator if like is not None else None
    if printed.per is not None and printed.operator is None and lent is None:
        return _of_ratio(about)
    operator = printed.operator or lent
    if operator in ("at_least", "above") and about.is_cost and about.better is None:
        read = f"≤{plain(printed.number or ZERO)}{printed.unit}"
        said = f"成本类指标印成“{printed.text}”，成本应是越低越好"
        return "at_most", (Doubt("cost_upwards", said, f"按{read}读", NOTE_HINT),)
    return (operator, ()) if operator is not None else _bare(printed, about)


def _bare(printed: Printed, about: About) -> tuple[Operator, tuple[Doubt, ...]]:
    """The operator of a number without a sign."""
    if printed.number == 0:
        return _bare_zero(printed, about)
    if about.likes is None and _TIME_UNIT.fullmatch(printed.unit):
        return _duration(printed, about)
    if about.counts_harm and about.better is None:
        said = f"“{about.name}”的指标值“{printed.text}”没有印≤"
        return "at_most", (Doubt("harm_bare", said, f"按≤{printed.text}读", NOTE_HINT),)
    return ("at_most" if about.likes == "low" else "at_least"), ()


def _of_ratio(about: About) -> tuple[Operator, tuple[Doubt, ...]]:
    low = about.likes == "low" or (about.better is None and re.search("生师比|负债|费用", about.name) is not None)
    assumed = "按≤读，越低越好" if low else "按≥读，前项对后项的比越大越好"
    return ("at_most" if low else "at_least"), (Doubt("ratio", "比值没有印出越大越好还是越小越好", assumed, NOTE_HINT),)


def _bare_zero(printed: Printed, about: About) -> tuple[Operator, tuple[Doubt, ...]]:
    if about.better == "high":
        return "at_least", ()
    doubt = Doubt(
        "zero", f"“{about.name}”的指标值是{printed.text}，看不出是不允许发生还是没有要求", "按不超过0读", NOTE_HINT
    )
    return "at_most", (() if about.is_cost or about.is_ceiling else (doubt,))


def _duration(printed: Printed, about: About) -> tuple[Operator, tuple[Doubt, ...]]:
    """A bare time: short or long is better by the name; where the name does not say, short."""
    operator: Operator = "at_least" if about.time == "high" else "at_most"
    sign = OPERATORS[operator]
    doubt = Doubt(
        "duration",
        f"“{printed.text}”是一段时间，没有印出是越短越好还是越长越好",
        f"按{sign}{printed.text}读",
        NOTE_HINT,
    )
    return operator, (doubt,)


def _by_itself(printed: Printed) -> tuple[Doubt, ...]:
    return tuple(
        Doubt(code, f"“{printed.text}”{_UNCLEAR[code][0]}", _UNCLEAR[code][1], NOTE_HINT) for code in printed.doubts
    )


_UNCLEAR = {
    "inside_words": ("的数写在文字里", "取其中的数"),
    "number_inside": ("里有数，但不止一个要求或不是一个数", "按文字指标由人评定"),
    "date": ("像是日期或期限", "按文字指标由人评定"),
    "over_what": ("写明了按什么时间或对象计", "只取其中的数，填报时按同一口径"),
    "about": ("是约数", "按这个数读"),
    "two_signs": ("前后的符号不一致", "按前面的符号读"),
    "inclusive": ("的“以下”没有说明是否包括本数", "按包括本数读"),
    "percentage_points": ("写的是百分点", "按百分数读"),
    "span": ("是一个范围", "按不小于前一个数读"),
}


def _unit_doubts(printed: Printed, about: About, unit: str) -> tuple[Doubt, ...]:
    """A rate whose value has no percent sign; `unit` is what it was read with."""
    # 10个/栋 is a rate of its own.
    has_unit = (printed.unit or about.unit) == PERCENT or "/" in unit
    if not about.is_rate or printed.per is not None or not printed.number or has_unit:
        return ()
    said = f"“{about.name}”像是百分率，指标值“{printed.text}”却没有%"
    return (Doubt("rate_without_percent", said, f"按{plain(printed.number)}{unit}读", NOTE_HINT),)
