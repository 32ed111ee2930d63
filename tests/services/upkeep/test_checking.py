"""A check finds whatever is no more what was written down, and nothing else."""

from pathlib import Path

import pytest
from sqlalchemy import text

from assess.services.cycles.entering import Edits, enter
from assess.services.cycles.opening import Opening, open_new
from assess.services.cycles.transfer import import_year
from assess.services.upkeep.checking import check
from assess.storage.cycles import stored_year
from assess.storage.database import Database
from assess.storage.tables.attachments import Content
from tests.storage.office import ACT, Office, cell, key, office

SAMPLE = Path("schemes/lianyungang-2018/sample/year.yaml")


def _protected_no_more(database: Database) -> None:
    with database.writing() as session:
        is_file = session.connection().dialect.name == "sqlite"
        for name in ("change_no_update", "change_no_delete") if is_file else ("change_no_update",):
            session.execute(text(f"DROP TRIGGER {name}{'' if is_file else ' ON change'}"))


def _with_some_values(url: str) -> Office:
    of = office(url)
    of.enter(
        cell("-/year/title", "一年"),
        cell("a/unit/name", "甲学院"),
        cell("a/unit/type", "secondary_college"),
        cell("a/K3.1/students", "1386"),
        cell("a/K1.1a/achievements#1", "课程、教材、教学资源库", "class"),
        cell("a/K1.1a/achievements#1", "省级", "level"),
        cell("a/K1.1a/achievements#2", "课程、教材、教学资源库", "class"),
        cell("a/K1.1a/achievements#2", "国家级", "level"),
    )
    return of


def test_a_whole_year_has_nothing_wrong(database_url: str) -> None:
    """Imported, corrected, cleared, a record gone before others, another cycle that is still empty."""
    of = office(database_url)
    import_year(of.database, of.code, SAMPLE, ACT)
    open_new(of.database, Opening("xuzhou-2022", code="徐州", readings={}), ACT)
    checked = check(of.database)
    assert checked.problems == ()
    assert (checked.cycles, checked.values > 1000, checked.changes > 1000) == (2, True, True)


def test_keepers_that_were_named_and_dismissed_are_explained_by_their_changes(database_url: str) -> None:
    """And one whom nobody named is found."""
    of = office(database_url)
    with of.database.writing() as session:
        stored = stored_year(session, of.code, to_write=True)
        stored.change_keepers(["张三", "李四"], [], ACT)
        stored.change_keepers([], ["李四"], ACT)
    assert check(of.database).problems == ()
    with of.database.writing() as session:
        session.execute(text("UPDATE keeper SET person_id = (SELECT id FROM person WHERE name = '李四')"))
    assert {one.code for one in check(of.database).problems} == {"unexplained"}


def test_corrections_and_cleared_values_are_explained_by_their_changes(database_url: str) -> None:
    """A value that went and a record whose later ones moved up are no findings."""
    of = _with_some_values(database_url)
    of.enter(cell("a/K3.1/students", "1400"))
    gone = [key("a/K1.1a/achievements#1", "class"), key("a/K1.1a/achievements#1", "level"), key("a/K3.1/students")]
    enter(of.database, of.code, Edits(cleared=gone), ACT)
    assert check(of.database).problems == ()


