"""Targets in words, for the tables of a scheme and for what two schemes differ in."""

from typing import TYPE_CHECKING, Any

import pytest

from assess.drafting.comparing.walker import Walker
from assess.rules.grammar.rule_words import RuleWords, rule_words

if TYPE_CHECKING:
    from tests.rules.conftest import Maker

EIGHT = {"printed": "≥8次", "at_least": "8", "unit": "次"}
FOUR = {"printed": "≥4次", "at_least": "4", "unit": "次"}
ZERO_RATE = {"printed": "=0%", "equal": "0", "unit": "%"}
TEN = {"printed": "＝10个", "equal": "10", "unit": "个"}
COST = {"printed": "≥100万元", "at_most": "100", "unit": "万元"}


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"full": EIGHT}, "指标值≥8次；达不到按比例"),
        ({"full": EIGHT, "half": FOUR}, "指标值≥8次（半年≥4次）；达不到按比例"),
        ({"full": EIGHT, "half": EIGHT}, "指标值≥8次（半年相同）；达不到按比例"),
        (
            {"full": EIGHT, "half": {"printed": "推进", "no_requirement": "true"}},
            "指标值≥8次（半年“推进”，不作要求）；达不到按比例",
        ),
        ({"full": EIGHT, "cycle": "24次"}, "指标值≥8次（实施周期“24次”）；达不到按比例"),
        ({"full": EIGHT, "half": FOUR, "cycle": "24次"}, "指标值≥8次（半年≥4次；实施周期“24次”）；达不到按比例"),
        ({"full": {"printed": "大于8", "above": "8"}}, "指标值>8；达不到按比例"),
        (
            {"full": {"printed": "大于8", "above": "8"}, "on_line": "proportional"},
            "指标值>8；达不到按比例，正好等于的得满分",
        ),
        ({"full": COST}, "指标值≤100万元；超过按比例扣"),
        ({"full": COST, "over": "linear"}, "指标值≤100万元；超过按超出的比例扣，到两倍为0分"),
        ({"full": COST, "over": "per_point", "per_point": "5"}, "指标值≤100万元；每超过1万元扣满分的5%"),
        ({"full": {"printed": "0", "at_most": "0"}, "over": "none"}, "指标值≤0；超过得0分"),
        ({"full": ZERO_RATE, "over": "per_point"}, "指标值＝0%；每超过1个百分点扣满分的10%"),
        ({"full": TEN}, "指标值＝10个；达不到按比例，超过按比例扣"),
        ({"full": TEN, "more": "harmless"}, "指标值＝10个；达不到按比例，超过不扣"),
        ({"full": TEN, "possible": {"at_most": "10"}}, "指标值＝10个；达不到按比例"),
        ({"full": {"printed": "≤9", "at_most": "9"}, "possible": {"at_most": "9"}}, "指标值≤9"),
    ],
)
def test_a_target(parameters: dict[str, Any], words: str, trial: "Maker") -> None:
    """The value, half-year and cycle, then how points follow; what is as usual is left out."""
    made = trial({"target": parameters})
    assert rule_words(made.rule, made.frame, {}) == words


def test_a_formula(trial: "Maker") -> None:
    """It is said with the labels of its inputs."""
    inputs = {"staff": {"label": "辅导员数", "unit": "人"}, "students": {"label": "在校生数", "unit": "人"}}
    ratio = {"printed": "1:200", "at_least": "1", "per": "200"}
    made = trial({"target": {"value": "staff / students", "full": ratio}}, inputs)
    assert rule_words(made.rule, made.frame, {}) == "指标值≥1:200；实际值＝辅导员数 ÷ 在校生数；达不到按比例"


def test_a_mark_is_said_by_its_parameters(trial: "Maker") -> None:
    """Its kind has no words of its own."""
    made = trial({"judged": {}})
    assert made.rule.words(made.frame) == ""


