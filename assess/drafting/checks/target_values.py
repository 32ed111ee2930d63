"""Values of target tables: half-year against the year and the spending plan, printed signs against their reading."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from assess.drafting.checks.check import Check, Finding
from assess.drafting.checks.subject import Subject
from assess.drafting.checks.target_rows import Row, Value, heads_of, named, rows_of, tables_of
from assess.drafting.checks.units import is_time, scale
from assess.ground.numbers import half_up, plain
from assess.parts.money import BUDGET, FUNDS, SPENT
from assess.rules.grammar.target_value import OPERATORS, Operator
from assess.rules.target import Target
from assess.scheme.plan import Plan

THEME = "指标值"

_WORDS: dict[Operator, str] = {
    "at_least": "不少于",
    "above": "大于",
    "at_most": "不超过",
    "below": "小于",
    "equal": "等于",
}


def execution_against_plan(subject: Subject) -> Iterator[Finding]:
    """The half-year value of the budget's execution rate is what the table's own spending plan gives."""
    plans = {head.tree.id: head.plan for head in heads_of(subject)}
    for row in rows_of(subject):
        plan, rule = plans.get(row.spot.indicators.id), row.leaf.rule
        if plan is None or row.half is None or not isinstance(rule, Target):
            continue
        rate = _planned_rate(rule, row, plan)
        half = row.half.value
        if (
            rate is None
            or half.amount is None
            or half.holds(rate)
            or half_up(rate, _places(half.amount)) == half.amount
        ):
            continue
        text = (
            f"{row.spot}半年值“{half.printed}”，支出计划的半年计划执行数{plain(plan.planned_half or rate)}{plan.unit}"
            f"是全年预算数{plain(plan.planned_full or rate)}{plan.unit}的{plain(half_up(rate))}%"
        )
        hint = f"照支出计划执行，半年{'达不到' if rate < half.amount else '会超过'}这个值；请核对两处"
        yield Finding(subject.place(*row.path("half"), "printed"), text, hint)


def _planned_rate(rule: Target, row: Row, plan: Plan) -> Fraction | None:
    """What the rule's formula gives for the spending plan; None where it reads anything but the money."""
    if plan.planned_half is None or not plan.planned_full or rule.value is None:
        return None
    money = {SPENT: plan.planned_half, BUDGET: plan.planned_full}
    slots = row.leaf.slots
    if any(name not in money or slots[name].owner != FUNDS for name in rule.value.names):
        return None
    return rule.value.value(money.__getitem__)


def _places(amount: Fraction) -> int:
    """Decimal places of a number that a file writes."""
    return len(plain(amount).partition(".")[2])


def without_half_value(subject: Subject) -> Iterator[Finding]:
    """Where the rows of a table have a half-year value, each has one."""
    for rows in tables_of(subject).values():
        blank = [row for row in rows if row.half is None]
        for row in blank if len(blank) * 2 < len(rows) else ():
            others = f"同一张表的其他{len(rows) - len(blank)}项都有"
            text = f"{row.spot}只有一个指标值“{row.full.value.printed}”，没有半年值，{others}"
            hint = "请对照原文，确认这个值是半年的、全年的，还是两者都是；没有半年值的，半年监控时不评"
            yield Finding(subject.place(*row.path("full"), "printed"), text, hint)


def signs(subject: Subject) -> Iterator[Finding]:
    """A value is read as it is printed: the same sign, the same number."""
    for row in rows_of(subject):
        for one in row.values:
            text = _misread(one)
            if text:
                place = subject.place(*row.path(one.which), "printed")
                yield Finding(place, f"{row.spot}{one.label}印“{one.value.printed}”，{text}", _MISREAD_HINT)


_MISREAD_HINT = "印错的，照实际的意思读，并写进理解（readings）；读错的，请改读法；printed不要改"


def _misread(one: Value) -> str:
    """How the reading departs from the text; empty where it does not, or where the text gives nothing to compare."""
    read, printed = one.value.operator, one.printed
    if read is None or printed.number is None:
        return ""
    amount = getattr(one.value, read)
    same = amount * scale(one.value.unit) == printed.number * scale(printed.unit)
    if not (same or amount == printed.number) or (one.value.per or 1) != (printed.per or 1):
        return f"读作{one.value.text()}，数不同"
    if printed.operator is None or printed.operator == read or _says_none(read, printed.operator, amount):
        return ""
    return f"符号是{OPERATORS[printed.operator]}，读作{_WORDS[read]}（{OPERATORS[read]}）"


def _says_none(read: Operator, printed: Operator, amount: Fraction) -> bool:
    """＝0 of what may not happen is the same as ≤0."""
    return not amount and {read, printed} == {"equal", "at_most"}


def directions(subject: Subject) -> Iterator[Finding]:
    """A bare time or ratio says in which direction it is meant."""
    # 12个月 may be a deadline or a length of service.
    for row in rows_of(subject):
        if any(one.printed.operator is not None for one in row.values):
            continue
        for one in row.values:
            read = one.value.operator
            is_ratio = one.printed.form == "ratio"
            if read is not None and (is_ratio or (one.printed.form == "bare" and is_time(one.unit))):
                what = "比值" if is_ratio else "时间"
                reading = f"读作{_WORDS[read]}（{one.value.text()}）"
                text = f"{row.spot}{one.label}印“{one.value.printed}”，{what}没有印方向，{reading}"
                yield Finding(subject.place(*row.path(one.which), "printed"), text, "请与起草部门确认方向，并写进理解")
                break


def numbers_and_words(subject: Subject) -> Iterator[Finding]:
    """Half-year and full-year value can be compared: both numbers, or both words."""
    for table, rows in tables_of(subject).items():
        turning = []
        for row in rows:
            half = row.half.value.operator if row.half is not None else None
            full = row.full.value.operator
            if row.half is not None and half is not None and full is None:
                words = f"全年值“{row.full.value.printed}”是文字，两者不能比较"
                text = f"{row.spot}半年值“{row.half.value.printed}”是数，{words}"
                yield Finding(
                    subject.place(*row.path("half"), "printed"), text, "请给全年值也写一个数，或半年值也用文字"
                )
            elif row.half is not None and half is None and full is not None:
                turning.append(row)
        if turning:
            counted = Counter(row.half.value.printed for row in turning if row.half is not None)
            said = "、".join(f"“{printed}”{count}项" for printed, count in counted.items())
            label = subject.scheme.trees[table].label
            text = f"“{label}”有{len(turning)}项半年值是文字、全年值是数（{named(turning)}）：{said}"
            hint = "这些项半年时没有可衡量的要求；要监控的，请给半年值也写一个数"
            yield Finding(subject.place(*turning[0].path("half"), "printed"), text, hint)


CHECKS = (
    Check(
        "execution_plan",
        THEME,
        "半年执行率与支出计划",
        "半年执行率的要求与自己的支出计划对不上，照计划执行也要被说成滞后或超前。",
        execution_against_plan,
    ),
    Check(
        "half_missing", THEME, "没有半年值的指标", "别的行都有、只有这一行空着的，多半是漏填了。", without_half_value
    ),
    Check("printed_sign", THEME, "印出的符号与读法", "按印出的符号和按实际的意思，得分会相反。", signs),
    Check("direction", THEME, "没有印方向的时间和比值", "越长越好还是越短越好，各人理解不同。", directions),
    Check(
        "half_and_full",
        THEME,
        "半年值和全年值不能比较",
        "一个是数、一个是文字，半年看不出全年能不能完成。",
        numbers_and_words,
    ),
)
