"""CSV to one grid: any encoding and separator that offices use."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from assess.files.files import read_text
from assess.ground.grid import Grid
from assess.ground.place import Place, Problem, ProblemsError
from assess.ground.tree import Text

MAX_ROWS = 5000
MAX_COLUMNS = 100

_SEPARATORS = ",\t;"


def read_csv(path: Path, name: str) -> tuple[list[Grid], list[Problem]]:
    """Return the file as one grid; the column of a place counts the fields of its line."""
    text = read_text(path, name).removeprefix("\ufeff")
    rows: list[tuple[Text, ...]] = []
    for line, fields in csv_lines(text, name):
        places = (Place(name, line, column) for column in range(1, len(fields) + 1))
        rows.append(tuple(Text(field, place) for field, place in zip(fields, places, strict=True)))
    width = max(map(len, rows), default=0)
    filled = [
        (*row, *(Text("", Place(name, at, column)) for column in range(len(row) + 1, width + 1)))
        for at, row in enumerate(rows, start=1)
    ]
    return [Grid("", tuple(filled))], []


def csv_lines(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """The fields of each row with the line on which it begins. Raises `ProblemsError` where there is no table."""
    separator = max(_SEPARATORS, key=text.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    line = 1
    try:
        for count, fields in enumerate(reader, 1):
            yield line, fields
            line = reader.line_num + 1
            if count > MAX_ROWS or len(fields) > MAX_COLUMNS:
                raise _refused(name, line, f"行或列太多（最多{MAX_ROWS}行、{MAX_COLUMNS}列）")
    except csv.Error:
        raise _refused(name, line, "这里读不成CSV（引号没有配对，或一格太长）") from None


def _refused(name: str, line: int, text: str) -> ProblemsError:
    return ProblemsError([Problem(Place(name, line, 1), "csv", text, "请检查文件，或另存为Excel工作簿（.xlsx）再试")])
