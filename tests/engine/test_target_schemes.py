"""Target tables on the engine: shares of the full mark, money, grades by bands, what is asked and refused."""

from fractions import Fraction

import pytest

from assess.ground.place import ProblemsError
from assess.scheme.nodes import all_nodes
from assess.scheme.scheme import Scheme
from assess.scheme.target_table import TargetRow, table_of
from assess.words.document import as_document
from assess.year.canonical import evidence_sha256
from tests import small
from tests.small import assessed, evidence, unit
from tests.target_schemes import FIRST, GRADES, PARTS, TABLES, TARGET, WEIGHTS, target_scheme


def full_marks(scheme: Scheme, table: str) -> dict[str, str]:
    """The full mark of every node of a table."""
    return {node.id: str(node.maximum) for node in all_nodes(scheme.trees[table].nodes)}


def messages(scheme: Scheme, units: str) -> list[str]:
    """What is wrong with a year."""
    with pytest.raises(ProblemsError) as refused:
        evidence(units, scheme)
    return [str(problem) for problem in refused.value.problems]


def test_sections_share_by_weight_and_their_indicators_equally() -> None:
    """90 points go 50 : 30 : 10 to the sections; inside, every indicator below gets an equal share."""
    assert full_marks(target_scheme(), "first") == {
        "output": "50",
        "output.1": "1667/50",
        "output.2": "833/50",
        "benefit": "30",
        "satisfaction": "10",
        "T1": "1667/100",
        "T2": "1667/100",
        "T3": "833/50",
        "T4": "30",
        "T5": "10",
    }


def test_weights_are_scaled_to_the_sections_present() -> None:
    """Without satisfaction, 90 points go 50 : 30 to the other two."""
    assert full_marks(target_scheme(), "second") == {
        "output": "225/4",
        "benefit": "135/4",
        "T1": "225/4",
        "T2": "135/4",
    }


def test_an_indicator_may_weigh_more_than_its_neighbours() -> None:
    """`weight: 2` under shares: leaves counts for two."""
    heavy = TABLES.replace("{id: T1, label: 活动次数, rule", "{id: T1, label: 活动次数, weight: 2, rule", 1)
    marks = full_marks(target_scheme(heavy), "first")
    assert (marks["T1"], marks["T2"], marks["T3"]) == ("25", "25/2", "25/2")


@pytest.mark.parametrize("shares", ["equal", "leaves", "{output: 2, benefit: 1, satisfaction: 1}"])
def test_a_table_may_share_in_other_ways(shares: str) -> None:
    """Equal sections, equal indicators over all, or given weights."""
    tables = TABLES.replace("shares: weights", f"shares: {shares}", 1)
    if shares == "leaves":
        tables = tables.replace("      shares: leaves\n", "")
    marks = full_marks(target_scheme(tables), "first")
    assert (marks["output"], marks["T4"]) == {"equal": ("30", "30"), "leaves": ("54", "18")}.get(shares, ("45", "45/2"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id: benefit", "id: other", "方案的weights里没有“other”的权重"),
        (
            "label: 数量指标",
            "label: 数量指标\n          shares: equal",
            "上级已按shares: leaves分到每个指标，“output.1”不能再写shares",
        ),
        (
            "label: 数量指标",
            "label: 数量指标\n          max: 5",
            "“output.1”的满分由上级“output”的shares决定，不能再写max",
        ),
        (
            "id: T1, label: 活动次数",
            "id: T1, max: 5, label: 活动次数",
            "“T1”的满分由上级“output”的shares决定，不能再写max",
        ),
        (
            "label: 产出指标",
            "label: 产出指标\n      weight: 2",
            "只有上级写shares: leaves时，指标才能写weight（占几份）",
        ),
        (
            "label: 数量指标",
            "label: 数量指标\n          weight: 2",
            "只有上级写shares: leaves时，指标才能写weight（占几份）",
        ),
        ("shares: weights", "mark: weights", "没有“mark”这个键"),
        ("max: 90\n  shares: weights", "max: 90", "max（这张表的满分）和shares（怎样分）要一起写"),
        ("max: 90", "max: 90.001", "不能按shares分给下级指标"),
        ("id: T5", "id: funds", "“funds”是预算资金的编号，不能用作指标编号"),
        ("max: 90", "max: 0", "满分应大于0，这里是0"),
    ],
)
def test_a_table_that_cannot_be_shared_out_is_refused(old: str, new: str, message: str) -> None:
    """Every mistake in sharing is told with what to do."""
    with pytest.raises(ProblemsError) as refused:
        target_scheme(TABLES.replace(old, new, 1))
    assert message in "\n".join(str(problem) for problem in refused.value.problems)


