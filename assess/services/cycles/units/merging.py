"""Merging a unit into another one, or splitting it, from a day on: what is entered for it stays."""

from collections.abc import Sequence
from datetime import timedelta

from assess.ground.days import day
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.entering import Edits
from assess.services.cycles.stepping import Step, step
from assess.services.cycles.units.words import UnitWords
from assess.storage.acts import Act
from assess.storage.database import Database
from assess.year.meant import unit_meant


def merge_unit(database: Database, code: str, unit: str, into: Sequence[str], since: str, act: Act) -> Step:
    """From the day `since` (YYYY-MM-DD) on a unit is a part of another one, or of several; all go by id or name.

    Raises `ProblemsError` with every mistake.
    """

    def plan(source: StoredSource) -> Edits:
        titles = source.titles
        last = day(since) - timedelta(days=1)
        words = UnitWords(until=last.isoformat(), successor=[unit_meant(titles, one) for one in into])
        return words.edits(unit_meant(titles, unit), source.year.cells())

    return step(database, code, plan, act)
