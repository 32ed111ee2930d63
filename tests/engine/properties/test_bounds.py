"""Points stay between floor and full mark, whatever is entered."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assess.engine.assessment import assess
from assess.engine.outcome import LeafResult, UnitResult
from assess.scheme.full_marks import full_mark
from tests.engine.properties.material import PROFILE, Year, academic_years, shipped, years
from tests.engine.properties.small_schemes import small_years

#: The leaves of the shipped scheme that the regulation lets fall below zero.
BELOW_ZERO = {"K5.3a", "K5.3b", "K5.3c", "K5.3d"}


def _check_leaf(result: LeafResult, *, may_be_negative: bool) -> None:
    points, leaf = result.points, result.leaf
    assert points is not None
    reach = leaf.rule.reach(leaf.frame)
    assert reach.low is None or reach.low <= points
    assert reach.high is None or points <= reach.high
    assert leaf.maximum is None or points <= leaf.maximum or leaf.rule.may_exceed
    assert points >= 0 or may_be_negative


def _check_unit(result: UnitResult, total_full: Fraction) -> None:
    for group in result.groups.values():
        if not group.applies or group.points is None:
            continue
        waived = frozenset(name for name, leaf in result.leaves.items() if leaf.waived)
        assert group.full == full_mark(group.group, result.unit.type, waived)
        assert group.points <= group.full <= group.group.maximum
        assert group.group.floor is None or group.points >= group.group.floor
    for part in result.parts.values():
        assert part.points is not None
        assert part.points <= part.full
    assert result.total is not None
    assert result.total <= total_full


@PROFILE
@given(years())
def test_points_of_the_shipped_scheme(changed: Year) -> None:
    """Leaf, node, part and total of the shipped scheme stay within bounds; only a declared part may exceed a leaf."""
    for ranked in assess(shipped(), changed.evidence).lists:
        for result in ranked.units:
            if result.status == "complete":
                _check_unit(result, ranked.full)
            for name, leaf in result.leaves.items():
                if leaf.points is not None:
                    _check_leaf(leaf, may_be_negative=name in BELOW_ZERO)


@PROFILE
@given(st.sampled_from(["scale_to_top", "cap"]), st.data())
def test_points_under_another_reading(choice: str, data: st.DataObject) -> None:
    """The same holds where the best unit sets the scale of a catalogue (U24)."""
    readings = ("U24", choice)
    changed = data.draw(academic_years(readings))
    for result in assess(changed.scheme, changed.evidence).lists[0].units:
        for name, leaf in result.leaves.items():
            if leaf.points is not None:
                _check_leaf(leaf, may_be_negative=name in BELOW_ZERO)


@PROFILE
@given(small_years())
def test_points_of_random_schemes(small: Year) -> None:
    """The same holds in any scheme."""
    for ranked in assess(small.scheme, small.evidence).lists:
        for result in ranked.units:
            for leaf in result.leaves.values():
                if leaf.points is not None:
                    reach = leaf.leaf.rule.reach(leaf.leaf.frame)
                    _check_leaf(leaf, may_be_negative=reach.low is None or reach.low < 0)
            for group in result.groups.values():
                if group.applies and group.points is not None:
                    assert group.points <= group.full <= group.group.maximum
                    assert group.group.floor is None or group.points >= group.group.floor
