"""Word documents to grids: a grid a table, paragraphs between tables as rows of one cell, merged cells spread."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from assess.files.files import read_bytes
from assess.files.office_archive import DOCUMENT, refused, repacked
from assess.ground.grid import Grid
from assess.ground.place import Place, Problem
from assess.ground.tree import Text

#: Largest document; a table of 200 indicators has 0.1 MB.
MAX_BYTES = 8 * 1024 * 1024
MAX_TABLES = 300
MAX_ROWS = 5000
MAX_COLUMNS = 100

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TABLE, _ROW, _CELL = f"{_W}p", f"{_W}tbl", f"{_W}tr", f"{_W}tc"
_TEXT, _TAB, _BREAKS = f"{_W}t", f"{_W}tab", (f"{_W}br", f"{_W}cr")
#: What only wraps: content controls, insertions, custom parts.
_WRAPPERS = tuple(f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "customXml", "smartTag"))


def read_document(path: Path, name: str) -> tuple[list[Grid], list[Problem]]:
    """Return the tables of the document at `path` with the paragraphs between them; `name` is for messages."""
    content = repacked(read_bytes(path, name, MAX_BYTES), name, DOCUMENT)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        main = archive.read(DOCUMENT.main)
    from lxml import etree  # only an import of a table needs it

    try:
        body = etree.fromstring(main, etree.XMLParser(resolve_entities=False, no_network=True)).find(f"{_W}body")
    except etree.XMLSyntaxError:
        body = None
    if body is None:
        raise refused(name, "文档里的内容已损坏，读不出来", DOCUMENT)
    return _Reader(name).grids(body), []


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self._tables = 0
        self._paragraphs = 0

    def grids(self, body: Any) -> list[Grid]:  # noqa: ANN401 elements are untyped
        """The parts of the document in their order."""
        found: list[Grid] = []
        prose: list[tuple[Text, ...]] = []
        for element in _unwrapped(body, (_PARAGRAPH, _TABLE)):
            if element.tag == _PARAGRAPH:
                self._paragraphs += 1
                if text := _text(element):
                    prose.append((Text(text, Place(self.name, sheet=f"第{self._paragraphs}段")),))
                continue
            if prose:
                found.append(Grid("", tuple(prose)))
                prose = []
            found += self._table(element)
        return [*found, Grid("", tuple(prose))] if prose else found

    def _table(self, table: Any) -> Iterator[Grid]:  # noqa: ANN401 the same
        """A table, then those that stand inside its cells."""
        self._tables += 1
        if self._tables > MAX_TABLES:
            raise refused(self.name, f"表格太多（最多{MAX_TABLES}个）", DOCUMENT)
        title = f"表{self._tables}"
        rows: list[list[Text]] = []
        inner: list[Any] = []
        for element in _unwrapped(table, (_ROW,)):
            if len(rows) == MAX_ROWS:
                raise refused(self.name, f"{title}的行太多（最多{MAX_ROWS}行）", DOCUMENT)
            rows.append(self._row(element, rows, title, inner))
        width = max(map(len, rows), default=0)
        for number, row in enumerate(rows, start=1):
            row += [Text("", self._place(title, number, column)) for column in range(len(row) + 1, width + 1)]
        yield Grid(title, tuple(map(tuple, rows)))
        for one in inner:
            yield from self._table(one)

    def _row(self, row: Any, above: list[list[Text]], title: str, inner: list[Any]) -> list[Text]:  # noqa: ANN401 the same
        """One row; a cell that goes on from the row above is the one there."""
        number = len(above) + 1
        cells = [
            Text("", self._place(title, number, column + 1)) for column in range(_count(row, "trPr", "gridBefore"))
        ]
        for element in _unwrapped(row, (_CELL,)):
            column = len(cells)
            span = max(_count(element, "tcPr", "gridSpan"), 1)
            if column + span > MAX_COLUMNS:
                raise refused(self.name, f"{title}的列太多（最多{MAX_COLUMNS}列）", DOCUMENT)
            if _goes_on(element) and above and column < len(above[-1]):
                cell = above[-1][column]
            else:
                paragraphs = [_text(one) for one in _unwrapped(element, (_PARAGRAPH,))]
                cell = Text("\n".join(filter(None, paragraphs)), self._place(title, number, column + 1))
                inner += _unwrapped(element, (_TABLE,))
            cells += [cell] * span
        return cells

    def _place(self, table: str, row: int, column: int) -> Place:
        return Place(self.name, row, column, table)


def _unwrapped(element: Any, tags: tuple[str, ...]) -> Iterator[Any]:  # noqa: ANN401 the same
    """The elements with these tags below `element`, through what only wraps them."""
    for child in element.iterchildren():
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _unwrapped(child, tags)


def _text(paragraph: Any) -> str:  # noqa: ANN401 the same
    """The text of a paragraph with insertions, without deletions."""
    written = ""
    for element in paragraph.iter(_TEXT, _TAB, *_BREAKS):
        if element.tag == _TEXT:
            written += element.text or ""
        elif element.tag != _TAB or element.getparent().tag == f"{_W}r":
            written += " " if element.tag == _TAB else "\n"
    return written.strip()


def _count(element: Any, properties: str, name: str) -> int:  # noqa: ANN401 the same
    """A number among an element's properties; 0 where there is none, and no more than a table may be wide."""
    found = element.find(f"{_W}{properties}/{_W}{name}")
    value = found.get(f"{_W}val") if found is not None else None
    return min(int(value), MAX_COLUMNS + 1) if value is not None and value.isdecimal() else 0


def _goes_on(cell: Any) -> bool:  # noqa: ANN401 the same
    """Whether a cell only continues the one above."""
    merged = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merged is not None and merged.get(f"{_W}val", "continue") == "continue"
