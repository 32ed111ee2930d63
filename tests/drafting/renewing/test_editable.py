"""Files that are written back: byte for byte, together, or not at all."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assess.files.editable import read_editable, replace_files
from assess.files.files import OutsideError
from assess.ground.place import ProblemsError
from assess.services.scheme_items import Imported
from tests.drafting.renewing.conftest import ITEMS, texts


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_what_is_read_is_written(tmp_path: Path, encoding: str) -> None:
    """Every encoding goes there and back."""
    content = "考核𠮷\r\n㛃".encode(encoding)
    (tmp_path / "f").write_bytes(content)
    file = read_editable(tmp_path / "f", "f")
    assert file.text == "考核𠮷\r\n㛃"
    assert file.encoded(file.text) == content


def test_a_file_that_cannot_be_written_back(tmp_path: Path) -> None:
    """A file whose bytes would change by reading and writing alone is refused."""
    (tmp_path / "f").write_bytes(b"\xef\xbb\xbf\xef\xbb\xbfa: 1")
    with pytest.raises(ProblemsError) as caught:
        read_editable(tmp_path / "f", "f")
    assert str(caught.value) == "f: 错误：文件的编码不规范，改动后写不回原样\n    → 请另存为UTF-8编码后再试"


def test_new_files_go_again(tmp_path: Path) -> None:
    """When a later file fails, one that is new is gone again, and no scraps are left."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        replace_files({tmp_path / "new": b"1", tmp_path / "folder" / "x" / "y": b"2"})
    with pytest.raises(OSError, match="directory"):
        replace_files({tmp_path / "new": b"1", tmp_path / "folder": b"2"})
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_name_that_cannot_be(tmp_path: Path) -> None:
    """The message names the file that was wanted, not the one beside it."""
    wanted = tmp_path / ("长" * 80 + ".xlsx")
    with pytest.raises(OSError, match="too long") as caught:
        replace_files({wanted: b""})
    assert caught.value.filename == str(wanted)


def test_a_rollback_of_a_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new file that had its name already loses it when the next one fails."""
    real = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if target.name == "second":
            raise OSError(28, "No space left on device", str(target))
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OSError, match="No space"):
        replace_files({tmp_path / "first": b"1", tmp_path / "second": b"2"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("moves", [0, 1])
def test_an_interruption_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int) -> None:
    """Ctrl-C before or after the first file has its name: the old one is back, the new one gone, no scraps."""
    (tmp_path / "old").write_bytes(b"before")
    real, done = Path.replace, []

    def replace(path: Path, target: Path) -> Path:
        done.append(target)
        if len(done) == moves + 1:
            raise KeyboardInterrupt
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        replace_files({tmp_path / "old": b"after all", tmp_path / "new": b"more"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"old": b"before"}


def test_an_interruption_while_writing_leaves_no_scraps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is written half lies under a name of its own, and goes."""

    def interrupted(opened: int) -> None:
        del opened
        raise KeyboardInterrupt

    (tmp_path / "old").write_bytes(b"before")
    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace_files({tmp_path / "old": b"after all"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"old": b"before"}


def test_contents_reach_the_disk_before_they_take_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the power fails a file is the old one or the new one, never an empty one: whole contents, names, folder."""
    (tmp_path / "old").write_bytes(b"before")
    happened: list[tuple[str, int, int]] = []
    sync, replace = os.fsync, Path.replace

    def noted_sync(opened: int) -> None:
        happened.append(("sync", os.fstat(opened).st_ino, os.fstat(opened).st_size))
        sync(opened)

    def noted_replace(path: Path, target: Path) -> Path:
        happened.append(("move", path.stat().st_ino, path.stat().st_size))
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(Path, "replace", noted_replace)
    replace_files({tmp_path / "old": b"after all", tmp_path / "new": b"more"})
    moves = [one for one in happened if one[0] == "move"]
    assert sorted(size for _, _, size in moves) == [4, 9]
    begin = happened.index(moves[0])
    assert {("sync", number, size) for _, number, size in moves} <= set(happened[:begin])
    if sys.platform != "win32":
        kind, number, _ = happened[-1]
        assert (kind, number) == ("sync", tmp_path.stat().st_ino)


def test_modes_stay(tmp_path: Path) -> None:
    """Who may read a file does not change."""
    (tmp_path / "f").write_bytes(b"1")
    (tmp_path / "f").chmod(0o640)
    replace_files({tmp_path / "f": b"2"})
    assert (tmp_path / "f").stat().st_mode & 0o777 == 0o640


def test_a_way_of_writing_that_cannot_be_changed(
    tiny: Path, fill: Callable[..., Imported], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the changed files do not say what the workbook wants, nothing is written."""
    before = texts(tiny)
    monkeypatch.setattr("assess.services.scheme_items.edited", lambda texts, _: texts)
    with pytest.raises(OutsideError, match="方案文件的写法特殊，改不了；没有改动任何文件"):
        fill({(ITEMS, "D2"): "教学督导"})
    assert texts(tiny) == before
