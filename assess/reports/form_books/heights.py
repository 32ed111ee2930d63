"""How high a row must be: protected sheets do not grow by themselves in every program."""

import math
import unicodedata

_LINE, _LEAST = 13.5, 18.0
_MOST_LINES = 28


def width(text: str) -> int:
    """The width of a text in half-width signs."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


def lines(text: str, room: int) -> int:
    """How many lines a text takes in a column of this width, one sign of it kept free."""
    return sum(max(1, math.ceil(width(part) / max(room - 1, 2))) for part in text.split("\n"))


def height(cells: "list[tuple[str, int]]") -> float:
    """The height of a row in points, by the texts of its cells and the widths of their columns."""
    most = max((lines(text, room) for text, room in cells if text), default=1)
    return max(_LEAST, min(most, _MOST_LINES) * _LINE + 4)
