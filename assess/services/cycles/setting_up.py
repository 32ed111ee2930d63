"""Making the office's database."""

import contextlib
from pathlib import Path

from assess.disk.refusals import OutsideError
from assess.services.cycles.locating import DEFAULT_NAME
from assess.storage import schema
from assess.storage.database import Database, is_url, open_file, open_server


def set_up(reference: str | None, folder: Path) -> Database:
    """Make an empty database and return it: a file, by default in `folder`, or the tables on a server.

    Raises `OutsideError` where there is one already, or something else.
    """
    if reference and is_url(reference):
        return _filled(open_server(reference))
    path = Path(reference) if reference else folder / DEFAULT_NAME
    if not path.parent.is_dir():
        message = f"没有“{path.parent}”这个文件夹。"
        raise OutsideError(message)
    is_new = not path.exists()
    try:
        return _filled(open_file(path, make=True))
    except BaseException:
        if is_new:
            for end in ("", "-wal", "-shm"):
                with contextlib.suppress(OSError):
                    path.with_name(path.name + end).unlink()
        raise


def _filled(database: Database) -> Database:
    found = schema.state_of(database)
    if found in (schema.State.CURRENT, schema.State.OLD):
        message = f"“{database.name}”已经是考核数据库，不用再建立。"
        raise OutsideError(message)
    if found is not schema.State.EMPTY:
        schema.require_current(database)
    schema.upgrade(database)
    return database
