"""The money of target tables."""

import pytest

from tests.drafting.checks.found import found
from tests.drafting.checks.rows import said, target, words

ROW = f"满意度 = {words('良好')}"


def about(plan: str) -> list[str]:
    """What is said about a table with this head."""
    return said(ROW, plan=f"plan: {{title: 表, {plan}}}")


def test_units_of_the_head() -> None:
    """The document prints 元 in one place and 万元 in another."""
    assert about("units_printed: [元, 万元]") == ["money_units “院系”印的金额单位不一致：元、万元；这里一律按万元"]
    assert about("units_printed: [万元, 万元]") == []


def test_units_of_the_values() -> None:
    """The first row of each unit is named; other units are no money."""
    yuan = target("≥500元, at_least: 500, unit: 元")
    rows = (
        f"收入 = {target('≥500万元, at_least: 500, unit: 万元')}",
        f"经费 = {yuan}",
        f"资金 = {yuan}",
        f"人数 = {target('≥5人, at_least: 5, unit: 人')}",
    )
    assert said(*rows) == ["money_units “院系”指标值的金额单位不一致：R1用万元，R2用元"]
    assert said(*rows[1:]) == []


FUNDS = "funds: [{{label: 总计, amount: {total}}}, {{label: 财政, amount: {first}, part_of: 总计}}{rest}]"


def funds(total: str, first: str, rest: str = "") -> list[str]:
    """What is said about funds with such a total and parts."""
    return about(FUNDS.format(total=total, first=first, rest=rest))


OTHER = ", {label: 其他, amount: 3700, part_of: 总计}"


def test_funds_that_do_not_add_up() -> None:
    """More than the total, or less where there are several parts; a blank counts nothing."""
    assert funds("38143.9", "34443.8", OTHER) == [
        "fund_sum “院系”总计38143.9万元，其中各项合计38143.8万元：34443.8 + 3700"
    ]
    assert funds("100", "100.5") == ["fund_sum “院系”总计100万元，其中各项合计100.5万元：100.5"]
    assert funds("100", "90", ", {label: 其他, amount: null, part_of: 总计}") == [
        "fund_sum “院系”总计100万元，其中各项合计90万元：90"
    ]


@pytest.mark.parametrize(
    ("total", "first", "rest"),
    [("38143.9", "34443.9", OTHER), ("100", "90", ""), ("null", "90", OTHER), ("100", "null", "")],
)
def test_funds_that_may_be(total: str, first: str, rest: str) -> None:
    """Equal to the hundredth; one part of it (其中); no total; no part."""
    assert funds(total, first, rest) == []


SPENDING = "spending: [{{label: 项目支出, half: {half}, full: {full}}}{rest}]"
PARTS = (
    ", {label: 债务, half: 620, full: 620, part_of: 项目支出}, {label: 设备, half: 12, full: 39.9, part_of: 项目支出}"
)


def spending(half: str, full: str, rest: str = PARTS) -> list[str]:
    """What is said about a spending plan with such a line and its parts."""
    return about(SPENDING.format(half=half, full=full, rest=rest))


def test_spending_that_does_not_add_up() -> None:
    """Each column by itself."""
    assert spending("632", "659.9") == []
    assert spending("633", "659.9") == [
        "spending_sum “院系”项目支出的半年计划执行数633万元，其中各项合计632万元：620 + 12"
    ]
    assert spending("632", "660") == [
        "spending_sum “院系”项目支出的全年预算数660万元，其中各项合计659.9万元：620 + 39.9"
    ]


def test_more_for_the_half_than_for_the_year() -> None:
    """A line that cannot be."""
    assert spending("700", "600", "") == ["spending_sum “院系”项目支出的半年计划执行数700大于全年预算数600"]
    assert spending("null", "600", "") == []
    assert spending("600", "null", "") == []


BOTH = "funds: [{{label: 资金总额, amount: {budget}}}], spending: [{{label: 支出, half: 1, full: {planned}}}]"


def test_spending_against_income() -> None:
    """The year's plan is the budget."""
    assert about(BOTH.format(budget="100", planned="99.5")) == [
        "spending_income “院系”支出计划的全年预算数合计99.5万元，资金总额100万元，相差0.5万元"
    ]
    for budget, planned in (("100", "100"), ("null", "99"), ("100", "null")):
        assert about(BOTH.format(budget=budget, planned=planned)) == []
    assert about("purpose: 办学") == []


_PROJECTS = """
lists: {{projects: {{label: 项目}}}}
unit_types: {{project: {{label: 项目, list: projects}}}}
populations: {{}}
parts: {{targets: {{label: 指标, full: {{projects: 10}}, indicators: {{}}}}}}
{stated}
targets:
- table: p1
  label: 项目一
  plan: {{title: 表, unit: {unit}, funds: [{{label: 总计, amount: {first}}}]}}
  indicators: [{{id: T1, label: 甲, max: 10, rule: {{judged: {{}}}}}}]
- table: p2
  label: 项目二
  plan: {{title: 表, funds: [{{label: 总计, amount: {second}}}]}}
  indicators: [{{id: T1, label: 甲, max: 10, rule: {{judged: {{}}}}}}]
"""


def projects(
    first: str, second: str = "91.93", stated: str = "stated_budget: {amount: 791.93, clause: 合计}", unit: str = "万元"
) -> list[str]:
    """What is said about two projects of such budgets."""
    text = _PROJECTS.format(first=first, second=second, stated=stated, unit=unit)
    return [" ".join((line.split(" ")[0], line.split(" ", 2)[2])) for line in found(text)]


def test_all_tables_against_the_printed_total() -> None:
    """In the printed total's unit; a table without an amount is said."""
    assert projects("700") == []
    assert projects("7000000", unit="元") == []
    assert projects("699") == ["stated_budget 原文印出的合计（合计）791.93万元，2张表的金额合计790.93万元，相差1万元"]
    assert projects("null", stated="stated_budget: {amount: 100}") == [
        "stated_budget 原文印出的合计100万元，1张表的金额合计91.93万元，相差8.07万元，另有1张表没有印金额"
    ]


def test_no_total_to_hold_them_against() -> None:
    """None is printed, or it is in another money."""
    assert projects("1", stated="") == []
    assert projects("1", stated="stated_budget: {amount: 5, unit: 美元}") == []
    assert projects("1", unit="美元") == []
    assert said(ROW, plan="", rest="stated_budget: {amount: 5}\n") == []
