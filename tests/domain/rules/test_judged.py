"""judged: marks that people give."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.domain.rules.conftest import Maker


@pytest.mark.parametrize(("marks", "points"), [(["0"], "0"), (["1"], "1"), (["0.9", "1"], "19/20")])
def test_points_are_the_mean_of_the_marks(marks: list[str], points: str, trial: "Maker") -> None:
    """Several assessors' marks become their mean."""
    assert trial({"judged": {}}, full="1").points({"mark": marks}) == points


def test_the_explanation_names_the_loss(trial: "Maker") -> None:
    """A mark below the full mark says how much is lost; a full one does not."""
    case = trial({"judged": {}}, full="1")
    assert case.text({"mark": ["0.8"]}) == ["考核评分0.8分，扣0.2分"]
    assert case.text({"mark": ["1"]}) == ["考核评分1分"]


def test_a_waived_mark_has_no_points(trial: "Maker") -> None:
    """不适用 gives no points and says so."""
    case = trial({"judged": {"waivable": "true"}})
    assert case.points({"mark": "不适用"}) is None
    assert case.text({"mark": "不适用"}) == ["经认定不适用，不计入满分"]


def test_the_allowed_set_bounds_the_mark(trial: "Maker") -> None:
    """U28: 0 or 0.5 to 1, on the leaf's step."""
    case = trial({"judged": {"allowed": ["0", {"from": "0.5", "to": "1"}]}}, step="0.1")
    ((name, mark),) = case.rule.marks(case.frame)
    assert (name, mark.text()) == ("mark", "0或0.5至1分，步长0.1")
    assert case.reach() == ("0", "1")


def test_a_mark_needs_a_full_mark(trial: "Maker") -> None:
    """Without a full mark on the leaf, the rule must bring one or an allowed set."""
    assert trial({"judged": {}}, full=None).flaws() == [((), "no_full_mark")]
    assert trial({"judged": {"max": "3"}}, full=None).flaws() == []
    assert trial({"judged": {"max": "3"}}, full=None).reach() == ("0", "3")


def test_the_highest_mark_is_not_negative(trial: "Maker") -> None:
    """A highest mark below 0 is said at its place; one of 0 is a mark that nobody can miss."""
    assert trial({"judged": {"max": "-0.2"}}).flaws() == [(("max",), "negative")]
    assert trial({"judged": {"max": "0"}}).flaws() == []
