"""Rules that hold what is reached against the values that a target table prints."""

from abc import abstractmethod
from collections.abc import Iterator
from fractions import Fraction

from assess.rules.base import Rule
from assess.rules.grammar.case import Case
from assess.rules.grammar.standing import Standing
from assess.rules.grammar.target_value import TargetValue


class Aimed(Rule):
    """A rule with a value to reach by the end of the year, and mostly one to reach by half of it."""

    @abstractmethod
    def target_values(self) -> tuple[TargetValue | None, TargetValue]:
        """The half-year value and the value of the year, as a target table prints them."""

    @abstractmethod
    def asks_halfway(self, case: Case) -> Iterator[str]:
        """Names of the inputs that monitoring at half-year needs; none where nothing can be measured."""

    @abstractmethod
    def standing(self, case: Case, at_risk_from: Fraction) -> Standing:
        """How the unit stands at half-year, held against the half-year value.

        `at_risk_from`: percent of the half-year value, closed.
        """
