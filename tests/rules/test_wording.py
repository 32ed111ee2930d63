"""How rules speak of inputs and expressions."""

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from assess.ground.edges import Edges
from assess.ground.expression import Expression
from assess.rules.grammar import wording
from assess.rules.grammar.step import Limit, Step

if TYPE_CHECKING:
    from tests.rules.conftest import Maker


@pytest.mark.parametrize(
    ("kind", "bound", "before", "places", "text"),
    [
        ("ceiling", "8", "9", 4, "合计9分，超过上限8分，按8分计"),
        ("ceiling", "5.25", "5.252", 2, "合计5.252分，超过上限5.25分，按5.25分计"),
        ("ceiling", "5.25", "5.2600001", 2, "合计5.26分，超过上限5.25分，按5.25分计"),
        ("floor", "0.75", "0.747", 2, "合计0.747分，低于下限0.75分，按0.75分计"),
    ],
)
def test_a_sum_is_not_rounded_onto_its_bound(kind: str, bound: str, before: str, places: int, text: str) -> None:
    """It is shown with as many places as it takes to read that it lies beyond."""
    assert Limit(kind, Fraction(bound), Fraction(before)).text(places) == text


INPUTS = {
    "training": {"label": "培训人次", "unit": "人次"},
    "practice": {"label": "实践人次", "unit": "人次"},
    "staff": {"label": "教职工", "unit": "人"},
}


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("training / staff", "培训人次 ÷ 教职工"),
        ("mean(training / staff, practice / staff)", "平均值(培训人次 ÷ 教职工, 实践人次 ÷ 教职工)"),
        ("max(training, min (practice, 3))", "最大值(培训人次, 最小值(实践人次, 3))"),
        ("unheard + 1", "unheard + 1"),
    ],
)
def test_names_become_labels(expression: str, shown: str, trial: "Maker") -> None:
    """An expression is shown with labels for names and words for functions; an unknown name stays."""
    frame = trial({"judged": {}}, INPUTS).frame
    assert wording.formula(Expression(expression), frame) == shown


@pytest.mark.parametrize(
    ("expression", "unit"),
    [
        ("training", "人次"),
        ("training + practice", "人次"),
        ("max(training, practice)", "人次"),
        ("training + staff", ""),
        ("training / staff", ""),
        ("training / staff * 100", "%"),
        ("unheard", ""),
        ("3", ""),
    ],
)
def test_the_unit_of_a_value(expression: str, unit: str, trial: "Maker") -> None:
    """Sums of like things keep the unit, a quotient times 100 is a percentage, everything else has none."""
    frame = trial({"judged": {}}, INPUTS).frame
    assert wording.unit_of(Expression(expression), frame) == unit


def test_an_input_that_is_not_declared_keeps_its_name(trial: "Maker") -> None:
    """Words are found even while a scheme is still wrong."""
    frame = trial({"judged": {}}, INPUTS).frame
    assert wording.quantity("unheard", Fraction(3), frame) == "unheard3"
    assert wording.requirement("unheard", Edges(above=Fraction(1)), frame) == ">1"
    assert wording.population("unheard", frame) == wording.population(None, frame) == "比较范围"


def test_what_does_not_apply_has_no_points() -> None:
    """Points that are not there are 不适用."""
    assert wording.points_of(Step("judged", None)) == "不适用"
