"""relative: a value held against a figure of the population."""

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import Maker

INPUTS = {
    "students": {"label": "学生数", "unit": "人"},
    "teachers": {"label": "专业教师数", "unit": "人"},
}
PARAMETERS: dict[str, Any] = {
    "value": "students / teachers",
    "better": "lower",
    "reference": "pooled",
    "population": "units",
    "bands": [{"below": "0.7", "points": "1.5"}, {"below": "1", "points": "1"}],
    "otherwise": "0",
}
RATIO = {"relative": PARAMETERS}
EXEMPLARS = {"exemplars": {"label": "示范成果权重", "unit": "分"}}
BONUS = {
    "relative": {
        "value": "exemplars",
        "better": "higher",
        "reference": "mean",
        "population": "units",
        "bands": [{"at_least": "1", "points": "2"}, {"at_least": "0.7", "points": "1"}],
        "otherwise": "0",
        "zero_value": "0",
    },
}


@pytest.mark.parametrize(
    ("students", "points"),
    [("699", "3/2"), ("700", "1"), ("701", "1"), ("999", "1"), ("1000", "0"), ("1001", "0")],
)
def test_student_teacher_ratio(students: str, points: str, trial: "Maker") -> None:
    """U32a: below 70 % of the pooled ratio 1.5, below 100 % 1, both edges open."""
    others = {"乙": {"students": str(2000 - int(students)), "teachers": "50"}}
    assert trial(RATIO, INPUTS).points({"students": students, "teachers": "50"}, others) == points


def test_pooled_and_mean_differ(trial: "Maker") -> None:
    """Pooled: Σ ÷ Σ; mean: of the units' values, each unit alike."""
    others = {"乙": {"students": "100", "teachers": "1"}}
    own = {"students": "1000", "teachers": "50"}
    pooled = trial(RATIO, INPUTS).step(own, others)
    mean = trial({"relative": PARAMETERS | {"reference": "mean"}}, INPUTS).step(own, others)
    assert str(pooled.values["reference"]) == "1100/51"
    assert str(mean.values["reference"]) == "60"
    assert (pooled.figures, mean.figures) == (("pooled units",), ("mean units",))


@pytest.mark.parametrize(("own", "last_year", "points"), [("99", "100", "0"), ("100", "100", "2"), ("1", "0", "0")])
def test_a_given_reference(own: str, last_year: str, points: str, trial: "Maker") -> None:
    """A unit may bring its own reference; where that is 0 there is nothing to compare with."""
    inputs = {"own": {"label": "今年", "unit": "人"}, "last_year": {"label": "上年", "unit": "人"}}
    rule = {
        "relative": {
            "value": "own",
            "better": "higher",
            "reference": {"given": "last_year"},
            "bands": [{"at_least": "1", "points": "2"}],
        },
    }
    case = trial(rule, inputs)
    assert case.points({"own": own, "last_year": last_year}) == points
    assert list(case.rule.figures()) == []
    assert case.flaws() == []


def test_a_given_reference_without_a_value(trial: "Maker") -> None:
    """A given reference that divides by zero counts as none; the explanation says which it was, and from what."""
    reference = {"given": "students / teachers"}
    case = trial({"relative": PARAMETERS | {"value": "students", "reference": reference}}, INPUTS)
    assert case.text({"students": "10", "teachers": "0"}) == [
        "学生数10人",
        "专业教师数0人",
        "没有可比的参照值，计0分",
    ]
    assert case.text({"students": "10", "teachers": "2"})[1:3] == [
        "参照值（学生数 ÷ 专业教师数）5，为其200%",
        "专业教师数2人",
    ]


def test_inputs_of_the_conditions_are_said(trial: "Maker") -> None:
    """Who reads that a condition on another input is met reads that input, too."""
    bands = [{"below": "1", "when": {"visits": {"at_least": "3"}}, "points": "1"}]
    inputs = INPUTS | {"visits": {"label": "走访企业", "unit": "家"}}
    case = trial({"relative": PARAMETERS | {"bands": bands}}, inputs)
    own, other = {"students": "20", "teachers": "2", "visits": "4"}, {"students": "20", "teachers": "1"}
    assert case.text(own, {"乙": other})[2:] == ["走访企业4家", "符合“<100%、走访企业≥3家”一档，计1分"]


def test_a_reference_of_zero_gives_everyone_nothing(trial: "Maker") -> None:
    """U33: with a reference of 0 all points are 0, and the figure is still cited."""
    step = trial(BONUS, EXEMPLARS).step({"exemplars": "0"}, {"乙": {"exemplars": "0"}})
    assert (str(step.points), step.figures, step.values["note"]) == ("0", ("mean units",), "没有可比的参照值")


