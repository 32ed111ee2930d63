"""Watches the half-year values of a scheme's target tables."""

from collections.abc import Mapping
from pathlib import Path

from assess.engine.monitoring import Monitoring, monitor
from assess.ground.place import Problem, ProblemsError, Severity
from assess.ground.tree import Table, place_of
from assess.scheme.scheme import Scheme
from assess.services.schemes import find, open_scheme
from assess.services.years import read_year
from assess.year.evidence import Evidence


def watch(scheme_reference: str, evidence_path: Path, readings: Mapping[str, str] | None = None) -> Monitoring:
    """Hold a half-year's evidence against the half-year values; raise `ProblemsError` where that cannot be done.

    That is: errors in scheme or evidence, a scheme that is not monitored, evidence of a whole year.
    """
    scheme = open_scheme(scheme_reference, readings)
    evidence, tree = read_year(evidence_path, scheme, find(scheme_reference))
    _refuse_year(scheme, evidence, tree)
    monitoring = monitor(scheme, evidence)
    errors = [problem for problem in monitoring.problems if problem.severity is Severity.ERROR]
    if errors:
        raise ProblemsError(errors)
    return monitoring


def refuse_half_year(evidence: Evidence, tree: Table) -> None:
    """Raise `ProblemsError` for evidence of a half-year: it is watched, never scored. `tree`: how it is written."""
    if evidence.stage == "half_year":
        place = place_of(tree, ("stage",))
        text = "这是半年监控的数据（stage: half_year），不能计分"
        raise ProblemsError([Problem(place, "half_year", text, "看半年执行情况，请用 assess monitor")])


def _refuse_year(scheme: Scheme, evidence: Evidence, tree: Table) -> None:
    if scheme.monitoring is None:
        text = f"方案{scheme.id}没有写半年监控（monitoring），不能监控"
        raise ProblemsError([Problem(None, "no_monitoring", text, "给一年的数据计分，请用 assess score")])
    if evidence.stage == "year":
        place = place_of(tree, ("stage",))
        text = "这是全年的数据，不能作半年监控"
        hint = "计分请用 assess score；确实是半年的数据，请在文件里写 stage: half_year"
        raise ProblemsError([Problem(place, "whole_year", text, hint)])
