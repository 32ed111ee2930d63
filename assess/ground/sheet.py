"""A sheet of a workbook as data: what the writer draws and what an office fills in."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

CellValue = str | Fraction | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `fixed` ones are not to be changed, `choices` may be picked from a list."""

    title: str
    width: int
    number: bool = False
    fixed: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under a heading, with `spare` empty ones below to be filled in."""

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[CellValue]]
    spare: int = 0


@dataclass(frozen=True, slots=True)
class Notes:
    """A sheet of words: named values, then sentences."""

    title: str
    heading: str
    named: Sequence[tuple[str, str]]
    sentences: Sequence[str]
