"""Merging a unit into another one, or splitting it, from a day on: what is entered for it stays."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from assess.ground.address import UNIT, Address
from assess.ground.days import day
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.entering import Edits
from assess.services.cycles.stepping import Step, step
from assess.services.cycles.telling import telling_in
from assess.storage.acts import Act
from assess.storage.database import Database
from assess.storage.shelves import Key
from assess.year.cells import Cell
from assess.year.meant import unit_meant

#: The last day of a unit, and the units that continue it.
_UNTIL, _SUCCESSOR = "until", "successor"


def merge_unit(database: Database, code: str, unit: str, into: Sequence[str], since: str, act: Act) -> Step:
    """From the day `since` (YYYY-MM-DD) on a unit is a part of another one, or of several; all go by id or name.

    Raises `ProblemsError` with every mistake.
    """

    def plan(source: StoredSource) -> Edits:
        titles = telling_in(source).titles
        chosen = unit_meant(titles, unit)
        successors = [unit_meant(titles, one) for one in into]
        held = source.year.cells()
        before = [Key(cell.address, "") for cell in held if cell.address[:3] == (chosen, UNIT, _SUCCESSOR)]
        return Edits(cells=list(_cells(chosen, successors, since)), cleared=before)

    return step(database, code, plan, act)


def _cells(unit: str, successors: Sequence[str], since: str) -> Iterator[Cell]:
    last = day(since) - timedelta(days=1)
    yield Cell(Address(unit, UNIT, _UNTIL), "", last.isoformat())
    for number, one in enumerate(successors, 1):
        yield Cell(Address(unit, UNIT, _SUCCESSOR, record=number), "", one)
