"""The history of a cycle: who changed what, when, from what, why."""

from collections.abc import Iterator
from dataclasses import dataclass

from assess.ground.address import Address, parse
from assess.ground.place import ProblemsError
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.stepping import has_units
from assess.services.cycles.telling import Telling
from assess.services.source import open_year
from assess.storage.cycles import StoredYear, stored_year
from assess.storage.database import Database
from assess.storage.history import PastChange, Wanted, past_changes
from assess.storage.units import removed_units

#: More changes than any cycle has.
ALL = 10**12
#: What stands for the position of a record that is no more.
_GONE = "（已去掉的一项）"


@dataclass(frozen=True, slots=True)
class PastValue:
    """A change, with what the value is called today, and old and new in words (None: nothing was entered)."""

    title: tuple[str, ...]
    old: str | None
    new: str | None
    change: PastChange


def past_of(database: Database, code: str, unit: str = "", item: str = "", most: int = ALL) -> list[PastValue]:
    """The last changes of a cycle, the newest first: all, those of one unit, or those of one of its indicators.

    Both go by id or name; a unit that was removed goes by its id, or its last name. Raises `ProblemsError` where there
    is none.
    """
    with database.reading() as session:
        stored = stored_year(session, code)
        source = StoredSource(stored)
        telling = Telling(open_year(source)) if has_units(source) else None
        removed = removed_units(session)
        starts = _starts(telling, removed, unit, item) if unit else ()
        found = past_changes(session, code, Wanted(starts=starts, most=most))
        return list(_told(found, stored, telling))


def _told(changes: Iterator[PastChange], stored: StoredYear, telling: Telling | None) -> Iterator[PastValue]:
    there = {key.address for key in stored.held}
    for change in changes:
        address = parse(change.address)
        is_gone = bool(address.record) and address not in there
        at = stored.numbering.positioned(address)
        if telling is None:
            yield PastValue((str(at), change.field), change.old, change.new, change)
            continue
        title = telling.title(at._replace(record=0) if is_gone else at, change.field)
        old, new = (telling.value_or_none(at, change.field, text) for text in (change.old, change.new))
        yield PastValue((*title, _GONE) if is_gone else title, old, new, change)
