"""Which cells of a book take which of some values, as if a department had filled it in: for the demo and for tests."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assess.ground.address import Address
from assess.workbooks.ask import Ask
from assess.workbooks.book import NAME, WHAT, WHOSE, FormBook, FormRow, FormSheet
from assess.workbooks.laying_out.cells import BETWEEN, shown
from assess.workbooks.laying_out.records import WORDS_IN
from assess.workbooks.laying_out.year_on_sheets import At
from assess.workbooks.pointer import Pointer


class Filled(NamedTuple):
    """What goes into a cell. `row`, `column`: from 1, as office programs count."""

    sheet: str
    row: int
    column: int
    text: str
    ask: Ask


def filled(book: FormBook, values: Mapping[At, str]) -> Iterator[Filled]:
    """The values that the cells of a book take; what it has no cell for is left out."""
    records: dict[Address, dict[int, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for (address, field), text in values.items():
        if address.record:
            records[address._replace(record=0)][address.record][field] = text
    for sheet in book.sheets:
        yield from _Sheet(sheet, values, records).cells()


class _Sheet:
    def __init__(
        self, sheet: FormSheet, values: Mapping[At, str], records: Mapping[Address, Mapping[int, Mapping[str, str]]]
    ) -> None:
        self._sheet = sheet
        self._values = values
        self._records = records
        self._rows = list(enumerate(sheet.rows, sheet.top + 1))

    def cells(self) -> Iterator[Filled]:
        for at, row in self._rows:
            if row.tag is not None and not row.spare:
                yield from self._row(at, row)
        yield from self._assessors()
        spare = [(at, row) for at, row in self._rows if row.spare]
        for (at, row), found in zip(spare, self._new(spare), strict=False):
            yield from self._fields(at, row, found)

    def _row(self, at: int, row: FormRow) -> Iterator[Filled]:
        assert row.tag is not None  # noqa: S101 whoever calls has looked
        for column, (head, cell) in enumerate(zip(self._sheet.columns, row.cells, strict=True), 2):
            if cell.role != "input" or cell.ask is None or head.tag is None:
                continue
            whole = row.tag.pointer.joined(head.tag.pointer)
            if whole.record < 0:
                continue
            text = self._values.get((whole.address, whole.field))
            if cell.ask.kind == "several":
                words = [fields[""] for fields in self._records.get(whole.address, {}).values()]
                text = BETWEEN.join(cell.ask.choices.get(word, word) for word in words) or None
            if text is not None:
                yield self._filled(at, column, text, cell.ask)

    def _assessors(self) -> Iterator[Filled]:
        """The names of assessors in the headings that ask for one, and their marks below."""
        free: dict[str, list[int]] = defaultdict(list)
        for column, head in enumerate(self._sheet.columns, 2):
            if head.asks_name and head.tag is not None:
                free[head.tag.pointer.input].append(column)
        for name, columns in free.items():
            marks: dict[str, list[Filled]] = defaultdict(list)
            for at, row in self._rows:
                where = Address(*row.tag.pointer[:2], name) if row.tag is not None else None
                for (address, _), text in self._values.items():
                    if where is not None and address.assessor and address._replace(assessor="") == where:
                        ask = row.cells[columns[0] - 2].ask
                        assert ask is not None  # noqa: S101 such columns ask for marks
                        marks[address.assessor].append(Filled(self._sheet.title, at, 0, text, ask))
            known = {head.tag.pointer.assessor for head in self._sheet.columns if head.tag is not None}
            new = [(person, found) for person, found in marks.items() if person not in known]
            for column, (person, found) in zip(columns, new, strict=False):
                yield Filled(self._sheet.title, self._sheet.top, column, person, Ask("text", "评分人"))
                yield from (one._replace(column=column) for one in found)

    def _new(self, spare: Sequence[tuple[int, FormRow]]) -> Iterator[Mapping[str, str]]:
        """What new rows hold, by the field of their columns."""
        if not spare:
            return
        first = spare[0][1]
        pointer = first.tag.pointer if first.tag is not None else Pointer()
        asks = self._asks(first)
        if NAME in asks:
            yield from self._names(pointer)
            return
        shown_here = {row.tag.pointer.address for _, row in self._rows if row.tag is not None and not row.spare}
        for where, rows in self._records.items():
            if not _takes(pointer, asks, where):
                continue
            for number, fields in rows.items():
                if where._replace(record=number) not in shown_here:
                    named = {name or WORDS_IN: text for name, text in fields.items()}
                    yield {WHOSE: where.unit, WHAT: f"{where.node}/{where.input}", **named}

    def _names(self, pointer: Pointer) -> Iterator[Mapping[str, str]]:
        """Names that have a value and no row yet, such as those of assessors."""
        there = {row.tag.pointer.input for _, row in self._rows if row.tag is not None}
        for (address, _), text in self._values.items():
            if address.node == pointer.node and address.input not in there:
                yield {NAME: address.input, "": text}

    def _asks(self, row: FormRow) -> dict[str, Ask]:
        return {
            head.tag.pointer.field: cell.ask
            for head, cell in zip(self._sheet.columns, row.cells, strict=True)
            if head.tag is not None and cell.ask is not None
        }

    def _fields(self, at: int, row: FormRow, found: Mapping[str, str]) -> Iterator[Filled]:
        for column, (head, cell) in enumerate(zip(self._sheet.columns, row.cells, strict=True), 2):
            if head.tag is not None and cell.ask is not None and head.tag.pointer.field in found:
                yield self._filled(at, column, found[head.tag.pointer.field], cell.ask)

    def _filled(self, at: int, column: int, text: str, ask: Ask) -> Filled:
        value = shown(ask, text)
        return Filled(self._sheet.title, at, column, value if isinstance(value, str) else text, ask)


def _takes(pointer: Pointer, asks: Mapping[str, Ask], where: Address) -> bool:
    """Whether the rows of a sheet are of a list: the only one that it is for, or one that can be chosen there."""
    if pointer.node:
        return where == Address(pointer.unit, pointer.node, pointer.input)
    return f"{where.node}/{where.input}" in asks[WHAT].choices and where.unit in asks[WHOSE].choices
