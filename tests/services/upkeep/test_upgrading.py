"""An upgrade begins with a backup, and refuses what it cannot upgrade."""

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from assess.disk.refusals import OutsideError
from assess.services.upkeep.upgrading import Upgraded, upgrade
from assess.storage import schema
from assess.storage.database import open_database, open_file
from tests.storage.made_up_step import BAD_STEP, one_step_further
from tests.storage.office import cell, office

AT = datetime(2026, 11, 27, 16, 30, 5)  # noqa: DTZ001 local time
COLLEGE = (cell("a/unit/name", "甲学院"), cell("a/unit/type", "secondary_college"))


def test_a_file_is_backed_up_before_it_is_upgraded(tmp_path: Path) -> None:
    """The backup is the old database, whole, under its date."""
    of = office(str(tmp_path / "考核.db"))
    of.enter(*COLLEGE)
    before = schema.TODAY
    with one_step_further(tmp_path / "later"):
        done = upgrade(of.database, AT)
        assert done == Upgraded(before, "made_up", tmp_path / "备份" / "考核 2026-11-27 163005 升级前.db")
        assert schema.state_of(of.database) is schema.State.CURRENT
    assert done.backup is not None
    backup = open_file(done.backup)
    assert schema.state_of(backup) is schema.State.CURRENT  # for this program, which knows no later step
    with backup.reading() as session:
        assert session.execute(text("SELECT name FROM unit")).scalars().all() == ["甲学院"]


def test_where_an_upgrade_fails_the_backup_stays(tmp_path: Path) -> None:
    """And the database is the old one."""
    of = office(str(tmp_path / "考核.db"))
    of.enter(*COLLEGE)
    with one_step_further(tmp_path / "later", BAD_STEP):
        with pytest.raises(OutsideError):
            upgrade(of.database, AT)
        assert schema.state_of(of.database) is schema.State.OLD
    assert len(list((tmp_path / "备份").glob("*.db"))) == 1


def test_a_database_of_today_has_nothing_to_upgrade(database_url: str, tmp_path: Path) -> None:
    """No backup is made for nothing."""
    of = office(database_url)
    assert upgrade(of.database, AT) == Upgraded(schema.TODAY, schema.TODAY)
    assert of.database.path is None or not (of.database.path.parent / "备份").exists()
    del tmp_path


def test_a_newer_database_is_refused(database_url: str) -> None:
    """By every command, in a sentence that says what to do."""
    of = office(database_url)
    with of.database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(OutsideError, match=r"更新版本的程序建立的.*请安装新版本"):
        upgrade(of.database, AT)


def test_on_a_server_somebody_else_makes_the_backup(database_url: str, tmp_path: Path) -> None:
    """Without their word nothing is upgraded; a file needs no word."""
    of = office(database_url)
    with one_step_further(tmp_path):
        if of.database.path is None:
            with pytest.raises(OutsideError, match="--backed-up"):
                upgrade(of.database, AT)
            assert schema.state_of(of.database) is schema.State.OLD
        done = upgrade(open_database(database_url), AT, is_backed_up=True)
        assert (done.backup is None) == (of.database.path is None)
        assert schema.state_of(of.database) is schema.State.CURRENT
