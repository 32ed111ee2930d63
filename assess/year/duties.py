"""Who is responsible for what in a year: looking up whose an item is on a day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Duty:
    """From a day on, who is responsible for an item (a word of `Items`). What is empty stays as it was before.

    Days are written YYYY-MM-DD; `reason` says why it became so.
    """

    item: str
    valid_from: str
    department: str = ""
    assessors: tuple[str, ...] = ()
    due: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Responsible:
    """The department that leads, those who give the marks, and until when; empty: nobody has said."""

    department: str = ""
    assessors: tuple[str, ...] = ()
    due: str = ""


class Duties:
    """All duties of a cycle as they are on one day."""

    def __init__(self, duties: Iterable[Duty], day: str) -> None:
        """`day`: as YYYY-MM-DD."""
        in_force: dict[str, list[Duty]] = {}
        to_come: dict[str, list[Duty]] = {}
        for duty in sorted(duties, key=lambda one: one.valid_from):
            if duty.valid_from <= day:
                in_force.setdefault(duty.item, []).insert(0, duty)
            else:
                to_come.setdefault(duty.item, []).append(duty)
        self._in_force = in_force
        self._to_come = to_come

    def of(self, items: Sequence[str]) -> Responsible:
        """Whose a value is that belongs to these items, the nearest first.

        What is in force for the nearest item counts, then for the wider ones. Who is named for a later day only is
        known as well, as long as nobody is responsible before: a year's duties are often settled ahead.
        """
        known = [duty for found in (self._in_force, self._to_come) for item in items for duty in found.get(item, ())]
        leading = next((duty for duty in known if duty.department), None)
        marking = next((duty for duty in known if duty.assessors or duty is leading), None)
        due = next((duty.due for duty in known if duty.due), "")
        return Responsible(
            leading.department if leading is not None else "", marking.assessors if marking is not None else (), due
        )

    def in_force(self) -> Iterator[Duty]:
        """For each item the duty that holds, what it leaves as it was filled in from those before it."""
        for item in self._in_force | self._to_come:
            known = (*self._in_force.get(item, ()), *self._to_come.get(item, ()))
            found = self.of([item])
            yield Duty(item, known[0].valid_from, found.department, found.assessors, found.due, known[0].reason)
