"""Draws one sheet to be filled in."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from assess.ground.numbers import plain
from assess.reports.form_books.heights import height, lines
from assess.reports.form_books.styles import Styles
from assess.reports.form_books.validations import Area, Offers
from assess.workbooks.ask import Ask
from assess.workbooks.book import FormCell, FormRow, FormSheet, SumAcross, SumDown
from assess.workbooks.returned import letters
from assess.workbooks.tag import LABEL

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

#: What the format allows of one cell.
_MOST_TEXT = 32_767
_A4 = 9
#: What people may do on a sheet beside filling it in.
_FREE = {
    "format_columns": True,
    "format_rows": True,
    "sort": True,
    "autofilter": True,
    "objects": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}
_LIKE_A_FORMULA = tuple("=+-@\t\r")


class SheetDrawer:
    """Draws a sheet on a page of a workbook."""

    def __init__(self, page: "Worksheet", sheet: FormSheet, styles: Styles, offers: Offers) -> None:
        self._page = page
        self._sheet = sheet
        self._styles = styles
        self._offers = offers
        #: The row of the headings, from 0 as the library counts.
        self._top = sheet.top - 1
        self._last = self._top + len(sheet.rows)
        self._columns = len(sheet.columns)

    def draw(self, footer: str) -> None:
        """Draw it; `footer` stands on every printed page."""
        self._tags()
        self._headings()
        for number, row in enumerate(self._sheet.rows, self._top + 1):
            self._row(number, row)
        self._mind()
        self._colour()
        self._protect()
        self._set_print(footer)

    def _tags(self) -> None:
        page, sheet, hidden = self._page, self._sheet, self._styles.hidden
        page.write_string(0, 0, str(sheet.stamp), hidden)
        for at, column in enumerate(sheet.columns, 1):
            if column.tag is not None:
                page.write_string(0, at, str(column.tag), hidden)
            elif column.names:
                page.write_string(0, at, LABEL, hidden)
        for number, row in enumerate(sheet.rows, self._top + 1):
            if row.tag is not None:
                page.write_string(number, 0, str(row.tag), hidden)
        page.set_row(0, None, None, {"hidden": True})
        page.set_column(0, 0, None, None, {"hidden": True})

    def _headings(self) -> None:
        page, sheet = self._page, self._sheet
        page.write_string(1, 1, sheet.heading, self._styles.title)
        page.set_row(1, 26)
        for number, line in enumerate(sheet.lines, 2):
            page.write_string(number, 1, line, self._styles.line)
        for at, column in enumerate(sheet.columns, 1):
            page.set_column(at, at, column.width)
            page.write_string(self._top, at, column.title, self._styles.heading(open_to_fill=column.asks_name))
        page.set_row(self._top, height([(column.title, column.width) for column in sheet.columns]) + 4)

    def _row(self, number: int, row: FormRow) -> None:
        if row.heading:
            for at, cell in enumerate(row.cells, 1):
                self._page.write_string(number, at, str(cell.value or ""), self._styles.section)
            self._page.set_row(number, 20)
            return
        texts = []
        for at, (column, cell) in enumerate(zip(self._sheet.columns, row.cells, strict=True), 1):
            self._cell(number, at, cell)
            if isinstance(cell.value, str):
                texts.append((cell.value, column.width))
        self._page.set_row(number, height(texts))
        self._comment(number, row)

    def _comment(self, number: int, row: FormRow) -> None:
        """What is asked, beside the words that name the row: for whoever does not stand in the cell."""
        asks = [cell.ask for cell in row.cells if cell.ask is not None]
        names = [at for at, column in enumerate(self._sheet.columns, 1) if column.names]
        if not asks or not names or any(ask != asks[0] for ask in asks):
            return
        text = asks[0].said
        if text:
            size = {"width": 220, "height": 20 + 18 * lines(text, 30), "font_size": 9, "author": "assess"}
            self._page.write_comment(number, names[-1], text, size)

    def _cell(self, row: int, column: int, cell: FormCell) -> None:
        if cell.role == "total":
            assert isinstance(cell.value, Fraction)  # noqa: S101 a sum is a number
            self._page.write_formula(
                row, column, self._formula(row, column, cell), self._styles.total, plain(cell.value)
            )
            return
        number = isinstance(cell.value, Fraction)
        text = cell.value if isinstance(cell.value, str) else ""
        if cell.role == "input":
            is_number = number or (not text and cell.ask is not None and cell.ask.kind == "number")
            style = self._styles.input(number=is_number, like_a_formula=text.startswith(_LIKE_A_FORMULA))
        elif cell.role == "closed":
            style = self._styles.closed
        else:
            style = self._styles.label(number=number)
        if isinstance(cell.value, Fraction):
            written = plain(cell.value)
            if "/" in written:
                self._page.write_string(row, column, written, style)
            else:
                self._page.write_number(row, column, float(written), style)
        elif text:
            self._page.write_string(row, column, text[:_MOST_TEXT], style)
        else:
            self._page.write_blank(row, column, None, style)

    def _formula(self, row: int, column: int, cell: FormCell) -> str:
        first, last = self._top + 2, self._last
        if isinstance(cell.total, SumDown):
            where, here = letters(cell.total.where + 2), letters(column + 1)
            return f'=SUMIF(${where}${first}:${where}${last},"{cell.total.equals}",{here}${first}:{here}${last})'
        assert isinstance(cell.total, SumAcross)  # noqa: S101 there are two
        columns = cell.total.columns
        return f"=SUM({letters(columns[0] + 2)}{row + 1}:{letters(columns[-1] + 2)}{row + 1})"

    def _mind(self) -> None:
        """Validation: in runs of cells that ask for the same, down a column where all of it does, else along rows."""
        for area, ask in _areas(self._sheet, self._top + 1):
            self._offers.put(self._page, area, ask)

    def _colour(self) -> None:
        """The colour of what is missing goes as soon as something stands there."""
        ranges = list(self._missing())
        if ranges:
            options = {"type": "blanks", "format": self._styles.missing, "multi_range": " ".join(ranges)}
            self._page.conditional_format(ranges[0], options)

    def _missing(self) -> Iterator[str]:
        for number, row in enumerate(self._sheet.rows, self._top + 2):
            start = None
            for at, cell in enumerate((*row.cells, FormCell("label")), 2):
                if cell.role == "input" and cell.missing:
                    start = start or at
                elif start is not None:
                    yield f"{letters(start)}{number}:{letters(at - 1)}{number}"
                    start = None

    def _protect(self) -> None:
        has_spare = any(row.spare for row in self._sheet.rows)
        self._page.protect("", {**_FREE, "insert_rows": has_spare})
        self._page.freeze_panes(self._top + 1, 1 + self._sheet.frozen)
        if self._sheet.rows:
            self._page.autofilter(self._top, 0, self._last, self._columns)

    def _set_print(self, footer: str) -> None:
        page = self._page
        page.set_paper(_A4)
        if self._sheet.portrait:
            page.set_portrait()
        else:
            page.set_landscape()
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        page.fit_to_pages(1, 0)
        page.repeat_rows(self._top)
        page.print_area(1, 1, self._last, self._columns)
        page.set_footer(f"&L&8{footer.replace('&', '&&')}&C&8第&P页，共&N页")
        page.hide_gridlines(1)


def _areas(sheet: FormSheet, first: int) -> Iterator[tuple[Area, Ask]]:
    """The cells that ask for something, put together as far as they ask for the same."""
    runs: dict[tuple[int, int], tuple[Area, Ask]] = {}
    for number, row in enumerate(sheet.rows, first):
        start = None
        for at, cell in enumerate((*row.cells, FormCell("label")), 1):
            ask = cell.ask if cell.role == "input" else None
            if start is not None and ask is not start[1] and (ask is None or ask != start[1]):
                yield from _joined(runs, Area(number, start[0], number, at - 1), start[1])
                start = None
            if ask is not None and start is None:
                start = (at, ask)
    yield from runs.values()


def _joined(runs: dict[tuple[int, int], tuple[Area, Ask]], area: Area, ask: Ask) -> Iterator[tuple[Area, Ask]]:
    """Join an area to the one above it that is as wide and asks for the same; else give that one up."""
    key = (area.first_column, area.last_column)
    above = runs.get(key)
    if above is not None and above[1] == ask and above[0].last_row == area.first_row - 1:
        runs[key] = (replace(above[0], last_row=area.last_row), ask)
        return
    if above is not None:
        yield above
    runs[key] = (area, ask)
