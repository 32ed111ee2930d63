"""Target tables with what a scheme may also say: other rules, exemptions, no levels above, nobody who takes part."""

from pathlib import Path

import pytest

from assess.engine.outcome import Outcome
from assess.reports import page_breaks, pdf
from assess.reports.delivery import deliver
from assess.reports.documents import outcome_papers
from assess.reports.targets.charts import Chart
from assess.reports.targets.evaluation_context import Evaluation, EvaluationRow
from assess.reports.targets.monitoring_context import MonitoringPage
from assess.reports.targets.papers import half_year_summary_papers, monitoring_papers
from assess.reports.targets.summary_context import Summary
from tests.reports.target_schemes import (
    FACTS,
    MADE_UP,
    SCHEME,
    evidence_text,
    monitoring_of,
    outcome_of,
    scheme_of,
    scored,
)
from tests.reports.test_evaluation import page_of, row_of

#: Two types in one table: a judged indicator at the top for one of them alone; a money of no part in the total.
MIXED = """\
id: projects
title: 混合
source: {document: 绩效目标表}
period: {from: 2024-09-01, to: 2025-08-31}
lists: {projects: {label: 项目}}
unit_types:
  project: {label: 项目, list: projects}
  other: {label: 其他, list: projects}
parts:
  targets: {label: 绩效指标, full: {projects: 100}, indicators: {partial: convert}}
targets:
  - list: projects
    plan: {title: 绩效目标表, layout: {levels: [指标], period_values: [指标值]}}
    indicators:
      - id: A
        label: 产出
        max: 60
        only: [project]
        indicators:
          - id: T1
            label: 使用率
            max: 60
            inputs: {used: {label: 使用数, unit: 台}, all: {label: 总数, unit: 台}}
            rule: {target: {value: used / all * 100, full: {printed: ≥80%, at_least: 80, unit: "%"}}}
      - id: T2
        label: 评议
        max: 40
        evidence: {meetings: {label: 会议, unit: 次}}
        rule: {judged: {}}
"""

UNITS = """\
scheme: projects
title: 年度
units:
  - {id: a, name: 甲, type: project, contact: 李四, facts: {T1: {used: 60, all: 80, deviation: 报废}, T2: 38}}
  - {id: b, name: 乙, type: other, facts: {T2: 30}}
"""


def mixed(folder: Path, units: str = UNITS) -> Outcome:
    """The result of a mixed table."""
    return scored(folder, scheme_of(folder / "scheme", MIXED), units)


def evaluations(outcome: Outcome) -> list[Evaluation]:
    """The self-evaluations of all units."""
    return [paper.context for paper in outcome_papers(outcome) if isinstance(paper.context, Evaluation)]


def line(page: Evaluation, name: str) -> tuple[str, str, str, str]:
    """Target, actual value, full mark and points of a line."""
    row = row_of(page, name)
    return row.target, row.actual, row.full, row.points


def test_other_rules_stand_in_the_table(tmp_path: Path) -> None:
    """An indicator without a target value has a dash for it and still counts in the sums."""
    first, second = evaluations(mixed(tmp_path))
    assert line(first, "leaf-T1") == ("≥80%", "75%", "60.00", "56.25")
    assert row_of(first, "leaf-T1").inputs == "使用数60台、总数80台"
    assert line(first, "leaf-T2")[0] == "—"
    assert line(first, "leaf-T2")[2:] == ("40.00", "38.00")
    assert row_of(first, "total").points == "94.25"
    assert ("联系人", "李四") in [(fact.label, fact.value) for fact in first.facts]
    assert ("年度", "2024年9月1日至2025年8月31日") in [(fact.label, fact.value) for fact in first.facts]
    assert (first.money.initial, first.money.budget, first.expected) == ("—", "—", ("—",))
    assert line(second, "leaf-T1")[3] == line(second, "subtotal-A")[3] == "不参加"
    part: EvaluationRow = row_of(second, "part-targets")
    assert (part.points, part.reason) == ("75.00", "30.00 ÷ 40 × 100 = 75.00")


def test_columns_without_levels_are_drawn(tmp_path: Path) -> None:
    """A table of indicators alone has no level cells, on paper and in the workbook."""
    written = deliver(outcome_papers(mixed(tmp_path)), tmp_path / "out")
    assert len(written.files) == 6
    assert written.problems == ()


