"""How far a cycle is, as JSON."""

from typing import Any

from assess import __version__
from assess.services.cycles.status.progress import CycleStatus, Due, Progress
from assess.words.problem_document import problem_document


def as_document(status: CycleStatus, *, listed: bool) -> dict[str, Any]:
    """Return the totals; with `listed` every missing value as well. Moments are in UTC."""
    document: dict[str, Any] = {
        "assess": __version__,
        "cycle": {"code": status.head.code, "title": status.head.title},
        "day": status.day,
        "total": _progress(status.total),
        "departments": [{"department": name or None, **_progress(one)} for name, one in status.departments.items()],
        "units": [{"id": unit.id, "name": unit.name, **_progress(one)} for unit, one in status.units.items()],
        "chapters": [{"chapter": name, **_progress(one)} for name, one in status.chapters.items()],
    }
    if listed:
        document["missing"] = [_missing(one) for one in status.missing]
    document["reminders"] = [
        {"number": one.number, **problem_document(one.problem, status.scheme)} for one in status.reminders
    ]
    document["problems"] = [problem_document(one, status.scheme) for one in status.problems]
    return document


def _progress(one: Progress) -> dict[str, Any]:
    return {
        "due": one.due,
        "entered": one.entered,
        "missing": one.missing,
        "percent": one.percent,
        "moved": one.moved or None,
    }


def _missing(one: Due) -> dict[str, Any]:
    question, responsible = one.question, one.responsible
    return {
        "address": str(question.address),
        "unit": {"id": one.unit.id, "name": one.unit.name},
        "chapter": one.chapter,
        "indicator": question.above or question.owner,
        "label": question.label,
        "measure": question.measure,
        "allowed": question.allowed,
        "clause": question.clause,
        "department": responsible.department or None,
        "assessors": list(responsible.assessors),
        "due": responsible.due or None,
    }
