"""What is being moved from a stage into its folder, as a small file; while it is there the moving is not done."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assess.disk.layout import JOURNAL
from assess.disk.syncing import sync_file, sync_folder

_PART = f"{JOURNAL}.part"


@dataclass(frozen=True, slots=True)
class Move:
    """One name below the folder that gets a new file (or, where it is free, a new folder)."""

    name: str
    #: Whether there is a file of that name, which is kept until all is moved.
    replaces: bool


class NotReadableError(Exception):
    """A journal that this program did not write."""

    def __init__(self) -> None:
        super().__init__("移动记录读不懂")


def is_there(stage: Path) -> bool:
    """Whether a journal stands in the stage."""
    return (stage / JOURNAL).exists()


def write(stage: Path, moves: Sequence[Move]) -> None:
    """Say what will be moved. The journal has its name only when it has reached the disk in full. Raises `OSError`."""
    part = stage / _PART
    part.write_text(json.dumps([[move.name, move.replaces] for move in moves]), encoding="ascii")
    sync_file(part)
    part.replace(stage / JOURNAL)
    sync_folder(stage)


def read(stage: Path) -> list[Move]:
    """Return what a journal says; nothing where there is none. Raises `OSError` and `NotReadableError`."""
    try:
        content = json.loads((stage / JOURNAL).read_bytes())
    except FileNotFoundError:
        return []
    except ValueError as error:
        raise NotReadableError from error
    if not isinstance(content, list):
        raise NotReadableError
    return [_move(one) for one in content]


def remove(stage: Path) -> None:
    """All is moved, or all is put back. Raises `OSError`."""
    (stage / JOURNAL).unlink(missing_ok=True)
    sync_folder(stage)


def remove_part(stage: Path) -> None:
    """Nothing was moved under a journal that was not finished. Raises `OSError`."""
    (stage / _PART).unlink(missing_ok=True)


def _move(entry: object) -> Move:
    match entry:
        case [str(name), bool(replaces)] if _is_below(name):
            return Move(name, replaces)
    raise NotReadableError


def _is_below(name: str) -> bool:
    """Whether a name leads nowhere but down: a folder may come from anybody, and its journal with it."""
    path = Path(name)
    return bool(path.parts) and not path.anchor and ".." not in path.parts and "\0" not in name
