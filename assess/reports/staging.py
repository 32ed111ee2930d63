"""Files are made in a folder beside the wanted one and moved into it together: all of them, or none."""

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from assess.disk import sync_file, sync_folder
from assess.reports.pdf import ReportError

#: What the file system says, in the language of the reader.
_REASONS = {
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已满",
    errno.EACCES: "没有权限，或文件正被其他程序打开",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOTDIR: "路径中有一处不是文件夹",
    errno.EEXIST: "已有同名的文件",
    errno.EISDIR: "已有同名的文件夹",
    errno.ENAMETOOLONG: "文件名太长",
}


class NotWrittenError(ReportError):
    """The file system refused: full, read-only, no permission, or a file that another program has open."""

    def __init__(self, directory: Path, error: OSError) -> None:
        reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
        super().__init__(f"不能写入 {directory}：{reason}；没有写出任何文件")


@contextlib.contextmanager
def staged(directory: Path) -> Iterator[Path]:
    """Yield an empty folder; on success all its files move into `directory`, on failure nothing is left."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=f".{directory.name}-", dir=directory.parent))
    except OSError as error:
        raise NotWrittenError(directory, error) from error
    try:
        new, old = stage / "new", stage / "old"
        new.mkdir()
        old.mkdir()
        yield new
        _move_all(sorted(path.name for path in new.iterdir()), new, directory, old)
    except OSError as error:
        raise NotWrittenError(directory, error) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _move_all(names: Sequence[str], new: Path, directory: Path, old: Path) -> None:
    """Move `names` from `new` to `directory`; what they replace is kept in `old`, and put back if that ends early."""
    for name in names:
        if (directory / name).is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), name)
        sync_file(new / name)
    try:
        for name in names:
            with contextlib.suppress(FileNotFoundError):
                os.replace(directory / name, old / name)  # noqa: PTH105 as in the line below
            os.replace(new / name, directory / name)  # noqa: PTH105 replaces on Windows, too
    except BaseException:  # an interruption, too
        _put_back(names, new, directory, old)
        raise
    sync_folder(directory)


def _put_back(names: Sequence[str], new: Path, directory: Path, old: Path) -> None:
    """Where each file lies says how far it had come."""
    for name in names:
        with contextlib.suppress(OSError):
            if (old / name).exists():
                os.replace(old / name, directory / name)  # noqa: PTH105
            elif not (new / name).exists():
                (directory / name).unlink()
