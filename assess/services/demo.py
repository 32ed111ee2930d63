"""The main job on made-up data: score a scheme's sample year and write everything that comes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assess.engine.monitoring import Monitoring
from assess.engine.outcome import Outcome
from assess.ground.json_text import json_text
from assess.ground.place import Problem
from assess.services.monitoring import watch
from assess.services.schemes import find
from assess.services.scoring import score
from assess.services.source import SAMPLES, FileSource
from assess.words.document import as_document

SAMPLE = Path(SAMPLES) / "year.yaml"
HALF_YEAR = Path(SAMPLES) / "half_year.yaml"
RESULT = "result.json"

#: Called with: documents done, documents in all, the name of the last one.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What the demo computed and wrote; `problems` are those of the half-year and of drawing the documents."""

    outcome: Outcome
    files: tuple[Path, ...]
    problems: tuple[Problem, ...]
    #: The sample half-year, where the scheme has one.
    monitoring: Monitoring | None = None


def demo(
    scheme_reference: str,
    directory: Path,
    progress: Progress | None = None,
    readings: dict[str, str] | None = None,
) -> DemoResult:
    """Score the sample year of a scheme into `directory`: result.json and the documents of each unit and list.

    For target tables these are the tables, the self-evaluations and a summary, as PDF and as workbook, and the same
    for the half-year where there is a sample of one.
    """
    from assess.reports.delivery import deliver
    from assess.reports.documents import outcome_papers
    from assess.reports.targets.papers import half_year_summary_papers, monitoring_papers, table_papers

    folder = find(scheme_reference)
    outcome = score(FileSource(scheme_reference, folder / SAMPLE), readings)
    papers = [*table_papers(outcome.scheme), *outcome_papers(outcome)]
    half_year = folder / HALF_YEAR
    monitoring = watch(FileSource(scheme_reference, half_year), readings) if half_year.is_file() else None
    if monitoring is not None:
        papers += [*monitoring_papers(monitoring), *half_year_summary_papers(monitoring)]
    text = json_text(as_document(outcome, trace=True))
    written = deliver(papers, directory, progress=progress, beside={RESULT: text + "\n"})
    problems = (*(monitoring.problems if monitoring is not None else ()), *written.problems)
    return DemoResult(outcome, (directory / RESULT, *written.files), problems, monitoring)
