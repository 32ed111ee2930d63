"""What is odd about the ballots or marks on one unit, taken by themselves."""

from collections.abc import Iterator

from assess.year.part_case import UnitPart
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year


def ballots_short(year: Year) -> Iterator[Noticed]:
    """The levels, abstentions and invalid ballots of a voter group come to less than what was returned."""
    for part in year.scheme.parts:
        for unit in year.units:
            yield from (Noticed(*odd) for odd in part.rules.odd(UnitPart(year.facts, part, unit)))


REMINDERS = (
    Reminder(
        "ballots",
        "测评票加起来少于收回数",
        "收回的票应当都在各等次、弃权和无效里，少了的可能漏记。",
        ballots_short,
    ),
)
