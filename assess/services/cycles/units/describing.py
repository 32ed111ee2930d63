"""Saying something else of a unit: its head, its order, its type, why it takes no part."""

from dataclasses import replace

from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.entering import Edits
from assess.services.cycles.stepping import Step, step
from assess.services.cycles.units.words import UnitWords
from assess.storage.acts import Act
from assess.storage.database import Database


def describe_unit(database: Database, code: str, unit: str, words: UnitWords, act: Act) -> Step:
    """Enter what is said of the unit with this id; the rest stays. Raises `ProblemsError` with every mistake."""

    def plan(source: StoredSource) -> Edits:
        said = _without_table(source, words)
        return Edits(cells=list(said.cells(unit)), cleared=list(said.cleared(unit)))

    return step(database, code, plan, act)


def _without_table(source: StoredSource, words: UnitWords) -> UnitWords:
    """A unit that moves to a list without tables of its own loses its table."""
    scheme = source.built()
    if words.type not in scheme.unit_types or words.table is not None:
        return words
    moved_to = scheme.unit_types[words.type].list
    has_tables = any(tree.is_table and tree.list == moved_to for tree in scheme.trees.values())
    return words if has_tables else replace(words, table="")
