"""Copies of a database's file: whole, as of one moment, whoever writes meanwhile."""

from pathlib import Path

from assess.storage import schema
from assess.storage.database import Database, open_file
from assess.storage.refusals import BrokenError, DatabaseError
from assess.storage.soundness import is_readable

#: States of a database that holds an office's years and that this program knows.
_OURS = (schema.State.CURRENT, schema.State.OLD)


def copy_into(database: Database, path: Path) -> Database:
    """Copy a database's file to `path`, where nothing is yet, and return the copy, which was read through once.

    The copy is a single file: nothing of it waits in files beside it. Raises `DatabaseError`, also for what is no
    database of ours, or a newer one.
    """
    if schema.state_of(database) not in _OURS:
        schema.require_current(database)
    with database.connected() as connection:
        connection.exec_driver_sql("VACUUM INTO ?", (str(path),))
    copy = open_file(path)
    if not is_readable(copy):
        message = f"数据库“{database.name}”的备份没有通过检查，没有保留。请检查磁盘，并运行 assess db check。"
        raise DatabaseError(message)
    return copy


def require_backup(backup: Database) -> None:
    """Raise `DatabaseError` unless the file is a whole copy of an office's database that this program can use."""
    try:
        found = schema.state_of(backup)
        if found not in _OURS:
            schema.require_current(backup)
        is_whole = is_readable(backup)
    except BrokenError:
        is_whole = False
    if not is_whole:
        message = f"“{backup.name}”不是备份，或已损坏，没有恢复。请换一个备份。"
        raise DatabaseError(message)


def settle(database: Database) -> None:
    """Bring all that waits beside the file into it. Raises `DatabaseError` while anybody else has it open."""
    with database.connected() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = DELETE")


def unsettle(database: Database) -> None:
    """Let readers and one writer work at the same time, as in a database that is in use. Raises `DatabaseError`."""
    with database.connected() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
