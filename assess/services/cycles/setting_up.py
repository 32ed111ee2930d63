"""Making the office's database."""

from pathlib import Path

from assess.disk.refusals import OutsideError
from assess.disk.writing import staged
from assess.services.cycles.locating import DEFAULT_NAME
from assess.storage import schema
from assess.storage.database import Database, file_of, open_file, open_server


def set_up(reference: str | None, folder: Path) -> Database:
    """Make an empty database and return it: a file, by default in `folder`, or the tables on a server.

    The file appears when it is whole. Raises `OutsideError` where there is one already, or something else.
    """
    path = file_of(reference) if reference else folder / DEFAULT_NAME
    if path is None:
        server = open_server(reference or "")
        _require_empty(server)
        schema.upgrade(server)
        return server
    if not path.parent.is_dir():
        message = f"没有“{path.parent}”这个文件夹。"
        raise OutsideError(message)
    if path.exists():
        _require_empty(open_file(path))
    with staged(path.parent) as stage:
        schema.upgrade(open_file(stage / path.name, make=True))
    return open_file(path)


def _require_empty(database: Database) -> None:
    found = schema.state_of(database)
    if found in (schema.State.CURRENT, schema.State.OLD):
        message = f"“{database.name}”已经是考核数据库，不用再建立。"
        raise OutsideError(message)
    if found is not schema.State.EMPTY:
        schema.require_current(database)
