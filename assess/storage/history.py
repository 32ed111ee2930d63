"""What was changed: the changes of a cycle as people read them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from assess.ground.address import CONFIRMED, YEAR, Address, parse
from assess.storage.acts import Paper
from assess.storage.tables.changes import Change
from assess.storage.tables.cycles import Cycle
from assess.storage.tables.people import Person, Received
from assess.year.cells import Cell


@dataclass(frozen=True, slots=True)
class PastChange:
    """One change. `address` is text, with the number that a record keeps for good; `at` is in UTC."""

    number: int
    at: str
    typed_by: str
    given_by: str
    checked_by: str
    command: str
    reason: str
    address: str
    field: str
    old: str | None
    new: str | None
    paper: Paper | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which changes are looked for: all, those whose addresses begin in one of these ways, or those of one address."""

    starts: tuple[str, ...] = ()
    address: str = ""
    most: int = 1000


def past_changes(session: Session, code: str, wanted: Wanted) -> Iterator[PastChange]:
    """The changes of the cycle with this code, the last one first."""
    typed, given, checked = aliased(Person), aliased(Person), aliased(Person)
    query = (
        select(Change, typed.name, given.name, checked.name, Received)
        .join(Cycle, Cycle.id == Change.cycle_id)
        .join(typed, typed.id == Change.typed_by)
        .outerjoin(given, given.id == Change.given_by)
        .outerjoin(checked, checked.id == Change.checked_by)
        .outerjoin(Received, Received.id == Change.received_id)
        .where(Cycle.code == code)
    )
    if wanted.address:
        query = query.where(Change.address == wanted.address)
    elif wanted.starts:
        query = query.where(or_(*(func.substr(Change.address, 1, len(one)) == one for one in wanted.starts)))
    rows = session.execute(query.order_by(Change.number.desc()).limit(wanted.most))
    for change, typed_by, given_by, checked_by, received in rows:
        yield PastChange(
            number=change.number,
            at=change.at,
            typed_by=typed_by,
            given_by=given_by or "",
            checked_by=checked_by or "",
            command=change.command,
            reason=change.reason,
            address=change.address,
            field=change.field,
            old=change.old,
            new=change.new,
            paper=None if received is None else _paper(received),
        )


def moments(session: Session, code: str, numbers: Collection[int]) -> dict[int, str]:
    """When these changes of the cycle with this code were made, in UTC."""
    query = select(Change.number, Change.at).join(Cycle, Cycle.id == Change.cycle_id).where(Cycle.code == code)
    return dict(session.execute(query.where(Change.number.in_(numbers))).all())


def values_at(session: Session, code: str, number: int) -> dict[tuple[Address, str], str | None]:
    """What changed after the change with this number, as it was then (None: nothing was entered).

    Records have the numbers that they keep for good, and so have those that a value names.
    """
    query = select(Change.address, Change.field, Change.old).join(Cycle, Cycle.id == Change.cycle_id)
    rows = session.execute(query.where(Cycle.code == code, Change.number > number).order_by(Change.number))
    found: dict[tuple[Address, str], str | None] = {}
    for address, field, old in rows:
        found.setdefault((parse(address), field), old)
    return found


def returns(session: Session, code: str) -> dict[int, str]:
    """The slice of each change that came with a book that was filled in."""
    query = select(Change.number, Received.slice).join(Cycle, Cycle.id == Change.cycle_id)
    query = query.join(Received, Received.id == Change.received_id)
    return dict(session.execute(query.where(Cycle.code == code, Received.export > 0)).all())


def confirmed_ever(session: Session, cycle: int) -> list[Cell]:
    """Every address that a confirmation of the cycle was ever about, with the number that it keeps for good."""
    start = f"{Address(YEAR, CONFIRMED, _CONFIRMATION)}#"
    rows = select(Change.address, Change.new).where(
        Change.cycle_id == cycle,
        Change.field == _ABOUT,
        func.substr(Change.address, 1, len(start)) == start,
    )
    found = session.execute(rows.order_by(Change.number))
    return [Cell(parse(address), _ABOUT, text) for address, text in found if text is not None]


#: What a row among the confirmations is, and its field that says what it is about.
_CONFIRMATION, _ABOUT = "confirmation", "address"


def _paper(received: Received) -> Paper:
    return Paper(**{name: getattr(received, name) for name in Paper.__dataclass_fields__})
