"""A stage: a hidden folder in which files wait until all of them are there, and from which they are moved together."""

import contextlib
import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assess.disk import journal
from assess.disk.journal import Move
from assess.disk.layout import LOCK, NEW, OLD, new_stage
from assess.disk.locking import Lock, take
from assess.disk.refusals import UnfinishedError
from assess.disk.syncing import sync_file, sync_folder, sync_folders


class NotOursError(Exception):
    """Nobody can say whether the process that fills a stage still runs: its disk knows no locks, or it is closed."""

    def __init__(self) -> None:
        super().__init__("不知道写入的程序是否还在运行")


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage whose lock this process holds."""

    path: Path
    lock: Lock

    @property
    def folder(self) -> Path:
        """Where the files will be."""
        return self.path.parent

    @property
    def new(self) -> Path:
        """Where the files are made."""
        return self.path / NEW

    @property
    def old(self) -> Path:
        """Where the files are that they replace."""
        return self.path / OLD

    def move(self, *, fresh: bool) -> None:
        """Move all files into the folder. Raises `OSError`; `put_back` then undoes what was done.

        `fresh`: all of the names must be free.
        """
        moves = list(self._moves("", fresh=fresh))
        for one in moves:
            if one.replaces:
                self._prepare(one.name)
        if len(moves) > 1:
            # One alone is moved or is not moved.
            for one in moves:
                if one.replaces:
                    self._keep(one.name)
            sync_folders(self.old)
            sync_folder(self.folder)
            journal.write(self.path, moves)
        for one in moves:
            (self.new / one.name).replace(self.folder / one.name)
        self._sync(moves)
        journal.remove(self.path)

    def put_back(self) -> None:
        """Undo the moves of a journal, as far as they were done; without a journal there is nothing to undo."""
        try:
            moves = journal.read(self.path)
            if moves:
                self._undo(moves)
        except (OSError, journal.NotReadableError) as error:
            raise UnfinishedError(self.path, error) from error

    def remove(self) -> None:
        """Remove the stage; one with a journal stays for whoever can put its files back."""
        if not journal.is_there(self.path):
            for path in (self.new, self.old):
                shutil.rmtree(path, ignore_errors=True)
            with contextlib.suppress(OSError):
                journal.remove_part(self.path)
        self.lock.release()
        _remove_empty(self.path)

    def _moves(self, below: str, *, fresh: bool) -> Iterator[Move]:
        for name in sorted(path.name for path in (self.new / below).iterdir()):
            inner = f"{below}/{name}" if below else name
            made, target = self.new / inner, self.folder / inner
            if not os.path.lexists(target):
                yield Move(inner, replaces=False)
            elif made.is_dir() and target.is_dir() and not fresh:
                yield from self._moves(inner, fresh=fresh)
            elif target.is_dir():
                raise _refusal(errno.EISDIR, target)
            elif made.is_dir() or fresh:
                raise _refusal(errno.EEXIST, target)
            else:
                yield Move(inner, replaces=True)

    def _prepare(self, name: str) -> None:
        """Who may read the file does not change."""
        made, target = self.new / name, self.folder / name
        if not target.is_symlink():
            mode = target.stat().st_mode & 0o777
            if made.stat().st_mode & 0o777 != mode:
                made.chmod(mode)

    def _keep(self, name: str) -> None:
        target, kept = self.folder / name, self.old / name
        kept.parent.mkdir(parents=True, exist_ok=True)
        if target.is_symlink():
            kept.symlink_to(target.readlink())
            return
        try:
            kept.hardlink_to(target)
        except OSError:
            shutil.copy2(target, kept)
            sync_file(kept)

    def _undo(self, moves: list[Move]) -> None:
        inside = self.folder.resolve()
        for one in reversed(moves):
            made, kept, target = self.new / one.name, self.old / one.name, self.folder / one.name
            if os.path.lexists(made):
                # It was not moved.
                continue
            if not all(path.parent.resolve().is_relative_to(inside) for path in (made, kept, target)):
                raise journal.NotReadableError
            if one.replaces and os.path.lexists(kept):
                target.parent.mkdir(parents=True, exist_ok=True)
                kept.replace(target)
            elif not one.replaces and os.path.lexists(target):
                target.replace(made)
        self._sync(moves)
        journal.remove(self.path)

    def _sync(self, moves: Iterable[Move]) -> None:
        for folder in {(self.folder / one.name).parent for one in moves}:
            sync_folder(folder)


def begin(folder: Path) -> Stage:
    """Make an empty stage in a folder. Raises `OSError`."""
    while True:
        path = new_stage(folder)
        try:
            path.mkdir()
        except FileExistsError:
            continue
        try:
            lock = take(path / LOCK)
        except FileNotFoundError:
            lock = None
        except OSError:
            _remove_empty(path)
            raise
        if lock is not None:
            break
        # Until it was locked it looked like one that had been left behind, and was taken for one.
    stage = Stage(path, lock)
    try:
        stage.new.mkdir()
        stage.old.mkdir()
    except OSError:
        stage.remove()
        raise
    return stage


def left_behind(path: Path) -> Stage | None:
    """Return a stage whose process has ended; None where it still runs.

    Raises `UnfinishedError` where nobody can know and something was being moved.
    """
    error: Exception = NotOursError()
    try:
        lock = take(path / LOCK)
        if lock is None:
            return None
        if lock.sure:
            return Stage(path, lock)
        lock.release()
    except FileNotFoundError:
        # Its process has just removed it.
        return None
    except OSError as refused:
        error = refused
    if journal.is_there(path):
        raise UnfinishedError(path, error)
    return None


def _remove_empty(path: Path) -> None:
    # Somebody else may be in it, or the disk may refuse: the next process that writes here removes it.
    with contextlib.suppress(OSError):
        path.rmdir()


def _refusal(number: int, path: Path) -> OSError:
    return OSError(number, os.strerror(number), str(path))
