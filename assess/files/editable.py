"""Text files that are changed in place: read with their encoding, so that they can be written back in it."""

from dataclasses import dataclass
from pathlib import Path

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
