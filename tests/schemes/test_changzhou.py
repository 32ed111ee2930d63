"""The target table of changzhou-2026: what the document prints, how it is read, and the samples."""

import re
from collections import Counter
from fractions import Fraction

import pytest

from assess.engine.monitoring import Monitoring
from assess.engine.outcome import Outcome, UnitResult
from assess.files.scheme_folder import read_folder
from assess.parts.money import execution_of
from assess.rules.grammar.target_value import TargetValue
from assess.rules.target import Target
from assess.scheme.nodes import Group, Leaf, leaves
from assess.scheme.reading.building import build_scheme
from assess.scheme.scheme import Scheme
from assess.scheme.target_table import TargetRow, TargetTable, table_of
from assess.services.cases import run_cases
from assess.services.monitoring import watch
from assess.services.schemes import find, open_scheme
from assess.services.scoring import score
from assess.services.source import FileSource

ID, LIST = "changzhou-2026", "institution"

#: The second levels of 履职 with the number of their rows, in the document's order.
DUTIES = [
    ("党的建设", 9),
    ("党的建议", 7),
    ("继续教育与社会服务", 4),
    ("创新创业工作", 5),
    ("师资队伍建设", 15),
    ("团学工作", 25),
    ("人武工作", 4),
    ("民主管理", 4),
    ("宣传、意识形态及思想政治工作", 33),
    ("育人环境保障", 11),
    ("招生就业工作", 6),
    ("智慧校园建设", 8),
    ("校园安全与保卫工作", 4),
    ("国际交流与合作", 5),
    ("科研工作", 5),
    ("校企合作", 6),
    ("专业建设", 4),
    ("教育教学", 8),
]

#: How a printed form is read, unless it is a ceiling of 0 or a count to be made that asks for exactly so many.
OPERATORS = {"≥": "at_least", "≤": "at_most", "＝": "equal", "bare": "at_least", "ratio": "at_least"}


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    """The scheme with every default."""
    return open_scheme(ID)


@pytest.fixture(scope="module")
def table(scheme: Scheme) -> TargetTable:
    """The table as it is printed back."""
    printed = table_of(scheme.trees[LIST])
    assert printed is not None
    return printed


@pytest.fixture(scope="module")
def year() -> Outcome:
    """The sample year, scored."""
    return score(FileSource(ID, find(ID) / "sample" / "year.yaml"))


@pytest.fixture(scope="module")
def half_year() -> Monitoring:
    """The sample half-year, watched."""
    return watch(FileSource(ID, find(ID) / "sample" / "half_year.yaml"))


def form(printed: str) -> str:
    """The form in which a value is printed: ≥, ≤ and ＝ by its first sign (the document's = is half-width).

    Else ratio for two numbers with a colon, bare for a number with or without a unit, text for everything else. So
    食品安全事故次数 无, which is read as a count that may not happen, counts as text.
    """
    if printed[0] in "≥≤":
        return printed[0]
    if printed[0] == "=":
        return "＝"
    if re.fullmatch(r"[0-9]+:[0-9]+", printed):
        return "ratio"
    return "bare" if printed[0].isdigit() else "text"


def leaf_of(scheme: Scheme, name: str) -> Leaf:
    """An indicator by its id."""
    return next(leaf for _, leaf in scheme.all_leaves() if leaf.id == name)


def values_of(leaf: Leaf) -> tuple[TargetValue | None, TargetValue]:
    """The half-year and full-year value; every indicator has them."""
    assert leaf.aimed is not None
    return leaf.aimed.target_values()


def row_of(table: TargetTable, name: str) -> TargetRow:
    """A row by the indicator's name, which is unique."""
    (row,) = [row for row in table.rows if row.levels[-1] == name]
    return row


def college(year: Outcome) -> UnitResult:
    """The one unit's result."""
    (ranked,) = year.lists
    (unit,) = ranked.units
    return unit


def test_the_indicators_stand_in_the_document_s_order(scheme: Scheme, table: TargetTable) -> None:
    """204 of them, T1 to T204, with names of their own: 7, 24, 163, 7 and 3 in the five sections."""
    assert [leaf.id for _, leaf in scheme.all_leaves()] == [f"T{number}" for number in range(1, 205)]
    assert len({row.levels[-1] for row in table.rows}) == 204
    assert list(Counter(row.levels[0] for row in table.rows).items()) == [
        ("决策", 7),
        ("过程", 24),
        ("履职", 163),
        ("效益指标", 7),
        ("满意度指标", 3),
    ]


def test_only_duties_have_all_four_levels(table: TargetTable) -> None:
    """履职 has 重点工作 between 二级 and 三级指标, the other sections print none."""
    assert {(len(row.levels), row.levels[0] == "履职") for row in table.rows} == {(3, False), (4, True)}
    assert len(table.plan.layout.levels) == 4


def test_the_duties_are_put_back_together(table: TargetTable) -> None:
    """18 second levels; 党的建议 keeps its printed name, 招生就业 and 工作 on two pages are one name."""
    found = Counter(row.levels[1] for row in table.rows if row.levels[0] == "履职")
    assert list(found.items()) == DUTIES


