"""Ballots: levels with values, groups, own ballots, abstentions. 二(一)1; U4, U5a–U5c."""

from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from assess.entered.values import BallotCount
from assess.ground.numbers import exact, fixed, half_up
from assess.parts.ballots import BallotRules
from assess.parts.opinions.tally import points_of, tally

LEVELS = ("优秀", "合格", "不合格")


def rules(**changed: Any) -> BallotRules:  # noqa: ANN401 keys of a scheme file
    """The regulation's rules with an empty group left out, with changes."""
    return BallotRules.model_validate(
        {
            "levels": {"优秀": "90", "合格": "70", "不合格": "50"},
            "divide_by": "100",
            "groups": {"staff": {"label": "中层以上干部"}, "representatives": {"label": "教职工代表"}},
            "empty_group": "left_out",
            **changed,
        },
    )


def cast(*numbers: int, **more: Any) -> BallotCount:  # noqa: ANN401 fields of the count
    """A group's ballots: 优秀, 合格, 不合格."""
    more = {"abstained": 0, "invalid": 0, **more}
    given = sum(numbers) + more["abstained"] + more["invalid"]
    return BallotCount(given, given, dict(zip(LEVELS, numbers, strict=True)), **more)


#: Entered, and there is no valid ballot.
NONE_VALID = cast(0, 0, 0, abstained=4)


def alone(staff: BallotCount) -> dict[str, BallotCount]:
    """The ballots of one group; of the other one none came back."""
    return {"staff": staff, "representatives": cast(0, 0, 0)}


def mean(rules: BallotRules, ballots: dict[str, BallotCount]) -> Fraction | None:
    """The mean that counts."""
    return tally(rules, ballots).mean


def test_the_regulations_figures() -> None:
    """60/35/5 → 81.00 → 16.20 of 20 and 56.70 of 70."""
    counted = tally(rules(), alone(cast(60, 35, 5)))
    assert counted.mean == 81
    assert fixed(points_of(rules(), counted.mean, exact("20"))) == "16.20"
    assert fixed(points_of(rules(), counted.mean, exact("70"))) == "56.70"


def test_all_excellent_is_full_marks_only_when_divided_by_90() -> None:
    """90 ÷ 100 of 20 is 18; ÷ 90 it is 20 (U4)."""
    by_90 = rules(divide_by="90")
    assert points_of(rules(), exact("90"), exact("20")) == 18
    assert points_of(by_90, exact("90"), exact("20")) == 20
    assert points_of(by_90, exact("81"), exact("70")) == 63


def test_a_printed_mean_is_not_fed_back() -> None:
    """2/3 of 优秀: the mean is 83.33…, and 20 points of it are 16.67, not 16.666 from a rounded mean."""
    counted = tally(rules(), alone(cast(2, 1, 0)))
    assert counted.mean is not None
    assert counted.mean * 3 == 250
    assert half_up(points_of(rules(), counted.mean, exact("70"))) == exact("58.33")


def test_groups_are_pooled_by_default() -> None:
    """Every ballot weighs the same: 10 at 90 and 30 at 70 → 75 (U5a)."""
    counted = tally(rules(), {"staff": cast(10, 0, 0), "representatives": cast(0, 30, 0, abstained=2, invalid=1)})
    assert counted.mean == 75
    pooled = counted.pooled
    assert pooled is not None
    assert pooled.levels == {"优秀": 10, "合格": 30, "不合格": 0}
    assert (pooled.issued, pooled.returned, pooled.valid, pooled.abstained, pooled.invalid) == (43, 43, 40, 2, 1)
    assert [group.status for group in counted.groups] == ["counted", "counted"]


def weighted(staff: str = "3", representatives: str = "1", **changed: Any) -> BallotRules:  # noqa: ANN401
    """Rules with weighted groups."""
    groups = {
        "staff": {"label": "中层以上干部", "weight": staff},
        "representatives": {"label": "教职工代表", "weight": representatives},
    }
    return rules(**{"pooling": "weighted", "groups": groups, **changed})


def test_weighted_groups() -> None:
    """Means 90 and 70 by 3 : 1 → 85, however many voted in each."""
    assert mean(weighted(), {"staff": cast(10, 0, 0), "representatives": cast(0, 30, 0)}) == 85


@pytest.mark.parametrize("empty", [NONE_VALID, cast(0, 0, 0), cast(0, 0, 0, invalid=1)])
@pytest.mark.parametrize("pooling", ["pool", "weighted"])
def test_a_group_without_a_valid_ballot_is_left_out_only_where_the_scheme_says_so(
    empty: BallotCount, pooling: str
) -> None:
    """It leaves its weight to the others, or there is no mean; it never counts as 0."""
    ballots = {"staff": cast(1, 1, 0), "representatives": empty}
    counted = tally(weighted(pooling=pooling), ballots)
    assert counted.mean == 80
    assert [group.status for group in counted.groups] == ["counted", "empty"]
    assert counted.groups[1].left_out() == "教职工代表没有有效票，按其余群体计算"
    assert mean(weighted(pooling=pooling, empty_group="missing"), ballots) is None


