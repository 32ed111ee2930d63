"""Sheets of lists: a row for each achievement or event of all indicators of a slice, and rows for new ones."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assess.entered.inputs import Input
from assess.entered.records import EVENT_KEYS, RECORD_WORDS
from assess.ground.address import Address
from assess.workbooks.ask import Ask
from assess.workbooks.book import WHAT, WHOSE, FormCell, FormColumn, FormRow, FormSheet
from assess.workbooks.laying_out.asks import A_DAY, FLAG, number
from assess.workbooks.laying_out.cells import closed, input_cell, label
from assess.workbooks.laying_out.sheets import asked as asked_column
from assess.workbooks.laying_out.sheets import row, spare, stamp_of
from assess.workbooks.laying_out.year_on_sheets import Asked, YearOnSheets
from assess.workbooks.pointer import Pointer
from assess.workbooks.slice import Slice

#: Rows for what is not there yet: for each unit, and at most; whoever needs more inserts rows.
_SPARE, _MOST_SPARE = 20, 300
_ACHIEVEMENTS, _EVENTS = "成果", "事项"
_WIDTHS = {
    "class": 24,
    "level": 14,
    "event": 12,
    "title": 32,
    "person": 12,
    "date": 12,
    "document": 18,
    "identity": 14,
    "first": 10,
    "amount": 14,
    "note": 18,
}
#: The field in which a record that is nothing but words has them.
WORDS_IN = "title"


@dataclass(frozen=True, slots=True)
class _List:
    """A list of a unit."""

    address: Address
    spec: Input
    #: `K1.1a 项目与获奖`, or with the input's own name where an indicator has several lists.
    name: str


def record_sheets(year: YearOnSheets, part: Slice, asked: Sequence[Asked]) -> Iterator[FormSheet]:
    """The sheets of achievements and of events; those without any list are not there."""
    lists = [_list(one) for one in asked if isinstance(one.question.spec, Input) and one.unit is not None]
    achievements = [one for one in lists if one.spec.records is not None]
    events = [one for one in lists if one.spec.events is not None]
    if achievements:
        yield _sheet(year, part, _ACHIEVEMENTS, tuple(RECORD_WORDS), achievements)
    if events:
        yield _sheet(year, part, _EVENTS, EVENT_KEYS, events)


def _list(one: Asked) -> _List:
    question = one.question
    assert isinstance(question.spec, Input)  # noqa: S101 whoever asks has looked
    owner = question.above or question.owner
    return _List(question.address, question.spec, owner if question.label in owner else f"{owner} {question.label}")


def _sheet(year: YearOnSheets, part: Slice, title: str, fields: Sequence[str], lists: Sequence[_List]) -> FormSheet:
    names = {f"{one.address.node}/{one.address.input}": one.name for one in lists}
    here = {one.address.unit for one in lists}
    units = {unit.id: unit.short or unit.name for unit in year.units if unit.id in here}
    whose = Ask("choice", "单位", allowed="、".join(units.values()), choices=units)
    what = Ask("choice", "指标", allowed="、".join(names.values()), choices=names)
    asks = {name: _ask(name, lists) for name in fields}
    columns = (
        asked_column("单位", 14, Pointer(field=WHOSE)),
        asked_column("指标", 30, Pointer(field=WHAT)),
        *(asked_column(ask.label, _WIDTHS[name], Pointer(field=name), ask.signature) for name, ask in asks.items()),
    )
    rows = list(_rows(year, lists, units, columns, asks))
    beginning = (FormCell("input", None, whose), FormCell("input", None, what))
    blank = (*beginning, *(FormCell("input", None, ask) for ask in asks.values()))
    rows += [spare(blank, Pointer(record=-one)) for one in range(1, 1 + min(_SPARE * len(units), _MOST_SPARE))]
    lines = (
        "一行登记一项，写在空白行里；单位、指标、类别、级别从下拉框里选。",
        "没有可登记的，在指标表对应的格里填“无”；要去掉已登记的一项，把那一行的内容全部清空。",
    )
    return FormSheet(
        title=title,
        heading=f"{year.cycle.title}　{title}",
        lines=lines,
        stamp=stamp_of(year, part, f"records:{title}"),
        columns=columns,
        rows=tuple(rows),
        frozen=2,
    )


def _rows(
    year: YearOnSheets,
    lists: Iterable[_List],
    units: Mapping[str, str],
    columns: Sequence[FormColumn],
    asks: Mapping[str, Ask],
) -> Iterator[FormRow]:
    for one in lists:
        for record in year.rows.get(one.address, ()):
            address = one.address._replace(record=record)
            cells = [label(units[one.address.unit]), label(one.name)]
            in_words = (address, "") in year.values
            for name, ask in asks.items():
                if name not in _fields_of(one):
                    cells.append(closed())
                else:
                    field = "" if in_words and name == WORDS_IN else name
                    cells.append(input_cell(year, ask, address, field))
            yield row(columns, cells, Pointer.to(address))


def _fields_of(one: _List) -> Sequence[str]:
    """The fields that a record of the list has."""
    spec = one.spec.records
    if spec is None:
        return EVENT_KEYS
    return [name for name in RECORD_WORDS if name != "amount" or spec.amount is not None]


def _ask(name: str, lists: Sequence[_List]) -> Ask:
    """What a column asks for; what may be chosen in any of the lists may be chosen here."""
    specs = [one.spec.records for one in lists if one.spec.records is not None]
    classes = {name: one for spec in specs for name, one in spec.classes.items()}
    amount = next((spec.amount for spec in specs if spec.amount is not None), None)
    words = RECORD_WORDS[name]
    asks = {
        "class": _one_of(words, classes),
        "level": _one_of(words, (level for one in classes.values() for level in one.levels)),
        "event": _one_of(words, (event for one in classes.values() for event in one.events)),
        "first": Ask("choice", words, allowed="是或否", choices=FLAG),
        "date": Ask("day", words, allowed=A_DAY),
        "amount": Ask("text", words) if amount is None else number(amount.label, amount.unit),
    }
    return asks.get(name, Ask("text", words))


def _one_of(words: str, choices: Iterable[str]) -> Ask:
    found = {one: one for one in choices}
    return Ask("choice", words, allowed="、".join(found), choices=found) if found else Ask("text", words)
