"""What is entered: marks, numbers, words, records, ballots. Values are exact; what is not entered is not there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from assess.entered.records import Record

#: What a person writes to choose that an indicator does not apply, and to confirm that there is nothing to list.
WAIVED = "不适用"
NOTHING = "无"
#: What becomes of a ballot that names no level.
ABSTAINED, INVALID = "弃权", "无效"
#: What stands beside the levels where ballots are entered: how many went out and came back, and the unit's own.
ISSUED, RETURNED, OWN = "issued", "returned", "own"

#: What the office writes beside the values of an indicator: the keys, and what they are called.
WORDS: Mapping[str, str] = {"reason": "扣分说明", "basis": "依据", "note": "备注"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One assessor's mark; the name may be empty."""

    value: Fraction
    assessor: str = ""


@dataclass(frozen=True, slots=True)
class Waived:
    """A recorded choice of 不适用 in place of a mark."""


InputValue = Fraction | str | bool | tuple[Record, ...] | tuple[Mark, ...] | Waived


@dataclass(frozen=True, slots=True)
class Fact:
    """What is entered under one indicator or group: input values, shown evidence and the office's words."""

    values: Mapping[str, InputValue] = field(default_factory=dict)
    lines: Mapping[str, Fraction | str] = field(default_factory=dict)
    #: Lists that are empty and that nobody has confirmed with 无: still missing.
    unconfirmed: frozenset[str] = frozenset()
    reason: str = ""
    basis: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class BallotCount:
    """The ballots of one voter group on one unit. `own`: those of its levels that came from the unit itself.

    What was not entered, and is not known to be 0 from the sum of the others either, is None, or no key of `levels`.
    """

    issued: int | None
    returned: int | None
    levels: Mapping[str, int]
    abstained: int | None = None
    invalid: int | None = None
    own: Mapping[str, int] = field(default_factory=dict)
    #: How many of the invalid ones are void as a whole paper: known where the group votes in a round.
    spoilt: int = field(default=0, compare=False)


#: What a group of people says of a unit: their ballots, or their marks (none: entered as 无, nobody gave one).
Opinion = BallotCount | tuple[Mark, ...]
