"""What a group of people marked, as a result in JSON traces it."""

from typing import Any

from assess.entered.values import Mark
from assess.ground.numbers import plain
from assess.parts.base import Written
from assess.parts.opinions.mark_scores import GroupScore, MarkSum, SingleMarks
from assess.rules.grammar.trimming import unused_document


def group_document(group: GroupScore, written: Written) -> dict[str, Any]:
    """How many marks there are, the mean and the points; single marks as far as whoever looks may know them."""
    marks = group.marks
    return {
        "status": group.status,
        "count": marks.given,
        **_counted(marks),
        **_single(group.single),
        "mean": plain(marks.mean.value) if marks.given else None,
        "full": plain(group.full),
        "points": written(group.points),
    }


def _counted(marks: MarkSum) -> dict[str, int]:
    """How many count where some were dropped, and how many are recused."""
    counted = {"counted": marks.counted} if marks.dropped else {}
    return counted | ({"recused_count": marks.recused} if marks.recused else {})


def _single(single: SingleMarks) -> dict[str, Any]:
    """All marks and those that were dropped; or those that may be known, and nothing where there are none."""
    recused = {"recused": [mark_document(mark) for mark in single.recused]} if single.recused else {}
    marks = {"marks": [mark_document(mark) for mark in single.given]}
    if single.used is None:
        return (marks if single.given else {}) | recused
    return marks | unused_document(single.used) | recused


def mark_document(mark: Mark) -> dict[str, str]:
    """One mark, with the name where it has one."""
    named = {"assessor": mark.assessor} if mark.assessor else {}
    return {**named, "mark": plain(mark.value)}
