"""All units of a list on one page."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from pypdf import PdfReader

from assess.engine.outcome import Outcome
from assess.reports.delivery import Kind, deliver
from assess.reports.documents import outcome_papers
from assess.reports.drawing import Job, draw_all
from assess.reports.targets.papers import half_year_summary_papers, summary_papers
from assess.reports.targets.summary_context import Summary, SummaryLine
from tests.reports.target_schemes import (
    FACTS,
    HALF_FACTS,
    many,
    monitoring_of,
    outcome_of,
    shipped_monitoring,
    shipped_outcome,
)
from tests.reports.test_documents import darkest, pages, pictures


def page_of(outcome: Outcome) -> Summary:
    """The page of the only list."""
    (paper,) = summary_papers(outcome)
    assert isinstance(paper.context, Summary)
    return paper.context


def words(line: SummaryLine) -> list[str]:
    """What each cell says: its text, or its chart's own number."""
    return [cell.text or (cell.charts[0].words[-1].text if cell.charts else "") for cell in line.cells]


def drawn(page: Summary, folder: Path) -> Path:
    """The page as PDF."""
    folder.mkdir(exist_ok=True)
    (done,) = draw_all([Job("a.pdf", page)], folder, 1, lambda *_: None)
    assert (done.boxes, done.complaints) == ((), ())
    return folder / "a.pdf"


@pytest.mark.parametrize("number", [0, 1, 4, 13, 19])
def test_up_to_twenty_units_stay_on_one_page(tmp_path: Path, number: int) -> None:
    """One, two, five, fourteen and twenty projects, with a reading that departs, fit on A4 across."""
    page = page_of(outcome_of(tmp_path, more=many(number), W1="strict"))
    reader = PdfReader(drawn(page, tmp_path / "out"))
    assert len(reader.pages) == 1
    assert [round(float(side) * 25.4 / 72) for side in reader.pages[0].mediabox[2:]] == [297, 210]


@pytest.mark.parametrize("number", [0, 1, 19])
def test_the_half_year_stays_on_one_page(tmp_path: Path, number: int) -> None:
    """The same for half-year evidence."""
    more = many(number).replace(FACTS, HALF_FACTS)
    (paper,) = half_year_summary_papers(monitoring_of(tmp_path, more=more))
    assert isinstance(paper.context, Summary)
    assert len(PdfReader(drawn(paper.context, tmp_path / "out")).pages) == 1


@pytest.mark.parametrize("name", ["xuzhou-2022", "changzhou-2026", "guangzhou-2025", "tianjin-projects"])
def test_shipped_samples_stay_on_one_page(tmp_path: Path, name: str) -> None:
    """Year and half-year of every shipped scheme, with nothing drawn into the margins."""
    papers = [*summary_papers(shipped_outcome(name)), *half_year_summary_papers(shipped_monitoring(name))]
    assert len(papers) == 2
    for paper in papers:
        assert isinstance(paper.context, Summary)
        path = drawn(paper.context, tmp_path / "out")
        assert len(PdfReader(path).pages) == 1
        (picture,) = pictures(path)
        assert darkest(picture.crop((picture.width - 22, 0, picture.width, picture.height))) > 250


def test_the_totals_are_those_of_the_result() -> None:
    """Each line has the unit's money, its rate, each section in percent of its full mark, total and grade."""
    outcome = shipped_outcome("guangzhou-2025")
    page = page_of(outcome)
    lines = {words(line)[0]: words(line) for line in page.lines}
    assert lines["3"] == ["3", "市机电技师学院技能竞赛设备设施购置项目", "770.00", "81.0%", *lines["3"][4:]]
    for one in outcome.lists[0].units:
        shown = lines[str(one.unit.order)]
        assert Decimal(shown[-2]) == Decimal(str(float(one.total or 0)))
        assert shown[-1] == one.proposed
    assert words(page.lines[-1])[:4] == ["", "合计", "4791.93", lines_rate(page)]
    assert [fact.value for fact in page.facts if fact.label == "等次"] == ["优10、良2、中2"]


def lines_rate(page: Summary) -> str:
    """The rate of the last line."""
    return words(page.lines[-1])[3]


def test_bars_stand_against_the_grade_lines(tmp_path: Path) -> None:
    """The total's bar is as long as the total, and the lines of 60, 80 and 90 are drawn across it."""
    page = page_of(outcome_of(tmp_path, more=many(1)))
    (chart,) = page.lines[0].cells[-2].charts
    (rectangle,) = chart.rectangles
    scale = Decimal(49)  # 62 mm, less a border of 1 and 12 for the number
    assert abs(Decimal(rectangle.width) - scale * Decimal("0.8932")) < Decimal("0.01")
    lines = [Decimal(line.x1) for line in chart.strokes if line.dashes != "none"]
    assert lines == [scale * share for share in (Decimal("0.9"), Decimal("0.8"), Decimal("0.6"))]
    assert "虚线是等次线" in page.remarks[1]


