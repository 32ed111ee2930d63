"""What came back: the cells of a book as they stand there, whatever program saved it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from assess.ground.place import Place

#: What may stand in a cell, apart from nothing.
Value = str | Decimal | date | bool


@dataclass(frozen=True, slots=True)
class ReturnedCell:
    """One cell. `value`: what stands there, a number to 15 significant digits, a formula's as the file keeps it.

    `percent`: whether its number format shows a percentage; None: the file does not say.
    """

    value: Value | None
    percent: bool | None = False
    #: Whether it is a formula; `uncomputed`: for which the file keeps no value.
    formula: bool = False
    uncomputed: bool = False
    #: What the file keeps in place of a value, such as #REF!.
    error: str = ""
    comment: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands there, no comment either."""
        return self.value in (None, "") and not self.comment and not self.error and not self.uncomputed


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """A sheet; `cells` by row and column, from 1; what is not there is blank.

    `merged`: by row and column, the row and column whose cell covers it; of that cell itself too.
    """

    title: str
    place: Place
    cells: dict[tuple[int, int], ReturnedCell]
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    hidden: bool = False

    def place_of(self, row: int, column: int) -> Place:
        """Where a cell is, as people call it."""
        return Place(self.place.source, row, column, self.title, f"{letters(column)}{row}")


@dataclass(frozen=True, slots=True)
class ReturnedBook:
    """A file that came back. `name`: without its folder; `saved_at`: when it was last saved, as it says itself."""

    name: str
    sha256: str
    sheets: tuple[ReturnedSheet, ...]
    saved_at: str = ""


def letters(column: int) -> str:
    """The letters of a column, from 1: A, B … Z, AA."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
