"""What the file system refuses is said in Chinese, with what to do, and nothing half written is left."""

import errno
import itertools
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assess.disk.layout import TURN
from assess.disk.refusals import NotWrittenError, OutsideError
from assess.disk.writing import staged, write_file, write_files
from tests.disk.processes import AFTER, BEFORE, ENVIRONMENT, contents, make, write

#: Everything is loaded before the process gives up what root may do.
REFUSED = """
import os, sys
from pathlib import Path
from assess.disk.refusals import OutsideError
from assess.disk.writing import write_files
{before}
try:
    write_files(Path({folder!r}), {{"a.pdf": b"new" * 1000, "b.pdf": b"new"}})
except OutsideError as error:
    sys.stdout.buffer.write(str(error).encode())
"""
AS_NOBODY = "if os.getuid() == 0:\n    os.setgroups([])\n    os.setuid(65534)"
NO_LARGE_FILES = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))"


def refused(at: Path, folder: str, before: str) -> str:
    """What a process says that may not write, or not much."""
    command = [sys.executable, "-S", "-c", REFUSED.format(before=before, folder=folder)]
    done = subprocess.run(command, cwd=at, env=ENVIRONMENT, check=True, capture_output=True)
    return done.stdout.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="modes of folders mean nothing on Windows")
def test_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    """Without the right to write nothing is begun, nor where a folder cannot be made."""
    out = make(tmp_path / "out")
    tmp_path.chmod(0o711)
    out.chmod(0o555)
    for folder in ("out", "new/deep"):
        assert refused(tmp_path, folder, AS_NOBODY) == (
            f"不能写入 {folder}：没有权限，或文件正被其他程序打开；没有写出任何文件。"
            "请关闭打开着的文件，或换一个有权限写的文件夹。"
        )
    assert contents(out) == BEFORE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_a_disk_that_takes_no_more(tmp_path: Path) -> None:
    """A file that the disk cuts short in the middle is not written at all, nor are the others."""
    out = make(tmp_path / "out")
    assert refused(tmp_path, "out", NO_LARGE_FILES) == (
        "不能写入 out：文件超过了这里允许的大小；没有写出任何文件。请换一个文件夹。"
    )
    assert contents(out) == BEFORE


class Full:
    """A function of the system that finds no room at one of its calls, and has room again afterwards."""

    def __init__(self, real: Callable[..., object], last: int) -> None:
        self.real, self.last, self.count = real, last, 0

    def __call__(self, *arguments: object, **options: object) -> object:
        """As the system's own."""
        self.count += 1
        if self.count == self.last:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return self.real(*arguments, **options)


@pytest.mark.parametrize("call", ["fsync", "link", "mkdir", "replace"])
def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    """Wherever the last block is used up there are all new files or all old ones, and no stage."""
    said = []
    for last in itertools.count(1):
        out = make(tmp_path / str(last))
        full = Full(getattr(os, call), last)
        with monkeypatch.context() as patch:
            patch.setattr(os, call, full)
            try:
                write(out)
            except NotWrittenError as error:
                said.append(str(error))
                assert contents(out) == BEFORE
            else:
                # Some calls can be done without, as links.
                assert contents(out) == AFTER
        if full.count < last:
            break
    assert last > 1
    assert all("磁盘已满；没有写出任何文件。请清理出空间，或换一个文件夹。" in one for one in said)
    assert (call == "link") == (said == [])


def test_a_folder_in_the_place_of_a_file_is_not_lost(tmp_path: Path) -> None:
    """A folder that has the name of a document is never moved away, and neither is a file that a folder should be."""
    make(tmp_path)
    with pytest.raises(NotWrittenError, match=r"不能写入 .*below：已有同名的文件夹；没有写出任何文件。请把它移开"):
        write_files(tmp_path, {"a.pdf": b"", "below": b""})
    with pytest.raises(NotWrittenError, match=r"不能写入 .*a.pdf：已有同名的文件；没有写出任何文件。请把它移开"):
        write_files(tmp_path, {"a.pdf/deep.pdf": b"", "new": b""})
    assert contents(tmp_path) == BEFORE


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    """A file where the folder should be, or one above it, is one sentence, before any work is done."""
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(NotWrittenError, match=r"不能写入 .*out：已有同名的文件；"), staged(tmp_path / "out"):
        pytest.fail("the work was begun")
    with (
        pytest.raises(NotWrittenError, match=r"不能写入 .*deep：路径中有一处不是文件夹；"),
        staged(tmp_path / "out" / "deep"),
    ):
        pytest.fail("the work was begun")


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    """The message names the file that was wanted, not the one in the stage; one for a folder names the folder."""
    wanted = tmp_path / ("长" * 100 + ".xlsx")
    with pytest.raises(OutsideError) as caught:
        write_file(wanted, b"")
    assert str(caught.value) == f"不能写入 {wanted}：文件名太长；没有写出任何文件。请换短一些的名称。"
    with pytest.raises(NotWrittenError, match="文件名太长"):
        write_file(wanted / "f", b"")
    assert list(tmp_path.iterdir()) == []


def test_something_else_that_could_not_be_read(tmp_path: Path) -> None:
    """What is needed on the way and cannot be had is named itself."""
    gone = tmp_path / "gone"
    with pytest.raises(NotWrittenError) as caught, staged(tmp_path / "out"):
        gone.read_bytes()
    assert str(caught.value) == (f"不能读写 {gone}：找不到这个位置；没有写出任何文件。请检查路径是否存在、是否太长。")


def test_a_refusal_of_another_kind(tmp_path: Path) -> None:
    """What has no sentence of ours is said in the system's words."""
    with pytest.raises(NotWrittenError) as caught, staged(tmp_path):
        raise OSError(9999, "odd")
    assert str(caught.value) == f"不能写入 {tmp_path}：系统提示：odd；没有写出任何文件。请换一个文件夹。"


def test_the_name_of_the_lock_is_taken(tmp_path: Path) -> None:
    """A folder that has the name of our lock is a refusal like any other."""
    (tmp_path / TURN).mkdir()
    with pytest.raises(NotWrittenError, match="已有同名的文件夹"):
        write_file(tmp_path / "f", b"")
    assert [path.name for path in tmp_path.iterdir()] == [TURN]
