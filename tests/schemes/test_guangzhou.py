"""The 14 projects of guangzhou-2025: what the document prints, how it is read, and the samples."""

import re
from collections import Counter
from fractions import Fraction

import pytest

from assess.engine.monitoring import monitor
from assess.engine.outcome import Outcome, UnitResult
from assess.files import yaml_reader
from assess.parts.money import execution_of
from assess.rules.grammar.target_value import TargetValue
from assess.rules.target import Target
from assess.scheme.nodes import Leaf, all_nodes
from assess.scheme.scheme import Scheme
from assess.scheme.target_table import TargetTable, table_of
from assess.services.cases import run_cases
from assess.services.schemes import find, open_scheme
from assess.services.scoring import score
from assess.services.source import FileSource
from assess.year.reading.building import build_evidence

ID = "guangzhou-2025"

#: Table, amount in 万元, number of indicators: as the document has them, in its order.
PROJECTS = [
    ("property_service", "638.00", 5),
    ("equipment_maintenance", "160.00", 4),
    ("competition_equipment", "770.00", 15),
    ("training_consumables", "380.00", 5),
    ("student_grants", "59.73", 5),
    ("campus_repairs", "336.00", 4),
    ("teaching_technology", "596.00", 4),
    ("tuition_waiver", "989.20", 4),
    ("training_equipment", "720.00", 9),
    ("network_operations_2024", "3.12", 6),
    ("smart_campus", "2.63", 13),
    ("master_subsidy", "23.00", 4),
    ("housing_subsidy", "45.00", 4),
    ("network_operations_2025", "69.25", 7),
]

#: How a printed form is read, where its number is read at all.
OPERATORS = {"bare": "at_least", "以上": "at_least", "≥": "at_least", ">": "above", "≤": "at_most", "zero": "at_most"}


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    """The scheme with every default."""
    return open_scheme(ID)


@pytest.fixture(scope="module")
def year() -> Outcome:
    """The sample year, scored."""
    return score(FileSource(ID, find(ID) / "sample" / "year.yaml"))


def form(printed: str) -> str:
    """The form in which a value is printed: bare, zero, 以上, ≥, >, ≤ or text."""
    if re.fullmatch(r"0次?", printed):
        return "zero"
    if printed.endswith("以上"):
        return "以上"
    if printed[0] in "≥>≤":
        return printed[0]
    return "bare" if re.fullmatch(r"[0-9.]+(%|[门人次份间个台套月]+)?", printed) else "text"


def full_value(leaf: Leaf) -> TargetValue:
    """The value of the year; every indicator has one."""
    assert leaf.aimed is not None
    values = leaf.aimed.target_values()
    return values[1]


def printed_values(scheme: Scheme) -> list[str]:
    """All values as printed, in the document's order."""
    return [full_value(leaf).printed for _, leaf in scheme.all_leaves()]


def printed_table(scheme: Scheme, table: str) -> TargetTable:
    """A project's table as it is printed back."""
    printed = table_of(scheme.trees[table])
    assert printed is not None
    return printed


def unit_of(outcome: Outcome, name: str) -> UnitResult:
    """A project's result."""
    result = outcome.unit(name)
    assert result is not None
    return result


def tables(scheme: Scheme) -> list[str]:
    """The tables in the order of the document."""
    return [name for name, tree in scheme.trees.items() if tree.is_table]


def test_the_projects_stand_in_the_document_s_order_with_all_their_indicators(scheme: Scheme) -> None:
    """14 projects and 89 indicators, numbered T1, T2, … inside each."""
    assert [(name, len(printed_table(scheme, name).rows)) for name in tables(scheme)] == [
        (name, count) for name, _, count in PROJECTS
    ]
    ids = [(tree.id, leaf.id) for tree, leaf in scheme.all_leaves()]
    assert ids == [(name, f"T{number}") for name, _, count in PROJECTS for number in range(1, count + 1)]
    assert len(ids) == 89


def test_the_printed_forms_are_as_many_as_in_the_document(scheme: Scheme) -> None:
    """50 bare numbers, 12 zeros, 7 以上, 7 ≥, 6 >, 2 ≤, 5 texts."""
    forms = Counter(map(form, printed_values(scheme)))
    assert forms == {"bare": 50, "zero": 12, "以上": 7, "≥": 7, ">": 6, "≤": 2, "text": 5}


