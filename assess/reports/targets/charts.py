"""Small charts for a cell of a table, as shapes that a template draws: bars, bars of shares, their scales.

Lengths are millimetres as texts; colours are greys, so that a copy in black and white tells them apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from assess.ground.numbers import short

#: Of a bar's own height, and of what is left beside it for its number, in millimetres.
_THICKNESS = Fraction(55, 100)
_NUMBER_ROOM = Fraction(12)
#: How wide a digit is.
_DIGIT = Fraction(8, 5)
_GREY, _BLACK = "#b5b5b5", "#000"


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A filled rectangle with a thin outline."""

    x: str
    y: str
    width: str
    height: str
    fill: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from one point to another; `dashes`: as SVG writes them, `none` for a plain line."""

    x1: str
    y1: str
    x2: str
    y2: str
    dashes: str


@dataclass(frozen=True, slots=True)
class Words:
    """A text; `anchor` (start, middle, end) says which point of it stands at x, y."""

    x: str
    y: str
    anchor: str
    fill: str
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Shapes on a field of `width` by `height`, drawn in this order."""

    width: str
    height: str
    rectangles: tuple[Rectangle, ...]
    strokes: tuple[Stroke, ...]
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across a bar's scale, at a share of its whole length; `label` stands above it."""

    share: Fraction
    label: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar of shares: how many, how it is filled, and in what its number is written."""

    number: int
    fill: str
    ink: str = _BLACK
    #: Whether two lines cross it, where greys are too near to each other.
    crossed: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """How large a chart is, in millimetres."""

    width: Fraction
    height: Fraction

    @property
    def scale(self) -> Fraction:
        """The length of the scale: what the number beside it leaves."""
        return self.width - _NUMBER_ROOM


def bar(share: Fraction | None, text: str, field: Field, marks: Iterable[Mark] = ()) -> Chart:
    """A bar of `share` of the scale, held between 0 and 1, and its number; without a share only the number."""
    thickness = field.height * _THICKNESS
    top = (field.height - thickness) / 2
    length = min(max(share, Fraction(0)), Fraction(1)) * field.scale if share is not None else Fraction(0)
    found = (Rectangle("0", _mm(top), _mm(length), _mm(thickness), _GREY),) if length else ()
    base = Stroke("0", "0", "0", _mm(field.height), "none")
    return _chart(field, found, (base, *_lines(field, marks)), (_number(text, field),))


def scale(field: Field, marks: Iterable[Mark]) -> Chart:
    """The labels of the marks, for the heading above a column of bars."""
    labels = (Words(_mm(one.share * field.scale), _mm(field.height - 1), "middle", _BLACK, one.label) for one in marks)
    return _chart(field, (), (), tuple(labels))


def shares(segments: Sequence[Segment], text: str, field: Field) -> Chart:
    """A bar over the whole scale, divided by the segments' numbers, and its number."""
    shown = [one for one in segments if one.number]
    thickness = field.height * _THICKNESS
    top = (field.height - thickness) / 2
    x, found = Fraction(0), []
    for one, length in zip(shown, _lengths([one.number for one in shown], field.scale), strict=True):
        found.append((one, _Box(x, top, length, thickness)))
        x += length
    numbers = (Words(_mm(box.middle), _mm(_baseline(field)), "middle", one.ink, str(one.number)) for one, box in found)
    return _chart(field, *_drawn(found), (*numbers, _number(text, field)))


def legend(entries: Sequence[tuple[str, Segment]], step: Fraction, height: Fraction) -> Chart:
    """What the fills mean: labels with segments that are filled so, `step` millimetres apart."""
    field = Field(step * len(entries), height)
    found, words = [], []
    for number, (label, one) in enumerate(entries):
        x = step * number
        found.append((one, _Box(x, height / 5, Fraction(6), height * 3 / 5)))
        words.append(Words(_mm(x + 7), _mm(_baseline(field)), "start", _BLACK, label))
    return _chart(field, *_drawn(found), tuple(words))


class _Box(NamedTuple):
    """Where a segment lies."""

    x: Fraction
    y: Fraction
    width: Fraction
    height: Fraction

    @property
    def middle(self) -> Fraction:
        return self.x + self.width / 2


def _drawn(found: Iterable[tuple[Segment, _Box]]) -> tuple[list[Rectangle], list[Stroke]]:
    """The rectangles of segments, and the crosses over those that have one."""
    rectangles, strokes = [], []
    for one, box in found:
        left, right, top, bottom = _mm(box.x), _mm(box.x + box.width), _mm(box.y), _mm(box.y + box.height)
        rectangles.append(Rectangle(left, top, _mm(box.width), _mm(box.height), one.fill))
        if one.crossed:
            strokes += [Stroke(left, top, right, bottom, "none"), Stroke(left, bottom, right, top, "none")]
    return rectangles, strokes


def _lengths(numbers: Sequence[int], whole: Fraction) -> list[Fraction]:
    """Lengths in proportion to `numbers`; one whose number would not fit gets room at the longest one's cost."""
    total = sum(numbers)
    fair = [whole * number / total for number in numbers]
    lengths = [max(length, _DIGIT * (len(str(number)) + 1)) for length, number in zip(fair, numbers, strict=True)]
    if lengths:
        longest = lengths.index(max(lengths))
        lengths[longest] -= sum(lengths) - whole
    return lengths


def percent_marks(shown: Iterable[int]) -> tuple[Mark, ...]:
    """Marks at percentages of the scale, labelled with them."""
    return tuple(Mark(Fraction(one, 100), f"{one}%") for one in shown)


def _lines(field: Field, marks: Iterable[Mark]) -> Iterable[Stroke]:
    for one in marks:
        x = _mm(one.share * field.scale)
        yield Stroke(x, "0", x, _mm(field.height), "0.8 0.6")


def _number(text: str, field: Field) -> Words:
    return Words(_mm(field.width - 1), _mm(_baseline(field)), "end", _BLACK, text)


def _baseline(field: Field) -> Fraction:
    """Where a text stands so that it is in the middle of the field."""
    return field.height / 2 + 1


def _chart(field: Field, rectangles: Sequence[Rectangle], strokes: Sequence[Stroke], words: Sequence[Words]) -> Chart:
    return Chart(_mm(field.width), _mm(field.height), tuple(rectangles), tuple(strokes), tuple(words))


def _mm(length: Fraction | int) -> str:
    return short(Fraction(length), 2)
