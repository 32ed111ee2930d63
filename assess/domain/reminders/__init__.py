"""What looks wrong to a careful clerk in a year's evidence, said aloud before it counts.

Each reminder is a small function with its rule and its reason; `REMINDERS` is what runs and what documentation lists.
"""

from assess.domain.reminders import ballots_short, made_up, not_applicable, out_of_period
from assess.domain.reminders.reminder import Noticed, Reminder
from assess.domain.reminders.subject import Year

__all__ = ["REMINDERS", "Noticed", "Reminder", "Year"]

#: In the order in which a reader wants them.
REMINDERS: tuple[Reminder, ...] = (
    *made_up.REMINDERS,
    *not_applicable.REMINDERS,
    *out_of_period.REMINDERS,
    *ballots_short.REMINDERS,
)