def test_weights_must_be_declared() -> None:
    """shares: weights without weights names every section that has none."""
    with pytest.raises(ProblemsError, match="方案的weights里没有“output”的权重"):
        target_scheme(weights="{sections: {benefit: 1}}")


def test_mistakes_of_a_head_and_of_an_indicator_come_in_one_run() -> None:
    """A wrong key in the plan does not hide what is wrong with a rule further down, nor do wrong grades."""
    tables = TABLES.replace("title: 项目一绩效目标表", "titel: 项目一绩效目标表").replace("over: none", "over: ratio")
    with pytest.raises(ProblemsError) as refused:
        target_scheme(tables, grades="{bands: []}", monitoring="{from: 1}")
    told = "\n".join(str(problem) for problem in refused.value.problems)
    for part in (
        "“plan”没有“titel”这个键",
        "超过了不能按ratio计分",
        "“monitoring”没有“from”这个键",
        "“bands”至少要有2项",
    ):
        assert part in told


@pytest.mark.parametrize(("at", "shared"), [("first", {"first"}), ('"*"', {"first", "second"})])
def test_a_reading_changes_tables_by_their_ids(at: str, shared: set[str]) -> None:
    """An overlay names one table by its id, or all of them by *."""
    reading = f"""
U1:
  clause: 各表
  question: 怎样分？
  default: weights
  choices:
    weights: {{label: 按权重}}
    equal: {{label: 各部分平均, overlay: [{{at: [{at}, shares], put: equal}}]}}
"""
    default, other = (target_scheme(readings=reading, wanted=wanted) for wanted in (None, {"U1": "equal"}))
    changed = {name for name in ("first", "second") if full_marks(default, name) != full_marks(other, name)}
    assert changed == shared


def test_money_that_counts_has_a_plan() -> None:
    """A part for the execution rate without a plan could never be filled in; with a full mark of 0 it need not be."""
    tables = TABLES.replace("  plan: {title: 项目二绩效目标表}\n", "")
    with pytest.raises(ProblemsError, match="预算执行率要计分，“second”却没有写plan"):
        target_scheme(tables)
    parts = PARTS.replace("{projects: 10}", "{projects: 0}")
    assert target_scheme(tables, parts=parts).trees["second"].plan is None


WHOLE = """
- list: projects
  plan: {title: 整体目标表}
  indicators: [{id: A, label: 履职, max: 45, rule: {judged: {}}}]
- list: projects
  indicators: [{id: B, label: 效益, max: 45, rule: {judged: {}}}]
"""


def test_a_list_in_several_entries_has_one_plan() -> None:
    """The plan may stand with any of the entries; a second one is refused."""
    first, last = WHOLE, WHOLE.replace("  plan: {title: 整体目标表}\n", "") + "  plan: {title: 整体目标表}\n"
    for tables in (first, last):
        tree = target_scheme(tables).trees["projects"]
        assert tree.plan is not None
        assert [node.id for node in tree.nodes] == ["A", "B"]
    with pytest.raises(ProblemsError, match="已经在前面写过"):
        target_scheme(WHOLE + "  plan: {title: 又一张}\n")


def test_a_weight_of_nothing_is_refused() -> None:
    """A section that counts nothing is left out, not weighed with 0."""
    with pytest.raises(ProblemsError, match="“benefit”的权重应大于0"):
        target_scheme(weights="{sections: {output: 50, benefit: 0, satisfaction: 10}}")


