"""Runs the reminders over a year, and holds what they notice against what people have confirmed."""

from collections.abc import Iterable, Iterator

from assess.ground.place import Confirmed, Problem, Severity
from assess.year.confidential import Confidential
from assess.year.evidence import Confirmation
from assess.year.reminders import REMINDERS
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year

#: The code of what is said about a confirmation that nothing asks for any more.
UNUSED = "unused_confirmation"


def reminders_of(year: Year, reminders: Iterable[Reminder] = REMINDERS) -> tuple[Problem, ...]:
    """What the reminders notice, each with its confirmation if it has one; then the confirmations left over."""
    given = {(one.code, one.address): one for one in year.evidence.confirmed}
    confidential = Confidential(year.scheme)
    found = [
        _reminding(reminder, noticed, given.get((reminder.code, noticed.address)), confidential)
        for reminder in reminders
        for noticed in dict.fromkeys(reminder.run(year))
    ]
    needed = {(one.code, one.address) for one in found}
    # Under another reading other things are asked about: what is confirmed for the default ones stays in the file.
    left = [] if year.scheme.departures else [one for key, one in given.items() if key not in needed]
    return tuple(map(year.evidence.placed, (*found, *_unused(left))))


def _reminding(reminder: Reminder, noticed: Noticed, given: Confirmation | None, confidential: Confidential) -> Problem:
    """The reminder as a problem; a confirmation holds as long as the value is what was confirmed."""
    address, value, text, hint = noticed
    confirmed = None
    if given is not None and given.value == value:
        confirmed = Confirmed(given.by, given.reason)
    elif given is not None:
        quoted = f"曾确认为“{given.value}”，现在是“{value}”"
        changed = f"{quoted if confidential.secret(address) is None else '确认以后评分改过'}，请重新确认"
        hint = f"{changed}；{hint}" if hint else changed
    return Problem(None, reminder.code, text, hint, Severity.WARNING, address, value, confirmed)


#: In a database confirmations are kept, as everything is.
_GONE = "这里确认过的提醒现在没有了，不用再处理"


def _unused(confirmations: Iterable[Confirmation]) -> Iterator[Problem]:
    """A confirmation without its reminder; nobody needs to confirm that."""
    for one in confirmations:
        named = f"确认过的提醒“{one.code}”（{one.address}）现在没有了，"
        yield Problem(
            one.place,
            UNUSED,
            _GONE if one.place is not None and one.place.title else f"{named}可以从confirmed里删去这一条",
            "",
            Severity.WARNING,
            one.address,
            one.value,
            Confirmed(one.by, one.reason),
        )
