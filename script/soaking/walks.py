"""Random walks over what an office does with a year: after every walk all of it has to be sound, and explained.

Every step is one that somebody might take, right or wrong; a wrong one is refused in words and changes nothing.
"""

import random
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from assess.ground.place import ProblemsError
from assess.services.cycles.attaching import attach, attachments, take_off
from assess.services.cycles.confirming import confirm
from assess.services.cycles.opening import Opening, open_new
from assess.services.cycles.setting_up import set_up
from assess.services.cycles.transfer import export_file, import_year
from assess.services.cycles.units.adding import add_unit
from assess.services.cycles.units.describing import describe_unit
from assess.services.cycles.units.merging import merge_unit
from assess.services.cycles.units.removing import remove_unit
from assess.services.cycles.units.words import UnitWords
from assess.services.cycles.values.adding import add_row
from assess.services.cycles.values.clearing import clear_values
from assess.services.cycles.values.moving import move_row
from assess.services.cycles.values.named import Named
from assess.services.cycles.values.setting import Setting, set_values
from assess.services.upkeep.checking import check
from assess.storage.cycles import stored_year
from assess.storage.database import Database
from script.soaking.interrupted import ACT, CYCLE, SMALL

#: Names that differ in signs that other programs give a meaning.
_NAMES = ("张三", "李 四", "王/五@六%七#1", "'; DROP TABLE entry; --", "\\", "😀", "e\u0301")
#: The first unit's list of events, and the title by which a file proves one of them.
_TITLES = ("甲", "乙", "丙", "丁")


@dataclass(frozen=True, slots=True)
class Walk:
    """One walk: how many steps were done and refused, and what was wrong afterwards."""

    done: int
    refused: int
    complaints: tuple[str, ...]


def walk(url: str, seed: int, steps: int) -> Walk:
    """Make a database at `url` and walk there. The same seed takes the same steps."""
    database = set_up(url, Path())
    open_new(database, Opening(str(SMALL), code=CYCLE), ACT)
    import_year(database, CYCLE, SMALL / "sample" / "year.yaml", ACT)
    with tempfile.TemporaryDirectory() as folder:
        walker = _Walker(database, random.Random(seed), Path(folder))  # noqa: S311 nothing secret
        done = sum(walker.step() for _ in range(steps))
        return Walk(done, steps - done, tuple(walker.complaints()))


class _Walker:
    def __init__(self, database: Database, chance: random.Random, folder: Path) -> None:
        self._database = database
        self._chance = chance
        self._folder = folder
        self._steps: Mapping[str, Callable[[], object]] = {
            name.removeprefix("_do_"): getattr(self, name) for name in dir(self) if name.startswith("_do_")
        }
        self._complaints: list[str] = []

    def step(self) -> bool:
        """Take one; whether it was done."""
        name = self._chance.choice(sorted(self._steps))
        before = self._state()
        try:
            self._steps[name]()
        except ProblemsError:
            if self._state() != before:
                self._complaints.append(f"{name} was refused, and changed something")
            return False
        return True

    def complaints(self) -> Iterator[str]:
        """What is wrong now: a check, and files that prove another row than they were attached to."""
        yield from self._complaints
        yield from (f"check: {one}" for one in check(self._database).problems)
        titles = {cell.address: cell.text for cell in self._cells() if cell.field == "title"}
        for one in attachments(self._database, CYCLE):
            if one.address.record and titles.get(one.address) != one.name.removesuffix(".txt"):
                yield f"{one.name} is attached to {titles.get(one.address)}"

    def _state(self) -> Mapping[tuple[str, ...], str]:
        return {(str(one.address), one.field): one.text for one in self._cells()}

    def _cells(self) -> list[Cell]:
        with self._database.reading() as session:
            return stored_year(session, CYCLE).cells()

    def _unit(self) -> str:
        return self._chance.choice(["office_a", "office_b", "新单位", "没有的单位"])

    def _row(self) -> Named:
        return Named(self._unit(), self._list, record=self._chance.randint(1, 4))
