"""attainment: a level and a percentage inside its band (regulation.md, section 4)."""

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import Maker, Trial


def attainment(trial: "Maker", *, mark: str | None = "2", **parameters: Any) -> "Trial":  # noqa: ANN401 as YAML has them
    """A leaf with a target in words."""
    return trial({"attainment": {"full": {"printed": "健全"}, **parameters}}, full=mark)


@pytest.mark.parametrize(("percent", "points"), [("100", "2"), ("80", "8/5"), ("79.99", "7999/5000"), ("0", "0")])
def test_the_percentage_times_the_full_mark(percent: str, points: str, trial: "Maker") -> None:
    """Weight 2: 80 % gives 1.6."""
    assert attainment(trial).points({"level": "达成", "percent": percent, "deviation": "修订中"}) == points


@pytest.mark.parametrize(
    ("level", "percent", "fits"),
    [
        ("达成", 80, ""),
        ("达成", 100, ""),
        ("达成", Fraction("79.99"), "部分达成"),
        ("部分达成", 60, ""),
        ("部分达成", Fraction("79.99"), ""),
        ("部分达成", 80, "达成"),
        ("部分达成", Fraction("59.99"), "未达成"),
        ("未达成", 0, ""),
        ("未达成", Fraction("59.99"), ""),
        ("未达成", 60, "部分达成"),
    ],
)
def test_the_percentage_lies_in_the_band_of_its_level(
    level: str, percent: Fraction | int, fits: str, trial: "Maker"
) -> None:
    """达成 [80, 100], 部分达成 [60, 80), 未达成 [0, 60): anything else says what it would be."""
    found = list(attainment(trial).rule.contradictions({"level": level, "percent": Fraction(percent)}))
    assert [one.hint.split("“")[-1].rstrip("”") for one in found] == ([fits] if fits else [])


def test_a_percentage_that_fits_no_level(trial: "Maker") -> None:
    """With bands of one's own a percentage may lie in none of them."""
    levels = {
        "好": {"at_least": "90", "at_most": "95"},
        "中": {"at_least": "60", "below": "90"},
        "差": {"at_least": "0", "below": "60"},
    }
    (found,) = attainment(trial, levels=levels).rule.contradictions({"level": "好", "percent": Fraction(99)})
    assert (found.name, found.hint) == ("percent", "")
    assert list(attainment(trial).rule.contradictions({"percent": Fraction(99)})) == []


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        ({}, ["level", "percent"]),
        ({"level": "达成"}, ["level", "percent"]),
        ({"level": "部分达成"}, ["level", "percent", "deviation"]),
        ({"level": "未达成"}, ["level", "percent", "deviation"]),
    ],
)
def test_a_lower_level_demands_a_reason(facts: dict[str, str], asked: list[str], trial: "Maker") -> None:
    """Only the best level goes without a reason."""
    assert attainment(trial).asks(facts) == asked


def test_a_percentage_just_outside_its_level_is_said_as_it_was_entered(trial: "Maker") -> None:
    """66.66665 % is not rounded to the line that it does not reach."""
    levels = {
        "达成": {"at_least": "66.6667"},
        "部分达成": {"at_least": "60", "below": "66.6667"},
        "未达成": {"below": "60"},
    }
    rule = attainment(trial, levels=levels).rule
    (found,) = rule.contradictions({"level": "达成", "percent": Fraction("66.66665")})
    assert found.text == "达成百分比66.66665%不在“达成”的范围里，允许≥66.6667%"
    assert found.hint == "66.66665%是“部分达成”"


def test_the_words(trial: "Maker") -> None:
    """The explanation shows the multiplication."""
    assert attainment(trial).text({"level": "部分达成", "percent": "70", "deviation": "修订中"}) == [
        "部分达成，70%：2分×70%，计1.4分"
    ]


@pytest.mark.parametrize(
    "levels",
    [
        {"达成": {"at_least": "80"}, "未达成": {"below": "80"}},
        {"甲": {"at_least": "80"}, "乙": {"at_least": "60", "below": "81"}, "丙": {"below": "60"}},
        {"甲": {"at_least": "80"}, "乙": {"at_least": "60", "at_most": "80"}, "丙": {"below": "60"}},
        {"甲": {"at_most": "100"}, "乙": {"at_least": "60", "below": "80"}, "丙": {"below": "60"}},
        {"甲": {"at_least": "80"}, "乙": {"at_least": "60"}, "丙": {"below": "60"}},
    ],
)
def test_three_levels_that_do_not_overlap(levels: dict[str, Any], trial: "Maker") -> None:
    """Two levels, or levels that overlap or have no edge between them, are a flaw."""
    assert {code for _, code in attainment(trial, levels=levels).flaws()} == {"levels"}


def test_a_full_mark_is_needed(trial: "Maker") -> None:
    """Without a full mark there is nothing to take a percentage of."""
    assert [code for _, code in attainment(trial, mark=None).flaws()] == ["no_full_mark"]
    assert attainment(trial).flaws() == []


def test_a_measured_half_year_value_brings_its_number(trial: "Maker") -> None:
    """`≥30%` at half-year under a value in words is entered as a number of its own."""
    rule = attainment(trial, half={"printed": "≥30%", "at_least": "30", "unit": "%"}).rule
    assert dict(rule.brings())["actual"].unit == "%"
    assert "actual" in list(rule.reads())
