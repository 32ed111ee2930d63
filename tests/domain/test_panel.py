"""Leaders' marks: groups, instruments, trimming, recusal. 二(一)3; U6a, U6b, U16."""

from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from assess.domain.evidence import Mark
from assess.domain.numbers import exact, half_up
from assess.domain.panel import GroupScore, PanelRules, score, trimmed_mean
from assess.domain.rules.base import Trim

GROUPS = {"principal": {"label": "正职校领导", "points": "20"}, "deputy": {"label": "副职校领导", "points": "10"}}


def rules(**changed: Any) -> PanelRules:  # noqa: ANN401 keys of a scheme file
    """The regulation's rules, with changes."""
    return PanelRules.model_validate({"groups": GROUPS, **changed})


def marks(*values: str, **named: str) -> tuple[Mark, ...]:
    """Marks without and with names."""
    return (*(Mark(exact(value)) for value in values), *(Mark(exact(value), name) for name, value in named.items()))


def scores(given: dict[str, tuple[Mark, ...]], *recused: str, **changed: Any) -> dict[str, GroupScore]:  # noqa: ANN401
    """What each group gives, rounded to cents."""
    return {one.group: one for one in score(rules(**changed), given, half_up, frozenset(recused))}


def test_the_regulations_figures() -> None:
    """正职 92, 88 → 18.00 of 20; 副职 90, 85, 95, 88, 92 → 9.00 of 10."""
    found = scores({"principal": marks("92", "88"), "deputy": marks("90", "85", "95", "88", "92")})
    assert [found["principal"].points, found["deputy"].points] == [18, 9]
    assert found["principal"].mean == 90


def test_points_of_a_group_are_rounded_once() -> None:
    """92, 88, 85 of 20: 265 ÷ 3 ÷ 5 = 17.67 from the exact mean."""
    found = scores({"principal": marks("92", "88", "85")})
    assert found["principal"].mean == Fraction(265, 3)
    assert found["principal"].points == exact("17.67")


@pytest.mark.parametrize("given", [{}, {"deputy": ()}])
def test_an_empty_group_is_missing(given: dict[str, tuple[Mark, ...]]) -> None:
    """No marks are no points: never 0."""
    found = scores(given | {"principal": marks("0")})
    assert found["deputy"].points is None
    assert found["deputy"].mean is None
    assert found["principal"].points == 0


def test_direct_marks() -> None:
    """With `direct` a leader gives 0 to the group's points (U6a)."""
    found = scores({"principal": marks("18", "19"), "deputy": marks("9")}, instrument="direct")
    assert [found["principal"].points, found["deputy"].points] == [exact("18.5"), 9]
    assert rules(instrument="direct").highest("deputy") == 10
    assert rules().highest("deputy") == 100


def test_levels() -> None:
    """优秀 90 and 合格 70 of 100: the mean 80 is worth 16 of 20 (U6a)."""
    levels = {"优秀": "90", "合格": "70", "不合格": "50"}
    found = scores({"principal": marks("90", "70")}, instrument="levels", levels=levels)
    assert found["principal"].points == 16
    with pytest.raises(ValidationError, match="instrument为levels时必须写levels"):
        rules(instrument="levels")


def test_trimming_in_a_group() -> None:
    """More than five marks: one highest and one lowest are dropped (U6b)."""
    trim = {"when_more_than": "5", "drop": "1"}
    five = scores({"deputy": marks("0", "80", "80", "80", "100")}, trim=trim)
    six = scores({"deputy": marks("0", "80", "80", "80", "80", "100")}, trim=trim)
    assert five["deputy"].points == exact("6.8")
    assert six["deputy"].points == 8
    assert len(six["deputy"].marks) == 6


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
    ],
)
def test_trimming_never_leaves_nothing(values: list[int], trim: Trim, mean: Fraction | None) -> None:
    """Marks are dropped only while something stays in the middle."""
    assert trimmed_mean([Fraction(value) for value in values], trim) == mean


def test_recused_leaders_are_left_out_and_kept_for_the_record() -> None:
    """A recused leader's mark does not count (U16); a group of recused leaders alone is missing."""
    given = {"principal": marks("80", 张三="100"), "deputy": marks(李四="90")}
    found = scores(given, "张三", "李四")
    assert found["principal"].points == 16
    assert [mark.assessor for mark in found["principal"].left_out] == ["张三"]
    assert found["deputy"].points is None
    assert scores(given)["principal"].points == 18
