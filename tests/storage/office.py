"""An office's database with a cycle in it, for tests."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assess.ground.address import parse
from assess.services.cycles.cycle_source import StoredSource, cycle_source
from assess.services.cycles.entering import Edits, Entered, enter
from assess.services.cycles.opening import Opening, open_new
from assess.services.cycles.setting_up import set_up
from assess.storage.acts import Act
from assess.storage.database import Database
from assess.storage.shelves import Key
from assess.year.cells import Cell

ACT = Act(by="张三", command="test", at=datetime(2026, 11, 27, 8, 30, tzinfo=UTC))


def cell(address: str, text: str, field: str = "") -> Cell:
    """A value under an address as it is written."""
    return Cell(parse(address), field, text)


def key(address: str, field: str = "") -> Key:
    """The key of a value."""
    return Key(parse(address), field)


@dataclass(frozen=True, slots=True)
class Office:
    """A database and one of its cycles."""

    database: Database
    code: str

    def enter(self, *cells: Cell, **more: object) -> Entered:
        """Enter values, in one step."""
        return enter(self.database, self.code, Edits(cells=cells, **more), ACT)  # type: ignore[arg-type]  # the fields of Edits

    def source(self) -> StoredSource:
        """The year as it is kept."""
        return cycle_source(self.database, self.code)

    def held(self) -> dict[Key, str]:
        """Every value, records at their positions."""
        with self.database.reading() as session:
            from assess.storage.cycles import stored_year

            return {Key(one.address, one.field): one.text for one in stored_year(session, self.code).cells()}


def office(url: str, scheme: str | Path = "lianyungang-2018", code: str = "2018-2019") -> Office:
    """Make the database and open a cycle."""
    database = set_up(url, Path())
    open_new(database, Opening(str(scheme), code=code), ACT)
    return Office(database, code)
