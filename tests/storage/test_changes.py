"""Every change is written down, in a chain that shows when one was touched."""

import pytest
from sqlalchemy import Connection, text

from assess.services.cycles.entering import Edits, enter
from assess.storage.acts import Act, Paper
from assess.storage.cycles import stored_year
from assess.storage.database import Database
from assess.storage.history import PastChange, Wanted, past_changes
from assess.storage.ledger import broken_links
from tests.storage.office import ACT, Office, cell, key, office

COLLEGE = (
    cell("-/year/title", "一年"),
    cell("a/unit/name", "甲学院"),
    cell("a/unit/type", "secondary_college"),
)


def _history(of: Office, **wanted: object) -> list[PastChange]:
    with of.database.reading() as session:
        return list(past_changes(session, of.code, Wanted(**wanted)))  # type: ignore[arg-type]  # the fields of Wanted


def _broken(of: Office) -> list[int]:
    with of.database.reading() as session:
        return list(broken_links(session, stored_year(session, of.code)._cycle))


def test_a_change_says_who_when_what_and_from_which_paper(database_url: str) -> None:
    """The typist, the giver, the checker, the paper, the reason, old and new, in the order of the days."""
    of = office(database_url)
    of.enter(*COLLEGE)
    paper = Paper("教务处.xlsx", "ab" * 32, "教务处", "2026-11-20", "教〔2026〕3号", signed=True)
    act = Act("李四", "entry set", ACT.at, "按盖章件更正", given_by="王五", checked_by="赵六", paper=paper)
    enter(of.database, of.code, Edits(cells=[cell("a/K3.1/students", "1386")]), ACT)
    enter(of.database, of.code, Edits(cells=[cell("a/K3.1/students", "1400")]), act)
    enter(of.database, of.code, Edits(cleared=[key("a/K3.1/students")]), ACT)
    last, second, first = _history(of, address="a/K3.1/students")
    assert [(one.old, one.new) for one in (first, second, last)] == [(None, "1386"), ("1386", "1400"), ("1400", None)]
    assert (second.typed_by, second.given_by, second.checked_by) == ("李四", "王五", "赵六")
    assert (second.command, second.reason, second.at) == ("entry set", "按盖章件更正", "2026-11-27T08:30:00Z")
    assert second.paper == paper
    assert (first.typed_by, first.given_by, first.paper) == ("张三", "", None)
    assert _broken(of) == []


def test_what_stands_there_already_is_no_change(database_url: str) -> None:
    """Entering the same value again writes nothing down."""
    of = office(database_url)
    of.enter(*COLLEGE)
    before = len(_history(of))
    assert of.enter(cell("a/unit/name", "甲学院")).changed == []
    assert len(_history(of)) == before


def _unprotected(connection: Connection) -> None:
    sqlite = connection.dialect.name == "sqlite"
    connection.execute(text(f"DROP TRIGGER change_no_update{'' if sqlite else ' ON change'}"))
    if sqlite:
        connection.execute(text("DROP TRIGGER change_no_delete"))


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        ("UPDATE change SET new = '乙学院' WHERE new = '甲学院'", 3),
        ("UPDATE change SET typed_by = typed_by WHERE number = 1", None),
        ("UPDATE change SET at = '2026-01-01T00:00:00Z' WHERE number = 2", 2),
        ("DELETE FROM change WHERE number = 1", 1),
        ("DELETE FROM change WHERE number = 6", 6),
        ("UPDATE person SET name = '别人'", 1),
        ("UPDATE cycle SET head = 'x'", 7),
    ],
)
def test_a_change_that_was_touched_is_found(database_url: str, tampering: str, found: int | None) -> None:
    """Content, order, person, the last one: the chain says which one is not what was written down."""
    of = office(database_url)
    of.enter(*COLLEGE)
    of.enter(cell("a/K3.1/students", "1386"))
    enter(of.database, of.code, Edits(cleared=[key("a/K3.1/students")]), ACT)
    with of.database.writing() as session:
        _unprotected(session.connection())
        session.execute(text(tampering))
    assert _broken(of) == ([] if found is None else [found])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change SET new = 'x'",
        "DELETE FROM change",
        "DELETE FROM change WHERE number = 1",
    ],
)
def test_the_database_itself_refuses_to_touch_a_change(database_url: str, statement: str) -> None:
    """Nobody changes or removes what was written down, not even with SQL."""
    of = office(database_url)
    with pytest.raises(Exception, match="only ever added"), of.database.writing() as session:
        session.execute(text(statement))
    assert len(_history(of)) == 1


def test_two_cycles_have_chains_of_their_own(database_url: str) -> None:
    """Numbers count from 1 in each."""
    of = office(database_url)
    from assess.services.cycles.opening import Opening, open_new

    open_new(of.database, Opening("xuzhou-2022", code="徐州"), ACT)
    other = Office(of.database, "徐州")
    of.enter(*COLLEGE)
    assert [one.number for one in _history(other)] == [1]
    assert _broken(of) == _broken(other) == []


def test_a_database_keeps_its_name_to_itself() -> None:
    """What messages call a server has no password in it."""
    from assess.storage.database import open_server

    database: Database = open_server("postgresql://用户:secret@localhost/考核")
    assert "secret" not in database.name
