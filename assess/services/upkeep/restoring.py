"""Putting a backup in the place of a database."""

import contextlib
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assess.disk.refusals import OutsideError
from assess.disk.writing import staged
from assess.ground.place import Problem
from assess.services.cycles.locating import DEFAULT_NAME, databases_in, only_one
from assess.services.upkeep.backing_up import FOLDER, dated
from assess.services.upkeep.checking import check
from assess.storage import schema
from assess.storage.copies import copy_into, require_backup, settle, unsettle
from assess.storage.database import PATIENCE, Database, file_of, open_file
from assess.storage.refusals import BrokenError, DatabaseError

#: What SQLite keeps beside a file that is in use, and has not brought into it yet.
_WAITING = "-wal"


def place_for(reference: str | None, folder: Path, backup: Path) -> Path:
    """Where a database is to be restored: the file that is named, else the only other one there, else a new one.

    Raises `OutsideError` where it is not clear which one is meant, and for a server.
    """
    if reference is not None:
        path = file_of(reference)
        if path is None:
            message = "服务器上的数据库请由管理员恢复（例如 pg_restore），本程序不代做。"
            raise OutsideError(message)
        return path
    others = [path for path in databases_in(folder) if not (backup.exists() and path.samefile(backup))]
    return only_one(others) if others else folder / DEFAULT_NAME


@dataclass(frozen=True, slots=True)
class Restored:
    """The database, and where the file is kept that was there before; None: there was none.

    `is_old`: whether it has to be upgraded before it can be used. `problems`: what the backup itself has.
    """

    database: Database
    replaced: Path | None
    is_old: bool
    problems: tuple[Problem, ...]


def restore(backup: Path, path: Path, at: datetime, *, force: bool = False, patience: float = PATIENCE) -> Restored:
    """Make the database at `path` anew from a backup, which is read through first.

    A file that is there is only replaced with `force`, and kept beside, with its date. `at`: now, in local time.
    `patience`: how long it waits for others who use the database, in seconds.
    Raises `OutsideError`; then all is as it was.
    """
    source = open_file(backup)
    if path.exists() and path.samefile(backup):
        message = f"“{backup}”就是这个数据库自己，不是备份。请写明备份文件，它们通常在“{FOLDER}”文件夹里。"
        raise OutsideError(message)
    if path.exists() and not force:
        message = f"已经有“{path}”，没有恢复。确实要用备份换掉它，请加 --force（原来的会保留在“{FOLDER}”文件夹里）。"
        raise OutsideError(message)
    require_backup(source)
    is_old = schema.state_of(source) is schema.State.OLD
    problems = () if is_old else check(source).problems
    replaced = path.parent / FOLDER / dated(path, at, "恢复前") if path.exists() else None
    try:
        with staged(path.parent) as stage:
            unsettle(copy_into(source, stage / path.name))
            if replaced is not None:
                (stage / FOLDER).mkdir()
                _keep(open_file(path, patience=patience), path, stage, stage / FOLDER / replaced.name)
    except OutsideError:
        with contextlib.suppress(DatabaseError):
            unsettle(open_file(path))
        raise
    return Restored(open_file(path), replaced, is_old, problems)


def _keep(database: Database, path: Path, stage: Path, kept: Path) -> None:
    """Put a copy of the file that is replaced into the stage, with all that belongs to it."""
    with contextlib.suppress(BrokenError):
        settle(database)
    shutil.copy2(path, kept)
    waiting = path.with_name(path.name + _WAITING)
    if waiting.exists():
        # Of a file that cannot be read any more. It must not be taken for a part of the new one.
        shutil.copy2(waiting, kept.with_name(kept.name + _WAITING))
        (stage / waiting.name).write_bytes(b"")
