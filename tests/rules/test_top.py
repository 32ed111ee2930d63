"""top: the first places of a ranking."""

from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

if TYPE_CHECKING:
    from tests.rules.conftest import Maker

SHARE = {"share": {"label": "双师素质教师占比", "unit": "%"}}
INNER = {"bands": {"value": "share", "bands": [{"at_least": "90", "points": "1.5"}, {"at_least": "80", "points": "1"}]}}
PARAMETERS: dict[str, Any] = {
    "ranks": "3",
    "population": "units",
    "better": "higher",
    "when": {"at_least": "90"},
    "points": "2",
    "otherwise": INNER,
}
TOP = {"top": PARAMETERS}
PER_HEAD = {
    "relative": {
        "value": "share",
        "better": "higher",
        "reference": "mean",
        "population": "units",
        "bands": [{"at_least": "1", "points": "1.5"}, {"at_least": "0.7", "points": "1"}],
        "zero_value": "0",
    },
}


def others(*shares: str) -> dict[str, dict[str, str]]:
    """Units 乙, 丙 … with these shares."""
    return {name: {"share": share} for name, share in zip("乙丙丁戊己庚", shares, strict=False)}


@pytest.mark.parametrize(
    ("own", "rivals", "points"),
    [
        ("95", ("99", "98", "80"), "2"),
        ("95", ("99", "98", "97"), "3/2"),
        ("95", ("99", "98", "95"), "2"),
        ("90", ("80", "70", "60"), "2"),
        ("89.99", ("80", "70", "60"), "1"),
        ("79.99", ("70", "60", "50"), "0"),
    ],
)
def test_the_first_three_with_a_precondition(own: str, rivals: tuple[str, ...], points: str, trial: "Maker") -> None:
    """U34, U36: rank ≤ 3 with ties in it, and ≥ 90 %; else the bands inside."""
    assert trial(TOP, SHARE).points({"share": own}, others(*rivals)) == points


def test_lower_is_better(trial: "Maker") -> None:
    """U32a: ranks ascend where less is better."""
    rule = {"top": PARAMETERS | {"better": "lower", "ranks": "1", "when": {"below": "90"}}}
    assert trial(rule, SHARE).points({"share": "70"}, others("80")) == "2"
    assert trial(rule, SHARE).points({"share": "85"}, others("80")) == "1"


@pytest.mark.parametrize(("own", "points"), [("101", "2"), ("100", "3/2"), ("99", "1")])
def test_the_precondition_is_on_the_ratio(own: str, points: str, trial: "Maker") -> None:
    """U33: around a relative rule, `when` tests value ÷ reference, here strictly above 100 %."""
    rule = {"top": PARAMETERS | {"ranks": "2", "when": {"above": "1"}, "otherwise": PER_HEAD}}
    case = trial(rule, SHARE)
    step = case.step({"share": own}, others(str(200 - int(own))))
    assert str(step.points) == points
    assert step.figures == ("ranking units",)
    assert step.parts[0].figures == ("mean units",)
    assert [spec.kind for spec in case.rule.figures()] == ["ranking", "mean"]


@pytest.mark.parametrize("rivals", [("0",), ("5",)])
def test_nothing_to_compare_is_never_a_top(rivals: tuple[str, ...], trial: "Maker") -> None:
    """Without a reference, or with a value of 0 that has its own points, the override is never met."""
    rule = {"top": PARAMETERS | {"when": {}, "otherwise": PER_HEAD}}
    case = trial(rule, SHARE)
    assert case.points({"share": "0"}, others(*rivals)) == "0"
    assert "但没有可比的数值，不按前3名计分，计0分" in case.text({"share": "0"}, others(*rivals))[-1]


def test_a_unit_outside_the_ranking_keeps_its_bands(trial: "Maker") -> None:
    """Only members of the population can be among its first."""
    case = trial(TOP, SHARE)
    unit = case.case({"share": "95"})
    outside = type(unit)(case.frame, {"share": "95"}, "外", "college", {"乙": {"share": "10"}})
    step = case.rule.score(outside)
    assert str(step.points) == "3/2"
    assert list(case.rule.explain(step, case.frame))[-1] == "不参加全校院部排名，计1.5分"


@pytest.mark.parametrize(
    ("own", "rivals", "sentence"),
    [
        ("95", ("99",), "排名第2（共2个单位），前3名且≥90%计2分"),
        ("85", ("99",), "排名第2（共2个单位），但不符合“≥90%”，不按前3名计分，计1分"),
        ("91", ("99", "98", "97"), "排名第4（共4个单位），不在前3名，计1.5分"),
    ],
)
def test_the_explanation_names_rank_and_precondition(
    own: str, rivals: tuple[str, ...], sentence: str, trial: "Maker"
) -> None:
    """A reader sees the points inside first, then the rank and what it changed."""
    text = trial(TOP, SHARE).text({"share": own}, others(*rivals))
    assert text[0] == f"双师素质教师占比{own}%"
    assert text[-1] == sentence


def test_without_a_precondition(trial: "Maker") -> None:
    """`when` may be left out: the rank alone decides."""
    rule = {"top": {name: value for name, value in PARAMETERS.items() if name != "when"}}
    assert trial(rule, SHARE).text({"share": "10"})[-1] == "排名第1（共1个单位），前3名计2分"


def test_the_unit_is_asked_for_the_inner_value(trial: "Maker") -> None:
    """The override reads nothing of its own."""
    assert trial(TOP, SHARE).asks({}) == ["share"]
    assert trial(TOP, SHARE).reach() == ("0", "2")


@pytest.mark.parametrize(
    "inner", [{"judged": {}}, {"bands": {"bands": [{"when": {"share": {"above": "1"}}, "points": "1"}]}}]
)
def test_only_a_measured_rule_fits_inside(inner: dict[str, Any], trial: "Maker") -> None:
    """A rule without a value to rank by is refused."""
    with pytest.raises(ValidationError, match="top的otherwise里只能是"):
        trial({"top": PARAMETERS | {"otherwise": inner}}, SHARE)


@pytest.mark.parametrize(
    ("change", "flaws"),
    [
        ({"ranks": "0"}, [(("ranks",), "not_positive")]),
        ({"population": "all"}, [(("population",), "unknown_population")]),
        ({"better": "lower", "otherwise": PER_HEAD}, [(("better",), "better_differs")]),
        (
            {"otherwise": {"bands": {"value": "shares", "bands": [{"above": "1", "points": "1"}]}}},
            [(("otherwise", "bands", "value"), "unknown_input")],
        ),
    ],
)
def test_flaws(change: dict[str, Any], flaws: list[object], trial: "Maker") -> None:
    """Places count from 1, both directions agree, and the rule inside is checked at its own place."""
    assert trial({"top": PARAMETERS | change}, SHARE).flaws() == flaws
