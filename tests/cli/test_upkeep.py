"""Looking after the database from the command line."""

from pathlib import Path

import pytest
from sqlalchemy import text

from assess.services.cycles.setting_up import set_up
from assess.storage.cycles import heads, stored_year
from assess.storage.database import open_file
from tests.cli.conftest import Program, Run
from tests.storage.made_up_step import one_step_further
from tests.storage.office import Office, cell, office


@pytest.fixture
def filled(tmp_path: Path) -> Office:
    """A database with a college in the folder in which the program runs."""
    of = office(str(tmp_path / "考核.db"))
    of.enter(cell("a/unit/name", "甲学院"), cell("a/unit/type", "secondary_college"))
    return of


def test_a_database_that_is_well_is_said_to_be(run: Program, filled: Office) -> None:
    """With what was looked at; quiet says nothing."""
    assert filled.code == "2018-2019"
    answer = run("db", "check")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines() == ["数据库“考核.db”没有问题。", "已检查1个考核周期、5项数据、3次修改。"]
    assert run("db", "check", "--quiet") == (0, "", "")


def test_findings_end_with_one(run: Program, filled: Office) -> None:
    """Each in a sentence with its place and what to do, and how many there are."""
    with filled.database.writing() as session:
        session.execute(text("UPDATE unit SET name = '乙学院'"))
    answer = run("db", "check")
    assert answer.code == 1
    assert "现在的值与最后一次修改（第2次）记下的不一样" in answer.out
    assert "有人绕过本程序改过它" in answer.out
    assert answer.out.endswith("数据库“考核.db”：发现1处问题。\n")


def test_a_backup_can_be_restored(run: Program, filled: Office, tmp_path: Path) -> None:
    """Backup, a change, restore: refused without --force, and then what was there is kept."""
    before = filled.held()
    answer = run("backup", "--to", "U盘")
    assert answer.code == 0
    (made,) = (tmp_path / "U盘").iterdir()
    assert answer.out == f"已备份到 {Path('U盘') / made.name}\n"
    filled.enter(cell("a/unit/head", "王五"))
    answer = run("restore", made)
    assert (answer.code, answer.out) == (3, "")
    assert "--force" in answer.err
    answer = run("restore", made, "--force")
    assert (answer.code, answer.err) == (0, "")
    assert "换下的数据库保留在" in answer.out
    assert answer.out.endswith("已恢复到 考核.db\n")
    assert filled.held() == before


def test_a_backup_beside_the_database_is_to_be_moved(run: Program, filled: Office, tmp_path: Path) -> None:
    """Else the folder would have two databases, and the next command would not know which one is meant."""
    del filled
    run("backup", "--to", "一份.db")
    (tmp_path / "考核.db").unlink()
    answer = run("restore", "一份.db")
    assert answer.code == 0
    assert "请把备份移到别处" in answer.out


def test_a_backup_that_was_copied_to_another_pc_is_restored_where_it_lies(
    run: Program, filled: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its date in its name it is never taken for a second database of the folder."""
    del filled
    (tmp_path / "新电脑").mkdir()
    run("backup", "--to", "新电脑")
    monkeypatch.chdir(tmp_path / "新电脑")
    (backup,) = Path().iterdir()
    assert "有备份的，用 assess restore 恢复" in run("db", "check").err
    answer = run("restore", backup)
    assert (answer.code, answer.out) == (0, "已恢复到 考核.db\n")
    assert run("db", "check").code == 0


def test_what_a_backup_itself_lacks_is_said(run: Program, filled: Office, tmp_path: Path) -> None:
    """It is restored all the same: it may be the only one there is."""
    with filled.database.writing() as session:
        session.execute(text("UPDATE unit SET name = '乙学院'"))
    run("backup", "--to", "U盘/一份.db", "--quiet")
    answer = run("restore", "U盘/一份.db", "--database", "新.db", "--quiet")
    assert (answer.code, answer.out) == (0, "")
    assert "现在的值与最后一次修改" in answer.err
    assert (tmp_path / "新.db").exists()


def test_an_upgrade_says_where_the_old_one_is(run: Program, filled: Office, tmp_path: Path) -> None:
    """And that there is nothing to do where there is nothing to do; others are told to upgrade first."""
    del filled
    answer = run("db", "upgrade")
    assert answer == (0, "数据库已经是这个版本的样子（0001），不用升级。\n", "")
    with one_step_further(tmp_path / "later"):
        answer = run("db", "check")
        assert answer.code == 3
        assert "请先运行 assess db upgrade" in answer.err
        run("backup", "--to", "旧.db", "--quiet")
        assert "请再运行 assess db upgrade" in run("restore", "旧.db", "--database", "U盘/新.db").out
        answer = run("db", "upgrade", "--database", "考核.db")
        assert (answer.code, answer.err) == (0, "")
        first, second = answer.out.splitlines()
        assert first.startswith(f"升级前的备份：{tmp_path / '备份'}")
        assert second == "数据库已升级：0001 → made_up。"


def test_a_protection_that_was_removed_can_be_set_again(run: Program, filled: Office) -> None:
    """A check names it, an upgrade sets it, and then all is well."""
    with filled.database.writing() as session:
        session.execute(text("DROP TRIGGER change_no_delete"))
    assert "请运行 assess db upgrade 重新加上保护" in run("db", "check").out
    assert "已重新加上" in run("db", "upgrade").out
    assert run("db", "check").code == 0


def test_an_empty_database_is_well(run: Program, tmp_path: Path) -> None:
    """Before any cycle was opened."""
    set_up(None, tmp_path)
    assert run("db", "check").out.endswith("已检查0个考核周期、0项数据、0次修改。\n")


def _opens_a_cycle(run: Program, code: str, *more: str) -> Run:
    return run("cycle", "open", "--scheme", "xuzhou-2022", "--code", code, "--by", "张三", *more)


def test_commands_that_write_keep_the_second_place_up(run: Program, filled: Office, tmp_path: Path) -> None:
    """From when it is named until it is forgotten."""
    (tmp_path / "U盘").mkdir()
    answer = run("backup", "--second-place", "U盘")
    assert (answer.code, answer.err) == (0, "")
    (made,) = (tmp_path / "U盘").iterdir()
    assert answer.out == f"以后每次录入都会备份到第二处；现在的这一份是 {made}\n"
    assert _opens_a_cycle(run, "徐州").code == 0
    with open_file(made).reading() as session:
        assert [head.code for head in heads(session)] == ["徐州", filled.code]
    assert run("cycle", "keepers", "--cycle", "徐州", "--add", "李四", "--by", "张三", "--reason", "分工").code == 0
    with open_file(made).reading() as session:
        assert stored_year(session, "徐州").keepers == ("李四",)
    assert run("backup", "--no-second-place").out == "以后不再备份到第二处。\n"
    made.unlink()
    assert _opens_a_cycle(run, "徐州二").code == 0
    assert not made.exists()


def test_an_unsafe_folder_is_mentioned_once_a_command(
    run: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """On standard error; --quiet says nothing."""
    (tmp_path / "OneDrive").mkdir()
    monkeypatch.chdir(tmp_path / "OneDrive")
    for answer in (run("init"), _opens_a_cycle(run, "徐州"), run("db", "check")):
        assert answer.code == 0
        assert answer.err.count("OneDrive的同步文件夹") == 1
    assert run("db", "check", "--quiet") == (0, "", "")


def test_only_one_place_can_be_named(run: Program) -> None:
    """Anything else would be a guess."""
    answer = run("backup", "--to", "U盘", "--no-second-place")
    assert answer.code == 2
    assert "只能写一个" in answer.err
