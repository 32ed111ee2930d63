"""A sheet that comes back as CSV."""

from assess.files.files import decoded
from assess.files.table_csv import csv_lines
from assess.ground.place import Place
from assess.workbooks.returned import ReturnedCell, ReturnedSheet

#: A quotation mark before a text that a spreadsheet would run: whoever wrote the file put it there.
_PROTECTED = ("'=", "'+", "'-", "'@", "'\t", "'\r")


def csv_sheets(content: bytes, name: str) -> tuple[tuple[ReturnedSheet, ...], str]:
    """The one sheet of a CSV file; its cells are texts, of which nothing says whether they are percentages."""
    cells = {}
    for row, (_, fields) in enumerate(csv_lines(decoded(content, name).removeprefix("\ufeff"), name), 1):
        for column, field in enumerate(fields, 1):
            text = _plain(field)
            if text:
                cells[row, column] = ReturnedCell(text)
    title = name.rpartition(".")[0] or name
    return (ReturnedSheet(title, Place(name), cells),), ""


def _plain(field: str) -> str:
    """A field without what protects a text from a spreadsheet: a mark before it, or `="100%"` around it."""
    if field.startswith(_PROTECTED):
        return field[1:]
    if field.startswith('="') and field.endswith('"') and len(field) > len('=""') - 1:
        return field[2:-1]
    return field
