"""Processes that are killed while they write: afterwards there are all new files or all old ones."""

import sys
from pathlib import Path

import pytest

from assess.disk.writing import recover, write_file
from tests.disk.processes import AFTER, BEFORE, contents, killed, make, visible

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")


def test_killed_at_any_step(tmp_path: Path) -> None:
    """Whatever step a writer is killed at, the next reader finds a whole set, and the next writer leaves no trace."""
    *folders, last = killed("write", make(tmp_path / "before"), tmp_path / "killed")
    seen = []
    for folder in folders:
        left = visible(folder)
        recover(folder)
        found = visible(folder)
        assert found in (BEFORE, AFTER), f"killed at step {folder.name}"
        write_file(folder / "next.pdf", b"next")
        assert contents(folder) == found | {"next.pdf": "next"}
        seen.append((left, found))
    assert contents(last) == AFTER
    # Before the first move, between moves, after the last one, and when all was done.
    assert seen[0] == (BEFORE, BEFORE)
    assert any(left not in (BEFORE, AFTER) for left, _ in seen)
    assert (AFTER, BEFORE) in seen
    assert seen[-1] == (AFTER, AFTER)


def test_killed_while_files_are_put_back(tmp_path: Path, half: Path) -> None:
    """Whoever puts files back may be killed, too; the next one goes on with it, and it is the old set in the end."""
    *folders, last = killed("recover", half, tmp_path / "killed")
    assert len(folders) > 5
    for folder in folders:
        recover(folder)
        assert visible(folder) == BEFORE, f"killed at step {folder.name}"
        write_file(folder / "next.pdf", b"next")
        assert contents(folder) == BEFORE | {"next.pdf": "next"}
    assert contents(last) == BEFORE


def test_a_folder_that_was_moved_in_between(half: Path) -> None:
    """What is needed to put files back lies in the folder itself: it may get another name, or come back from a copy."""
    folder = half.rename(half.with_name("elsewhere"))
    recover(folder)
    assert contents(folder) == BEFORE
