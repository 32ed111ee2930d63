"""Rows of a workbook's sheet by the names in its first row."""

from collections.abc import Mapping, Sequence

from assess.ground.findings import Findings
from assess.ground.place import Place, did_you_mean
from assess.ground.tree import Rows, Table, Text

#: One row: name of the column → what stands there, an empty text where nothing does.
Record = Mapping[str, Text]


def records(book: Table, sheet: str, columns: Sequence[str], findings: Findings) -> list[Record]:
    """Return the rows of `sheet` below its heading that are not empty; columns nobody asked for are left alone."""
    rows = book.get(sheet)
    if not isinstance(rows, Rows):
        text = f"工作簿里没有“{sheet}”这张工作表"
        hint = did_you_mean(sheet, book) or "请保留导出时的各张工作表，内容可以不改"
        findings.error(book.place, "sheet_missing", text, hint)
        return []
    first = rows[0] if rows else None
    titles = [cell.strip() if isinstance(cell, Text) else "" for cell in first] if isinstance(first, Rows) else []
    if not _headed(titles, columns, rows.place, findings):
        return []
    return [record for row in rows[1:] if isinstance(row, Rows) and (record := _record(row, titles, columns))]


def _headed(titles: Sequence[str], columns: Sequence[str], place: Place, findings: Findings) -> bool:
    missing = [name for name in columns if name not in titles]
    twice = [name for name in columns if titles.count(name) > 1]
    if missing:
        text = f"第一行没有这些列名：{'、'.join(missing)}"
        hint = f"第一行应有：{'、'.join(columns)}（前后次序不限）"
        findings.error(place._replace(cell="A1"), "column_missing", text, hint)
    if twice:
        text = f"第一行有重复的列名：{'、'.join(twice)}"
        findings.error(place._replace(cell="A1"), "column_twice", text, "同一个列名只留一列")
    return not missing and not twice


def _record(row: Rows, titles: Sequence[str], columns: Sequence[str]) -> Record:
    cells = [cell for cell in row if isinstance(cell, Text)]
    found = {name: cells[titles.index(name)] for name in columns}
    return found if any(cell.strip() for cell in found.values()) else {}
