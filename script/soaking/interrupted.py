"""Work on a database that is killed at any moment, and what has to be true of the database afterwards."""

import itertools
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from assess.ground.address import YEAR, Address
from assess.services.cycles.entering import Edits, enter
from assess.services.cycles.opening import Opening, open_new
from assess.services.cycles.setting_up import set_up
from assess.services.cycles.transfer import import_year
from assess.services.upkeep.backing_up import back_up
from assess.services.upkeep.checking import check
from assess.storage import schema
from assess.storage.acts import Act
from assess.storage.cycles import stored_year
from assess.storage.database import file_of, open_database, open_file
from assess.year.cells import Cell
from script.soaking.killing import Acknowledge

ROOT = Path(__file__).parents[2]
SMALL, LARGE = ROOT / "docs" / "first-scheme", ROOT / "schemes" / "lianyungang-2018"
ACT = Act(by="试验", command="soak", at=datetime(2026, 11, 27, tzinfo=UTC))
CYCLE = "试验"


class Interrupted(ABC):
    """One kind of work. Every trial goes on with the database that the one before it left."""

    name: str

    @abstractmethod
    def work(self, acknowledge: Acknowledge) -> None:
        """What is killed; it acknowledges each step that the database has confirmed."""

    @abstractmethod
    def complaints(self, acknowledged: Sequence[str]) -> Iterator[str]:
        """What is wrong afterwards: something acknowledged that is not there, or something half done."""


class Entry(Interrupted):
    """Four values are entered together, the same number into each, then the next number."""

    name = "entry"
    _addresses = tuple(Address(unit, "W3", name) for unit in ("office_a", "office_b") for name in ("hours", "staff"))

    def __init__(self, url: str) -> None:
        self._database = set_up(url, Path())
        open_new(self._database, Opening(str(SMALL), code=CYCLE), ACT)
        import_year(self._database, CYCLE, SMALL / "sample" / "year.yaml", ACT)
        self._enter(1)

    def _enter(self, number: int) -> None:
        cells = [Cell(address, "", str(number)) for address in self._addresses]
        enter(self._database, CYCLE, Edits(cells=cells), ACT)

    def _numbers(self) -> list[int]:
        with self._database.reading() as session:
            held = {cell.address: cell.text for cell in stored_year(session, CYCLE).cells()}
        return [int(held[address]) for address in self._addresses]

    def enter_next(self) -> int:
        """Enter the number after the one that is there, and return it."""
        number = self._numbers()[0] + 1
        self._enter(number)
        return number

    def work(self, acknowledge: Acknowledge) -> None:
        """Count on until killed."""
        while True:
            acknowledge(str(self.enter_next()))

    def complaints(self, acknowledged: Sequence[str]) -> Iterator[str]:
        """The last number that was confirmed is there, or the one after it, and in all four places."""
        numbers = self._numbers()
        if len(set(numbers)) > 1:
            yield f"half entered: {numbers}"
        last = int(acknowledged[-1]) if acknowledged else numbers[0]
        if numbers[0] not in (last, last + 1):
            yield f"{last} was acknowledged, {numbers[0]} is there"
        yield from map(str, check(self._database).problems)


class Import(Interrupted):
    """A year is imported into a cycle that has just been opened."""

    name = "import"

    def __init__(self, url: str) -> None:
        self._database = set_up(url, Path())
        self._codes = (f"{CYCLE}{number}" for number in itertools.count(1))
        self._open()
        self.work(lambda _: None)
        self._whole = self._values()
        self._open()

    def _open(self) -> None:
        self._code = next(self._codes)
        open_new(self._database, Opening(str(LARGE), code=self._code), ACT)

    def _values(self) -> int:
        with self._database.reading() as session:
            cells = stored_year(session, self._code).cells()
        return sum(cell.address.unit != YEAR for cell in cells)

    def work(self, acknowledge: Acknowledge) -> None:
        """Import the sample."""
        import_year(self._database, self._code, LARGE / "sample" / "year.yaml", ACT)
        acknowledge(self._code)

    def complaints(self, acknowledged: Sequence[str]) -> Iterator[str]:
        """All of the year is there, or nothing of it."""
        wanted = (self._whole,) if acknowledged else (0, self._whole)
        if (found := self._values()) not in wanted:
            yield f"{found} of {self._whole} values are there"
        yield from map(str, check(self._database).problems)
        self._open()


class Migration(Interrupted):
    """The tables are made in an empty database."""

    name = "migration"

    def __init__(self, new_url: Callable[[], str]) -> None:
        self._new_url = new_url
        self._next()

    def _next(self) -> None:
        url = self._new_url()
        path = file_of(url)
        self._database = open_database(url) if path is None else open_file(path, make=True)

    def work(self, acknowledge: Acknowledge) -> None:
        """Bring it to today's version."""
        schema.upgrade(self._database)
        acknowledge("upgraded")

    def complaints(self, acknowledged: Sequence[str]) -> Iterator[str]:
        """It is of today's version or still empty, and then it can be brought to it."""
        state = schema.state_of(self._database)
        if state is schema.State.EMPTY and not acknowledged:
            schema.upgrade(self._database)
        elif state is not schema.State.CURRENT:
            yield f"it is {state.value}, acknowledged: {bool(acknowledged)}"
        yield from map(str, check(self._database).problems)
        self._next()


class Backup(Interrupted):
    """A backup is made of a database with a year in it; only a file has one."""

    name = "backup"

    def __init__(self, folder: Path) -> None:
        self._database = set_up(None, folder)
        open_new(self._database, Opening(str(LARGE), code=CYCLE), ACT)
        import_year(self._database, CYCLE, LARGE / "sample" / "year.yaml", ACT)
        self._folder = folder / "backups"
        self._number = 1

    @property
    def _target(self) -> Path:
        return self._folder / f"{self._number}.db"

    def work(self, acknowledge: Acknowledge) -> None:
        """Make one more."""
        back_up(self._database, self._target, ACT.at)
        acknowledge(self._target.name)

    def complaints(self, acknowledged: Sequence[str]) -> Iterator[str]:
        """The backup is whole or not there, the database is as it was, and nothing lies about after the next one."""
        if self._target.exists():
            yield from map(str, check(open_file(self._target)).problems)
        elif acknowledged:
            yield f"{self._target.name} was acknowledged and is not there"
        yield from map(str, check(self._database).problems)
        self._number += 1
        back_up(self._database, self._target, ACT.at)
        others = {path.name for path in self._folder.iterdir()} - {f"{one + 1}.db" for one in range(self._number)}
        if others:
            yield f"left behind: {', '.join(sorted(others))}"
        self._number += 1
