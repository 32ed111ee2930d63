"""Scores a year's evidence with a scheme."""

from collections.abc import Mapping
from pathlib import Path

from assess.engine.assessment import assess
from assess.engine.outcome import Outcome
from assess.ground.place import ProblemsError, Severity
from assess.services.monitoring import refuse_half_year
from assess.services.schemes import find, open_scheme
from assess.services.years import read_year


def score(scheme_reference: str, evidence_path: Path, readings: Mapping[str, str] | None = None) -> Outcome:
    """Return the outcome; write nothing.

    Raise `ProblemsError` when the scheme or the evidence has errors, or the evidence is of a half-year.
    """
    scheme = open_scheme(scheme_reference, readings)
    evidence, tree = read_year(evidence_path, scheme, find(scheme_reference))
    refuse_half_year(evidence, tree)
    outcome = assess(scheme, evidence)
    errors = [problem for problem in outcome.problems if problem.severity is Severity.ERROR]
    if errors:
        raise ProblemsError(errors)
    return outcome
