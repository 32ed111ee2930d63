"""rank_table: points by place."""

from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

if TYPE_CHECKING:
    from tests.rules.conftest import Maker

INPUTS = {"exemplars": {"label": "示范成果权重", "unit": "分"}}
PARAMETERS: dict[str, Any] = {
    "value": "exemplars",
    "better": "higher",
    "population": "units",
    "points": {"1": "2", "2": "2", "3": "1.5", "4": "1.5", "5": "1", "6": "1", "7": "0.5", "8": "0.5"},
    "otherwise": "0",
    "last": "0",
    "zero_value": "0",
}
TABLE = {"rank_table": PARAMETERS}


def table(trial: "Maker", rule: dict[str, Any], *weights: str) -> list[str | None]:
    """The points of units with these weights."""
    units = dict(zip("甲乙丙丁戊己庚辛壬癸", weights, strict=False))
    return list(trial(rule, INPUTS).table(units, "exemplars").values())


def without(*names: str) -> dict[str, Any]:
    """The rule without some parameters."""
    return {"rank_table": {name: value for name, value in PARAMETERS.items() if name not in names}}


def test_nine_units_with_their_base(trial: "Maker") -> None:
    """(七)1: weights 10, 8, 8, 5, 4, 4, 2, 0, 0 take ranks 1, 2, 2, 4, 5, 5, 7, 8, 8 and points by U44."""
    weights = ["10", "8", "8", "5", "4", "4", "2", "0", "0"]
    assert table(trial, TABLE, *weights) == ["2", "2", "2", "3/2", "1", "1", "1/2", "0", "0"]
    units = {name: {"exemplars": weight} for name, weight in zip("甲乙丙丁戊己庚辛壬", weights, strict=True)}
    case = trial(TABLE, INPUTS)
    ranks = case.case(units["甲"], units).figure(next(case.rule.figures())).ranks
    assert list(ranks.values()) == [1, 2, 2, 4, 5, 5, 7, 8, 8]


def test_the_last_and_all_tied_on_it(trial: "Maker") -> None:
    """U44: the last place gets `last` even where the table has points for it, all tied on it alike."""
    assert table(trial, TABLE, "3", "2", "1") == ["2", "2", "0"]
    assert table(trial, TABLE, "3", "1", "1") == ["2", "0", "0"]
    assert table(trial, TABLE, "2", "2") == ["0", "0"]


def test_alone_is_not_last(trial: "Maker") -> None:
    """A single unit is first, not last."""
    assert table(trial, TABLE, "3") == ["2"]


def test_without_a_special_last_place(trial: "Maker") -> None:
    """Left out, the last place is like any other; places behind the table get `otherwise`."""
    assert table(trial, without("last"), "3", "2", "1") == ["2", "2", "3/2"]
    assert table(trial, without("last"), *map(str, range(10, 0, -1)))[-3:] == ["1/2", "0", "0"]


def test_nothing_achieved_gets_its_own_points(trial: "Maker") -> None:
    """`zero_value` goes before rank and last place; left out, 0 is a value like any other."""
    assert table(trial, {"rank_table": PARAMETERS | {"zero_value": "0.1"}}, "0", "0") == ["1/10", "1/10"]
    assert table(trial, without("zero_value", "last"), "1", "0") == ["2", "2"]


def test_lower_is_better(trial: "Maker") -> None:
    """Ranks ascend where less is better."""
    rule = {"rank_table": PARAMETERS | {"better": "lower", "points": {"1": "2"}}}
    assert table(trial, rule, "1", "2", "3") == ["2", "0", "0"]


@pytest.mark.parametrize(
    ("own", "sentence"),
    [
        ("8", "排名第1（共3个单位），计2分"),
        ("1", "排名第3（共3个单位），为末位，计0分"),
        ("0", "排名第3（共3个单位），数值为0，计0分"),
    ],
)
def test_the_explanation_names_the_place(own: str, sentence: str, trial: "Maker") -> None:
    """A reader sees value, place, size of the ranking, and why a place got other points."""
    others = {"乙": {"exemplars": "5"}, "丙": {"exemplars": "4"}}
    assert trial(TABLE, INPUTS).text({"exemplars": own}, others) == [f"示范成果权重{own}分", sentence]


def test_asks_and_reach(trial: "Maker") -> None:
    """It asks for its value's inputs; all of its points are within reach."""
    assert trial(TABLE, INPUTS).asks({}) == ["exemplars"]
    assert trial({"rank_table": PARAMETERS | {"last": "-1"}}, INPUTS).reach() == ("-1", "2")


@pytest.mark.parametrize(
    ("change", "flaws"),
    [
        ({"value": "exemplar"}, [(("value",), "unknown_input")]),
        ({"points": {"0": "2", "1": "1"}}, [(("points", "0"), "rank_below_one")]),
        ({"points": {"1": "1", "2": "2"}}, [(("points", "2"), "worse_rank_gets_more")]),
        ({"population": "colleges"}, [(("population",), "not_ranked")]),
        ({"population": "all"}, [(("population",), "unknown_population")]),
    ],
)
def test_flaws(change: dict[str, Any], flaws: list[object], trial: "Maker") -> None:
    """Places count from 1, a better place never gets less, everybody assessed must be ranked."""
    types = ("college", "teaching")
    populations = {"units": frozenset(types), "colleges": frozenset({"college"})}
    made = trial({"rank_table": PARAMETERS | change}, INPUTS, types=types, populations=populations)
    assert made.flaws() == flaws


def test_an_empty_table_is_refused(trial: "Maker") -> None:
    """A table needs a place."""
    with pytest.raises(ValidationError):
        trial({"rank_table": PARAMETERS | {"points": {}}}, INPUTS)


@pytest.mark.parametrize(
    ("all_tied", "values", "points"),
    [
        ("last", {"甲": "3", "乙": "3"}, {"甲": "0", "乙": "0"}),
        ("ranked", {"甲": "3", "乙": "3"}, {"甲": "2", "乙": "2"}),
        ("ranked", {"甲": "0", "乙": "0"}, {"甲": "0", "乙": "0"}),
        ("ranked", {"甲": "3", "乙": "3", "丙": "1"}, {"甲": "2", "乙": "2", "丙": "0"}),
    ],
)
def test_when_everybody_is_tied(all_tied: str, values: dict[str, str], points: dict[str, str], trial: "Maker") -> None:
    """U44: all tied are all last, or by the other reading all first; a value of 0 has nothing either way."""
    made = trial({"rank_table": PARAMETERS | {"all_tied": all_tied}}, INPUTS)
    assert made.table(values, "exemplars") == points
