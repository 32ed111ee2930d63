"""A second place for backups, such as a memory stick: brought up to date around every command that writes."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assess.disk.refusals import OutsideError
from assess.disk.writing import staged
from assess.services.upkeep.backing_up import file_of
from assess.storage.copies import copy_into
from assess.storage.cycles import last_changes
from assess.storage.database import Database
from assess.storage.settings import set_all, settings

#: After how long somebody is told that the second place is out of date.
PATIENCE = timedelta(days=3)
#: The settings: the folder, when it was brought up to date last, and what the database held then.
_FOLDER, _AT, _HELD = "second_place", "second_place_at", "second_place_held"


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """The folder, and when it was brought up to date last. `is_current`: whether nothing changed since."""

    folder: Path
    at: datetime
    is_current: bool


def second_place(database: Database) -> SecondPlace | None:
    """The second place, where one is named."""
    with database.reading() as session:
        found, held = settings(session), _held(last_changes(session))
    if _FOLDER not in found:
        return None
    return SecondPlace(Path(found[_FOLDER]), datetime.fromisoformat(found[_AT]), found[_HELD] == held)


def name_second_place(database: Database, folder: Path | None, at: datetime) -> Path | None:
    """Name the second place, and make the first backup there; None: there is none any more. Return the backup.

    Raises `OutsideError` where nothing can be written there; then all is as it was.
    """
    file_of(database)
    if folder is None:
        _remember(database, {_FOLDER: None, _AT: None, _HELD: None})
        return None
    folder = folder.absolute()
    if not folder.parent.is_dir():
        message = f"没有“{folder.parent}”这个文件夹，不能在里面备份。请检查路径，U盘要先插上。"
        raise OutsideError(message)
    path, held = _copy(database, folder, at)
    _remember(database, {_FOLDER: str(folder), _AT: _moment(at), _HELD: held})
    return path


def keep_up(database: Database, at: datetime) -> str:
    """Bring the second place up to date where something changed since; return what is to be told, or nothing.

    A place that is not there now (a stick in a drawer) is only mentioned after a while.
    """
    try:
        place = None if database.path is None else second_place(database)
        if place is None or place.is_current:
            return ""
        if not place.folder.is_dir():
            return _overdue(place, at)
        _, held = _copy(database, place.folder, at)
        _remember(database, {_AT: _moment(at), _HELD: held})
    except OutsideError as error:
        return f"没能备份到第二处：{error}"
    return ""


def _overdue(place: SecondPlace, at: datetime) -> str:
    """That nothing was backed up for long, where that is so."""
    since = at - place.at
    if since < PATIENCE:
        return ""
    return f"已有{since.days}天没有备份到第二处，现在找不到“{place.folder}”。请插上U盘，运行 assess backup。"


def _copy(database: Database, folder: Path, at: datetime) -> tuple[Path, str]:
    """One file a day, the last of its day; what the copy holds."""
    path = file_of(database)
    target = folder / f"{path.stem} {at:%Y-%m-%d}{path.suffix}"
    with staged(folder) as stage, copy_into(database, stage / target.name).reading() as session:
        held = _held(last_changes(session))
    return target, held


def _remember(database: Database, values: Mapping[str, str | None]) -> None:
    with database.writing() as session:
        set_all(session, values)


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _held(changes: Mapping[str, str]) -> str:
    return hashlib.sha256(json.dumps(changes).encode()).hexdigest()
