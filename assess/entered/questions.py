"""What is asked for: one value of one unit, with the address under which it is entered, and what is said without it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assess.entered.inputs import Input, MarkInput
from assess.ground.address import Address
from assess.ground.place import Problem, Severity


@dataclass(frozen=True, slots=True)
class Question:
    """One value that a unit is asked for, as people call it: `owner` is what it belongs to, `label` the value itself.

    An input under a condition is a question only while the condition holds.
    """

    address: Address
    owner: str
    label: str
    spec: Input | MarkInput
    answered: bool
    #: What is said while it is not answered; the values of one group of people have it in common. None: it may lack.
    lack: Problem | None = None
    #: What it is entered at for several indicators: the group above them, or the unit's money; empty: at the indicator.
    above: str = ""
    #: Whether something rests on it; what is not required may be left out.
    required: bool = False

    @property
    def is_missing(self) -> bool:
        """Whether something cannot be worked out for want of it."""
        return self.lack is not None and not self.answered

    @property
    def is_due(self) -> bool:
        """Whether it counts among what a unit has to enter: it is missing, or was and is there now."""
        return self.is_missing or (self.required and self.answered)


def lack(address: Address, text: str, hint: str = "", code: str = "missing") -> Problem:
    """What is said of a value that lacks; where it should be written is not known here."""
    return Problem(None, code, text, hint, Severity.MISSING, address)


def lacks(questions: Iterable[Question]) -> Iterator[Problem]:
    """What is said of the questions that are not answered, each thing once, in their order."""
    return iter(dict.fromkeys(one.lack for one in questions if one.lack is not None and not one.answered))
