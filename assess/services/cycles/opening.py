"""Opening a cycle: the scheme's text is kept whole; units, people and duties are carried over from the last cycle."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assess.files.scheme_folder import folder_texts, read_texts
from assess.scheme.reading.building import build_scheme
from assess.scheme.scheme import Scheme
from assess.services.cycles.duties.book import CarriedDuties, carried_over, cells_of_duties, proposed
from assess.services.schemes import find
from assess.storage.acts import Act
from assess.storage.cycles import CycleHead, NewCycle, open_cycle, stored_year
from assess.storage.database import Database
from assess.year.carrying import carried
from assess.year.cells import Cell
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
    """The cycle, and how many units it begins with.

    By name the units of the last cycle that it begins without: `left`, for which the scheme has no place, and `ended`,
    which ended before its period begins. `unplaced`: by name what somebody was responsible for and the scheme has not.
    """

    head: CycleHead
    units: int
    left: tuple[str, ...]
    ended: tuple[str, ...] = ()
    duties: int = 0
    unplaced: tuple[str, ...] = ()


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
        last: list[Cell] = []
        duties = CarriedDuties()
        if opening.previous is not None:
            previous = stored_year(session, opening.previous)
            last = previous.cells()
            duties = carried_over(previous, scheme, act.at.astimezone().date())
        stored = open_cycle(session, new, act)
        kept = carried(last, scheme)
        known = {one.item for one in duties.duties}
        settled = [*duties.duties, *(one for one in proposed(scheme) if one.item not in known)]
        stored.write([*kept.cells, *cells_of_duties(settled)], (), act)
        return Opened(stored.head, kept.units, kept.left, kept.ended, len(settled), duties.left)


def usual_code(scheme: Scheme, stage: Stage = "year") -> str:
    """What people call the scheme's period: `2018-2019`, `2022` where it begins and ends in one year, `2022半年`."""
    first, last = (day[:4] for day in scheme.period)
    period = first if first == last else f"{first}-{last}"
    return period if stage == "year" else f"{period}半年"
