"""The units of a cycle as they are described."""

from assess.services.cycles.cycle_source import cycle_source
from assess.services.source import OpenYear, open_year
from assess.storage.database import Database


def units_of(database: Database, code: str) -> OpenYear:
    """The year with its units. Raises `ProblemsError` while there is none."""
    return open_year(cycle_source(database, code))
