"""Several marks become one: the plain mean, and the mean without both ends. U6b."""

from fractions import Fraction

import pytest
from pydantic import ValidationError

from assess.rules.grammar.trimming import Trim, UsedMarks, used_marks


def used(values: list[int], trim: Trim) -> UsedMarks:
    """What becomes of these marks."""
    return used_marks("mark", map(Fraction, values), trim)


@pytest.mark.parametrize(
    ("values", "trim", "mean"),
    [
        ([], Trim(when_more_than=0, drop=1), None),
        ([7], Trim(when_more_than=0, drop=1), 7),
        ([1, 9], Trim(when_more_than=0, drop=1), 5),
        ([9, 1, 4], Trim(when_more_than=2, drop=1), 4),
        ([9, 1, 4], Trim(when_more_than=3, drop=1), Fraction(14, 3)),
        ([1, 2, 3, 4, 50], Trim(when_more_than=4, drop=2), 3),
        ([1, 2, 3], Trim(), 2),
        ([1, 2, 3], Trim(when_more_than=0, drop=0), 2),
    ],
)
def test_trimming_never_leaves_nothing(values: list[int], trim: Trim, mean: Fraction | None) -> None:
    """Marks are dropped only while something stays in the middle."""
    assert used(values, trim).mean == mean


def test_both_ends_are_named_in_ascending_order() -> None:
    """Of equal marks as many are dropped as the rule says, and no more."""
    found = used([5, 9, 1, 9, 4, 2], Trim(when_more_than=5, drop=2))
    assert [list(found.lowest), list(found.highest), list(found.counted)] == [[1, 2], [9, 9], [4, 5]]
    assert list(found.given) == [5, 9, 1, 9, 4, 2]
    equal = used([3, 3, 3], Trim(when_more_than=2))
    assert [list(equal.lowest), list(equal.highest), list(equal.counted)] == [[3], [3], [3]]


def test_nothing_is_dropped_at_the_line() -> None:
    """`when_more_than: 5` means six."""
    assert used([1, 2, 3, 4, 5], Trim(when_more_than=5)).lowest == ()
    assert used([1, 2, 3, 4, 5, 6], Trim(when_more_than=5)).counted == tuple(map(Fraction, (2, 3, 4, 5)))


@pytest.mark.parametrize("changed", [{"drop": -1}, {"when_more_than": -1}])
def test_nobody_drops_fewer_than_none(changed: dict[str, int]) -> None:
    """A negative number would keep only the ends."""
    with pytest.raises(ValidationError):
        Trim.model_validate(changed)
