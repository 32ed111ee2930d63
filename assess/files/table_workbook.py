"""Excel workbooks to grids: a grid a sheet, numbers as the sheet shows them, merged cells spread."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

from assess.files import workbook
from assess.files.files import read_bytes
from assess.files.office_archive import WORKBOOK, repacked
from assess.ground.grid import Grid
from assess.ground.numbers import exact, plain
from assess.ground.place import Problem
from assess.ground.tree import Rows, Text

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*[\"']([A-Z]{1,3}[0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})[\"']")
_PERCENT = re.compile(r"0(?:\.(0+))?%")
#: A number with its unit as a fixed text: `0"次"`.
_WITH_UNIT = re.compile(r"(?:0|General|#,##0|0\.0+)(?:\"([^\"]{1,8})\"|\\?([^\W\d_]{1,4}))")

#: First and last row and column, from 0.
Area = tuple[int, int, int, int]


def read_workbook(path: Path, name: str) -> tuple[list[Grid], list[Problem]]:
    """Return the sheets of the workbook at `path`, and the cells that cannot be used; `name` is for messages."""
    book, problems = workbook.read_workbook(path, name, shown)
    areas = _merged_areas(path, name)
    grids = []
    for title, rows in book.items():
        cells = [list(row) for row in rows if isinstance(row, Rows)] if isinstance(rows, Rows) else []
        texts = [[cell for cell in row if isinstance(cell, Text)] for row in cells]
        _spread(texts, areas.get(title, []))
        grids.append(Grid(title, tuple(tuple(row) for row in texts), is_sheet=True))
    return grids, problems


def shown(value: object, number_format: str) -> str | None:
    """A value as the sheet shows it: 0.95 in a cell of percent is 95%, 8 in a cell of `0"次"` is 8次."""
    text = workbook.written(value)
    if text is None or isinstance(value, bool) or not isinstance(value, int | float):
        return text
    try:
        number = exact(text)
    except ValueError:
        return text
    if _PERCENT.fullmatch(number_format):
        return f"{plain(number * 100)}%"
    unit = _WITH_UNIT.fullmatch(number_format)
    return f"{text}{unit[1] or unit[2]}" if unit else text


def _merged_areas(path: Path, name: str) -> dict[str, list[Area]]:
    """The merged areas by sheet, looked up in the parts: openpyxl knows them only of sheets that it loads whole.

    It would then make an object of every formatted cell, however many rows a program has formatted ahead.
    """
    content = repacked(read_bytes(path, name, workbook.MAX_BYTES), name, WORKBOOK)
    book = workbook.opened(content, name, data_only=True)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {sheet.title: archive.read(sheet._worksheet_path) for sheet in book.worksheets}  # noqa: SLF001 the library tells it nowhere else
    book.close()
    return {
        title: [_area(first.decode(), last.decode()) for first, last in _MERGED.findall(part)]
        for title, part in parts.items()
    }


def _area(first: str, last: str) -> Area:
    from openpyxl.utils.cell import coordinate_to_tuple

    top, left = coordinate_to_tuple(first)
    bottom, right = coordinate_to_tuple(last)
    return top - 1, bottom - 1, left - 1, right - 1


def _spread(rows: list[list[Text]], areas: list[Area]) -> None:
    """Put the cell of each area into all that it covers; areas that overlap, as no program makes them, end there."""
    taken: set[tuple[int, int]] = set()
    for top, bottom, left, right in areas:
        if top >= len(rows) or left >= len(rows[top]) or (top, left) in taken:
            continue
        anchor = rows[top][left]
        for row in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, len(rows[row]))):
                if (row, column) in taken:
                    break
                taken.add((row, column))
                rows[row][column] = anchor
