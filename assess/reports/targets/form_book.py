"""Draws forms into an Excel workbook that looks the same in Excel, WPS and LibreOffice: plain cells, merged ones."""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING, cast

from assess.ground.numbers import exact
from assess.reports.targets.form import Form, FormCell, FormRow, Look
from assess.reports.workbook import put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.([0-9]{1,15}))?(%?)")
_SHADED: dict[Look, str] = {"heading": "FFD9E2F3", "label": "FFF2F2F2"}
_BARE: tuple[Look, ...] = ("title", "note")
_TEXT = "@"
#: A line of 11 pt, in points; a title is higher.
_LINE, _TITLE_LINE = 15, 30
#: More than this a row of a workbook cannot be high.
_HIGHEST = 400


def form_bytes(forms: "Sequence[Form]") -> bytes:
    """Return a workbook with a sheet for each form as the bytes of an .xlsx file."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for form in forms:
        _draw(book, form)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _draw(book: "Workbook", form: Form) -> None:
    from openpyxl.utils import get_column_letter

    page = book.create_sheet(form.title)
    for index, width in enumerate(form.widths, start=1):
        page.column_dimensions[get_column_letter(index)].width = width
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(form.rows, start=1):
        placed = list(_placed(row, cells, taken))
        for column, cell in placed:
            _draw_cell(page, row, column, cell)
        page.row_dimensions[row].height = _height(form, placed)
    _set_print(page, form)


def _placed(row: int, cells: FormRow, taken: set[tuple[int, int]]) -> Iterator[tuple[int, FormCell]]:
    """Each cell with its column: the first one that no cell above covers."""
    column = 1
    for cell in cells:
        while (row, column) in taken:
            column += 1
        yield column, cell
        taken |= {(row + down, column + right) for down in range(cell.rows) for right in range(cell.columns)}
        column += cell.columns


def _draw_cell(page: "Worksheet", row: int, column: int, cell: FormCell) -> None:
    last_row, last_column = row + cell.rows - 1, column + cell.columns - 1
    for down in range(row, last_row + 1):
        for right in range(column, last_column + 1):
            _set_look(cast("Cell", page.cell(down, right)), cell.look)
    first = cast("Cell", page.cell(row, column))
    number, written = _number(cell)
    put(first, number if number is not None else cell.text or None)
    first.number_format = written
    if (last_row, last_column) != (row, column):
        page.merge_cells(start_row=row, start_column=column, end_row=last_row, end_column=last_column)


def _set_look(cell: "Cell", look: Look) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    centred = look in ("title", "heading", "label", "middle")
    cell.alignment = Alignment(
        horizontal="center" if centred else "right" if look == "number" else "left",
        vertical="center",
        wrap_text=True,
        indent=2 if look == "part" else 0,
    )
    if look not in _BARE:
        line = Side("thin", color="FF7F7F7F")
        cell.border = Border(line, line, line, line)
    if look in _SHADED:
        cell.fill = PatternFill("solid", start_color=_SHADED[look])
    if look in ("title", "heading", "label"):
        cell.font = Font(bold=True, size=16 if look == "title" else 11)


def _number(cell: FormCell) -> tuple[Fraction | None, str]:
    """The number of a cell and how it is shown: `0.50` with two places, `45.20%` as a percentage; else a text."""
    found = _NUMBER.fullmatch(cell.text) if cell.look == "number" else None
    if found is None:
        return None, _TEXT
    places = f".{'0' * len(found[1])}" if found[1] else ""
    value = exact(cell.text.removesuffix("%"))
    return value / 100 if found[2] else value, f"0{places}{found[2]}"


def _height(form: Form, placed: "Sequence[tuple[int, FormCell]]") -> float:
    """As high as the longest text needs: programs do not work that out for merged cells."""
    lines = max((_lines(form, column, cell) for column, cell in placed), default=1)
    is_title = any(cell.look == "title" for _, cell in placed)
    return min(lines * (_TITLE_LINE if is_title else _LINE) + 3, _HIGHEST)


def _lines(form: Form, column: int, cell: FormCell) -> int:
    """How many lines of its row a cell takes; the rows that it covers share its text."""
    width = max(sum(form.widths[column - 1 : column - 1 + cell.columns]) - 2, 2)
    lines = sum(max(-(-_width(line) // width), 1) for line in cell.text.split("\n"))
    return -(-lines // cell.rows)


def _width(text: str) -> int:
    """In half-width characters."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _set_print(page: "Worksheet", form: Form) -> None:
    """On paper: A4, as wide as the page, the heading of the indicators on every sheet."""
    from openpyxl.worksheet.properties import PageSetupProperties

    page.page_setup.orientation = "landscape" if form.across else "portrait"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if form.heading:
        page.print_title_rows = f"{form.heading}:{form.heading}"
