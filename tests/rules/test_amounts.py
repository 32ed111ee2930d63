"""per_amount and per_item: points for money and for projects over a line."""

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import Maker

FUNDS = {"funds": {"label": "校级以上项目经费", "unit": "元"}}
MONEY: dict[str, Any] = {"value": "funds", "every": "100000", "points": "1", "steps": "whole"}
PROJECTS = {
    "projects": {
        "label": "科研项目",
        "records": {
            "classes": {"社会科学类": {}, "自然科学类": {}, "其他": {}},
            "amount": {"label": "到账经费", "unit": "元", "at_least": "0"},
        },
    },
}
ITEMS: dict[str, Any] = {"of": "projects", "lines": {"社会科学类": "20000", "自然科学类": "50000"}, "points": "1"}


@pytest.mark.parametrize(
    ("funds", "points"),
    [("0", "0"), ("99999.99", "0"), ("100000", "1"), ("100000.01", "1"), ("350000", "3")],
)
def test_a_point_for_each_full_amount(funds: str, points: str, trial: "Maker") -> None:
    """U26: 1 point for each full 100,000 yuan; 350,000 → 3."""
    assert trial({"per_amount": MONEY}, FUNDS, full=None).points({"funds": funds}) == points


@pytest.mark.parametrize(
    ("steps", "points", "sentence"),
    [
        ("whole", "3", "每满100000元计1分，满3个，计3分"),
        ("started", "4", "每100000元计1分（不足的按一个计），共4个，计4分"),
        ("proportional", "7/2", "每100000元计1分（按比例），折合3.5个，计3.5分"),
    ],
)
def test_how_a_started_amount_counts(steps: str, points: str, sentence: str, trial: "Maker") -> None:
    """A started step counts not at all, fully, or in proportion; the explanation says which."""
    case = trial({"per_amount": MONEY | {"steps": steps}}, FUNDS, full=None)
    assert case.points({"funds": "350000"}) == points
    assert case.text({"funds": "350000"}) == ["校级以上项目经费350000元", sentence]


@pytest.mark.parametrize(("books", "points", "limited"), [("1", "1/2", False), ("2", "1", False), ("3", "1", True)])
def test_the_cap(books: str, points: str, limited: bool, trial: "Maker") -> None:  # noqa: FBT001 a parameter of the case
    """(五)4a: 0.5 for each textbook, at most 1; the cap is recorded where it bites."""
    inputs = {"books": {"label": "校本教材", "unit": "本"}}
    case = trial({"per_amount": {"value": "books", "every": "1", "points": "0.5", "cap": "1"}}, inputs)
    assert case.points({"books": books}) == points
    assert bool(case.step({"books": books}).limits) is limited
    assert (case.text({"books": books})[-1] == "合计1.5分，超过上限1分，按1分计") is limited


def test_clubs_and_advisers_together(trial: "Maker") -> None:
    """U43: 0.5 × clubs + 0.5 × advisers, at most 2; the value names both, without a unit that they do not share."""
    inputs = {"clubs": {"label": "社团", "unit": "个"}, "advisers": {"label": "指导教师", "unit": "人"}}
    case = trial({"per_amount": {"value": "clubs + advisers", "every": "1", "points": "0.5", "cap": "2"}}, inputs)
    assert case.points({"clubs": "2", "advisers": "1"}) == "3/2"
    assert case.points({"clubs": "3", "advisers": "2"}) == "2"
    assert case.text({"clubs": "2", "advisers": "1"})[0] == "社团2个、指导教师1人：社团 + 指导教师 = 3"


def test_reach_of_amounts(trial: "Maker") -> None:
    """Without a cap there is no bound."""
    assert trial({"per_amount": MONEY}, FUNDS).reach() == ("0", None)
    assert trial({"per_amount": MONEY | {"cap": "2"}}, FUNDS).reach() == ("0", "2")
    assert trial({"per_item": ITEMS}, PROJECTS).reach() == ("0", None)


@pytest.mark.parametrize(
    ("change", "flaws"),
    [
        ({"value": "fund"}, [(("value",), "unknown_input")]),
        ({"every": "0"}, [(("every",), "not_positive")]),
        ({"points": "-1"}, [(("points",), "negative")]),
        ({"cap": "-1"}, [(("cap",), "negative")]),
        ({"cap": "0"}, []),
    ],
)
def test_flaws_of_amounts(change: dict[str, Any], flaws: list[object], trial: "Maker") -> None:
    """The step lies above 0, points and cap not below."""
    assert trial({"per_amount": MONEY | change}, FUNDS).flaws() == flaws


