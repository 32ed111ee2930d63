"""Yes or no counts 1 or 0 among other numbers; by itself it is a condition, whatever the kind."""

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import Maker

INPUTS = {
    "done": {"label": "落实", "flag": "true"},
    "more": {"label": "补充", "flag": "true"},
    "papers": {"label": "论文", "unit": "篇"},
}
BANDS = [{"at_least": "1", "points": "1"}]
PER_STEP = {"value": "done", "every": "1", "points": "1"}
RULES: list[tuple[dict[str, Any], tuple[str | int, ...]]] = [
    ({"bands": {"value": "done", "bands": BANDS}}, ("value",)),
    (
        {"relative": {"value": "done", "better": "higher", "reference": {"given": "papers"}, "bands": BANDS}},
        ("value",),
    ),
    (
        {"relative": {"value": "papers", "better": "higher", "reference": {"given": "done"}, "bands": BANDS}},
        ("reference", "given"),
    ),
    ({"rank_table": {"value": "done", "better": "higher", "population": "units", "points": {"1": "1"}}}, ("value",)),
    ({"per_amount": PER_STEP | {"cap": "1"}}, ("value",)),
    ({"deduction": {"start": "full", "each": [PER_STEP]}}, ("each", 0, "value")),
    ({"target": {"value": "done", "full": {"printed": "≥1", "at_least": "1"}}}, ("value",)),
]


@pytest.mark.parametrize(("rule", "path"), RULES)
def test_yes_or_no_by_itself_is_no_amount(rule: dict[str, Any], path: tuple[str | int, ...], trial: "Maker") -> None:
    """It is refused where a rule computes a value of it alone, and the hint says how a condition is written."""
    assert trial(rule, INPUTS).flaws() == [(path, "wrong_input_kind")]


def test_yes_or_no_among_numbers(trial: "Maker") -> None:
    """How many of several are answered with yes is a number."""
    case = trial({"bands": {"value": "done + more + papers", "bands": BANDS}}, INPUTS)
    assert case.flaws() == []
    assert case.points({"done": "1", "more": "0", "papers": "0"}) == "1"
