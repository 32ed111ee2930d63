"""Opening a cycle: the scheme's text is kept whole; units, people and duties are carried over from the last cycle."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from assess.files.scheme_folder import folder_texts, read_texts
from assess.ground.address import ASSESSORS, UNIT, YEAR
from assess.scheme.reading.building import build_scheme
from assess.scheme.scheme import Scheme
from assess.services.cycles.duties import carried_over, cells_of_duties, duties_of, proposed
from assess.services.schemes import find
from assess.storage.acts import Act
from assess.storage.cycles import CycleHead, NewCycle, open_cycle, stored_year
from assess.storage.database import Database
from assess.year.cells import Cell
from assess.year.duties import Duty
from assess.year.evidence import Stage


@dataclass(frozen=True, slots=True)
class Opening:
    """What a cycle is opened with. `code` and `title`: by default of the scheme's period and title.

    `previous`: the cycle whose units, assessors and duties are carried over; what it has no duty for has the scheme's.
    """

    scheme: str
    code: str = ""
    title: str = ""
    stage: Stage = "year"
    readings: Mapping[str, str] = field(default_factory=dict)
    previous: str | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """The cycle, and how many units it begins with; `left`: the units that the scheme has no place for."""

    head: CycleHead
    units: int
    left: tuple[str, ...]


def open_new(database: Database, opening: Opening, act: Act) -> Opened:
    """Open a cycle. Raises `ProblemsError` with every mistake in the scheme."""
    texts = folder_texts(find(opening.scheme))
    scheme = build_scheme(read_texts(texts), opening.readings)
    new = NewCycle(
        code=opening.code or usual_code(scheme, opening.stage),
        title=opening.title or scheme.title,
        stage=opening.stage,
        scheme=scheme.id,
        scheme_title=scheme.title,
        scheme_sha256=scheme.sha256,
        texts=texts,
        readings=dict(opening.readings),
        previous=opening.previous,
    )
    with database.writing() as session:
        carried: list[Cell] = []
        duties: list[Duty] = []
        if opening.previous is not None:
            previous = stored_year(session, opening.previous)
            carried = previous.cells()
            duties = carried_over(duties_of(previous), scheme, act.at.astimezone().date())
        stored = open_cycle(session, new, act)
        kept = list(_carried(carried, scheme))
        known = {one.item for one in duties}
        duties += [one for one in proposed(scheme) if one.item not in known]
        stored.write([*kept, *cells_of_duties(duties)], (), act)
        units = {cell.address.unit for cell in kept} - {YEAR}
        left = {cell.address.unit: "" for cell in carried if cell.address.unit not in units | {YEAR}}
        return Opened(stored.head, len(units), tuple(left))


def usual_code(scheme: Scheme, stage: Stage = "year") -> str:
    """What people call the scheme's period: `2018-2019`, `2022` where it begins and ends in one year, `2022半年`."""
    first, last = (day[:4] for day in scheme.period)
    period = first if first == last else f"{first}-{last}"
    return period if stage == "year" else f"{period}半年"


def _carried(cells: list[Cell], scheme: Scheme) -> Iterator[Cell]:
    """What a new year knows of units and people from the last one."""
    types = {cell.address.unit: cell.text for cell in cells if cell.address[1:3] == (UNIT, "type")}
    tables = {cell.address.unit: cell.text for cell in cells if cell.address[1:3] == (UNIT, "table")}
    known = {
        unit
        for unit, kind in types.items()
        if kind in scheme.unit_types and (unit not in tables or tables[unit] in scheme.trees)
    }
    for cell in cells:
        unit, node, name, *_ = cell.address
        is_unit = unit in known and node == UNIT and name != "takes_part"
        is_assessor = (unit, node) == (YEAR, ASSESSORS) and cell.text in known
        if is_unit or is_assessor:
            yield cell
