"""The 88 indicators of xuzhou-2022: what the document prints, how it is read, and the samples."""

import re
from collections import Counter
from fractions import Fraction

import pytest

from assess.engine.monitoring import UnitMonitoring
from assess.engine.outcome import UnitResult
from assess.rules.grammar.target_value import TargetValue
from assess.rules.target import Target
from assess.scheme.nodes import Group, Leaf
from assess.scheme.scheme import IndicatorTree, Scheme
from assess.scheme.target_table import TargetTable, table_of
from assess.services.cases import run_cases
from assess.services.monitoring import watch
from assess.services.schemes import find, open_scheme
from assess.services.scoring import score
from assess.services.source import FileSource

ID = "xuzhou-2022"

SIGNS = {"≥": "at_least", "＝": "equal"}

#: What may not happen, printed in words; one case of it costs the whole full mark.
NO_ACCIDENT = ("T80", "T81", "T83")


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    """The scheme with every default."""
    return open_scheme(ID)


@pytest.fixture(scope="module")
def year() -> UnitResult:
    """The school in the sample year, scored."""
    outcome = score(FileSource(ID, find(ID) / "sample" / "year.yaml"))
    assert outcome.problems == ()
    result = outcome.unit("institution")
    assert result is not None
    return result


@pytest.fixture(scope="module")
def half_year() -> UnitMonitoring:
    """The school in the sample half-year, watched."""
    monitoring = watch(FileSource(ID, find(ID) / "sample" / "half_year.yaml"))
    assert monitoring.problems == ()
    return monitoring.units[0]


def tree_of(scheme: Scheme) -> IndicatorTree:
    """The only table."""
    (tree,) = scheme.trees.values()
    return tree


def printed_table(scheme: Scheme) -> TargetTable:
    """The table as it is printed back."""
    table = table_of(tree_of(scheme))
    assert table is not None
    return table


def both_values(leaf: Leaf) -> tuple[TargetValue, TargetValue]:
    """Half-year and full-year value; every row has both."""
    assert leaf.aimed is not None
    values = leaf.aimed.target_values()
    half, full = values
    assert half is not None
    return half, full


def form(printed: str) -> str:
    """The sign in front, or text."""
    return printed[0] if printed[0] in SIGNS else "text"


def test_88_indicators_in_the_order_of_the_document(scheme: Scheme) -> None:
    """履职 86, 效益 1, 满意度 1, numbered T1 to T88."""
    rows = printed_table(scheme).rows
    assert Counter(row.levels[0] for row in rows) == {"履职": 86, "效益": 1, "满意度": 1}
    assert [leaf.id for _, leaf in scheme.all_leaves()] == [f"T{number}" for number in range(1, 89)]


def test_the_printed_forms_are_as_many_as_in_the_document(scheme: Scheme) -> None:
    """78 ≥, 4 ＝, 6 texts; a row has the same form at half-year; 32 rows have a half-year value of 0."""
    rows = printed_table(scheme).rows
    assert Counter(form(row.values[1]) for row in rows) == {"≥": 78, "＝": 4, "text": 6}
    assert [form(row.values[0]) for row in rows] == [form(row.values[1]) for row in rows]
    assert sum(re.match(r"[≥＝]0\D", row.values[0]) is not None for row in rows) == 32


def test_the_indicators_by_duty(scheme: Scheme) -> None:
    """11 duties and 29 main tasks; 职能5 and 职能7 have the same name."""
    rows = [row.levels for row in printed_table(scheme).rows if row.levels[0] == "履职"]
    duties = {levels[1]: 0 for levels in rows} | Counter(levels[1] for levels in rows)
    assert list(duties.values()) == [4, 15, 3, 30, 3, 10, 5, 6, 1, 1, 8]
    assert len({levels[1:3] for levels in rows}) == 29
    assert [duty for duty in duties if duty.endswith("承担职业学校教育")] == [
        "职能5：承担职业学校教育",
        "职能7：承担职业学校教育",
    ]


