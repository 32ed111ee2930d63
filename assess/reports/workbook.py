"""Draws sheets into an Excel workbook that looks the same in Excel, WPS and LibreOffice: plain cells, no macros."""

from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING

from assess.ground.numbers import plain
from assess.ground.sheet import CellValue, Column, Notes, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_TEXT, _NUMBER = "@", "General"
_GREY, _HEADING = "FFF2F2F2", "FFD9E2F3"
_HINT = "“{title}”可写：{choices}，或者留空。"


def workbook_bytes(sheets: "Sequence[Notes | Sheet]") -> bytes:
    """Return a workbook of these sheets as the bytes of an .xlsx file."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        if isinstance(sheet, Notes):
            _draw_notes(book, sheet)
        else:
            _draw(book, sheet)
    # An office begins with the first sheet to be filled in only after it has seen the notes.
    book.active = 0
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _draw(book: "Workbook", sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    page = book.create_sheet(sheet.title)
    for index, column in enumerate(sheet.columns, start=1):
        cell = page.cell(1, index)
        put(cell, column.title)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", start_color=_HEADING)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        page.column_dimensions[get_column_letter(index)].width = column.width
    empty: Sequence[CellValue] = [None] * len(sheet.columns)
    for number, row in enumerate([*sheet.rows, *([empty] * sheet.spare)], start=2):
        filled = number - 2 < len(sheet.rows)
        for index, (column, value) in enumerate(zip(sheet.columns, row, strict=True), start=1):
            _draw_cell(page.cell(number, index), column, value, fixed=column.fixed and filled)
    last = 1 + len(sheet.rows) + sheet.spare
    _offer_choices(page, sheet.columns, last)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{max(last, 2)}"
    _set_print(page)


def _draw_cell(cell: "Cell", column: Column, value: CellValue, *, fixed: bool) -> None:
    from openpyxl.styles import Alignment, Border, PatternFill, Side

    put(cell, value)
    cell.number_format = _NUMBER if column.number else _TEXT
    cell.alignment = Alignment(vertical="top", wrap_text=True, horizontal="right" if column.number else "left")
    line = Side("thin", color="FFBFBFBF")
    cell.border = Border(line, line, line, line)
    if fixed:
        cell.fill = PatternFill("solid", start_color=_GREY)


def put(cell: "Cell", value: CellValue) -> None:
    """Set a value; a text stays a text whatever it begins with, also when somebody edits the cell."""
    if isinstance(value, Fraction):
        written = plain(value)
        value = written if "/" in written else None
        if value is None:
            cell.value = Decimal(written)
            return
    cell.value = value
    if value is not None:
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in tuple("=+-@")


def _offer_choices(page: "Worksheet", columns: "Sequence[Column]", last: int) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for index, column in enumerate(columns, start=1):
        if column.choices:
            offer = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
            offer.error = _HINT.format(title=column.title, choices="、".join(column.choices))
            offer.errorTitle = column.title
            offer.showErrorMessage = True
            letter = get_column_letter(index)
            offer.add(f"{letter}2:{letter}{max(last, 2)}")
            page.add_data_validation(offer)


def _draw_notes(book: "Workbook", notes: Notes) -> None:
    from openpyxl.styles import Alignment, Font

    page = book.create_sheet(notes.title)
    page.column_dimensions["A"].width = 14
    page.column_dimensions["B"].width = 90
    put(page.cell(1, 1), notes.heading)
    page.cell(1, 1).font = Font(bold=True, size=14)
    lines = [*notes.named, ("", ""), *((str(number), text) for number, text in enumerate(notes.sentences, start=1))]
    for row, (name, text) in enumerate(lines, start=2):
        for column, value in ((1, name), (2, text)):
            cell = page.cell(row, column)
            put(cell, value or None)
            cell.number_format = _TEXT
            cell.alignment = Alignment(vertical="top", wrap_text=column == 2, horizontal="left")  # noqa: PLR2004 the words
        if row < 2 + len(notes.named):
            page.cell(row, 1).font = Font(bold=True)
    _set_print(page)


def _set_print(page: "Worksheet") -> None:
    """On paper: A4 across, as wide as the page, the heading on every sheet."""
    from openpyxl.worksheet.properties import PageSetupProperties

    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"
