"""Writes changes down, each chained to the one before it by its hash."""

import contextlib
import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session

from assess.ground.address import YEAR, YEAR_NODE, Address
from assess.storage.acts import Act, Paper
from assess.storage.tables.changes import Change
from assess.storage.tables.cycles import Cycle, SchemeText
from assess.storage.tables.people import Person, Received

#: What a cycle is opened with, and what of it may be entered anew later: then what it was at first counts.
_OPENED_WITH = ("code", "scheme", "scheme_title", "scheme_sha256", "program", "opened_at")
_MAY_CHANGE = ("title", "stage")

#: What a hash covers, in this order; names and papers are written out, not their numbers in the database.
_COVERED = ("number", "at", "command", "reason", "address", "field", "old", "new")


class Changed(NamedTuple):
    """A value that becomes another: its address and field as text; None: nothing is entered."""

    address: str
    field: str
    old: str | None
    new: str | None


def write_down(session: Session, cycle: Cycle, act: Act, changed: Sequence[Changed]) -> None:
    """Append to the changes of a cycle that this transaction holds; the first gets the number `cycle.changes + 1`."""
    if not changed:
        return
    people = {name: person_id(session, name) for name in dict.fromkeys((act.by, act.given_by, act.checked_by)) if name}
    received = None if act.paper is None else _received(session, cycle.id, act.paper)
    common = {
        "cycle_id": cycle.id,
        "at": act.moment,
        "typed_by": people[act.by],
        "given_by": people.get(act.given_by),
        "checked_by": people.get(act.checked_by),
        "received_id": received,
        "command": act.command,
        "reason": act.reason,
    }
    rows, previous = [], cycle.head
    for number, one in enumerate(changed, cycle.changes + 1):
        row = {**common, "number": number, **one._asdict(), "previous": previous}
        previous = row["hash"] = hash_of(row, act.by, act.given_by, act.checked_by, act.paper)
        rows.append(row)
    session.execute(insert(Change), rows)
    cycle.changes += len(rows)
    cycle.head = previous
    session.flush()


def start_of(session: Session, cycle: Cycle) -> str:
    """What the first change of a cycle is chained to: the hash of what it was opened with, its scheme's files too."""
    at = {str(Address(YEAR, YEAR_NODE, name)): name for name in _MAY_CHANGE}
    first = {name: getattr(cycle, name) for name in _MAY_CHANGE}
    was = select(Change.address, Change.old).where(Change.cycle_id == cycle.id, Change.address.in_(at))
    first |= {at[address]: old for address, old in session.execute(was.order_by(Change.number.desc()))}
    previous = select(Cycle.code).where(Cycle.id == cycle.previous_id)
    texts = select(SchemeText.name, SchemeText.sha256).where(SchemeText.cycle_id == cycle.id)
    content = [
        *(getattr(cycle, name) for name in _OPENED_WITH),
        *first.values(),
        session.execute(previous).scalar(),
        [list(row) for row in session.execute(texts.order_by(SchemeText.position))],
    ]
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def hash_of(row: Any, by: str, given_by: str, checked_by: str, paper: Paper | None) -> str:  # noqa: ANN401 a row, or what becomes one
    """The hash of a change: of its content, those who made it, the paper it came from, and the change before it."""
    source = [] if paper is None else [getattr(paper, name) for name in Paper.__dataclass_fields__]
    content = [row["previous"], *(row[name] for name in _COVERED), by, given_by, checked_by, source]
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def broken_links(session: Session, cycle: Cycle) -> Iterable[int]:
    """The number of the first change that is not what was written down, or is missing; none where all are as they were.

    Where the last ones are missing it is the number after the last that is there.
    """
    names: dict[int | None, str] = {None: ""}
    names.update(session.execute(select(Person.id, Person.name)).all())
    papers: dict[int | None, Paper | None] = {None: None}
    for one in session.execute(select(Received).where(Received.cycle_id == cycle.id)).scalars():
        papers[one.id] = Paper(**{name: getattr(one, name) for name in Paper.__dataclass_fields__})
    previous, expected = None, 1  # what the first one is chained to is looked at apart from the changes
    query = select(*Change.__table__.columns).where(Change.cycle_id == cycle.id).order_by(Change.number)
    with contextlib.closing(session.execute(query.execution_options(yield_per=1000))) as rows:
        for row in rows.mappings():
            typed, given, checked = (names.get(row[name], "") for name in ("typed_by", "given_by", "checked_by"))
            follows = row["number"] == expected and previous in (None, row["previous"])
            if not follows or hash_of(row, typed, given, checked, papers.get(row["received_id"])) != row["hash"]:
                yield expected
                return
            previous, expected = row["hash"], expected + 1
    if not previous or (cycle.head, cycle.changes) != (previous, expected - 1):
        yield expected


def person_id(session: Session, name: str) -> int:
    """The row of the person with this name, which is made where there is none."""
    by_name = select(Person.id).where(Person.name == name)
    found = session.execute(by_name).scalar()
    if found is None:
        # Somebody who writes into another cycle may bring the same name at the same time.
        session.execute(text("INSERT INTO person (name) VALUES (:name) ON CONFLICT DO NOTHING"), {"name": name})
        found = session.execute(by_name).scalar_one()
    return found


def _received(session: Session, cycle: int, paper: Paper) -> int:
    values = {name: getattr(paper, name) for name in Paper.__dataclass_fields__}
    same = [getattr(Received, name) == value for name, value in values.items()]
    found = session.execute(select(Received.id).where(Received.cycle_id == cycle, *same)).scalar()
    if found is not None:
        return found
    received = Received(cycle_id=cycle, **values)
    session.add(received)
    session.flush()
    return received.id
