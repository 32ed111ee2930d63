"""What keeps a year from being finished, by what it is called where it is counted."""

from collections.abc import Iterable, Mapping, Sequence

from assess.engine.outcome import NOBODY_COUNTS
from assess.ground.place import Problem

_UNFILLED, _UNHEARD, _UNRANKED, _UNCONFIRMED = "数据没有填", "没有有效的票或评分", "不能排名", "提醒没有确认"


def still_open(problems: Iterable[Problem]) -> Mapping[str, Sequence[Problem]]:
    """The problems that are open, by kind; of a kind there is at least one."""
    found: dict[str, list[Problem]] = {kind: [] for kind in (_UNFILLED, _UNHEARD, _UNRANKED, _UNCONFIRMED)}
    for problem in problems:
        if problem.is_open:
            found[_kind(problem)].append(problem)
    return {kind: listed for kind, listed in found.items() if listed}


def _kind(problem: Problem) -> str:
    if problem.is_reminder:
        return _UNCONFIRMED
    if problem.unranked:
        return _UNRANKED
    return _UNHEARD if problem.code == NOBODY_COUNTS else _UNFILLED
