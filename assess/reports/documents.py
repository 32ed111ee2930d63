"""All printed documents of a result: a score sheet per unit that takes part, and a table per ranked list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assess.domain.outcome import Outcome, UnitResult
from assess.domain.place import Problem, Severity
from assess.reports.drawing import Done, Job, Progress, default_workers, draw_all
from assess.reports.file_names import distinct, safe
from assess.reports.ranked_list import ranked_list
from assess.reports.sheet import sheet
from assess.reports.staging import staged


@dataclass(frozen=True, slots=True)
class Written:
    """The files that now exist, sheets before the table of their list, and what is doubtful about them."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


def write_documents(
    outcome: Outcome,
    directory: Path,
    progress: Progress | None = None,
    workers: int | None = None,
    beside: Mapping[str, str] | None = None,
) -> Written:
    """Write one PDF per unit and one per list into `directory`: all of them, or none.

    `progress` is first called when the work is under way. `workers`: how many processes draw; default: as
    many as there are processors. `beside`: texts by file name that share the fate of the documents, as the
    result as data. Raises ReportError when something outside fails.
    """
    jobs = plan(outcome)
    with staged(directory) as folder:
        for name, text in (beside or {}).items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        done = draw_all(jobs, folder, workers or default_workers(), progress or _silent)
    return Written(
        tuple(directory / job.name for job in jobs),
        tuple(problem for one in done for problem in _problems(one)),
    )


def plan(outcome: Outcome) -> list[Job]:
    """Every document with its file name, in the order of the lists and of the office."""
    planned: list[Job] = []
    for ranked in outcome.lists:
        label = safe(ranked.label)
        for number, result in enumerate(in_office_order(ranked.units), start=1):
            if result.status == "absent":
                continue
            context = sheet(result, ranked, outcome)
            name = f"{label}-{number:02}-{safe(result.unit.name)}-评分表"
            planned.append(Job(name, context, len(context.rows)))
        table = ranked_list(ranked, outcome)
        planned.append(Job(f"{label}-考核结果汇总表", table, len(table.ranked) + len(table.figures)))
    names = distinct((job.name for job in planned), ".pdf")
    return [replace(job, name=name) for job, name in zip(planned, names, strict=True)]


def in_office_order(units: Sequence[UnitResult]) -> list[UnitResult]:
    """The units in the office's own order, which stays when points change; then by id."""
    return sorted(units, key=lambda result: (result.unit.order, result.unit.id))


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


def _silent(done: int, total: int, name: str) -> None:
    """Nobody watches."""