def test_points_money_and_grade() -> None:
    """892 of 1,000 spent gives 8.92 of 10; with the indicators the project comes to 良."""
    result = unit(assessed(FIRST, target_scheme()), "first")
    assert {name: part.points for name, part in result.parts.items()} == {
        "execution": Fraction("8.92"),
        "targets": Fraction("12.5") + Fraction("11.67") + Fraction("16.66") + 30 + 10,
    }
    assert (result.total, result.proposed, result.status) == (Fraction("89.75"), "良", "complete")


@pytest.mark.parametrize(
    ("spent", "points"), [("0", "0"), ("1000", "10"), ("1100", "10"), ("999.99", "10"), ("999", "999/100")]
)
def test_execution_never_gives_more_than_its_full_mark(spent: str, points: str) -> None:
    """min(w, w × spent ÷ budget), rounded to two places."""
    result = unit(assessed(FIRST.replace("spent: 892", f"spent: {spent}"), target_scheme()), "first")
    assert str(result.parts["execution"].points) == points


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("budget: 1000, ", "", "项目一的预算资金缺“全年预算数”"),
        ("spent: 892, ", "", "项目一的预算资金缺“执行数”"),
        (", deviation: 招标节约", "", "项目一的预算资金缺“预算执行偏差原因”"),
        (", deviation: 两次延到下年", "", "项目一“T1 活动次数”缺“偏差原因分析及改进措施”"),
        (", percent: 70", "", "项目一“T2 制度建设”缺“达成百分比”"),
        ("T3: 0", "T3:", "项目一“T3 事故”缺“实际完成值”"),
        ("T5: 96", "T5: 100\n    T1: {actual: 10.4}", "项目一“T1 活动次数”缺“偏差原因分析及改进措施”"),
    ],
)
def test_what_is_missing_keeps_the_unit_unfinished(old: str, new: str, problem: str) -> None:
    """A missing number or reason is told; the unit has neither total nor grade."""
    text = FIRST.replace(old, new)
    if text.count("T1:") > 1:
        text = text.replace("    T1: {actual: 6, deviation: 两次延到下年}\n", "")
    outcome = assessed(text, target_scheme())
    result = unit(outcome, "first")
    assert [one.text for one in small.told(outcome)] == [problem]
    assert (result.status, result.total, result.proposed) == ("incomplete", None, None)


def test_a_budget_spent_to_the_last_cent_needs_no_reason() -> None:
    """Spent = budget: nothing deviates; and a scheme may ask for no reason at all."""
    whole = FIRST.replace("spent: 892, deviation: 招标节约", "spent: 1000")
    assert unit(assessed(whole, target_scheme()), "first").status == "complete"
    parts = """
execution: {label: 预算执行率, full: {projects: 10}, execution: {reason_demanded: false}}
targets: {label: 绩效指标, full: {projects: 90}, indicators: {partial: raw}}
"""
    part = FIRST.replace(", deviation: 招标节约", "")
    assert unit(assessed(part, target_scheme(parts=parts)), "first").status == "complete"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("T5: 96", "T5: 120", "“T5”的实际完成值是120%，允许≥0%且≤100%"),
        ("T3: 0", "T3: 没有", "“T3”的实际完成值：“没有”不是可用的数字"),
        ("actual: 6", "actual: 6人", "“T1”的实际完成值：“6人”不是可用的数字"),
        ("percent: 70", "percent: 85", "“T2”的达成百分比85%不在“部分达成”的范围里，允许≥60%且<80%"),
        ("level: 部分达成", "level: 部份达成", "“T2”的达成程度没有“部份达成”这一项"),
        ("budget: 1000", "budget: 0", "“funds”的全年预算数是0万元，允许>0万元"),
        ("deviation: 两次延到下年", "deviation: [延]", "“T1”的偏差原因分析及改进措施应为文字"),
    ],
)
def test_bad_values_are_refused_with_what_is_allowed(old: str, new: str, message: str) -> None:
    """A value out of bounds, in the wrong unit, or a text for a number is an error at its place."""
    assert any(message in one for one in messages(target_scheme(), FIRST.replace(old, new)))


