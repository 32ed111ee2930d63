"""An office's own list of its units into a cycle: first what would change, then all of it or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from assess.files.files import read_bytes
from assess.files.returned_book import read_returned
from assess.files.table_file import read_table_file
from assess.ground.address import UNIT, YEAR
from assess.ground.grid import Grid
from assess.ground.place import Place, Problem, ProblemsError, Severity
from assess.ground.tree import Text
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.entering import Edits
from assess.services.cycles.stepping import Step, step_in
from assess.services.cycles.units.adding import last_order
from assess.services.cycles.units.ids import UnitIds
from assess.services.cycles.units.words import UnitWords
from assess.storage.acts import Act
from assess.storage.cycles import StoredYear, stored_year
from assess.storage.database import Database
from assess.storage.units import known_units, removed_units
from assess.workbooks.roster.columns import FORMER, NAME, ORDER
from assess.workbooks.roster.grids import grids_of
from assess.workbooks.roster.placing import Placed, Placing, counts_that_differ
from assess.workbooks.roster.rows import Roster, RosterRow, read_roster

#: Documents are read as the importer of tables does, everything else as sheets that came back.
_DOCUMENT = ".docx"


@dataclass
class RosterReport:
    """What an import of units does, or would do.

    `problems`: what keeps it from being done; `remarks`: how something was read, what was left out, what is odd;
    `step`: what was changed (None: nothing could be); `new`: the ids of units that are new, in their order.
    """

    rows: int = 0
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    step: Step | None = None
    new: list[str] = field(default_factory=list)
    #: By name the units of the cycle that the list does not have.
    absent: list[str] = field(default_factory=list)
    applied: bool = False

    @property
    def failed(self) -> bool:
        """Whether anything is wrong, so that nothing is done."""
        return bool(self.problems)


class _UndoneError(Exception):
    """Ends a transaction of which nothing is to stay."""


def import_units(database: Database, code: str, path: Path, act: Act, *, apply: bool) -> RosterReport:
    """Import the list at `path`, or say what that would do. Nothing is written while anything is wrong.

    What is wrong stands in the report. Raises `OutsideError` where the file cannot be read at all.
    """
    report = RosterReport()
    try:
        grids = _grids(path, report.problems)
    except ProblemsError as error:
        report.problems += error.problems
        return report
    act = act.of_file(path.name, read_bytes(path, path.name))
    try:
        with database.writing() as session:
            _import(stored_year(session, code, to_write=True), grids, path.name, report, act)
            if not apply or report.failed:
                _undo()
            report.applied = True
    except _UndoneError:
        pass
    return report


def _undo() -> None:
    raise _UndoneError


def _grids(path: Path, problems: list[Problem]) -> list[Grid]:
    if path.suffix.lower() == _DOCUMENT:
        grids, found = read_table_file(path)
        problems += found
        return grids
    return grids_of(read_returned(path).sheets, problems)


def _import(stored: StoredYear, grids: Sequence[Grid], file: str, report: RosterReport, act: Act) -> None:
    source = StoredSource(stored)
    placing = Placing(source.built(), report.remarks, report.problems)
    roster = read_roster(grids, placing.groups, placing.attributes, file)
    report.rows = len(roster.rows)
    report.problems += roster.problems
    report.remarks += roster.remarks
    plan = _Plan(source, roster, placing, report)
    if report.failed:
        return
    edits, places = plan.edits()
    if not edits.cells and not edits.cleared:
        return
    try:
        report.step = step_in(stored, lambda _: edits, act)
    except ProblemsError as error:
        named = _named(StoredSource(stored), edits, places)
        report.problems += [_placed(one, named) for one in error.problems]
        return
    units = [(one.type, one.table) for one in report.step.after.evidence.units]
    for text in counts_that_differ(source.built(), units):
        report.remarks.append(Problem(Place(file), "count_differs", text, "", Severity.WARNING))


def _named(source: StoredSource, edits: Edits, places: dict[str, Place]) -> dict[str, Place]:
    """Where in the list stands what the reading of the year calls by a name."""
    found = {source.titles.units.label(unit): place for unit, place in places.items()}
    for cell in edits.cells:
        found[source.place_of(cell).title] = getattr(cell.text, "place", places[cell.address.unit])
    return found


def _placed(problem: Problem, named: dict[str, Place]) -> Problem:
    place = named.get(problem.place.title) if problem.place is not None else None
    return problem if place is None else replace(problem, place=place)


class _Plan:
    """What is to be entered for each row: which unit it is, and what is said of it."""

    def __init__(self, source: StoredSource, roster: Roster, placing: Placing, report: RosterReport) -> None:
        self._source = source
        self._report = report
        self._cells = source.year.cells()
        self._held = self._held_units()
        #: Names of rows whose unit was found by the former name that the list has, so that it is renamed.
        self._renamed: set[str] = set()
        self._there: dict[str, str] = {
            row.name: unit for row in roster.rows if (unit := self._unit_of(row)) is not None
        }
        self._refuse_shared()
        held = {name: (self._held[unit]["type"], self._held[unit].get("table")) for name, unit in self._there.items()}
        self._placed = placing.placed(roster.rows, held)
        listed = set(self._there.values())
        report.absent = [about[NAME] for unit, about in self._held.items() if unit not in listed]

    def _held_units(self) -> dict[str, dict[str, str]]:
        held: dict[str, dict[str, str]] = {}
        for address, name, text, _ in self._cells:
            if address.unit != YEAR and address.node == UNIT and not name:
                held.setdefault(address.unit, {})[address.input] = text
        return held

    def _unit_of(self, row: RosterRow) -> str | None:
        """The unit of the cycle that the row is about: by its name, short name or former name; None: a new one."""
        for word in filter(None, (row.name, row.words.get(FORMER))):
            found = [unit for unit in self._source.titles.units.meant(word) if unit != YEAR]
            if len(found) > 1:
                hint = f"请写全称，或先用 assess unit rename 改名；编号：{'、'.join(found)}"
                self._report.problems.append(Problem(word.place, "ambiguous_name", f"有几个单位叫“{word}”", hint))
            if found:
                self._note_name(row, word, found[0])
                return found[0]
        return None

    def _note_name(self, row: RosterRow, word: Text, unit: str) -> None:
        """Note that a unit was found by another name than its own: by that of the list's own column it is renamed."""
        name = self._held[unit][NAME]
        if word is not row.name:
            self._renamed.add(row.name)
        elif word != name:
            text = f"“{word}”是“{name}”的简称、原名或另一种写法，名称不改"
            hint = "要改名的用 assess unit rename"
            self._report.remarks.append(Problem(word.place, "other_name", text, hint, Severity.WARNING))

    def _refuse_shared(self) -> None:
        first: dict[str, Text] = {}
        for name, unit in self._there.items():
            assert isinstance(name, Text)  # noqa: S101 the names of rows are
            before = first.setdefault(unit, name)
            if before is not name:
                text = f"“{name}”和“{before}”是同一个单位“{self._held[unit][NAME]}”"
                self._report.problems.append(Problem(name.place, "unit_twice", text, "请只留一行"))

    def edits(self) -> tuple[Edits, dict[str, Place]]:
        """What is to be entered and cleared, and where in the list each unit stands."""
        session = self._source.year.session
        ids = UnitIds(known_units(session), removed_units(session), self._held)
        last = last_order(self._source)
        cells, cleared, places = [], [], {}
        for one in self._placed:
            unit = self._there.get(one.row.name)
            order = None
            if unit is None:
                unit, last = ids.give(one.row.name), last + 1
                order = str(last)
                self._report.new.append(unit)
            places[unit] = one.row.name.place
            edits = self._words(one, unit, order).edits(unit, self._cells)
            cells += [cell for cell in edits.cells if self._held.get(unit, {}).get(cell.address.input) != cell.text]
            cleared += [key for key in edits.cleared if key.address.input in self._held.get(unit, {})]
        return Edits(cells=cells, cleared=cleared), places

    def _words(self, placed: Placed, unit: str, order: str | None) -> UnitWords:
        """What the row says; a unit that is there already keeps its name unless the list has its former one."""
        words = placed.row.words
        known = unit in self._held
        # A unit that moves to a list without tables loses its own.
        gone = "" if known and self._held[unit].get("table") else None
        return UnitWords(
            name=placed.row.name if not known or placed.row.name in self._renamed else None,
            short=words.get("short"),
            type=placed.type,
            table=gone if placed.table is None else placed.table,
            order=words.get(ORDER, order),
            head=words.get("head"),
            contact=words.get("contact"),
            attributes=placed.attributes,
        )
