"""The half-year sheet: states and money, never a score."""

import re
from pathlib import Path

import pytest

from assess.engine.monitoring import Monitoring
from assess.reports.delivery import Kind, deliver
from assess.reports.targets.monitoring_context import MonitoringPage, MonitoringRow
from assess.reports.targets.monitoring_page import monitoring_page
from assess.reports.targets.papers import half_year_summary_papers, monitoring_papers
from tests.reports.target_schemes import HALF_FACTS, monitoring_of, shipped_monitoring
from tests.reports.test_documents import pages


def page_of(monitoring: Monitoring) -> MonitoringPage:
    """The only sheet."""
    (watched,) = monitoring.units
    assert watched.tree.plan is not None
    return monitoring_page(watched, watched.tree.plan, monitoring, "e" * 64)


def row_of(page: MonitoringPage, name: str) -> MonitoringRow:
    """A line by the indicator's id."""
    return next(row for row in page.rows if row.id == f"leaf-{name}")


def test_each_indicator_has_a_state(tmp_path: Path) -> None:
    """Half-year value, actual value and state of each line; what asks nothing and is not entered has a dash."""
    page = page_of(monitoring_of(tmp_path))
    assert [(row.label, row.half, row.full, row.actual, row.state) for row in page.rows] == [
        ("开展活动次数", "≥4次", "≥8次", "3次", "滞后"),
        ("管理制度", "制定", "健全", "达成", "正常"),
        ("设备台数", "≥0台", "＝30台", "—", "无可衡量要求"),
        ("安全事故", "0次", "0次", "0次", "正常"),
        ("师生比", "—", "1:20", "—", "无可衡量要求"),
        ("学生满意度", "≥90%", "≥95%", "75%", "有风险"),
    ]
    assert row_of(page, "T1").reason == "三月起才有场地"
    assert row_of(page, "T1").look == "behind"


def test_states_are_counted(tmp_path: Path) -> None:
    """Every state with its number, also those with none."""
    page = page_of(monitoring_of(tmp_path, HALF_FACTS.replace("      T4: 0\n", "")))
    assert [(count.label, count.number) for count in page.counts] == [
        ("正常", "1"),
        ("有风险", "1"),
        ("滞后", "1"),
        ("无可衡量要求", "2"),
        ("未填", "1"),
    ]
    assert (row_of(page, "T4").actual, row_of(page, "T4").state, row_of(page, "T4").look) == ("未填", "未填", "missing")


def test_the_money_beside_its_plan(tmp_path: Path) -> None:
    """Budget, planned and spent by the middle of the year, and both rates."""
    money = page_of(monitoring_of(tmp_path)).money
    assert (money.budget, money.planned, money.spent) == ("520.00", "190.50", "182.00")
    assert (money.rate, money.planned_rate) == ("35.00%", "38.10%")


def test_changzhou_against_its_own_plan() -> None:
    """The printed plan of 常州 comes to 40.07 % by the middle of the year."""
    assert page_of(shipped_monitoring("changzhou-2026")).money.planned_rate == "40.07%"


def test_without_a_plan_there_is_a_dash() -> None:
    """A document that plans no half-year has no planned amount."""
    money = page_of(shipped_monitoring("xuzhou-2022")).money
    assert (money.planned, money.planned_rate) == ("—", "—")


def test_money_that_is_not_entered(tmp_path: Path) -> None:
    """It says 未填 and has no rate."""
    money = page_of(monitoring_of(tmp_path, "      T4: 0\n")).money
    assert (money.budget, money.spent, money.rate) == ("未填", "未填", "—")


def test_the_line_says_where_it_comes_from(tmp_path: Path) -> None:
    """What the states mean, the line between them, and that nothing is scored."""
    page = page_of(monitoring_of(tmp_path))
    assert "80%" in page.remarks[0]
    assert "原文没有印出这条线，这是默认" in page.remarks[0]
    assert page.remarks[1] == "半年监控只看进度，不计分"


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_no_score_at_half_year(tmp_path: Path, kind: str) -> None:
    """Neither sheet nor summary has a column of marks, a total or a grade."""
    written = deliver(
        [*monitoring_papers(monitoring_of(tmp_path)), *half_year_summary_papers(monitoring_of(tmp_path))],
        tmp_path / "out",
        kinds=[Kind(kind)],
    )
    assert len(written.files) == 2
    for path in written.files:
        text = "".join(pages(path)) if kind == "pdf" else _cells(path)
        assert "半年监控" in text
        assert not re.search("分值|得分|总分|等次|满分", text)
        assert "样例数据（虚构）" in text


def _cells(path: Path) -> str:
    from openpyxl import load_workbook

    (sheet,) = load_workbook(path).worksheets
    return " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)
