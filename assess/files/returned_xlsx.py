"""Books in the format of today: values with their number formats, formulas, comments and merged cells."""

import posixpath
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

from lxml import etree

from assess.files.office_archive import WORKBOOK, refused, repacked
from assess.files.workbook import MAX_COLUMNS, MAX_PARTS, MAX_ROWS, MAX_UNPACKED, opened
from assess.ground.place import Place, ProblemsError
from assess.workbooks.returned import ReturnedCell, ReturnedSheet

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_CELL, _FORMULA, _VALUE, _MERGED = (f"{_MAIN}{name}" for name in ("c", "f", "v", "mergeCell"))
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
#: What of a number format is no format: words in quotation marks, conditions and colours in brackets.
_WORDS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Beside:
    """What the library does not tell of a sheet that it reads row by row."""

    formulas: set[Cell] = field(default_factory=set)
    #: Formulas for which the file keeps no value.
    uncomputed: set[Cell] = field(default_factory=set)
    merged: dict[Cell, Cell] = field(default_factory=dict)
    comments: Mapping[Cell, str] = field(default_factory=dict)


def xlsx_sheets(content: bytes, name: str) -> tuple[tuple[ReturnedSheet, ...], str]:
    """The sheets of the book, and when it was saved."""
    clean = repacked(content, name, replace(WORKBOOK, most_parts=MAX_PARTS, most_unpacked=MAX_UNPACKED))
    with warnings.catch_warnings():
        # Of things that we do not read: styles, validations, extensions of other programs.
        warnings.simplefilter("ignore")
        return _read(clean, name)


def _read(clean: bytes, name: str) -> tuple[tuple[ReturnedSheet, ...], str]:
    with zipfile.ZipFile(BytesIO(clean)) as archive:
        if _STRICT in archive.read("xl/workbook.xml"):
            raise refused(name, "这个工作簿存成了“严格开放XML”格式", WORKBOOK)
        book = opened(clean, name, data_only=True)
        try:
            sheets = tuple(_sheet(archive, sheet, name) for sheet in book.worksheets)
            saved = book.properties.modified
        except ProblemsError:
            raise
        except Exception:  # noqa: BLE001 the library raises whatever a broken part makes it stumble over
            raise refused(name, "工作簿里的内容已损坏，读不出来", WORKBOOK) from None
        finally:
            book.close()
    return sheets, saved.replace(tzinfo=None).isoformat(timespec="seconds") if isinstance(saved, datetime) else ""


def _sheet(archive: zipfile.ZipFile, sheet: Any, name: str) -> ReturnedSheet:  # noqa: ANN401 sheets are untyped
    path = sheet._worksheet_path  # noqa: SLF001 the library tells it nowhere else
    beside = _beside(archive, path)
    cells: dict[Cell, ReturnedCell] = {}
    sheet.reset_dimensions()
    for row, values in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS + 1), 1):
        for column, cell in enumerate(values, 1):
            value = cell.value
            if value is None or value == "":
                continue
            if row > MAX_ROWS:
                raise refused(name, f"工作表“{sheet.title}”的行太多（最多{MAX_ROWS}行）", WORKBOOK)
            if column > MAX_COLUMNS:
                raise refused(name, f"工作表“{sheet.title}”的列太多（最多{MAX_COLUMNS}列）", WORKBOOK)
            cells[row, column] = _cell(cell, value)
    for at in beside.formulas:
        cells[at] = replace(cells.get(at, ReturnedCell(None)), formula=True, uncomputed=at in beside.uncomputed)
    for at, text in beside.comments.items():
        cells[at] = replace(cells.get(at, ReturnedCell(None)), comment=text)
    hidden = sheet.sheet_state != "visible"
    return ReturnedSheet(sheet.title, Place(name, sheet=sheet.title), cells, beside.merged, hidden=hidden)


def _cell(cell: Any, value: Any) -> ReturnedCell:  # noqa: ANN401 the same
    if isinstance(value, str):
        return ReturnedCell(value, error=value if cell.data_type == "e" else "")
    if isinstance(value, bool):
        return ReturnedCell(value)
    if isinstance(value, int | float):
        percent = "%" in _WORDS.sub("", cell.number_format or "")
        return ReturnedCell(Decimal(format(value, ".15g")), percent=percent)
    if isinstance(value, datetime) and value.time() == time():
        return ReturnedCell(value.date())
    if isinstance(value, date) and not isinstance(value, datetime):
        return ReturnedCell(value)
    assert isinstance(value, datetime | time | timedelta)  # noqa: S101 the library knows no other values
    return ReturnedCell(str(value))


def _beside(archive: zipfile.ZipFile, path: str) -> _Beside:
    formulas: set[Cell] = set()
    uncomputed: set[Cell] = set()
    merged: dict[Cell, Cell] = {}
    with archive.open(path) as part:
        found = etree.iterparse(part, tag=(_CELL, _MERGED), resolve_entities=False, no_network=True)
        for _, element in found:
            if element.tag == _MERGED:
                merged.update(_area(element.get("ref", "")))
            elif element.find(_FORMULA) is not None and (at := _place(element.get("r", ""))) is not None:
                value = element.find(_VALUE)
                formulas.add(at)
                if value is None or not value.text:
                    uncomputed.add(at)
            element.clear()
    return _Beside(formulas, uncomputed, merged, dict(_comments(archive, path)))


def _place(reference: str) -> Cell | None:
    from openpyxl.utils.cell import column_index_from_string

    found = _REFERENCE.fullmatch(reference)
    return None if found is None else (int(found[2]), column_index_from_string(found[1]))


def _area(reference: str) -> Iterator[tuple[Cell, Cell]]:
    """The cells of a merged area, each with the one that covers it."""
    first, _, last = reference.partition(":")
    start, end = _place(first), _place(last)
    if start is None or end is None:
        return
    for row in range(start[0], min(end[0], MAX_ROWS) + 1):
        for column in range(start[1], min(end[1], MAX_COLUMNS) + 1):
            yield (row, column), start


def _comments(archive: zipfile.ZipFile, path: str) -> Iterator[tuple[Cell, str]]:
    """The comments of a sheet; they are in a part of their own."""
    folder, _, file = path.rpartition("/")
    relations = f"{folder}/_rels/{file}.rels"
    names = set(archive.namelist())
    if relations not in names:
        return
    for relation in etree.fromstring(archive.read(relations), _parser()):
        target = relation.get("Target", "")
        where = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if relation.get("Type", "").endswith("/comments") and where in names:
            for comment in etree.fromstring(archive.read(where), _parser()).iter(f"{_MAIN}comment"):
                at = _place(comment.get("ref", ""))
                text = "".join(comment.itertext()).strip()
                if at is not None and text:
                    yield at, text


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)
