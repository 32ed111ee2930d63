"""sum, by_type and conditional: rules made of rules."""

from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from assess.rules.grammar.figures import FigureSpec

if TYPE_CHECKING:
    from tests.rules.conftest import Maker


def number(label: str, unit: str = "项") -> dict[str, str]:
    """A number input."""
    return {"label": label, "unit": unit, "at_least": "-100"}


def each(name: str, points: str) -> dict[str, Any]:
    """So many points for each one."""
    return {"per_amount": {"value": name, "every": "1", "points": points}}


def ranked(population: str = "units") -> dict[str, Any]:
    """A rule with a figure of its own."""
    table = {"value": "share", "better": "higher", "population": population, "points": {"1": "2"}}
    return {"rank_table": table}


PRIZES = {"school": number("校级"), "city": number("市级"), "province": number("省级")}
PRIZE_RULE: dict[str, Any] = {
    "of": [each("school", "0.2"), each("city", "0.3")],
    "ceiling": "2",
    "floor": None,
    "uncapped": [each("province", "0.5")],
}
SHARE = {"share": number("占比", "%")}


@pytest.mark.parametrize(
    ("school", "city", "province", "points", "uncapped"),
    [("5", "3", "2", "29/10", "1"), ("10", "0", "0", "2", "0"), ("10", "1", "2", "3", "1"), ("0", "0", "0", "0", "0")],
)
def test_provincial_prizes_exceed_the_ceiling(
    school: str, city: str, province: str, points: str, uncapped: str, trial: "Maker"
) -> None:
    """U42: min(2, school + city) + provincial; 5, 3 and 2 prizes give 1.9 + 1.0 = 2.9."""
    step = trial({"sum": PRIZE_RULE}, PRIZES).step({"school": school, "city": city, "province": province})
    assert (str(step.points), str(step.uncapped)) == (points, uncapped)


def test_the_sum_explains_its_parts(trial: "Maker") -> None:
    """A reader sees each part, the addition or the ceiling, and what lies on top of it."""
    case = trial({"sum": PRIZE_RULE}, PRIZES)
    assert case.text({"school": "5", "city": "3", "province": "2"})[-2:] == [
        "1 + 0.9 = 1.9分",
        "不受上限限制的1分另加：1.9 + 1 = 2.9分",
    ]
    assert case.text({"school": "10", "city": "3", "province": "2"})[-2:] == [
        "合计2.9分，超过上限2分，按2分计",
        "不受上限限制的1分另加：2 + 1 = 3分",
    ]
    assert case.text({"school": "5", "city": "3", "province": "2"})[:2] == ["校级5项", "每满1项计0.2分，满5个，计1分"]


@pytest.mark.parametrize(
    ("a", "b", "points"),
    [("-2", "0.5", "-1"), ("-1", "0", "-1"), ("-0.9", "0", "-9/10"), ("2", "1", "3"), ("2", "1.1", "3")],
)
def test_floor_and_ceiling_are_closed(a: str, b: str, points: str, trial: "Maker") -> None:
    """The sum of the parts is held between floor and ceiling."""
    rule = {"sum": {"of": [banded("a"), banded("b")], "floor": "-1", "ceiling": "3"}}
    assert trial(rule, {"a": number("甲"), "b": number("乙")}).points({"a": a, "b": b}) == points


def banded(name: str) -> dict[str, Any]:
    """A rule that gives as many points as its input says, for the values of the tests here."""
    values = ["-2", "-1", "-0.9", "0.5", "1", "1.1", "2"]
    return {"bands": {"value": name, "bands": [{"at_least": one, "at_most": one, "points": one} for one in values]}}


def test_a_negative_part_is_bracketed(trial: "Maker") -> None:
    """An addition with a negative part reads as one."""
    case = trial({"sum": {"of": [banded("a"), banded("b")]}}, {"a": number("甲"), "b": number("乙")})
    assert case.text({"a": "2", "b": "-1"})[-1] == "2 + (-1) = 1分"


