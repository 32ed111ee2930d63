"""Cycles: opening one, finding one, and the values of one within a transaction."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from assess import __version__
from assess.ground.address import ATTACHMENTS, DUTIES, SLICES, YEAR, Address
from assess.ground.place import Problem, ProblemsError
from assess.storage.acts import Act
from assess.storage.history import confirmed_ever
from assess.storage.keepers import change_keepers, keepers_of
from assess.storage.ledger import Changed, start_of, write_down
from assess.storage.numbering import Numbering
from assess.storage.refusals import DatabaseError
from assess.storage.shelves import SHELVES, UNITS, Edit, Held, Key, Shelf, WideShelf, cell_of, kind_of
from assess.storage.tables.changes import Change
from assess.storage.tables.cycles import Cycle, ReadingChoice, SchemeText
from assess.storage.tables.units import Unit
from assess.year.cells import Cell

#: Nodes of a cycle's own: its opening, its readings.
CYCLE, READINGS = "cycle", "readings"


@dataclass(frozen=True, slots=True)
class CycleHead:
    """What a list of cycles shows."""

    code: str
    title: str
    stage: str
    scheme: str
    scheme_title: str
    scheme_sha256: str
    opened_at: str
    changes: int


@dataclass(frozen=True, slots=True)
class NewCycle:
    """What a cycle is opened with. `texts`: the scheme's files in the order in which they are read, by name."""

    code: str
    title: str
    stage: str
    scheme: str
    scheme_title: str
    scheme_sha256: str
    texts: Mapping[str, str]
    readings: Mapping[str, str]
    previous: str | None = None


class ConflictError(Exception):
    """Somebody has changed a value since it was looked at; nothing was written. `found`: what stands there now."""

    def __init__(self, address: Address, field: str, expected: str | None, found: str | None) -> None:
        super().__init__(f"{address} {field}")
        self.address = address
        self.field = field
        self.expected = expected
        self.found = found


def heads(session: Session) -> list[CycleHead]:
    """Every cycle, the last one opened first."""
    return [_head(cycle) for cycle in session.execute(select(Cycle).order_by(Cycle.id.desc())).scalars()]


def last_changes(session: Session) -> Mapping[str, str]:
    """By the code of every cycle the hash of its last change: as long as they are the same nothing was written."""
    return dict(session.execute(select(Cycle.code, Cycle.head).order_by(Cycle.id)).all())


def _head(cycle: Cycle) -> CycleHead:
    return CycleHead(**{name: getattr(cycle, name) for name in CycleHead.__dataclass_fields__})


def open_cycle(session: Session, new: NewCycle, act: Act) -> "StoredYear":
    """Make a cycle without any value; the transaction must be one that writes.

    Raises `ProblemsError` where there is one with this code.
    """
    if session.execute(select(Cycle.id).where(Cycle.code == new.code)).scalar() is not None:
        hint = "另外开始一个的，请用 --code 写别的编号"
        raise ProblemsError([Problem(None, "cycle_exists", f"已经有编号为“{new.code}”的考核周期", hint)])
    previous = None
    if new.previous is not None:
        previous = session.execute(select(Cycle.id).where(Cycle.code == new.previous)).scalar_one()
    cycle = Cycle(
        code=new.code,
        title=new.title,
        stage=new.stage,
        scheme=new.scheme,
        scheme_title=new.scheme_title,
        scheme_sha256=new.scheme_sha256,
        program=__version__,
        opened_at=act.moment,
        previous_id=previous,
        changes=0,
        head="",
    )
    session.add(cycle)
    session.flush()
    texts = [
        {"cycle_id": cycle.id, "position": position, "name": name, "text": text, "sha256": sha256_of(text)}
        for position, (name, text) in enumerate(new.texts.items(), 1)
    ]
    session.execute(insert(SchemeText), texts)
    cycle.head = start_of(session, cycle)
    changed = [Changed(str(Address(YEAR, CYCLE, "opened")), "", None, f"{new.code} {new.title}")]
    for reading, choice in new.readings.items():
        session.add(ReadingChoice(cycle_id=cycle.id, reading=reading, choice=choice))
        changed.append(Changed(str(Address(YEAR, READINGS, reading)), "", None, choice))
    write_down(session, cycle, act, changed)
    return StoredYear(session, cycle)


