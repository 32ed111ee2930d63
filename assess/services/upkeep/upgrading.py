"""Bringing a database to today's form, after a backup."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assess.disk.refusals import OutsideError
from assess.disk.writing import staged
from assess.services.upkeep.backing_up import FOLDER, dated
from assess.storage import schema
from assess.storage.copies import copy_into
from assess.storage.database import Database


@dataclass(frozen=True, slots=True)
class Upgraded:
    """From which form to which; the same: there was nothing to upgrade. `backup`: where the old one is kept.

    `is_mended`: whether changes had lost their protection, which was set again.
    """

    before: str
    after: str
    backup: Path | None = None
    is_mended: bool = False


def upgrade(database: Database, at: datetime, *, is_backed_up: bool = False) -> Upgraded:
    """Upgrade a database, all of it or nothing; of a file a backup is made and read through first.

    `at`: now, in local time. `is_backed_up`: whether somebody has made a backup of a database on a server, which this
    program cannot do. Raises `OutsideError` for what is no database of ours, or a newer one.
    """
    if schema.state_of(database) is not schema.State.OLD:
        schema.require_current(database)
        return Upgraded(schema.TODAY, schema.TODAY, is_mended=schema.mend(database))
    before = schema.revision_of(database)
    backup = None
    if database.path is not None:
        backup = database.path.parent / FOLDER / dated(database.path, at, "升级前")
        with staged(backup.parent, fresh=True) as stage:
            copy_into(database, stage / backup.name)
    elif not is_backed_up:
        message = (
            f"数据库“{database.name}”在服务器上，本程序不能代做备份。"
            "请管理员先备份（例如 pg_dump --format=custom），再加上 --backed-up 运行一次。"
        )
        raise OutsideError(message)
    schema.upgrade(database)
    return Upgraded(before, schema.TODAY, backup)