@pytest.mark.parametrize(("zero_value", "points"), [("0", "0"), ("-1", "-1")])
def test_a_value_of_zero_has_its_own_points(zero_value: str, points: str, trial: "Maker") -> None:
    """U44: a unit with weight 0 gets `zero_value`, whatever the bands say."""
    rule = {"relative": BONUS["relative"] | {"bands": [{"at_least": "0", "points": "2"}], "zero_value": zero_value}}
    case = trial(rule, EXEMPLARS)
    assert case.points({"exemplars": "0"}, {"乙": {"exemplars": "4"}}) == points
    assert case.text({"exemplars": "0"}, {"乙": {"exemplars": "4"}})[-1] == f"本单位数值为0，计{points}分"


def test_nine_units_with_their_addition(trial: "Maker") -> None:
    """(七)1: weights 10, 8, 8, 5, 4, 4, 2, 0, 0 have a mean of 4.556 and additions 2, 2, 2, 2, 1, 1, 0, 0, 0."""
    weights = dict(zip("甲乙丙丁戊己庚辛壬", ["10", "8", "8", "5", "4", "4", "2", "0", "0"], strict=True))
    table = trial(BONUS, EXEMPLARS).table(weights, "exemplars")
    assert list(table.values()) == ["2", "2", "2", "2", "1", "1", "0", "0", "0"]


def test_the_explanation_shows_the_arithmetic(trial: "Maker") -> None:
    """A reader sees the inputs, the value, the reference with its population, the ratio and the band."""
    others = {"乙": {"students": "650", "teachers": "40"}}
    assert trial(RATIO, INPUTS).text({"students": "1200", "teachers": "60"}, others) == [
        "学生数1200人、专业教师数60人：学生数 ÷ 专业教师数 = 20",
        "全校院部合计比值18.5，为其108.11%",
        "各档条件均不符合，计0分",
    ]
    assert trial(RATIO, INPUTS).text(
        {"students": "650", "teachers": "40"}, {"乙": {"students": "1200", "teachers": "60"}}
    )[1:] == ["全校院部合计比值18.5，为其87.84%", "符合“<100%”一档，计1分"]


def test_a_ratio_just_below_the_edge_does_not_look_like_it(trial: "Maker") -> None:
    """A ratio that two places would round to 100 % is shown with as many as it takes."""
    case = trial(BONUS, EXEMPLARS)
    assert "为其99.9999%" in case.text({"exemplars": "999999"}, {"乙": {"exemplars": "1000001"}})[1]
    tiny = {"exemplars": "1000000000000"}
    assert "为其99.99999999995%" in case.text(tiny, {"乙": {"exemplars": "1000000000001"}})[1]


def test_reach(trial: "Maker") -> None:
    """Without a reference the points are 0, so 0 is always within reach."""
    high = PARAMETERS | {"otherwise": "1", "bands": [{"below": "1", "points": "2"}]}
    assert trial({"relative": high}, INPUTS).reach() == ("0", "2")
    assert trial({"relative": high | {"zero_value": "3"}}, INPUTS).reach() == ("0", "3")


@pytest.mark.parametrize(
    ("change", "flaws"),
    [
        ({"population": "unit"}, [(("population",), "unknown_population")]),
        ({"population": None}, [((), "no_population")]),
        ({"value": "student"}, [(("value",), "unknown_input")]),
        ({"reference": {"given": "teacher"}}, [(("reference", "given"), "unknown_input")]),
        ({"bands": [{"points": "1"}]}, [(("bands", 0), "open_band")]),
    ],
)
def test_flaws(change: dict[str, Any], flaws: list[object], trial: "Maker") -> None:
    """Value, reference, population and bands are checked, each at its place."""
    assert trial({"relative": PARAMETERS | change}, INPUTS).flaws() == flaws


def test_conditions_in_bands_are_read(trial: "Maker") -> None:
    """A band may ask for a further input."""
    bands = [{"below": "1", "when": {"teachers": {"above": "10"}}, "points": "1"}]
    rule = {"relative": PARAMETERS | {"value": "students", "bands": bands, "reference": {"given": "students + 1"}}}
    case = trial(rule, INPUTS)
    assert set(case.asks({})) == {"students", "teachers"}
    assert case.points({"students": "5", "teachers": "11"}) == "1"
    assert case.points({"students": "5", "teachers": "10"}) == "0"
