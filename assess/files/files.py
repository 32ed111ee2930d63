"""Bytes to text: size limits, encodings that Chinese offices really use, and sentences for what goes wrong."""

from pathlib import Path

from assess.disk.refusals import OutsideError
from assess.ground.place import Place, Problem, ProblemsError

#: Largest file that is read; a year of 25 units is about 0.2 MB.
MAX_BYTES = 4 * 1024 * 1024


def read_text(path: Path, name: str | None = None) -> str:
    """Return the text of `path`: UTF-8 (with or without BOM), UTF-16 with BOM, else GB18030 (which covers GBK).

    `name` is how messages call the file.
    """
    source = name or str(path)
    return decoded(read_bytes(path, source), source)


def read_bytes(path: Path, source: str, limit: int = MAX_BYTES, hint: str = "请确认选对了文件") -> bytes:
    """Return what is in the file at `path`, which may have up to `limit` bytes; with more, `hint` is what to do."""
    try:
        if path.is_dir():
            message = f"“{path}”是一个文件夹，这里需要一个文件。"
            raise OutsideError(message)
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except FileNotFoundError:
        message = f"找不到文件“{path}”，请检查文件名和所在的文件夹。"
        raise OutsideError(message) from None
    except PermissionError:
        message = f"没有权限读取文件“{path}”。"
        raise OutsideError(message) from None
    except (OSError, ValueError) as error:
        message = f"读不了文件“{path}”（系统提示：{_reason(error)}）。"
        raise OutsideError(message) from None
    if len(content) > limit:
        raise _refused(source, "too_large", f"文件太大（上限{limit // 1024 // 1024}MB）", hint)
    return content


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def decoded(content: bytes, source: str) -> str:
    """Decode `content`; a file that is no text is a problem with one sentence."""
    if not content.strip():
        raise _refused(source, "empty", "文件是空的", "请确认选对了文件")
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return _strict(content, encoding, source)
    if b"\x00" in content:
        raise _refused(source, "binary", "这不是文本文件")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _strict(content, "gb18030", source)


def _strict(content: bytes, encoding: str, source: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        problem = "认不出文字编码（可用UTF-8、GBK），或者这不是文本文件"
        raise _refused(source, "encoding", problem) from None


def _refused(source: str, code: str, text: str, hint: str = "请另存为UTF-8编码的YAML或JSON文件后再试") -> ProblemsError:
    return ProblemsError([Problem(Place(source), code, text, hint)])
