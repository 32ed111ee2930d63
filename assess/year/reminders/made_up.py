"""Made-up values outside the scheme's own sample."""

from collections.abc import Iterator

from assess.ground.address import YEAR, YEAR_NODE, Address
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year


def made_up(year: Year) -> Iterator[Noticed]:
    """A file that says of itself that it is made up, and is not the sample that comes with its scheme."""
    if year.evidence.made_up and not year.evidence.is_sample:
        yield Noticed(
            Address(YEAR, YEAR_NODE, "made_up"),
            "true",
            "这份数据写着made_up: true（虚构），却不是方案自带的样例",
            "真实的数据，请删去made_up这一行",
        )


REMINDERS = (
    Reminder(
        "made_up",
        "虚构数据",
        "真实的一年常从样例改起，made_up: true忘了删，印出的表都会注明虚构。",
        made_up,
    ),
)
