"""What the file system refuses, in the language of the reader: where, why, and what to do."""

import errno
import os
from pathlib import Path
from typing import NamedTuple

from assess.disk.layout import OLD, wanted_path


class OutsideError(Exception):
    """Something outside the data failed: a file that is missing or cannot be read. One Chinese sentence."""


class _Reason(NamedTuple):
    text: str
    advice: str


_ELSEWHERE = "请换一个文件夹"
_SPACE = "请清理出空间，或换一个文件夹"
_CLOSE = "请关闭打开着的文件，或换一个有权限写的文件夹"
_AWAY = "请把它移开，或换一个名称"

_REASONS = {
    errno.ENOSPC: _Reason("磁盘已满", _SPACE),
    errno.EDQUOT: _Reason("磁盘配额已满", _SPACE),
    errno.EFBIG: _Reason("文件超过了这里允许的大小", _ELSEWHERE),
    errno.EACCES: _Reason("没有权限，或文件正被其他程序打开", _CLOSE),
    errno.EPERM: _Reason("没有权限", "请换一个有权限写的文件夹"),
    errno.EBUSY: _Reason("文件正被其他程序使用", _CLOSE),
    errno.EROFS: _Reason("磁盘是只读的", _ELSEWHERE),
    errno.ENOENT: _Reason("找不到这个位置", "请检查路径是否存在、是否太长"),
    errno.ENOTDIR: _Reason("路径中有一处不是文件夹", "请检查路径"),
    errno.EEXIST: _Reason("已有同名的文件", _AWAY),
    errno.EISDIR: _Reason("已有同名的文件夹", _AWAY),
    errno.ENAMETOOLONG: _Reason("文件名太长", "请换短一些的名称"),
    errno.EMFILE: _Reason("打开的文件太多", "请关闭一些程序再试"),
    errno.ENFILE: _Reason("打开的文件太多", "请关闭一些程序再试"),
    errno.EIO: _Reason("磁盘读写出错", "请检查磁盘，或换一个文件夹"),
}


class NotWrittenError(OutsideError):
    """The file system refused: full, read-only, no permission, or a file that another program has open."""

    def __init__(self, folder: Path, error: OSError) -> None:
        reason = _reason(error)
        super().__init__(f"{_what(folder, error)}：{reason.text}；没有写出任何文件。{reason.advice}。")


class BusyError(OutsideError):
    """Another process is moving files into the same folder, and does not come to an end."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"另一个程序正在写 {folder}，等了很久也没有写完；没有写出任何文件。请等它结束后再试。")


class UnfinishedError(OutsideError):
    """Files were being moved when their process ended, and what they replaced cannot be put back now."""

    def __init__(self, stage: Path, error: Exception) -> None:
        why, what_to_do = str(error), f"如果没有程序正在写，请把它们移回原处，再删除 {stage}。"
        if isinstance(error, OSError):
            why, what_to_do = _reason(error).text, "处理好以后再运行一次，就会恢复。"
        super().__init__(
            f"{stage.parent} 里有一次写入中途断了，里面的文件新旧混在一起，现在还不能恢复：{why}。"
            f"原来的文件都在 {stage / OLD} 里，请不要删除；{what_to_do}"
        )


def _reason(error: OSError) -> _Reason:
    known = _REASONS.get(error.errno or 0)
    return known or _Reason(f"系统提示：{error.strerror or error}", _ELSEWHERE)


def _what(folder: Path, error: OSError) -> str:
    """What could not be done: with the file that was refused, under the name that it should have, or the folder."""
    for name in (error.filename, error.filename2):
        if not isinstance(name, str | os.PathLike):
            continue
        path = Path(name)
        if path.is_relative_to(folder):
            return f"不能写入 {wanted_path(path, folder)}"
        if not folder.is_relative_to(path):
            # Something else that was needed on the way, as a file to be copied.
            return f"不能读写 {path}"
    return f"不能写入 {folder}"
