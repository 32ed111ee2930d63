"""Points for spending a budget: the rate, the reason where it is demanded, and how it is said."""

from fractions import Fraction

import pytest

from assess.parts.execution import ExecutionRules, ExecutionScore
from assess.parts.money import Execution


def score(budget: int | None, spent: int | None, deviation: str = "") -> ExecutionScore:
    """What 10 points for the execution rate come to."""
    given, used = (None if one is None else Fraction(one) for one in (budget, spent))
    money = Execution(given, used, deviation)
    return ExecutionScore(money.points(Fraction(10)), money=money, full=Fraction(10))


@pytest.mark.parametrize(
    ("budget", "spent", "points", "lines", "calculation"),
    [
        (80, 60, "15/2", ["执行数60 ÷ 全年预算数80 = 75%", "满分10分 × 75%"], "满分×执行率75.00%，最多得满分"),
        (80, 80, "10", ["执行数80 ÷ 全年预算数80 = 100%", "满分10分 × 100%"], "满分×执行率100.00%，最多得满分"),
        (
            *(80, 100, "10"),
            ["执行数100 ÷ 全年预算数80 = 125%", "满分10分 × 125%，不超过满分", "偏差原因：追加"],
            "满分×执行率125.00%，最多得满分",
        ),
        (80, None, "None", ["预算资金还没有填全"], ""),
    ],
)
def test_the_rate(budget: int, spent: int | None, points: str, lines: list[str], calculation: str) -> None:
    """Below, on and above the budget, and before what was spent is known."""
    made = score(budget, spent, "追加" if points == "10" and budget != spent else "")
    assert (str(made.points), list(made.lines(2)), made.calculation()) == (points, lines, calculation)


def test_a_reason_that_lacks() -> None:
    """The rate is known, and yet there are no points: it is said for want of what."""
    money = Execution(Fraction(80), Fraction(60))
    without = ExecutionScore(None, money=money, full=Fraction(10))
    assert list(without.lines(2))[-1] == "还没有写偏差原因，暂不计分"


def test_how_it_is_said_of_a_scheme() -> None:
    """With the reason where one is demanded."""
    without = ExecutionRules(reason_demanded=False).in_words()
    assert without == "满分×执行数÷全年预算数，不超过满分"
    assert ExecutionRules().in_words() == f"{without}，没有正好执行完的要写原因"
