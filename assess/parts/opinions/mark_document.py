"""What a group of people marked, as a result in JSON traces it."""

from typing import Any

from assess.entered.values import Mark
from assess.ground.numbers import plain, plain_or_none
from assess.parts.base import Written
from assess.parts.opinions.mark_scores import GroupScore
from assess.rules.grammar.trimming import unused_document


def group_document(group: GroupScore, written: Written) -> dict[str, Any]:
    """The marks, those that were dropped, the mean and the points."""
    document = {
        "status": group.status,
        "marks": [mark_document(mark) for mark in group.marks],
        **unused_document(group.used),
        "mean": plain_or_none(group.used.mean),
        "full": plain(group.full),
        "points": written(group.points),
    }
    return document | ({"recused": [mark_document(mark) for mark in group.recused]} if group.recused else {})


def mark_document(mark: Mark) -> dict[str, str]:
    """One mark, with the name where it has one."""
    named = {"assessor": mark.assessor} if mark.assessor else {}
    return {**named, "mark": plain(mark.value)}
