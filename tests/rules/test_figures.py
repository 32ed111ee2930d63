"""Figures of a population: sums, means, maxima and ranks."""

from fractions import Fraction

import pytest

from assess.ground.expression import Expression
from assess.rules.grammar.figures import Figure, FigureKind, FigureSpec, Numbers, competition_ranks, compute


def figure(kind: FigureKind, units: dict[str, dict[str, int]], better: str = "higher", value: str = "a / b") -> Figure:
    """Compute over units with these numbers; what is not given is missing."""
    spec = FigureSpec(kind, Expression(value), "units", "lower" if better == "lower" else "higher")

    def numbers(known: dict[str, int]) -> Numbers:
        return lambda name: Fraction(known[name]) if name in known else None

    return compute("figure", spec, {unit: numbers(known) for unit, known in units.items()})


UNITS = {"甲": {"a": 10, "b": 1}, "乙": {"a": 10, "b": 9}}


def test_pooled_is_the_quotient_of_the_sums() -> None:
    """20 ÷ 10 = 2, where the mean of the units' own quotients would be 5.56."""
    assert figure("pooled", UNITS).value == 2
    assert figure("mean", UNITS).value == Fraction(50, 9)
    assert figure("maximum", UNITS).value == 10


def test_members_stand_behind_the_figure() -> None:
    """Each member's own value is kept for the explanation."""
    found = figure("pooled", UNITS)
    assert found.members == {"甲": 10, "乙": Fraction(10, 9)}
    assert not found.provisional
    assert found.ranks == {}


def test_a_member_without_inputs_makes_the_figure_provisional() -> None:
    """It is left out, never taken as 0, and named."""
    found = figure("pooled", UNITS | {"丙": {"a": 100}})
    assert found.value == 2
    assert found.missing == ("丙",)
    assert found.provisional


def test_a_member_whose_own_value_is_undefined() -> None:
    """A division by zero leaves a unit out of means and ranks, while its numbers stay in the pooled sums."""
    units = UNITS | {"丙": {"a": 20, "b": 0}}
    assert figure("mean", units).members.keys() == {"甲", "乙"}
    assert figure("pooled", units).value == 4
    assert "丙" not in figure("ranking", units).ranks
    assert not figure("pooled", units).provisional


@pytest.mark.parametrize("kind", ["pooled", "mean", "maximum", "ranking"])
def test_nobody_there_gives_no_figure(kind: FigureKind) -> None:
    """An empty population, or one of which nothing is known, has no figure: never 0."""
    assert figure(kind, {}).value is None
    assert figure(kind, {"甲": {}}).value is None
    assert figure(kind, {}).last_rank == 0


def test_sums_that_cancel_give_no_pooled_figure() -> None:
    """Each unit has a value, the sums have none."""
    assert figure("pooled", {"甲": {"a": 1, "b": 1}, "乙": {"a": 1, "b": -1}}).value is None


def test_a_ranking_has_ranks_and_no_value() -> None:
    """Ties share a rank and the next is skipped; lower may be better."""
    units = {"甲": {"a": 3}, "乙": {"a": 5}, "丙": {"a": 5}, "丁": {"a": 1}}
    assert figure("ranking", units, value="a").ranks == {"乙": 1, "丙": 1, "甲": 3, "丁": 4}
    assert figure("ranking", units, "lower", "a").ranks == {"丁": 1, "甲": 2, "乙": 3, "丙": 3}
    assert figure("ranking", units, value="a").last_rank == 4
    assert figure("ranking", units, value="a").value is None


def test_the_regulations_ranks() -> None:
    """(七)1: weights 10, 8, 8, 5, 4, 4, 2, 0, 0 → ranks 1, 2, 2, 4, 5, 5, 7, 8, 8, mean 4.556."""
    weights = [10, 8, 8, 5, 4, 4, 2, 0, 0]
    units = {str(number): {"a": weight} for number, weight in enumerate(weights)}
    assert list(figure("ranking", units, value="a").ranks.values()) == [1, 2, 2, 4, 5, 5, 7, 8, 8]
    assert figure("mean", units, value="a").value == Fraction(41, 9)


def test_competition_ranks() -> None:
    """1, 2, 2, 4; nobody has no rank."""
    totals = {"甲": Fraction(90), "乙": Fraction(80), "丙": Fraction(80), "丁": Fraction(70)}
    assert competition_ranks(totals) == {"甲": 1, "乙": 2, "丙": 2, "丁": 4}
    assert competition_ranks({}) == {}
