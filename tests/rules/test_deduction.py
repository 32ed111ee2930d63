"""deduction: points taken off."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from assess.rules.grammar.subtractions.form import Form

if TYPE_CHECKING:
    from tests.rules.conftest import Maker

INPUTS = {
    "plan": {"label": "招生计划数", "unit": "人"},
    "arrivals": {"label": "报到数", "unit": "人"},
    "violations": {"label": "违规事件", "events": {"unit": "起"}},
    "classes": {"label": "未配班主任的班级", "unit": "个"},
    "participation": {"label": "参与率", "unit": "%"},
    "hours": {"label": "人均调停课", "unit": "学时"},
    "kind": {"label": "类别", "choices": ["甲", "乙"]},
    "balance": {"label": "增减", "unit": "次", "at_least": "-5"},
}
SHORTFALL: dict[str, Any] = {"value": "(plan - arrivals) / plan * 100", "every": "10", "points": "2"}
EVENTS = {"events": "violations", "points": "0.5"}
PARTICIPATION = {"when": {"participation": {"below": "70"}}, "points": "0.5"}
HOURS = {
    "when": {"hours": {"at_least": "2"}},
    "discretion": {"input": "hours_deduction", "allowed": [{"from": "0.5", "to": "1"}]},
}


def deduction(*each: dict[str, Any], start: str = "full", floor: str | None = "0") -> dict[str, Any]:
    """A deduction rule."""
    return {"deduction": {"start": start, "floor": floor, "each": list(each)}}


@pytest.mark.parametrize(("steps", "points"), [("whole", "4"), ("started", "2"), ("proportional", "16/5")])
def test_a_shortfall_of_fourteen_per_cent(steps: str, points: str, trial: "Maker") -> None:
    """U39: plan 500, came 430: 14 % leaves 4 of 6 by whole steps, 2 by started ones, 3.2 in proportion."""
    case = trial(deduction(SHORTFALL | {"steps": steps}), INPUTS, full="6")
    assert case.points({"plan": "500", "arrivals": "430"}) == points


@pytest.mark.parametrize(
    ("arrivals", "points"),
    [("1010", "6"), ("1000", "6"), ("901", "6"), ("900", "4"), ("899", "4"), ("701", "2"), ("700", "0"), ("100", "0")],
)
def test_each_full_ten_per_cent(arrivals: str, points: str, trial: "Maker") -> None:
    """(四)3: 2 points for each full 10 % missing, none for more than planned, and never below 0."""
    assert trial(deduction(SHORTFALL), INPUTS, full="6").points({"plan": "1000", "arrivals": arrivals}) == points


@pytest.mark.parametrize(("count", "points"), [(0, "1"), (1, "1/2"), (2, "0"), (3, "0")])
def test_each_event(count: int, points: str, trial: "Maker") -> None:
    """U19: 0.5 less for each event, floor 0."""
    assert trial(deduction(EVENTS), INPUTS, full="1").points({"violations": ["起"] * count}) == points


def test_a_floor_that_bites_is_recorded(trial: "Maker") -> None:
    """The step says how far below the floor it went; at the floor it says nothing; without one points go below 0."""
    case = trial(deduction(EVENTS), INPUTS, full="1")
    assert [limit.text() for limit in case.step({"violations": ["起"] * 3}).limits] == [
        "合计-0.5分，低于下限0分，按0分计"
    ]
    assert case.step({"violations": ["起"] * 2}).limits == ()
    assert trial(deduction(EVENTS, floor=None), INPUTS, full="1").points({"violations": ["起"] * 3}) == "-1/2"


def test_a_counted_number_of_events(trial: "Maker") -> None:
    """U40: a number that somebody counted does as well, −0.2 for each class from 2."""
    case = trial(deduction({"events": "classes", "points": "0.2"}), INPUTS)
    assert case.points({"classes": "3"}) == "7/5"
    assert case.text({"classes": "3"}) == ["满分2分", "未配班主任的班级3个，每个扣0.2分，扣0.6分", "扣后计1.4分"]


@pytest.mark.parametrize(("participation", "points"), [("69.99", "1"), ("70", "3/2"), ("70.01", "3/2")])
def test_a_deduction_on_a_condition(participation: str, points: str, trial: "Maker") -> None:
    """U18: 0.5 less below 70 %, an open edge."""
    case = trial(deduction(PARTICIPATION), INPUTS, full="1.5")
    assert case.points({"participation": participation}) == points


@pytest.mark.parametrize(
    ("hours", "chosen", "points"),
    [("1.99", None, "3/2"), ("2", ["0.8"], "7/10"), ("2.01", ["0.5", "1"], "3/4")],
)
def test_a_deduction_at_discretion(hours: str, chosen: list[str] | None, points: str, trial: "Maker") -> None:
    """U18: from 2 hours a head people choose 0.5 to 1; several choices are averaged."""
    facts = {"hours": hours} | ({} if chosen is None else {"hours_deduction": chosen})
    assert trial(deduction(HOURS), INPUTS, full="1.5").points(facts) == points


def test_discretion_is_asked_for_only_where_it_applies(trial: "Maker") -> None:
    """While the hours are open, or below the line, nobody is asked to choose; the other deductions are asked for."""
    case = trial(deduction(HOURS, EVENTS), INPUTS)
    assert case.asks({}) == ["hours", "violations"]
    assert case.asks({"hours": "1"}) == ["hours", "violations"]
    assert case.asks({"hours": "2"}) == ["hours", "hours_deduction", "violations"]


def test_what_may_be_chosen(trial: "Maker") -> None:
    """The choice lies in the allowed set, on the leaf's step; its label says when it applies."""
    case = trial(deduction(HOURS), INPUTS, step="0.1")
    ((name, mark),) = case.rule.marks(case.frame)
    assert (name, mark.label, mark.text()) == ("hours_deduction", "酌情扣分（人均调停课≥2学时）", "0.5至1分，步长0.1")


