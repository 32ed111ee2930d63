"""How the table of a ranked list fits on A4 across, however many parts the total has."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from assess.reports.sheets.list_context import TypeSize

#: What a list shows of its parts: raw sums beside the points, the points alone, or nothing.
Shown = Literal["raw", "points", "none"]

#: What the page has, and the columns of fixed width, in millimetres (templates/print.css).
_PAGE, _RANK, _UNIT, _TYPE, _GRADES = 273, 12, 36, 25, 28
#: The column of remarks: what it gets where there is room, and at least.
_WHY, _LEAST_WHY = 55, 36
#: Type sizes in points, largest first; smaller than the last nobody reads.
_SIZES: tuple[tuple[TypeSize, Fraction], ...] = (
    ("", Fraction(21, 2)),
    ("smaller", Fraction(9)),
    ("smallest", Fraction(8)),
)
_POINT = Fraction(254, 720)
#: What borders and padding take of a column; a figure or another Latin letter is this wide, a Chinese character 1.
_AROUND, _NARROW = Fraction(27, 10), Fraction(6, 10)
#: A heading is broken, but never into less than three characters a line; most have four.
_HEADING, _EASY_HEADING = Fraction(3), Fraction(4)


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a column of numbers: the full mark in its heading, and the cells."""

    full: str
    cells: tuple[str, ...]

    def width(self, size: Fraction) -> Fraction:
        """The millimetres in which nothing of it is broken."""
        return max(_HEADING, *map(_ems, (f"（{self.full}）", *self.cells))) * size * _POINT + _AROUND


@dataclass(frozen=True, slots=True)
class Layout:
    """What is shown of the parts, in which size, and the widths of the columns of numbers and of the remarks."""

    shown: Shown
    size: TypeSize
    widths: tuple[Fraction, ...]
    why: Fraction


def fitted(raw: Sequence[Content], alone: Sequence[Content], total: Content, *, graded: bool) -> Layout:
    """The first of these that fits: raw sums and points, points alone, the same smaller, only the total."""
    room = Fraction(_PAGE - _RANK - _UNIT - _TYPE - (_GRADES if graded else 0))
    large = _SIZES[0]
    trials: list[tuple[Shown, Sequence[Content], TypeSize, Fraction]] = [("raw", raw, *large)]
    trials += [("points", alone, *size) for size in _SIZES]
    for shown, parts, name, size in trials:
        widths = [one.width(size) for one in (*parts, total)]
        if sum(widths) + _LEAST_WHY <= room:
            return _spread(shown, name, widths, room)
    return _spread("none", large[0], [total.width(large[1])], room)


def _spread(shown: Shown, size: TypeSize, widths: Sequence[Fraction], room: Fraction) -> Layout:
    """Headings of four characters stand on one line where there is room; then remarks get their share, then numbers."""
    easy = [max(width, _EASY_HEADING * dict(_SIZES)[size] * _POINT + _AROUND) for width in widths]
    if sum(easy) + _LEAST_WHY <= room:
        widths = easy
    left = room - sum(widths)
    why = min(left, Fraction(_WHY))
    return Layout(shown, size, tuple(width + (left - why) / len(widths) for width in widths), why)


def _ems(text: str) -> Fraction:
    return sum((_NARROW if character.isascii() else Fraction(1) for character in text), Fraction(0))