def test_a_value_that_cannot_be_computed(tmp_path: Path) -> None:
    """Nothing to divide by: the inputs are printed, the value is not."""
    outcome = mixed(tmp_path, UNITS.replace("all: 80", "all: 0"))
    first = evaluations(outcome)[0]
    assert (row_of(first, "leaf-T1").actual, row_of(first, "leaf-T1").inputs) == ("—", "使用数60台、总数0台")
    assert row_of(first, "total").points == "未完成"


def test_half_the_inputs_are_entered(tmp_path: Path) -> None:
    """What is entered of a formula is printed beside 未填."""
    first = evaluations(mixed(tmp_path, UNITS.replace(", all: 80, deviation: 报废", "")))[0]
    assert (row_of(first, "leaf-T1").actual, row_of(first, "leaf-T1").inputs) == ("未填", "使用数60台")


def test_one_unit_with_a_leaf_at_the_top(tmp_path: Path) -> None:
    """The page of a single unit lists a top indicator as a section of its own."""
    only = "".join(UNITS.splitlines(keepends=True)[:4])
    page = next(p.context for p in outcome_papers(mixed(tmp_path, only)) if isinstance(p.context, Summary))
    labels = [one.cells[1].text for one in page.lines]
    assert labels == ["产出", "评议", "总分"]
    chart: Chart = page.lines[1].cells[-1].charts[0]
    assert chart.words[-1].text == "95.0"


def test_nobody_takes_part(tmp_path: Path) -> None:
    """A list whose only unit is absent has no papers at all."""
    units = "scheme: projects\ntitle: 年度\nunits:\n  - {id: a, name: 甲, type: project, takes_part: {no: 停办}}\n"
    assert outcome_papers(mixed(tmp_path, units)) == []


def test_money_in_different_units_is_not_added(tmp_path: Path) -> None:
    """Where plans count in 元 and 万元 each amount says which, and there is no sum."""
    table = SCHEME[SCHEME.index("  - table: p1") : SCHEME.index("readings:")]
    second = table.replace("table: p1", "table: p2").replace("holder: 704201 某校", "holder: 另一校\n      unit: 元")
    scheme = scheme_of(tmp_path / "scheme", SCHEME.replace("readings:", second + "readings:"))
    other = f"  - id: p2\n    name: 二号\n    type: project\n    table: p2\n    facts:\n{FACTS}"
    outcome = scored(tmp_path, scheme, evidence_text(FACTS, MADE_UP, other))
    page = next(p.context for p in outcome_papers(outcome) if isinstance(p.context, Summary))
    assert [one.cells[2].text for one in page.lines] == ["520.00万元", "520.00元", "—"]
    assert "单位名称" not in [fact.label for fact in page.facts]


def test_a_departing_reading_at_half_year(tmp_path: Path) -> None:
    """The half-year sheet and its summary say which reading is in force, as the papers of the year do."""
    monitoring = monitoring_of(tmp_path, contact="王五", W1="strict")
    sheet, summary = [*monitoring_papers(monitoring), *half_year_summary_papers(monitoring)]
    assert isinstance(sheet.context, MonitoringPage)
    assert isinstance(summary.context, Summary)
    assert sheet.context.notices[0].startswith("理解W1采用“大于才算”")
    assert summary.context.notices == ("采用了非默认的理解：W1=strict",)
    facts = [(fact.label, fact.value) for fact in sheet.context.facts]
    assert ("联系人", "王五") in facts
    assert ("数据", "2024年") in facts


def test_pages_that_never_come_to_rest(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where each division moves the next page, a name too many is printed rather than one too few."""
    page = page_of(outcome_of(tmp_path))
    divisions: list[list[str]] = []

    class Restless:
        def __init__(self, number: int) -> None:
            self.tops = [f"leaf-T{number % 2 + 1}"]

        def finished(self) -> pdf.Drawn:
            return pdf.Drawn(b"", 1, (), ())

    def divided(self: Evaluation, rows: object) -> Evaluation:
        divisions.append(list(rows))  # type: ignore[call-overload]
        return self

    monkeypatch.setattr(Evaluation, "divided", divided)
    monkeypatch.setattr(pdf, "lay_out", lambda _: Restless(len(divisions)))
    page_breaks.draw(page)
    assert len(divisions) == 5
    assert divisions[-1] == ["leaf-T1", "leaf-T2"]
