"""What is written reaches the disk: when the power fails, a file is the old one or the new one, never an empty one."""

import contextlib
import os
import sys
from pathlib import Path

#: Windows lets nobody sync what was opened for reading; elsewhere a file may be one that cannot be opened for writing.
_OPEN = os.O_RDWR if sys.platform == "win32" else os.O_RDONLY


def sync_file(path: Path) -> None:
    """Have the contents of a file reach the disk; only then it may take the name of another. Raises `OSError`."""
    _sync(path, _OPEN)


def sync_folder(path: Path) -> None:
    """Have the names in a folder reach the disk; where a system cannot do that, the files are right anyway."""
    with contextlib.suppress(OSError):
        _sync(path, os.O_RDONLY)


def sync_tree(path: Path) -> None:
    """Have all that is in a folder reach the disk: contents first, then the names. Raises `OSError`."""
    for folder, _, names in os.walk(path):
        for name in names:
            sync_file(Path(folder, name))
    sync_folders(path)


def sync_folders(path: Path) -> None:
    """Have the names in a folder and in all below reach the disk, where a system can do that."""
    for folder, _, _ in os.walk(path, topdown=False):
        sync_folder(Path(folder))


def _sync(path: Path, flags: int) -> None:
    opened = os.open(path, flags)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
