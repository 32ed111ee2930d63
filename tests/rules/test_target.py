"""target: an actual value against the printed one, on, under and over every edge (regulation.md, section 4)."""

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from assess.entered.inputs import Input
from assess.rules.grammar.target_value import TargetValue

if TYPE_CHECKING:
    from tests.rules.conftest import Maker, Trial


def target(trial: "Maker", full: dict[str, str], *, mark: str = "1", **parameters: Any) -> "Trial":  # noqa: ANN401 as YAML has them
    """A leaf with a target; `full` is its value of the year."""
    return trial({"target": {"full": {"printed": "原文"} | full, **parameters}}, full=mark)


@pytest.mark.parametrize(
    ("actual", "points"),
    [("6", "3/2"), ("7.99", "799/400"), ("8", "2"), ("8.01", "2"), ("0", "0"), ("-1", "0")],
)
def test_at_least(actual: str, points: str, trial: "Maker") -> None:
    """≥ 8, weight 2: 6 gives 1.50; 8 and more the full mark; never below 0."""
    assert target(trial, {"at_least": "8"}, mark="2").points({"actual": actual, "deviation": "因故"}) == points


@pytest.mark.parametrize(
    ("on_line", "actual", "points"),
    [
        ("step", "9", "1"),
        ("step", "8", "99/100"),
        ("step", "7.999", "99/100"),
        ("proportional", "8", "1"),
        ("proportional", "7.999", "7999/8000"),
        ("step", "4", "1/2"),
        ("proportional", "4", "1/2"),
    ],
)
def test_more_than(on_line: str, actual: str, points: str, trial: "Maker") -> None:
    """> 8 asks for more than 8; on the line and just below it a smallest step is missing, or the share alone counts."""
    assert target(trial, {"above": "8"}, on_line=on_line).points({"actual": actual, "deviation": "因故"}) == points


@pytest.mark.parametrize(
    ("over", "actual", "points"),
    [
        ("ratio", "100", "1"),
        ("ratio", "99", "1"),
        ("ratio", "120", "5/6"),
        ("linear", "120", "4/5"),
        ("linear", "199", "1/100"),
        ("linear", "200", "0"),
        ("linear", "201", "0"),
        ("per_point", "100", "1"),
        ("per_point", "101", "9/10"),
        ("per_point", "110", "0"),
        ("per_point", "111", "0"),
        ("none", "100", "1"),
        ("none", "100.01", "0"),
    ],
)
def test_at_most(over: str, actual: str, points: str, trial: "Maker") -> None:
    """≤ 100: B = 120 gives 0.83 by ratio, 0.80 linear (0 from 200), 10 % less for each point over, or nothing."""
    assert target(trial, {"at_most": "100"}, over=over).points({"actual": actual, "deviation": "因故"}) == points


@pytest.mark.parametrize(("actual", "points"), [("4.9", "1"), ("5", "99/100"), ("10", "1/2")])
def test_less_than(actual: str, points: str, trial: "Maker") -> None:
    """< 5 is open: 5 itself is not below 5."""
    assert target(trial, {"below": "5"}).points({"actual": actual, "deviation": "因故"}) == points


@pytest.mark.parametrize(
    ("more", "over", "actual", "points"),
    [
        ("harm", "ratio", "80", "4/5"),
        ("harm", "ratio", "100", "1"),
        ("harm", "ratio", "125", "4/5"),
        ("harm", "linear", "125", "3/4"),
        ("harm", "per_point", "101", "9/10"),
        ("harmless", "ratio", "125", "1"),
        ("harmless", "ratio", "80", "4/5"),
    ],
)
def test_equal(more: str, over: str, actual: str, points: str, trial: "Maker") -> None:
    """＝ 100: a shortfall in proportion; above it full only where more is no harm."""
    assert (
        target(trial, {"equal": "100"}, more=more, over=over).points({"actual": actual, "deviation": "因故"}) == points
    )


@pytest.mark.parametrize(("actual", "points"), [("0", "1"), ("0.5", "19/20"), ("1", "9/10"), ("10", "0"), ("11", "0")])
def test_a_ceiling_of_0_loses_by_the_point(actual: str, points: str, trial: "Maker") -> None:
    """＝ 0 %: a tenth of the full mark for each percentage point over."""
    assert (
        target(trial, {"equal": "0", "unit": "%"}, over="per_point").points({"actual": actual, "deviation": "因故"})
        == points
    )


@pytest.mark.parametrize(("actual", "points"), [("0", "1"), ("1", "0")])
def test_none_may_happen(actual: str, points: str, trial: "Maker") -> None:
    """0 accidents: B = 1 gives 0."""
    assert target(trial, {"at_most": "0"}, over="none").points({"actual": actual, "deviation": "因故"}) == points


