"""The money of target tables: its units, sums, spending against income, all tables against the printed total."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from assess.drafting.checks.check import Check, Finding
from assess.drafting.checks.subject import Subject
from assess.drafting.checks.target_rows import Head, Row, Value, heads_of, tables_of
from assess.drafting.checks.units import YUAN
from assess.ground.numbers import ZERO, plain
from assess.scheme.plan import Fund, Spending

THEME = "资金"

#: Parts of a sum: fewer than so many may leave out the rest (其中：…).
_ALL_PARTS = 2


def mixed_units(subject: Subject) -> Iterator[Finding]:
    """One table prints its money in one unit."""
    for head in heads_of(subject):
        if len(set(head.plan.units_printed)) > 1:
            units = "、".join(dict.fromkeys(head.plan.units_printed))
            text = f"“{head.tree.label}”印的金额单位不一致：{units}；这里一律按{head.plan.unit}"
            yield Finding(subject.place(*head.path, "units_printed"), text, _UNIT_HINT)
    for table, rows in tables_of(subject).items():
        first: dict[str, tuple[Row, Value]] = {}
        for row in rows:
            for one in row.values:
                if one.unit in YUAN:
                    first.setdefault(one.unit, (row, one))
        if len(first) > 1:
            said = "，".join(f"{row.leaf.id}用{unit}" for unit, (row, _) in first.items())
            row, one = list(first.values())[1]
            text = f"“{subject.scheme.trees[table].label}”指标值的金额单位不一致：{said}"
            yield Finding(subject.place(*row.path(one.which), "printed"), text, _UNIT_HINT)


_UNIT_HINT = "请对照原文核对各处金额的单位；差一万倍的错最难看出来"


def fund_sums(subject: Subject) -> Iterator[Finding]:
    """The parts of a fund sum to it."""
    for head in heads_of(subject):
        for index, fund in enumerate(head.plan.funds):
            parts = [one for one in head.plan.funds if one.part_of == fund.label]
            known = [(one.label, one.amount) for one in parts if one.amount is not None]
            place = ("funds", index, "amount")
            yield from _sum(subject, head, place, (fund.label, fund.amount), known, is_whole=len(parts) >= _ALL_PARTS)


def spending_sums(subject: Subject) -> Iterator[Finding]:
    """The lines of a spending plan sum to what they are part of; none plans more for the half than for the year."""
    for head in heads_of(subject):
        for index, line in enumerate(head.plan.spending):
            parts = [one for one in head.plan.spending if one.part_of == line.label]
            for column, label in (("half", "半年计划执行数"), ("full", "全年预算数")):
                known = [(one.label, amount) for one in parts if (amount := _column(one, column)) is not None]
                place = ("spending", index, column)
                whole = (f"{line.label}的{label}", _column(line, column))
                yield from _sum(subject, head, place, whole, known, is_whole=len(parts) >= _ALL_PARTS)
            if line.half is not None and line.full is not None and line.half > line.full:
                text = (
                    f"“{head.tree.label}”{line.label}的半年计划执行数{plain(line.half)}大于全年预算数{plain(line.full)}"
                )
                yield Finding(subject.place(*head.path, "spending", index, "half"), text, "请核对这一行的两个数")


def _column(line: Spending, column: str) -> Fraction | None:
    return line.half if column == "half" else line.full


def _sum(
    subject: Subject,
    head: Head,
    place: tuple[str | int, ...],
    whole: tuple[str, Fraction | None],
    parts: Sequence[tuple[str, Fraction]],
    *,
    is_whole: bool,
) -> Iterator[Finding]:
    """One line where the parts come to more, or, if they are all of it, to something else."""
    label, amount = whole
    summed = sum((value for _, value in parts), ZERO)
    if amount is None or not parts or not (summed > amount or (is_whole and summed != amount)):
        return
    terms = " + ".join(plain(value) for _, value in parts if value)
    text = (
        f"“{head.tree.label}”{label}{plain(amount)}{head.plan.unit}，"
        f"其中各项合计{plain(summed)}{head.plan.unit}：{terms}"
    )
    yield Finding(subject.place(*head.path, *place), text, f"相差{plain(abs(summed - amount))}{head.plan.unit}，请核对")


def spending_against_income(subject: Subject) -> Iterator[Finding]:
    """What is planned to be spent in the year is the budget."""
    for head in heads_of(subject):
        budget, planned = head.plan.budget, head.plan.planned_full
        if budget is not None and planned is not None and budget != planned:
            unit = head.plan.unit
            text = (
                f"“{head.tree.label}”支出计划的全年预算数合计{plain(planned)}{unit}，"
                f"{_first(head.plan.funds)}{plain(budget)}{unit}，相差{plain(abs(planned - budget))}{unit}"
            )
            yield Finding(subject.place(*head.path, "spending"), text, "请核对收入和支出；结转下年的，请在表里写明")


def _first(funds: Sequence[Fund]) -> str:
    return funds[0].label


def stated_budget(subject: Subject) -> Iterator[Finding]:
    """The budgets of all tables sum to what the document prints for them."""
    stated = subject.scheme.stated_budget
    heads = list(heads_of(subject))
    if stated is None or not heads:
        return
    known = [(head, head.plan.budget) for head in heads if head.plan.budget is not None]
    if any(head.plan.unit not in YUAN for head, _ in known) or stated.unit not in YUAN:
        return
    summed = sum((budget * YUAN[head.plan.unit] for head, budget in known), ZERO) / YUAN[stated.unit]
    if summed != stated.amount:
        clause = f"（{stated.clause}）" if stated.clause else ""
        missing = f"，另有{len(heads) - len(known)}张表没有印金额" if len(known) < len(heads) else ""
        text = (
            f"原文印出的合计{clause}{plain(stated.amount)}{stated.unit}，{len(known)}张表的金额合计"
            f"{plain(summed)}{stated.unit}，相差{plain(abs(summed - stated.amount))}{stated.unit}{missing}"
        )
        yield Finding(subject.place("stated_budget", "amount"), text, "请逐个核对各表的金额")


CHECKS = (
    Check("money_units", THEME, "几种金额单位混用", "元和万元混在一张表里，数会差一万倍。", mixed_units),
    Check("fund_sum", THEME, "资金的各项与合计", "各项资金加起来不等于合计，执行率的分母就说不清。", fund_sums),
    Check(
        "spending_sum", THEME, "支出计划的各项与合计", "支出计划自己加不起来，半年应执行多少就说不清。", spending_sums
    ),
    Check(
        "spending_income",
        THEME,
        "支出与收入",
        "支出计划与资金总额不等，多出或缺少的钱没有着落。",
        spending_against_income,
    ),
    Check(
        "stated_budget",
        THEME,
        "各表的金额与合计",
        "各项目的金额加起来与原文的合计不等，有一张表抄错了。",
        stated_budget,
    ),
)
