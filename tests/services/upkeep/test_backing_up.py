"""Backups are whole, and nothing is ever written over without being told to."""

import tempfile
from datetime import datetime
from pathlib import Path

import pytest

from assess.disk.refusals import OutsideError
from assess.services.upkeep.backing_up import back_up
from assess.services.upkeep.checking import check
from assess.services.upkeep.restoring import place_for, restore
from assess.storage.database import open_file
from tests.storage.made_up_step import one_step_further
from tests.storage.office import Office, cell, office
from tests.storage.others import somebody_else

AT = datetime(2026, 11, 27, 16, 30, 5)  # noqa: DTZ001 local time
COLLEGE = (cell("a/unit/name", "甲学院"), cell("a/unit/type", "secondary_college"))


@pytest.fixture
def filled(tmp_path: Path) -> Office:
    """A database in a folder of its own, with a college."""
    (tmp_path / "office").mkdir()
    of = office(str(tmp_path / "office" / "考核.db"))
    of.enter(*COLLEGE)
    return of


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_backup_is_one_file_with_all_that_is_held(filled: Office, tmp_path: Path) -> None:
    """Under its date in the folder of backups, and the database is still the only one in its folder."""
    with filled.database.writing():  # somebody is writing meanwhile
        path = back_up(filled.database, None, AT)
    assert path == tmp_path / "office" / "备份" / "考核 2026-11-27 163005.db"
    assert _names(tmp_path / "office") - {"考核.db-wal", "考核.db-shm"} == {"考核.db", "备份/考核 2026-11-27 163005.db"}
    assert Office(open_file(path), filled.code).held() == filled.held()
    assert check(open_file(path)).problems == ()


@pytest.mark.parametrize(
    ("to", "expected"),
    [("stick", "stick/考核 2026-11-27 163005.db"), ("stick/一份.db", "stick/一份.db")],
)
def test_a_backup_goes_where_it_is_wanted(filled: Office, tmp_path: Path, to: str, expected: str) -> None:
    """Into a folder under its date, or into a file that is named."""
    assert back_up(filled.database, tmp_path / to, AT) == tmp_path / expected


def test_a_backup_never_replaces_a_file(filled: Office, tmp_path: Path) -> None:
    """Not even a backup of the same second."""
    path = back_up(filled.database, tmp_path / "一份.db", AT)
    before = path.read_bytes()
    filled.enter(cell("a/unit/head", "王五"))
    with pytest.raises(OutsideError, match="已有同名的文件"):
        back_up(filled.database, path, AT)
    assert path.read_bytes() == before


def test_a_damaged_database_gives_no_backup(filled: Office, tmp_path: Path) -> None:
    """What cannot be read through is not kept as if it could."""
    _damage(filled)
    with pytest.raises(OutsideError):
        back_up(filled.database, tmp_path / "一份.db", AT)
    assert not (tmp_path / "一份.db").exists()


def test_what_is_no_database_of_ours_gives_no_backup(tmp_path: Path) -> None:
    """The sentence says what it is, and no file appears."""
    (tmp_path / "空.db").touch()
    with pytest.raises(OutsideError, match="是空的"):
        back_up(open_file(tmp_path / "空.db"), None, AT)
    assert _names(tmp_path) == {"空.db"}


