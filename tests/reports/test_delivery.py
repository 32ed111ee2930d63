"""Documents on disk, in the forms that are wanted; all of them or none."""

import sys
from pathlib import Path

import pytest

from assess.disk.refusals import NotWrittenError
from assess.reports import delivery
from assess.reports.delivery import Kind, Paper, deliver
from assess.reports.documents import outcome_papers
from assess.reports.targets.papers import half_year_summary_papers, monitoring_papers, table_papers
from tests.reports.target_schemes import many, monitoring_of, outcome_of, scheme_of


def names(files: tuple[Path, ...]) -> list[str]:
    """The names of written files."""
    return [path.name for path in files]


def test_each_document_in_both_forms(tmp_path: Path) -> None:
    """Table, self-evaluation, half-year sheet and both summaries, PDF before workbook; all exist."""
    out = tmp_path / "out"
    tables = deliver(table_papers(scheme_of(tmp_path / "scheme")), out)
    year = deliver(outcome_papers(outcome_of(tmp_path)), out)
    half = deliver(
        [*monitoring_papers(monitoring_of(tmp_path)), *half_year_summary_papers(monitoring_of(tmp_path))], out
    )
    assert names(tables.files) == ["项目-01-实训中心建设-绩效目标表.pdf", "项目-01-实训中心建设-绩效目标表.xlsx"]
    assert names(year.files) == [
        "项目-01-实训中心-绩效自评表.pdf",
        "项目-01-实训中心-绩效自评表.xlsx",
        "项目-绩效自评汇总表.pdf",
        "项目-绩效自评汇总表.xlsx",
    ]
    assert names(half.files)[-1] == "项目-半年监控汇总表.xlsx"
    assert {path.name for path in out.iterdir()} == {*names(tables.files), *names(year.files), *names(half.files)}


def test_workbooks_need_no_drawing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the libraries that draw pages are missing, workbooks can still be written."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    written = deliver(table_papers(scheme_of(tmp_path / "scheme")), tmp_path / "out", kinds=[Kind.XLSX])
    assert names(written.files) == ["项目-01-实训中心建设-绩效目标表.xlsx"]


def test_the_last_workbook_decides_over_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a workbook cannot be made, the pages that were drawn before it are not written either."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "项目-绩效自评汇总表.xlsx").write_text("old", encoding="utf-8")

    def fail(_: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(delivery, "form_bytes", fail)
    with pytest.raises(NotWrittenError, match="磁盘已满；没有写出任何文件"):
        deliver(outcome_papers(outcome_of(tmp_path)), out)
    assert {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()} == {
        "项目-绩效自评汇总表.xlsx": "old"
    }


def test_names_that_collide_are_counted(tmp_path: Path) -> None:
    """Two documents of one name become two files, in each form."""
    (paper,) = [one for one in _papers(tmp_path) if one.name.endswith("自评表")]
    written = deliver([paper, paper], tmp_path / "out", kinds=[Kind.XLSX])
    assert names(written.files) == ["项目-01-实训中心-绩效自评表.xlsx", "项目-01-实训中心-绩效自评表-2.xlsx"]


def _papers(folder: Path) -> list[Paper]:
    from assess.reports.documents import outcome_papers

    return outcome_papers(outcome_of(folder))


def test_the_progress_counts_pages_and_workbooks(tmp_path: Path) -> None:
    """One row of steps for both forms, ending with all."""
    seen: list[tuple[int, int, str]] = []
    deliver(outcome_papers(outcome_of(tmp_path)), tmp_path / "out", progress=lambda *step: seen.append(step), workers=1)
    assert [step[:2] for step in seen] == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    assert seen[-1][2] == "项目-绩效自评汇总表.xlsx"


def test_a_missing_glyph_is_named(tmp_path: Path) -> None:
    """A character that no face has is a warning with the file's name, as on score sheets."""
    outcome = outcome_of(tmp_path, more=many(1).replace("第1个", "㐂"))
    written = deliver(outcome_papers(outcome), tmp_path / "out", kinds=[Kind.PDF])
    assert {problem.code for problem in written.problems} == {"missing_glyph"}
    assert any("㐂" in problem.text for problem in written.problems)
    assert all(str(problem.severity) == "warning" for problem in written.problems)


def test_units_with_and_without_tables(tmp_path: Path) -> None:
    """A unit that is absent has no paper of its own, and stands on the summary."""
    absent = "  - {id: z, name: 停办项目, type: project, table: p1, order: 9, takes_part: {no: 停办}}\n"
    written = deliver(outcome_papers(outcome_of(tmp_path, more=absent)), tmp_path / "out", kinds=[Kind.XLSX])
    assert names(written.files) == ["项目-01-实训中心-绩效自评表.xlsx", "项目-绩效自评汇总表.xlsx"]