def test_drawings_have_no_style_and_no_colour(tmp_path: Path) -> None:
    """Fills are attributes, and greys: red, green and blue alike."""
    from assess.reports import pages as templates

    page = templates.page(page_of(outcome_of(tmp_path, more=many(1))))
    svg = page[page.index("<svg") : page.rindex("</svg>")]
    assert svg.count("<rect") >= 10
    assert 'fill="' in svg
    for drawing in svg.split("<svg")[1:]:
        assert "style=" not in drawing.split("</svg>")[0]
    import re

    for colour in re.findall(r'fill="#([0-9a-f]+)"', svg):
        thirds = {colour[at : at + len(colour) // 3] for at in range(0, len(colour), len(colour) // 3)}
        assert len(thirds) == 1


def test_a_single_institution_shows_its_sections() -> None:
    """Its sections with points and rate, the groups in them where there is room, the money, the total."""
    page = page_of(shipped_outcome("xuzhou-2022"))
    shown = [words(line) for line in page.lines]
    assert [line[1] for line in shown if line[0]] == ["履职", "效益", "满意度"]
    assert len(shown) == 18
    assert shown[-2][1] == "预算执行率（不计分）"
    assert shown[-1][1:5] == ["总分", "88", "100.00", "98.60"]
    large = page_of(shipped_outcome("changzhou-2026"))
    assert [words(line)[1] for line in large.lines][:5] == ["决策", "过程", "履职", "效益指标", "满意度指标"]


def test_a_single_project_counts_its_money(tmp_path: Path) -> None:
    """Where the money is a part of the total it is a line with points."""
    shown = [words(line) for line in page_of(outcome_of(tmp_path)).lines]
    assert ["预算执行率", "—", "10.00", "8.92", "89.2"] in [line[1:] for line in shown]
    assert shown[-1][1:] == ["总分", "6", "100.00", "89.32", "89.3"]


def test_a_share_is_not_rounded_onto_the_line_of_another_grade(tmp_path: Path) -> None:
    """89.96 of 100 is 良, whose line is drawn below 90: beside it does not stand 90.0."""
    outcome = outcome_of(tmp_path)
    (ranked,) = outcome.lists
    (result,) = ranked.units
    near = replace(ranked, units=(replace(result, total=Fraction("89.96"), proposed="良"),))
    page = page_of(replace(outcome, lists=(near,)))
    assert words(page.lines[-1])[1:] == ["总分", "6", "100.00", "89.96", "89.96"]


def test_missing_values_have_no_bar(tmp_path: Path) -> None:
    """An incomplete unit has no total, an absent one says 不参加; the sum of the money says nothing then."""
    absent = "  - {id: z, name: 停办项目, type: project, table: p1, order: 9, takes_part: {no: 停办}}\n"
    page = page_of(outcome_of(tmp_path, "      T4: 0\n", more=absent))
    shown = [words(line) for line in page.lines]
    assert shown[0][1:3] == ["实训中心", "500.00"]
    assert shown[0][3:] == ["—", "—", "—", "—", "未完成", "—"]
    assert shown[1][-2:] == ["不参加", "—"]
    assert not page.lines[0].cells[-2].charts[0].rectangles
    assert shown[2][:4] == ["", "合计", "—", "—"]
    assert page.notices == ("本表尚有数据未填，总分和等次可能变化",)
    assert [fact.value for fact in page.facts if fact.label == "等次"] == ["没有等次2"]


def test_a_decided_grade_is_marked(tmp_path: Path) -> None:
    """A grade that people decided stands in place of the proposal."""
    more = many(1) + "decisions:\n  - {unit: p1, kind: grade, grade: 中, reason: 复核, by: 评审组, at: 2025-02-01}\n"
    page = page_of(outcome_of(tmp_path, more=more))
    assert words(page.lines[0])[-1] == "中（定）"
    assert words(page.lines[1])[-1] == "良"


def test_states_stand_beside_the_money(tmp_path: Path) -> None:
    """A half-year line has the money, the rate with the planned one as a line, and a bar of states."""
    more = many(1).replace(FACTS, HALF_FACTS)
    (paper,) = half_year_summary_papers(monitoring_of(tmp_path, more=more))
    page = paper.context
    assert isinstance(page, Summary)
    first = page.lines[0]
    assert words(first) == ["1", "实训中心", "520.00", "182.00", "35.0%", "6项"]
    assert [one.text for one in first.cells[-1].charts[0].words] == ["2", "1", "1", "2", "6项"]
    assert len([line for line in first.cells[-2].charts[0].strokes if line.dashes != "none"]) == 1
    assert words(page.lines[-1]) == ["", "合计", "1040.00", "364.00", "35.0%", "12项"]
    assert [one.text for one in page.legend[0].words] == ["正常", "有风险", "滞后", "无可衡量要求", "未填"]


def test_the_page_of_a_list_names_it(tmp_path: Path) -> None:
    """The PDF has its title, the mark of made-up data, and the budget of each project."""
    written = deliver(outcome_papers(outcome_of(tmp_path, more=many(1))), tmp_path / "out", kinds=[Kind.PDF])
    text = "".join(pages(written.files[-1]))
    assert "绩效自评汇总表（项目）" in text
    assert "样例数据（虚构）" in text
    assert "520.00" in text
