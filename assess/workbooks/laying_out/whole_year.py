"""What only the book of a whole year has: its title, its assessors, decisions, confirmations, and whatever is left."""

from collections.abc import Collection, Iterator, Sequence

from assess.entered.enterable import Enterable
from assess.ground.address import ASSESSORS, CONFIRMED, DECISIONS, YEAR, YEAR_NODE, Address
from assess.workbooks.ask import Ask
from assess.workbooks.book import NAME, FormCell, FormColumn, FormRow, FormSheet
from assess.workbooks.laying_out.asks import A_DAY, FLAG, ask_of_enterable
from assess.workbooks.laying_out.cells import input_cell, label
from assess.workbooks.laying_out.sheets import asked as asked_column
from assess.workbooks.laying_out.sheets import named, row, spare, stamp_of
from assess.workbooks.laying_out.year_on_sheets import At, YearOnSheets
from assess.workbooks.pointer import Pointer
from assess.workbooks.slice import Slice

_SPARE = 20
#: What a cycle is opened with, and no sheet changes.
_SETTLED = ("scheme", "stage")
_FLAGS = ("made_up",)
_LISTS = {DECISIONS: "decision", CONFIRMED: "confirmation"}


def year_sheets(year: YearOnSheets, part: Slice) -> Iterator[FormSheet]:
    """The year itself, its assessors, what was decided and confirmed."""
    yield _year(year, part)
    yield _assessors(year, part)
    for node, name in _LISTS.items():
        yield _list(year, part, node, name)


def _year(year: YearOnSheets, part: Slice) -> FormSheet:
    node = year.titles.nodes_of(YEAR)[YEAR_NODE]
    columns = (named("数据", 20), asked_column("填写", 60, Pointer(unit=YEAR, node=YEAR_NODE)))
    rows = []
    for name, entered in node.inputs.items():
        if name in _SETTLED or name not in ("title", *_FLAGS):
            continue
        ask = (
            Ask("choice", entered.label, allowed="是或否", choices=FLAG)
            if name in _FLAGS
            else ask_of_enterable(entered)
        )
        cells = [label(entered.label), input_cell(year, ask, Address(YEAR, YEAR_NODE, name))]
        rows.append(row(columns, cells, Pointer(input=name), ask.signature))
    return _sheet(year, part, "本年度", "year", columns, rows, portrait=True)


def _assessors(year: YearOnSheets, part: Slice) -> FormSheet:
    node = year.titles.nodes_of(YEAR)[ASSESSORS]
    assert node.others is not None  # noqa: S101 assessors are called as they like
    ask = ask_of_enterable(node.others, "所在单位")
    columns = (asked_column("评分人", 18, Pointer(field=NAME)), asked_column("所在单位", 30, Pointer(unit=YEAR)))
    names = list(node.inputs)
    rows = []
    for name in names:
        address = Address(YEAR, ASSESSORS, name)
        rows.append(row(columns, [label(name), input_cell(year, ask, address)], Pointer(node=ASSESSORS, input=name)))
    blank = (FormCell("input", None, Ask("text", "评分人")), FormCell("input", None, ask))
    rows += [spare(blank, Pointer(node=ASSESSORS, record=-one)) for one in range(1, _SPARE + 1)]
    return _sheet(year, part, "评分人", "assessors", columns, rows, portrait=True)


def _list(year: YearOnSheets, part: Slice, node: str, name: str) -> FormSheet:
    entered = year.titles.nodes_of(YEAR)[node].inputs[name]
    where = Address(YEAR, node, name)
    asks = {field: _of_field(field, one) for field, one in entered.fields.items()}
    columns = tuple(
        asked_column(ask.label, _width(ask), Pointer(field=field), ask.signature) for field, ask in asks.items()
    )
    rows = []
    for record in year.rows.get(where, ()):
        address = where._replace(record=record)
        rows.append(
            row(columns, [input_cell(year, ask, address, field) for field, ask in asks.items()], Pointer.to(address))
        )
    blank = tuple(FormCell("input", None, ask) for ask in asks.values())
    rows += [spare(blank, Pointer(YEAR, node, name, record=-one)) for one in range(1, _SPARE + 1)]
    return _sheet(year, part, entered.label, f"list:{node}", columns, rows)


def _of_field(field: str, entered: Enterable) -> Ask:
    return Ask("day", entered.label, allowed=A_DAY) if field == "at" else ask_of_enterable(entered)


def _width(ask: Ask) -> int:
    return 14 if ask.kind in ("day", "choice") else 30


def rest_sheet(year: YearOnSheets, part: Slice, covered: Collection[At]) -> FormSheet | None:
    """Whatever is entered and stands on no other sheet, a row each; None where nothing is left."""
    columns = (named("数据", 60), asked_column("填写", 40, Pointer()))
    rows = []
    for address, field in year.values:
        if (address, field) in covered or not year.shows(address, field) or _is_settled(address, field):
            continue
        entered = year.titles.enterable(address, field)
        ask = ask_of_enterable(entered) if entered is not None else Ask("text", field or address.input)
        cells = [label(year.titles.of(address, field)), input_cell(year, ask, address, field)]
        rows.append(row(columns, cells, Pointer.to(address, field), ask.signature))
    return _sheet(year, part, "其他数据", "rest", columns, rows) if rows else None


def _is_settled(address: Address, field: str) -> bool:
    """What commands of its own change: what a unit is, what a cycle was opened with."""
    if address.unit == YEAR:
        return address.node == YEAR_NODE and address.input in _SETTLED
    return not field and address.node == "unit" and address.input in ("name", "type", "table")


def _sheet(
    year: YearOnSheets,
    part: Slice,
    title: str,
    name: str,
    columns: Sequence[FormColumn],
    rows: Sequence[FormRow],
    *,
    portrait: bool = False,
) -> FormSheet:
    stamp = stamp_of(year, part, name)
    heading = f"{year.cycle.title}　{title}"
    return FormSheet(title, heading, (), stamp, tuple(columns), tuple(rows), portrait=portrait)
