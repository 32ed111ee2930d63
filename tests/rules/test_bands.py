"""bands: points by the interval in which a value lies."""

from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from assess.ground.expression import UndefinedError

if TYPE_CHECKING:
    from tests.rules.conftest import Maker

RATE = {"rate": {"label": "初次就业率", "unit": "%", "at_most": "100"}}
EMPLOYMENT = {
    "bands": {
        "value": "rate",
        "bands": [
            {"at_least": "85", "points": "2"},
            {"at_least": "80", "below": "85", "points": "1"},
            {"below": "80", "points": "-2"},
        ],
        "otherwise": "0",
    },
}
PROJECTS = {
    "enterprises": {"label": "合作企业", "unit": "家"},
    "projects": {"label": "合作项目", "unit": "项"},
}
BOTH = {
    "bands": {
        "bands": [
            {"when": {"enterprises": {"at_least": "3"}, "projects": {"at_least": "9"}}, "points": "2"},
            {"when": {"enterprises": {"at_least": "2"}, "projects": {"at_least": "4"}}, "points": "1"},
            {"when": {"enterprises": {"at_least": "1"}, "projects": {"at_least": "2"}}, "points": "0.5"},
        ],
    },
}


@pytest.mark.parametrize(
    ("rate", "points"),
    [("79.99", "-2"), ("80", "1"), ("80.01", "1"), ("84.99", "1"), ("85", "2"), ("85.01", "2")],
)
def test_employment_rate(rate: str, points: str, trial: "Maker") -> None:
    """(五)3: below 80 % −2, from 80 % 1, from 85 % 2."""
    assert trial(EMPLOYMENT, RATE).points({"rate": rate}) == points


@pytest.mark.parametrize(("rate", "points"), [("90", "0"), ("90.01", "1"), ("95", "1"), ("95.01", "0")])
def test_open_and_closed_edges(rate: str, points: str, trial: "Maker") -> None:
    """`above` leaves its edge out, `at_most` takes it in; outside all bands `otherwise` counts."""
    rule = {"bands": {"value": "rate", "bands": [{"above": "90", "at_most": "95", "points": "1"}]}}
    assert trial(rule, RATE).points({"rate": rate}) == points


@pytest.mark.parametrize(
    ("enterprises", "projects", "points"),
    [
        ("1", "1", "0"),
        ("1", "2", "1/2"),
        ("2", "3", "1/2"),
        ("2", "4", "1"),
        ("3", "8", "1"),
        ("3", "9", "2"),
        ("0", "9", "0"),
    ],
)
def test_several_inputs(enterprises: str, projects: str, points: str, trial: "Maker") -> None:
    """U29: both conditions must hold, and the highest tier that is met counts."""
    assert trial(BOTH, PROJECTS).points({"enterprises": enterprises, "projects": projects}) == points


def test_value_and_condition_together(trial: "Maker") -> None:
    """A band with edges and `when` needs both."""
    bands = [{"at_least": "85", "when": {"projects": {"above": "0"}}, "points": "2"}]
    case = trial({"bands": {"value": "rate", "bands": bands, "otherwise": "1"}}, RATE | PROJECTS)
    assert case.points({"rate": "85", "projects": "1"}) == "2"
    assert case.points({"rate": "85", "projects": "0"}) == "1"
    assert case.points({"rate": "84", "projects": "1"}) == "1"
    assert case.text({"rate": "85", "projects": "1"}) == [
        "初次就业率85%",
        "合作项目1项",
        "符合“≥85%、合作项目>0项”一档，计2分",
    ]


def test_the_explanation_shows_the_arithmetic(trial: "Maker") -> None:
    """A reader sees the inputs, the value and the band."""
    inputs = {"trained": {"label": "培训人次", "unit": "人次"}, "enrolled": {"label": "在校生人数", "unit": "人"}}
    rule = {"bands": {"value": "trained / enrolled * 100", "bands": [{"at_least": "70", "points": "1"}]}}
    case = trial(rule, inputs)
    given = "培训人次750人次、在校生人数1000人：培训人次 ÷ 在校生人数 × 100 = 75%"
    assert case.text({"trained": "750", "enrolled": "1000"}) == [given, "符合“≥70%”一档，计1分"]
    assert case.text({"trained": "0", "enrolled": "1000"})[1:] == ["各档条件均不符合，计0分"]


def test_a_division_by_zero_is_reported_upwards(trial: "Maker") -> None:
    """A value that divides by zero has no points: the engine turns it into a problem."""
    inputs = {"a": {"label": "甲", "unit": "人"}, "b": {"label": "乙", "unit": "人"}}
    case = trial({"bands": {"value": "a / b", "bands": [{"at_least": "1", "points": "1"}]}}, inputs)
    with pytest.raises(UndefinedError):
        case.step({"a": "1", "b": "0"})


