"""Rounding, shares, ranks and expressions against their definitions."""

import decimal
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assess.ground.expression import Expression, UndefinedError
from assess.ground.numbers import exact, fixed, half_up, plain, shares
from assess.rules.grammar.figures import competition_ranks
from tests.engine.properties.material import QUICK

FRACTIONS = st.fractions(min_value=-10_000, max_value=10_000, max_denominator=10_000)
DECIMALS = st.decimals(min_value=-(10**9), max_value=10**9, places=6)


@QUICK
@given(DECIMALS, st.integers(0, 5))
def test_half_up_is_what_decimal_calls_half_up(value: Decimal, digits: int) -> None:
    """Rounding agrees with decimal's ROUND_HALF_UP, also below zero and on the half."""
    rounded = value.quantize(Decimal(1).scaleb(-digits), rounding=decimal.ROUND_HALF_UP)
    assert half_up(Fraction(value), digits) == Fraction(rounded)
    assert Decimal(fixed(Fraction(value), digits)) == rounded


@QUICK
@given(FRACTIONS, st.integers(0, 5))
def test_half_up_moves_by_half_a_unit_at_most(value: Fraction, digits: int) -> None:
    """A rounded number has the places asked for, lies within half a unit, and rounding again changes nothing."""
    rounded = half_up(value, digits)
    assert (rounded * 10**digits).denominator == 1
    assert abs(rounded - value) * 2 <= Fraction(1, 10**digits)
    assert half_up(rounded, digits) == rounded
    assert half_up(-value, digits) == -rounded


@QUICK
@given(st.decimals(min_value=-(10**12), max_value=10**12, places=8))
def test_written_numbers_read_back(value: Decimal) -> None:
    """A decimal that is written out reads back as the same number."""
    assert exact(plain(Fraction(value))) == Fraction(value)


@QUICK
@given(
    st.integers(0, 10**6).map(lambda cents: Fraction(cents, 100)),
    st.lists(st.fractions(min_value=Fraction(1, 100), max_value=100, max_denominator=100), min_size=1, max_size=20),
)
def test_shares_sum_exactly(total: Fraction, weights: list[Fraction]) -> None:
    """Shares of two places sum to the total, each within a cent of its quota; a heavier weight never gets less."""
    parts = shares(total, weights)
    whole = sum(weights)
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert (part * 100).denominator == 1
        assert abs(part - total * weight / whole) < Fraction(1, 100)
    by_weight = sorted(zip(weights, parts, strict=True))
    assert all(light[1] <= heavy[1] for light, heavy in pairwise(by_weight) if light[0] < heavy[0])


@QUICK
@given(
    st.fractions(min_value=0, max_value=1000, max_denominator=1000),
    st.lists(st.fractions(min_value=Fraction(1, 100), max_value=100, max_denominator=100), min_size=1, max_size=20),
)
def test_exact_shares_are_in_proportion(total: Fraction, weights: list[Fraction]) -> None:
    """Shares without places sum to the total, and each is to the total as its weight to all weights."""
    parts = shares(total, weights, None)
    assert sum(parts) == total
    assert all(part * sum(weights) == total * weight for part, weight in zip(parts, weights, strict=True))


@QUICK
@given(st.integers(0, 10**6), st.integers(1, 40))
def test_spare_cents_of_equal_shares_go_to_the_first(cents: int, number: int) -> None:
    """Equal shares differ by a cent at most, the larger ones first."""
    parts = shares(Fraction(cents, 100), [Fraction(1)] * number)
    assert list(parts) == sorted(parts, reverse=True)
    assert parts[0] - parts[-1] <= Fraction(1, 100)


@QUICK
@given(st.lists(st.integers(-5, 5).map(Fraction), max_size=12), st.sampled_from(["higher", "lower"]))
def test_competition_ranks(values: list[Fraction], better: str) -> None:
    """A rank is one more than the number of units that are strictly better."""
    units = {f"u{index}": value for index, value in enumerate(values)}
    ranks = competition_ranks(units, better)  # type: ignore[arg-type]
    for unit, value in units.items():
        ahead = [other for other in values if (other > value if better == "higher" else other < value)]
        assert ranks[unit] == len(ahead) + 1


# --- expressions ---------------------------------------------------------------------------------------

NAMES = {"plan": Fraction(500), "arrivals": Fraction(43), "人数": Fraction(7, 3), "none": Fraction(0)}


def _mean(*values: Fraction) -> Fraction:
    return Fraction(sum(values)) / len(values)


def _call(name: str, arguments: list[tuple[str, str]], side: int) -> str:
    return f"{name}({', '.join(one[side] for one in arguments)})"


def _expressions() -> st.SearchStrategy[tuple[str, str]]:
    """An expression in our language, and the same in Python."""
    numbers = st.decimals(min_value=0, max_value=1000, places=2).map(lambda value: (str(value), f"Fraction('{value}')"))
    names = st.sampled_from(sorted(NAMES)).map(lambda name: (name, name))

    def larger(inner: st.SearchStrategy[tuple[str, str]]) -> st.SearchStrategy[tuple[str, str]]:
        spaces = st.sampled_from(["", " "])
        operated = st.tuples(inner, spaces, st.sampled_from("+-*/"), spaces, inner).map(
            lambda made: (made[0][0] + made[1] + made[2] + made[3] + made[4][0], made[0][1] + made[2] + made[4][1])
        )
        negated = inner.map(lambda one: (f"-{one[0]}", f"-{one[1]}"))
        grouped = inner.map(lambda one: (f"({one[0]})", f"({one[1]})"))
        called = st.tuples(st.sampled_from(["min", "max", "mean"]), st.lists(inner, min_size=2, max_size=3)).map(
            lambda made: (_call(made[0], made[1], 0), _call(made[0], made[1], 1))
        )
        return operated | operated | negated | grouped | called

    return st.recursive(numbers | names, larger, max_leaves=8)


@QUICK
@given(_expressions())
def test_expressions_compute_what_python_computes(written: tuple[str, str]) -> None:
    """Precedence, association, signs, functions and exactness are Python's; a division by zero is undefined."""
    ours, theirs = written
    known = {**NAMES, "Fraction": Fraction, "mean": _mean, "min": min, "max": max, "__builtins__": {}}
    try:
        expected = eval(theirs, known)  # noqa: S307 the text is made above
    except ZeroDivisionError:
        expected = None
    try:
        computed = Expression(ours).value(NAMES.__getitem__)
    except UndefinedError:
        assert expected is None
    else:
        assert computed == expected
