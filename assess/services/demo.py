"""The main job on made-up data: score a scheme's sample year and write everything that comes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assess.domain.document import as_document
from assess.domain.json_text import json_text
from assess.domain.outcome import Outcome
from assess.domain.place import Problem
from assess.services.schemes import find
from assess.services.scoring import score

SAMPLE = Path("sample") / "year.yaml"
RESULT = "result.json"

#: Called with: documents done, documents in all, the name of the last one.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What the demo computed and wrote; `problems` are those of drawing the documents."""

    outcome: Outcome
    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


def demo(
    scheme_reference: str,
    directory: Path,
    progress: Progress | None = None,
    readings: dict[str, str] | None = None,
) -> DemoResult:
    """Score the sample year of a scheme into `directory`: result.json and one PDF per unit and per list."""
    from assess.reports.documents import write_documents

    outcome = score(scheme_reference, find(scheme_reference) / SAMPLE, readings)
    text = json_text(as_document(outcome, trace=True))
    written = write_documents(outcome, directory, progress, beside={RESULT: text + "\n"})
    return DemoResult(outcome, (directory / RESULT, *written.files), written.problems)
