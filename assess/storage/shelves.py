"""Where the database keeps each value of a year: which table and column belong to an address, and back.

A value of a record has the number by which the record is known for good; see `numbering.py`.
"""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.orm import Session

from assess.entered.values import NOTHING, WAIVED
from assess.ground.address import ATTACHMENTS, CONFIRMED, DECISIONS, DUTIES, UNIT, YEAR, YEAR_NODE, Address
from assess.storage.tables.attachments import Attachment
from assess.storage.tables.cycles import Cycle
from assess.storage.tables.duties import Duty
from assess.storage.tables.entries import Entry, YearEntry
from assess.storage.tables.records import Achievement, Confirmation, Decision
from assess.storage.tables.units import Unit
from assess.year.cells import Cell


class Key(NamedTuple):
    """Which value: its address, and of a row with fields which field."""

    address: Address
    field: str


class Held(NamedTuple):
    """A value as it is kept: the exact text, its kind of nothing, and the number of the change that put it there."""

    text: str
    kind: str
    change: int


class Edit(NamedTuple):
    """What is to be done to one value: None holds nothing."""

    key: Key
    old: Held | None
    new: Held | None


def kind_of(cell: Cell) -> str:
    """The kind of nothing that a value is, if it is any."""
    if cell.is_empty_list:
        return "unconfirmed"
    return {NOTHING: "nothing", WAIVED: "waived"}.get(cell.text, "value")


def cell_of(key: Key, held: Held) -> Cell:
    """The value as the rest of the program knows it."""
    return Cell(key.address, key.field, held.text, is_empty_list=held.kind == "unconfirmed")


class Shelf(ABC):
    """One table and the addresses that it has room for."""

    @abstractmethod
    def takes(self, key: Key) -> bool:
        """Whether a value belongs here; the first shelf that says so has it."""

    @abstractmethod
    def read(self, session: Session, cycle: int) -> Iterator[tuple[Key, Held]]:
        """Every value of a cycle, in the order in which they came."""

    @abstractmethod
    def write(self, session: Session, cycle: int, edits: Sequence[Edit], units: Mapping[str, int]) -> None:
        """Do what the edits say. `units`: the row of every unit, by its code."""


class EntryShelf(Shelf):
    """Single values of units; the last resort for whatever has no table of its own."""

    def takes(self, key: Key) -> bool:
        """Everything that belongs to a unit."""
        return key.address.unit != YEAR

    def read(self, session: Session, cycle: int) -> Iterator[tuple[Key, Held]]:
        """In the order of the first writing."""
        columns = (Unit.code, *(getattr(Entry, name) for name in _ENTRY))
        rows = session.execute(
            select(*columns).join(Unit, Unit.id == Entry.unit_id).where(Entry.cycle_id == cycle).order_by(Entry.id)
        )
        for code, node, name, assessor, group, record, field, *held in rows:
            yield Key(Address(code, node, name, assessor, group, record), field), Held(*held)

    def write(self, session: Session, cycle: int, edits: Sequence[Edit], units: Mapping[str, int]) -> None:
        """A row each."""
        owners = {edit.key: units[edit.key.address.unit] for edit in edits}
        _write_entries(session, Entry, edits, lambda key: {"cycle_id": cycle, "unit_id": owners[key]})


class YearShelf(Shelf):
    """Single values of the year as a whole."""

    def takes(self, key: Key) -> bool:
        """Everything that belongs to no unit."""
        return key.address.unit == YEAR

    def read(self, session: Session, cycle: int) -> Iterator[tuple[Key, Held]]:
        """In the order of the first writing."""
        columns = tuple(getattr(YearEntry, name) for name in _ENTRY)
        rows = session.execute(select(*columns).where(YearEntry.cycle_id == cycle).order_by(YearEntry.id))
        for node, name, assessor, group, record, field, *held in rows:
            yield Key(Address(YEAR, node, name, assessor, group, record), field), Held(*held)

    def write(self, session: Session, cycle: int, edits: Sequence[Edit], units: Mapping[str, int]) -> None:
        """A row each."""
        del units
        _write_entries(session, YearEntry, edits, lambda _: {"cycle_id": cycle})


#: The columns of a single value: its address within its unit, then what is held.
_ENTRY = ("node", "input", "assessor", "group", "record", "field", "text", "kind", "change")


def _write_entries(session: Session, table: Any, edits: Sequence[Edit], owner: Any) -> None:  # noqa: ANN401 two tables of one form
    added = []
    for edit in edits:
        address, field = edit.key
        place = dict(zip(_ENTRY, (*address[1:], field), strict=False))
        if edit.old is None and edit.new is not None:
            added.append(owner(edit.key) | place | edit.new._asdict())
            continue
        here = [getattr(table, name) == value for name, value in (owner(edit.key) | place).items()]
        if edit.new is None:
            session.execute(delete(table).where(*here))
        else:
            session.execute(update(table).where(*here).values(**edit.new._asdict()))
    if added:
        session.execute(insert(table), added)


