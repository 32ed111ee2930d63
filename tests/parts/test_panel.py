"""Leaders' marks: groups, instruments, trimming, recusal. 二(一)3; U6a, U6b, U16."""

from fractions import Fraction
from typing import Any, Literal

import pytest
from pydantic import ValidationError

from assess.entered.values import Mark
from assess.ground.numbers import exact, half_up
from assess.parts.ballots import BallotRules
from assess.parts.opinions.mark_document import group_document
from assess.parts.opinions.mark_scores import GroupScore, score_groups, total_of
from assess.parts.panel import PanelRules, PanelScore

GROUPS = {"principal": {"label": "正职校领导", "points": "20"}, "deputy": {"label": "副职校领导", "points": "10"}}


def rules(**changed: Any) -> PanelRules:  # noqa: ANN401 keys of a scheme file
    """The regulation's rules, with changes."""
    return PanelRules.model_validate({"groups": GROUPS, **changed})


def marks(*values: str, **named: str) -> tuple[Mark, ...]:
    """Marks without and with names."""
    return (*(Mark(exact(value)) for value in values), *(Mark(exact(value), name) for name, value in named.items()))


def scores(given: dict[str, tuple[Mark, ...]], *recused: str, **changed: Any) -> dict[str, GroupScore]:  # noqa: ANN401
    """What each group gives, rounded to cents."""
    return {one.group: one for one in score_groups(rules(**changed), given, half_up, frozenset(recused))}


def test_the_regulations_figures() -> None:
    """正职 92, 88 → 18.00 of 20; 副职 90, 85, 95, 88, 92 → 9.00 of 10."""
    found = scores({"principal": marks("92", "88"), "deputy": marks("90", "85", "95", "88", "92")})
    assert [found["principal"].points, found["deputy"].points] == [18, 9]
    assert found["principal"].marks.mean.value == 90


def test_points_of_a_group_are_rounded_once() -> None:
    """92, 88, 85 of 20: 265 ÷ 3 ÷ 5 = 17.67 from the exact mean."""
    found = scores({"principal": marks("92", "88", "85")})
    assert found["principal"].marks.mean.value == Fraction(265, 3)
    assert found["principal"].points == exact("17.67")


@pytest.mark.parametrize(
    ("given", "status", "reason"),
    [({}, "missing", "副职校领导的评分还没有填"), ({"deputy": ()}, "empty", "副职校领导没有人评分")],
)
@pytest.mark.parametrize("empty_group", ["missing", "left_out"])
def test_an_empty_group_never_counts_as_0(
    given: dict[str, tuple[Mark, ...]], status: str, reason: str, empty_group: Literal["missing", "left_out"]
) -> None:
    """Not entered and entered as 无 are two things; both have no points, and a mark of 0 has."""
    principal = marks("0")
    found = scores(given | {"principal": principal}, empty_group=empty_group)
    deputy = found["deputy"]
    assert (deputy.status, deputy.reason(), deputy.points, deputy.marks.given) == (status, reason, None, 0)
    assert found["principal"].status == "counted"
    assert found["principal"].points == 0


def in_all(given: dict[str, tuple[Mark, ...]], *recused: str, **changed: Any) -> Fraction | None:  # noqa: ANN401
    """The points of all groups together."""
    scored = score_groups(rules(**changed), given, half_up, frozenset(recused))
    return total_of(scored, changed.get("empty_group", "missing"))


def test_the_groups_that_stay_take_over_the_points_of_one_that_is_left_out() -> None:
    """20 + 10 with nobody among the 副职: the 正职 count 30, exactly and rounded once; and the other way round."""
    both = {"principal": marks("92", "88", "85"), "deputy": marks("90")}
    assert in_all(both, empty_group="left_out") == exact("17.67") + 9
    without = {"principal": both["principal"], "deputy": ()}
    assert in_all(without) is None
    assert in_all(without, empty_group="left_out") == exact("26.5")
    found = scores(without, empty_group="left_out")
    assert [found["principal"].own_full, found["principal"].full] == [20, 30]
    assert in_all({"principal": (), "deputy": marks("90")}, empty_group="left_out") == 27


def test_the_shares_of_three_groups_are_exact() -> None:
    """30, 30 and 40 with the second left out: (27 + 34) ÷ 0.7 = 87.14; the first is worth 300/7."""
    groups = {
        "leaders": {"label": "校领导", "points": "30"},
        "heads": {"label": "部门负责人", "points": "30"},
        "staff": {"label": "教职工", "points": "40"},
    }
    given = {"leaders": marks("90"), "heads": (), "staff": marks("85")}
    found = scores(given, groups=groups, empty_group="left_out")
    assert (found["leaders"].full, found["staff"].full) == (Fraction(300, 7), Fraction(400, 7))
    assert in_all(given, groups=groups, empty_group="left_out") == exact("87.14")


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"principal": (), "deputy": ()},
        {"principal": ()},
        {"principal": marks("90")},
        {"deputy": ()},
    ],
    ids=["nothing entered", "all 无", "one 无, one not entered", "one not entered", "the other not entered"],
)
def test_what_is_not_entered_or_wholly_empty_is_missing_even_where_empty_groups_are_left_out(
    given: dict[str, tuple[Mark, ...]],
) -> None:
    """Only a group that was entered as empty can be left out, and only beside one that counts."""
    assert in_all(given, empty_group="left_out") is None