@pytest.mark.parametrize(
    ("number", "levels", "values"),
    [
        (1, ("履职", "职能1：提升职业教育现代化水平", "教学硬件投入", "会计实训基地"), ("＝0个", "＝1个")),
        (9, ("履职", "职能2：营造良好育人环境", "主题活动", "开展读书月主题活动"), ("≥6次", "≥12次")),
        (54, ("履职", "职能5：承担职业学校教育", "就业", "学生推荐就业率"), ("≥95%", "≥95%")),
        (57, ("履职", "职能6:党建引领内涵提升", "党建活动", "学院全面从严治党大会"), ("≥1次", "≥1次")),
        (66, ("履职", "职能7：承担职业学校教育", "招生", "与高校对接，联办3+3分段培养"), ("≥0人", "≥240人")),
        (87, ("效益", "社会效益", "学生推荐就业率"), ("≥95%", "≥95%")),
        (88, ("满意度", "服务对象满意度", "学生满意率"), ("≥95%", "≥95%")),
    ],
)
def test_rows_are_printed_back_literally(
    number: int, levels: tuple[str, ...], values: tuple[str, ...], scheme: Scheme
) -> None:
    """Names and values as printed, without the blanks of the layout; one indicator stands in two sections."""
    row = printed_table(scheme).rows[number - 1]
    assert (row.levels, row.values) == (levels, values)


def test_the_head_of_the_table(scheme: Scheme) -> None:
    """9366.24 万元; 对应项目 is filled in for one row only."""
    table = printed_table(scheme)
    assert table.plan.budget == Fraction("9366.24")
    assert table.plan.layout.period_values == ("半年指标值", "全年指标值")
    assert [(row.levels[-1], row.description) for row in table.rows if row.description] == [
        ("完成二标段总工程程度", "校区扩建")
    ]


def test_every_number_is_read_as_it_is_printed(scheme: Scheme) -> None:
    """Sign, number and unit of both values; what is in words and may not happen is at most 0."""
    for _, leaf in scheme.all_leaves():
        for value in both_values(leaf):
            match = re.fullmatch(r"([≥＝])(\d+)(\D+)", value.printed)
            if match is not None:
                sign, number, unit = match.groups()
                assert (value.operator, value.amount, value.unit) == (SIGNS[sign], Fraction(number), unit), leaf.id
            elif leaf.id in NO_ACCIDENT:
                assert (value.operator, value.amount) == ("at_most", Fraction(0)), leaf.id
            else:
                assert (value.operator, value.printed) == (None, "保障供应"), leaf.id


def test_a_half_year_value_of_0_asks_nothing(scheme: Scheme) -> None:
    """The 32 rows with 0 cannot be measured, those without an accident can; nothing else is 0."""
    halves = {leaf.id: both_values(leaf)[0] for _, leaf in scheme.all_leaves()}
    assert sum(half.amount == 0 and not half.is_measurable for half in halves.values()) == 32
    assert {name for name, half in halves.items() if half.amount == 0 and half.is_measurable} == set(NO_ACCIDENT)


def test_rates_end_at_100(scheme: Scheme) -> None:
    """No rate of this document can exceed 100 %; numbers of people and events have no end."""
    rules = {leaf.id: leaf.rule for _, leaf in scheme.all_leaves() if isinstance(leaf.rule, Target)}
    assert {name for name, rule in rules.items() if rule.full.unit == "%"} == {
        name for name, rule in rules.items() if rule.possible.at_most == 100
    }


