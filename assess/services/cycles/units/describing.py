"""Saying something else of a unit: its name, its head, its type, why it takes no part."""

from dataclasses import replace

from assess.ground.address import UNIT
from assess.scheme.scheme import Scheme
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.entering import Edits
from assess.services.cycles.stepping import Step, step
from assess.services.cycles.units.words import UnitWords
from assess.storage.acts import Act
from assess.storage.database import Database
from assess.year.enterables import Enterables
from assess.year.meant import unit_meant


def describe_unit(database: Database, code: str, unit: str, words: UnitWords, act: Act, changed: str = "") -> Step:
    """Enter what is said of a unit, which goes by id or name; the rest stays.

    `changed`: the day (YYYY-MM-DD) from which it is so; what was so before is kept as such. Without a day it was wrong.
    Raises `ProblemsError` with every mistake.
    """

    def plan(source: StoredSource) -> Edits:
        chosen = unit_meant(source.titles, unit)
        held = source.year.cells()
        types = {cell.address.unit: cell.text for cell in held if cell.address[1:3] == (UNIT, "type")}
        said = _without_table(words.by_id(source.built(), types[chosen]), source.built())
        edits = said.edits(chosen, held)
        former = said.former(chosen, held, changed) if changed else []
        return replace(edits, cells=[*edits.cells, *former])

    return step(database, code, plan, act)


def _without_table(words: UnitWords, scheme: Scheme) -> UnitWords:
    """A unit that moves to a list without tables of its own loses its table."""
    if words.type is None or words.table is not None or list(Enterables(scheme).tables(words.type)):
        return words
    return replace(words, table="")
