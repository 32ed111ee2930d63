"""What papers say adds up and is true: unrounded points, parts that do not count, units that nothing applies to."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from assess.engine.outcome import Outcome
from assess.reports.delivery import deliver
from assess.reports.documents import outcome_papers
from assess.reports.sheets.list_context import RankedList
from assess.reports.sheets.ranked_list import ranked_list
from assess.reports.sheets.sheet import sheet
from assess.reports.sheets.sheet_context import Sheet
from tests import small

#: Points with more places than the scheme has.
TOO_FINE = re.compile(r"\d\.\d{3,}分")

#: Votes count for the college only; thirds come out everywhere.
PARTS = f"{small.VOTES.strip().replace('administrative: 70', 'administrative: 0')}\n{small.TARGETS.strip()}"
TARGETS = """
- list: academic
  indicators:
    - id: K
      label: 工作
      max: 9
      except: [foundation]
      indicators:
        - {id: A, label: 质量, max: 5, rule: {judged: {}}}
        - {id: B, label: 效率, max: 5, rule: {judged: {max: 4}}}
    - id: C
      label: 经费
      max: 3
      except: [foundation]
      inputs: {funds: {label: 经费, unit: 万元}}
      rule: {per_amount: {value: funds, every: 3, points: 1, steps: proportional, cap: 3}}
- list: administrative
  indicators: [{id: D, label: 部门实绩, max: 10, rule: {judged: {}}}]
"""
YEAR = """
  - id: a
    name: 甲学院
    type: college
    order: 1
    ballots: {staff: {优秀: 1, 合格: 1, 不合格: 1}, representatives: {优秀: 2, 合格: 1, 不合格: 0}}
    facts: {A: [5, 5, 4], B: [4, 4, 3], C: 1}
  - id: b
    name: 乙部
    type: foundation
    order: 2
    ballots: {staff: {returned: 1, 优秀: 1}, representatives: {returned: 1, 优秀: 1}}
  - {id: d, name: 丁处, type: department, facts: {D: [9, 9, 8]}}
