"""Who is responsible for what in a cycle (考核分工), as it is kept.

Duties are of the cycle and no evidence: they change no point and no hash. Every change of one is kept as any other.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from assess.ground.address import DUTIES, YEAR, Address
from assess.scheme.items import Items, items_of
from assess.scheme.scheme import Scheme
from assess.services.cycles.cycle_source import StoredSource
from assess.storage.cycles import StoredYear, stored_year
from assess.storage.database import Database
from assess.year.cells import Cell
from assess.year.duties import Duties, Duty


@dataclass(frozen=True, slots=True)
class DutyBook:
    """The duties of a cycle, and the items that they are about, in the order of the document."""

    code: str
    title: str
    scheme: Scheme
    items: Items
    duties: tuple[Duty, ...]


def duty_book(database: Database, code: str) -> DutyBook:
    """Every duty of a cycle, those of one item by their first day."""
    with database.reading() as session:
        stored = stored_year(session, code)
        scheme = StoredSource(stored).built()
        return DutyBook(code, stored.head.title, scheme, items_of(scheme), in_order(duties_of(stored), scheme))


def in_order(duties: Iterable[Duty], scheme: Scheme) -> tuple[Duty, ...]:
    """In the order of the document, then by day."""
    position = {word: number for number, word in enumerate(items_of(scheme))}
    return tuple(sorted(duties, key=lambda one: (position.get(one.item, len(position)), one.item, one.valid_from)))


def duties_of(stored: StoredYear) -> list[Duty]:
    """The duties that a cycle holds."""
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for cell in stored.beside(DUTIES):
        rows.setdefault((cell.address.input, cell.address.group), {})[cell.field] = cell.text
    return [
        Duty(
            item,
            day,
            row.get("department", ""),
            tuple(row.get("assessors", "").splitlines()),
            row.get("due", ""),
            row.get("reason", ""),
        )
        for (item, day), row in rows.items()
    ]


def cells_of_duties(duties: Iterable[Duty]) -> list[Cell]:
    """The duties as values that a cycle keeps; what is empty is none."""
    return [
        Cell(address_of(one.item, one.valid_from), field, text)
        for one in duties
        for field, text in fields_of(one).items()
        if text
    ]


def fields_of(duty: Duty) -> Mapping[str, str]:
    """What is kept of a duty, by name."""
    return {
        "department": duty.department,
        "assessors": "\n".join(duty.assessors),
        "due": duty.due,
        "reason": duty.reason,
    }


def address_of(item: str, valid_from: str) -> Address:
    """Where a duty is kept."""
    return Address(YEAR, DUTIES, item, group=valid_from)


@dataclass(frozen=True, slots=True)
class CarriedDuties:
    """What a new year takes over of the last one's duties; `left`: by name the items that its scheme does not have."""

    duties: tuple[Duty, ...] = ()
    left: tuple[str, ...] = ()


def carried_over(previous: StoredYear, scheme: Scheme, today: date) -> CarriedDuties:
    """Last year's duties as a new year begins with them: as they are today, without their days."""
    items = items_of(scheme)
    settled = [one for one in Duties(duties_of(previous), today.isoformat()).in_force() if _names_somebody(one)]
    gone = [one.item for one in settled if one.item not in items]
    names = items_of(StoredSource(previous).built()) if gone else items
    return CarriedDuties(
        tuple(Duty(one.item, scheme.period[0], one.department, one.assessors) for one in settled if one.item in items),
        tuple(map(names.name, gone)),
    )


def _names_somebody(duty: Duty) -> bool:
    return bool(duty.department or duty.assessors)


def proposed(scheme: Scheme) -> list[Duty]:
    """The duties that a scheme proposes, from the beginning of its period on."""
    return [
        Duty(word, scheme.period[0], one.department, one.assessors, "" if one.due is None else one.due.isoformat())
        for word, one in scheme.duties.items()
    ]
