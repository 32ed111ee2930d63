"""A book of sheets to be filled in, as a workbook."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from assess.reports.form_books.drawing import SheetDrawer
from assess.reports.form_books.heights import height
from assess.reports.form_books.styles import Styles
from assess.reports.form_books.validations import Offers
from assess.workbooks.book import FormBook

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

NOTES = "填写说明"
_WIDTHS = (14, 88)
#: The same book has the same bytes whenever it is made.
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def form_book_bytes(book: FormBook) -> bytes:
    """Return the book as the bytes of an .xlsx file."""
    import xlsxwriter

    buffer = BytesIO()
    workbook = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    workbook.set_properties({"title": book.name, "created": _MADE})
    styles, offers = Styles(workbook), Offers(workbook)
    _notes(workbook, book, styles)
    for sheet in book.sheets:
        page = workbook.add_worksheet(sheet.title)
        SheetDrawer(page, sheet, styles, offers).draw(book.name)
    workbook.close()
    return buffer.getvalue()


def _notes(workbook: "Workbook", book: FormBook, styles: Styles) -> None:
    page = workbook.add_worksheet(NOTES)
    if book.sheets:
        page.write_string(0, 0, str(replace(book.sheets[0].stamp, sheet="notes")), styles.hidden)
    page.set_row(0, None, None, {"hidden": True})
    page.set_column(0, 0, None, None, {"hidden": True})
    for at, width in enumerate(_WIDTHS, 1):
        page.set_column(at, at, width)
    page.write_string(1, 1, book.name, styles.title)
    page.set_row(1, 26)
    row = 2
    for name, text in (*book.named, *((str(at), text) for at, text in enumerate(book.sentences, 1))):
        page.write_string(row, 1, name, styles.label(number=False))
        page.write_string(row, 2, text, styles.label(number=False))
        page.set_row(row, height([(text, _WIDTHS[1])]))
        row += 1
    page.write_string(row + 1, 1, "各张表", styles.section)
    page.write_string(row + 1, 2, "", styles.section)
    for sheet in book.sheets:
        page.write_url(row + 2, 2, f"internal:'{sheet.title}'!B2", styles.label(number=False), sheet.title)
        row += 1
    page.protect("", {"format_columns": True, "format_rows": True, "objects": True})
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.hide_gridlines(2)
