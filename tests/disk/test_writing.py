"""All files or none, from a process that lives."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assess.disk.layout import stages_in
from assess.disk.refusals import NotWrittenError, UnfinishedError
from assess.disk.writing import recover, staged, write_file, write_files
from tests.disk.child import NAMES, fill
from tests.disk.processes import AFTER, BEFORE, contents, make, visible, write


def moves_of(monkeypatch: pytest.MonkeyPatch, meddle: Callable[[int], None]) -> None:
    """Call `meddle` with its number before each file takes its name in the folder, and before each goes back."""
    real = Path.replace
    count = 0

    def replace(path: Path, target: Path) -> Path:
        nonlocal count
        if target.name != "journal":
            count += 1
            meddle(count)
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)


def test_files_arrive_together_beside_what_was_there(tmp_path: Path) -> None:
    """New files replace old ones of their name; other files stay, and no trace of the work is left."""
    out = make(tmp_path / "out")
    with staged(out) as stage:
        fill(stage, "new")
        assert visible(out) == BEFORE
    assert contents(out) == AFTER
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    """A folder that does not exist yet is made, and others may read it as far as the system lets them."""
    out = tmp_path / "2019" / "out"
    write(out)
    assert contents(out) == dict.fromkeys(NAMES, "new")
    (tmp_path / "plain").mkdir()
    assert out.stat().st_mode == (out / "more").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_failure_on_the_way_leaves_everything_as_it_was(tmp_path: Path) -> None:
    """When the files cannot be made, nothing is written; folders that were made for them go again."""
    out = make(tmp_path / "out")

    def fail(stage: Path) -> None:
        fill(stage, "new")
        raise LookupError

    for folder in (out, tmp_path / "2019" / "out"):
        with pytest.raises(LookupError), staged(folder) as stage:
            fail(stage)
    assert contents(out) == BEFORE
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("failing", [1, 2, 3, 4])
@pytest.mark.parametrize(
    ("error", "raised"),
    [(PermissionError(errno.EACCES, "in use"), NotWrittenError), (KeyboardInterrupt(), KeyboardInterrupt)],
)
def test_a_failure_while_moving_puts_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int, error: BaseException, raised: type[BaseException]
) -> None:
    """Whichever file cannot be moved, or is the one at which a person presses Ctrl-C: all is as it was."""
    out = make(tmp_path / "out")

    def meddle(count: int) -> None:
        if count == failing:
            raise error

    moves_of(monkeypatch, meddle)
    with pytest.raises(raised):
        write(out)
    assert contents(out) == BEFORE


def test_what_cannot_be_put_back_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When files can neither be moved nor put back, the old ones are kept, and a later start puts them back."""
    out = make(tmp_path / "out")

    def meddle(count: int) -> None:
        if count > 2:
            raise PermissionError(errno.EACCES, "in use")

    with monkeypatch.context() as patch:
        moves_of(patch, meddle)
        with pytest.raises(UnfinishedError) as caught:
            write(out)
    (stage,) = stages_in(out)
    assert str(caught.value) == (
        f"{out} 里有一次写入中途断了，里面的文件新旧混在一起，现在还不能恢复：没有权限，或文件正被其他程序打开。"
        f"原来的文件都在 {stage / 'old'} 里，请不要删除；处理好以后再运行一次，就会恢复。"
    )
    assert visible(out) == BEFORE | {"a.pdf": "new", "below/c.pdf": "new"}
    recover(out)
    assert contents(out) == BEFORE