def test_an_addition_of_rounded_terms_does_not_claim_to_be_exact(trial: "Maker") -> None:
    """Whoever adds 0.6667 and 0.6667 up does not get 1.3333: the sentence says about."""
    thirds = [{"target": {"full": {"printed": "3", "at_least": "3"}, "value": name}} for name in ("a", "b")]
    case = trial({"sum": {"of": thirds}}, {"a": number("甲"), "b": number("乙")})
    assert case.points({"a": "1", "b": "1", "deviation": "因故"}) == "4/3"
    assert case.text({"a": "1", "b": "1", "deviation": "因故"})[-1] == "0.6667 + 0.6667 ≈ 1.3333分"
    assert case.text({"a": "1", "b": "2", "deviation": "因故"})[-1] == "0.6667 + 1.3333 = 2分"


def test_a_part_found_not_applicable_is_left_out(trial: "Maker") -> None:
    """不适用 in one part leaves the others; in all parts it is the sum's own answer."""
    judged = {"judged": {"waivable": "true"}}
    both = trial({"sum": {"of": [judged, each("n", "1")]}}, {"n": number("数")})
    assert both.points({"mark": "不适用", "n": "1"}) == "1"
    assert both.text({"mark": "不适用", "n": "1"})[0] == "经认定不适用，不计入满分"
    assert both.text({"mark": "不适用", "n": "1"})[-2:] == ["本项满分按0分计", "合计1分"]
    alone = trial({"sum": {"of": [judged]}})
    assert alone.points({"mark": "不适用"}) is None
    assert alone.text({"mark": "不适用"}) == ["经认定不适用，不计入满分"]


def test_reach_of_a_sum(trial: "Maker") -> None:
    """Ends add up within ceiling and floor; a part without bound is held by them; uncapped parts come on top."""
    inputs = {"a": number("甲"), "b": number("乙")}
    bounded = {"of": [banded("a"), banded("b")]}
    assert trial({"sum": bounded}, inputs).reach() == ("-4", "4")
    assert trial({"sum": bounded | {"floor": "0", "ceiling": "3"}}, inputs).reach() == ("0", "3")
    assert trial({"sum": {"of": [each("a", "1")], "ceiling": "3"}}, inputs).reach() == ("0", "3")
    assert trial({"sum": {"of": [each("a", "1")], "uncapped": [banded("b")]}}, inputs).reach() == ("-2", None)
    sinking = {"deduction": {"start": "2", "floor": None, "each": [{"events": "a", "points": "1"}]}}
    assert trial({"sum": {"of": [sinking, each("b", "1")]}}, inputs).reach() == (None, None)


def test_reach_of_a_sum_whose_parts_may_be_waived(trial: "Maker") -> None:
    """A part that a person may find 不适用 brings nothing then, though its lowest mark lies above 0."""
    waivable = {"judged": {"allowed": ["2", "3"], "waivable": "true"}}
    case = trial({"sum": {"of": [waivable, banded("a")]}}, {"a": number("甲")})
    assert case.points({"mark": "不适用", "a": "-2"}) == "-2"
    assert case.reach() == ("-2", "5")
    assert not case.rule.may_be_waived
    alone = {"sum": {"of": [waivable], "uncapped": [{"judged": {"input": "more", "allowed": ["1"]}}]}}
    assert trial(alone).reach() == ("1", "4")
    inside = {"sum": {"of": [{"sum": {"of": [waivable]}}, {"judged": {"input": "more", "allowed": ["1"]}}]}}
    assert trial(inside).reach() == ("1", "4")


def test_a_floor_does_not_hold_what_is_waived(trial: "Maker") -> None:
    """Where everything under the floor may be waived, only what lies on top of it is left."""
    bonus = {"judged": {"input": "more", "allowed": ["1"]}}
    case = trial({"sum": {"of": [{"judged": {"waivable": "true"}}], "floor": "3", "uncapped": [bonus]}})
    assert case.points({"mark": "不适用", "more": ["1"]}) == "1"
    assert case.points({"mark": ["0"], "more": ["1"]}) == "4"
    assert case.reach() == ("1", "4")


def test_only_an_uncapped_part_may_exceed(trial: "Maker") -> None:
    """A leaf may lie above its full mark only where something inside is uncapped."""
    capped = {"sum": {"of": [each("school", "1")], "ceiling": "2"}}
    assert not trial(capped, PRIZES).rule.may_exceed
    assert trial({"sum": PRIZE_RULE}, PRIZES).rule.may_exceed
    assert trial({"by_type": {"types": {"college": {"sum": PRIZE_RULE}}}}, PRIZES).rule.may_exceed