def test_a_group_without_points_cannot_stand_for_the_others() -> None:
    """It is worth 0, with any instrument; alone it leaves nothing to scale to."""
    groups = {**GROUPS, "guests": {"label": "列席人员", "points": "0"}}
    given = {"principal": marks("9"), "deputy": marks("9"), "guests": marks("0")}
    assert scores(given, groups=groups, instrument="direct")["guests"].points == 0
    assert in_all(given, groups=groups, instrument="direct") == 18
    alone = {"principal": (), "deputy": (), "guests": marks("0")}
    assert in_all(alone, groups=groups, empty_group="left_out") is None


def test_direct_marks() -> None:
    """With `direct` a leader gives 0 to the group's points (U6a)."""
    found = scores({"principal": marks("18", "19"), "deputy": marks("9")}, instrument="direct")
    assert [found["principal"].points, found["deputy"].points] == [exact("18.5"), 9]
    assert rules(instrument="direct").highest("deputy") == 10
    assert rules().highest("deputy") == 100


def test_levels() -> None:
    """优秀 90 and 合格 70 of 100: the mean 80 is worth 16 of 20 (U6a)."""
    levels = {"优秀": "90", "合格": "70", "不合格": "50"}
    found = scores({"principal": marks("90", "70")}, instrument="levels", levels=levels)
    assert found["principal"].points == 16
    with pytest.raises(ValidationError, match="instrument为levels时必须写levels"):
        rules(instrument="levels")


def test_trimming_in_a_group() -> None:
    """More than five marks: one highest and one lowest are dropped (U6b)."""
    trim = {"when_more_than": "5", "drop": "1"}
    five = scores({"deputy": marks("0", "80", "80", "80", "100")}, trim=trim)
    six = scores({"deputy": marks("0", "80", "80", "80", "80", "100")}, trim=trim)
    assert five["deputy"].points == exact("6.8")
    assert six["deputy"].points == 8
    assert [five["deputy"].marks.counted, six["deputy"].marks.given, six["deputy"].marks.counted] == [5, 6, 4]


def test_what_was_dropped_is_kept_for_the_record() -> None:
    """Both ends by value; everything that a leader gave stays beside."""
    found = scores({"deputy": marks("80", "50", "90", "70")}, trim={"when_more_than": "3"})["deputy"]
    used = found.single.used
    assert used is not None
    assert [list(used.lowest), list(used.highest), list(used.counted)] == [[50], [90], [70, 80]]
    assert len(found.single.given) == 4


def test_recused_leaders_are_left_out_and_kept_for_the_record() -> None:
    """A recused leader's mark does not count (U16); a group of recused leaders alone is missing."""
    given = {"principal": marks("80", 张三="100"), "deputy": marks(李四="90")}
    found = scores(given, "张三", "李四")
    assert found["principal"].points == 16
    assert [mark.assessor for mark in found["principal"].single.recused] == ["张三"]
    assert (found["deputy"].points, found["deputy"].status) == (None, "empty")
    assert found["deputy"].reason() == "副职校领导的评分人都已回避"
    assert scores(given)["principal"].points == 18
    assert in_all(given, "张三", "李四") is None
    assert in_all(given, "张三", "李四", empty_group="left_out") == 24


def test_a_single_mark_is_known_to_whom_it_may_be_known() -> None:
    """The numbers stay; of the marks those that are known, and not which were dropped, since these are others'."""
    given = {"deputy": marks("80", 王五="50", 李四="90", 赵六="70")}
    whole = scores(given, "赵六", trim={"when_more_than": "2"})["deputy"]
    mine = whole.concealed(lambda name: name == "王五")
    assert (mine.marks, mine.points) == (whole.marks, whole.points)
    assert (mine.single.given, mine.single.recused, mine.single.used) == (marks(王五="50"), (), None)
    shared = {"status": "counted", "count": 3, "counted": 1, "recused_count": 1, "mean": "80", "full": "10"}
    assert group_document(mine, str) == {
        **shared,
        "marks": [{"assessor": "王五", "mark": "50"}],
        "points": str(whole.points),
    }
    assert group_document(whole.concealed(lambda _: False), str) == {**shared, "points": str(whole.points)}
    assert group_document(whole.concealed(lambda name: name == "赵六"), str)["recused"] == [
        {"assessor": "赵六", "mark": "70"}
    ]
    total = PanelScore(whole.points, rules=rules(), scored=(whole,))
    assert total.concealed(lambda name: name == "王五") == PanelScore(whole.points, rules=rules(), scored=(mine,))
    assert group_document(whole, str)["dropped"] == {"lowest": ["50"], "highest": ["90"]}


def test_other_parts_have_nothing_to_conceal() -> None:
    """Votes are secret from the beginning: nobody knows whose they are."""
    assert rules().confidential_to == "office"
    assert rules(keepers="giver").confidential_to == "giver"
    votes = BallotRules.model_validate(
        {"levels": {"好": "100"}, "divide_by": "100", "groups": {"staff": {"label": "教职工", "weight": "1"}}}
    )
    assert votes.confidential_to is None
