"""What a rule knows of the leaf around it, long before there is a year."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from assess.entered.inputs import Input
from assess.ground.numbers import ZERO, decimals_around
from assess.rules.grammar.places import PLACES


@dataclass(frozen=True, slots=True)
class Frame:
    """What a rule knows of its leaf when the scheme is built. `maximum` is None for a leaf without a full mark."""

    leaf: str
    label: str
    maximum: Fraction | None
    step: Fraction
    inputs: Mapping[str, Input] = field(default_factory=dict)
    types: frozenset[str] = frozenset()
    populations: Mapping[str, frozenset[str]] = field(default_factory=dict)
    list_of_type: Mapping[str, str] = field(default_factory=dict)
    population_labels: Mapping[str, str] = field(default_factory=dict)
    #: Places of printed points, and those of what the full mark is split into (None: none is rounded).
    digits: int = 2
    share_digits: int | None = 2
    #: The most places of computed points in sentences.
    places: int = PLACES

    def for_types(self, types: frozenset[str]) -> "Frame":
        """Return the frame of a rule that holds for fewer types."""
        return replace(self, types=self.types & types)

    @property
    def full(self) -> Fraction:
        """The full mark; 0 for a leaf without one."""
        return self.maximum if self.maximum is not None else ZERO

    @property
    def most_entered(self) -> Fraction | None:
        """The most that people may enter for the full mark, 8.34 for 25/3; None for a leaf without one."""
        return None if self.maximum is None else decimals_around(self.maximum, self.digits)[1]


#: How the frame changes on the way into a rule inside a rule.
FrameChange = Callable[[Frame], Frame]


def same(frame: Frame) -> Frame:
    """A frame that does not change on the way in."""
    return frame
