"""A book of sheets to be filled in, as CSV files: the same grid, with what is hidden in a workbook in sight."""

import csv
import io
from collections.abc import Iterator
from fractions import Fraction

from assess.ground.numbers import plain
from assess.reports.csv_table import as_text
from assess.workbooks.book import FormBook, FormCell, FormSheet
from assess.workbooks.tag import LABEL


def form_book_csv(book: FormBook) -> dict[str, bytes]:
    """The content of a file for each sheet, by the sheet's title."""
    return {sheet.title: _sheet(sheet) for sheet in book.sheets}


def _sheet(sheet: FormSheet) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(_rows(sheet))
    return text.getvalue().encode("utf-8-sig")


def _rows(sheet: FormSheet) -> Iterator[list[str]]:
    tags = ["" if one.tag is None and not one.names else str(one.tag or LABEL) for one in sheet.columns]
    yield [str(sheet.stamp), *tags]
    yield ["", sheet.heading]
    yield from (["", line] for line in sheet.lines)
    yield ["", *(as_text(column.title) for column in sheet.columns)]
    for row in sheet.rows:
        yield ["" if row.tag is None else str(row.tag), *map(_cell, row.cells)]


def _cell(cell: FormCell) -> str:
    if isinstance(cell.value, Fraction):
        return plain(cell.value)
    return as_text(cell.value or "")
