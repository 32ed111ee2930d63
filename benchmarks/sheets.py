"""What is measured of sheets to be filled in, in a process of its own; prints seconds.

python benchmarks/sheets.py out        the books of fourteen departments, laid out and drawn
python benchmarks/sheets.py written    the same cells with the same formats, by the bare library
python benchmarks/sheets.py in         the preview of these books as they come back, nothing changed
python benchmarks/sheets.py read       the same cells, read by the bare library
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import openpyxl
import xlsxwriter

from assess.cli.main import travel_light
from assess.ground.numbers import plain
from assess.reports.form_books.workbook import form_book_bytes
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.duties.book import cells_of_duties
from assess.services.workbooks.cycle_on_sheets import year_on_sheets
from assess.services.workbooks.exporting import Delivery, Wanted, export_books, slices_of
from assess.services.workbooks.importing import Order, import_books
from assess.storage.cycles import stored_year
from assess.storage.database import Database
from assess.workbooks.book import FormBook
from assess.workbooks.laying_out.whole_book import form_book
from assess.year.duties import Duty
from benchmarks.stored import ACT, CYCLE, office

#: Who is responsible for what: fourteen departments.
ITEMS = [
    "base.2",
    "base.3",
    "base.4",
    "base.5",
    "base.9",
    "base.10",
    "base.11",
    "base.12",
    "base.13",
    "base.14",
    "K1",
    "K3",
    "K5",
    "votes",
]
DAY, TIMES = "2019-09-01", 5


@contextmanager
def divided() -> Iterator[Database]:
    """The sample with its duties."""
    with office() as database:
        duties = [Duty(item, "2018-09-01", f"部门{number}") for number, item in enumerate(ITEMS, 1)]
        with database.writing() as session:
            stored_year(session, CYCLE, to_write=True).write(cells_of_duties(duties), (), ACT)
        yield database


def books(database: Database) -> list[FormBook]:
    """The books of the departments; what nobody is responsible for is left out."""
    with database.reading() as session:
        year = year_on_sheets(StoredSource(stored_year(session, CYCLE), ACT.by), DAY)
        return [form_book(year, part) for part in slices_of(year, Wanted(each="department")) if part.department]


def out(database: Database) -> None:
    """Lay out and draw; the year has been read before."""
    for book in books(database):
        form_book_bytes(book)


def written(made: list[FormBook]) -> None:
    """The same cells by the bare library, with as many formats."""
    for book in made:
        workbook = xlsxwriter.Workbook(BytesIO(), {"in_memory": True})
        formats = {
            role: workbook.add_format({"border": 1, "text_wrap": True, "locked": role != "input"})
            for role in ("label", "input", "closed", "total")
        }
        for sheet in book.sheets:
            page = workbook.add_worksheet(sheet.title)
            page.protect()
            for row, line in enumerate(sheet.rows, sheet.top):
                page.set_row(row, 20)
                page.write_string(row, 0, str(line.tag or ""))
                for column, cell in enumerate(line.cells, 1):
                    if isinstance(cell.value, Fraction):
                        page.write_number(row, column, float(plain(cell.value)), formats[cell.role])
                    elif cell.value:
                        page.write_string(row, column, cell.value, formats[cell.role])
                    else:
                        page.write_blank(row, column, None, formats[cell.role])
                    if cell.role == "input" and cell.ask is not None and cell.ask.bounds is not None:
                        page.data_validation(
                            row, column, row, column, {"validate": "decimal", "criteria": ">=", "value": 0}
                        )
        workbook.close()


def read(files: list[Path]) -> None:
    """Every cell with its number format and its comment, as the bare library gives them."""
    for path in files:
        workbook = openpyxl.load_workbook(path)
        for page in workbook.worksheets:
            for row in page.iter_rows():
                for cell in row:
                    _ = cell.value, cell.number_format, cell.comment


def timed(work: Callable[[], object]) -> float:
    """The median of several times, when everything is loaded."""
    work()
    taken = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def main() -> float:
    """What was asked for."""
    travel_light()
    with divided() as database, tempfile.TemporaryDirectory() as folder:
        if sys.argv[1] == "out":
            return timed(lambda: out(database))
        if sys.argv[1] == "written":
            made = books(database)
            return timed(lambda: written(made))
        whole = export_books(database, CYCLE, Wanted(each="department"), Delivery(Path(folder)), ACT, DAY)
        files = [path for one in whole for path in one.files if one.book.slice.department]
        if sys.argv[1] == "read":
            return timed(lambda: read(files))
        return timed(lambda: import_books(database, CYCLE, Order(files), ACT))


if __name__ == "__main__":
    print(main())
