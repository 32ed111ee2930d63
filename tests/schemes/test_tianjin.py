"""The seven projects of tianjin-projects: what the document prints, how it is read, and the samples."""

import re
from collections import Counter
from fractions import Fraction

import pytest

from assess.engine.monitoring import Monitoring
from assess.engine.outcome import Outcome, UnitResult
from assess.parts.money import execution_of
from assess.rules.grammar.target_value import TargetValue
from assess.rules.target import Target
from assess.scheme.nodes import Leaf, leaves
from assess.scheme.scheme import Scheme
from assess.scheme.target_table import TargetRow, TargetTable, table_of
from assess.services.cases import run_cases
from assess.services.monitoring import watch
from assess.services.schemes import find, open_scheme
from assess.services.scoring import score
from assess.services.source import FileSource

ID = "tianjin-projects"

#: Table, budget in 万元, number of indicators: as the document has them, in its order.
PROJECTS = [
    ("p1", "500.00", 13),
    ("p2", "10.00", 10),
    ("p3", "12.00", 6),
    ("p4", "2395.81", 13),
    ("p5", "665.30", 7),
    ("p6", "900.38", 7),
    ("p7", "5.00", 7),
]

COST = "成本指标"

#: How the document prints %.
PERCENT = ("%", "百分比", "百分号")


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    """The scheme with every default."""
    return open_scheme(ID)


@pytest.fixture(scope="module")
def year() -> Outcome:
    """The sample year, scored."""
    return score(FileSource(ID, find(ID) / "sample" / "year.yaml"))


@pytest.fixture(scope="module")
def half_year() -> Monitoring:
    """The sample half-year, watched."""
    return watch(FileSource(ID, find(ID) / "sample" / "half_year.yaml"))


def printed_table(scheme: Scheme, table: str) -> TargetTable:
    """A project's table as it is printed back."""
    printed = table_of(scheme.trees[table])
    assert printed is not None
    return printed


def all_rows(scheme: Scheme) -> list[tuple[str, Leaf, TargetRow]]:
    """Every indicator with its table's id and its printed row, in the document's order."""
    return [
        (name, leaf, row)
        for name, _, _ in PROJECTS
        for leaf, row in zip(leaves(scheme.trees[name].nodes), printed_table(scheme, name).rows, strict=True)
    ]


def full_value(leaf: Leaf) -> TargetValue:
    """The value of the year; no indicator has one for the half-year."""
    assert leaf.aimed is not None
    values = leaf.aimed.target_values()
    half, full = values
    assert half is None
    return full


def form(row: TargetRow) -> str:
    """The form in which a value is printed: ≥, bare, cost (bare, among the costs) or text."""
    (printed,) = row.values
    if printed.startswith("≥"):
        return "≥"
    if re.match(r"\d", printed):
        return "cost" if row.levels[1] == COST else "bare"
    return "text"


def unit_of(outcome: Outcome, name: str) -> UnitResult:
    """A project's result."""
    result = outcome.unit(name)
    assert result is not None
    return result


def test_the_projects_stand_in_the_document_s_order_with_all_their_indicators(scheme: Scheme) -> None:
    """Seven projects and 63 indicators, numbered T1, T2, … inside each."""
    assert [name for name, tree in scheme.trees.items() if tree.is_table] == [name for name, _, _ in PROJECTS]
    ids = [(name, leaf.id) for name, leaf, _ in all_rows(scheme)]
    assert ids == [(name, f"T{number}") for name, _, count in PROJECTS for number in range(1, count + 1)]
    assert len(ids) == 63


def test_the_printed_forms_are_as_many_as_in_the_document(scheme: Scheme) -> None:
    """22 ≥, 20 bare, 5 bare costs, 16 texts."""
    forms = Counter(form(row) for _, _, row in all_rows(scheme))
    assert forms == {"≥": 22, "bare": 20, "cost": 5, "text": 16}