LEVELS = {
    "好": {"at_least": "90", "at_most": "100"},
    "中": {"at_least": "60", "below": "90"},
    "差": {"at_least": "0", "below": "60"},
}


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"full": {"printed": "健全"}}, "指标值“健全”，按达成程度"),
        (
            {"full": {"printed": "落实"}, "half": {"printed": "推进", "no_requirement": "true"}},
            "指标值“落实”（半年“推进”，不作要求），按达成程度",
        ),
        (
            {"full": {"printed": "完成下达计划"}, "half": {"printed": "≥30%", "at_least": "30", "unit": "%"}},
            "指标值“完成下达计划”（半年≥30%），按达成程度",
        ),
        (
            {"full": {"printed": "健全"}, "levels": LEVELS},
            "指标值“健全”，按达成程度（好≥90%且≤100%、中≥60%且<90%、差≥0%且<60%）",
        ),
    ],
)
def test_attainment(parameters: dict[str, Any], words: str, trial: "Maker") -> None:
    """The words asked for; the levels only where they are not the usual ones."""
    made = trial({"attainment": parameters})
    assert rule_words(made.rule, made.frame, {}) == words


def changes(kind: str, old: dict[str, Any], new: dict[str, Any], trial: "Maker") -> list[str]:
    """What two rules of one kind differ in."""
    before, after = trial({kind: old}), trial({kind: new})
    assert before.flaws() == after.flaws() == []
    return list(Walker(RuleWords(before.frame, {}), RuleWords(after.frame, {})).rule(before.rule, after.rule))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ({"full": EIGHT}, {"full": EIGHT | {"at_least": "9", "printed": "≥9次"}}, ["指标值由≥8次改为≥9次"]),
        ({"full": EIGHT, "half": FOUR}, {"full": EIGHT}, ["半年指标值由≥4次改为不设"]),
        ({"full": EIGHT}, {"full": EIGHT, "half": FOUR}, ["半年指标值由不设改为≥4次"]),
        ({"full": EIGHT}, {"full": EIGHT | {"printed": "8次以上"}}, ["指标值的印法由≥8次改为8次以上"]),
        ({"full": EIGHT}, {"full": {"printed": "≥8次", "above": "8", "unit": "次"}}, ["指标值由≥8次改为>8次"]),
        (
            {"full": EIGHT, "half": {"printed": "≥0次", "at_least": "0", "unit": "次"}},
            {"full": EIGHT, "half": {"printed": "≥0次", "at_least": "0", "unit": "次", "no_requirement": "true"}},
            ["半年指标值由≥0次改为≥0次（不作要求）"],
        ),
        (
            {"full": COST},
            {"full": COST, "over": "linear"},
            ["超过上限的由“按指标值÷实际值”改为“按超出的比例扣，到两倍为0分”"],
        ),
        ({"full": TEN}, {"full": TEN, "more": "harmless"}, ["超过“＝”的由按上限扣改为不扣"]),
        ({"full": COST}, {"full": COST, "per_point": "5"}, ["每超过1个扣满分的由10%改为5%"]),
        ({"full": EIGHT}, {"full": EIGHT, "reason_from": "150"}, ["达到指标值多少起要写原因由130%改为150%"]),
        ({"full": EIGHT}, {"full": EIGHT, "reason_from": None}, ["达到指标值多少起要写原因由130%改为不设"]),
        ({"full": EIGHT}, {"full": EIGHT, "on_line": "proportional"}, ["正好在界限上的由比满分少一个最小分改为满分"]),
        ({"full": EIGHT}, {"full": EIGHT, "possible": {"at_most": "100"}}, ["实际值可能的范围由不设改为≤100"]),
        ({"full": EIGHT}, {"full": EIGHT, "cycle": "24次"}, ["实施周期指标值由不设改为24次"]),
    ],
)
def test_what_two_targets_differ_in(old: dict[str, Any], new: dict[str, Any], said: list[str], trial: "Maker") -> None:
    """Each parameter under its own noun, values as they are read."""
    assert changes("target", old, new, trial) == said


def test_what_two_texts_differ_in(trial: "Maker") -> None:
    """The words, and the levels of attainment."""
    old, new = {"full": {"printed": "健全"}}, {"full": {"printed": "完善"}, "levels": LEVELS | {"好": LEVELS["好"]}}
    assert changes("attainment", old, {"full": {"printed": "完善"}}, trial) == ["指标值由“健全”改为“完善”"]
    assert "增加百分比范围“好”：≥90且≤100" in changes("attainment", old, new, trial)
