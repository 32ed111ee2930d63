"""Ballots that were returned and then counted nowhere."""

from collections.abc import Iterator

from assess.ground.address import Address
from assess.parts.ballots import BallotRules
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year


def ballots_short(year: Year) -> Iterator[Noticed]:
    """The levels, abstentions and invalid ballots of a voter group come to less than what was returned."""
    for part in year.scheme.parts:
        if not isinstance(part.rules, BallotRules):
            continue
        for unit in year.units:
            for name, group in part.rules.groups.items():
                count = unit.ballots.get(name)
                # Where a level is not entered the group is missing, and that is said.
                if count is None or count.returned is None or len(count.levels) < len(part.rules.levels):
                    continue
                cast = sum(count.levels.values()) + (count.abstained or 0) + (count.invalid or 0)
                if cast == count.returned:
                    continue
                sums = f"各项合计{cast}张，少于收回的{count.returned}张"
                address = Address(unit.id, part.id, "returned", group=name)
                text = f"{unit.name}{group.label}的测评票{sums}"
                yield Noticed(address, f"收回{count.returned}张，各项合计{cast}张", text, "差额请计入弃权或无效")


REMINDERS = (
    Reminder(
        "ballots",
        "测评票加起来少于收回数",
        "收回的票应当都在各等次、弃权和无效里，少了的可能漏记。",
        ballots_short,
    ),
)
