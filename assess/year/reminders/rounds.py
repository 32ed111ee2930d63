"""What is odd about a vote that was counted by round."""

from collections.abc import Iterator

from assess.entered.rounds import ISSUED
from assess.ground.address import ROUNDS, YEAR, Address
from assess.year.part_case import UnitPart
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year


def issued_beyond(year: Year) -> Iterator[Noticed]:
    """No more papers are handed out than there are people in the room; who votes for an absent one is told of."""
    for one in year.evidence.rounds:
        if one.issued is not None and one.present is not None and one.issued > one.present:
            part = year.scheme.part_of[one.part]
            text = f"{part.label}场次“{one.name}”发出{one.issued}张，多于实到的{one.present}人，"
            text += f"多{one.issued - one.present}张"
            hint = "请核对；有人代投或另外送票的，由人确认"
            yield Noticed(
                Address(YEAR, ROUNDS, ISSUED, group=one.name), f"实到{one.present}人，发出{one.issued}张", text, hint
            )


def below_quorum(year: Year) -> Iterator[Noticed]:
    """As many take part in a vote as the scheme wants."""
    for part in year.scheme.parts:
        for unit in year.units:
            yield from (Noticed(*few) for few in part.rules.few(UnitPart(year.facts, part, unit)))


REMINDERS = (
    Reminder(
        "issued_beyond_present",
        "发出的测评票比实到的人多",
        "一人一票，多发的票要说得清是给谁的。",
        issued_beyond,
    ),
    Reminder(
        "quorum",
        "参加测评的人不够",
        "方案规定了多少人参加、收回多少票才有效；达不到的，要有人决定是否算数。",
        below_quorum,
    ),
)