"""
REMARK = "得分只写到2位小数，小计、折算和总分都按没有舍入的得分计算；照写出的得分相加，末位可能有出入（如差0.01分）"


@pytest.fixture(scope="module", name="outcome")
def _outcome() -> Outcome:
    """The year, rounded only at the total."""
    rounding = "{digits: 2, at: total}"
    return small.assessed(
        YEAR, small.scheme(TARGETS, parts=PARTS, rounding=rounding, selection=small.SELECTION.strip())
    )


def sheet_of(outcome: Outcome, name: str) -> Sheet:
    """The sheet of a unit."""
    ranked = next(one for one in outcome.lists for result in one.units if result.unit.id == name)
    return sheet(small.unit(outcome, name), ranked, outcome)


def list_of(outcome: Outcome, name: str = "academic") -> RankedList:
    """The table of a list."""
    return ranked_list(small.listed(outcome, name), outcome)


def test_a_sheet_shows_two_places_and_says_why_they_need_not_add_up(outcome: Outcome) -> None:
    """4.67 + 3.67 is not the subtotal of 8.33, and 15.33 + 7.22 not the total: the exact points are added up."""
    page = sheet_of(outcome, "a")
    assert {row.id: row.points for row in page.rows if row.kind == "leaf"} == {"A": "4.67", "B": "3.67", "C": "0.33"}
    assert {row.label: (row.full, row.points) for row in page.rows if row.kind == "subtotal"} == {
        "工作 小计": ("9.00", "8.33"),
        "目标考核 原始分合计": ("12.00", "8.67"),
        "目标考核 得分": ("10.00", "7.22"),
    }
    assert [part.points for part in page.parts] == ["15.33", "7.22"]
    assert page.total == "22.56"
    assert page.remarks[0] == REMARK
    notes = [row.note for row in page.rows]
    assert notes[1:4] == ["扣0.33分", "评分满分4分，扣0.33分", ""]
    assert not any(TOO_FINE.search(note) for note in notes)


def test_a_list_shows_two_places_and_says_so(outcome: Outcome) -> None:
    """15.33 + 7.22 is 22.55 on paper, and the total is 22.56: the remark below says why."""
    (line,) = list_of(outcome).ranked
    assert (line.cells, line.total) == (("15.33", "8.67", "12.00", "7.22"), "22.56")
    assert REMARK in list_of(outcome).remarks


def test_the_drawn_pages_say_it_too(outcome: Outcome, tmp_path: Path) -> None:
    """The remark stands on every sheet and list that is drawn."""
    written = deliver(outcome_papers(outcome), tmp_path)
    names = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert len(names) == 5, written
    for name in names:
        text = "".join(page.extract_text() for page in PdfReader(tmp_path / name).pages)
        assert REMARK in "".join(text.split()), name


def test_rounded_points_need_no_remark(year: Outcome) -> None:
    """Where every printed point is rounded the page adds up, and nothing is said about it."""
    ranked = year.lists[0]
    assert not any("末位" in remark for remark in ranked_list(ranked, year).remarks)
    assert not any("末位" in remark for remark in sheet(ranked.units[0], ranked, year).remarks)


def test_a_part_worth_nothing_on_a_list_has_no_column_there(outcome: Outcome) -> None:
    """Votes count for the colleges and not for the departments: no column, no dash, no full mark of 0."""
    labels = ["目标考核原始分", "适用满分", "目标考核得分"]
    assert [column.label for column in list_of(outcome, "academic").columns] == ["民主测评", *labels]
    table = list_of(outcome, "administrative")
    assert [(column.label, column.full) for column in table.columns] == [
        (labels[0], ""),
        (labels[1], ""),
        (labels[2], "10"),
    ]
    assert [len(line.cells) for line in table.ranked] == [3]


def test_a_unit_that_nothing_applies_to_is_not_said_to_lack_data(outcome: Outcome) -> None:
    """Its sheet and its line say 不适用, why, and nothing of 未填; no full mark of 0 stands anywhere."""
    page = sheet_of(outcome, "b")
    assert [(part.label, part.points) for part in page.parts] == [("民主测评", "18.00"), ("目标考核", "不适用")]
    assert page.parts[1].lines == ("没有一个指标适用于本单位",)
    assert page.notices == ("没有一个指标适用于本单位，目标考核算不出来，不能排名",)
    assert [row.points for row in page.rows] == ["不参加"] * 4
    table = list_of(outcome)
    (line,) = table.unranked
    assert (line.cells, line.total) == (("18.00", "不适用", "—", "不适用"), "未完成")
    assert line.remarks == page.notices
    assert table.notices == ("本表有单位没有适用的指标、不能排名，名次和等次可能变化，拟定等次不是最后的结果",)


def test_bonuses_alone_have_no_full_mark_on_paper() -> None:
    """The score stands there, in place of a full mark a dash; the list has no column for one."""
    bonus = "[{list: academic, indicators: [{id: B, label: 奖分, rule: {judged: {max: 5}}}]}]"
    outcome = small.assessed("  - {id: a, name: 甲, type: college, facts: {B: 4}}", small.scheme(bonus))
    page = sheet_of(outcome, "a")
    assert [(row.label, row.full, row.points) for row in page.rows] == [
        ("奖分", "—", "4.00"),
        ("目标考核 原始分合计", "—", "4.00"),
        ("目标考核 得分", "10.00", "4.00"),
    ]
    assert page.parts[0].lines == ("依据：二(一)2",)
    assert [(column.label, column.full) for column in list_of(outcome).columns] == [("目标考核", "10")]


def test_a_list_on_which_nothing_counts_has_no_full_mark() -> None:
    """Neither table nor sheet shows a total out of 0."""
    parts = small.TARGETS.strip().replace("academic: 10", "academic: 0")
    outcome = small.assessed("  - {id: a, name: 甲, type: college}", small.scheme("[]", parts=parts))
    assert (list_of(outcome).total.full, list_of(outcome).columns) == ("—", ())
    assert (sheet_of(outcome, "a").full, sheet_of(outcome, "a").total) == ("—", "未完成")


def test_a_heading_without_a_clause_has_no_brackets(outcome: Outcome, tmp_path: Path) -> None:
    """An empty clause is not printed as （）."""
    deliver(outcome_papers(outcome), tmp_path)
    (path,) = tmp_path.glob("*甲学院*.pdf")
    assert "（）" not in "".join(page.extract_text() for page in PdfReader(path).pages)
