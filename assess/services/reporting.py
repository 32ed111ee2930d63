"""Writes printed documents: each use of `assess report` is a function here."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from assess.engine.outcome import Outcome
from assess.ground.place import Problem, ProblemsError
from assess.scheme.scheme import Scheme
from assess.services.monitoring import watch
from assess.services.schemes import open_scheme
from assess.services.scoring import score
from assess.services.source import Source

if TYPE_CHECKING:
    from assess.reports.delivery import Kind, Paper
    from assess.reports.drawing import Progress


@dataclass(frozen=True, slots=True)
class Order:
    """Where the documents go, in which forms, under which readings, and who watches.

    `strict`: nothing is written of a year that is not finished.
    """

    directory: Path
    kinds: "Collection[Kind]"
    readings: Mapping[str, str] = field(default_factory=dict)
    progress: "Progress | None" = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The files that now exist, and what is missing or doubtful in the data and about the files."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]
    #: Whether nothing was written since the year is not finished.
    refused: bool = False


def report_targets(scheme_reference: str, order: Order) -> Report:
    """Write the target tables of a scheme."""
    from assess.reports.targets.papers import table_papers

    scheme = open_scheme(scheme_reference, order.readings)
    return _written(_found(table_papers(scheme), scheme), order, ())


def report_evaluation(source: Source, order: Order) -> Report:
    """Write the self-evaluation of each unit that has a target table."""
    from assess.reports.targets.papers import evaluation_papers

    outcome = score(source, order.readings)
    return _written(_found(evaluation_papers(outcome), outcome.scheme), order, outcome.problems)


def report_monitoring(source: Source, order: Order) -> Report:
    """Write the half-year sheet of each unit that has a target table."""
    from assess.reports.targets.papers import monitoring_papers

    monitoring = watch(source, order.readings)
    return _written(_found(monitoring_papers(monitoring), monitoring.scheme), order, monitoring.problems)


def report_summary(source: Source, order: Order) -> Report:
    """Write one page for each list: of the year, or of the half-year where the evidence is of one."""
    from assess.reports.targets.papers import half_year_summary_papers, summary_papers

    if source.evidence.get("stage") == "half_year":
        monitoring = watch(source, order.readings)
        return _written(_found(half_year_summary_papers(monitoring), monitoring.scheme), order, monitoring.problems)
    outcome = score(source, order.readings)
    return _written(_found(summary_papers(outcome), outcome.scheme), order, outcome.problems)


def report_sheets(source: Source, order: Order) -> Report:
    """Write the score sheets of units without target tables, and the tables of their lists."""
    from assess.reports.documents import sheet_papers

    outcome = score(source, order.readings)
    return _written(_sheets(sheet_papers(outcome), outcome), order, outcome.problems)


def _sheets(papers: "list[Paper]", outcome: Outcome) -> "list[Paper]":
    if papers or not outcome.scheme.lists:
        return papers
    text = f"方案{outcome.scheme.id}按绩效目标表考核，没有评分表可以打印"
    raise ProblemsError([Problem(None, "no_sheets", text, "绩效自评表请用 assess report evaluation")])


def _found(papers: "list[Paper]", scheme: Scheme) -> "list[Paper]":
    """The documents; a scheme without target tables has none."""
    if papers or any(tree.plan is not None for tree in scheme.trees.values()):
        return papers
    text = f"方案{scheme.id}没有绩效目标表（指标里没有写plan），没有这种表可以打印"
    raise ProblemsError([Problem(None, "no_target_tables", text, "评分表和汇总表请用 assess report sheets")])


def _written(papers: "list[Paper]", order: Order, problems: tuple[Problem, ...]) -> Report:
    from assess.reports.delivery import deliver

    if order.strict and any(problem.is_open for problem in problems):
        return Report((), problems, refused=True)
    written = deliver(papers, order.directory, kinds=order.kinds, progress=order.progress)
    return Report(written.files, (*problems, *written.problems))
