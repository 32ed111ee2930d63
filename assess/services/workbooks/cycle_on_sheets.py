"""What the sheets of a cycle are made of, as the database has it at one moment."""

from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.duties.book import duties_of
from assess.services.source import OpenYear, open_year
from assess.workbooks.laying_out.year_on_sheets import CycleOnSheets, YearOnSheets
from assess.year.duties import Duties

#: How much of a hash stands on a sheet.
SIGNS_OF_CYCLE, SIGNS_OF_SCHEME = 8, 12


def year_on_sheets(source: StoredSource, day: str, export: int = 0, opened: OpenYear | None = None) -> YearOnSheets:
    """The year of a cycle on `day` (YYYY-MM-DD). `export`: the number of the export that it is made for.

    `opened`: the same year where it was opened already. Raises `ProblemsError` where it cannot be read.
    """
    stored = source.year
    year = opened or open_year(source)
    head = stored.head
    cycle = CycleOnSheets(
        code=head.code,
        title=year.evidence.title or head.title,
        opened=stored.hash_of(1)[:SIGNS_OF_CYCLE],
        changes=head.changes,
        last=stored.hash_of(head.changes)[:SIGNS_OF_CYCLE],
        scheme=head.scheme_sha256[:SIGNS_OF_SCHEME],
        day=day,
        export=export,
    )
    return YearOnSheets(
        cycle=cycle,
        scheme=year.scheme,
        evidence=year.evidence,
        titles=source.titles,
        values=stored.numbered_values(),
        shows=source.lasting_sight.shows,
        duties=Duties(duties_of(stored), day),
    )
