"""Finds the sheets of ours in a book that came back: several may stand on one page, at any place of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from assess.workbooks.pointer import PointerError
from assess.workbooks.returned import ReturnedCell, ReturnedSheet
from assess.workbooks.stamp import Stamp, is_stamp, read_stamp
from assess.workbooks.tag import LABEL, Tag, read_tag, signature


@dataclass(frozen=True)
class Block:
    """One of our sheets on a page that came back.

    `columns`: by column its tag; `labels`: the columns whose words name the rows; `rows`: by row its tag; `untagged`:
    the rows below the headings that have none. `headings`: the row of the visible headings, 0 where it is not found.
    """

    sheet: ReturnedSheet
    stamp: Stamp
    top: int
    left: int
    columns: dict[int, Tag]
    labels: tuple[int, ...]
    rows: dict[int, Tag]
    untagged: tuple[int, ...]
    headings: int
    bottom: int

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, as a text; empty where nothing does."""
        return text_of(self.sheet.cells.get((row, column)))

    def words_of(self, row: int) -> str:
        """The signature of the words that name a row."""
        return signature(*(self.text(row, column) for column in self.labels))


def text_of(cell: ReturnedCell | None) -> str:
    """What stands in a cell, as a text."""
    if cell is None or cell.value is None:
        return ""
    return cell.value if isinstance(cell.value, str) else str(cell.value)


def stamps_of(sheet: ReturnedSheet) -> list[tuple[int, int, Stamp]]:
    """The stamps on a page by row and column. Raises `StampError` where one cannot be read."""
    return [
        (row, column, read_stamp(cell.value))
        for (row, column), cell in sorted(sheet.cells.items())
        if isinstance(cell.value, str) and is_stamp(cell.value)
    ]


def blocks_of(sheet: ReturnedSheet) -> list[Block]:
    """Our sheets on a page, from the top. Raises `StampError` where one is of another form."""
    found = stamps_of(sheet)
    last = max((row for row, _ in sheet.cells), default=0)
    ends = [*(row - 1 for row, _, _ in found[1:]), last][: len(found)]
    return [_block(sheet, *one, end) for one, end in zip(found, ends, strict=True)]


def _block(sheet: ReturnedSheet, top: int, left: int, stamp: Stamp, bottom: int) -> Block:
    columns: dict[int, Tag] = {}
    labels: list[int] = []
    for (row, column), cell in sheet.cells.items():
        if row != top or column == left or not isinstance(cell.value, str):
            continue
        if cell.value == LABEL:
            labels.append(column)
        else:
            columns.update(_tagged(column, cell.value))
    rows: dict[int, Tag] = {}
    for row in range(top + 1, bottom + 1):
        hidden = sheet.cells.get((row, left))
        if hidden is not None and isinstance(hidden.value, str):
            rows.update(_tagged(row, hidden.value))
    headings = _headings(sheet, columns, top, min(rows, default=bottom + 1))
    untagged = tuple(row for row in range((headings or top) + 1, bottom + 1) if row not in rows)
    return Block(sheet, stamp, top, left, columns, tuple(sorted(labels)), rows, untagged, headings, bottom)


def _tagged(at: int, text: str) -> Iterator[tuple[int, Tag]]:
    try:
        yield at, read_tag(text)
    except PointerError:
        return


def _headings(sheet: ReturnedSheet, columns: dict[int, Tag], top: int, first: int) -> int:
    """The row in which the headings stand that the columns were tagged with."""

    def matches(row: int) -> int:
        return sum(tag.words == signature(text_of(sheet.cells.get((row, at)))) for at, tag in columns.items())

    found = max(range(top + 1, first), key=matches, default=0)
    return found if found and matches(found) else 0


def is_ours_without_stamp(sheet: ReturnedSheet) -> bool:
    """Whether a page without a stamp has rows or columns of ours: the hidden cells were deleted in part."""
    return any(
        isinstance(cell.value, str) and "~" in cell.value and any(True for _ in _tagged(0, cell.value))
        for cell in sheet.cells.values()
    )
