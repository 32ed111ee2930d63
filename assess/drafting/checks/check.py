"""What a check is: a rule about schemes, with the reason for it, and the function that looks for breaches."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from assess.drafting.checks.subject import Subject
from assess.ground.place import Place, Problem, Severity


class Finding(NamedTuple):
    """One breach: where, what (with both numbers and the clause), and what to do about it."""

    place: Place
    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A check as it runs and as the documentation lists it; its problems carry its `code`."""

    code: str
    #: The heading under which a reader finds it.
    theme: str
    title: str
    #: Why it is worth a person's eye, in one sentence.
    reason: str
    run: Callable[[Subject], Iterator[Finding]]

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """What this check finds, as warnings."""
        for finding in self.run(subject):
            yield Problem(finding.place, self.code, finding.text, finding.hint, Severity.WARNING)
