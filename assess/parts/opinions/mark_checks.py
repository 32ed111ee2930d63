"""What is checked of the groups of leaders."""

from collections.abc import Iterator

from assess.parts.base import PartCheck, PartFinding, PartSubject
from assess.parts.opinions.marking import Marking
from assess.rules.grammar.shares_words import terms
from assess.rules.grammar.wording import in_points


def _leader_points(rules: Marking, part: PartSubject) -> Iterator[PartFinding]:
    """The points of the leaders' groups sum to the part's full mark, for every list."""
    worth = [group.points for group in rules.groups.values()]
    for list_id, full in part.full.items():
        if full and full != sum(worth):
            text = f"{part.name}在{part.lists[list_id]}满分{in_points(full)}，各组合计不等：{terms(worth)}"
            yield PartFinding(("full", list_id), text, "请核对这一部分的满分和各组的分值")


leader_points = PartCheck(
    "leader_points",
    "权重与份额",
    "领导评价各组的分值",
    "各组分值合计与这一部分的满分不等，总分就到不了（或超过）满分。",
    _leader_points,
)