def test_the_amounts_add_up_to_the_printed_sum(scheme: Scheme) -> None:
    """4,791.93 万元, all of it 财政拨款; what the document leaves blank is no zero."""
    plans = [printed_table(scheme, name).plan for name in tables(scheme)]
    assert [plan.budget for plan in plans] == [Fraction(amount) for _, amount, _ in PROJECTS]
    assert scheme.stated_budget is not None
    assert sum(plan.budget or 0 for plan in plans) == scheme.stated_budget.amount == Fraction("4791.93")
    for plan in plans:
        total, *parts = plan.funds
        assert [(fund.label, fund.amount, fund.part_of) for fund in parts] == [
            ("财政拨款", total.amount, "总计"),
            ("财政专户拨款", None, "总计"),
            ("其他资金", None, "总计"),
        ]


def test_every_number_is_read_as_it_is_printed(scheme: Scheme) -> None:
    """The number in the printed value is the number compared with, and the printed sign is the operator."""
    for tree, leaf in scheme.all_leaves():
        if not isinstance(leaf.rule, Target):
            continue
        value = leaf.rule.full
        numbers = re.findall(r"[0-9.]+", value.printed)
        assert [Fraction(number) for number in numbers] == [value.amount], f"{tree.id}/{leaf.id}"
        if form(value.printed) != "text":
            assert value.operator == OPERATORS[form(value.printed)], f"{tree.id}/{leaf.id}"


def test_what_is_printed_as_0_may_not_happen_at_all(scheme: Scheme) -> None:
    """All 12 zeros lose the whole full mark once they are passed, and nothing else does."""
    zeros = {(tree.id, leaf.id) for tree, leaf in scheme.all_leaves() if form(full_value(leaf).printed) == "zero"}
    strict = {
        (tree.id, leaf.id)
        for tree, leaf in scheme.all_leaves()
        if isinstance(leaf.rule, Target) and leaf.rule.over == "none"
    }
    assert zeros == strict
    assert len(zeros) == 12


def test_people_judge_four_of_the_five_texts(scheme: Scheme) -> None:
    """校园维稳处理率100% is a rate in words and is measured; the others have no number or more than a number."""
    texts = {
        (tree.id, leaf.id): leaf.rule.kind
        for tree, leaf in scheme.all_leaves()
        if form(full_value(leaf).printed) == "text"
    }
    assert texts == {
        ("property_service", "T1"): "target",
        ("smart_campus", "T1"): "attainment",
        ("smart_campus", "T6"): "attainment",
        ("smart_campus", "T13"): "attainment",
        ("network_operations_2025", "T6"): "attainment",
    }


@pytest.mark.parametrize(
    ("table", "number", "levels", "value"),
    [
        ("property_service", 1, ("产出指标", "质量指标", "维护校园和谐稳定发展"), "校园维稳处理率100%"),
        ("competition_equipment", 11, ("效益指标", "经济效益", "实训室使用率"), "每学期400人/次以上"),
        ("training_consumables", 5, ("满意度指标", "服务对象满意度", "学生满意率"), "85%或以上"),
        ("tuition_waiver", 1, ("产出指标", "质量指标", "因工作失误致国家资金流失事件为0"), "0"),
        ("network_operations_2024", 4, ("产出指标", "时效指标", "设施设备正常运行率"), "99.90%"),
        ("smart_campus", 2, ("产出指标", "数量指标", "桌面运维服务对象数量"), ">3000（人）"),
        ("smart_campus", 7, ("产出指标", "时效指标", "修复及时率"), "≤5小时"),
        ("smart_campus", 9, ("产出指标", "时效指标", "计划完成率"), "18"),
        (
            "network_operations_2025",
            2,
            ("产出指标", "质量指标", "硬件设备可以正常使用；软件可以安全、稳定运行"),
            "99%",
        ),
        ("network_operations_2025", 4, ("产出指标", "时效指标", "设施设备正常运行率%"), "99.90%"),
    ],
)
def test_the_odd_rows_are_printed_back_literally(
    table: str, number: int, levels: tuple[str, ...], value: str, scheme: Scheme
) -> None:
    """Names with signs and values without units stay; the value of the whole term is that of the year."""
    row = printed_table(scheme, table).rows[number - 1]
    assert (row.levels, row.values) == (levels, (value, value))


