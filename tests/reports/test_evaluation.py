"""What a person adds up on a self-evaluation gives the printed total."""

from decimal import Decimal
from pathlib import Path

import pytest

from assess.engine.outcome import Outcome
from assess.reports.delivery import Kind, deliver
from assess.reports.documents import outcome_papers
from assess.reports.targets.evaluation import evaluation
from assess.reports.targets.evaluation_context import Evaluation, EvaluationRow
from tests.reports.target_schemes import FACTS, outcome_of, shipped_outcome
from tests.reports.test_documents import pages

SHIPPED = ["xuzhou-2022", "changzhou-2026", "guangzhou-2025", "tianjin-projects"]


def pages_of(outcome: Outcome) -> list[Evaluation]:
    """The self-evaluations of all units that take part."""
    return [
        evaluation(result, result.tree.plan, outcome)
        for one in outcome.lists
        for result in one.units
        if result.tree.plan is not None
    ]


def page_of(outcome: Outcome) -> Evaluation:
    """The only one."""
    (page,) = pages_of(outcome)
    return page


def row_of(page: Evaluation, name: str) -> EvaluationRow:
    """A line by its id."""
    return next(row for row in page.rows if row.id == name)


def added(page: Evaluation, column: str) -> Decimal:
    """Add a column as a person would, checking subtotals, parts and total on the way."""
    section = sections = parts = Decimal(0)
    for row in page.rows:
        value = Decimal(getattr(row, column))
        if row.kind == "leaf":
            section += value
        elif row.kind == "subtotal":
            assert value == section, row.label
            sections, section = sections + section, Decimal(0)
        elif row.kind == "part":
            assert value in (sections, Decimal(getattr(page.money, column, "0").replace("—", "0")))
            parts += value
        else:
            assert row.kind == "total"
            assert value == parts
    return parts


@pytest.mark.parametrize("name", SHIPPED)
def test_every_sheet_adds_up(name: str) -> None:
    """Points and full marks of the lines give subtotals, parts and the total of the result, for every unit."""
    outcome = shipped_outcome(name)
    results = [result for one in outcome.lists for result in one.units]
    for result, page in zip(results, pages_of(outcome), strict=True):
        assert result.total is not None
        assert added(page, "points") == Decimal(str(float(result.total)))
        assert added(page, "full") == 100


def test_the_small_sheet_line_by_line(tmp_path: Path) -> None:
    """Target, actual value, full mark, points and reason of each line; a ratio and a level as they are read."""
    page = page_of(outcome_of(tmp_path))
    assert [(row.label, row.target, row.actual, row.full, row.points) for row in page.rows] == [
        ("开展活动次数", "≥8次", "6次", "12.50", "9.38"),
        ("管理制度", "健全", "部分达成（70%）", "12.50", "8.75"),
        ("设备台数", "＝30台", "30台", "12.50", "12.50"),
        ("安全事故", "0次", "0次", "12.50", "12.50"),
        ("产出指标 小计", "", "", "50.00", "43.13"),
        ("师生比", "1:20", "1:22", "30.00", "27.27"),
        ("效益指标 小计", "", "", "30.00", "27.27"),
        ("学生满意度", "≥95%", "96.5%", "10.00", "10.00"),
        ("满意度指标 小计", "", "", "10.00", "10.00"),
        ("预算执行率", "", "", "10.00", "8.92"),
        ("绩效指标", "", "", "90.00", "80.40"),
        ("总分", "", "", "100.00", "89.32"),
    ]
    assert row_of(page, "leaf-T5").inputs == "教师数50人、学生数1100人"
    assert row_of(page, "leaf-T1").reason == "两次延到下年"
    assert row_of(page, "leaf-T1").how == "没有达到指标值≥8次，完成75%，按比例计9.375分"
    assert row_of(page, "leaf-T3").how == ""
    assert row_of(page, "total").reason == "拟定等次：良　决定等次：尚未决定"


def test_the_money_is_a_line_of_its_own(tmp_path: Path) -> None:
    """The budget of the plan, the adjusted one, what was spent, the rate, and the points of the part."""
    money = page_of(outcome_of(tmp_path)).money
    assert (money.initial, money.budget, money.spent) == ("500.00", "520.00", "463.90")
    assert (money.full, money.rate, money.points, money.reason) == ("10.00", "89.21%", "8.92", "招标节约")


def test_without_a_part_for_the_money_there_are_no_points() -> None:
    """Where the execution rate is no part of the total, its mark and points are dashes."""
    page = page_of(shipped_outcome("xuzhou-2022"))
    assert (page.money.full, page.money.points) == ("—", "—")
    assert page.money.rate.endswith("%")
    assert [row.kind for row in page.rows[-2:]] == ["part", "total"]


def test_missing_is_not_zero(tmp_path: Path) -> None:
    """What is not entered says 未填, its sums 未完成; a value whose reason is missing is still printed."""
    facts = "      funds: {budget: 520, spent: 463.9}\n      T1: 6\n      T3: 30\n      T4: 0\n      T6: 96\n"
    page = page_of(outcome_of(tmp_path, facts))
    first = row_of(page, "leaf-T1")
    assert (first.actual, first.points, first.reason, first.state) == ("6次", "未填", "未填", "missing")
    assert (row_of(page, "leaf-T2").actual, row_of(page, "leaf-T5").actual) == ("未填", "未填")
    assert row_of(page, "leaf-T4").points == "12.50"
    assert row_of(page, "subtotal-output").points == "未完成"
    assert row_of(page, "subtotal-satisfaction").points == "10.00"
    assert row_of(page, "total").points == "未完成"
    assert row_of(page, "total").reason.startswith("拟定等次：—")
    assert (page.money.rate, page.money.points, page.money.reason) == ("89.21%", "未完成", "未填")
    assert page.notices[0] == "未完成：还有没填的数据"
    assert page.notices[1].startswith("未填（")


