"""How far a cycle is: what is due of whom, entered, missing, and when it last moved."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assess.ground.place import ProblemsError
from assess.ground.tree import Text
from assess.resources import schemes_dir
from assess.services.cycles.duties.settling import Order, settle
from assess.services.cycles.entering import Edits, enter
from assess.services.cycles.opening import Opening, open_new
from assess.services.cycles.status.cycle_status import status_of
from assess.services.cycles.status.progress import CycleStatus, Progress
from assess.services.cycles.transfer import import_year
from tests.storage.office import ACT, Office, cell, key, office

SMALL = Path(__file__).parents[1] / "cli" / "data" / "small"
DAY = "2026-11-27"


@pytest.fixture
def of(database_url: str) -> Office:
    """A small year in which five values lack: two of 文学院, one of 理学院, one of the institute, one of 教务处."""
    made = office(database_url, SMALL, "2025")
    import_year(made.database, made.code, SMALL / "sample" / "year.yaml", ACT)
    gone = ["arts/T4/papers", "arts/T3/rate", "lab/leadership/heads", "registry/D2/mark"]
    keys = [one for one in made.held() if str(one.address).partition("#")[0] in (*gone, "science/T5/awards")]
    enter(made.database, made.code, Edits(cleared=keys), ACT)
    return made


def duty(of: Office, item: str, department: str, due: str = "", assessors: tuple[str, ...] = ()) -> None:
    """Settle whose an item is."""
    names = [Text(name) for name in assessors] or None
    order = Order(Text(item), Text(department), names, Text(due), valid_from=Text("2025-01-01"))
    settle(of.database, of.code, [order], ACT)


def status(of: Office, day: str = DAY) -> CycleStatus:
    """How far it is."""
    return status_of(of.database, of.code, day)


def counts(progress: Progress) -> tuple[int, int, int, int]:
    """What is due, entered and missing of it, and the percentage."""
    return progress.due, progress.entered, progress.missing, progress.percent


def test_what_is_due_entered_and_missing(of: Office) -> None:
    """By unit in the order of lists and office, by chapter in the order of the document, in all."""
    found = status(of)
    assert {unit.name: counts(one) for unit, one in found.units.items()} == {
        "文学院": (10, 8, 2, 80),
        "理学院": (10, 9, 1, 90),
        "光学研究所": (9, 8, 1, 88),
        "教务处": (6, 5, 1, 83),
    }
    assert {name: counts(one) for name, one in found.chapters.items()} == {
        "群众评议": (12, 12, 0, 100),
        "目标任务": (2, 1, 1, 50),
        "work 工作任务": (17, 14, 3, 82),
        "领导评价": (4, 3, 1, 75),
    }
    assert counts(found.total) == (35, 30, 5, 85)
    assert [str(one.question.address) for one in found.missing] == [
        "arts/T3/rate",
        "arts/T4/papers",
        "science/T5/awards",
        "lab/leadership/heads",
        "registry/D2/mark",
    ]
    assert not found.is_finished


def test_a_percentage_is_never_100_while_one_is_missing() -> None:
    """It is rounded down; of nothing everything is there."""
    assert Progress(100_000, 99_999).percent == 99
    assert Progress(3, 2).percent == 66
    assert Progress(0, 0).percent == 100


def test_each_value_is_due_of_the_department_of_its_day(of: Office) -> None:
    """With assessors and the last day; what nobody has comes last."""
    duty(of, "T4", "科研处")
    duty(of, "工作任务", "教务处", "2025-12-01", ("张三", "李四"))
    found = status(of)
    assert {name: counts(one) for name, one in found.departments.items()} == {
        "教务处": (11, 9, 2, 81),
        "科研处": (6, 5, 1, 83),
        "": (18, 16, 2, 88),
    }
    (rate,) = (one for one in found.missing if one.question.address.node == "T3")
    assert (rate.responsible.assessors, rate.responsible.due) == (("张三", "李四"), "2025-12-01")
    (papers,) = (one for one in found.missing if one.question.address.node == "T4")
    assert (papers.responsible.assessors, papers.responsible.due) == ((), "2025-12-01")
    of_teaching = found.only(department="教务处")
    assert counts(of_teaching.total) == (11, 9, 2, 81)
    assert counts(found.only(department="教务处", unit="science").total) == (4, 3, 1, 75)
    assert list(found.only(unit="lab").units) == [("lab", "光学研究所", ("光学研究所",))]


def test_it_says_when_it_last_moved(of: Office) -> None:
    """The last value that is there now; what was never entered has not moved."""
    later = replace(ACT, at=datetime(2026, 12, 1, 1, 0, tzinfo=UTC))
    enter(of.database, of.code, Edits([cell("lab/leadership/heads#1", "88")]), later)
    found = status(of)
    moved = {unit.id: one.moved for unit, one in found.units.items()}
    assert moved == dict.fromkeys(moved, ACT.moment) | {"lab": "2026-12-01T01:00:00Z"}
    assert found.total.moved == "2026-12-01T01:00:00Z"
    enter(of.database, of.code, Edits(cleared=[key("registry/D1/mark")]), later)
    assert status(of).by(lambda one: one.question.address)[key("registry/D1/mark").address] == Progress(1, 0)


def test_reminders_stand_beside_what_is_missing(of: Office) -> None:
    """With the numbers by which they are confirmed; those of a unit with the unit."""
    enter(of.database, of.code, Edits([cell("arts/T4/teachers", "3000")]), ACT)
    found = status(of)
    assert [one.number for one in found.reminders] == list(range(1, len(found.reminders) + 1))
    assert {one.problem.code for one in found.reminders} >= {"made_up"}
    assert all(one.problem.address.unit == "science" for one in found.only(unit="science").reminders)  # type: ignore[union-attr]


def test_a_year_that_is_whole_is_finished(database_url: str) -> None:
    """Nothing is missing, and its reminders are confirmed."""
    made = office(database_url, SMALL, "2025")
    import_year(made.database, made.code, SMALL / "sample" / "year.yaml", ACT)
    enter(made.database, made.code, Edits(cleared=[key("-/year/made_up")]), ACT)
    found = status(made)
    assert (found.missing, found.total.percent) == ((), 100)
    assert found.is_finished == (not [one for one in found.reminders if one.problem.confirmed is None])


def test_a_round_of_votes_is_of_the_year(of: Office) -> None:
    """Its numbers are due once, of whoever has the vote; the rows are due of the units."""
    cells = [cell("-/rounds/part%年度测评", "votes"), cell("-/rounds/group%年度测评", "staff")]
    cells += [cell("-/rounds/issued%年度测评", "40"), cell("-/rounds/spoilt%年度测评", "0")]
    votes = [one for one in of.held() if one.address.node == "votes" and one.address.input in ("issued", "returned")]
    enter(of.database, of.code, Edits(cells, cleared=votes), ACT)
    duty(of, "群众评议", "组织部")
    found = status(of)
    (year,) = (one for unit, one in found.units.items() if unit.id == "-")
    assert year.missing == 1
    (returned,) = (one for one in found.missing if one.unit.id == "-")
    assert (returned.unit.name, returned.question.label) == ("本年度", "收回")
    assert (returned.responsible.department, returned.chapter) == ("组织部", "群众评议")


def test_a_half_year_shows_what_monitoring_asks_for(database_url: str) -> None:
    """Values of the whole year are not due yet."""
    made = office(database_url, "xuzhou-2022", "全年")
    open_new(made.database, Opening("xuzhou-2022", code="半年", stage="half_year"), ACT)
    half = Office(made.database, "半年")
    import_year(half.database, half.code, schemes_dir() / "xuzhou-2022" / "sample" / "half_year.yaml", ACT)
    found = status(half)
    assert found.total.due > 0
    assert found.missing == ()


def test_a_cycle_without_units_says_so(database_url: str) -> None:
    """There is nobody to ask."""
    with pytest.raises(ProblemsError, match="还没有单位"):
        status(office(database_url, SMALL, "2025"))
