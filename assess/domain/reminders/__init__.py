"""What looks wrong to a careful clerk in a year's evidence, said aloud before it counts.

Each reminder is a small function with its rule and its reason; `REMINDERS` is what runs and what documentation lists.
"""

from assess.domain.reminders.ballots_short import BALLOTS_SHORT
from assess.domain.reminders.made_up import MADE_UP
from assess.domain.reminders.not_applicable import NOT_APPLICABLE
from assess.domain.reminders.out_of_period import OUT_OF_PERIOD
from assess.domain.reminders.reminder import Noticed, Reminder
from assess.domain.reminders.subject import Year

__all__ = ["REMINDERS", "Noticed", "Reminder", "Year"]

#: In the order in which a reader wants them.
REMINDERS: tuple[Reminder, ...] = (
    MADE_UP,
    NOT_APPLICABLE,
    OUT_OF_PERIOD,
    BALLOTS_SHORT,
)