def test_a_sum_needs_the_figures_of_all_its_parts(trial: "Maker") -> None:
    """What the parts need, the sum needs; each part is checked at its own place."""
    case = trial({"sum": {"of": [ranked()], "uncapped": [ranked("all")]}}, SHARE)
    assert [spec.population for spec in case.rule.figures()] == ["units", "all"]
    assert [spec.population for spec in case.rule.figures_for(case.case({"share": "1"}))] == ["units", "all"]
    assert case.flaws() == [(("uncapped", 0, "rank_table", "population"), "unknown_population")]


def test_flaws_of_a_sum(trial: "Maker") -> None:
    """A floor above the ceiling, and a mark that would count twice, are errors; no part at all is refused."""
    twice: dict[str, Any] = {"of": [{"judged": {}}, {"judged": {}}]}
    assert trial({"sum": twice | {"floor": "3", "ceiling": "2"}}).flaws() == [
        (("floor",), "floor_above_ceiling"),
        ((), "mark_used_twice"),
    ]
    assert (
        trial({"sum": {"of": [{"judged": {}}, {"judged": {"input": "second"}}], "floor": "2", "ceiling": "2"}}).flaws()
        == []
    )
    with pytest.raises(ValidationError, match="至少要有1项"):
        trial({"sum": {"of": []}})


def test_a_floor_just_above_the_ceiling_is_written_out(trial: "Maker") -> None:
    """Two numbers that differ in the fifth place are not written alike."""
    case = trial({"sum": {"of": [{"judged": {}}], "floor": "5.12344", "ceiling": "5.12343"}})
    assert [flaw.text for flaw in case.rule.flaws(case.frame)] == ["下限5.12344大于上限5.12343"]


TYPES = ("college", "teaching", "training")
BY_TYPE: dict[str, Any] = {"types": {"college": ranked("colleges")}, "otherwise": each("count", "0.5")}
POPULATIONS = {"colleges": frozenset({"college"}), "units": frozenset(TYPES)}


def by_type(trial: "Maker", change: dict[str, Any] | None = None) -> Any:  # noqa: ANN401 a trial
    """A leaf whose rule differs by type."""
    rule = {"by_type": BY_TYPE | (change or {})}
    return trial(rule, SHARE | {"count": number("数")}, types=TYPES, populations=POPULATIONS)


def test_each_type_has_its_rule(trial: "Maker") -> None:
    """U34: a type's own branch counts, `otherwise` for all others, and only its inputs are asked for."""
    case = by_type(trial)
    assert case.asks({}, "college") == ["share"]
    assert case.asks({}, "teaching") == ["count"]
    assert case.points({"share": "50"}) == "2"
    assert case.points({"count": "3"}, unit_type="training") == "3/2"
    assert case.text({"count": "3"}, unit_type="training")[0] == "数3项"


def test_a_type_rests_on_the_figures_of_its_branch(trial: "Maker") -> None:
    """A unit of another type is not provisional because a college is."""
    case = by_type(trial)
    assert [spec.population for spec in case.rule.figures_for(case.case({}))] == ["colleges"]
    assert list(case.rule.figures_for(case.case({}, None, "teaching"))) == []
    assert all(isinstance(spec, FigureSpec) for spec in case.rule.figures())


def test_branches_see_only_their_types(trial: "Maker") -> None:
    """A branch is checked for its own types, and the reach is that of the types that apply."""
    assert by_type(trial).flaws() == []
    assert by_type(trial).reach() == ("0", None)
    only = trial({"by_type": BY_TYPE}, SHARE | {"count": number("数")}, populations=POPULATIONS)
    assert only.reach() == ("0", "2")
    nobody = trial({"by_type": BY_TYPE}, SHARE | {"count": number("数")}, types=(), populations=POPULATIONS)
    assert nobody.reach() == (None, None)


@pytest.mark.parametrize(
    ("change", "flaws"),
    [
        ({"types": {"school": {"judged": {}}}}, [(("types", "school"), "type_not_here")]),
        ({"otherwise": None}, [(("types",), "type_without_branch")]),
        (
            {"otherwise": ranked("colleges")},
            [(("otherwise", "rank_table", "population"), "not_ranked")],
        ),
        (
            {"types": {"college": {"judged": {}}}, "otherwise": {"judged": {"max": "1"}}},
            [((), "mark_used_twice")],
        ),
        ({"types": {"college": {"judged": {}}}, "otherwise": {"judged": {}}}, []),
    ],
)
def test_flaws_of_types(change: dict[str, Any], flaws: list[object], trial: "Maker") -> None:
    """Types named must apply, types that apply need a branch, a mark means one thing in all branches."""
    assert by_type(trial, change).flaws() == flaws


