"""Whether a database holds what was written down: its file, its references, its protections, every change and value."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assess.ground.address import YEAR, Address, AddressError, parse
from assess.storage import protections
from assess.storage.cycles import CYCLE, READINGS, StoredYear, sha256_of
from assess.storage.database import Database
from assess.storage.keepers import address_of
from assess.storage.ledger import broken_links, start_of
from assess.storage.shelves import SHELVES, UNITS, Key, WideShelf
from assess.storage.tables.attachments import Content
from assess.storage.tables.changes import Change
from assess.storage.tables.cycles import Cycle, SchemeText

#: Most findings about the file as such that are listed: they are for whoever repairs it.
_LISTED = 20
_SOUND = "ok"
#: The opening of a cycle, as a change.
_OPENED = (str(Address(YEAR, CYCLE, "opened")), "")


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is not as it was written down. `code` tells kinds apart; `text`: one Chinese clause.

    `address` and `field`: the value that it is about, where it is about one; values themselves are not quoted.
    """

    code: str
    text: str
    address: Address | None = None
    field: str = ""


def is_readable(database: Database) -> bool:
    """Whether every page of a file is what SQLite expects. A server sees to that itself."""
    with database.connected() as connection:
        if connection.dialect.name != "sqlite":
            return True
        return connection.exec_driver_sql("PRAGMA integrity_check(1)").scalars().all() == [_SOUND]


def flaws_of_database(database: Database) -> Iterator[Flaw]:
    """What is wrong with the database as a whole. Raises `DatabaseError` where it cannot be read at all."""
    with database.connected() as connection:
        if connection.dialect.name == "sqlite":
            for said in connection.exec_driver_sql(f"PRAGMA integrity_check({_LISTED})").scalars():
                if said != _SOUND:
                    yield Flaw("broken_file", f"文件内部有损坏（{' '.join(said.split())}）")
            for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").all()[:_LISTED]:
                yield Flaw("orphan", f"表 {table} 第{row}行所属的 {parent} 已经不在")
        for name in protections.missing(connection):
            yield Flaw("unprotected", f"修改记录的保护“{name}”不在了")
    with database.reading() as session:
        for sha256, size in session.execute(select(Content.sha256, Content.size)).all():
            content = session.execute(select(Content.content).where(Content.sha256 == sha256)).scalar_one()
            if hashlib.sha256(content).hexdigest() != sha256 or len(content) != size:
                yield Flaw("other_content", f"附件内容与登记的不一样（SHA-256 {sha256[:12]}…）")


def flaws_of_cycle(session: Session, code: str) -> Iterator[Flaw]:
    """What is wrong with one cycle: its scheme's text, its chain of changes, and values that no change explains."""
    cycle = session.execute(select(Cycle).where(Cycle.code == code)).scalar_one()
    for name, text, sha256 in session.execute(
        select(SchemeText.name, SchemeText.text, SchemeText.sha256).where(SchemeText.cycle_id == cycle.id)
    ):
        if sha256_of(text) != sha256:
            yield Flaw("other_scheme", f"方案文件 {name} 不是开始时保存的那一份")
    first = select(Change.previous).where(Change.cycle_id == cycle.id, Change.number == 1)
    if session.execute(first).scalar() not in (None, start_of(session, cycle)):
        yield Flaw("other_cycle", "登记的编号、名称、方案或来源不是开始时的")
    for number in broken_links(session, cycle):
        yield Flaw("broken_chain", f"第{number}次修改的记录被改动过，或已不在")
    yield from _unexplained(session, cycle)


def changes_of(session: Session, code: str) -> int:
    """How many changes are kept of a cycle."""
    query = select(func.count()).select_from(Change).join(Cycle, Cycle.id == Change.cycle_id).where(Cycle.code == code)
    return session.execute(query).scalar_one()


def _unexplained(session: Session, cycle: Cycle) -> Iterator[Flaw]:
    """Play all changes again: what they end with is what has to be held."""
    rows = session.execute(
        select(Change.address, Change.field, Change.number, Change.new)
        .where(Change.cycle_id == cycle.id)
        .order_by(Change.number)
    )
    last = {(address, field): (number, new) for address, field, number, new in rows}
    year = StoredYear(session, cycle)
    held = {(str(key.address), key.field): value for key, value in year.held.items()}
    texts = {place: value.text for place, value in held.items()}
    texts |= {(str(Address(YEAR, READINGS, name)), ""): choice for name, choice in year.readings.items()}
    texts |= {(address_of(name), ""): name for name in year.keepers}
    newest: dict[Key, int] = {}
    for place, (number, _) in last.items():
        row = _row(place)
        newest[row] = max(number, newest.get(row, 0))
    others = {place for place, value in held.items() if value.change not in (0, newest.get(_row(place), 0))}
    for place in dict.fromkeys((*texts, *last)):
        number, expected = last.get(place, (0, None))
        if place == _OPENED:
            continue
        if not number and place in held and not held[place].change:
            continue  # what a cycle knows of itself from its opening on
        if texts.get(place) != expected:
            said = f"与最后一次修改（第{number}次）记下的不一样" if number else "没有任何修改记录"
            yield Flaw("unexplained", f"现在的值{said}", *_positioned(year, place))
        elif place in others:
            yield Flaw("unexplained", "记着的不是最后一次修改，谁填的、何时填的会显示错", *_positioned(year, place))


def _row(place: tuple[str, str]) -> Key:
    """Where the change stands that made a value what it is: beside it, or for all the values of its row."""
    try:
        key = Key(parse(place[0]), place[1])
    except AddressError:
        return Key(Address("", "", ""), "")  # no value has it; the chain says so
    if UNITS.takes(key):
        return Key(key.address._replace(input=""), "")
    is_row = any(isinstance(shelf, WideShelf) and shelf.takes(key) for shelf in SHELVES)
    return key._replace(field="") if is_row else key


def _positioned(year: StoredYear, place: tuple[str, str]) -> tuple[Address | None, str]:
    try:
        return year.numbering.positioned(parse(place[0])), place[1]
    except AddressError:
        return None, ""  # somebody has written into the record of a change; the chain says so