def test_a_disk_without_second_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file can have one name only, as on a memory stick, old ones are copied: they come back all the same."""
    out = make(tmp_path / "out")

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links")

    def meddle(count: int) -> None:
        if count == 4:
            raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    with monkeypatch.context() as patch:
        moves_of(patch, meddle)
        with pytest.raises(NotWrittenError):
            write(out)
    assert contents(out) == BEFORE
    write(out)
    assert contents(out) == AFTER


def test_contents_reach_the_disk_before_they_take_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the power fails a file is the old one or the new one: contents, what is kept, the journal; names; folder."""
    out = make(tmp_path / "out")
    happened: list[tuple[str, int, int]] = []
    sync, replace = os.fsync, Path.replace

    def noted_sync(opened: int) -> None:
        happened.append(("sync", os.fstat(opened).st_ino, os.fstat(opened).st_size))
        sync(opened)

    def noted_replace(path: Path, target: Path) -> Path:
        kind = "journal" if target.name == "journal" else "move"
        happened.append((kind, path.stat().st_ino, path.stat().st_size))
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(Path, "replace", noted_replace)
    with staged(out) as stage:
        (stage / "a.pdf").write_text("after all", encoding="utf-8")
        (stage / "b.pdf").write_text("more", encoding="utf-8")
    moves = [one for one in happened if one[0] == "move"]
    assert [size for _, _, size in moves] == [9, 4]
    first, last = happened.index(moves[0]), happened.index(moves[-1])
    (journal,) = [place for place, one in enumerate(happened) if one[0] == "journal"]
    assert {("sync", number, size) for _, number, size in moves} <= set(happened[:journal])
    assert ("sync", *happened[journal][1:]) in happened[:journal]
    assert journal < first
    if sys.platform != "win32":
        folder = out.stat().st_ino
        # The stage is in the folder before anything depends on it, and the names before the journal goes.
        assert folder in [number for _, number, _ in happened[:journal]]
        assert happened[last + 1][:2] == ("sync", folder)


def test_modes_stay(tmp_path: Path) -> None:
    """Who may read a file does not change."""
    out = make(tmp_path / "out")
    (out / "a.pdf").chmod(0o640)
    (out / "other.pdf").chmod(0o600)
    write(out)
    write_file(out / "other.pdf", b"alone")
    assert [(out / name).stat().st_mode & 0o777 for name in ("a.pdf", "other.pdf")] == [0o640, 0o600]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few people make links")
def test_a_link_is_replaced_and_comes_back_as_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link in the place of a file gives way to the file; what it leads to is left alone."""
    out = make(tmp_path / "out")
    (out / "a.pdf").rename(tmp_path / "far.pdf")
    (out / "a.pdf").symlink_to(tmp_path / "far.pdf")

    def meddle(count: int) -> None:
        if count == 4:
            raise PermissionError(errno.EACCES, "in use")

    with monkeypatch.context() as patch:
        moves_of(patch, meddle)
        with pytest.raises(NotWrittenError):
            write(out)
    assert (out / "a.pdf").readlink() == tmp_path / "far.pdf"
    write(out)
    assert contents(out) == AFTER
    assert not (out / "a.pdf").is_symlink()
    assert (tmp_path / "far.pdf").read_text(encoding="utf-8") == "old"


def test_a_few_contents(tmp_path: Path) -> None:
    """Contents that are at hand are written in one line; none at all touch nothing."""
    write_files(tmp_path / "out", {"a": b"1", "below/b": b"2"})
    assert contents(tmp_path / "out") == {"a": "1", "below/b": "2"}
    write_files(tmp_path / "none", {})
    assert not (tmp_path / "none").exists()


def test_names_that_must_be_free(tmp_path: Path) -> None:
    """What shall be new never mixes with what has appeared under its name in the meantime."""

    def late(stage: Path, name: str) -> None:
        if name == "below":
            (stage / name).mkdir()
        else:
            (stage / name).touch()
        make(stage.parents[1])

    for name, kind in (("below", "文件夹"), ("other.pdf", "文件")):
        folder = tmp_path / kind
        with pytest.raises(NotWrittenError) as caught, staged(folder, fresh=True) as stage:
            late(stage, name)
        assert f"不能写入 {folder / name}：已有同名的{kind}；没有写出任何文件" in str(caught.value)
        assert contents(folder) == BEFORE


def test_an_interruption_while_files_are_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second Ctrl-C at the worst moment loses nothing: a later start puts the files back."""
    out = make(tmp_path / "out")

    def meddle(count: int) -> None:
        if count > 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        moves_of(patch, meddle)
        with pytest.raises(KeyboardInterrupt):
            write(out)
    assert visible(out) not in (BEFORE, AFTER)
    recover(out)
    assert contents(out) == BEFORE