class WideShelf(Shelf):
    """Rows with a column for each of their values. A row is there as long as one of them is."""

    #: The mapped class.
    table: Any
    #: The columns that tell rows apart within a cycle.
    keys: tuple[str, ...]
    #: By what follows the row's own part of an address (input or field), the column.
    columns: Mapping[str, str]

    @abstractmethod
    def row_of(self, key: Key, units: Mapping[str, int]) -> tuple[Any, ...]:
        """The values of `keys` for the row in which a value stands."""

    @abstractmethod
    def column_of(self, key: Key) -> str:
        """The column in which it stands."""

    @abstractmethod
    def key_of(self, row: Row[Any], word: str) -> Key:
        """The key of the value in the column that belongs to `word`."""

    def _query(self, cycle: int) -> Any:  # noqa: ANN401 the selects of several tables
        return select(self.table).where(self.table.cycle_id == cycle).order_by(self.table.id)

    def read(self, session: Session, cycle: int) -> Iterator[tuple[Key, Held]]:
        """Row by row."""
        columns = self.table.__table__.columns
        rows = session.execute(self._query(cycle).with_only_columns(*columns, *self._beside))
        for row in rows:
            found = row._mapping  # noqa: SLF001 SQLAlchemy's public name for a row by columns
            for word, column in self.columns.items():
                text = found[columns[column]]
                if text is not None:
                    yield self.key_of(row, word), Held(text, "value", found[columns["change"]])

    #: What else is read with a row.
    _beside: tuple[Any, ...] = ()

    def write(self, session: Session, cycle: int, edits: Sequence[Edit], units: Mapping[str, int]) -> None:
        """Put the values of each row into it; make rows that are not there, remove those that are left empty."""
        by_row: dict[tuple[Any, ...], dict[str, Any]] = defaultdict(dict)
        for edit in edits:
            values = by_row[self.row_of(edit.key, units)]
            values[self.column_of(edit.key)] = None if edit.new is None else edit.new.text
            values["change"] = max(values.get("change", 0), _last_change(edit))
        empty = dict.fromkeys(self.columns.values())
        added = []
        for row, values in by_row.items():
            here = [self.table.cycle_id == cycle]
            here += [getattr(self.table, name) == value for name, value in zip(self.keys, row, strict=True)]
            there = session.execute(select(self.table.id).where(*here)).scalar()
            if there is None:
                added.append({"cycle_id": cycle, **dict(zip(self.keys, row, strict=True)), **empty, **values})
            else:
                session.execute(update(self.table).where(self.table.id == there).values(**values))
        if added:
            session.execute(insert(self.table), added)

    def sweep(self, session: Session, cycle: int) -> None:
        """Remove the rows in which nothing is left."""
        nothing = [getattr(self.table, column).is_(None) for column in self.columns.values()]
        session.execute(delete(self.table).where(self.table.cycle_id == cycle, *nothing))


def _last_change(edit: Edit) -> int:
    """The change that made the edit; of a value that goes, the one that is known."""
    held = edit.new or edit.old
    assert held is not None  # noqa: S101 an edit has one of the two
    return held.change


class UnitShelf(WideShelf):
    """What describes a unit."""

    table = Unit
    keys = ("code",)
    #: By input, and field where there is one.
    columns: Mapping[str, str] = {
        **{name: name for name in ("name", "short", "type", "table", "order", "head", "contact", "takes_part")},
        "takes_part.no": "absent",
    }

    def takes(self, key: Key) -> bool:
        """The fixed words of a unit; its attributes are single values."""
        return key.address.node == UNIT and not key.address.record and self._word(key) in self.columns

    @staticmethod
    def _word(key: Key) -> str:
        return f"{key.address.input}.{key.field}" if key.field else key.address.input

    def row_of(self, key: Key, units: Mapping[str, int]) -> tuple[Any, ...]:
        """Its code."""
        del units
        return (key.address.unit,)

    def column_of(self, key: Key) -> str:
        """As `columns` says."""
        return self.columns[self._word(key)]

    def key_of(self, row: Row[Any], word: str) -> Key:
        """As `columns` says."""
        name, _, field = word.partition(".")
        return Key(Address(row.code, UNIT, name), field)