def test_one_project_has_its_indicators_in_the_goal_column(scheme: Scheme) -> None:
    """Its clauses say so; all others stand in 绩效指标."""
    stand_in = {name: printed_table(scheme, name).plan.layout.indicators_stand_in for name in tables(scheme)}
    assert {name: column for name, column in stand_in.items() if column} == {"master_subsidy": "绩效目标"}
    for tree, leaf in scheme.all_leaves():
        assert leaf.heading.clause == (stand_in[tree.id] or "绩效指标") + leaf.id.removeprefix("T")


def test_every_project_has_90_points_by_section(scheme: Scheme) -> None:
    """50 : 30 : 10; without 满意度指标 the 90 points are scaled to the two sections that are there."""
    for name in tables(scheme):
        sections = {node.id: node.maximum for node in scheme.trees[name].nodes}
        if name == "smart_campus":
            assert sections == {"output": Fraction("56.25"), "benefit": Fraction("33.75")}
        else:
            assert sections == {"output": 50, "benefit": 30, "satisfaction": 10}
        leaves = [node.maximum for node in all_nodes(scheme.trees[name].nodes) if isinstance(node, Leaf)]
        assert sum(maximum or 0 for maximum in leaves) == 90


def test_the_worked_cases_agree() -> None:
    """Every case that was computed by hand gives the same points."""
    results = list(run_cases(ID))
    assert len(results) > 40
    assert [(result.title, result.differences) for result in results if not result.ok] == []


def test_the_sample_year_is_complete(year: Outcome) -> None:
    """14 made-up projects, a unit for each table, nothing missing, from 优 to 中."""
    assert year.problems == ()
    units = year.lists[0].units
    assert sorted(one.unit.id for one in units) == sorted(name for name, _, _ in PROJECTS)
    assert all(one.unit.id == one.unit.table and one.status == "complete" for one in units)
    assert {one.proposed for one in units} == {"优", "良", "中"}


def test_the_sample_year_s_budgets_are_those_of_the_document(year: Outcome) -> None:
    """Each project spends from 80 to 100 percent of its own amount, some of them all."""
    money = {one.unit.id: execution_of(one.unit) for one in year.lists[0].units}
    assert {name: one.budget for name, one in money.items()} == {name: Fraction(amount) for name, amount, _ in PROJECTS}
    rates = [one.rate or Fraction(0) for one in money.values()]
    assert Fraction("0.79") < min(rates) < max(rates) == 1


@pytest.mark.parametrize(
    ("unit", "leaf", "points"),
    [
        ("property_service", "T2", "24"),  # 25 × 86.4 ÷ 90
        ("competition_equipment", "T2", "5"),  # 142 % of the target, with a reason
        ("competition_equipment", "T11", "5.96"),  # 7.5 × 318 ÷ 400, the smaller of two terms
        ("campus_repairs", "T3", "0"),  # an accident
        ("smart_campus", "T2", "6.24"),  # just on > 3000
        ("smart_campus", "T7", "5"),  # 6.25 × 5 ÷ 6.25
        ("network_operations_2025", "T5", "7.5"),  # 10 × 9 ÷ 12
        ("network_operations_2025", "T6", "21"),  # 30 × 70 %
    ],
)
def test_the_sample_year_shows_what_can_happen(unit: str, leaf: str, points: str, year: Outcome) -> None:
    """Worked out by hand."""
    assert unit_of(year, unit).leaves[leaf].points == Fraction(points)


def test_the_sample_year_s_totals_add_up(year: Outcome) -> None:
    """校园维修: 8.20 + 25 + 24 + 0 + 10 = 67.20, 中."""
    repaired = unit_of(year, "campus_repairs")
    assert (repaired.total, repaired.proposed) == (Fraction("67.2"), "中")


def test_half_year_shows_the_money_alone(scheme: Scheme) -> None:
    """The document has no half-year values: nothing is asked of the indicators, nothing is missing."""
    evidence = build_evidence(yaml_reader.read(find(ID) / "sample" / "half_year.yaml"), scheme, is_sample=True)
    assert evidence.stage == "half_year"
    watched = monitor(scheme, evidence)
    assert watched.problems == ()
    assert [(one.unit.id, one.counts) for one in watched.units] == [
        (name, {"no_requirement": count}) for name, _, count in PROJECTS
    ]
    assert all(one.execution.rate is not None and one.planned is None for one in watched.units)
