"""Excel workbooks to a plain tree: sheet → rows → cells, each cell a text that knows its sheet and cell.

Nothing in a workbook is computed: of a formula the value that Excel, WPS or LibreOffice kept is taken. Numbers are
taken to 15 significant digits, as those programs show them.
"""

import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from assess.files.files import read_bytes
from assess.files.office_archive import WORKBOOK, refused, repacked
from assess.ground.place import Place, Problem, ProblemsError
from assess.ground.tree import Rows, Table, Text

#: Largest workbook, packed and unpacked; the one of 14 departments has 0.02 and 0.2 MB.
MAX_BYTES = 8 * 1024 * 1024
MAX_UNPACKED = 64 * 1024 * 1024
#: Most files inside a workbook, sheets in it, rows and columns of a sheet.
MAX_PARTS = 500
MAX_SHEETS = 200
MAX_ROWS = 5000
MAX_COLUMNS = 100
#: Longest text of a cell, as for any other file.
MAX_TEXT = 20_000

#: A value and the number format of its cell, as text; None where it cannot be used.
Shown = Callable[[object, str], str | None]


def read_workbook(path: Path, name: str | None = None, shown: Shown | None = None) -> tuple[Table, list[Problem]]:
    """Return the sheets of the workbook at `path`, and the cells that cannot be used.

    `shown` writes a value as text; without it the number format makes no difference.
    """
    source = name or path.name
    content = _repacked(read_bytes(path, source, MAX_BYTES), source)
    with warnings.catch_warnings():
        # Of things that we do not read: styles, validations, extensions of other programs.
        warnings.simplefilter("ignore")
        return _read(content, source, shown or (lambda value, _: written(value)))


def _read(content: bytes, source: str, shown: Shown) -> tuple[Table, list[Problem]]:
    problems: list[Problem] = []
    formulas, values = opened(content, source, data_only=False), opened(content, source, data_only=True)
    try:
        book = Table(place=Place(source))
        for sheet in formulas.worksheets:
            reader = _SheetReader(source, sheet.title, problems, shown)
            book[Text(sheet.title, Place(source, sheet=sheet.title, cell="A1"))] = reader.rows(
                sheet, values[sheet.title]
            )
    except ProblemsError:
        raise
    except Exception:  # noqa: BLE001 the library raises whatever a broken part makes it stumble over
        raise _refused(source, "工作簿里的内容已损坏，读不出来") from None
    finally:
        formulas.close()
        values.close()
    return book, problems


def _refused(source: str, text: str) -> ProblemsError:
    return refused(source, text, WORKBOOK)


def _repacked(content: bytes, source: str) -> bytes:
    return repacked(content, source, replace(WORKBOOK, most_parts=MAX_PARTS, most_unpacked=MAX_UNPACKED))


def opened(content: bytes, source: str, *, data_only: bool) -> Any:  # noqa: ANN401 read-only books and sheets are untyped
    """Open a workbook that has been looked through; `source` is how messages call it."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=data_only, keep_links=False)
    except Exception:  # noqa: BLE001 the library raises whatever a broken part makes it stumble over
        raise _refused(source, "这不是Excel工作簿，或文件已损坏") from None
    if len(book.sheetnames) > MAX_SHEETS:
        raise _refused(source, f"工作表太多（最多{MAX_SHEETS}张）")
    return book


class _SheetReader:
    def __init__(self, source: str, title: str, problems: list[Problem], shown: Shown) -> None:
        self.source = source
        self.title = title
        self.problems = problems
        self.shown = shown

    def rows(self, formulas: Any, values: Any) -> Rows:  # noqa: ANN401 sheets are untyped
        """Return the rows up to the last one with anything in it; all are equally long."""
        lines = [
            [self._text(formula, value, row, column) for column, (formula, value) in enumerate(cells, start=1)]
            for row, cells in enumerate(self._pairs(formulas, values), start=1)
        ]
        while lines and not any(lines[-1]):
            lines.pop()
        width = max(map(len, lines), default=0)
        rows = Rows(place=self._place(1, 1))
        for row, line in enumerate(lines, start=1):
            blanks = [Text("", self._place(row, column)) for column in range(len(line) + 1, width + 1)]
            rows.append(Rows([*line, *blanks], self._place(row, 1)))
        return rows

    def _pairs(self, formulas: Any, values: Any) -> Iterator[list[tuple[Any, Any]]]:  # noqa: ANN401 the same
        for sheet in (formulas, values):
            # What the file says about its own size is often wrong.
            sheet.reset_dimensions()
        wide = MAX_COLUMNS + 1
        both = zip(formulas.iter_rows(max_col=wide), values.iter_rows(max_col=wide, values_only=True), strict=True)
        for row, (cells, kept) in enumerate(both, start=1):
            if row > MAX_ROWS:
                # An empty row costs next to nothing: programs write formats down to the last row there can be.
                if kept.count(None) < len(kept):
                    raise _refused(self.source, f"工作表“{self.title}”的行太多（最多{MAX_ROWS}行）")
                continue
            pairs = list(zip(cells, kept, strict=True))
            while pairs and pairs[-1][0].value is None:
                pairs.pop()
            if len(pairs) > MAX_COLUMNS:
                raise _refused(self.source, f"工作表“{self.title}”的列太多（最多{MAX_COLUMNS}列）")
            yield pairs

    def _place(self, row: int, column: int) -> Place:
        from openpyxl.utils import get_column_letter

        return Place(self.source, row, column, self.title, f"{get_column_letter(column)}{row}")

    def _text(self, formula: Any, value: Any, row: int, column: int) -> Text:  # noqa: ANN401 the same
        place = self._place(row, column)
        if formula.data_type == "f" and value is None:
            self._problem(place, "formula", "这一格是公式，文件里没有算好的值", "请把公式换成它的值（选择性粘贴→数值）")
        text = self.shown(value, formula.number_format)
        if text is None:
            shown = str(value).removesuffix(" 00:00:00")
            hint = "请把单元格格式改为“文本”再重新填写"
            self._problem(place, "date", f"这一格是日期或时间（{shown}），这里应为文字或数字", hint)
        elif formula.data_type == "e" or (formula.data_type == "f" and text.startswith("#")):
            self._problem(place, "error_value", f"这一格是错误值{text}", "请改成应有的文字或数字")
        elif len(text) > MAX_TEXT:
            self._problem(place, "too_long", f"文字太长（最多{MAX_TEXT}个字）", "请缩短")
        return Text(text or "", place)

    def _problem(self, place: Place, code: str, text: str, hint: str) -> None:
        self.problems.append(Problem(place, code, text, hint))


def with_days(value: object, number_format: str) -> str | None:
    """A cell's value as text, days as 2019-03-01; None for times of the day."""
    del number_format
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return written(value)


def written(value: object) -> str | None:
    """Return a cell's value as text, a number to 15 significant digits; None for dates and times."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        number = Decimal(format(value, ".15g"))
        return format(number.normalize() + 0, "f") if number.is_finite() else str(value)
    return None if isinstance(value, datetime | date | time | timedelta) else str(value)
