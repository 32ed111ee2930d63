"""A table as any office program holds it: rows of cells that know their place, merged cells spread over all they cover.

The readers of workbooks, documents and CSV make grids; what the cells mean is read from grids alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assess.ground.tree import Text

#: Marks of a web page, which tables from a portal's form carry along.
_TAG = re.compile(r"</?(?:p|br|div|span|b|strong|font|u|i|em|ul|ol|li)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)

#: A row; a merged cell stands in every place that it covers, as the same `Text` with the place where it begins.
Row = tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet, or one table of a document, or a whole CSV file.

    `is_sheet`: no table goes on from one grid to the next. `title`: what the sheet or table is called.
    """

    title: str
    rows: tuple[Row, ...]
    is_sheet: bool = False


def same_cell(one: Text, other: Text) -> bool:
    """Whether two places of a row belong to one merged cell."""
    return one is other or (one == other and one.place == other.place)


def own_cells(row: Sequence[Text]) -> Iterator[tuple[int, Text]]:
    """The cells of a row with the column where each begins; a merged cell once."""
    for column, cell in enumerate(row):
        if column == 0 or not same_cell(row[column - 1], cell):
            yield column, cell


def lines_of(text: str) -> list[str]:
    """The lines of a cell without blanks around them, and without empty ones."""
    return [line for part in text.splitlines() if (line := " ".join(part.split()))]


def joined(text: str) -> str:
    """A name or value on one line: a cell that is too narrow breaks words anywhere; blanks that are typed stay."""
    whole = ""
    for line in lines_of(text):
        gap = " " if whole[-1:].isascii() and whole[-1:].isalnum() and line[:1].isascii() and line[:1].isalpha() else ""
        whole += gap + line
    return whole


def untagged(grid: Grid) -> Grid:
    """The grid without the marks of a web page; where a paragraph ends a line does."""
    if not any("<" in cell for row in grid.rows for cell in row):
        return grid
    rows = tuple(tuple(Text(_TAG.sub("\n", cell), cell.place) for cell in row) for row in grid.rows)
    return Grid(grid.title, rows, grid.is_sheet)
