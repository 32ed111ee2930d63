"""Text in columns of a terminal, where a Chinese character takes two."""

import re
import unicodedata

#: A run of ASCII stays together; every other character may begin a line.
_PIECES = re.compile(r"[!-~]+|\s+|.", re.DOTALL)
_NEVER_FIRST = frozenset("，。、；：！？）》”’】〕…％%")
_NEVER_LAST = frozenset("（《“‘【〔≥≤＞＜＝")


def width(text: str) -> int:
    """How many columns `text` takes."""
    return sum(_width_of(character) for character in text)


def _width_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def padded(text: str, columns: int) -> str:
    """Fill `text` with spaces up to `columns`."""
    return text + " " * max(0, columns - width(text))


def wrap(text: str, columns: int) -> list[str]:
    """Break `text` into lines of at most `columns`; punctuation stays with what it belongs to."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and width(line) + width(piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = ""
        if line or not piece.isspace():
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def narrowest(text: str) -> int:
    """The columns of the widest piece that cannot be broken."""
    return max((width(piece.rstrip()) for piece in _pieces(text)), default=0)


def _pieces(text: str) -> list[str]:
    """What must not be broken: a word, or a character with its punctuation."""
    pieces: list[str] = []
    for piece in _PIECES.findall(text):
        held = bool(pieces) and (piece[0] in _NEVER_FIRST or pieces[-1][-1] in _NEVER_LAST)
        if held and not pieces[-1].isspace():
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces
