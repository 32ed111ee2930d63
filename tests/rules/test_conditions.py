"""checklist and all_of: conditions that are met."""

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import Maker

INPUTS = {
    "exemplars": {"label": "先进典型", "unit": "个"},
    "reports": {"label": "媒体报道", "events": {"unit": "篇"}},
    "archived": {"label": "归档", "flag": "true"},
    "prizes": {"label": "获奖", "records": {"classes": {"奖": {"weight": "2"}}}},
    "kind": {"label": "类别", "choices": ["甲", "乙"]},
}
ALL: dict[str, Any] = {
    "when": {"exemplars": {"at_least": "1"}, "reports": {"at_least": "1"}},
    "points": "1",
    "otherwise": "0",
}
LIST: dict[str, Any] = {
    "items": [
        {"label": "选树典型", "when": {"exemplars": {"at_least": "2"}}},
        {"label": "宣传报道", "when": {"reports": {"above": "1"}}},
        {"label": "材料归档", "when": {"archived": {"at_least": "1"}}},
    ],
    "shares": "equal",
}


@pytest.mark.parametrize(
    ("exemplars", "reports", "points"),
    [("0", [], "0"), ("1", [], "0"), ("0", ["甲"], "0"), ("1", ["甲"], "1"), ("2", ["甲", "乙"], "1")],
)
def test_both_are_needed(exemplars: str, reports: list[str], points: str, trial: "Maker") -> None:
    """U45: at least one exemplar and at least one report give 1, else 0."""
    assert trial({"all_of": ALL}, INPUTS).points({"exemplars": exemplars, "reports": reports}) == points


def test_what_is_missing_for_all_is_explained(trial: "Maker") -> None:
    """A reader sees each number against its line."""
    case = trial({"all_of": ALL}, INPUTS)
    assert case.text({"exemplars": "2", "reports": []}) == [
        "先进典型2个（≥1个，符合）、媒体报道0篇（≥1篇，不符合），计0分"
    ]


def test_a_number_is_shown_on_its_side_of_the_line(trial: "Maker") -> None:
    """A number that rounding would put on or over its line is shown with more places."""
    when = {"exemplars": {"above": "0.075165"}}
    case = trial({"all_of": ALL | {"when": when}}, INPUTS)
    assert case.text({"exemplars": "0.07516"}) == ["先进典型0.07516个（>0.075165个，不符合），计0分"]
    assert case.text({"exemplars": "0.0759"}) == ["先进典型0.0759个（>0.075165个，符合），计1分"]


def test_reach_and_inputs_of_all(trial: "Maker") -> None:
    """All or `otherwise`, which may be negative; all inputs are asked for."""
    case = trial({"all_of": ALL | {"otherwise": "-0.5"}}, INPUTS)
    assert case.reach() == ("-1/2", "1")
    assert case.points({"exemplars": "0", "reports": []}) == "-1/2"
    assert case.asks({}) == ["exemplars", "reports"]


@pytest.mark.parametrize(
    ("when", "flaw"),
    [
        ({"exemplar": {"at_least": "1"}}, (("when", "exemplar"), "unknown_input")),
        ({"kind": {"at_least": "1"}}, (("when", "kind"), "wrong_input_kind")),
        ({"exemplars": {}}, (("when", "exemplars"), "open_condition")),
        ({"archived": {}}, (("when", "archived"), "flag_undecided")),
        ({"archived": {"at_least": "0"}}, (("when", "archived"), "flag_undecided")),
        ({"archived": {"above": "1"}}, (("when", "archived"), "flag_undecided")),
    ],
)
def test_flaws_of_all(when: dict[str, Any], flaw: object, trial: "Maker") -> None:
    """A condition names a declared input that has a number, and has an edge; one on 是 or 否 tells them apart."""
    assert trial({"all_of": ALL | {"when": when}}, INPUTS).flaws() == [flaw]


@pytest.mark.parametrize(
    ("exemplars", "reports", "archived", "points"),
    [
        ("1", ["甲"], "0", "0"),
        ("2", ["甲"], "0", "17/50"),
        ("1", ["甲", "乙"], "0", "33/100"),
        ("1", [], "1", "33/100"),
        ("3", ["甲", "乙"], "1", "1"),
    ],
)
def test_a_share_for_each_condition(
    exemplars: str, reports: list[str], archived: str, points: str, trial: "Maker"
) -> None:
    """Equal shares of 1 are 0.34, 0.33, 0.33: they sum to the full mark, the spare cent to the first."""
    case = trial({"checklist": LIST}, INPUTS, full="1")
    assert case.points({"exemplars": exemplars, "reports": reports, "archived": archived}) == points


def test_shares_by_weight(trial: "Maker") -> None:
    """Given shares are weights of the full mark."""
    case = trial({"checklist": LIST | {"shares": ["0.5", "0.25", "0.25"]}}, INPUTS)
    assert case.points({"exemplars": "2", "reports": [], "archived": "1"}) == "3/2"
    assert case.reach() == ("0", "2")


def test_each_item_is_explained(trial: "Maker") -> None:
    """A reader sees each item with its number, line and share; yes and no are words."""
    case = trial({"checklist": LIST}, INPUTS, full="3")
    assert case.text({"exemplars": "2", "reports": ["甲"], "archived": "1"}) == [
        "选树典型：先进典型2个（≥2个，符合），计1分",
        "宣传报道：媒体报道1篇（>1篇，不符合），计0分",
        "材料归档：归档：是（为“是”，符合），计1分",
        "3项合计2分",
    ]


def test_no_and_weights_in_words(trial: "Maker") -> None:
    """A condition may ask for a no, or for the weight of records."""
    when = {"archived": {"at_most": "0"}, "prizes": {"at_least": "3"}}
    case = trial({"all_of": ALL | {"when": when}}, INPUTS)
    assert case.text({"archived": "0", "prizes": [{"class": "奖"}]}) == [
        "归档：否（为“否”，符合）、获奖权重合计2（≥3，不符合），计0分",
    ]


@pytest.mark.parametrize(
    ("full", "change", "flaws"),
    [
        (None, {}, [((), "no_full_mark")]),
        ("1.005", {}, [((), "full_mark_too_fine")]),
        ("1", {"shares": ["1", "1"]}, [(("shares",), "shares_differ")]),
        ("1", {"shares": ["1", "1", "0"]}, [(("shares",), "not_positive")]),
        (
            "1",
            {"items": [{"label": "甲", "when": {"x": {"above": "0"}}}]},
            [(("items", 0, "when", "x"), "unknown_input")],
        ),
    ],
)
def test_flaws_of_a_list(full: str | None, change: dict[str, Any], flaws: list[object], trial: "Maker") -> None:
    """A full mark in cents, a share above 0 for each item, conditions on declared inputs."""
    assert trial({"checklist": LIST | change}, INPUTS, full=full).flaws() == flaws
