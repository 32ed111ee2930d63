"""Ballots: levels with values, groups, own ballots, abstentions. 二(一)1; U4, U5a–U5c."""

from typing import Any

import pytest
from pydantic import ValidationError

from assess.domain.ballots import BallotRules, points, tally
from assess.domain.evidence import BallotCount
from assess.domain.numbers import exact, fixed, half_up

LEVELS = ("优秀", "合格", "不合格")


def rules(**changed: Any) -> BallotRules:  # noqa: ANN401 keys of a scheme file
    """The regulation's rules, with changes."""
    return BallotRules.model_validate(
        {
            "levels": {"优秀": "90", "合格": "70", "不合格": "50"},
            "divide_by": "100",
            "groups": {"staff": {"label": "中层以上干部"}, "representatives": {"label": "教职工代表"}},
            **changed,
        },
    )


def cast(*numbers: int, **more: Any) -> BallotCount:  # noqa: ANN401 fields of the count
    """A group's ballots: 优秀, 合格, 不合格."""
    given = sum(numbers) + more.get("abstained", 0) + more.get("invalid", 0)
    return BallotCount(given, given, dict(zip(LEVELS, numbers, strict=True)), **more)


def test_the_regulations_figures() -> None:
    """60/35/5 → 81.00 → 16.20 of 20 and 56.70 of 70."""
    counted = tally(rules(), {"staff": cast(60, 35, 5)})
    assert counted.mean == 81
    assert fixed(points(rules(), counted.mean, exact("20"))) == "16.20"
    assert fixed(points(rules(), counted.mean, exact("70"))) == "56.70"


def test_all_excellent_is_full_marks_only_when_divided_by_90() -> None:
    """90 ÷ 100 of 20 is 18; ÷ 90 it is 20 (U4)."""
    by_90 = rules(divide_by="90")
    assert points(rules(), exact("90"), exact("20")) == 18
    assert points(by_90, exact("90"), exact("20")) == 20
    assert points(by_90, exact("81"), exact("70")) == 63


def test_a_printed_mean_is_not_fed_back() -> None:
    """2/3 of 优秀: the mean is 83.33…, and 20 points of it are 16.67, not 16.666 from a rounded mean."""
    counted = tally(rules(), {"staff": cast(2, 1, 0)})
    assert counted.mean is not None
    assert counted.mean * 3 == 250
    assert half_up(points(rules(), counted.mean, exact("70"))) == exact("58.33")


def test_groups_are_pooled_by_default() -> None:
    """Every ballot weighs the same: 10 at 90 and 30 at 70 → 75 (U5a)."""
    counted = tally(rules(), {"staff": cast(10, 0, 0), "representatives": cast(0, 30, 0, abstained=2, invalid=1)})
    assert counted.mean == 75
    assert counted.levels == {"优秀": 10, "合格": 30, "不合格": 0}
    assert (counted.issued, counted.returned, counted.valid) == (43, 43, 40)
    assert (counted.abstained, counted.invalid, counted.empty_groups) == (2, 1, ())


def weighted(staff: str = "3", representatives: str = "1") -> BallotRules:
    """Rules with weighted groups."""
    groups = {
        "staff": {"label": "中层以上干部", "weight": staff},
        "representatives": {"label": "教职工代表", "weight": representatives},
    }
    return rules(pooling="weighted", groups=groups)


def test_weighted_groups() -> None:
    """Means 90 and 70 by 3 : 1 → 85, however many voted in each."""
    assert tally(weighted(), {"staff": cast(10, 0, 0), "representatives": cast(0, 30, 0)}).mean == 85


@pytest.mark.parametrize("empty", [{}, {"representatives": cast(0, 0, 0, abstained=4)}])
def test_an_empty_group_leaves_its_weight_to_the_others(empty: dict[str, BallotCount]) -> None:
    """It never counts as 0, and it is said."""
    counted = tally(weighted(), {"staff": cast(1, 1, 0), **empty})
    assert counted.mean == 80
    assert counted.empty_groups == ("representatives",)


def test_ballots_of_a_group_without_weight_alone_give_no_mean() -> None:
    """There is nothing to divide by: the points are missing."""
    assert tally(weighted(representatives="0"), {"representatives": cast(5, 0, 0)}).mean is None


def test_own_ballots_may_be_left_out() -> None:
    """5 at 90 and 5 at 70, of which 5 at 90 came from the unit itself: 80 counted, 70 left out (U5b)."""
    ballots = {"staff": cast(5, 5, 0, own={"优秀": 5})}
    assert tally(rules(), ballots).mean == 80
    left_out = tally(rules(own_ballots="left_out"), ballots)
    assert left_out.mean == 70
    assert left_out.valid == 5


def test_abstentions_may_count_as_a_level() -> None:
    """One 优秀 and one abstention: 90, or 80 where an abstention counts as 合格 (U5c); 无效 never counts."""
    ballots = {"staff": cast(1, 0, 0, abstained=1, invalid=5)}
    assert tally(rules(), ballots).mean == 90
    counted = tally(rules(abstentions="合格"), ballots)
    assert counted.mean == 80
    assert counted.valid == 2


@pytest.mark.parametrize(
    "ballots",
    [{}, {"staff": cast(0, 0, 0)}, {"staff": cast(0, 0, 0, abstained=3, invalid=2)}],
)
def test_no_valid_ballot_is_missing(ballots: dict[str, BallotCount]) -> None:
    """All zero is no mean: never 0, never a division by zero."""
    counted = tally(rules(), ballots)
    assert counted.mean is None
    assert tally(weighted(), ballots).mean is None
    assert counted.empty_groups == ("staff", "representatives")


def test_only_own_ballots_left_out_is_missing_too() -> None:
    """When nothing is left there is no mean."""
    assert tally(rules(own_ballots="left_out"), {"staff": cast(3, 0, 0, own={"优秀": 3})}).mean is None


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"divide_by": "0"}, "divide_by（折算基数）必须大于0"),
        ({"divide_by": "-1"}, "divide_by（折算基数）必须大于0"),
        ({"abstentions": "良好"}, "abstentions应为ignored或优秀、合格、不合格之一"),
        ({"groups": {"staff": {"label": "干部", "weight": "0"}}}, "weight至少要有一个大于0"),
    ],
)
def test_rules_that_cannot_count_are_refused(changed: dict[str, Any], message: str) -> None:
    """A base of 0, an unknown level for abstentions, or no weight at all."""
    with pytest.raises(ValidationError, match=message):
        rules(**changed)
