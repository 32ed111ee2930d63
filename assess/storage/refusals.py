"""What a database refuses, in the language of the reader: which one, why, and what to do. Nothing half done stays."""

import contextlib
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy.exc import DBAPIError

from assess.disk.refusals import OutsideError


class DatabaseError(OutsideError):
    """The database cannot be used, or did not take what was to be written. One Chinese sentence."""


class BrokenError(DatabaseError):
    """The file is no database, or no whole one."""


class _Reason(NamedTuple):
    text: str
    advice: str


_BUSY = _Reason("另一个程序正在写，等了很久也没有轮到", "请等它结束后再试")
_READ_ONLY = _Reason("是只读的，或所在的文件夹不能写", "请检查文件和文件夹的权限，或换到能写的文件夹")
_FULL = _Reason("磁盘已满", "请清理出空间后再试")
_BROKEN = _Reason("文件已损坏", "请用 assess restore 恢复最近的备份，并保留这个文件")
_NOT_ONE = _Reason("不是考核数据库，或已损坏", "请确认选对了文件；确实损坏的，用 assess restore 恢复备份")
_NOT_OPENED = _Reason("打不开", "请检查文件是否存在、所在的文件夹能不能写")
_DISK = _Reason("磁盘读写出错", "请检查磁盘，确认数据还在后再试")

#: By the beginning of SQLite's own name of what went wrong.
_SQLITE = {
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_READONLY": _READ_ONLY,
    "SQLITE_PERM": _READ_ONLY,
    "SQLITE_FULL": _FULL,
    "SQLITE_CORRUPT": _BROKEN,
    "SQLITE_NOTADB": _NOT_ONE,
    "SQLITE_CANTOPEN": _NOT_OPENED,
    "SQLITE_IOERR": _DISK,
}

_TOO_LONG = _Reason("有一个姓名或编号太长", "请缩短后再试")
_NO_CHARACTERS = _Reason("有不是文字的字符（多半是别的编码）", "请重新输入；是文件名里的，请先给文件改名")

_GONE = _Reason("连接断了（服务器可能在重新启动）", "请稍等后再试一次")
_NOT_LET_IN = _Reason("服务器不接受这个用户名或密码", "请检查数据库地址")
_NO_DATABASE = _Reason("服务器上没有这个数据库", "请检查数据库地址，或请管理员建立")
_NO_RIGHT = _Reason("没有权限", "请管理员授予这个用户读写的权限")

#: By the beginning of PostgreSQL's code of what went wrong, the longer first.
_POSTGRESQL = {
    "55P03": _BUSY,
    "40": _Reason("与同时进行的另一次写入冲突", "请再试一次"),
    "53100": _FULL,
    "53": _Reason("服务器的资源不够", "请稍后再试，或告诉管理员"),
    "54": _TOO_LONG,
    "57": _GONE,
    "08": _GONE,
    "28": _NOT_LET_IN,
    "3D": _NO_DATABASE,
    "42501": _NO_RIGHT,
    "25006": _READ_ONLY,
}


@contextlib.contextmanager
def told(database: str, *, writes: bool = False) -> Iterator[None]:
    """Turn what the database refuses into a sentence; where it `writes`, that also says that nothing was written.

    `database`: what it is called, without a password.
    """
    try:
        yield
    except (DBAPIError, UnicodeEncodeError) as error:
        reason = _reason(error) if isinstance(error, DBAPIError) else _NO_CHARACTERS
        undone = "；这一次没有写入任何内容" if writes else ""
        message = f"数据库“{database}”：{reason.text}{undone}。{reason.advice}。"
        raise (BrokenError if reason in (_BROKEN, _NOT_ONE) else DatabaseError)(message) from error


def _reason(error: DBAPIError) -> _Reason:
    original = error.orig
    if isinstance(original, sqlite3.Error):
        return _starting(_SQLITE, getattr(original, "sqlite_errorname", "")) or _unknown(original)
    code = getattr(original, "sqlstate", None) or ""
    known = _starting(_POSTGRESQL, code)
    if known is not None:
        return known
    if error.connection_invalidated:
        return _GONE
    if not code and type(original).__name__ == "OperationalError":
        return _not_reached(str(original))
    return _unknown(original)


def _starting(reasons: dict[str, _Reason], code: str) -> _Reason | None:
    return next((reason for start, reason in reasons.items() if code.startswith(start)), None)


def _not_reached(said: str) -> _Reason:
    """Before there is a connection, PostgreSQL's library gives no code, only words."""
    if "does not exist" in said and "database" in said:
        return _NO_DATABASE
    if any(word in said for word in ("password", "authentication", "role", "pg_hba")):
        return _NOT_LET_IN
    if any(word in said for word in ("starting up", "shutting down", "terminat", "closed the connection", "consuming")):
        return _GONE
    return _Reason("连不上服务器", "请检查网络、服务器是否开着，以及数据库地址")


def _unknown(error: BaseException | None) -> _Reason:
    first_line = (str(error).splitlines() or [""])[0]
    return _Reason(f"数据库提示：{first_line}", "请保留现场，告诉管理员")
