"""judged: marks that people give."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import Maker


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


def test_a_mark_is_held_against_its_own_full_mark(trial: "Maker") -> None:
    """30 of 30 inside a leaf of 100 lost nothing, 25 lost 5; each mark of a sum against its own."""
    case = trial({"judged": {"max": "30"}}, full="100")
    assert case.text({"mark": ["30"]}) == ["考核评分30分（满分30分）"]
    assert case.text({"mark": ["29", "21"]}) == ["考核评分25分（满分30分），扣5分"]
    both = trial({"sum": {"of": [{"judged": {"max": "30"}}, {"judged": {"input": "second", "max": "70"}}]}}, full="100")
    assert both.text({"mark": ["30"], "second": ["60"]})[:2] == [
        "考核评分30分（满分30分）",
        "考核评分60分（满分70分），扣10分",
    ]


def test_the_highest_of_an_allowed_set_is_the_full_mark(trial: "Maker") -> None:
    """Marks of 0 or 3 to 5 in a leaf of 10: 5 is all there is, 3 lost 2."""
    case = trial({"judged": {"allowed": ["0", {"from": "3", "to": "5"}]}}, full="10")
    assert case.text({"mark": ["5"]}) == ["考核评分5分（满分5分）"]
    assert case.text({"mark": ["3"]}) == ["考核评分3分（满分5分），扣2分"]


def test_a_bonus_and_a_malus_lose_nothing(trial: "Maker") -> None:
    """A leaf without a full mark takes nothing off; 0 as the highest mark is no full mark."""
    assert trial({"judged": {"max": "5"}}, full=None).text({"mark": ["3"]}) == ["考核评分3分（满分5分）"]
    malus = trial({"judged": {"allowed": [{"from": "-2", "to": "0"}]}}, full=None)
    assert malus.text({"mark": ["-1"]}) == ["考核评分-1分"]


def test_the_loss_and_the_mark_add_up_as_they_are_written(trial: "Maker") -> None:
    """With two places a mean of 5.335 of 6 is written 5.34 and lost 0.66, not 0.67."""
    case = trial({"judged": {}}, full="6", step="0.001")
    step = case.step({"mark": ["5.335"]})
    assert list(case.rule.explain(step, replace(case.frame, places=2))) == ["考核评分5.34分，扣0.66分"]


def test_the_highest_mark_is_not_negative(trial: "Maker") -> None:
    """A highest mark below 0 is said at its place; one of 0 is a mark that nobody can miss."""
    assert trial({"judged": {"max": "-0.2"}}).flaws() == [(("max",), "negative")]
    assert trial({"judged": {"max": "0"}}).flaws() == []
