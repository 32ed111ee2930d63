"""What becomes of units inside a year, in the office's database: entered bit by bit, exported, carried over."""

from pathlib import Path

import pytest

from assess.files import yaml_reader
from assess.ground.address import UNIT
from assess.ground.place import ProblemsError
from assess.services.cycles.opening import Opening, open_new
from assess.services.cycles.transfer import export_year, import_year
from assess.services.source import open_year
from assess.storage.cycles import stored_year
from assess.year.canonical import evidence_sha256
from assess.year.evidence import Evidence, Former, UnitHistory
from assess.year.reading.building import build_evidence
from tests import small
from tests.storage.office import ACT, Office, cell, key, office


@pytest.fixture
def year(database_url: str, tmp_path: Path) -> Office:
    """A cycle under the small scheme with 甲学院, 乙学院 and 丙学院."""
    of = office(database_url, _scheme(tmp_path, "2018-09-01", "2019-08-31"))
    of.enter(
        *(cell(f"{unit}/unit/name", f"{name}学院") for unit, name in zip("abc", "甲乙丙", strict=True)),
        *(cell(f"{unit}/unit/type", "college") for unit in "abc"),
    )
    return of


def _scheme(folder: Path, first: str, last: str) -> Path:
    """The small scheme with another period, as a folder."""
    keys = {**small.TOP, "period": f"{{from: {first}, to: {last}}}", "targets": small.ONE_MARK}
    path = folder / first
    path.mkdir()
    (path / "scheme.yaml").write_text(small.top_level(keys), encoding="utf-8")
    return path


def kept(of: Office) -> Evidence:
    """The year as it is read from the database."""
    return open_year(of.source()).evidence


def test_former_names_are_entered_bit_by_bit(year: Office) -> None:
    """A second row first of all, then more of the first; what is taken away leaves no gap."""
    year.enter(
        cell("a/unit/formerly#1", "甲系", "name"),
        cell("a/unit/formerly#1", "2018-10-01", "changed"),
        cell("a/unit/formerly#2", "张三", "head"),
        cell("a/unit/formerly#2", "2019-03-01", "changed"),
    )
    year.enter(cell("a/unit/formerly#1", "王五", "head"))
    first, second = Former("2018-10-01", "甲系", head="王五"), Former("2019-03-01", head="张三")
    assert kept(year).units[0].history.formerly == (first, second)
    year.enter(cleared=[key("a/unit/formerly#1", name) for name in ("name", "changed", "head")])
    assert kept(year).units[0].history.formerly == (second,)


@pytest.mark.parametrize("renamed_first", [True, False])
def test_renaming_and_merging_in_either_order_are_one_year(year: Office, renamed_first: bool) -> None:  # noqa: FBT001 a fact
    """The steps that an office takes one after the other; the year that comes of them is the same."""
    steps = [
        [
            cell("a/unit/name", "信息学院"),
            cell("a/unit/formerly#1", "甲学院", "name"),
            cell("a/unit/formerly#1", "2018-10-01", "changed"),
        ],
        [cell("b/unit/until", "2019-01-31"), cell("b/unit/successor", "a")],
    ]
    for step in steps if renamed_first else steps[::-1]:
        year.enter(*step)
    first, second, _ = kept(year).units
    assert first.names == ("信息学院", "甲学院")
    assert second.history == UnitHistory(until="2019-01-31", successors=("a",))
    assert not second.takes_part


def test_what_cannot_be_is_not_kept(year: Office) -> None:
    """A successor that is not there: a sentence with its place, and nothing of the step is written."""
    before = year.held()
    with pytest.raises(ProblemsError) as refused:
        year.enter(cell("a/unit/until", "2019-01-31"), cell("a/unit/successor", "x"))
    (problem,) = refused.value.problems
    assert problem.text == "没有“x”这个单位，不能由它承接甲学院"
    assert str(problem.place).startswith("数据库 ")
    assert year.held() == before


def test_a_year_comes_back_from_its_file(year: Office, tmp_path: Path) -> None:
    """Exported and read it has the same hash; imported again it changes nothing."""
    year.enter(
        cell("a/unit/graded", "试运行", "no"),
        cell("a/unit/self_report", "一年总结：\n完成了任务"),
        cell("a/A/self_note", "按时完成"),
        cell("a/unit/since", "2018-10-01"),
        cell("a/unit/previous#1", "x"),
        cell("b/unit/until", "2019-01-31"),
        cell("b/unit/successor#1", "a"),
        cell("b/unit/successor#2", "c"),
    )
    path = tmp_path / "out.yaml"
    path.write_text(export_year(year.database, year.code).text, encoding="utf-8")
    again = build_evidence(yaml_reader.read(path), year.source().built())
    assert evidence_sha256(again) == evidence_sha256(kept(year))
    assert again.units[0].self_report == "一年总结：\n完成了任务"
    assert import_year(year.database, year.code, path, ACT).entered.changed == []


def test_the_next_cycle_takes_over_who_goes_on(year: Office, tmp_path: Path) -> None:
    """乙学院 was merged into 甲学院, which says so; why it was not graded stays in the old year."""
    year.enter(
        cell("a/unit/graded", "试运行", "no"),
        cell("b/unit/until", "2019-01-31"),
        cell("b/unit/successor", "a"),
    )
    following = Opening(str(_scheme(tmp_path, "2019-09-01", "2020-08-31")), code="2019-2020", previous=year.code)
    opened = open_new(year.database, following, ACT)
    assert (opened.units, opened.left, opened.ended) == (2, (), ("乙学院",))
    with year.database.reading() as session:
        cells = stored_year(session, "2019-2020").cells()
    assert {str(one.address): one.text for one in cells if one.address.node == UNIT} == {
        "a/unit/name": "甲学院",
        "a/unit/type": "college",
        "a/unit/previous#1": "b",
        "c/unit/name": "丙学院",
        "c/unit/type": "college",
    }
