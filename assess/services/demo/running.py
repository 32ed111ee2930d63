"""From nothing to printed sheets: a database, a cycle, the scheme's sample year in it, and all that comes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from assess.engine.monitoring import Monitoring
from assess.engine.outcome import Outcome
from assess.ground.json_text import json_text
from assess.ground.place import Problem
from assess.services.demo import own_database
from assess.services.demo.page import page, to_try
from assess.services.monitoring import watch
from assess.services.schemes import find
from assess.services.scoring import score
from assess.services.source import SAMPLES
from assess.words.document import as_document
from assess.year.evidence import Stage

SAMPLE = Path(SAMPLES) / "year.yaml"
HALF_YEAR = Path(SAMPLES) / "half_year.yaml"
RESULT = "result.json"
#: The page that explains the folder.
PAGE = "说明.txt"

#: Called with: documents done, documents in all, the name of the last one.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What the demo computed and wrote; `problems` are those of the half-year and of drawing the documents."""

    outcome: Outcome
    files: tuple[Path, ...]
    problems: tuple[Problem, ...]
    #: What can be tried in the folder, by what it is for.
    to_try: Mapping[str, str]
    #: The sample half-year, where the scheme has one.
    monitoring: Monitoring | None = None


def demo(
    scheme_reference: str,
    directory: Path,
    progress: Progress | None = None,
    readings: Mapping[str, str] | None = None,
    *,
    keep: bool = False,
) -> DemoResult:
    """Keep the sample year of a scheme in a new database and score it, all of it into `directory`, or nothing.

    It comes into the database as an office's own year does: on sheets that go out, are filled in and come back; they
    are written too where they are to be kept. That is: the database, result.json, the documents of each unit and
    list, and a page that explains the folder. For target tables the documents are the tables, the self-evaluations
    and a summary, as PDF and as workbook, and the same for the half-year where there is a sample of one. Raises
    `OutsideError` where the folder has an office's database.
    """
    from assess.reports.delivery import deliver
    from assess.reports.documents import outcome_papers
    from assess.reports.targets.papers import half_year_summary_papers, monitoring_papers, table_papers

    own_database.require_own(directory)
    folder = find(scheme_reference)
    samples: dict[Stage, Path] = {"year": folder / SAMPLE}
    if (folder / HALF_YEAR).is_file():
        samples["half_year"] = folder / HALF_YEAR
    made = own_database.made(scheme_reference, samples, readings or {})
    year, *half_years = made.cycles
    outcome = score(year)
    papers = [*table_papers(outcome.scheme), *outcome_papers(outcome)]
    monitoring = watch(half_years[0]) if half_years else None
    if monitoring is not None:
        papers += [*monitoring_papers(monitoring), *half_year_summary_papers(monitoring)]
    commands = to_try(outcome, *(one.year.head.code for one in (year, *half_years)))
    beside = {
        RESULT: json_text(as_document(outcome, trace=True)) + "\n",
        PAGE: page(outcome, own_database.NAME, RESULT, papers, commands),
    }
    files = {name: text.encode() for name, text in beside.items()} | {own_database.NAME: made.content}
    files |= made.sheets if keep else {}
    written = deliver(papers, directory, progress=progress, beside=files)
    problems = (*(monitoring.problems if monitoring is not None else ()), *written.problems)
    paths = (*(directory / name for name in files), *written.files)
    return DemoResult(outcome, paths, problems, commands, monitoring)
