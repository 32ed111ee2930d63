"""Books that come back filled in, whatever program saved them: every cell as it stands there."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from assess.disk.refusals import OutsideError
from assess.files.files import read_bytes
from assess.files.returned_csv import csv_sheets
from assess.files.returned_old_book import old_sheets
from assess.files.returned_xlsx import xlsx_sheets
from assess.files.workbook import MAX_BYTES
from assess.ground.place import Place, Problem, ProblemsError
from assess.workbooks.returned import ReturnedBook, ReturnedSheet

#: What office programs, and people, leave in a folder beside their books.
_NOT_BOOKS = ("~$", ".~", ".")
#: Endings of what may be a book; what is inside decides.
ENDINGS = (".xlsx", ".xlsm", ".xls", ".et", ".xlsb", ".ods", ".csv")
#: How the content of a file begins.
_ARCHIVE, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_HINT = "请用Excel、WPS或LibreOffice打开，另存为“Excel工作簿（.xlsx）”，不要加密码"
_OTHERS = {
    b"%PDF": "PDF文件",
    b"{\\rtf": "RTF文档",
    b"<htm": "网页",
    b"<!DO": "网页",
    b"Rar!": "压缩包",
    b"7z\xbc\xaf": "压缩包",
}

#: Makes sheets of a file's content; what comes with them is when it was saved, if the file says so.
Reader = Callable[[bytes, str], tuple[tuple[ReturnedSheet, ...], str]]


def read_returned(path: Path) -> ReturnedBook:
    """Return the book at `path`.

    Raises `OutsideError` where it cannot be read, `ProblemsError` with one sentence where it is no book.
    """
    name = path.name
    content = read_bytes(path, name, MAX_BYTES, "请确认选对了文件；图片请不要贴在表里")
    sheets, saved_at = _reader(content, name, path.suffix.lower())(content, name)
    return ReturnedBook(name, hashlib.sha256(content).hexdigest(), sheets, saved_at)


def _reader(content: bytes, name: str, ending: str) -> Reader:
    """By what a file begins with: people rename files."""
    if content.startswith(_ARCHIVE):
        return _archive(content)
    if content.startswith(_OLD):
        return old_sheets
    for start, what in _OTHERS.items():
        if content[:8].lower().startswith(start.lower()):
            raise ProblemsError([Problem(Place(name), "file_kind", f"这是{what}，不是工作簿", _HINT)])
    if ending in (".csv", ".txt"):
        return csv_sheets
    raise ProblemsError([Problem(Place(name), "file_kind", "这不是工作簿，或文件已损坏", _HINT)])


def _archive(content: bytes) -> Reader:
    """What else is an archive: OpenDocument, and the binary form of Excel."""
    start = content[:200_000]
    if b"mimetypeapplication/vnd.oasis.opendocument" in start[:120] or b"xl/workbook.bin" in content:
        return old_sheets
    return xlsx_sheets


def returned_files(folder: Path) -> list[Path]:
    """The books in a folder and the folders inside it, in the order of their names. Raises `OutsideError`."""
    try:
        found = sorted(path for path in folder.rglob("*") if path.is_file())
    except OSError as error:
        message = f"读不了文件夹“{folder}”（系统提示：{error.strerror}）。"
        raise OutsideError(message) from None
    return [path for path in found if path.suffix.lower() in ENDINGS and not path.name.startswith(_NOT_BOOKS)]
