"""Types values into the cells of a workbook and saves it, as a person does with an office program. For the demo."""

from collections.abc import Iterable
from io import BytesIO

from assess.ground.numbers import NotANumberError, exact
from assess.workbooks.filling import Filled


def typed_in(content: bytes, cells: Iterable[Filled]) -> bytes:
    """The workbook with these cells filled in."""
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(content))
    for one in cells:
        cell = book[one.sheet].cell(one.row, one.column)
        cell.value = _number(one.text) if one.ask.kind == "number" else one.text
        if one.ask.kind != "number":
            cell.data_type = "s"
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _number(text: str) -> float | str:
    try:
        return float(exact(text))
    except NotANumberError:
        return text
