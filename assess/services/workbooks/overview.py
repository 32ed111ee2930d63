"""The slices of a cycle with their states: those of all departments, and what else went out."""

from dataclasses import dataclass

from assess.services.cycles.cycle_source import StoredSource
from assess.services.workbooks.cycle_on_sheets import year_on_sheets
from assess.services.workbooks.exporting import Wanted, slices_of
from assess.services.workbooks.slices import SliceState, mark, states_of
from assess.storage.acts import Act
from assess.storage.cycles import stored_year
from assess.storage.database import Database
from assess.workbooks.laying_out.whole_book import slice_name
from assess.workbooks.laying_out.year_on_sheets import YearOnSheets, belongs
from assess.workbooks.slice import Slice


@dataclass(frozen=True, slots=True)
class SliceLine:
    """A slice with its name, how many of its values are missing, and until when they are due."""

    name: str
    state: SliceState
    missing: int
    due: str


def slice_lines(database: Database, code: str, day: str) -> list[SliceLine]:
    """The slices of a cycle on `day` (YYYY-MM-DD): by department, then whatever else went out."""
    with database.reading() as session:
        stored = stored_year(session, code)
        year = year_on_sheets(StoredSource(stored), day)
        known = states_of(stored)
        departments = [Slice(department=name) for name in sorted(_departments(year), key=lambda name: not name)]
        return [_line(year, known.get(part, SliceState(part))) for part in dict.fromkeys((*departments, *known))]


def _departments(year: YearOnSheets) -> list[str]:
    return list(dict.fromkeys(one.responsible.department for one in year.asked if one.question.required))


def _line(year: YearOnSheets, state: SliceState) -> SliceLine:
    asked = [one for one in year.asked if belongs(one, state.part)]
    missing = {one.question.address for one in asked if one.question.is_missing}
    due = min((one.responsible.due for one in asked if one.responsible.due), default="")
    return SliceLine(slice_name(year, state.part), state, len(missing), due)


def mark_wanted(database: Database, code: str, wanted: Wanted, state: str, act: Act, day: str) -> list[SliceLine]:
    """Put the slice that is meant into a state. Raises `ProblemsError` where it may not go there."""
    with database.reading() as session:
        stored = stored_year(session, code)
        year = year_on_sheets(StoredSource(stored), day)
        parts = slices_of(year, wanted)
    return [_line(year, one) for one in mark(database, code, parts, state, act)]