@pytest.mark.parametrize(
    ("tampering", "code", "said"),
    [
        ("UPDATE entry SET text = '1' WHERE text = '1386'", "unexplained", "与最后一次修改（第5次）记下的不一样"),
        ("DELETE FROM entry WHERE text = '1386'", "unexplained", "学生数: 错误：现在的值与最后一次修改"),
        ("UPDATE achievement SET level = '省级' WHERE number = 2", "unexplained", "第2项 级别: 错误：现在的值"),
        ("UPDATE entry SET input = 'teachers' WHERE text = '1386'", "unexplained", "没有任何修改记录"),
        ("INSERT INTO reading_choice VALUES (1, 'U1', 'raw')", "unexplained", "没有任何修改记录"),
        ("UPDATE scheme_text SET text = text || ' ' WHERE position = 1", "other_scheme", "不是开始时保存的那一份"),
        ("UPDATE entry SET change = 3 WHERE text = '1386'", "unexplained", "记着的不是最后一次修改"),
        ("UPDATE unit SET change = 3", "unexplained", "记着的不是最后一次修改"),
        ("UPDATE cycle SET code = '别的', scheme_title = 'x'", "other_cycle", "登记的编号、名称、方案或来源不是"),
        ("UPDATE scheme_text SET sha256 = 'x'", "other_cycle", "登记的编号、名称、方案或来源不是"),
        ("UPDATE scheme_text SET name = 'x' || name", "other_cycle", "登记的编号、名称、方案或来源不是"),
        ("UPDATE cycle SET stage = 'half_year'", "other_cycle", "登记的编号、名称、方案或来源不是"),
        ("UPDATE change SET new = '乙学院' WHERE new = '甲学院'", "broken_chain", "第3次修改的记录被改动过"),
        ("UPDATE change SET address = '?' WHERE new = '1386'", "broken_chain", "第5次修改的记录被改动过"),
    ],
)  # fmt: skip
def test_what_another_program_did_is_found(database_url: str, tampering: str, code: str, said: str) -> None:
    """A value, a record, a reading, the scheme's text, a change: each named, no value quoted."""
    of = _with_some_values(database_url)
    _protected_no_more(of.database)
    with of.database.writing() as session:
        session.execute(text(tampering))
    problems = check(of.database).problems
    found = [str(one) for one in problems if one.code == code]
    assert found
    assert any(said in one for one in found)
    assert not any("1386" in str(one) for one in problems)
    assert [one for one in problems if one.code == "unprotected"]


def test_an_attachment_that_is_another_one_is_found(database_url: str) -> None:
    """Its bytes are not those of its hash."""
    of = office(database_url)
    with of.database.writing() as session:
        session.add(Content(sha256="ab" * 32, size=3, content=b"pdf"))
    assert [one.code for one in check(of.database).problems] == ["other_content"]


def test_a_value_that_the_readers_refuse_is_found(database_url: str) -> None:
    """Put in behind the program's back, with a change and all."""
    of = _with_some_values(database_url)
    _protected_no_more(of.database)
    with of.database.writing() as session:
        for statement in ("UPDATE entry SET text = '许多'", "UPDATE change SET new = '许多'"):
            session.execute(text(f"{statement} WHERE {statement.split()[3]} = '1386'"))
    assert any("许多" in one.text for one in check(of.database).problems)


def test_a_row_whose_parent_is_gone_is_found(tmp_path: Path) -> None:
    """A file can be written into without its references being looked at."""
    of = _with_some_values(str(tmp_path / "考核.db"))
    with of.database.connected() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("DELETE FROM unit")
    assert [one.code for one in check(of.database).problems].count("orphan") > 2


def test_a_damaged_page_is_found(tmp_path: Path) -> None:
    """One byte inside an index: the file opens, and a check says that it is damaged."""
    of = _with_some_values(str(tmp_path / "考核.db"))
    assert of.database.path is not None
    with of.database.connected() as connection:
        root = connection.exec_driver_sql(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_change_address'"
        ).scalar_one()
        size = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    with of.database.path.open("r+b") as file:
        file.seek(root * size - 3)
        file.write(b"~")
    assert "broken_file" in [one.code for one in check(of.database).problems]


def test_a_single_mark_is_not_quoted(database_url: str) -> None:
    """A leader's mark that no reader takes is named by its place alone."""
    of = office(database_url)
    import_year(of.database, of.code, SAMPLE, ACT)
    with of.database.writing() as session:
        session.execute(text("UPDATE entry SET text = '9182.7' WHERE node = 'leadership' AND field = ''"))
    problems = check(of.database).problems
    assert any("超出了范围" in one.text for one in problems)
    assert not any("9182.7" in f"{one.place}{one.text}{one.hint}{one.value}" for one in problems)