def test_an_absent_group_of_three_is_left_out() -> None:
    """Leaders 30 %, heads 30 %, staff 40 %; no head voted; 90, –, 85 → (27 + 34) ÷ 0.7 = 87.14."""
    groups = {
        "leaders": {"label": "校领导", "weight": "0.3"},
        "heads": {"label": "部门负责人", "weight": "0.3"},
        "staff": {"label": "教职工", "weight": "0.4"},
    }
    ballots = {"leaders": cast(4, 0, 0), "heads": NONE_VALID, "staff": cast(3, 1, 0)}
    found = mean(weighted(groups=groups), ballots)
    assert found == (27 + 34) / Fraction("0.7")
    assert fixed(found) == "87.14"
    assert mean(weighted(groups=groups, empty_group="missing"), ballots) is None


@pytest.mark.parametrize("pooling", ["pool", "weighted"])
@pytest.mark.parametrize("empty_group", ["missing", "left_out"])
def test_a_group_that_is_not_entered_is_missing(pooling: str, empty_group: str) -> None:
    """Nobody knows what its ballots say: nothing is computed without it, whatever becomes of empty groups."""
    changed = weighted(pooling=pooling, empty_group=empty_group)
    counted = tally(changed, {"staff": cast(1, 1, 0)})
    assert (counted.mean, counted.pooled) == (None, None)
    assert counted.groups[1].status == "missing"
    assert counted.groups[1].reason() == "教职工代表的测评票还没有填"


@pytest.mark.parametrize(
    ("ballots", "abstentions", "reason"),
    [
        (BallotCount(40, None, {}), "ignored", "中层以上干部的测评票缺优秀、合格、不合格的票数"),
        (BallotCount(40, 38, {"优秀": 20}), "ignored", "中层以上干部的测评票缺合格、不合格的票数"),
        (BallotCount(40, 38, dict.fromkeys(LEVELS, 5)), "合格", "中层以上干部的测评票缺弃权的票数"),
    ],
)
def test_what_is_entered_in_part_is_missing(ballots: BallotCount, abstentions: str, reason: str) -> None:
    """A level or abstention that is not entered is no 0."""
    counted = tally(rules(abstentions=abstentions), {"staff": ballots, "representatives": cast(9, 0, 0)})
    assert counted.mean is None
    assert (counted.groups[0].status, counted.groups[0].reason()) == ("missing", reason)


def test_abstentions_that_do_not_count_need_not_be_entered() -> None:
    """Nor do numbers of ballots issued and returned: they are not known, and no 0 either."""
    counted = tally(
        rules(), {"staff": BallotCount(None, None, dict.fromkeys(LEVELS, 5)), "representatives": cast(0, 1, 0)}
    )
    assert counted.mean == 70
    assert counted.pooled is not None
    assert (counted.pooled.issued, counted.pooled.abstained, counted.pooled.valid) == (None, None, 16)


def test_ballots_of_a_group_without_weight_alone_give_no_mean() -> None:
    """There is nothing to divide by: the points are missing."""
    ballots = {"staff": NONE_VALID, "representatives": cast(5, 0, 0)}
    assert mean(weighted(representatives="0"), ballots) is None
    assert mean(weighted(representatives="0", pooling="pool"), ballots) == 90


def test_own_ballots_may_be_left_out() -> None:
    """5 at 90 and 5 at 70, of which 5 at 90 came from the unit itself: 80 counted, 70 left out (U5b)."""
    ballots = alone(cast(5, 5, 0, own={"优秀": 5}))
    assert mean(rules(), ballots) == 80
    left_out = tally(rules(own_ballots="left_out"), ballots)
    assert left_out.mean == 70
    assert left_out.pooled is not None
    assert (left_out.pooled.valid, left_out.pooled.own) == (5, 5)


def test_abstentions_may_count_as_a_level() -> None:
    """One 优秀 and one abstention: 90, or 80 where an abstention counts as 合格 (U5c); 无效 never counts."""
    ballots = alone(cast(1, 0, 0, abstained=1, invalid=5))
    assert mean(rules(), ballots) == 90
    counted = tally(rules(abstentions="合格"), ballots)
    assert counted.mean == 80
    assert counted.pooled is not None
    assert counted.pooled.valid == 2


@pytest.mark.parametrize("empty", [cast(0, 0, 0), cast(0, 0, 0, abstained=3, invalid=2)])
@pytest.mark.parametrize("empty_group", ["missing", "left_out"])
def test_no_valid_ballot_at_all_is_missing(empty: BallotCount, empty_group: str) -> None:
    """All zero is no mean: never 0, never a division by zero, and no group to be left out for others."""
    for changed in (rules(empty_group=empty_group), weighted(empty_group=empty_group)):
        counted = tally(changed, {"staff": empty, "representatives": empty})
        assert counted.mean is None
        assert [group.status for group in counted.groups] == ["empty", "empty"]


def test_own_ballots_left_out_may_leave_a_group_empty() -> None:
    """It is as without a valid ballot, and says why."""
    ballots = {"staff": cast(3, 0, 0, own={"优秀": 3}), "representatives": cast(0, 4, 0)}
    changed = rules(own_ballots="left_out")
    counted = tally(changed, ballots)
    assert counted.mean == 70
    assert counted.groups[0].reason() == "中层以上干部除本单位的票外没有有效票"
    assert mean(rules(own_ballots="left_out", empty_group="missing"), ballots) is None
    assert mean(changed, alone(ballots["staff"])) is None


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
