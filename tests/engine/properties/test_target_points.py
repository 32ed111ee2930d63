"""Points of a target rise with what is achieved and fall with what goes over; shares never lose a cent."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assess.scheme.nodes import Group, all_nodes
from tests.engine.properties.material import PROFILE
from tests.rules.conftest import Maker, Trial
from tests.target_schemes import target_scheme

VALUES = st.fractions(min_value=0, max_value=300, max_denominator=100)
AMOUNTS = st.integers(1, 100)
OVER = st.sampled_from(["ratio", "linear", "per_point", "none"])


def points(case: Trial, value: Fraction) -> Fraction:
    """The points of one actual value."""
    given = case.points({"actual": value, "deviation": "因故"})
    assert given is not None
    return Fraction(given)


@PROFILE
@given(st.sampled_from(["at_least", "above", "equal"]), AMOUNTS, VALUES, VALUES)
def test_more_is_never_worse(operator: str, amount: int, one: Fraction, other: Fraction) -> None:
    """With ≥, > and a harmless ＝ a higher value never has fewer points, and none leaves 0 to the full mark."""
    rule = {"full": {"printed": "原文", operator: str(amount)}, "more": "harmless"}
    low, high = (points(Maker()({"target": rule}), value) for value in sorted((one, other)))
    assert 0 <= low <= high <= 2


@PROFILE
@given(st.sampled_from(["at_most", "below"]), OVER, AMOUNTS, VALUES, VALUES)
def test_less_is_never_worse(operator: str, over: str, amount: int, one: Fraction, other: Fraction) -> None:
    """With ≤ and < a lower value never has fewer points, whatever the way past the line."""
    rule = {"full": {"printed": "原文", operator: str(amount)}, "over": over}
    low, high = (points(Maker()({"target": rule}), value) for value in sorted((one, other)))
    assert 0 <= high <= low <= 2


@PROFILE
@given(st.sampled_from(["at_least", "at_most", "equal"]), OVER, AMOUNTS)
def test_the_target_itself_has_the_full_mark(operator: str, over: str, amount: int) -> None:
    """Closed targets are met on the line."""
    rule = {"full": {"printed": "原文", operator: str(amount)}, "over": over}
    assert points(Maker()({"target": rule}), Fraction(amount)) == 2


@PROFILE
@given(st.lists(st.integers(1, 30), min_size=1, max_size=60), st.integers(1, 9000))
def test_shares_add_up_to_the_full_mark(weights: list[int], cents: int) -> None:
    """Indicators under shares: leaves add up to their section exactly, whatever the weights; none is forgotten."""
    full = Fraction(cents, 100) + len(weights) * 30
    rule = "{target: {full: {printed: ≥1, at_least: 1}}}"
    leaves = "\n".join(
        f"        - {{id: T{number}, label: 指标{number}, weight: {weight}, rule: {rule}}}"
        for number, weight in enumerate(weights)
    )
    head = f"- table: one\n  max: {float(full):.2f}\n  shares: leaves\n  plan: {{title: 表}}\n  indicators:\n"
    tables = head + "    - id: G\n      label: 组\n"
    scheme = target_scheme(tables + "      indicators:\n" + leaves)
    nodes = all_nodes(scheme.trees["one"].nodes)
    group = next(node for node in nodes if isinstance(node, Group))
    marks = [child.maximum for child in group.children]
    assert group.maximum == full
    assert sum(mark for mark in marks if mark is not None) == full
    ordered = sorted(zip(weights, marks, strict=True))
    assert all(low[1] <= high[1] + Fraction(1, 100) for low, high in pairwise(ordered))  # type: ignore[operator]
