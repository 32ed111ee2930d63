"""How many places computed points have in sentences."""

from typing import Literal

#: Most places of computed points in a sentence that goes on to say what rounding makes of them.
PLACES = 4


#: Whether each indicator's points are rounded, or only the total. U15.
RoundAt = Literal["leaf", "total"]


def sentence_places(round_at: RoundAt, digits: int) -> int:
    """The most places of computed points in a sentence.

    Where leaves are rounded a reader sees what the rounding does, else the points as they are printed.
    """
    return PLACES if round_at == "leaf" else digits