def test_reach(trial: "Maker") -> None:
    """The ends are the lowest and the highest band."""
    assert trial(EMPLOYMENT, RATE).reach() == ("-2", "2")


@pytest.mark.parametrize(
    ("bands", "flaws"),
    [
        ([{"points": "1"}], [(("bands", 0), "open_band")]),
        ([{"at_least": "1", "points": "1"}, {"at_least": "2", "points": "2"}], [(("bands", 1), "band_never_met")]),
        ([{"above": "1", "points": "1"}, {"at_least": "1", "points": "2"}], []),
        ([{"at_least": "1", "points": "1"}, {"above": "1", "points": "2"}], [(("bands", 1), "band_never_met")]),
        ([{"at_most": "2", "points": "1"}, {"below": "2", "points": "2"}], [(("bands", 1), "band_never_met")]),
        ([{"below": "2", "points": "1"}, {"at_most": "2", "points": "2"}], []),
        ([{"at_most": "2", "points": "1"}, {"at_most": "1", "points": "2"}], [(("bands", 1), "band_never_met")]),
        ([{"at_least": "2", "points": "1"}, {"at_most": "1", "points": "2"}], []),
        ([{"at_least": "1", "when": {"rate": {"above": "0"}}, "points": "1"}, {"at_least": "2", "points": "2"}], []),
        ([{"when": {"rate": {}}, "points": "1"}], [(("bands", 0, "when", "rate"), "open_condition")]),
        ([{"when": {"rato": {"above": "1"}}, "points": "1"}], [(("bands", 0, "when", "rato"), "unknown_input")]),
    ],
)
def test_flaws_of_bands(bands: list[dict[str, Any]], flaws: list[object], trial: "Maker") -> None:
    """A band that always holds or can never count is an error; so is a condition on nothing."""
    assert trial({"bands": {"value": "rate", "bands": bands}}, RATE).flaws() == flaws


def test_a_stricter_condition_comes_first(trial: "Maker") -> None:
    """A tier behind one that is easier in every condition never counts."""
    bands = list(reversed(BOTH["bands"]["bands"]))
    assert trial({"bands": {"bands": bands}}, PROJECTS).flaws() == [
        (("bands", 1), "band_never_met"),
        (("bands", 2), "band_never_met"),
    ]


def test_edges_need_a_value(trial: "Maker") -> None:
    """A band with edges in a rule without value is an error."""
    assert trial({"bands": {"bands": [{"at_least": "1", "points": "1"}]}}).flaws() == [(("bands", 0), "no_value")]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("rato", "unknown_input"),
        ("kind", "wrong_input_kind"),
        ("listed", "no_weights"),
        ("done", "wrong_input_kind"),
        ("rate / (rate - rate)", "division_by_zero"),
    ],
)
def test_flaws_of_the_value(value: str, code: str, trial: "Maker") -> None:
    """A value reads declared inputs that have a number, and does not always divide by zero."""
    inputs = RATE | {
        "kind": {"label": "类别", "choices": ["甲", "乙"]},
        "listed": {"label": "清单", "records": {"classes": {"一类": {}}}},
        "done": {"label": "落实", "flag": "true"},
    }
    rule = {"bands": {"value": value, "bands": [{"at_least": "1", "points": "1"}]}}
    assert trial(rule, inputs).flaws() == [(("value",), code)]


@pytest.mark.parametrize(
    "bands",
    [
        [],
        [{"at_least": "1", "above": "1", "points": "1"}],
        [{"at_least": "2", "below": "2", "points": "1"}],
        [{"at_least": "1"}],
    ],
)
def test_impossible_bands_are_refused(bands: list[dict[str, str]], trial: "Maker") -> None:
    """No band, two edges on a side, an empty interval, and a band without points are refused."""
    with pytest.raises(ValidationError):
        trial({"bands": {"value": "rate", "bands": bands}}, RATE)


def test_one_wrong_band_is_one_mistake(trial: "Maker") -> None:
    """A list whose only band is wrong is not called empty as well."""
    with pytest.raises(ValidationError) as raised:
        trial({"bands": {"value": "rate", "bands": [{"at_least": "many", "points": "1"}]}}, RATE)
    assert len(raised.value.errors()) == 1


def test_inputs_alone_are_explained(trial: "Maker") -> None:
    """Without a value a reader sees the inputs and the tier."""
    text = trial(BOTH, PROJECTS).text({"enterprises": "2", "projects": "4"})
    assert text == ["合作企业2家、合作项目4项", "符合“合作企业≥2家、合作项目≥4项”一档，计1分"]


def test_a_divisor_that_is_zero_only_by_chance_is_no_flaw(trial: "Maker") -> None:
    """A divisor is wrong only if it is 0 whatever the inputs are; 1009 is the first value that is tried."""
    rule = {"bands": {"value": "rate / (rate - 1009)", "bands": [{"at_least": "1", "points": "1"}]}}
    assert trial(rule, RATE).flaws() == []
