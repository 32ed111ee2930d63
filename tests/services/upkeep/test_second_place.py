"""The second place follows what is written, and somebody is told when it does not."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assess.disk.refusals import OutsideError
from assess.disk.surroundings import Mount
from assess.services.upkeep.second_place import keep_up, name_second_place, second_place
from assess.services.upkeep.whereabouts import unsafe
from assess.storage.database import open_file
from tests.storage.office import Office, cell, office

AT = datetime(2026, 11, 27, 8, 30, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def filled(tmp_path: Path) -> Office:
    """A database with a college, and a stick that is plugged in."""
    (tmp_path / "stick").mkdir()
    of = office(str(tmp_path / "考核.db"))
    of.enter(cell("a/unit/name", "甲学院"), cell("a/unit/type", "secondary_college"))
    return of


def _copies(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_first_backup_is_made_when_the_place_is_named(filled: Office, tmp_path: Path) -> None:
    """And it is a whole database."""
    made = name_second_place(filled.database, tmp_path / "stick", AT)
    assert made == tmp_path / "stick" / "考核 2026-11-27.db"
    assert Office(open_file(made), filled.code).held() == filled.held()
    place = second_place(filled.database)
    assert place is not None
    assert (place.folder, place.at, place.is_current) == (tmp_path / "stick", AT, True)


def test_what_is_written_later_gets_there_a_file_a_day(filled: Office, tmp_path: Path) -> None:
    """The last one of the day stays; where nothing was written nothing is copied."""
    stick = tmp_path / "stick"
    name_second_place(filled.database, stick, AT)
    filled.enter(cell("a/unit/head", "王五"))
    assert keep_up(filled.database, AT) == ""
    assert _copies(stick) == ["考核 2026-11-27.db"]
    assert Office(open_file(stick / "考核 2026-11-27.db"), filled.code).held() == filled.held()
    assert keep_up(filled.database, AT + DAY) == ""
    assert _copies(stick) == ["考核 2026-11-27.db"]
    filled.enter(cell("a/unit/head", "赵六"))
    assert keep_up(filled.database, AT + DAY) == ""
    assert _copies(stick) == ["考核 2026-11-27.db", "考核 2026-11-28.db"]


def test_a_stick_in_the_drawer_is_mentioned_after_three_days(filled: Office, tmp_path: Path) -> None:
    """Not before, not where nothing was written, and not once it was plugged in again."""
    stick = tmp_path / "stick"
    name_second_place(filled.database, stick, AT)
    stick.rename(tmp_path / "drawer")
    assert keep_up(filled.database, AT + 9 * DAY) == ""
    filled.enter(cell("a/unit/head", "王五"))
    assert keep_up(filled.database, AT + 2 * DAY) == ""
    said = keep_up(filled.database, AT + 4 * DAY)
    assert said == f"已有4天没有备份到第二处，现在找不到“{stick}”。请插上U盘，运行 assess backup。"
    assert not stick.exists()
    (tmp_path / "drawer").rename(stick)
    assert keep_up(filled.database, AT + 4 * DAY) == ""
    assert _copies(stick) == ["考核 2026-11-27.db", "考核 2026-12-01.db"]


def test_a_place_that_refuses_is_told_and_stops_nothing(filled: Office, tmp_path: Path) -> None:
    """What was written is written; the sentence says what the second place lacks."""
    stick = tmp_path / "stick"
    name_second_place(filled.database, stick, AT)
    filled.enter(cell("a/unit/head", "王五"))
    (stick / "考核 2026-11-28.db").mkdir()
    said = keep_up(filled.database, AT + DAY)
    assert said.startswith("没能备份到第二处：")
    assert "已有同名的文件夹" in said


def test_a_place_can_be_forgotten(filled: Office, tmp_path: Path) -> None:
    """Nothing goes there any more."""
    name_second_place(filled.database, tmp_path / "stick", AT)
    assert name_second_place(filled.database, None, AT) is None
    filled.enter(cell("a/unit/head", "王五"))
    assert keep_up(filled.database, AT + 9 * DAY) == ""
    assert second_place(filled.database) is None
    assert len(_copies(tmp_path / "stick")) == 1


def test_a_place_that_cannot_be_is_refused(filled: Office, tmp_path: Path) -> None:
    """No folder is made on a disk that only looks like the stick, and nothing is remembered."""
    with pytest.raises(OutsideError, match="U盘要先插上"):
        name_second_place(filled.database, tmp_path / "E" / "备份", AT)
    assert second_place(filled.database) is None


def test_a_server_has_no_second_place(database_url: str, tmp_path: Path) -> None:
    """Its administrator makes the backups."""
    of = office(database_url)
    if of.database.path is None:
        with pytest.raises(OutsideError, match="pg_dump"):
            name_second_place(of.database, tmp_path, AT)
        assert unsafe(of.database) == ""
    assert keep_up(of.database, AT) == ""


def test_a_database_in_a_synchronised_or_network_folder_is_warned_of(tmp_path: Path) -> None:
    """The warning says what may happen and where the database should go."""
    (tmp_path / "坚果云").mkdir()
    assert unsafe(office(str(tmp_path / "考核.db")).database, []) == ""
    assert "网络文件夹" in unsafe(open_file(tmp_path / "考核.db"), [Mount(str(tmp_path), "nfs4")])
    assert "坚果云的同步文件夹" in unsafe(office(str(tmp_path / "坚果云" / "考核.db")).database)
