"""Giving a unit another name: its id, and with it everything that is entered for it, stays."""

from dataclasses import dataclass

from assess.ground.address import UNIT, Address
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.entering import Edits
from assess.services.cycles.stepping import Step, step
from assess.services.cycles.telling import telling_in
from assess.services.cycles.units.words import UnitWords
from assess.storage.acts import Act
from assess.storage.database import Database
from assess.year.cells import Cell
from assess.year.meant import unit_meant

#: The list of what was so of a unit until a day within the year.
_FORMERLY = "formerly"


@dataclass(frozen=True, slots=True)
class NewName:
    """A unit's new name. `short`: None: the short one stays. `since`: the day from which it is called so.

    Without a day the old name was a mistake, and is not kept as a former one.
    """

    name: str
    short: str | None = None
    since: str = ""


def rename_unit(database: Database, code: str, unit: str, new: NewName, act: Act) -> Step:
    """Rename a unit, which goes by id or name. Raises `ProblemsError` with every mistake."""

    def plan(source: StoredSource) -> Edits:
        chosen = unit_meant(telling_in(source).titles, unit)
        words = UnitWords(name=new.name, short=new.short)
        cells = list(words.cells(chosen))
        if new.since:
            cells += _former(source, chosen, new)
        return Edits(cells=cells, cleared=list(words.cleared(chosen)))

    return step(database, code, plan, act)


def _former(source: StoredSource, unit: str, new: NewName) -> list[Cell]:
    """What the unit was called until then, as one more row of the list."""
    held = source.year.cells()
    rows = {cell.address.record for cell in held if cell.address[:3] == (unit, UNIT, _FORMERLY)}
    address = Address(unit, UNIT, _FORMERLY, record=len(rows) + 1)
    changed = ["name", *(["short"] if new.short is not None else [])]
    texts = {cell.address.input: cell.text for cell in held if cell.address[:2] == (unit, UNIT) and not cell.field}
    former = [Cell(address, name, texts[name]) for name in changed if texts.get(name)]
    return [Cell(address, "changed", new.since), *former]
