"""Folders in which a writer was cut short: who puts them right, and what is left alone."""

import errno
import json
import os
import sys
from pathlib import Path

import pytest

from assess.disk import locking, stage
from assess.disk.layout import JOURNAL, LOCK, stages_in
from assess.disk.refusals import NotWrittenError, UnfinishedError
from assess.disk.writing import recover, staged, write_file
from tests.disk.child import NAMES
from tests.disk.processes import AFTER, BEFORE, contents, make, visible, write


def left(folder: Path, journal: object = None) -> Path:
    """A stage that somebody left behind in a folder."""
    path = folder / ".assess-00000000"
    (path / "new").mkdir(parents=True)
    (path / "old").mkdir()
    (path / "new" / "half.pdf").write_text("half", encoding="utf-8")
    if journal is not None:
        text = journal if isinstance(journal, str) else json.dumps(journal)
        (path / JOURNAL).write_text(text, encoding="utf-8")
    return path


def no_locks(_: int) -> None:
    """As some network drives answer."""
    raise OSError(errno.ENOLCK, "No locks available")


def test_a_reader_puts_back_what_was_half_moved(half: Path) -> None:
    """Who reads finds the old files, and the stage is gone."""
    recover(half)
    assert contents(half) == BEFORE


def test_a_writer_puts_back_what_was_half_moved(half: Path) -> None:
    """Who writes puts back first, even when it then fails itself."""

    def fail() -> None:
        assert visible(half) == BEFORE
        raise LookupError

    with pytest.raises(LookupError), staged(half):
        fail()
    assert contents(half) == BEFORE


def test_what_was_never_moved_is_removed_by_writers(tmp_path: Path) -> None:
    """Files that were still being made when their process ended matter to no reader, and go with the next writer."""
    make(tmp_path)
    left(tmp_path)
    recover(tmp_path)
    assert stages_in(tmp_path) != []
    write_file(tmp_path / "next.pdf", b"next")
    assert contents(tmp_path) == BEFORE | {"next.pdf": "next"}


def test_a_stage_that_is_only_a_name(tmp_path: Path) -> None:
    """A process may end at the very moment when it makes its stage."""
    make(tmp_path)
    (tmp_path / ".assess-00000000").mkdir()
    write_file(tmp_path / "next.pdf", b"next")
    assert contents(tmp_path) == BEFORE | {"next.pdf": "next"}
    assert stages_in(tmp_path) == []


def test_files_that_a_person_removed_in_between(half: Path) -> None:
    """What cannot be put back because it is gone is no reason to stop; a folder that is gone comes back."""
    (half / "below" / "other.pdf").unlink()
    for name in NAMES:
        (half / name).unlink(missing_ok=True)
    (half / "below").rmdir()
    recover(half)
    assert stages_in(half) == []
    assert contents(half).items() <= BEFORE.items()
    assert contents(half)["a.pdf"] == "old"


@pytest.mark.parametrize(
    "journal",
    ["", "{", "{}", [1], [["a.pdf"]], [["a.pdf", 1]], [[1, True]], [["", True]], [["a\0", True]]]
    + [[[name, True]] for name in ("../victim", "below/../../victim", "/victim", "..")],
)
def test_a_journal_that_nobody_can_follow(tmp_path: Path, journal: object) -> None:
    """A journal that is no journal, or leads out of its folder, is followed by nobody; a person is told."""
    folder = make(tmp_path / "out")
    (tmp_path / "victim").write_text("safe", encoding="utf-8")
    path = left(folder, journal)
    for come in (recover, write):
        with pytest.raises(UnfinishedError) as caught:
            come(folder)
        assert str(caught.value) == (
            f"{folder} 里有一次写入中途断了，里面的文件新旧混在一起，现在还不能恢复：移动记录读不懂。"
            f"原来的文件都在 {path / 'old'} 里，请不要删除；"
            f"如果没有程序正在写，请把它们移回原处，再删除 {path}。"
        )
    assert visible(folder) == BEFORE
    assert (tmp_path / "victim").read_text(encoding="utf-8") == "safe"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few people make links")
