"""Books in the formats beside .xlsx: .xls (also WPS's .et), .xlsb and .ods. Only values can be read of them."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any, TypeVar

from assess.files.office_archive import WORKBOOK, refused
from assess.files.workbook import MAX_COLUMNS, MAX_ROWS, MAX_SHEETS
from assess.ground.place import Place, ProblemsError
from assess.workbooks.returned import ReturnedCell, ReturnedSheet

Made = TypeVar("Made")
_STOPS = (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError, ProblemsError)


def old_sheets(content: bytes, name: str) -> tuple[tuple[ReturnedSheet, ...], str]:
    """The sheets of the book, without number formats: whether a number is a percentage is not known."""
    import python_calamine

    try:
        book = _tried(lambda: python_calamine.load_workbook(BytesIO(content)))
    except python_calamine.PasswordError:
        raise refused(name, "这个工作簿加了密码", WORKBOOK) from None
    except Exception:  # noqa: BLE001 the library raises whatever a broken file makes it stumble over
        raise refused(name, "这不是工作簿，或文件已损坏，或加了密码", WORKBOOK) from None
    if len(book.sheet_names) > MAX_SHEETS:
        raise refused(name, f"工作表太多（最多{MAX_SHEETS}张）", WORKBOOK)
    try:
        return _tried(lambda: tuple(_sheet(book, one, name) for one in book.sheets_metadata if _is_table(one))), ""
    except ProblemsError:
        raise
    except Exception:  # noqa: BLE001 the same
        raise refused(name, "工作簿里的内容已损坏，读不出来", WORKBOOK) from None


def _tried(make: Callable[[], Made]) -> Made:
    """What `make` makes; where the library itself fails, which is no exception of the usual kind, an ordinary one."""
    try:
        return make()
    except _STOPS:
        raise
    except Exception:
        raise
    except BaseException as error:
        message = "the library failed"
        raise ValueError(message) from error


def _is_table(metadata: Any) -> bool:  # noqa: ANN401 the library's own
    import python_calamine

    return bool(metadata.typ == python_calamine.SheetTypeEnum.WorkSheet)


def _sheet(book: Any, metadata: Any, name: str) -> ReturnedSheet:  # noqa: ANN401 the library's own
    import python_calamine

    sheet = book.get_sheet_by_name(metadata.name)
    cells: dict[tuple[int, int], ReturnedCell] = {}
    for row, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        filled = [(column, value) for column, value in enumerate(values, 1) if value not in ("", None)]
        if filled and row > MAX_ROWS:
            raise refused(name, f"工作表“{metadata.name}”的行太多（最多{MAX_ROWS}行）", WORKBOOK)
        if filled and filled[-1][0] > MAX_COLUMNS:
            raise refused(name, f"工作表“{metadata.name}”的列太多（最多{MAX_COLUMNS}列）", WORKBOOK)
        cells.update(((row, column), _cell(value)) for column, value in filled)
    merged = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for row in range(top + 1, min(bottom + 1, MAX_ROWS) + 1):
            for column in range(left + 1, min(right + 1, MAX_COLUMNS) + 1):
                merged[row, column] = (top + 1, left + 1)
    hidden = metadata.visible != python_calamine.SheetVisibleEnum.Visible
    return ReturnedSheet(metadata.name, Place(name, sheet=metadata.name), cells, merged, hidden=hidden)


def _cell(value: object) -> ReturnedCell:
    if isinstance(value, bool):
        return ReturnedCell(value)
    if isinstance(value, int | float):
        return ReturnedCell(Decimal(format(value, ".15g")), percent=None)
    if isinstance(value, datetime) and value.time() == time():
        return ReturnedCell(value.date())
    if isinstance(value, date) and not isinstance(value, datetime):
        return ReturnedCell(value)
    if isinstance(value, timedelta | time | datetime):
        return ReturnedCell(str(value))
    text = str(value)
    return ReturnedCell(text, error=text if text.startswith("#") and text.endswith(("!", "?", "/A")) else "")
