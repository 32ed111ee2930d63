"""The sheets about units themselves: who they are, their applications, their place of last year."""

from collections.abc import Iterable, Iterator, Sequence

from assess.entered.enterable import RECORD
from assess.ground.address import APPLICATION, LAST_YEAR, UNIT, Address
from assess.workbooks.ask import Ask
from assess.workbooks.book import FormCell, FormColumn, FormSheet
from assess.workbooks.laying_out.asks import A_DAY, ask_of, several
from assess.workbooks.laying_out.cells import closed, input_cell, label, list_cell
from assess.workbooks.laying_out.sheets import asked as asked_column
from assess.workbooks.laying_out.sheets import named, row, stamp_of, told, width_of
from assess.workbooks.laying_out.year_on_sheets import Asked, YearOnSheets
from assess.workbooks.pointer import Pointer
from assess.workbooks.slice import Slice

#: What makes a unit the one it is, and is changed by commands of their own that take care of what follows from it.
_SETTLED = ("name", "type", "table")
#: Why a unit is not assessed, or not graded.
_NOT_SO = {"takes_part": "不参加的原因", "graded": "不评定等次的原因"}
_DAYS = {"since": "第一天", "until": "最后一天"}
_MOST_WORDS = 40


def unit_sheets(year: YearOnSheets, part: Slice, asked: Sequence[Asked]) -> Iterator[FormSheet]:
    """What is known of units: of all of them, or of the one that a slice is about."""
    found = [one for one in asked if one.question.node == UNIT]
    if found:
        yield _of_node(year, part, "单位", UNIT, found, _days_and_reasons(year) if part.is_whole else ())


def application_sheets(year: YearOnSheets, part: Slice, asked: Sequence[Asked]) -> Iterator[FormSheet]:
    """Who applies for the highest grade, and the places of last year."""
    for node in (APPLICATION, LAST_YEAR):
        found = [one for one in asked if one.question.node == node]
        if found:
            yield _of_node(year, part, found[0].question.owner, node, found, ())


def _days_and_reasons(year: YearOnSheets) -> Iterator[tuple[Ask, Pointer]]:
    """What is rarely so: that a unit takes no part, begins or ends within the year."""
    del year
    for name, words in _NOT_SO.items():
        yield Ask("text", words), Pointer(input=name, field="no")
    for name, words in _DAYS.items():
        yield Ask("day", words, allowed=A_DAY), Pointer(input=name)


def _of_node(
    year: YearOnSheets, part: Slice, title: str, node: str, found: Sequence[Asked], more: Iterable[tuple[Ask, Pointer]]
) -> FormSheet:
    """A row for each unit, a column for each input of one node; `more`: columns that are the same for all units."""
    inputs: dict[str, Asked] = {}
    by_cell: dict[tuple[str, str], Asked] = {}
    for one in found:
        address = one.question.address
        if not (node == UNIT and address.input == "name"):
            inputs.setdefault(address.input, one)
        by_cell[address.unit, address.input] = one
    asks = {name: _ask(year, one) for name, one in inputs.items()}
    others = list(more)
    settled = _SETTLED if node == UNIT else ()
    columns: list[FormColumn] = [named("单位", width_of((unit.name for unit in year.units), 14, 30))]
    columns += [
        told(ask.label, 16) if name in settled else asked_column(ask.label, _width(ask), Pointer(input=name))
        for name, ask in asks.items()
    ]
    columns += [asked_column(ask.label, _width(ask), pointer, ask.signature) for ask, pointer in others]
    here = {one.unit.id for one in found if one.unit is not None}
    rows = []
    for unit in year.units:
        # Of a unit that takes no part nothing is asked but why.
        if unit.id not in here and (not others or unit.takes_part):
            continue
        cells: list[FormCell] = [label(unit.name)]
        for name, ask in asks.items():
            cells.append(_cell(year, ask, by_cell.get((unit.id, name)), Address(unit.id, node, name), name in settled))
        cells += [
            input_cell(year, ask, Address(unit.id, node, pointer.input), pointer.field) for ask, pointer in others
        ]
        rows.append(row(columns, cells, Pointer(unit=unit.id, node=node)))
    stamp = stamp_of(year, part, f"units:{node}")
    return FormSheet(title, f"{year.cycle.title}　{title}", (), stamp, tuple(columns), tuple(rows))


def _cell(year: YearOnSheets, ask: Ask, asked: Asked | None, address: Address, settled: bool) -> FormCell:  # noqa: FBT001 a property of the column
    if settled:
        return label(ask.choices.get(year.values.get((address, ""), ""), ""))
    if asked is None:
        return closed()
    return list_cell(year, ask, address) if ask.kind == "several" else input_cell(year, ask_of(asked.question), address)


def _ask(year: YearOnSheets, one: Asked) -> Ask:
    ask = ask_of(one.question)
    entered = year.titles.enterable(one.question.address)
    return several(ask) if entered is not None and entered.follows == RECORD and not entered.fields else ask


def _width(ask: Ask) -> int:
    return _MOST_WORDS if ask.kind in ("text", "several") and ask.label not in ("简称", "负责人", "联系人") else 14
