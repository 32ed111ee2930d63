"""Locks between processes: the system takes them back when their holder ends, however it ends.

What is locked is a file that is there for nothing else. It goes when its lock is released, so a lock counts only when
the file that was locked still has its name.
"""

import contextlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(opened: int) -> None:
        msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)

    def _unlock(opened: int) -> None:
        msvcrt.locking(opened, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(opened: int) -> None:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(opened: int) -> None:
        fcntl.flock(opened, fcntl.LOCK_UN)


#: Nobody may lead us with a link to a file elsewhere.
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock that is held: by this process, and by those that it forked, until it is released or all have ended.

    `sure`: whether the file system keeps others away. Some network drives know no locks: then everybody gets one.
    """

    path: Path
    opened: int
    sure: bool

    def release(self) -> None:
        """Give the lock back, and remove its file as far as that can be done."""
        gone = _removed(self.path)
        with contextlib.suppress(OSError):
            # Closing alone would leave the lock with a process that was forked meanwhile.
            _unlock(self.opened)
        os.close(self.opened)
        if sys.platform == "win32" and not gone:
            # No open file can be removed there, so this cannot take one away that another has locked since.
            _removed(self.path)


def take(path: Path) -> Lock | None:
    """Return the lock on the file at `path`, which is made; None where somebody else has it. Raises `OSError`."""
    opened = os.open(path, _FLAGS, 0o666)
    sure = True
    try:
        _lock(opened)
    except (BlockingIOError, PermissionError):
        os.close(opened)
        return None
    except OSError:
        sure = False
    if not _is_at(opened, path):
        os.close(opened)
        return None
    return Lock(path, opened, sure)


def _is_at(opened: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(opened), path.lstat())
    except OSError:
        return False


def _removed(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True