def test_the_forms_by_project(scheme: Scheme) -> None:
    """In the order ≥, bare, bare cost, text."""
    counts = Counter((name, form(row)) for name, _, row in all_rows(scheme))
    assert {name: [counts[name, one] for one in ("≥", "bare", "cost", "text")] for name, _, _ in PROJECTS} == {
        "p1": [3, 7, 1, 2],
        "p2": [2, 0, 0, 8],
        "p3": [2, 3, 1, 0],
        "p4": [3, 5, 1, 4],
        "p5": [4, 2, 1, 0],
        "p6": [5, 2, 0, 0],
        "p7": [3, 1, 1, 2],
    }


@pytest.mark.parametrize(("table", "budget"), [(name, budget) for name, budget, _ in PROJECTS])
def test_the_budgets_are_those_of_the_document(table: str, budget: str, scheme: Scheme) -> None:
    """All of it is 财政资金; 其他资金 is blank, which is no zero."""
    plan = printed_table(scheme, table).plan
    assert [(fund.label, fund.amount, fund.part_of) for fund in plan.funds] == [
        ("预算数", Fraction(budget), None),
        ("其中：财政资金", Fraction(budget), "预算数"),
        ("其他资金", None, "预算数"),
    ]


def test_every_number_is_read_as_it_is_printed(scheme: Scheme) -> None:
    """Number and unit; less is better among the costs, whatever the sign, and more elsewhere; words are judged."""
    for name, leaf, row in all_rows(scheme):
        value, where = full_value(leaf), f"{name}/{leaf.id}"
        match = re.fullmatch(r"≥?([0-9.]+) ?(\D+)", value.printed)
        if match is None:
            assert (leaf.rule.kind, form(row)) == ("attainment", "text"), where
            continue
        number, unit = match.groups()
        operator = "at_most" if row.levels[1] == COST else "at_least"
        assert (value.operator, value.amount) == (operator, Fraction(number)), where
        assert value.unit == ("%" if unit in PERCENT else unit), where


def test_rates_end_at_100(scheme: Scheme) -> None:
    """No rate of this document can exceed 100 %; amounts and numbers have no end."""
    rules = [leaf.rule for _, leaf, _ in all_rows(scheme) if isinstance(leaf.rule, Target)]
    assert all((rule.full.unit == "%") == (rule.possible.at_most == 100) for rule in rules)
    assert sum(rule.full.unit == "%" for rule in rules) == 22


@pytest.mark.parametrize(
    ("table", "number", "levels", "description", "value"),
    [
        ("p1", 1, ("产出指标", "数量指标", "建设大模型生产中心"), "项目建设数量指标", "1个"),
        ("p1", 2, ("产出指标", "数量指标", "建设服务支撑专业数量"), "项目建设数量指标", "4 个"),
        ("p1", 4, ("产出指标", "数量指标", "实践中心“双师”素质教师占比"), "项目建设数量指标", "100%"),
        ("p2", 1, ("产出指标", "数量指标", "数据上报量"), "数据上报量", "≥10000 条数据"),
        ("p2", 10, ("满意度指标", "服务对象满意度指标", "服务对象满意率"), "服务对象满意率", "≥98 百分号"),
        ("p3", 3, ("产出指标", "质量指标", "符合标准"), "符合资助政策留学生比例", "100 百分比"),
        ("p4", 9, ("产出指标", "成本指标", "项目成本"), "项目建设成本指标", "2395.81 万元"),
        ("p4", 11, ("效益指标", "可持续影响指标", "可持续影响力"), "项目建设效益指标", "持续提升"),
        ("p5", 4, ("产出指标", "成本指标", "补助金额"), "补助金额", "665.3 万元"),
        ("p6", 4, ("产出指标", "成本指标", "补助金额"), "补助金额", "≥100 万元"),
        ("p6", 6, ("效益指标", "可持续影响指标", "资助政策发挥作用时间"), "资助政策发挥作用时间", "≥500 人次"),
        ("p7", 1, ("产出指标", "时效指标", "项目完成及时率"), "项目完成及时率", "100 百分比"),
    ],
)
def test_rows_are_printed_back_literally(
    table: str, number: int, levels: tuple[str, ...], description: str, value: str, scheme: Scheme
) -> None:
    """Signs, units in words and blanks inside values stay."""
    row = printed_table(scheme, table).rows[number - 1]
    assert (row.levels, row.description, row.values) == (levels, description, (value,))


