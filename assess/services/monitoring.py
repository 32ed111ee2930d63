"""Watches the half-year values of a scheme's target tables."""

from collections.abc import Mapping
from dataclasses import replace

from assess.engine.monitoring import Monitoring, monitor
from assess.ground.address import YEAR, YEAR_NODE, Address
from assess.ground.place import Problem, ProblemsError, raise_errors
from assess.services.source import OpenYear, Source, open_year
from assess.services.viewing import Sight


def watch(source: Source, readings: Mapping[str, str] | None = None) -> Monitoring:
    """Hold a half-year's evidence against the half-year values; raise `ProblemsError` where that cannot be done.

    That is: errors in scheme or evidence, a scheme that is not monitored, evidence of a whole year.
    """
    year = open_year(source, readings)
    _refuse_year(year)
    monitoring = monitor(year.scheme, year.evidence)
    raise_errors(monitoring.problems)
    sight = Sight(year.viewer, year.scheme)
    return replace(monitoring, problems=sight.problems(monitoring.problems))


def _refuse_year(year: OpenYear) -> None:
    if year.scheme.monitoring is None:
        text = f"方案{year.scheme.id}没有写半年监控（monitoring），不能监控"
        raise ProblemsError([Problem(None, "no_monitoring", text, "给一年的数据计分，请用 assess score")])
    if year.evidence.stage == "year":
        place = year.evidence.written.place_of(Address(YEAR, YEAR_NODE, "stage"))
        text = "这是全年的数据，不能作半年监控"
        hint = "计分请用 assess score；确实是半年的数据，请在文件里写 stage: half_year"
        raise ProblemsError([Problem(place, "whole_year", text, hint)])
