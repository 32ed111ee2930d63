"""The writer: a file, or a set of files into a folder, whole or untouched.

Files are made in a stage (see `assess/disk/layout.py`), have reached the disk before they take a name, and then take
their names together. Where one cannot, the others give theirs back. Where the process is killed or the power fails
meanwhile, the old files are put *back* (the new ones never go on) by the next process that comes to the folder through
this module:

- one that writes into it, when it begins and again before it moves its own files: it puts back what others left half
  moved, and removes every stage whose process has ended;
- one that says with `recover` that it will read from it (the readers of schemes do): it puts back what was left half
  moved, and waits for a process that is just moving. It does not keep one away that begins while it reads.

Until then the folder may hold new files beside old ones, each of them whole. A stage of a process that still runs is
locked and is left alone; only one process at a time moves files into a folder, the others wait for it.
"""

import contextlib
import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from assess.disk import journal
from assess.disk.layout import TURN, stages_in
from assess.disk.locking import take
from assess.disk.refusals import BusyError, NotWrittenError, UnfinishedError
from assess.disk.stage import begin, left_behind
from assess.disk.syncing import sync_folder, sync_tree

#: How often and at which distance (seconds) a process asks for its turn; moving takes no more than a few seconds.
_ATTEMPTS = 1200
_PAUSE = 0.05


def write_file(path: Path, content: bytes) -> None:
    """Write one file: it is the old one or the new one, never anything between. Raises `OutsideError`."""
    write_files(path.parent, {path.name: content})


def write_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files into a folder, all or none; their names may lead into folders below. Raises `OutsideError`."""
    if not contents:
        return
    with staged(folder) as stage:
        for name, content in contents.items():
            path = stage / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


@contextlib.contextmanager
def staged(folder: Path, *, fresh: bool = False) -> Iterator[Path]:
    """Yield an empty folder; on success all that is in it moves into `folder`, on failure nothing is left.

    What is there already under other names stays, also in folders below. `fresh`: all of the names must be free.
    A folder that is not there is made. Raises `OutsideError`.
    """
    made = _not_there(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if stages_in(folder):
            with _turn(folder):
                _settle(folder)
        stage = begin(folder)
        try:
            yield stage.new
            sync_tree(stage.new)
            with _turn(folder):
                _settle(folder)
                try:
                    stage.move(fresh=fresh)
                finally:
                    stage.put_back()
        finally:
            stage.remove()
        for one in made:
            sync_folder(one.parent)
    except OSError as error:
        raise NotWrittenError(folder, error) from error
    finally:
        for one in made:
            # Only as long as it is empty.
            with contextlib.suppress(OSError):
                one.rmdir()


def recover(folder: Path) -> None:
    """Before files are read from a folder: put back what was left half moved. Raises `OutsideError`."""
    unfinished = [stage for stage in stages_in(folder) if journal.is_there(stage)]
    if unfinished:
        try:
            with _turn(folder):
                _settle(folder)
        except OSError as error:
            raise UnfinishedError(unfinished[0], error) from error


@contextlib.contextmanager
def _turn(folder: Path) -> Iterator[None]:
    """Only one process at a time moves files into a folder; whoever dies has had its turn."""
    for _ in range(_ATTEMPTS):
        lock = take(folder / TURN)
        if lock is not None:
            break
        time.sleep(_PAUSE)
    else:
        raise BusyError(folder)
    try:
        yield
    finally:
        lock.release()


def _settle(folder: Path) -> None:
    """Put back and remove whatever processes left behind that have ended. It must be our turn."""
    for path in stages_in(folder):
        stage = left_behind(path)
        if stage is not None:
            try:
                stage.put_back()
            finally:
                stage.remove()


def _not_there(folder: Path) -> list[Path]:
    """The folder and those above it that are not there yet, the innermost first."""
    return [path for path in (folder, *folder.parents) if not os.path.exists(path)]  # noqa: PTH110 says no, never raises
