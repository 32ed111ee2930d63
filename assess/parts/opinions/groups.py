"""Groups of people who assess a unit, voters and leaders alike: what becomes of one that said nothing."""

from collections.abc import Iterable, Sequence
from typing import Literal, Protocol, TypeVar

from assess.ground.said import Said

#: Of a group that was entered as empty: it leaves the unit 未完成, or the others count alone.
EmptyGroup = Literal["missing", "left_out"]

#: What is said of the parameters that voters and leaders have alike.
LEVELS = Said("等次分值", unit="分")
GROUPS = Said("群体")
EMPTY_GROUP = Said("没有票或评分计入的群体", choices={"missing": "算未完成", "left_out": "不计入"})

#: It counts; it was entered, and nothing of it counts; it was not entered, or not wholly.
GroupStatus = Literal["counted", "empty", "missing"]


class AssessingGroup(Protocol):
    """What voters and leaders have in common."""

    @property
    def group(self) -> str:
        """Its id."""

    @property
    def status(self) -> GroupStatus:
        """Whether it counts."""

    def reason(self) -> str:
        """Why it does not."""

    def remedy(self) -> str:
        """What is to be entered, or decided."""

    def left_out(self) -> str:
        """What is said where the others count without it."""


Group = TypeVar("Group", bound=AssessingGroup)


def blocking(groups: Iterable[Group], empty_group: EmptyGroup) -> list[Group]:
    """The groups without which there are no points, whatever the others say."""
    return [one for one in groups if one.status == "missing" or (one.status == "empty" and empty_group == "missing")]


def blocking_empty(groups: Sequence[Group], empty_group: EmptyGroup) -> tuple[Group, ...]:
    """The groups that are entered as empty, and for want of which there are no points.

    Where the others would count without them they block only when there are no others.
    """
    lacking = blocking(groups, empty_group) or groups
    return tuple(one for one in lacking if one.status == "empty")