@pytest.mark.parametrize(
    ("class_name", "amount", "points"),
    [
        ("社会科学类", "19999.99", "0"),
        ("社会科学类", "20000", "1"),
        ("社会科学类", "20000.01", "1"),
        ("自然科学类", "49999", "0"),
        ("自然科学类", "50000", "1"),
        ("其他", "90000", "0"),
    ],
)
def test_a_point_for_each_project_over_its_line(class_name: str, amount: str, points: str, trial: "Maker") -> None:
    """U27: each project counts when its amount reaches the line of its class."""
    case = trial({"per_item": ITEMS}, PROJECTS, full=None)
    assert case.points({"projects": [{"class": class_name, "amount": amount}]}) == points


def test_projects_are_explained_one_by_one(trial: "Maker") -> None:
    """A reader sees each amount against its line, what does not count, and the cap."""
    facts = {
        "projects": [
            {"class": "社会科学类", "title": "甲", "amount": "20000"},
            {"class": "社会科学类", "title": "乙", "amount": "100"},
            {"class": "自然科学类", "title": "丙", "amount": "60000"},
            {"class": "自然科学类", "title": "丁", "amount": "60000", "first": False},
            {"class": "其他", "title": "戊", "amount": "1"},
        ],
    }
    case = trial({"per_item": ITEMS | {"cap": "1"}}, PROJECTS)
    assert case.points(facts) == "1"
    assert case.text(facts) == [
        "社会科学类“甲”20000元，达到20000元，计1分",
        "社会科学类“乙”100元，未达到20000元",
        "自然科学类“丙”60000元，达到50000元，计1分",
        "自然科学类“丁”60000元：非第一作者（主持人、获奖人），不计",
        "其他“戊”1元：本类未设线，不计",
        "达线2项，每项1分，计2分",
        "合计2分，超过上限1分，按1分计",
    ]


def test_a_line_is_reached_whatever_it_brings(trial: "Maker") -> None:
    """A project over its line reaches it, though it brings no points; short of the line by a hair is short."""
    case = trial({"per_item": ITEMS | {"points": "0"}}, PROJECTS)
    assert case.text({"projects": [{"class": "社会科学类", "title": "甲", "amount": "20000"}]}) == [
        "社会科学类“甲”20000元，达到20000元，计0分",
        "达线1项，每项0分，计0分",
    ]
    short = case.text({"projects": [{"class": "社会科学类", "title": "甲", "amount": "19999.99999"}]})
    assert short[0] == "社会科学类“甲”19999.99999元，未达到20000元"


def test_no_project_at_all(trial: "Maker") -> None:
    """An empty list is a confirmed nothing."""
    assert trial({"per_item": ITEMS}, PROJECTS).text({"projects": []}) == ["科研项目：无", "达线0项，每项1分，计0分"]


@pytest.mark.parametrize(
    ("change", "flaws"),
    [
        ({"of": "project"}, [(("of",), "unknown_input")]),
        ({"of": "funds"}, [(("of",), "wrong_input_kind")]),
        ({"of": "listed"}, [(("of",), "wrong_input_kind")]),
        ({"lines": {"社会科学": "20000"}}, [(("lines", "社会科学"), "unknown_class")]),
        ({"points": "-1", "cap": "-1"}, [(("points",), "negative"), (("cap",), "negative")]),
    ],
)
def test_flaws_of_items(change: dict[str, Any], flaws: list[object], trial: "Maker") -> None:
    """It needs records with an amount, and lines for classes that they have."""
    inputs = FUNDS | PROJECTS | {"listed": {"label": "清单", "records": {"classes": {"一类": {"weight": "1"}}}}}
    assert trial({"per_item": ITEMS | change}, inputs).flaws() == flaws


def test_both_ask_for_what_they_read(trial: "Maker") -> None:
    """The amount's inputs, and the records."""
    assert trial({"per_amount": MONEY}, FUNDS).asks({}) == ["funds"]
    assert trial({"per_item": ITEMS}, PROJECTS).asks({}) == ["projects"]
