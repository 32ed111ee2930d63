"""Which element of an old list became which of the new one."""

from collections.abc import Sequence
from fractions import Fraction

from pydantic import BaseModel

from assess.ground.edges import Edges
from assess.rules.grammar.bands import Band

Models = Sequence[BaseModel]


def paired(before: Models, after: Models) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Return the changed elements as pairs of places, the places gone, and the places that are new.

    Equal elements stay wherever they stand; of the others the most alike belong together, in their order.
    """
    gone = [index for index, _ in _unmatched(before, after)]
    come = [index for index, _ in _unmatched(after, before)]
    pairs = []
    ranked = sorted(
        ((index, other) for index in gone for other in come),
        key=lambda pair: (-_alike(before[pair[0]], after[pair[1]]), abs(pair[0] - pair[1]), pair),
    )
    for index, other in ranked:
        if index in gone and other in come:
            pairs.append((index, other))
            gone.remove(index)
            come.remove(other)
    return sorted(pairs), gone, come


def _unmatched(these: Models, others: Models) -> list[tuple[int, BaseModel]]:
    left = list(others)
    found = []
    for index, one in enumerate(these):
        if one in left:
            left.remove(one)
        else:
            found.append((index, one))
    return found


def _alike(old: BaseModel, new: BaseModel) -> int:
    if type(old) is not type(new):
        return -1
    return sum(getattr(old, name) == getattr(new, name) for name in type(old).model_fields)


def reordered(before: Models, after: Models) -> bool:
    """Whether bands that overlap changed places, so that another one comes first."""
    kept = [one for one in before if one in after and isinstance(one, Band)]
    places = [after.index(one) for one in kept]
    return any(
        places[first] > places[second] and _disagree(kept[first], kept[second])
        for second in range(len(kept))
        for first in range(second)
    )


def _disagree(one: Band, other: Band) -> bool:
    """Whether both may hold at once, with different points."""
    return one.points != other.points and _meet(one, other)


def _meet(one: Edges, other: Edges) -> bool:
    lows = [edges for edges in (one, other) if edges.low is not None]
    highs = [edges for edges in (one, other) if edges.high is not None]
    if not lows or not highs:
        return True
    low = max(lows, key=lambda edges: (edges.low or Fraction(0), edges.above is not None))
    high = min(highs, key=lambda edges: (edges.high or Fraction(0), edges.below is None))
    if low.low == high.high:
        return low.above is None and high.below is None
    return (low.low or Fraction(0)) < (high.high or Fraction(0))
