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
from assess.storage.acts import Act
from assess.storage.cycles import stored_year
from assess.storage.database import Database
from assess.year.cells import Cell
from script.soaking.interrupted import ACT, CYCLE, SMALL

#: Of one walk.
STEPS = 60
#: Names that differ in signs that other programs give a meaning.
_NAMES = ("张三", "李 四", "王/五@六%七#1", "'; DROP TABLE entry; --", "\\", "😀", "e\u0301")
#: Of events; the file that proves one is called as it is.
_TITLES = ("甲", "乙", "丙", "丁")


@dataclass(frozen=True, slots=True)
class Walk:
    """One walk: how many steps were done and refused, and what was wrong afterwards."""

    done: int
    refused: int
    complaints: tuple[str, ...]


def walk(url: str, seed: int, steps: int = STEPS) -> Walk:
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
        return Named(self._unit(), "W2", record=self._chance.randint(1, 4))

    def _act(self) -> Act:
        return replace(ACT, by=self._chance.choice(_NAMES), reason="因故", given_by=self._chance.choice(("", *_NAMES)))

    def _do_set(self) -> None:
        values = [("培训学时", str(self._chance.randint(-1, 300)))]
        set_values(self._database, CYCLE, Named(self._unit(), "W3"), Setting(values), self._act())

    def _do_mark(self) -> None:
        named = Named(self._unit(), "W1", assessor=self._chance.choice(("", *_NAMES)))
        setting = Setting([("", self._chance.choice(("38", "36.5", "41")))], replaces=self._chance.random() < 0.5)  # noqa: PLR2004 half of them
        set_values(self._database, CYCLE, named, setting, self._act())

    def _do_none(self) -> None:
        setting = Setting([("迟报", "无")], replaces=True)
        set_values(self._database, CYCLE, Named(self._unit(), "W2"), setting, self._act())

    def _do_clear(self) -> None:
        named = self._chance.choice((self._row(), Named(self._unit(), "W3"), Named(self._unit(), "W1")))
        clear_values(self._database, CYCLE, named, (), self._act(), everything=True)

    def _do_add(self) -> None:
        title = self._chance.choice(_TITLES)
        add_row(self._database, CYCLE, Named(self._unit(), "W2"), [("名称", title)], self._act())

    def _do_move(self) -> None:
        move_row(self._database, CYCLE, self._row(), self._unit(), self._act())

    def _do_attach(self) -> None:
        """A file has the title of the row as its name, by which it is known again."""
        rows = [(cell.address, cell.text) for cell in self._cells() if cell.field == "title"]
        if rows:
            address, title = self._chance.choice(rows)
            path = self._folder / f"{title}.txt"
            path.write_text(f"{title}{self._chance.random()}", encoding="utf-8")
            attach(self._database, CYCLE, Named(address.unit, "W2", record=address.record), path, self._act())

    def _do_take_off(self) -> None:
        take_off(self._database, CYCLE, self._chance.randint(1, 3), self._act())

    def _do_confirm(self) -> None:
        confirm(self._database, CYCLE, [self._chance.randint(1, 3)], self._act())

    def _do_add_unit(self) -> None:
        add_unit(self._database, CYCLE, UnitWords(name="新单位", type="office"), self._act())

    def _do_remove_unit(self) -> None:
        is_forced = self._chance.random() < 0.3  # noqa: PLR2004 seldom, since much goes with it
        remove_unit(self._database, CYCLE, self._unit(), self._act(), with_values=is_forced)

    def _do_rename(self) -> None:
        """To a name that it, or another one, had before, too."""
        words = UnitWords(name=self._chance.choice(("新单位", "教学服务部", "综合服务部", *_NAMES)))
        day = self._chance.choice(("", "2025-05-01", "2026-01-01"))
        describe_unit(self._database, CYCLE, self._unit(), words, self._act(), day)

    def _do_merge(self) -> None:
        """Into itself, too."""
        merge_unit(self._database, CYCLE, self._unit(), [self._unit()], "2025-07-01", self._act())

    def _do_export_and_import(self) -> None:
        """What was exported changes nothing when it is imported again; with rows in another order all goes along."""
        path = self._folder / "year.yaml"
        export_file(self._database, CYCLE, path, force=True)
        if import_year(self._database, CYCLE, path, ACT).entered.changed:
            self._complaints.append("what was exported comes in as something else")
        text = path.read_text(encoding="utf-8")
        if self._chance.random() < 0.5:  # noqa: PLR2004 half of them
            title, other = self._chance.sample(_TITLES, 2)
            path.write_text(text.replace(f"title: {title}", f"title: {other}"), encoding="utf-8")
            import_year(self._database, CYCLE, path, ACT, overwrite=True)
