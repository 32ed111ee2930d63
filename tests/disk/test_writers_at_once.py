"""Several processes that write into one folder."""

import shutil
import sys
from pathlib import Path
from subprocess import Popen
from typing import IO

import pytest

from assess.disk import writing
from assess.disk.layout import stages_in
from assess.disk.refusals import BusyError
from assess.disk.writing import recover, staged, write_file
from tests.disk.child import NAMES
from tests.disk.processes import AFTER, BEFORE, contents, make, start, visible

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the processes kill themselves as Windows cannot")


def said(process: Popen[str], line: str) -> None:
    """Wait until a process says something."""
    assert process.stdout is not None
    for one in process.stdout:
        if one.strip() == line:
            return
    pytest.fail(f"the process ended without “{line}”")


def tell(process: Popen[str]) -> IO[str]:
    """Let a process go on."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()
    return process.stdin


def test_of_writers_at_once_one_has_the_last_word(tmp_path: Path) -> None:
    """Whoever comes last, the whole set is of one of them."""
    for number in range(5):
        folder = make(tmp_path / str(number))
        writers = [start("write", folder, text) for text in "xyz"]
        for writer in writers:
            said(writer, "staged")
        for writer in writers:
            tell(writer)
        for writer in writers:
            writer.communicate()
            assert writer.returncode == 0
        found = contents(folder)
        assert len({found[name] for name in NAMES}) == 1
        assert {name: found[name] for name in BEFORE if name not in NAMES} == {
            name: text for name, text in BEFORE.items() if name not in NAMES
        }
        assert set(found) == set(AFTER)


def test_the_stage_of_a_running_process_is_left_alone(tmp_path: Path) -> None:
    """Others write and read in the meantime; what a process has made so far is still there, and arrives."""
    folder = make(tmp_path / "out")
    with start("write", folder, "new") as writer:
        said(writer, "staged")
        stages = stages_in(folder)
        recover(folder)
        write_file(folder / "next.pdf", b"next")
        assert visible(folder) == BEFORE | {"next.pdf": "next"}
        assert stages_in(folder) == stages
        tell(writer).close()
        writer.wait()
    assert writer.returncode == 0
    assert contents(folder) == AFTER | {"next.pdf": "next"}


def test_a_process_waits_for_its_turn(tmp_path: Path) -> None:
    """While one moves files nobody else does, and whoever waited goes on when it is done."""
    folder = make(tmp_path / "out")
    with start("write", folder, "new") as writer:
        said(writer, "staged")
        with writing._turn(folder):
            tell(writer).close()
            said(writer, "turn")
            assert visible(folder) == BEFORE
        writer.wait()
    assert writer.returncode == 0
    assert contents(folder) == AFTER


def test_files_of_the_dead_are_put_back_before_others_are_moved(tmp_path: Path, half: Path) -> None:
    """One dies half-way while another is at work: the other's files are not lost to a later recovery."""
    folder = tmp_path / "out"
    with staged(folder) as stage:
        (stage / "a.pdf").write_text("mine", encoding="utf-8")
        (stage / "b.pdf").write_text("mine", encoding="utf-8")
        shutil.copytree(half, folder, dirs_exist_ok=True)
        assert visible(folder) not in (BEFORE, AFTER)
    recover(folder)
    assert contents(folder) == BEFORE | {"a.pdf": "mine", "b.pdf": "mine"}


def test_a_turn_that_never_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that holds its turn for very long is a sentence, and nothing is written."""
    monkeypatch.setattr(writing, "_ATTEMPTS", 3)
    monkeypatch.setattr(writing, "_PAUSE", 0)
    with writing._turn(tmp_path), pytest.raises(BusyError) as caught:
        write_file(tmp_path / "f", b"")
    assert str(caught.value) == (
        f"另一个程序正在写 {tmp_path}，等了很久也没有写完；没有写出任何文件。请等它结束后再试。"
    )
    assert list(tmp_path.iterdir()) == []