def test_nothing_entered_at_all(tmp_path: Path) -> None:
    """An empty sheet prints 未填 for the money, too, and can be filled in by hand."""
    page = page_of(outcome_of(tmp_path, "      T4: 0\n"))
    assert (page.money.budget, page.money.spent, page.money.rate) == ("未填", "未填", "—")
    assert (page.expected, page.achieved) == (("1. 建成中心", "2. 投入使用"), "")


def test_a_division_by_zero_has_no_value(tmp_path: Path) -> None:
    """A ratio of nothing to something is 0; one that cannot be computed shows what was entered."""
    facts = FACTS.replace("teachers: 50, students: 1100", "teachers: 0, students: 1100")
    page = page_of(outcome_of(tmp_path, facts))
    assert row_of(page, "leaf-T5").actual == "0"


@pytest.mark.parametrize(
    ("row", "entered", "instead", "said"),
    [
        ("T1", "actual: 6,", "actual: 6.123456,", "6.123456次"),
        ("T6", "T6: 96.5", "T6: 96.123456", "96.123456%"),
        ("T2", "percent: 70,", "percent: 70.123456,", "部分达成（70.123456%）"),
        ("T5", "teachers: 50,", "teachers: 55,", "1:20"),
        ("T5", "teachers: 50,", "teachers: 51,", "≈1:21.5686"),
        ("T5", "teachers: 50, students: 1100", "teachers: 50000, students: 1000001", "1:20.00002"),
    ],
)
def test_a_rounded_value_says_that_it_is_rounded(
    tmp_path: Path, row: str, entered: str, instead: str, said: str
) -> None:
    """What was entered stands as it was; what a formula gives says ≈ where it is rounded, and never onto its target."""
    assert entered in FACTS
    page = page_of(outcome_of(tmp_path, FACTS.replace(entered, instead)))
    assert row_of(page, f"leaf-{row}").actual == said


def test_where_the_defaults_come_from(tmp_path: Path) -> None:
    """Weights and grade lines that the document does not print say so; a reading that departs is on top."""
    page = page_of(outcome_of(tmp_path, W1="strict"))
    assert page.remarks == (
        "权重：原文没有印出权重，这是默认",
        "等次（总分占满分的百分比）：优≥90且≤100，良≥80且<90，中≥60且<80，差≥0且<60；原文没有印出等次线，这是默认",
    )
    assert page.notices == ("理解W1采用“大于才算”，不是默认的“按比例”（第6行：学生满意度怎样扣）",)


def test_people_decide_the_grade(tmp_path: Path) -> None:
    """A decision stands beside the proposal."""
    more = "decisions:\n  - {unit: p1, kind: grade, grade: 中, reason: 复核, by: 评审组, at: 2025-02-01}\n"
    page = page_of(outcome_of(tmp_path, more=more))
    assert row_of(page, "total").reason == "拟定等次：良　决定等次：中"


def test_words_of_the_office_stand_below_the_reason(tmp_path: Path) -> None:
    """The office's own reason and note follow the unit's."""
    facts = FACTS.replace("deviation: 两次延到下年", "deviation: 两次延到下年, reason: 已核对, note: 见台账")
    assert row_of(page_of(outcome_of(tmp_path, facts)), "leaf-T1").reason == "两次延到下年\n已核对\n见台账"


def test_the_paper_is_whole(tmp_path: Path) -> None:
    """The PDF has every column, the goals with what became of them, the mark of made-up data, lines to sign."""
    written = deliver(outcome_papers(outcome_of(tmp_path)), tmp_path / "out", kinds=[Kind.PDF])
    assert [path.name for path in written.files] == ["项目-01-实训中心-绩效自评表.pdf", "项目-绩效自评汇总表.pdf"]
    assert written.problems == ()
    text = "".join(pages(written.files[0]))
    for words in (
        "年初预算数全年预算数（A）全年执行数（B）分值执行率（B/A）得分",
        "一级指标二级指标三级指标年度指标值实际完成值分值得分偏差原因分析及改进措施",
        "预期目标实际完成情况1.建成中心2.投入使用已建成",
        "样例数据（虚构）",
        "总分100.0089.32",
        "填表人（签字）",
        "张三",
        "全校的活动",
    ):
        assert words in text


def test_a_real_year_has_no_banner(tmp_path: Path) -> None:
    """Only made-up data is marked."""
    written = deliver(outcome_papers(outcome_of(tmp_path, head="")), tmp_path / "out", kinds=[Kind.PDF])
    assert "样例数据" not in "".join(pages(written.files[0]))


def test_names_from_the_data_are_not_obeyed(tmp_path: Path) -> None:
    """A reason that looks like HTML is printed."""
    facts = FACTS.replace("deviation: 两次延到下年", "deviation: '<script>alert(1)</script>'")
    written = deliver(outcome_papers(outcome_of(tmp_path, facts)), tmp_path / "out", kinds=[Kind.PDF])
    assert "<script>alert(1)</script>" in "".join(pages(written.files[0]))
