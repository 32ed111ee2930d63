"""The history of a cycle: who changed what, when, from what, why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assess.ground.address import Address, parse
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.telling import Telling, row_of
from assess.storage.cycles import StoredYear, stored_year
from assess.storage.database import Database
from assess.storage.history import PastChange, Wanted, past_changes
from assess.storage.shelves import Key
from assess.storage.units import removed_units
from assess.year.enterables import NamedUnit
from assess.year.meant import node_meant, unit_meant
from assess.year.titles import Titles, titles_of

#: More changes than any cycle has.
ALL = 10**12
#: What stands for the position of a record that is no more.
_GONE = "已去掉的一项"


@dataclass(frozen=True, slots=True)
class PastValue:
    """A change, with what the value is called today, and old and new in words (None: nothing was entered)."""

    title: tuple[str, ...]
    old: str | None
    new: str | None
    change: PastChange

    @property
    def row(self) -> str:
        """Which row of a list it is a field of; empty: of none."""
        return row_of(parse(self.change.address), self.change.field)


def past_of(
    database: Database, code: str, unit: str = "", item: str = "", most: int = ALL, viewer: str = ""
) -> list[PastValue]:
    """The last changes of a cycle, the newest first: all, those of one unit, or those of one of its indicators.

    Both go by id or name; a unit that was removed goes by its id, or its last name. `viewer`: who looks, by name; what
    he or she may not know is not said. Raises `ProblemsError` where there is none.
    """
    with database.reading() as session:
        stored = stored_year(session, code)
        source = StoredSource(stored, viewer)
        telling = Telling(titles_of(stored.cells(), source.built(), _removed(removed_units(session))))
        starts = _starts(telling.titles, unit, item) if unit else ()
        found = past_changes(session, code, Wanted(starts=starts, most=most))
        return list(_told(source.lasting_sight.past(found), stored, telling))


def _removed(units: Mapping[str, Mapping[str, str]]) -> Iterator[NamedUnit]:
    """The units that were removed, as they were last described."""
    for unit, words in units.items():
        name = words["name"]
        yield NamedUnit(unit, f"{name}（已去掉）", words.get("type", ""), words.get("table"), former=(name,))


def _starts(titles: Titles, unit: str, item: str) -> tuple[str, ...]:
    """What the addresses begin with that are looked for."""
    chosen = unit_meant(titles, unit)
    if not item:
        return (_start(chosen),)
    node = node_meant(titles, chosen, item)
    shared = titles.nodes_of(chosen)[node].shared.items()
    return (_start(chosen, node), *(str(Address(chosen, above, name)) for name, above in shared))


def _start(unit: str, node: str = "") -> str:
    """What every address of a unit begins with, or every one under a node of it."""
    whole = str(Address(unit, node or "x", "x"))
    return whole.removesuffix("x" if node else "x/x")


def _told(changes: Iterable[PastChange], stored: StoredYear, telling: Telling) -> Iterator[PastValue]:
    there = {key.address for key in stored.held}
    for change in changes:
        address = parse(change.address)
        is_gone = bool(address.record) and address not in there
        at = address._replace(record=0) if is_gone else stored.numbering.positioned(address)
        title = telling.title(at, change.field)
        key = Key(address, change.field)
        texts = (
            None if text is None else stored.numbering.text_outward(key, text) for text in (change.old, change.new)
        )
        old, new = (telling.value_or_none(at, change.field, text) for text in texts)
        if is_gone:
            title = (*title[:-1], _GONE, title[-1]) if change.field else (*title, _GONE)
        yield PastValue(title, old, new, change)
