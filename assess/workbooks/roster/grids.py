"""Sheets that came back as grids: texts that know their cell, merged cells spread over all that they cover."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from assess.ground.grid import Grid
from assess.ground.place import Problem
from assess.ground.tree import Text
from assess.workbooks.returned import ReturnedCell, ReturnedSheet, Value
from assess.workbooks.understanding.reading import cleaned

_BLANK = ReturnedCell(None)


def grids_of(sheets: Iterable[ReturnedSheet], problems: list[Problem]) -> list[Grid]:
    """The sheets that people see; cells that cannot be read go to `problems`."""
    return [_grid(sheet, problems) for sheet in sheets if not sheet.hidden]


def _grid(sheet: ReturnedSheet, problems: list[Problem]) -> Grid:
    at = [*sheet.cells, *sheet.merged]
    height, width = (max((one[side] for one in at), default=0) for side in (0, 1))
    texts: dict[tuple[int, int], Text] = {}

    def text(row: int, column: int) -> Text:
        place = sheet.merged.get((row, column), (row, column))
        if place not in texts:
            cell = sheet.cells.get(place, _BLANK)
            texts[place] = Text(_written(cell.value), sheet.place_of(*place))
            problems.extend(_wrong(cell, texts[place]))
        return texts[place]

    rows = (tuple(text(row, column) for column in range(1, width + 1)) for row in range(1, height + 1))
    return Grid(sheet.title, tuple(rows), is_sheet=True)


def _written(value: Value | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return format(value.normalize() + 0, "f")
    return value.isoformat() if isinstance(value, date) else cleaned(value)


def _wrong(cell: ReturnedCell, text: Text) -> list[Problem]:
    if cell.uncomputed:
        hint = "请在Excel或WPS里打开一次再存盘，或把公式换成它的值（选择性粘贴→数值）"
        return [Problem(text.place, "formula", "这一格是公式，文件里没有算好的值", hint)]
    if cell.error:
        return [Problem(text.place, "error_value", f"这一格是错误值{cell.error}", "请改成应有的文字或数字")]
    return []
