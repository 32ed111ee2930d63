"""Scores a year's evidence with a scheme."""

from collections.abc import Mapping
from pathlib import Path

from assess.domain.building import build_evidence
from assess.domain.engine import assess
from assess.domain.outcome import Outcome
from assess.domain.place import ProblemsError, Severity
from assess.loader import yaml_reader
from assess.services.schemes import open_scheme


def score(scheme_reference: str, evidence_path: Path, readings: Mapping[str, str] | None = None) -> Outcome:
    """Return the outcome; raise `ProblemsError` when the scheme or the evidence has errors. Writes nothing."""
    scheme = open_scheme(scheme_reference, readings)
    evidence = build_evidence(yaml_reader.read(evidence_path), scheme)
    outcome = assess(scheme, evidence)
    errors = [problem for problem in outcome.problems if problem.severity is Severity.ERROR]
    if errors:
        raise ProblemsError(errors)
    return outcome
