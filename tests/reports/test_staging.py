"""All files or none."""

import contextlib
import errno
import os
import sys
from pathlib import Path

import pytest

from assess.reports.staging import NotWrittenError, staged


def contents(directory: Path) -> dict[str, str]:
    """Every file with its text, hidden ones included."""
    return {path.name: path.read_text(encoding="utf-8") for path in directory.iterdir()}


def fill(folder: Path, names: str = "ab") -> None:
    """Two files, or more."""
    for name in names:
        (folder / f"{name}.pdf").write_text(f"new {name}", encoding="utf-8")


def test_files_arrive_together_beside_what_was_there(tmp_path: Path) -> None:
    """New files replace old ones of their name; other files stay, and no trace of the work is left."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.pdf").write_text("old a", encoding="utf-8")
    (out / "result.json").write_text("{}", encoding="utf-8")
    with staged(out) as folder:
        fill(folder)
        assert contents(out) == {"a.pdf": "old a", "result.json": "{}"}
    assert contents(out) == {"a.pdf": "new a", "b.pdf": "new b", "result.json": "{}"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    """A folder that does not exist yet is made, and others may read it as far as the system lets them."""
    out = tmp_path / "2019" / "out"
    with staged(out) as folder:
        fill(folder)
    assert sorted(contents(out)) == ["a.pdf", "b.pdf"]
    assert out.stat().st_mode == out.parent.stat().st_mode


def test_a_failure_on_the_way_leaves_everything_as_it_was(tmp_path: Path) -> None:
    """When drawing fails, nothing is written."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.pdf").write_text("old a", encoding="utf-8")

    def fail(folder: Path) -> None:
        fill(folder)
        raise LookupError

    with pytest.raises(LookupError), staged(out) as folder:
        fail(folder)
    assert contents(out) == {"a.pdf": "old a"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_failure_while_moving_puts_everything_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the second file cannot be moved, the first old one comes back and the new one goes."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.pdf").write_text("old a", encoding="utf-8")
    (out / "b.pdf").write_text("old b", encoding="utf-8")
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        if target == out / "b.pdf" and source.parent.name == "new":
            raise PermissionError(errno.EACCES, "in use", str(target))
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with (
        pytest.raises(NotWrittenError, match=r"不能写入.*out：没有权限，或文件正被其他程序打开") as caught,
        staged(out) as folder,
    ):
        fill(folder)
    assert "\n" not in str(caught.value)
    assert contents(out) == {"a.pdf": "old a", "b.pdf": "old b"}


@pytest.mark.parametrize("moves", range(5))
@pytest.mark.parametrize("already", [True, False], ids=["after a move", "before a move"])
def test_an_interruption_while_moving_puts_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int, *, already: bool
) -> None:
    """Ctrl-C between any two moves: what was there is there again, and nothing new is."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.pdf").write_text("old a", encoding="utf-8")
    (out / "c.pdf").write_text("old c", encoding="utf-8")
    real, done = os.replace, list[Path]()

    def replace(source: Path, target: Path) -> None:
        done.append(target)
        if len(done) != moves + 1:
            real(source, target)
            return
        with contextlib.suppress(FileNotFoundError):
            if already:
                real(source, target)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(KeyboardInterrupt), staged(out) as folder:
        fill(folder, "abc")
    assert contents(out) == {"a.pdf": "old a", "c.pdf": "old c"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_contents_reach_the_disk_before_they_take_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the power fails a document is the old one or the new one, never an empty one: contents, names, folder."""
    out = tmp_path / "out"
    out.mkdir()
    happened: list[tuple[str, int]] = []
    sync, replace = os.fsync, os.replace

    def noted_sync(opened: int) -> None:
        happened.append(("sync", os.fstat(opened).st_ino))
        sync(opened)

    def noted_replace(source: Path, target: Path) -> None:
        if source.parent.name == "new":
            happened.append(("move", source.stat().st_ino))
        replace(source, target)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(os, "replace", noted_replace)
    with staged(out) as folder:
        fill(folder)
    numbers = [path.stat().st_ino for path in sorted(out.iterdir())]
    written = [("sync", number) for number in numbers] + [("move", number) for number in numbers]
    assert happened[: len(written)] == written
    if sys.platform != "win32":
        assert happened[len(written) :] == [("sync", out.stat().st_ino)]


def test_a_folder_in_the_place_of_a_file_is_not_lost(tmp_path: Path) -> None:
    """A folder that has the name of a document is never moved away."""
    out = tmp_path / "out"
    (out / "b.pdf").mkdir(parents=True)
    with pytest.raises(NotWrittenError, match="已有同名的文件夹"), staged(out) as folder:
        fill(folder)
    assert [path.name for path in out.iterdir()] == ["b.pdf"]


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    """A file where the folder should be is one sentence, before any work is done."""
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(NotWrittenError, match="已有同名的文件"), staged(tmp_path / "out"):
        pytest.fail("the work was begun")
