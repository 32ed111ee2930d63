"""Backups of a database's file: whole, read through before they are kept, never over another one."""

from datetime import datetime
from pathlib import Path

from assess.disk.refusals import OutsideError
from assess.disk.writing import staged
from assess.storage.copies import copy_into
from assess.storage.database import Database

#: Beside the database: a folder that nobody takes for one with a database of its own.
FOLDER = "备份"
#: How the name of a database's file ends.
SUFFIX = ".db"
_ON_SERVER = (
    "数据库“{name}”在服务器上，由管理员备份（例如 pg_dump --format=custom），本程序不代做。"
    "本年的数据可以用 assess cycle export 导出一份。"
)


def back_up(database: Database, to: Path | None, at: datetime) -> Path:
    """Make a backup and return where it is. Raises `OutsideError`; then there is none.

    `to`: a folder, where the backup gets the database's name with date and time, or a new file that ends in `.db`; by
    default the folder of backups beside the database. `at`: now, in local time.
    """
    path = file_of(database)
    target = path.parent / FOLDER if to is None else to
    if target.suffix != SUFFIX or target.is_dir():
        target /= dated(path, at)
    with staged(target.parent, fresh=True) as stage:
        copy_into(database, stage / target.name)
    return target


def file_of(database: Database) -> Path:
    """Where its file is. Raises `OutsideError` for one on a server."""
    if database.path is None:
        raise OutsideError(_ON_SERVER.format(name=database.name))
    return database.path


def dated(path: Path, at: datetime, why: str = "") -> str:
    """The name of a backup: of the database, date and time, and why it was made where that is not plain."""
    return f"{path.stem} {at:%Y-%m-%d %H%M%S}{why and f' {why}'}{path.suffix}"
