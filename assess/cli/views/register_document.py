"""The register of readings as JSON: decimals are strings, keys in a stable order, no clock."""

from typing import Any

from assess import __version__
from assess.engine.sensitivity import Comparison, Placing, UnitChange
from assess.ground.numbers import fixed
from assess.services.readings import Alternative, Register, RegisteredReading
from assess.year.misfit import Misfit


def as_document(register: Register) -> dict[str, Any]:
    """Return the register with the effect of each alternative."""
    outcome = register.outcome
    digits = outcome.scheme.digits
    return {
        "assess": __version__,
        "scheme": {"id": outcome.scheme.id, "title": outcome.scheme.title, "sha256": outcome.scheme.sha256},
        "evidence": {"title": outcome.evidence.title, "sha256": outcome.evidence_sha256},
        "readings": [_reading(one, digits) for one in register.readings],
    }


def _reading(one: RegisteredReading, digits: int) -> dict[str, Any]:
    reading = one.reading
    return {
        "id": reading.id,
        "clause": reading.clause,
        "question": reading.question,
        "default": reading.default,
        "chosen": {"id": reading.chosen, "label": reading.choices[reading.chosen].label},
        "alternatives": [_alternative(alternative, digits) for alternative in one.alternatives],
    }


def _alternative(one: Alternative, digits: int) -> dict[str, Any]:
    document: dict[str, Any] = {"id": one.choice.id, "label": one.choice.label, "effect": one.effect}
    if one.comparison is not None:
        document |= _comparison(one.comparison, digits)
    if one.misfit is not None:
        document |= _misfit(one.misfit)
    if one.broken:
        document["problems"] = [str(problem) for problem in one.broken]
    return document


def _comparison(comparison: Comparison, digits: int) -> dict[str, Any]:
    return {
        "changes": [_change(change, digits) for change in comparison.changes],
        "missing": [{"id": gap.id, "label": gap.label, "units": list(gap.units)} for gap in comparison.gaps],
        "not_compared": list(comparison.open),
    }


def _change(change: UnitChange, digits: int) -> dict[str, Any]:
    return {
        "unit": change.unit,
        "name": change.name,
        "list": change.list,
        "points": None if change.points is None else fixed(change.points, digits),
        "before": _placing(change.before, digits),
        "after": _placing(change.after, digits),
    }


def _placing(standing: Placing, digits: int) -> dict[str, Any]:
    total = None if standing.total is None else fixed(standing.total, digits)
    return {"total": total, "rank": standing.rank, "grade": standing.grade}


def _misfit(misfit: Misfit) -> dict[str, Any]:
    return {
        "to_enter": list(misfit.subjects),
        "places": [str(place) for place in misfit.places],
        "problems": [problem.text for problem in misfit.problems],
    }