def sha256_of(text: str) -> str:
    """The hash of a file's text."""
    import hashlib

    return hashlib.sha256(text.encode()).hexdigest()


def stored_year(session: Session, code: str, *, to_write: bool = False) -> "StoredYear":
    """The cycle with this code. `to_write`: nobody else writes to it until the transaction ends."""
    query = select(Cycle).where(Cycle.code == code)
    cycle = session.execute(query.with_for_update() if to_write else query).scalar()
    if cycle is None:
        message = f"没有编号为“{code}”的考核周期。"
        raise DatabaseError(message)
    return StoredYear(session, cycle)


class StoredYear:
    """One cycle as one transaction sees it."""

    def __init__(self, session: Session, cycle: Cycle) -> None:
        self._session = session
        self._cycle = cycle

    @property
    def session(self) -> Session:
        """The transaction that sees it so."""
        return self._session

    @property
    def head(self) -> CycleHead:
        """What a list of cycles shows of it."""
        return _head(self._cycle)

    @cached_property
    def opened_with(self) -> str:
        """The command that opened it, such as `cycle open`; nothing where somebody has removed that change."""
        first = select(Change.command).where(Change.cycle_id == self._cycle.id, Change.number == 1)
        return self._session.execute(first).scalar() or ""

    def hash_of(self, number: int) -> str:
        """The hash of a change; empty: there is none of this number.

        By that of its first change a cycle is told apart from any other one of the same code.
        """
        found = select(Change.hash).where(Change.cycle_id == self._cycle.id, Change.number == number)
        return self._session.execute(found).scalar() or ""

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The scheme's files as they were when the cycle was opened, in the order in which they are read."""
        rows = select(SchemeText.name, SchemeText.text).where(SchemeText.cycle_id == self._cycle.id)
        return dict(self._session.execute(rows.order_by(SchemeText.position)).all())

    @cached_property
    def readings(self) -> Mapping[str, str]:
        """The readings in force that are not the scheme's defaults."""
        rows = select(ReadingChoice.reading, ReadingChoice.choice).where(ReadingChoice.cycle_id == self._cycle.id)
        return dict(self._session.execute(rows.order_by(ReadingChoice.reading)).all())

    @cached_property
    def keepers(self) -> tuple[str, ...]:
        """Who keeps its single marks, where the scheme leaves that to the office."""
        return keepers_of(self._session, self._cycle.id)

    def change_keepers(self, added: Collection[str], removed: Collection[str], act: Act) -> Sequence[Changed]:
        """Name and dismiss keepers; return what became of it. The transaction must hold the cycle."""
        changed = change_keepers(self._session, self._cycle, added, removed, act)
        self.__dict__.pop("keepers", None)
        return changed

    @cached_property
    def held(self) -> Mapping[Key, Held]:
        """Every value, with records under their numbers."""
        return {key: held for shelf in SHELVES for key, held in shelf.read(self._session, self._cycle.id)}

    def confirmed(self) -> list[Cell]:
        """What its confirmations are and ever were about, each under the number that it keeps for good."""
        return confirmed_ever(self._session, self._cycle.id)

    @cached_property
    def numbering(self) -> Numbering:
        """The numbers and positions of its records."""
        return Numbering(self.held, self._was_given)

    def _was_given(self, address: Address) -> bool:
        """Whether there ever was a record with this number."""
        query = select(Change.number).where(Change.cycle_id == self._cycle.id, Change.address == str(address))
        return self._session.execute(query.limit(1)).scalar() is not None

    def cells(self) -> list[Cell]:
        """Every value of the year as the rest of the program knows it, with records at their positions."""
        return [self._outward(key, held) for key, held in self.held.items() if not _is_beside(key)]

    def numbered_values(self) -> dict[tuple[Address, str], str]:
        """Every value of the year by address and field, records under the numbers that they keep for good."""
        return {
            (key.address, key.field): self.numbering.text_outward(key, held.text)
            for key, held in self.held.items()
            if not _is_beside(key) and held.kind != "unconfirmed"
        }

    def beside(self, node: str) -> list[Cell]:
        """What belongs to the cycle and is no value of the year: its duties, or its attachments."""
        return [self._outward(key, held) for key, held in self.held.items() if key.address[:2] == (YEAR, node)]

    def _outward(self, key: Key, held: Held) -> Cell:
        cell = cell_of(key, held)
        text = self.numbering.text_outward(key, cell.text)
        return cell._replace(address=self.numbering.positioned(cell.address), text=text)

    def inward(self, cell: Cell) -> tuple[Key, Cell]:
        """A value that is to be kept: its key with the record's number, and its text as it is kept."""
        key = Key(self.numbering.numbered(cell.address), cell.field)
        return key, cell._replace(address=key.address, text=self.numbering.text_inward(key, cell.text))

    def write(
        self,
        cells: Iterable[Cell],
        cleared: Iterable[Key],
        act: Act,
        expected: Mapping[Key, str | None] | None = None,
    ) -> Sequence[Changed]:
        """Keep these values and clear those (keys with the record's number); return what became of it.

        `expected`: what whoever writes has seen there; None: nothing. Raises `ConflictError` where it is no more so.
        The transaction must hold the cycle.
        """
        wanted: dict[Key, Cell | None] = dict.fromkeys(cleared)
        wanted.update(map(self.inward, cells))
        for key, seen in (expected or {}).items():
            found = self.held.get(key)
            if (None if found is None else found.text) != seen:
                raise ConflictError(
                    self.numbering.positioned(key.address), key.field, seen, None if found is None else found.text
                )
        edits: list[Edit] = []
        changed: list[Changed] = []
        for key, cell in wanted.items():
            old = self.held.get(key)
            if cell is None:
                if old is not None:
                    number = self._cycle.changes + len(changed) + 1
                    edits.append(Edit(key, old._replace(change=number), None))
                    changed.append(Changed(str(key.address), key.field, old.text, None))
                continue
            new = Held(cell.text, kind_of(cell), self._cycle.changes + len(changed) + 1)
            if old is not None and old[:2] == new[:2]:
                continue
            edits.append(Edit(key, old, new))
            changed.append(Changed(str(key.address), key.field, None if old is None else old.text, new.text))
        write_down(self._session, self._cycle, act, changed)
        self._put(edits)
        for name in ("held", "numbering"):
            self.__dict__.pop(name, None)
        return changed

    def _put(self, edits: Sequence[Edit]) -> None:
        by_shelf: dict[Shelf, list[Edit]] = {shelf: [] for shelf in SHELVES}
        for edit in edits:
            by_shelf[next(shelf for shelf in SHELVES if shelf.takes(edit.key))].append(edit)
        units: Mapping[str, int] = {}
        for shelf, put in by_shelf.items():
            if put:
                shelf.write(self._session, self._cycle.id, put, units)
            if shelf is UNITS:
                units = self._units()
        # A unit goes last: what belongs to it refers to it.
        for shelf in reversed(SHELVES):
            if isinstance(shelf, WideShelf) and by_shelf[shelf]:
                shelf.sweep(self._session, self._cycle.id)

    def _units(self) -> Mapping[str, int]:
        rows = select(Unit.code, Unit.id).where(Unit.cycle_id == self._cycle.id)
        return dict(self._session.execute(rows).all())


def _is_beside(key: Key) -> bool:
    return key.address.unit == YEAR and key.address.node in (DUTIES, ATTACHMENTS, SLICES)


def count(session: Session) -> int:
    """How many cycles there are."""
    return session.execute(select(func.count()).select_from(Cycle)).scalar_one()
