"""Papers of a year that is not finished say 草稿, and how much is open."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from assess.engine.monitoring import Monitoring
from assess.engine.outcome import NOBODY_COUNTS, Outcome
from assess.ground.address import Address
from assess.ground.place import Confirmed, Problem, Severity
from assess.reports.delivery import Kind, Paper, deliver
from assess.reports.documents import outcome_papers
from assess.reports.printable import draft
from assess.reports.targets.papers import (
    half_year_summary_papers,
    monitoring_papers,
    summary_papers,
    table_papers,
)
from tests.reports.conftest import Small
from tests.reports.target_schemes import many, monitoring_of, outcome_of
from tests.reports.test_documents import pages


def missing(unit: str) -> Problem:
    """A value that a unit lacks."""
    return Problem(None, "missing", "缺", severity=Severity.MISSING, address=Address(unit, "T1", "actual"))


def unranked(unit: str) -> Problem:
    """A unit to which no indicator applies."""
    return Problem(None, "odd", "怪", "", Severity.WARNING, Address(unit, "unit", "type"), unranked=True)


def reminder(unit: str, *, confirmed: bool = False) -> Problem:
    """Something to look at, of a unit or (`-`) of the year."""
    given = Confirmed("李四", "对") if confirmed else None
    return Problem(None, "odd", "怪", "", Severity.WARNING, Address(unit, "T1", "actual"), "1", given)


@pytest.mark.parametrize(
    ("problems", "of_unit", "of_year"),
    [
        ([], "", ""),
        ([reminder("p1", confirmed=True)], "", ""),
        ([Problem(None, "page", "提示", severity=Severity.WARNING)], "", ""),
        (
            [
                reminder("p1"),
                reminder("p1"),
                reminder("-"),
                reminder("x"),
                reminder("x"),
                reminder("p1", confirmed=True),
            ],
            "草稿：本单位有2处、全年共5处提醒没有确认",
            "草稿：全年共5处提醒没有确认",
        ),
        ([reminder("-")], "草稿：全年共1处提醒没有确认", "草稿：全年共1处提醒没有确认"),
        (
            [missing("p1"), missing("x"), reminder("x")],
            "草稿：本单位有1处、全年共2处数据没有填；全年共1处提醒没有确认",
            "草稿：全年共2处数据没有填；全年共1处提醒没有确认",
        ),
        (
            [replace(missing("p1"), code=NOBODY_COUNTS), missing("x"), unranked("p1")],
            "草稿：全年共1处数据没有填；本单位有1处、全年共1处没有有效的票或评分；本单位有1处、全年共1处不能排名",
            "草稿：全年共1处数据没有填；全年共1处没有有效的票或评分；全年共1处不能排名",
        ),
    ],
)
def test_the_line(tmp_path: Path, problems: list[Problem], of_unit: str, of_year: str) -> None:
    """Own and the year's number of each thing that is open, by what it is; nothing where all is settled."""
    outcome = replace(outcome_of(tmp_path), problems=tuple(problems))
    assert (draft(outcome, "p1"), draft(outcome)) == (of_unit, of_year)


def test_the_line_of_a_half_year(tmp_path: Path) -> None:
    """It counts what the half-year lacks."""
    watched = replace(monitoring_of(tmp_path), problems=(missing("p1"), reminder("-")))
    assert draft(watched, "p1") == "草稿：本单位有1处、半年共1处数据没有填；半年共1处提醒没有确认"


def of_year(outcome: Outcome) -> list[Paper]:
    """The self-evaluation and the summary."""
    return outcome_papers(outcome)


def of_half_year(monitoring: Monitoring) -> list[Paper]:
    """The half-year sheet and the summary."""
    return [*monitoring_papers(monitoring), *half_year_summary_papers(monitoring)]


@pytest.mark.parametrize(
    ("result", "papers", "whole"),
    [(outcome_of, of_year, "全年"), (monitoring_of, of_half_year, "半年")],
    ids=["year", "half-year"],
)
def test_papers_of_target_tables(
    tmp_path: Path,
    result: Callable[[Path], Outcome | Monitoring],
    papers: Callable[[Outcome | Monitoring], list[Paper]],
    whole: str,
) -> None:
    """PDF and workbook of the unit's paper count its own and all, those of the summary all; settled ones say none."""
    found = result(tmp_path)
    opened = replace(found, problems=(reminder("p1"), reminder("-")))
    written = deliver(papers(opened), tmp_path / "open")
    own, all_of_it = f"草稿：本单位有1处、{whole}共2处提醒没有确认", f"草稿：{whole}共2处提醒没有确认"
    for path in written.files:
        line = all_of_it if "汇总" in path.name else own
        if path.suffix == ".pdf":
            assert line in "".join(pages(path)), path
        else:
            cells = [cell.value for row in load_workbook(path).worksheets[0].iter_rows() for cell in row]
            assert line in cells, path
    assert len(written.files) == 4
    for path in deliver(papers(replace(found, problems=())), tmp_path / "settled", kinds=[Kind.PDF]).files:
        assert "草稿" not in "".join(pages(path))


def test_score_sheets_and_their_list(small: Small, tmp_path: Path) -> None:
    """The sheet of a unit and the table of its list; every page has the word at its top."""
    unit = "  - {id: a, name: 甲处, type: office, facts: {A1: 5}}\n"
    written = deliver(outcome_papers(small(unit)), tmp_path / "out")
    sheet, table = ("".join(pages(path)) for path in written.files)
    assert "草稿：本单位有1处、全年共1处数据没有填" in sheet
    assert "草稿：全年共1处数据没有填" in table


def test_the_word_is_on_every_page(incomplete: Outcome, tmp_path: Path) -> None:
    """A page that is taken out of its paper still says that it is a draft; made-up data says both."""
    papers = [paper for paper in outcome_papers(incomplete) if paper.name.startswith("院部-01")]
    (path,) = deliver(papers, tmp_path / "out", kinds=[Kind.PDF]).files
    assert len(pages(path)) > 2
    assert all("样例数据（虚构）草稿" in text for text in pages(path)[1:])


def test_target_tables_are_no_drafts(tmp_path: Path) -> None:
    """They print the scheme, and no year."""
    outcome = replace(outcome_of(tmp_path), problems=(reminder("p1"),))
    (path,) = deliver(table_papers(outcome.scheme), tmp_path / "out", kinds=[Kind.PDF]).files
    assert "草稿" not in "".join(pages(path))


def test_the_summary_stays_on_one_page(tmp_path: Path) -> None:
    """Also with twenty projects, a reading that departs and a line that is as long as it gets."""
    outcome = outcome_of(tmp_path, more=many(19), W1="strict")
    problems = tuple(one(f"q{number}") for number in range(19) for one in (missing, reminder))
    (paper,) = summary_papers(replace(outcome, problems=problems))
    (path,) = deliver([paper], tmp_path / "out", kinds=[Kind.PDF]).files
    assert "草稿：全年共19处数据没有填；全年共19处提醒没有确认" in "".join(pages(path))
    assert len(PdfReader(path).pages) == 1
