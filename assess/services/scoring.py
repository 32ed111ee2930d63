"""Scores a year."""

from collections.abc import Mapping, Sequence

from assess.engine.assessment import assess
from assess.engine.outcome import Outcome
from assess.ground.address import YEAR, YEAR_NODE, Address
from assess.ground.place import Problem, ProblemsError, Severity
from assess.services.source import OpenYear, Source, open_year
from assess.services.viewing import seen


def score(source: Source, readings: Mapping[str, str] | None = None) -> Outcome:
    """Return the outcome as the source's viewer may see it; write nothing.

    Raise `ProblemsError` when the scheme or the evidence has errors, or the evidence is of a half-year.
    """
    return scored(open_year(source, readings))


def scored(year: OpenYear) -> Outcome:
    """The outcome of a year that is open; raise `ProblemsError` as `score` does."""
    if year.evidence.stage == "half_year":
        place = year.evidence.written.place_of(Address(YEAR, YEAR_NODE, "stage"))
        text = "这是半年监控的数据（stage: half_year），不能计分"
        raise ProblemsError([Problem(place, "half_year", text, "看半年执行情况，请用 assess monitor")])
    outcome = seen(assess(year.scheme, year.evidence), year.viewer)
    _refuse_contradictions(outcome.problems)
    return outcome


def _refuse_contradictions(problems: Sequence[Problem]) -> None:
    """Raise the errors, and with them what lacks in the same counts: whoever mends these looks at both."""
    codes = {one.code for one in problems if one.severity is Severity.ERROR}
    if codes:
        raise ProblemsError(
            one
            for one in problems
            if one.severity is Severity.ERROR or (one.severity is Severity.MISSING and one.code in codes)
        )
