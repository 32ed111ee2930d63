"""What a rule sees of one unit in one year."""

from fractions import Fraction
from typing import Protocol

from assess.entered.records import Counted
from assess.rules.grammar.figures import Figure, FigureSpec
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.trimming import UNTRIMMED, Trim, UsedMarks


class Case(Protocol):
    """One unit's inputs as a rule reads them. A number that was asked for and is missing never reaches `score`."""

    frame: Frame
    unit_id: str
    unit_type: str

    def known(self, name: str) -> bool:
        """Whether the input is entered."""

    def number(self, name: str) -> Fraction:
        """The number; records give their counted weight, events their count, yes 1 and no 0."""

    def word(self, name: str) -> str:
        """The choice or text."""

    def marks(self, name: str, trim: Trim = UNTRIMMED) -> UsedMarks:
        """The assessors' marks; they have no mean when 不适用 was chosen."""

    def records(self, name: str) -> tuple[Counted, ...]:
        """The records, weighed."""

    def figure(self, spec: FigureSpec) -> Figure:
        """The figure of the population."""