def test_a_wrong_percentage_says_which_level_it_is() -> None:
    """85 % is 达成, not 部分达成: the hint says so, at the place of the percentage."""
    (message,) = messages(target_scheme(), FIRST.replace("percent: 70", "percent: 85"))
    assert message.startswith("year.yaml:12:32: ")
    assert "85%是“达成”" in message


@pytest.mark.parametrize(
    ("actual", "grade"),
    [
        ("100", "优"),
        ("90", "优"),
        ("89.99", "良"),
        ("80", "良"),
        ("79.99", "中"),
        ("60", "中"),
        ("59.99", "差"),
        ("0", "差"),
    ],
)
def test_the_edges_of_the_grades(actual: str, grade: str) -> None:
    """优 [90, 100], 良 [80, 90), 中 [60, 80), 差 [0, 60): on, below and above each edge."""
    bands = target_scheme().grades
    assert bands is not None
    assert bands.label(Fraction(actual), Fraction(100)) == grade
    assert bands.label(Fraction(actual) * 2, Fraction(200)) == grade


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("at_least: 80, below: 90", "at_least: 80, below: 89", "“良”应从“优”的90以下开始"),
        ("at_least: 80, below: 90", "below: 90", "“中”应从“良”的下限（at_least）以下开始"),
        ("at_most: 100", "at_most: 99", "满分（100）不在“优”里"),
        ("at_least: 0, below: 60", "at_least: 1, below: 60", "0分不在“差”里"),
        ("label: 良", "label: 优", "等次的名称不能相同"),
    ],
)
def test_bands_cover_every_total_once(old: str, new: str, message: str) -> None:
    """A gap, an overlap, a total without grade or two grades of one name are refused."""
    with pytest.raises(ProblemsError, match="错误") as refused:
        target_scheme(grades=GRADES.replace(old, new))
    assert message in "\n".join(str(problem) for problem in refused.value.problems)


def test_the_outer_bands_need_no_outer_edges() -> None:
    """The best grade may be open above, the worst open below."""
    open_bands = GRADES.replace(", at_most: 100", "").replace("at_least: 0, ", "")
    bands = target_scheme(grades=open_bands).grades
    assert bands is not None
    assert (bands.label(Fraction(101), Fraction(100)), bands.label(Fraction(-1), Fraction(100))) == ("优", "差")


def test_grades_are_by_quota_or_by_bands() -> None:
    """A scheme with both ways to grade is refused."""
    selection = "{labels: {excellent: 优, qualified: 中, failed: 差}, clause: 一, quota: {projects: 1}}"
    with pytest.raises(ProblemsError, match="只能写一种"):
        target_scheme(selection=selection)


def test_people_decide_the_grade() -> None:
    """A decision stands beside the proposal; only the grades of the bands may be decided, and no bars or awards."""
    decision = "decisions:\n  - {unit: first, kind: grade, grade: 中, reason: 复核, by: 领导小组, at: 2019-09-01}\n"
    result = unit(assessed(FIRST + decision, target_scheme()), "first")
    assert (result.proposed, result.decided) == ("良", "中")
    (wrong,) = messages(target_scheme(), FIRST + decision.replace("grade: 中", "grade: 优秀"))
    assert "没有“优秀”这个等次" in wrong
    barred = decision.replace("kind: grade, grade: 中", "kind: bar, bar: 事故")
    assert "没有“事故”这条否决情形" in messages(target_scheme(), FIRST + barred)[0]


def test_a_proposal_waits_for_its_own_unit_only() -> None:
    """Another project that lacks values does not hold back a grade by bands."""
    other = "- {id: second, name: 项目二, type: project, table: second}\n"
    outcome = assessed(FIRST + other, target_scheme())
    assert (unit(outcome, "first").proposed, unit(outcome, "second").proposed) == ("良", None)


def test_the_document_tells_the_money() -> None:
    """The part of the budget says what it was computed from."""
    outcome = assessed(FIRST + "- {id: second, name: 项目二, type: project, table: second}\n", target_scheme())
    first, second = (one["parts"]["execution"] for one in as_document(outcome, trace=True)["lists"][0]["units"])
    assert first == {"budget": "1000", "spent": "892", "points": "8.92", "full": "10.00"}
    assert second == {"budget": None, "spent": None, "points": None, "full": "10.00"}


