"""What looks wrong to a careful clerk in a year's evidence, said aloud before it counts.

Each reminder is a small function with its rule and its reason; `REMINDERS` is what runs and what documentation lists.
"""

from assess.year.reminders import (
    achievements,
    attributes,
    ballots,
    ballots_short,
    completeness,
    copies,
    judgements,
    leaders,
    made_up,
    magnitudes,
    names,
    not_applicable,
    out_of_period,
    rounds,
    unit_changes,
)
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year

__all__ = ["REMINDERS", "Noticed", "Reminder", "Year"]

#: In the order in which a reader wants them: who is there at all, then what is entered.
REMINDERS: tuple[Reminder, ...] = (
    *made_up.REMINDERS,
    *completeness.REMINDERS,
    *names.REMINDERS,
    *unit_changes.REMINDERS,
    *attributes.REMINDERS,
    *not_applicable.REMINDERS,
    *magnitudes.REMINDERS,
    *copies.REMINDERS,
    *achievements.REMINDERS,
    *out_of_period.REMINDERS,
    *judgements.REMINDERS,
    *leaders.REMINDERS,
    *ballots.REMINDERS,
    *ballots_short.REMINDERS,
    *rounds.REMINDERS,
)
