"""A vote as an office counts it: once per round and group of voters, in bundles of papers if it counts so.

A paper has a row for every unit that is voted on. How many papers went out and came back is one number for all of
them; what a row says of its unit is counted unit by unit.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

#: The numbers of a round: voters on the list, voters in the room, papers handed out, papers that came back, papers
#: that are void as a whole. With what each is called, and its unit.
DUE, PRESENT, ISSUED, RETURNED, SPOILT = "due", "present", "issued", "returned", "spoilt"
ROUND_NUMBERS: Mapping[str, tuple[str, str]] = {
    DUE: ("应到", "人"),
    PRESENT: ("实到", "人"),
    ISSUED: ("发出", "张"),
    RETURNED: ("收回", "张"),
    SPOILT: ("整票无效", "张"),
}
#: Whose vote a round is, beside its numbers: the part of the total, the group, the list if it is not all of them.
PART, GROUP, LIST = "part", "group", "list"
ROUND_WORDS: Mapping[str, str] = {PART: "部分", GROUP: "测评群体", LIST: "名单"}
#: What is known of a bundle, beside its two counts: the round that it belongs to, how many papers are in it.
ROUND, PAPERS = "round", "papers"
BUNDLE_WORDS: Mapping[str, str] = {ROUND: "场次", PAPERS: "张数"}
#: The two counts of a bundle, and what they are called.
FIRST_COUNT, SECOND_COUNT = "first_count", "second_count"
COUNTS: Mapping[str, str] = {FIRST_COUNT: "初点", SECOND_COUNT: "复点"}

#: What is counted on one unit's row: how many papers say what.
RowCount = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Papers that are counted together, by two people. A paper that is void as a whole lies in none.

    `counts`: by count (`COUNTS`) and unit, what was found on the unit's row; only what is entered is there.
    """

    name: str
    papers: int | None = None
    counts: Mapping[str, Mapping[str, RowCount]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Round:
    """One vote of one group of voters on the units of a list, or (`list` is empty) of all of them.

    A number that is not entered is None.
    """

    name: str
    part: str
    group: str
    list: str = ""
    due: int | None = None
    present: int | None = None
    issued: int | None = None
    returned: int | None = None
    spoilt: int | None = None
    bundles: tuple[Bundle, ...] = ()

    def number(self, name: str) -> int | None:
        """One of `ROUND_NUMBERS`; None while it is not entered."""
        found: int | None = getattr(self, name)
        return found

    @property
    def counted(self) -> int | None:
        """How many papers every unit's row must come to: those that came back and are not void as a whole."""
        return None if self.returned is None or self.spoilt is None else self.returned - self.spoilt

    def is_on(self, list_id: str) -> bool:
        """Whether the units of a list are voted on."""
        return self.list in ("", list_id)
