"""What is entered for a unit as JSON: every question with its values, keys in a stable order, no clock."""

from typing import Any

from assess import __version__
from assess.services.cycles.values.showing import Answer, ShownValue, UnitValues


def as_document(values: UnitValues) -> dict[str, Any]:
    """The questions with their answers, and what is entered and not asked for."""
    return {
        "assess": __version__,
        "unit": {"id": values.id, "name": values.name},
        "missing": values.missing,
        "questions": [_question(one) for one in values.answers],
        "others": [_value(one) for one in values.others],
    }


def _question(answer: Answer) -> dict[str, Any]:
    question = answer.question
    return {
        "address": str(question.address),
        "owner": question.owner,
        "label": question.label,
        "above": question.above,
        "measure": question.measure,
        "allowed": question.allowed,
        "missing": question.is_missing,
        "values": [_value(one) for one in answer.values],
    }


def _value(value: ShownValue) -> dict[str, Any]:
    return {
        "address": str(value.address),
        "field": value.field,
        "title": " ".join(value.title),
        "text": value.text,
    }