@pytest.mark.parametrize(
    ("students", "ratio", "points"),
    [("1999", "1:199.9", "1"), ("2000", "1:200", "1"), ("2500", "1:250", "4/5"), ("2001", "1:200.1", "2000/2001")],
)
def test_a_ratio_is_a_fraction(students: str, ratio: str, points: str, trial: "Maker") -> None:
    """1:200 with 10 counsellors: up to 2,000 students it is met."""
    inputs = {
        "counsellors": {"label": "辅导员数", "unit": "人"},
        "students": {"label": "学生数", "unit": "人", "above": "0"},
    }
    rule = {"value": "counsellors / students", "full": {"printed": "1:200", "at_least": "1", "per": "200"}}
    case = trial({"target": rule}, inputs, full="1")
    assert case.points({"counsellors": "10", "students": students, "deviation": "缺编"}) == points
    measured, compared = case.text({"counsellors": "10", "students": students, "deviation": "缺编"})
    assert measured.endswith(f" = {ratio}")
    assert "≥1:200" in compared


def test_0_asked_is_always_met(trial: "Maker") -> None:
    """≥ 0 cannot be missed, except by what lies below 0."""
    case = target(trial, {"at_least": "0"})
    assert (case.points({"actual": "0", "deviation": "因故"}), case.points({"actual": "-1", "deviation": "退回"})) == (
        "1",
        "0",
    )


@pytest.mark.parametrize(
    ("full", "parameters", "actual", "asked"),
    [
        ({"at_least": "100"}, {}, "99.99", True),
        ({"at_least": "100"}, {}, "100", False),
        ({"at_least": "100"}, {}, "129.99", False),
        ({"at_least": "100"}, {}, "130", True),
        ({"at_least": "100"}, {"reason_from": None}, "999", False),
        ({"at_least": "100"}, {"reason_from": "150"}, "149", False),
        ({"at_least": "0"}, {}, "999", False),
        ({"above": "100"}, {}, "100", True),
        ({"at_most": "100"}, {}, "101", True),
        ({"at_most": "100"}, {}, "1", False),
        ({"equal": "100"}, {}, "130", True),
        ({"equal": "100"}, {"more": "harmless"}, "129", False),
        ({"equal": "100"}, {"more": "harmless"}, "130", True),
    ],
)
def test_a_deviation_demands_a_reason(
    full: dict[str, str],
    parameters: dict[str, Any],
    actual: str,
    asked: bool,  # noqa: FBT001 a parameter of the case
    trial: "Maker",
) -> None:
    """Short of the target, past it, or from 130 % of it on where more is better, the reason is asked for."""
    case = target(trial, full, **parameters)
    assert case.asks({"actual": actual}) == (["actual", "deviation"] if asked else ["actual"])
    assert case.asks({}) == ["actual"]


def test_a_value_that_cannot_be_computed_asks_for_no_reason(trial: "Maker") -> None:
    """A denominator of 0 is told as such, not as a missing reason."""
    inputs = {"part": {"label": "部分", "unit": "人"}, "whole": {"label": "全部", "unit": "人"}}
    case = trial({"target": {"value": "part / whole", "full": {"printed": "≥1", "at_least": "1"}}}, inputs)
    assert case.asks({"part": "1", "whole": "0"}) == ["part", "whole"]


@pytest.mark.parametrize(
    ("full", "parameters", "actual", "sentence"),
    [
        ({"at_least": "8", "unit": "次"}, {}, "8", "达到指标值≥8次，得满分1分"),
        ({"at_least": "8", "unit": "次"}, {}, "6", "没有达到指标值≥8次，完成75%，按比例计0.75分"),
        ({"above": "8", "unit": "次"}, {}, "8", "正好是指标值>8次的界限，不算达到，比满分少一个最小分，计0.99分"),
        ({"above": "8", "unit": "次"}, {"on_line": "proportional"}, "8", "正好是指标值>8次的界限，不算达到，计1分"),
        ({"above": "8"}, {}, "7.999", "没有达到指标值>8，完成99.99%，按比例，但要比满分少一个最小分，计0.99分"),
        ({"at_most": "8", "unit": "次"}, {}, "10", "超过指标值≤8次，按指标值÷实际值＝80%，计0.8分"),
        ({"at_most": "8"}, {"over": "linear"}, "10", "超过指标值≤8，按1-(实际值-指标值)÷指标值＝75%，计0.75分"),
        (
            {"at_most": "8", "unit": "%"},
            {"over": "per_point"},
            "9",
            "超过指标值≤8%，每超过1个百分点扣满分的10%，计0.9分",
        ),
        ({"at_most": "8", "unit": "次"}, {"over": "per_point"}, "9", "超过指标值≤8次，每超过1次扣满分的10%，计0.9分"),
        ({"at_most": "0", "unit": "起"}, {"over": "none"}, "1", "超过指标值≤0起，这是不允许发生的，计0分"),
    ],
)
def test_the_words(
    full: dict[str, str], parameters: dict[str, Any], actual: str, sentence: str, trial: "Maker"
) -> None:
    """The explanation says the value, the target, and how the points follow."""
    case = target(trial, full, **parameters)
    assert case.text({"actual": actual, "deviation": "因故"}) == [f"实际完成值{actual}{full.get('unit', '')}", sentence]