class AchievementShelf(WideShelf):
    """Achievements and events of units."""

    table = Achievement
    keys = ("unit_id", "node", "input", "number")
    #: In the order in which people write them.
    columns: Mapping[str, str] = {
        "": "text",
        "class": "record_class",
        **{
            name: name
            for name in ("level", "event", "title", "person", "date", "document", "identity", "first", "amount", "note")
        },
    }
    _beside = (Unit.code,)

    def takes(self, key: Key) -> bool:
        """A record under an indicator, whose fields are those of an achievement."""
        address = key.address
        return address.unit != YEAR and address.record > 0 and address.node != UNIT and key.field in self.columns

    def _query(self, cycle: int) -> Any:  # noqa: ANN401 as in the base
        return super()._query(cycle).join(Unit, Unit.id == Achievement.unit_id)

    def row_of(self, key: Key, units: Mapping[str, int]) -> tuple[Any, ...]:
        """Its unit, indicator, input and number."""
        address = key.address
        return units[address.unit], address.node, address.input, address.record

    def column_of(self, key: Key) -> str:
        """As `columns` says."""
        return self.columns[key.field]

    def key_of(self, row: Row[Any], word: str) -> Key:
        """As `columns` says."""
        return Key(Address(row.code, row.node, row.input, record=row.number), word)


class ListShelf(WideShelf):
    """A list of the year or its cycle: decisions, confirmations, attached files."""

    keys = ("number",)

    def __init__(self, table: Any, node: str, name: str, fields: Sequence[str]) -> None:  # noqa: ANN401 two tables of one form
        self.table = table
        self._node = node
        self._name = name
        self.columns = {field: field for field in fields}

    def takes(self, key: Key) -> bool:
        """A row of the list."""
        return key.address.unit == YEAR and key.address.node == self._node and key.field in self.columns

    def row_of(self, key: Key, units: Mapping[str, int]) -> tuple[Any, ...]:
        """Its number."""
        del units
        return (key.address.record,)

    def column_of(self, key: Key) -> str:
        """The column is called as the field."""
        return key.field

    def key_of(self, row: Row[Any], word: str) -> Key:
        """The row's number is its record."""
        return Key(Address(YEAR, self._node, self._name, record=row.number), word)


class DutyShelf(WideShelf):
    """Who is responsible for what: the item is the input, the first day the group."""

    table = Duty
    keys = ("item", "valid_from")
    columns: Mapping[str, str] = {name: name for name in ("department", "assessors", "due", "reason")}

    def takes(self, key: Key) -> bool:
        """A duty of the cycle."""
        return key.address[:2] == (YEAR, DUTIES)

    def row_of(self, key: Key, units: Mapping[str, int]) -> tuple[Any, ...]:
        """Its item and first day."""
        del units
        return key.address.input, key.address.group

    def column_of(self, key: Key) -> str:
        """The column is called as the field."""
        return key.field

    def key_of(self, row: Row[Any], word: str) -> Key:
        """As `row_of`."""
        return Key(Address(YEAR, DUTIES, row.item, group=row.valid_from), word)


class CycleShelf(Shelf):
    """What a cycle knows of itself: its scheme, title and stage."""

    _columns = ("scheme", "title", "stage")

    def takes(self, key: Key) -> bool:
        """The three words."""
        return key.address[:2] == (YEAR, YEAR_NODE) and key.address.input in self._columns

    def read(self, session: Session, cycle: int) -> Iterator[tuple[Key, Held]]:
        """All three; which change made them is not kept, as every cycle has them from the beginning."""
        row = session.execute(select(Cycle.scheme, Cycle.title, Cycle.stage).where(Cycle.id == cycle)).one()
        for name, text in zip(self._columns, row, strict=True):
            yield Key(Address(YEAR, YEAR_NODE, name), ""), Held(text, "value", 0)

    def write(self, session: Session, cycle: int, edits: Sequence[Edit], units: Mapping[str, int]) -> None:
        """A new title, say."""
        del units
        for edit in edits:
            text = "" if edit.new is None else edit.new.text
            session.execute(update(Cycle).where(Cycle.id == cycle).values(**{edit.key.address.input: text}))


UNITS = UnitShelf()
#: The first that takes a value has it. Units come first: what belongs to them refers to them.
SHELVES: tuple[Shelf, ...] = (
    CycleShelf(),
    UNITS,
    AchievementShelf(),
    ListShelf(Decision, DECISIONS, "decision", ("unit", "kind", "bar", "grade", "award", "reason", "by", "at")),
    ListShelf(Confirmation, CONFIRMED, "confirmation", ("code", "address", "value", "by", "reason")),
    DutyShelf(),
    ListShelf(Attachment, ATTACHMENTS, "attachment", ("address", "name", "sha256")),
    YearShelf(),
    EntryShelf(),
)
