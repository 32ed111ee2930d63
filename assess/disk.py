"""What is written reaches the disk: when the power fails, a file is the old one or the new one, never an empty one."""

import contextlib
import os
from pathlib import Path


def sync_file(path: Path) -> None:
    """Have the contents of a file reach the disk; only then it may take the name of another. Raises `OSError`."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Have the names in a folder reach the disk; where a system cannot do that, the files are right anyway."""
    with contextlib.suppress(OSError):
        opened = os.open(path, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
