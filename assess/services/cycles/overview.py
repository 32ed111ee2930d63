"""What cycles there are."""

from assess.storage.cycles import CycleHead, heads
from assess.storage.database import Database


def cycles(database: Database) -> list[CycleHead]:
    """Every cycle, the last one opened first."""
    with database.reading() as session:
        return heads(session)