@pytest.mark.parametrize("link", ["old", "below"])
def test_a_link_that_leads_out_of_the_folder(tmp_path: Path, link: str) -> None:
    """A folder that comes from somebody else cannot have our files moved by links in it."""
    folder, ours = tmp_path / "out", tmp_path / "ours"
    ours.mkdir()
    (ours / "key").write_text("ours", encoding="utf-8")
    path = left(folder, [["below/key", True]])
    (path / "old" / "below").mkdir()
    (path / "old" / "below" / "key").write_text("theirs", encoding="utf-8")
    if link == "below":
        (folder / "below").symlink_to(ours)
    else:
        (path / "old" / "below" / "key").unlink()
        (path / "old" / "below").rmdir()
        (path / "old" / "below").symlink_to(ours)
    with pytest.raises(UnfinishedError, match="移动记录读不懂"):
        recover(folder)
    assert [(one.name, one.read_text(encoding="utf-8")) for one in ours.iterdir()] == [("key", "ours")]


def test_a_disk_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be locked all is written; what was left behind is left alone, or told where it matters."""
    monkeypatch.setattr(locking, "_lock", no_locks)
    folder = make(tmp_path / "out")
    path = left(folder)
    write(folder)
    assert visible(folder) == AFTER
    assert stages_in(folder) == [path]
    (path / JOURNAL).write_text('[["half.pdf", false]]', encoding="utf-8")
    with pytest.raises(UnfinishedError, match="不知道写入的程序是否还在运行"):
        recover(folder)
    assert stages_in(folder) == [path]


def test_a_stage_that_is_closed_to_us(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What somebody else's process left behind, and we may not lock, is left alone, or told where it matters."""
    folder = make(tmp_path / "out")
    path = left(folder)
    (path / LOCK).mkdir()
    write_file(folder / "next.pdf", b"next")
    assert stages_in(folder) == [path]
    (path / JOURNAL).write_text('[["half.pdf", false]]', encoding="utf-8")
    with pytest.raises(UnfinishedError, match="现在还不能恢复：已有同名的文件夹"):
        recover(folder)
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(UnfinishedError, match="现在还不能恢复：没有权限"):
        recover(folder)


def refuse(*_: object) -> int:
    """As where we may not write."""
    raise PermissionError(errno.EACCES, "Permission denied")


def test_a_stage_that_is_taken_for_an_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between its making and its locking a stage may be swept away: its process makes another."""
    take, seen = locking.take, []

    def swept(path: Path) -> locking.Lock | None:
        seen.append(path)
        if len(seen) == 1:
            path.parent.rmdir()
        return None if len(seen) == 2 else take(path)

    names = iter([b"0000", b"0000", b"0000", b"1111"])
    monkeypatch.setattr(os, "urandom", lambda _: next(names))
    monkeypatch.setattr(stage, "take", swept)
    new = stage.begin(tmp_path)
    assert [path.name for path in stages_in(tmp_path)] == [".assess-30303030", ".assess-31313131"]
    assert [path.parent.name for path in seen] == [".assess-30303030", ".assess-30303030", ".assess-31313131"]
    new.remove()


def test_a_stage_that_has_just_gone(tmp_path: Path) -> None:
    """A process may come to its end, and remove its stage, while another looks at it."""
    assert stage.left_behind(tmp_path / ".assess-00000000") is None


def test_a_lock_whose_file_was_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock on a file that has lost its name in the meantime keeps nobody away, and counts for nothing."""
    real = locking._lock

    def late(opened: int) -> None:
        (tmp_path / "lock").unlink()
        real(opened)

    monkeypatch.setattr(locking, "_lock", late)
    assert locking.take(tmp_path / "lock") is None


def test_a_lock_is_held_by_one(tmp_path: Path) -> None:
    """Nobody gets a lock twice, and its file goes with it."""
    first = locking.take(tmp_path / "lock")
    assert first is not None
    assert locking.take(tmp_path / "lock") is None
    first.release()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_room_for_a_stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When there is room for the stage alone, and for nothing in it, it goes again."""
    make(tmp_path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(stage, "take", full)
    with pytest.raises(NotWrittenError, match="磁盘已满"):
        write_file(tmp_path / "next.pdf", b"")
    assert stages_in(tmp_path) == []


def test_a_folder_that_cannot_be_listed(tmp_path: Path) -> None:
    """Nothing is known to be left behind where there is nothing: reading itself tells what is wrong."""
    recover(tmp_path / "none")
    (tmp_path / "file").write_text("", encoding="utf-8")
    recover(tmp_path / "file")