@pytest.mark.parametrize(
    ("name", "levels"),
    [
        ("社会培训", ("履职", "继续教育与社会服务", "社会服务")),
        ("创新创业训练项目数", ("履职", "创新创业工作", "创新创业训练项目数")),
        ("教师企业实践锻炼人数", ("履职", "师资队伍建设", "双师素质培养基地")),
        ("在校大学生应征入伍", ("履职", "人武工作", "征兵工作")),
        ("召开全校宣传思想文化工作会议", ("履职", "宣传、意识形态及思想政治工作", "新闻舆论宣传")),
        ("全年意识形态类事件发生数量", ("履职", "宣传、意识形态及思想政治工作", "落实意识形态工作责任制")),
        ("招生计划完成率", ("履职", "招生就业工作", "招生工作")),
        ("中国特色学徒制班（校级）", ("履职", "校企合作", "校企协同育人")),
        ("江苏省高水平专业群建设", ("履职", "教育教学", "专业建设")),
        ("纪检监察工作有效性", ("过程", "机构建设")),
    ],
)
def test_rows_in_shifted_columns_have_their_levels_back(table: TargetTable, name: str, levels: tuple[str, ...]) -> None:
    """Rows that the document prints a column too far left, or on the page after their headings."""
    assert row_of(table, name).levels[:-1] == levels


def test_the_printed_forms_are_as_many_as_in_the_document(table: TargetTable) -> None:
    """By the printed full-year value: ≥ 122, ＝ 16, ≤ 2, bare 14, ratio 1, text 49."""
    forms = Counter(form(row.values[1]) for row in table.rows)
    assert forms == {"≥": 122, "＝": 16, "≤": 2, "bare": 14, "ratio": 1, "text": 49}


def test_the_printed_forms_by_section(table: TargetTable) -> None:
    """The same 204 values, section by section."""
    forms = Counter((row.levels[0], form(row.values[1])) for row in table.rows)
    assert forms == {
        ("决策", "text"): 6,
        ("决策", "＝"): 1,
        ("过程", "text"): 12,
        ("过程", "＝"): 9,
        ("过程", "≤"): 2,
        ("过程", "≥"): 1,
        ("履职", "≥"): 116,
        ("履职", "text"): 26,
        ("履职", "bare"): 14,
        ("履职", "＝"): 6,
        ("履职", "ratio"): 1,
        ("效益指标", "text"): 5,
        ("效益指标", "≥"): 2,
        ("满意度指标", "≥"): 3,
    }


def test_ten_rows_change_between_text_and_number(table: TargetTable) -> None:
    """From half to full year: 推进 to ≥ seven times, 无 to ≥100% twice, ≥30% to a text once; one row has no half."""
    changes = Counter(
        (half, full if form(full) == "text" else form(full))
        for half, full in (row.values for row in table.rows)
        if half and (form(half) == "text") != (form(full) == "text")
    )
    assert changes == {("推进", "≥"): 7, ("无", "≥"): 2, ("≥30%", "完成常州市下达计划"): 1}
    assert [row.levels[-1] for row in table.rows if not row.values[0]] == ["公寓、教学楼、水平衡、校门等维修项目"]


def test_every_number_is_read_as_it_is_printed(scheme: Scheme) -> None:
    """Number and unit stand in the printed text, the operator follows the sign; what differs is named below."""
    apart: dict[str, set[tuple[str, str]]] = {}
    for _, leaf in scheme.all_leaves():
        for value in filter(None, values_of(leaf)):
            sign = form(value.printed)
            if value.operator is None:
                assert sign == "text", leaf.id
                continue
            number = re.fullmatch(r"[≥≤=]?([0-9.]+)(?::([0-9]+))?(.*)", value.printed)
            read = number and (Fraction(number[1]) / int(number[2] or 1), number[3], OPERATORS[sign])
            if read != (value.amount, value.unit, value.operator):
                apart.setdefault(value.printed, set()).add((leaf.id, value.text()))
    assert apart == {
        "=0次": {("T126", "≤0次")},
        "无": {("T140", "≤0次")},
        "7": {("T101", "≥7次")},
        "1": {("T102", "≥1次")},
    }


def test_half_year_values_that_ask_nothing(scheme: Scheme) -> None:
    """Every 推进, and every 无 but that of 食品安全事故, is marked; ≥0 needs no mark; nothing else is marked."""
    halves = [half for _, leaf in scheme.all_leaves() if (half := values_of(leaf)[0])]
    assert Counter(half.printed for half in halves if half.no_requirement) == {"推进": 15, "无": 6}
    assert sum(half.printed.startswith("≥0") and half.amount == 0 for half in halves) == 52
    assert sum(half.operator is not None and half.is_measurable for half in halves) == 96


