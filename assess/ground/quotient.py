"""A mean on paper: its terms where its own digits would not be exact, so that whoever adds up gets the same points."""

from dataclasses import dataclass
from fractions import Fraction

from assess.ground.numbers import half_up, plain, short

#: Most places that a mean is written with.
_PLACES = 4


@dataclass(frozen=True, slots=True)
class Quotient:
    """`top` ÷ `bottom`: a sum and the number of those who gave it, both before the reader."""

    top: Fraction
    bottom: Fraction

    @property
    def value(self) -> Fraction:
        """The exact value."""
        return self.top / self.bottom

    def rounded(self) -> str:
        """`81.5789`."""
        return short(self.value, _PLACES)

    def exact(self, otherwise: str = "") -> str:
        """What a computation goes on with: `80`; where four places are not enough `otherwise`, or `4650 ÷ 57`."""
        if half_up(self.value, _PLACES) == self.value:
            return self.rounded()
        return otherwise or f"{plain(self.top)} ÷ {plain(self.bottom)}"

    def shown(self) -> str:
        """`80`, or `4650 ÷ 57 = 81.5789`."""
        exact, rounded = self.exact(), self.rounded()
        return exact if exact == rounded else f"{exact} = {rounded}"