@pytest.mark.parametrize(
    ("rule", "flaw"),
    [
        ({"full": {"printed": "健全"}}, "no_operator"),
        ({"full": {"printed": "-5", "at_least": "-5"}}, "negative"),
        ({"full": {"printed": "-5", "equal": "-5"}, "more": "harmless"}, "negative"),
        ({"full": {"printed": "0", "at_most": "0"}}, "over_zero"),
        ({"full": {"printed": "0", "equal": "0"}, "over": "linear"}, "over_zero"),
        ({"full": {"printed": "≥1", "at_least": "1"}, "half": {"printed": "推进"}}, "no_operator"),
        ({"full": {"printed": "≥1", "at_least": "1"}, "value": "nothing"}, "unknown_input"),
        ({"full": {"printed": "≥1", "at_least": "1"}, "per_point": "-1"}, "negative"),
    ],
)
def test_what_makes_no_sense_is_a_flaw(rule: dict[str, Any], flaw: str, trial: "Maker") -> None:
    """A target without a way to read or to score it is told when the scheme is built."""
    case = trial({"target": rule})
    assert [code for _, code in case.flaws()] == [flaw]


def test_a_full_mark_is_needed(trial: "Maker") -> None:
    """Without a full mark there is nothing to share."""
    case = trial(
        {"target": {"full": {"printed": "≥1", "at_least": "1"}}}, {"actual": {"label": "值", "unit": "次"}}, full=None
    )
    assert [code for _, code in case.flaws()] == ["no_full_mark"]


@pytest.mark.parametrize("equal", [{"over": "none"}, {"over": "per_point"}, {"more": "harmless"}])
def test_0_may_be_a_ceiling_that_says_how_it_is_passed(equal: dict[str, str], trial: "Maker") -> None:
    """＝ 0 is fine where going past it has a way of its own, or does no harm."""
    assert target(trial, {"equal": "0"}, **equal).flaws() == []


def test_the_rule_brings_its_own_inputs(trial: "Maker") -> None:
    """The actual value carries the target's unit and the bounds given; with a formula only the reason is brought."""
    rule = {"full": {"printed": "≥95%", "at_least": "95", "unit": "%"}, "possible": {"at_most": "100"}}
    brought = dict(trial({"target": rule}).rule.brings())
    assert (brought["actual"].unit, brought["actual"].at_most) == ("%", Fraction(100))
    assert brought["deviation"].kind == "text"
    plain = dict(trial({"target": {"full": {"printed": "18", "at_least": "18"}}}).rule.brings())
    assert plain["actual"].unitless
    formula = trial({"target": {"value": "a + b", "full": {"printed": "1", "at_least": "1"}}}).rule
    assert list(dict(formula.brings())) == ["deviation"]
    assert formula.primary is None


@pytest.mark.parametrize(
    "value",
    [
        {"printed": "≥8", "at_least": "8", "at_most": "9"},
        {"printed": "1:200", "per": "200"},
        {"printed": "1:0", "at_least": "1", "per": "0"},
        {"at_least": "8"},
    ],
)
def test_a_value_is_read_in_one_way(value: dict[str, str]) -> None:
    """Two operators, a ratio without a number, a ratio to 0, or no printed text are refused."""
    with pytest.raises(ValidationError):
        TargetValue.model_validate(value)


@pytest.mark.parametrize(
    ("value", "text", "measurable"),
    [
        ({"printed": "8次以上", "at_least": "8", "unit": "次"}, "≥8次", True),
        ({"printed": "1:200", "at_least": "1", "per": "200"}, "≥1:200", True),
        ({"printed": "＝1个", "equal": "1", "unit": "个"}, "＝1个", True),
        ({"printed": "≥0个", "at_least": "0", "unit": "个"}, "≥0个", False),
        ({"printed": ">0个", "above": "0", "unit": "个"}, ">0个", True),
        ({"printed": "0次", "at_most": "0", "unit": "次"}, "≤0次", True),
        ({"printed": "＝0个", "equal": "0", "no_requirement": "true"}, "＝0", False),
        ({"printed": "推进", "no_requirement": "true"}, "推进", False),
        ({"printed": "健全"}, "健全", False),
    ],
)
def test_a_value_as_it_is_read(value: dict[str, str], text: str, measurable: bool) -> None:  # noqa: FBT001 a parameter of the case
    """A value says how it is read, and whether anything can be measured by it."""
    read = TargetValue.model_validate(value)
    assert (read.text(), read.is_measurable) == (text, measurable)


def test_words_hold_nothing() -> None:
    """Comparing with a text is a programmer's mistake."""
    with pytest.raises(ValueError, match="no number"):
        TargetValue(printed="健全").holds(Fraction(1))


@pytest.mark.parametrize("wrong", [{"label": "数"}, {"label": "文", "text": "true", "flag": "true"}])
def test_an_input_has_a_unit_or_says_that_it_has_none(wrong: dict[str, str]) -> None:
    """A number without a unit is refused unless it is said to have none; a text is no other kind beside."""
    with pytest.raises(ValidationError):
        Input.model_validate(wrong)
    assert Input.model_validate({"label": "比", "unitless": "true"}).kind == "number"