def test_what_may_not_happen_and_what_is_no_ceiling(scheme: Scheme) -> None:
    """Two counts may not happen; of the ＝ with no natural limit only the security tests may be more without harm."""
    targets = {leaf.id: leaf.rule for _, leaf in scheme.all_leaves() if isinstance(leaf.rule, Target)}
    assert [name for name, rule in targets.items() if rule.over == "none"] == ["T126", "T140"]
    assert [name for name, rule in targets.items() if rule.over == "per_point"] == ["T7", "T10", "T12"]
    assert [name for name, rule in targets.items() if rule.more == "harmless"] == ["T160"]
    ceilings = [name for name, rule in targets.items() if rule.full.operator == "equal" and rule.possible.is_open]
    assert ceilings == ["T7", "T9", "T10", "T13", "T28", "T160"]


def test_rates_have_their_limits(scheme: Scheme) -> None:
    """Every % ends at 100 but rates of completion, control, change and spending; a day has 24 hours."""
    open_rates, hours = [], []
    for _, leaf in scheme.all_leaves():
        rule = leaf.rule
        if isinstance(rule, Target) and rule.full.unit == "%" and rule.possible.at_most != 100:
            open_rates.append(leaf.heading.label)
        if isinstance(rule, Target) and rule.possible.at_most == 24:
            hours.append(leaf.id)
    assert open_rates == [
        "预算调整率",
        "预算执行率",
        "结转结余率",
        "公用经费控制率",
        "“三公经费”变动率",
        "政府采购执行率",
        "非税收入预算完成率",
        "在职人员控制率",
        "招生计划完成率",
    ]
    assert hours == ["T139", "T144"]


def test_the_money_adds_up(table: TargetTable) -> None:
    """38,143.9 of income and of spending; the projects 632 and 1,507.84; 40.07 % by the middle of the year."""
    plan = table.plan
    assert plan.budget == plan.planned_full == Fraction("38143.9")
    assert sum(fund.amount or 0 for fund in plan.funds if fund.part_of) == plan.budget
    projects = [line for line in plan.spending if line.part_of == "项目支出"]
    assert sum(line.half or 0 for line in projects) == 632
    assert sum(line.full or 0 for line in projects) == Fraction("1507.84")
    assert plan.planned_half == 15286
    assert round(plan.planned_half / plan.budget * 100, 2) == Fraction("40.07")
    assert plan.units_printed == ("元", "万元")


def test_the_full_mark_is_shared_by_weights(scheme: Scheme) -> None:
    """10, 20, 40, 20 and 10; inside a section the indicators differ by a cent at most."""
    sections = [node for node in scheme.trees[LIST].nodes if isinstance(node, Group)]
    assert {node.id: node.maximum for node in sections} == {
        "decision": 10,
        "process": 20,
        "duty": 40,
        "benefit": 20,
        "satisfaction": 10,
    }
    for section in sections:
        marks = [leaf.maximum or Fraction(0) for leaf in leaves(section.children)]
        assert sum(marks) == section.maximum
        assert max(marks) - min(marks) == Fraction("0.01")


def test_every_reading_can_be_chosen() -> None:
    """Each alternative builds, and leaves every printed value as it is; W1 alone moves a value to another column."""
    tree = read_folder(find(ID))
    default = build_scheme(tree)
    printed = [[value.printed for value in values_of(leaf) if value] for _, leaf in default.all_leaves()]
    for reading in default.readings.values():
        for choice in reading.choices:
            other = build_scheme(tree, {reading.id: choice})
            now = [[value.printed for value in values_of(leaf) if value] for _, leaf in other.all_leaves()]
            apart = [index for index, (before, after) in enumerate(zip(printed, now, strict=True)) if before != after]
            assert apart == ([137] if reading.id == "W1" and choice != reading.default else []), (reading.id, choice)


def test_the_worked_cases_come_out() -> None:
    """Points computed by hand agree with the engine."""
    results = list(run_cases(ID))
    assert len(results) >= 30
    assert [(case.title, case.differences) for case in results if not case.ok] == []


def test_the_sample_year_is_complete(year: Outcome) -> None:
    """Nothing is missing; points by hand for a shortfall, a ceiling of 0 %, a level, and far more than asked."""
    unit = college(year)
    assert (unit.status, year.problems, unit.proposed) == ("complete", (), "优")
    points = {name: leaf.points for name, leaf in unit.leaves.items()}
    assert points["T62"] == Fraction("0.15")  # 3 of 5, 0.25
    assert points["T7"] == Fraction("1.12")  # 2.1 points over 0 %: 1.42 × 0.79
    assert points["T25"] == Fraction("0.60")  # 72 % of 0.83
    assert points["T110"] == Fraction("0.25")  # 341 of 250, with a reason
    assert points["T202"] == Fraction("3.28")  # 93.2 of 95, 3.34
    rate = execution_of(unit.unit).rate
    assert rate is not None
    assert round(rate * 100, 1) == Fraction("96.1")


def test_the_sample_half_year_is_complete(half_year: Monitoring) -> None:
    """On course, at risk and behind all occur; 74 rows ask nothing that can be measured; nothing is missing."""
    (unit,) = half_year.units
    assert half_year.problems == ()
    assert unit.counts == {"on_course": 113, "at_risk": 13, "behind": 4, "no_requirement": 74}
    behind = [one.leaf.id for one in unit.indicators if one.standing and one.standing.state == "behind"]
    assert behind == ["T13", "T50", "T105", "T172"]
    assert unit.planned == 15286
