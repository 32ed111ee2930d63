"""What is asked for: one value of one unit, with the address under which it is entered, and what is said without it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from assess.entered.inputs import Input, MarkInput
from assess.entered.values import NOTHING
from assess.ground.address import Address
from assess.ground.edges import Edges
from assess.ground.place import Problem, Severity
from assess.ground.said import YES_NO


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
    #: Where the document says so.
    clause: str = ""
    #: The values that there are, by the id under which each is kept, where that is not the word itself.
    options: Mapping[str, str] = field(default_factory=dict)

    @property
    def node(self) -> str:
        """Where it is entered: the indicator, a group above it (`K3` for `K3.1`), a part of the total, the unit."""
        return self.address.node

    @property
    def measure(self) -> str:
        """The unit of measure; empty where it has none."""
        return self.spec.unit

    @property
    def is_mark(self) -> bool:
        """Whether it is a mark that one or several assessors give."""
        return isinstance(self.spec, MarkInput)

    @property
    def bounds(self) -> Edges | None:
        """Between what a number has to lie; None where it is none."""
        if isinstance(self.spec, MarkInput):
            return Edges(at_least=self.spec.low, at_most=self.spec.high)
        return self.spec.bounds if self.spec.kind == "number" else None

    @property
    def choices(self) -> Mapping[str, str]:
        """What may be chosen, by the word that is kept: as people call it; nothing where anything may be written."""
        if isinstance(self.spec, MarkInput):
            return {}
        words = tuple(YES_NO.values()) if self.spec.kind == "flag" else self.spec.choices
        return self.options or {word: word for word in words}

    @property
    def allowed(self) -> str:
        """What may be entered, in a few words; empty where anything may be written."""
        if isinstance(self.spec, MarkInput):
            return self.spec.text()
        if self.choices:
            return ("或" if self.spec.kind == "flag" else "、").join(self.choices.values())
        if self.spec.kind in ("records", "events"):
            return f"登记，没有的填“{NOTHING}”"
        whole = "整数" if self.spec.whole else ""
        return "" if self.bounds is None else "，".join(filter(None, [self.bounds.text(self.measure), whole]))

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
