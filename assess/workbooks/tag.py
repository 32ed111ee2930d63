"""What a row or a column of a sheet is, as a hidden cell says it, so that a return is read whatever was moved."""

import hashlib
import unicodedata
from typing import NamedTuple

from assess.workbooks.pointer import Pointer, PointerError

#: The label columns of a sheet: what stands in them names the row for people, and nothing is read from it.
LABEL = "label"


class Tag(NamedTuple):
    """A pointer; the signature of the words that people see there; that of what was asked.

    The words guard against a table that was sorted or pasted without its hidden cells, what was asked against a scheme
    that asks something else by now.
    """

    pointer: Pointer
    words: str = ""
    asked: str = ""

    def __str__(self) -> str:
        """The text that `read` reads back."""
        return f"{self.pointer}~{self.words}~{self.asked}"


def read_tag(text: str) -> Tag:
    """The tag that a text writes. Raises `PointerError` for anything else."""
    parts = text.rsplit("~", 2)
    if len(parts) != len(Tag._fields):
        raise PointerError(text)
    return Tag(Pointer.read(parts[0]), parts[1], parts[2])


def signature(*words: str) -> str:
    """Six signs for these words; blanks, widths of signs and line ends make no difference."""
    plain = "\n".join("".join(unicodedata.normalize("NFKC", word).split()) for word in words)
    return hashlib.sha256(plain.encode()).hexdigest()[:6]
