"""A year goes out on sheets, is filled in, comes back: it is the same year as its file."""

from pathlib import Path

import pytest

from assess.ground.address import UNIT
from assess.reports.form_books.typing_in import typed_in
from assess.storage.cycles import stored_year
from assess.workbooks.filling import filled
from assess.workbooks.laying_out.year_on_sheets import At
from assess.year.evidence import Stage
from tests.office_year import TOP, Office, new_office

_NAMED = ("name", "type", "table")


def _empty(folder: Path, scheme: str, full: Office, stage: Stage = "year") -> Office:
    """An office that knows its units and nothing else."""
    office = new_office(folder, scheme, stage=stage)
    office.enter(
        {
            (address, field): text
            for (address, field), text in full.values().items()
            if address.node == UNIT and address.input in _NAMED and not field
        }
    )
    for one in (full, office):
        with one.database.writing() as session:
            stored_year(session, one.code, to_write=True).change_keepers(["张三"], [], one.act())
    return office


def _fill(office: Office, values: dict[At, str], chapter: str | None = None) -> list[Path]:
    """Write books and fill them in."""
    files = []
    for one in office.export(chapter=chapter):
        for path in one.files:
            path.write_bytes(typed_in(path.read_bytes(), filled(one.book, values)))
            files.append(path)
    return files


@pytest.mark.parametrize("scheme", ["changzhou-2026", "xuzhou-2022", "tianjin-projects", "guangzhou-2025"])
@pytest.mark.parametrize("stage", ["year", "half_year"])
def test_a_target_table_comes_back_as_its_file(tmp_path: Path, scheme: str, stage: Stage) -> None:
    """The whole year, and the half-year, in one book each."""
    full = new_office(tmp_path / "full", scheme, TOP / "schemes" / scheme / "sample" / f"{stage}.yaml", stage)
    office = _empty(tmp_path / "empty", scheme, full, stage)
    report = office.take(*_fill(office, full.values()))
    assert (report.problems, report.applied) == ([], True)
    assert [one.outside for one in report.books] == [[]]
    assert office.sha256() == full.sha256()


def test_the_year_of_a_whole_college_comes_back_as_its_file(tmp_path: Path) -> None:
    """Department by department; then the marks of several assessors, once it is settled who they are."""
    sample = TOP / "schemes" / "lianyungang-2018" / "sample" / "year.yaml"
    full = new_office(tmp_path / "full", "lianyungang-2018", sample)
    office = _empty(tmp_path / "empty", "lianyungang-2018", full)
    values = full.values()
    assert office.take(*_fill(office, values)).applied
    people: dict[str, list[str]] = {}
    for address, _ in values:
        if address.assessor and address.node.startswith("K"):
            people.setdefault(address.node, []).append(address.assessor)
    office.duties({}, {node: tuple(dict.fromkeys(names)) for node, names in people.items()})
    for node in people:
        report = office.take(*_fill(office, values, chapter=node))
        assert report.problems == []
    assert office.sha256() == full.sha256()


def test_a_book_that_nobody_touched_changes_nothing(office: Office, tmp_path: Path) -> None:
    """Of every department, of a unit, of an assessor and of the whole year, as workbook and as CSV."""
    before = office.values()
    office.export(each="department")
    office.export("单位", unit="college_a")
    office.export("全年")
    office.export("表", csv=True, department="人事处")
    del tmp_path
    for folder in ("发出", "单位", "全年", "表"):
        report = office.take(office.folder / folder)
        assert report.problems == [], folder
        assert [one.label for one in report.books if not one.changes_nothing] == [], folder
        assert [one.outside for one in report.books if one.outside] == [], folder
        assert [one.remarks for one in report.books if one.remarks] == [], folder
    assert office.values() == before