def test_the_sections_share_100_points(scheme: Scheme) -> None:
    """40 : 20 : 10 scaled to 100; inside 履职 the first 38 indicators have the spare cents."""
    tree = tree_of(scheme)
    maxima = {leaf.id: leaf.maximum for _, leaf in scheme.all_leaves()}
    assert [(node.id, node.maximum) for node in tree.nodes if isinstance(node, Group)] == [
        ("duty", Fraction("57.14")),
        ("benefit", Fraction("28.57")),
        ("satisfaction", Fraction("14.29")),
    ]
    assert [maxima[name] for name in ("T1", "T38", "T39", "T86")] == [
        Fraction(one) for one in ("0.67", "0.67", "0.66", "0.66")
    ]
    assert sum(maximum or 0 for maximum in maxima.values()) == 100


def test_the_worked_cases_agree() -> None:
    """Every case that was computed by hand gives the same points."""
    results = list(run_cases(ID))
    assert len(results) >= 13
    assert [(result.title, result.differences) for result in results if not result.ok] == []


@pytest.mark.parametrize(
    ("leaf", "points"),
    [
        ("T4", "0.6"),  # 0.67 × 54 ÷ 60 = 0.603
        ("T8", "0.54"),  # 0.67 × 4 ÷ 5 = 0.536
        ("T11", "0.54"),  # 0.67 × 8 ÷ 10 = 0.536
        ("T28", "0.54"),  # 0.67 × 16 ÷ 20 = 0.536
        ("T38", "0.54"),  # 0.67 × 4 ÷ 5 = 0.536
        ("T39", "0.66"),  # 135 % of the target, with a reason
        ("T48", "0.33"),  # 0.66 × 1 ÷ 2
        ("T55", "0.64"),  # 0.66 × 1742 ÷ 1800 = 0.6387…
        ("T77", "0.58"),  # 0.66 × 528 ÷ 600 = 0.5808
        ("T84", "0.5"),  # 0.66 × 75 % = 0.495
        ("T85", "0.65"),  # 0.66 × 73.6 ÷ 75 = 0.6476…
        ("T86", "0.63"),  # 0.66 × 95 % = 0.627
        ("T88", "14.11"),  # 14.29 × 93.8 ÷ 95 = 14.1094…
    ],
)
def test_the_sample_year_shows_what_can_happen(leaf: str, points: str, year: UnitResult) -> None:
    """Worked out by hand."""
    assert year.leaves[leaf].points == Fraction(points)


def test_the_sample_year_s_total(year: UnitResult) -> None:
    """100 less 0.07 + 4 × 0.13 + 0.33 + 0.02 + 0.08 + 0.16 + 0.01 + 0.03 + 0.18; the execution is not scored."""
    assert (year.status, year.total, year.proposed) == ("complete", Fraction("98.6"), "优")


def test_the_sample_half_year_has_every_state(half_year: UnitMonitoring) -> None:
    """32 rows ask nothing; the 45 others that are on course are reached."""
    assert half_year.counts == {"behind": 4, "at_risk": 7, "on_course": 45, "no_requirement": 32}
    states = {one.leaf.id: one.standing.state for one in half_year.indicators if one.standing is not None}
    assert [name for name, state in states.items() if state == "behind"] == ["T10", "T24", "T62", "T81"]
    assert all(one.deviation for one in half_year.indicators if states[one.leaf.id] in ("behind", "at_risk"))


def test_equal_rows_leave_the_two_single_indicators_little(year: UnitResult) -> None:
    """Without sections every indicator has 1.14 or 1.13 points, and what 满意度 falls short of counts less."""
    other = score(FileSource(ID, find(ID) / "sample" / "year.yaml"), {"W1": "rows"}).unit("institution")
    assert other is not None
    points = {name: (year.leaves[name].points, other.leaves[name].points) for name in ("T1", "T57", "T87", "T88")}
    assert points == {
        "T1": (Fraction("0.67"), Fraction("1.14")),
        "T57": (Fraction("0.66"), Fraction("1.13")),
        "T87": (Fraction("28.57"), Fraction("1.13")),
        "T88": (Fraction("14.11"), Fraction("1.12")),  # 1.13 × 93.8 ÷ 95 = 1.1157…
    }
