"""What papers say of units that were renamed, merged, founded or are not graded, and of what units say themselves."""

from pathlib import Path

from assess.engine.outcome import Outcome
from assess.reports.drawing import Job, draw_all
from assess.reports.printable import LabelledValue
from assess.reports.sheets.ranked_list import ranked_list
from assess.reports.sheets.sheet import sheet
from assess.reports.sheets.sheet_context import Sheet
from assess.reports.targets.evaluation import evaluation
from assess.reports.targets.papers import summary_papers
from assess.reports.targets.summary_context import Summary
from tests import small
from tests.reports.target_schemes import many, outcome_of

SELECTION = small.SELECTION[: small.SELECTION.index("conditions:")].strip()
TABLES = """
- {table: dean, label: 教务处指标,
   indicators: [{id: D, label: 实绩, max: 10, rule: {judged: {}}}]}
- {table: finance, label: 财务处指标,
   indicators: [{id: D, label: 实绩, max: 10, rule: {judged: {}}}]}
- {list: academic, indicators: [{id: A, label: 实绩, max: 10, rule: {judged: {}}}]}
"""
YEAR = """
  - id: a
    name: 信息学院
    type: college
    head: 李四
    facts: {A: 9}
    self_marks: {A: 10}
    self_notes: {A: 全部按时完成}
    self_report: "一年来完成了任务。\\n\\n  不足：项目偏少。"
    formerly: [{name: 信息系, changed: 2018-10-01}, {head: 张三, changed: 2019-03-01}]
  - {id: b, name: 商学院, type: college, until: 2019-01-31, successor: a}
  - {id: c, name: 艺术学院, type: college, since: 2019-02-01, graded: {no: 成立不满一年}, facts: {A: 10}}
  - id: d
    name: 教务处
    type: department
    table: dean
    facts: {D: 8}
    formerly: [{table: finance, head: 王五, changed: 2019-04-01}, {head: 赵六, changed: 2019-05-01}]
"""


def year() -> Outcome:
    """The year, scored."""
    return small.assessed(YEAR, small.scheme(TABLES, selection=SELECTION))


def sheet_of(unit: str) -> Sheet:
    """The score sheet of one unit."""
    outcome = year()
    ranked = next(one for one in outcome.lists if any(result.unit.id == unit for result in one.units))
    return sheet(small.unit(outcome, unit), ranked, outcome)


def test_the_heading_names_what_was_so_before() -> None:
    """The former name beside the name, former heads and a former table with the day until which they were."""
    facts = {one.label: one.value for one in sheet_of("a").facts}
    assert facts["单位"] == "信息学院（原信息系）"
    assert facts["负责人"] == "李四（2019年3月1日前：张三）"
    facts = {one.label: one.value for one in sheet_of("d").facts}
    assert facts["指标表"] == "教务处指标（2019年4月1日前：财务处指标）"
    assert facts["负责人"] == "—（2019年4月1日前：王五；2019年5月1日前：赵六）"


def test_what_became_of_a_unit_is_said_first() -> None:
    """The renaming and the merger."""
    assert sheet_of("a").notices == (
        "2018年10月1日由信息系更名为信息学院",
        "商学院已并入本单位（最后一天2019年1月31日）",
    )


def test_a_unit_without_grade_has_a_total_and_no_place() -> None:
    """On its own sheet, and on the list, where the other one is the only one with a rank."""
    assert sheet_of("c").results == (
        LabelledValue("名次", "—"),
        LabelledValue("等次", "不定等次"),
        LabelledValue("状态", "完整"),
    )
    assert sheet_of("a").results[0] == LabelledValue("名次", "第1名（院部1个单位中）")
    table = ranked_list(small.listed(year()), year())
    assert [(line.unit, line.rank, line.total, line.proposed, line.remarks) for line in table.unranked] == [
        ("商学院", "", "—", "—", ("已并入信息学院（最后一天2019年1月31日）",)),
        ("艺术学院", "", "10.00", "—", ("不定等次：成立不满一年", "2019年2月1日新设立")),
    ]


def test_what_a_unit_says_of_itself_is_printed(tmp_path: Path) -> None:
    """A note beside its own mark; its report paragraph by paragraph; nothing is cut on the page."""
    page = sheet_of("a")
    (row,) = [row for row in page.rows if row.id == "A"]
    assert (row.self_note, row.self_mark) == ("全部按时完成", "10.00")
    assert page.self_report == ("一年来完成了任务。", "不足：项目偏少。")
    (done,) = draw_all([Job("a.pdf", page)], tmp_path, 1, lambda *_: None)
    assert (done.boxes, done.complaints) == ((), ())


def test_target_papers_say_it_too(tmp_path: Path) -> None:
    """The former name on the self-evaluation, and that it is not graded beside the total and on the summary."""
    named = "    graded: {no: 试点}\n    formerly: [{name: 旧项目, changed: 2024-03-01}]\n"
    outcome = outcome_of(tmp_path, more=many(2).replace("    table: p1\n", f"    table: p1\n{named}", 1))
    result = next(one for one in outcome.lists[0].units if one.unit.ungraded)
    assert result.tree.plan is not None
    page = evaluation(result, result.tree.plan, outcome)
    assert page.facts[0].value == f"{result.unit.name}（原旧项目）"
    assert page.rows[-1].reason == "等次：不定等次"
    (paper,) = summary_papers(outcome)
    assert isinstance(paper.context, Summary)
    assert any(line.endswith("不定等次：试点") for line in paper.context.remarks)