def test_a_backup_on_a_stick_that_is_write_protected_can_be_restored(filled: Office) -> None:
    """Reading it writes nothing beside it."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        stick, other = Path(name, "stick"), Path(name, "office")
        path = back_up(filled.database, stick, AT)
        other.mkdir()
        for one, mode in ((Path(name), 0o755), (path, 0o444), (stick, 0o555), (other, 0o777)):
            one.chmod(mode)
        with somebody_else():
            assert restore(path, other / "考核.db", AT).problems == ()
        assert Office(open_file(other / "考核.db"), filled.code).held() == filled.held()
        stick.chmod(0o755)


def test_a_server_is_backed_up_by_others(database_url: str, tmp_path: Path) -> None:
    """The sentence says by whom, and what can be done here."""
    of = office(database_url)
    if of.database.path is None:
        with pytest.raises(OutsideError, match="pg_dump"):
            back_up(of.database, tmp_path, AT)
        assert list(tmp_path.iterdir()) == []


def test_a_backup_is_restored_on_another_pc(filled: Office, tmp_path: Path) -> None:
    """Into an empty folder, under the usual name."""
    path = back_up(filled.database, tmp_path / "stick", AT)
    before = path.read_bytes()
    place = place_for(None, tmp_path, path)
    assert place == tmp_path / "考核.db"
    restored = restore(path, place, AT)
    assert (restored.replaced, restored.is_old, restored.problems) == (None, False, ())
    again = Office(restored.database, filled.code)
    assert again.held() == filled.held()
    again.enter(cell("a/unit/head", "王五"))
    assert path.read_bytes() == before


def test_a_database_is_only_replaced_by_force_and_then_kept(filled: Office, tmp_path: Path) -> None:
    """What is restored is the backup; what was there, with its last values, is beside it under its date."""
    path = back_up(filled.database, tmp_path / "stick", AT)
    before = filled.held()
    filled.enter(cell("a/unit/head", "王五"))
    changed = filled.held()
    target = tmp_path / "office" / "考核.db"
    with pytest.raises(OutsideError, match="--force"):
        restore(path, target, AT)
    assert filled.held() == changed
    restored = restore(path, target, AT, force=True)
    assert restored.replaced == tmp_path / "office" / "备份" / "考核 2026-11-27 163005 恢复前.db"
    assert filled.held() == before
    assert Office(open_file(restored.replaced), filled.code).held() == changed


def test_a_damaged_database_is_replaced_by_its_backup(filled: Office, tmp_path: Path) -> None:
    """What is left of it is kept, with the writes that had not reached the file; they get into no other one."""
    path = back_up(filled.database, tmp_path / "stick", AT)
    before = filled.held()
    target = tmp_path / "office" / "考核.db"
    target.write_bytes("不是数据库".encode())
    target.with_name("考核.db-wal").write_bytes(b"what was waiting")
    restored = restore(path, target, AT, force=True)
    assert restored.replaced is not None
    assert restored.replaced.read_text(encoding="utf-8") == "不是数据库"
    kept = restored.replaced.with_name(restored.replaced.name + "-wal")
    assert kept.read_bytes() == b"what was waiting"
    assert filled.held() == before
    filled.enter(cell("a/unit/head", "王五"))
    assert check(filled.database).problems == ()


def test_a_database_that_somebody_uses_is_not_replaced(filled: Office, tmp_path: Path) -> None:
    """It is left as it is, and the sentence says why."""
    path = back_up(filled.database, tmp_path / "stick", AT)
    target = tmp_path / "office" / "考核.db"
    with filled.database.reading() as session:
        filled.source()
        session.connection()
        with pytest.raises(OutsideError, match="另一个程序正在写"):
            restore(path, target, AT, force=True, patience=0.1)
    assert not (tmp_path / "office" / "备份").exists()
    filled.enter(cell("a/unit/head", "王五"))


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "是空的"), ("不是".encode() * 1000, "不是备份，或已损坏"), (None, "找不到")]
)
def test_what_is_no_backup_is_refused(tmp_path: Path, content: bytes | None, said: str) -> None:
    """Nothing appears where the database would be."""
    if content is not None:
        (tmp_path / "x.db").write_bytes(content)
    with pytest.raises(OutsideError, match=said):
        restore(tmp_path / "x.db", tmp_path / "考核.db", AT)
    assert not (tmp_path / "考核.db").exists()


def test_a_damaged_backup_is_refused(filled: Office, tmp_path: Path) -> None:
    """Before anything is touched."""
    _damage(filled)
    assert filled.database.path is not None
    with pytest.raises(OutsideError, match="损坏"):
        restore(filled.database.path, tmp_path / "考核.db", AT)
    assert not (tmp_path / "考核.db").exists()


def test_a_database_is_not_its_own_backup(filled: Office) -> None:
    """Which would only lose what it was."""
    assert filled.database.path is not None
    with pytest.raises(OutsideError, match="不是备份"):
        restore(filled.database.path, filled.database.path, AT, force=True)


def test_a_backup_of_an_older_version_says_so(filled: Office, tmp_path: Path) -> None:
    """It is restored as it is; an upgrade is the next step."""
    path = back_up(filled.database, tmp_path / "stick", AT)
    with one_step_further(tmp_path / "later"):
        assert restore(path, tmp_path / "考核.db", AT).is_old


def test_a_backup_lying_in_the_folder_is_not_taken_for_the_database(filled: Office, tmp_path: Path) -> None:
    """Nor is a server restored by this program, nor is one of several databases guessed."""
    path = back_up(filled.database, tmp_path / "一份.db", AT)
    assert place_for(None, tmp_path, path) == tmp_path / "考核.db"
    assert place_for("别处.db", tmp_path, path) == Path("别处.db")
    with pytest.raises(OutsideError, match="pg_restore"):
        place_for("postgresql://somewhere/x", tmp_path, path)
    for name in ("甲.db", "乙.db"):
        (tmp_path / name).touch()
    with pytest.raises(OutsideError, match="有2个数据库"):
        place_for(None, tmp_path, path)


def _damage(of: Office) -> None:
    """One byte inside an index."""
    assert of.database.path is not None
    with of.database.connected() as connection:
        found = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_change_address'"
        root = connection.exec_driver_sql(found).scalar_one()
        size = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    with of.database.path.open("r+b") as file:
        file.seek(root * size - 3)
        file.write(b"~")
