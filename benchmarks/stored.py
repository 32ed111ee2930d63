"""What is measured of the office's database, in a process of its own; prints seconds.

python benchmarks/stored.py file               a year of 25 units read from its file and scored
python benchmarks/stored.py database           the same from a database
python benchmarks/stored.py grown UNITS        a year of so many units, copies of the sample's, from a database
python benchmarks/stored.py entered CHANGES    one value entered into the sample, so many changes kept beside it
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from assess.cli.main import travel_light
from assess.ground.address import YEAR, parse
from assess.services.cycles.cycle_source import cycle_source
from assess.services.cycles.entering import Edits, enter
from assess.services.cycles.opening import Opening, open_new
from assess.services.cycles.setting_up import set_up
from assess.services.cycles.transfer import import_year
from assess.services.schemes import find
from assess.services.scoring import score
from assess.services.source import FileSource, Source
from assess.storage.acts import Act
from assess.storage.cycles import stored_year
from assess.storage.database import Database
from assess.year.cells import Cell

SCHEME, CYCLE = "lianyungang-2018", "2018-2019"
ACT = Act(by="试验", command="bench", at=datetime(2026, 11, 27, tzinfo=UTC))
#: A value that changes nothing else, and how often entering it is timed.
ENTERED, TIMES = parse("college_a/K3.1/students"), 7


def sample() -> Path:
    """The made-up year."""
    return find(SCHEME) / "sample" / "year.yaml"


@contextmanager
def office() -> Iterator[Database]:
    """A database with the sample in it, for a moment."""
    with tempfile.TemporaryDirectory() as folder:
        database = set_up(None, Path(folder))
        open_new(database, Opening(SCHEME, code=CYCLE), ACT)
        import_year(database, CYCLE, sample(), ACT)
        yield database


def scored(source: Callable[[], Source]) -> float:
    """Time the second reading and scoring, when everything is loaded."""
    score(source())
    begun = time.perf_counter()
    score(source())
    return time.perf_counter() - begun


def from_file() -> float:
    """Time the year's file."""
    return scored(lambda: FileSource(SCHEME, sample()))


def from_database() -> float:
    """Time the same year from a database."""
    with office() as database:
        return scored(lambda: cycle_source(database, CYCLE))


def grown(units: int) -> float:
    """Time copies of the sample's units."""
    with office() as database:
        with database.writing() as session:
            year = stored_year(session, CYCLE, to_write=True)
            cells = [cell for cell in year.cells() if cell.address.unit != YEAR]
            ids = list(dict.fromkeys(cell.address.unit for cell in cells))
            for copy in range(1, units // len(ids)):
                year.write([_copied(cell, copy) for cell in cells], (), ACT)
        return scored(lambda: cycle_source(database, CYCLE))


def _copied(cell: Cell, copy: int) -> Cell:
    address = cell.address._replace(unit=f"{cell.address.unit}_{copy}")
    is_name = address[1:3] in (("unit", "name"), ("unit", "short"))
    return cell._replace(address=address, text=f"{cell.text}{copy}" if is_name else cell.text)


def entered(changes: int) -> float:
    """Time one value that is entered, checked and written down; the median of some."""
    with office() as database:
        with database.writing() as session:
            year = stored_year(session, CYCLE, to_write=True)
            cells = [cell for cell in year.cells() if cell.field == "" and cell.text.isdigit()]
            made = 0
            while made < changes:
                batch = [cell._replace(text=f"{cell.text}{made}") for cell in cells[: changes - made]]
                made += len(year.write(batch, (), ACT))
            year.write(cells, (), ACT)
        return statistics.median(_entered_once(database, number) for number in range(TIMES))


def _entered_once(database: Database, number: int) -> float:
    begun = time.perf_counter()
    enter(database, CYCLE, Edits(cells=[Cell(ENTERED, "", str(2000 + number))]), ACT)
    return time.perf_counter() - begun


def main(what: str, number: int = 0) -> None:
    """Run one part, with Python's collector of garbage set as the program sets it."""
    travel_light()
    parts: dict[str, Callable[[], float]] = {
        "file": from_file,
        "database": from_database,
        "grown": lambda: grown(number),
        "entered": lambda: entered(number),
    }
    print(f"{parts[what]():.6f}")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
