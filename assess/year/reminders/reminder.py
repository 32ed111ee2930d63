"""What a reminder is: a rule about a year's evidence, the reason for it, and the function that looks for breaches.

Nothing here is certainly wrong; it is what a careful clerk would ask about before it counts. A person looks, and
corrects the value or confirms it with a reason.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from assess.ground.address import Address
from assess.year.reminders.subject import Year


class Noticed(NamedTuple):
    """One thing worth a second look: where it is entered, what stands there as text, what is odd, what to do."""

    address: Address
    value: str
    text: str
    hint: str = ""


Run = Callable[[Year], Iterator[Noticed]]


def once(run: Run) -> Run:
    """Of several things that `run` notices at one address, only the first: it is confirmed, or not, as one."""

    def first_of_each(year: Year) -> Iterator[Noticed]:
        seen: set[Address] = set()
        for noticed in run(year):
            if noticed.address not in seen:
                seen.add(noticed.address)
                yield noticed

    return first_of_each


@dataclass(frozen=True, slots=True)
class Reminder:
    """A check of a year's evidence as it runs and as the documentation lists it; its problems carry its `code`."""

    code: str
    title: str
    #: Why it is worth a person's eye, in one sentence.
    reason: str
    run: Run
