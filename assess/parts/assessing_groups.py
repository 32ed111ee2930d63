"""Groups of people who assess a unit, voters and leaders alike: what becomes of one that said nothing."""

from collections.abc import Iterable, Sequence
from typing import Literal, Protocol, TypeVar

#: Of a group that was entered as empty: it leaves the unit 未完成, or the others count alone.
#: The key of a unit under which what people say about it is entered, apart from facts.
Section = Literal["ballots", "leaders"]

EmptyGroup = Literal["missing", "left_out"]

#: It counts; it was entered, and nothing of it counts; it was not entered, or not wholly.
GroupStatus = Literal["counted", "empty", "missing"]


class AssessingGroup(Protocol):
    """What voters and leaders have in common."""

    @property
    def status(self) -> GroupStatus:
        """Whether it counts."""

    def reason(self) -> str:
        """Why it does not."""

    def remedy(self) -> str:
        """What is to be entered, or decided."""


Group = TypeVar("Group", bound=AssessingGroup)


def blocking(groups: Iterable[Group], empty_group: EmptyGroup) -> list[Group]:
    """The groups without which there are no points, whatever the others say."""
    return [one for one in groups if one.status == "missing" or (one.status == "empty" and empty_group == "missing")]


def lacking(groups: Sequence[Group], empty_group: EmptyGroup) -> list[Group]:
    """The groups for want of which there are no points: those that block, else all that are empty."""
    return blocking(groups, empty_group) or [one for one in groups if one.status == "empty"]