def test_every_project_has_90_points_by_section(scheme: Scheme) -> None:
    """50 : 30 : 10, and 10 for the execution of the budget."""
    for name, _, _ in PROJECTS:
        tree = scheme.trees[name]
        assert {node.id: node.maximum for node in tree.nodes} == {"output": 50, "benefit": 30, "satisfaction": 10}
        assert sum(leaf.maximum or 0 for leaf in leaves(tree.nodes)) == 90
    assert {part.id: part.full for part in scheme.parts} == {"execution": {"projects": 10}, "targets": {"projects": 90}}


def test_the_worked_cases_agree() -> None:
    """Every case that was computed by hand gives the same points."""
    results = list(run_cases(ID))
    assert len(results) >= 16
    assert [(result.title, result.differences) for result in results if not result.ok] == []


def test_the_sample_year_is_complete(year: Outcome) -> None:
    """Seven projects, nothing missing, from 优 to 中."""
    assert year.problems == ()
    units = year.lists[0].units
    assert all(one.unit.id == one.unit.table and one.status == "complete" for one in units)
    assert {one.unit.id: one.proposed for one in units} == {
        "p1": "优",
        "p2": "优",
        "p3": "优",
        "p4": "良",
        "p5": "优",
        "p6": "良",
        "p7": "中",
    }


@pytest.mark.parametrize(
    ("unit", "leaf", "points"),
    [
        ("p1", "T5", "5.56"),  # 167 % of the target, with a reason
        ("p2", "T4", "5.36"),  # 7.14 × 75 % = 5.355
        ("p2", "T10", "9.85"),  # 10 × 96.5 ÷ 98 = 9.8469…
        ("p4", "T3", "0"),  # not built
        ("p4", "T5", "4.45"),  # 5.56 × 8 ÷ 10 = 4.448
        ("p5", "T4", "12.07"),  # 12.5 × 665.3 ÷ 688.9 = 12.0717…
        ("p6", "T4", "1.4"),  # 12.5 × 100 ÷ 892.5 = 1.4005…
        ("p7", "T5", "8.25"),  # 15 × 55 %
    ],
)
def test_the_sample_year_shows_what_can_happen(unit: str, leaf: str, points: str, year: Outcome) -> None:
    """Worked out by hand."""
    assert unit_of(year, unit).leaves[leaf].points == Fraction(points)


@pytest.mark.parametrize(
    ("unit", "points"),
    [
        ("p1", "9.57"),  # 478.6 of 500
        ("p3", "10"),
        ("p4", "8.5"),  # 2036.44 of 2395.81: 8.50000…
        ("p5", "10"),  # all of the adjusted budget
        ("p7", "8.2"),  # 4.1 of 5
    ],
)
def test_the_sample_year_s_execution(unit: str, points: str, year: Outcome) -> None:
    """10 points times what was spent of the budget."""
    assert unit_of(year, unit).parts["execution"].points == Fraction(points)


def test_the_cost_printed_with_a_rising_sign_decides_a_grade(year: Outcome) -> None:
    """Read as it is printed, the subsidies of p6 are no excess: 良 becomes 优; no other project changes."""
    other = score(FileSource(ID, find(ID) / "sample" / "year.yaml"), {"W2": "as_printed"})
    totals = {one.unit.id: (one.total, one.proposed) for one in year.lists[0].units}
    changed = {one.unit.id: (one.total, one.proposed) for one in other.lists[0].units}
    assert {name for name in totals if totals[name] != changed[name]} == {"p6"}
    assert (totals["p6"], changed["p6"]) == ((Fraction("88.19"), "良"), (Fraction("99.29"), "优"))


def test_at_half_year_only_the_money_is_watched(half_year: Monitoring) -> None:
    """The document has no half-year values; all seven projects say how much they have spent of their budgets."""
    assert half_year.problems == ()
    for watched, (name, budget, count) in zip(half_year.units, PROJECTS, strict=True):
        assert watched.unit.id == name
        assert watched.counts == {"no_requirement": count}
        assert watched.execution.budget == Fraction(budget)
    rates = [execution_of(watched.unit).rate or Fraction(0) for watched in half_year.units]
    assert (min(rates), max(rates)) == (Fraction("0.12"), Fraction("0.75"))