@pytest.mark.parametrize(("participation", "points"), [("79", "2/5"), ("80", "9/10")])
def test_from_a_judged_start(participation: str, points: str, trial: "Maker") -> None:
    """U18 (39): the judged point, 0.5 less below 80 %; the mark is 0 to the full mark on the leaf's step."""
    rule = deduction({"when": {"participation": {"below": "80"}}, "points": "0.5"}, start="judged")
    case = trial(rule, INPUTS, full="1", step="0.1")
    assert case.asks({}) == ["mark", "participation"]
    assert case.points({"mark": ["0.9"], "participation": participation}) == points
    assert case.text({"mark": ["0.9"], "participation": "80"})[0] == "考核评分0.9分"
    assert [mark.text() for _, mark in case.rule.marks(case.frame)] == ["0至1分，步长0.1"]
    assert case.reach() == ("0", "1")


def test_from_a_number(trial: "Maker") -> None:
    """A deduction may start from a number, 0 for one that only takes off."""
    failed = {"when": {"participation": {"at_least": "10"}}, "points": "2"}
    case = trial(deduction(failed, start="0", floor=None), INPUTS, full=None)
    assert case.points({"participation": "10"}) == "-2"
    assert case.text({"participation": "9.9"}) == ["起始分0分", "参与率9.9%（≥10%，不符合），不扣分", "扣后计0分"]
    assert case.flaws() == []
    assert case.reach() == ("-2", "0")


def test_the_explanation_shows_the_arithmetic(trial: "Maker") -> None:
    """A reader sees the start, each deduction with its numbers, and the floor where it bit."""
    case = trial(deduction(SHORTFALL, PARTICIPATION, HOURS), INPUTS)
    facts = {"plan": "500", "arrivals": "430", "participation": "65", "hours": "3", "hours_deduction": ["0.8"]}
    assert case.text(facts) == [
        "满分2分",
        "招生计划数500人、报到数430人：(招生计划数 - 报到数) ÷ 招生计划数 × 100 = 14%，每满10%扣2分，满1个，扣2分",
        "参与率65%（<70%，符合），扣0.5分",
        "人均调停课3学时（≥2学时，符合），酌情扣0.8分",
        "合计-1.3分，低于下限0分，按0分计",
    ]


def test_reach(trial: "Maker") -> None:
    """With bounded deductions the low end is what they leave; with unbounded ones the floor, or none."""
    assert trial(deduction(PARTICIPATION, HOURS), INPUTS, full="1.5").reach() == ("0", "3/2")
    assert trial(deduction(PARTICIPATION), INPUTS).reach() == ("3/2", "2")
    assert trial(deduction(EVENTS), INPUTS).reach() == ("0", "2")
    assert trial(deduction(SHORTFALL, floor=None), INPUTS).reach() == (None, "2")


