"""Documents on disk: each as PDF, as workbook or as both; all of them or none."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from assess.disk.writing import staged
from assess.ground.place import Problem, Severity
from assess.reports.drawing import Done, Job, Progress, default_workers, draw_all
from assess.reports.file_names import distinct
from assess.reports.pages import Context
from assess.reports.targets.form import Form
from assess.reports.targets.form_book import form_bytes


class Kind(StrEnum):
    """A form in which a document is written; its value is the ending of the file."""

    PDF = "pdf"
    XLSX = "xlsx"


KINDS: tuple[Kind, ...] = tuple(Kind)


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: what its file is called without the ending, its pages, and its workbook if it has one.

    `weight`: roughly how long it takes to draw; long ones are begun first.
    """

    name: str
    context: Context
    weight: int = 1
    form: Callable[[], Form] | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """The files that now exist, in the order of the documents, and what is doubtful about them."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


def deliver(
    papers: Sequence[Paper],
    directory: Path,
    *,
    kinds: Collection[Kind] = KINDS,
    progress: Progress | None = None,
    workers: int | None = None,
    beside: Mapping[str, bytes] | None = None,
) -> Written:
    """Write every document into `directory`, or nothing.

    `progress` is first called when the work is under way. `workers`: how many processes draw; default: as
    many as there are processors. `beside`: other files by name that share the fate of the documents, as the
    result as data. Raises OutsideError and ReportError when something outside fails.
    """
    named = with_distinct_names(papers)
    jobs = [Job(f"{paper.name}.pdf", paper.context, paper.weight) for paper in named] if Kind.PDF in kinds else []
    books = [paper for paper in named if paper.form is not None] if Kind.XLSX in kinds else []
    watch = _Watch(progress, len(jobs) + len(books))
    with staged(directory) as folder:
        for name, content in (beside or {}).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        drawn = draw_all(jobs, folder, workers or default_workers(), watch.drawn) if jobs else []
        for paper in books:
            if paper.form is not None:
                (folder / f"{paper.name}.xlsx").write_bytes(form_bytes([paper.form()]))
                watch.written(f"{paper.name}.xlsx")
    made = {f"{paper.name}.xlsx" for paper in books} | {job.name for job in jobs}
    files = (f"{paper.name}.{kind}" for paper in named for kind in KINDS)
    return Written(
        tuple(directory / name for name in files if name in made),
        tuple(problem for one in drawn for problem in _problems(one)),
    )


def with_distinct_names(papers: Sequence[Paper]) -> list[Paper]:
    """The documents with names that no file system takes for equal."""
    names = distinct((paper.name for paper in papers), "")
    return [replace(paper, name=name) for paper, name in zip(papers, names, strict=True)]


class _Watch:
    """Counts drawn pages and written workbooks in one row."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def drawn(self, done: int, total: int, name: str) -> None:
        """As `draw_all` tells it."""
        del total
        self._done = done
        self._tell(name)

    def written(self, name: str) -> None:
        """One workbook more."""
        self._done += 1
        self._tell(name)

    def _tell(self, name: str) -> None:
        if self._progress is not None:
            self._progress(self._done, self._total, name)


def _problems(done: Done) -> Iterator[Problem]:
    if done.boxes:
        shown = "、".join(f"“{char}”（U+{ord(char):04X}）" for char in done.boxes)
        yield Problem(
            None,
            "missing_glyph",
            f"{done.name}：字体里没有{shown}，印成了方框",
            "换用通用规范汉字，或按 templates/fonts/README.md 加入本校的字体",
            Severity.WARNING,
        )
    for complaint in done.complaints:
        yield Problem(None, "page", f"{done.name}：排版时有提示：{complaint}", severity=Severity.WARNING)
