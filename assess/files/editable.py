"""Text files that are changed in place: read with their encoding, written back together, all or none."""

import contextlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assess.disk import sync_file, sync_folder
from assess.files.files import decoded, read_bytes
from assess.ground.place import Place, Problem, ProblemsError

_ENCODINGS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"", "gb18030"),
)


@dataclass(frozen=True, slots=True)
class Editable:
    """A file's text, and how it is written: line ends are those of the file, a byte order mark is kept aside."""

    text: str
    mark: bytes = b""
    encoding: str = "utf-8"

    def encoded(self, text: str) -> bytes:
        """Return `text` as this file would hold it; each of the encodings holds every character."""
        return self.mark + text.encode(self.encoding)


def read_editable(path: Path, name: str) -> Editable:
    """Read a text file so that it can be written back byte for byte; `name` is how messages call it."""
    content = read_bytes(path, name)
    text = decoded(content, name).removeprefix("\ufeff")
    for mark, encoding in _ENCODINGS:
        if mark + text.encode(encoding) == content:
            return Editable(text, mark, encoding)
    problem = Problem(Place(name), "encoding", "文件的编码不规范，改动后写不回原样", "请另存为UTF-8编码后再试")
    raise ProblemsError([problem])


def replace_files(contents: Mapping[Path, bytes]) -> None:
    """Write all files or none: new contents are prepared beside the old files, then take their names.

    Raises `OSError` when the file system refuses; the files are then what they were.
    """
    fresh: dict[Path, Path] = {}
    kept: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            _write(_beside(path, fresh), content, path)
            if path.exists():
                _write(_beside(path, kept), path.read_bytes(), path)
                fresh[path].chmod(path.stat().st_mode & 0o777)
                kept[path].chmod(path.stat().st_mode & 0o777)
        _move(fresh, kept)
        for folder in {path.parent for path in contents}:
            sync_folder(folder)
    finally:
        for leftover in (*fresh.values(), *kept.values()):
            with contextlib.suppress(OSError):
                leftover.unlink()


def _beside(path: Path, taken: dict[Path, Path]) -> Path:
    """A name beside the file, which is noted before anything is written under it: so it is never left behind."""
    taken[path] = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
    return taken[path]


def _write(beside: Path, content: bytes, path: Path) -> None:
    try:
        with beside.open("xb") as file:
            file.write(content)
        sync_file(beside)
    except OSError as error:
        # Nobody knows the name of the file beside.
        error.filename = str(path)
        raise


def _move(fresh: Mapping[Path, Path], kept: Mapping[Path, Path]) -> None:
    moved: list[Path] = []
    try:
        for path, new in fresh.items():
            moved.append(path)
            new.replace(path)
    except BaseException:  # an interruption, too
        for path in moved:
            with contextlib.suppress(OSError):
                if path in kept:
                    kept[path].replace(path)
                else:
                    path.unlink(missing_ok=True)
        raise
