"""What the forms of a deduction have in common."""

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from assess.entered.inputs import MarkInput
from assess.ground.model import Model
from assess.ground.tree import Path
from assess.rules.base import Flaw, Rule
from assess.rules.grammar.case import Case
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.step import Step


class Form(Model):
    """What every form does; `points` of its steps are negative or 0."""

    #: The word for the form in a step.
    tag: ClassVar[str]
    #: What it takes off, for the office.
    summary: ClassVar[str]

    def reads(self) -> Iterator[str]:
        """The inputs that it may read."""
        raise NotImplementedError

    def marks(self, frame: Frame) -> Iterator[tuple[str, MarkInput]]:
        """The marks that people give for it."""
        del frame
        yield from ()

    def asks(self, case: Case) -> Iterator[str]:
        """The inputs that this unit must give."""
        del case
        yield from self.reads()

    def score(self, case: Case) -> Step:
        """What is taken off, as negative points."""
        raise NotImplementedError

    def explain(self, step: Step, frame: Frame) -> str:
        """One sentence with the arithmetic."""
        raise NotImplementedError

    def most(self) -> Fraction | None:
        """The most that can be taken off; None: no bound."""
        return None

    def flaws(self, rule: Rule, frame: Frame, path: Path) -> Iterator[Flaw]:
        """What is wrong with its parameters."""
        raise NotImplementedError