@pytest.mark.parametrize(
    ("each", "flaw"),
    [
        ({"events": "violation", "points": "1"}, (("each", 0, "events"), "unknown_input")),
        ({"events": "kind", "points": "1"}, (("each", 0, "events"), "wrong_input_kind")),
        ({"events": "balance", "points": "1"}, (("each", 0, "events"), "negative")),
        (EVENTS | {"points": "-1"}, (("each", 0, "points"), "negative")),
        (SHORTFALL | {"value": "plan / 0"}, (("each", 0, "value"), "division_by_zero")),
        (SHORTFALL | {"every": "0"}, (("each", 0, "every"), "not_positive")),
        (SHORTFALL | {"points": "-2"}, (("each", 0, "points"), "negative")),
        (PARTICIPATION | {"points": "-2"}, (("each", 0, "points"), "negative")),
        (PARTICIPATION | {"when": {"x": {"below": "1"}}}, (("each", 0, "when", "x"), "unknown_input")),
        (HOURS | {"discretion": {"input": "x", "allowed": ["-1"]}}, (("each", 0, "discretion", "allowed"), "negative")),
        (HOURS | {"when": {"hours": {}}}, (("each", 0, "when", "hours"), "open_condition")),
    ],
)
def test_flaws(each: dict[str, Any], flaw: object, trial: "Maker") -> None:
    """Each deduction is checked at its own place: inputs, steps above 0, nothing that would add points."""
    assert trial(deduction(each), INPUTS).flaws() == [flaw]


def test_flaws_of_the_whole(trial: "Maker") -> None:
    """A start that is the full mark needs one, the floor lies not above it; two deductions may not share a choice."""
    assert trial(deduction(EVENTS), INPUTS, full=None).flaws() == [(("start",), "no_full_mark")]
    assert trial(deduction(HOURS, HOURS), INPUTS).flaws() == [((), "mark_used_twice")]
    assert trial(deduction(EVENTS, floor="2.01"), INPUTS).flaws() == [(("floor",), "floor_above_start")]
    assert trial(deduction(EVENTS, floor="2"), INPUTS).flaws() == []
    assert trial(deduction(EVENTS, start="judged", floor="3"), INPUTS).flaws() == [(("floor",), "floor_above_start")]
    assert trial(deduction(EVENTS, start="-3"), INPUTS).flaws() == [(("floor",), "floor_above_start")]
    assert trial(deduction(EVENTS, start="-3", floor=None), INPUTS, full=None).flaws() == []
    near = trial(deduction(EVENTS, start="8.33336", floor="8.33337"), INPUTS)
    assert [flaw.text for flaw in near.rule.flaws(near.frame)] == ["最低分8.33337大于起始的8.33336分，扣了反而加分"]


@pytest.mark.parametrize(
    ("each", "message"),
    [
        ([], "至少要有1项"),
        ([{"points": "1"}], "扣分项要写且只能写下列一种"),
        ([EVENTS | {"value": "plan", "every": "1"}], "扣分项要写且只能写下列一种"),
        (["violations"], "扣分项要写且只能写下列一种"),
        ([{"events": "violations", "points": "1", "every": "10"}], "every"),
        ([{"value": "plan", "points": "1"}], "every"),
        ([PARTICIPATION | HOURS], "points"),
        ([{"when": {"hours": {"above": "1"}}}], "points"),
        ([HOURS | {"discretion": {"input": "x", "allowed": []}}], "至少要有1项"),
    ],
)
def test_a_deduction_has_exactly_one_form(each: list[Any], message: str, trial: "Maker") -> None:
    """Keys of two forms, of none, or a missing one are refused, the keys of the form meant being named."""
    with pytest.raises(ValidationError, match=message):
        trial({"deduction": {"start": "full", "each": each}}, INPUTS)


def test_the_start_is_named_when_it_is_wrong(trial: "Maker") -> None:
    """A start is full, judged or a number."""
    with pytest.raises(ValidationError, match="full"):
        trial(deduction(EVENTS, start="half"), INPUTS)


def test_a_bare_form_does_nothing(trial: "Maker") -> None:
    """The hooks that a form of deduction must bring itself say so; it asks nobody for a mark, and has no bound."""
    case, bare = trial(deduction(EVENTS), INPUTS), Form()
    unit = case.case({})
    hooks: list[Callable[[], object]] = [
        bare.reads,
        lambda: bare.score(unit),
        lambda: bare.explain(case.step({"violations": []}), case.frame),
        lambda: bare.flaws(case.rule, case.frame, ()),
    ]
    for hook in hooks:
        with pytest.raises(NotImplementedError):
            hook()
    assert list(bare.marks(case.frame)) == []
    assert bare.most() is None