GROWTH_INPUTS = {
    "last_year": number("上年报到数", "人"),
    "arrivals": number("今年报到数", "人"),
    "share": number("占比", "%"),
}
GROWTH: dict[str, Any] = {
    "when": {"last_year": {"above": "0"}},
    "then": {
        "bands": {
            "value": "(arrivals - last_year) / last_year * 100",
            "bands": [{"at_least": "10", "points": "4"}, {"above": "0", "points": "2"}],
        },
    },
    "otherwise": {"judged": {"waivable": "true"}},
}


@pytest.mark.parametrize(
    ("arrivals", "points"),
    [("299", "0"), ("300", "0"), ("301", "2"), ("329", "2"), ("330", "4"), ("331", "4")],
)
def test_growth(arrivals: str, points: str, trial: "Maker") -> None:
    """U38: growth ≤ 0 → 0, below 10 % → 2, from 10 % → 4."""
    case = trial({"conditional": GROWTH}, GROWTH_INPUTS, full="4")
    assert case.points({"last_year": "300", "arrivals": arrivals}) == points


@pytest.mark.parametrize(("mark", "points"), [(["3"], "3"), ("不适用", None)])
def test_no_growth_to_measure(mark: Any, points: str | None, trial: "Maker") -> None:  # noqa: ANN401 marks or 不适用
    """U38b: without arrivals last year a recorded choice counts, a mark or 不适用."""
    case = trial({"conditional": GROWTH}, GROWTH_INPUTS, full="4")
    assert case.points({"last_year": "0", "mark": mark}) == points


def test_only_the_branch_taken_is_asked_for(trial: "Maker") -> None:
    """While the condition is open only its inputs are asked for; then those of one branch."""
    case = trial({"conditional": GROWTH}, GROWTH_INPUTS, full="4")
    assert case.asks({}) == ["last_year"]
    assert case.asks({"last_year": "300"}) == ["last_year", "arrivals", "last_year"]
    assert case.asks({"last_year": "0"}) == ["last_year", "mark"]
    assert set(case.rule.reads()) == {"last_year", "arrivals"}


def test_the_branch_is_explained(trial: "Maker") -> None:
    """A reader sees what decided, then the branch's own arithmetic."""
    case = trial({"conditional": GROWTH}, GROWTH_INPUTS, full="4")
    assert case.text({"last_year": "300", "arrivals": "330"})[0] == "上年报到数300人（>0人，符合）"
    assert case.text({"last_year": "0", "mark": ["4"]}) == ["上年报到数0人（>0人，不符合）", "考核评分4分"]


def test_figures_of_the_branch_taken(trial: "Maker") -> None:
    """A unit rests only on the figures of its branch, and on none while that is open."""
    case = trial({"conditional": GROWTH | {"then": ranked()}}, GROWTH_INPUTS)
    kinds = {
        value: [spec.kind for spec in case.rule.figures_for(case.case(facts))]
        for value, facts in {"open": {}, "then": {"last_year": "1"}, "otherwise": {"last_year": "0"}}.items()
    }
    assert kinds == {"open": [], "then": ["ranking"], "otherwise": []}
    assert case.reach() == ("0", "2")


@pytest.mark.parametrize(
    ("change", "flaws"),
    [
        ({"when": {"last": {"above": "0"}}}, [(("when", "last"), "unknown_input")]),
        ({"then": {"judged": {"max": "1"}}}, [((), "mark_used_twice")]),
        ({"then": each("arrival", "1")}, [(("then", "per_amount", "value"), "unknown_input")]),
    ],
)
def test_flaws_of_a_condition(change: dict[str, Any], flaws: list[object], trial: "Maker") -> None:
    """Conditions, branches and the marks of both are checked."""
    assert trial({"conditional": GROWTH | change}, GROWTH_INPUTS).flaws() == flaws


def test_a_condition_is_needed(trial: "Maker") -> None:
    """An empty `when` is refused."""
    with pytest.raises(ValidationError):
        trial({"conditional": GROWTH | {"when": {}}}, GROWTH_INPUTS)
