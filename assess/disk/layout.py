"""What may lie in a folder beside its files while they are written, or when that was cut short.

    .assess.lock            held by the process whose turn it is to move files into the folder
    .assess-1f09c2ab/       a stage: files wait in it until all of them are there
        lock                held by the process that fills the stage, and by those that it forked
        new/                the files, under the names that they will have
        old/                what they replace: a second name of the file, or a copy where a disk has no second names
        journal             what is being moved: there before the first move, until the last one has reached the disk

A stage lies inside the wanted folder, not beside it: there is the same disk and the same permission to write (what
holds a mount point or a person's home may be another disk, or be closed), and whoever moves or copies the folder takes
along what belongs to it.
"""

import os
import re
from pathlib import Path

TURN = ".assess.lock"
LOCK = "lock"
NEW = "new"
OLD = "old"
JOURNAL = "journal"
_STAGE = re.compile(r"\.assess-[0-9a-f]{8}\Z")


def new_stage(folder: Path) -> Path:
    """A path for a stage that is hardly ever taken."""
    return folder / f".assess-{os.urandom(4).hex()}"


def stages_in(folder: Path) -> list[Path]:
    """All stages in a folder, whoever fills them."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        # Whoever reads from it or writes into it will be told.
        return []
    found = [folder / name for name in names if _STAGE.match(name)]
    return [path for path in found if path.is_dir() and not path.is_symlink()]


def is_in_stage(path: Path, folder: Path) -> bool:
    """Whether a path below a folder is no part of it, or not yet."""
    return _STAGE.match(path.relative_to(folder).parts[0]) is not None


def wanted_path(path: Path, folder: Path) -> Path:
    """Where a file below a folder is or will be, when it is there or in a stage."""
    parts = path.relative_to(folder).parts
    inside = parts[2:] if parts and _STAGE.match(parts[0]) else parts
    return folder.joinpath(*inside)