def test_the_stage_is_content_of_the_evidence() -> None:
    """Half-year values are another year's evidence than the same values at its end; a plain year keeps its hash."""
    scheme = target_scheme()
    whole, half = evidence(FIRST, scheme), evidence(FIRST + "stage: half_year\n", scheme)
    assert (whole.stage, half.stage) == ("year", "half_year")
    assert evidence_sha256(whole) != evidence_sha256(half)
    assert evidence_sha256(evidence(FIRST + "stage: year\n", scheme)) == evidence_sha256(whole)


def test_the_printed_table() -> None:
    """A row for each indicator with the names of its levels and its printed value; other trees have no such table."""
    table = table_of(target_scheme().trees["first"])
    assert table is not None
    assert table.plan.title == "项目一绩效目标表"
    assert table.rows[0] == TargetRow(("产出指标", "数量指标", "活动次数"), "", ("≥8次",))
    assert [row.values for row in table.rows] == [("≥8次",), ("健全",), ("0次",), ("95%",), ("≥95%",)]
    assert table_of(target_scheme().trees["projects"]) is None


@pytest.mark.parametrize(
    ("layout", "values"),
    [
        ("{period_values: [半年指标值, 全年指标值]}", [("≥4次", "≥8次"), ("", "健全")]),
        ("{period_values: [实施周期指标值, 年度指标值], cycle_first: true}", [("≥8次", "≥8次"), ("健全", "健全")]),
    ],
)
def test_two_columns_of_values(layout: str, values: list[tuple[str, str]]) -> None:
    """Half-year values stand before those of the year, blank where there is none; cycle values repeat the year's."""
    tables = TABLES.replace("title: 项目一绩效目标表", f"title: 项目一绩效目标表\n    layout: {layout}")
    table = table_of(target_scheme(tables).trees["first"])
    assert table is not None
    assert [row.values for row in table.rows[:2]] == values


def test_full_marks_stand_in_a_row_where_the_table_prints_them() -> None:
    """With a heading for them in the layout each row has its indicator's, else none has any."""
    plain = table_of(target_scheme().trees["first"])
    tables = TABLES.replace("title: 项目一绩效目标表", "title: 项目一绩效目标表\n    layout: {points: 分值}")
    with_points = table_of(target_scheme(tables).trees["first"])
    assert plain is not None
    assert with_points is not None
    assert [row.points for row in plain.rows] == [None] * 5
    third = Fraction("16.67")
    assert [row.points for row in with_points.rows] == [third, third, Fraction("16.66"), 30, 10]


def test_a_row_that_is_no_target_is_not_printed() -> None:
    """A judged indicator in a target table has no value to print."""
    tables = TABLES.replace(f"id: T2, label: 培训人数, rule: {TARGET}", "id: T2, label: 评议, rule: {judged: {}}")
    table = table_of(target_scheme(tables).trees["second"])
    assert table is not None
    assert [row.levels[-1] for row in table.rows] == ["活动次数"]


def test_the_plan_adds_up_its_top_lines() -> None:
    """Lines that are part of another are not added; an unknown amount leaves the sum open."""
    plan = target_scheme().trees["first"].plan
    assert plan is not None
    assert [plan.budget, plan.planned_half, plan.planned_full] == [1000, 400, 1000]
    tables = TABLES.replace("full: 1000}]", "full: 1000}, {label: 其中, part_of: 项目支出, full: 1}, {label: 另}]")
    unknown = target_scheme(tables).trees["first"].plan
    assert unknown is not None
    assert unknown.planned_half is None
    none = target_scheme().trees["second"].plan
    assert none is not None
    assert (none.budget, none.planned_full) == (None, None)


def test_weights_say_where_they_come_from() -> None:
    """The origin of default weights is kept, so that paper can say it."""
    weights = target_scheme(weights=WEIGHTS).weights
    assert weights is not None
    assert weights.origin == "默认"
