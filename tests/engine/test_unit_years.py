"""Units that end, begin, are renamed or are not graded inside a year: who takes part, who has a rank, what is said."""

import pytest

from assess.engine.outcome import Outcome, UnitResult
from tests import small

SELECTION = small.SELECTION[: small.SELECTION.index("conditions:")].strip() + "\nlast_place: {clause: 三5}"


def assessed(units: str) -> Outcome:
    """A year of these units; two may be 优秀, and nobody has to apply."""
    return small.assessed(units, small.scheme(selection=SELECTION))


def college(unit: str, name: str, keys: str) -> str:
    """A college with a mark or whatever else."""
    return f"  - {{id: {unit}, name: {name}, type: college, {keys}}}\n"


def told(one: UnitResult) -> list[str]:
    """What a reader must know of a unit."""
    return [f"{flag.id} {flag.text}" for flag in one.flags]


def standing(outcome: Outcome) -> list[tuple[str, int | None, str | None, str]]:
    """Each unit with its rank, proposed grade and state, in the order of the list."""
    return [(one.unit.id, one.rank, one.proposed, one.state) for one in small.listed(outcome).units]


def test_a_unit_that_is_not_graded_takes_no_rank_and_no_place_of_the_quota() -> None:
    """The best of four has points and total; the three others are ranked and graded as if it were not there."""
    outcome = assessed(
        college("a", "甲", "facts: {A: 10}, graded: {no: 新设立不满半年}, application: {meets: []}")
        + college("b", "乙", "facts: {A: 9}")
        + college("c", "丙", "facts: {A: 8}")
        + college("d", "丁", "facts: {A: 7}")
    )
    assert standing(outcome) == [
        ("b", 1, "优秀", "完整"),
        ("c", 2, "优秀", "完整"),
        ("d", 3, "合格", "完整"),
        ("a", None, None, "不定等次"),
    ]
    assert small.unit(outcome, "a").total == 10
    assert told(small.unit(outcome, "a")) == ["ungraded 不定等次：新设立不满半年"]


def test_a_unit_that_is_not_graded_keeps_no_list_open() -> None:
    """It may lack what it lacks: the proposals for the others do not wait for it."""
    outcome = assessed(college("a", "甲", "graded: {no: 试运行}") + college("b", "乙", "facts: {A: 9}"))
    assert standing(outcome) == [("b", 1, "优秀", "完整"), ("a", None, None, "未完成")]
    assert not small.listed(outcome).open


def test_a_unit_that_is_not_graded_is_never_last_again() -> None:
    """Neither it nor, because of it, anybody above it."""
    last = "last_year: {list: academic, rank: 2, of: 2, last: true}"
    outcome = assessed(
        college("a", "甲", "facts: {A: 9}")
        + college("b", "乙", f"facts: {{A: 8}}, {last}")
        + college("c", "丙", f"facts: {{A: 1}}, graded: {{no: 试运行}}, {last}")
    )
    assert [flag.id for flag in small.unit(outcome, "b").flags] == ["last_again"]
    assert [flag.id for flag in small.unit(outcome, "c").flags] == ["ungraded"]


def test_no_band_grades_a_unit_that_is_not_graded() -> None:
    """Where grades come of the own total alone it has none either."""
    of = small.scheme(grades="{bands: [{at_least: 60, label: 好}, {below: 60, label: 差}]}")
    years = college("a", "甲", "facts: {A: 9}, graded: {no: 试运行}") + college("b", "乙", "facts: {A: 9}")
    outcome = small.assessed(years, of)
    assert [(one.unit.id, one.proposed) for one in small.listed(outcome).units] == [("b", "好"), ("a", None)]


RENAMED = "formerly: [{name: 甲系, changed: 2018-12-01}, {name: 甲院, changed: 2019-03-01}]"
MERGED = "until: 2019-01-31, successor: a, facts: {A: 9}"


@pytest.mark.parametrize("renamed", ["2018-11-01", "2019-03-01"])
def test_a_renaming_and_a_merger_in_either_order(renamed: str) -> None:
    """甲系 is renamed before, or after, 乙 is merged into it: one unit is assessed, under its present name."""
    outcome = assessed(
        college("a", "甲学院", f"facts: {{A: 9}}, formerly: [{{name: 甲系, changed: {renamed}}}]")
        + college("b", "乙", MERGED)
    )
    assert standing(outcome) == [("a", 1, "优秀", "完整"), ("b", None, None, "不参加")]
    month, day = renamed[5:7].lstrip("0"), renamed[9]
    assert told(small.unit(outcome, "a")) == [
        f"renamed {renamed[:4]}年{month}月{day}日由甲系更名为甲学院",
        "succession 乙已并入本单位（最后一天2019年1月31日）",
    ]
    assert told(small.unit(outcome, "b")) == ["ended 已并入甲学院（最后一天2019年1月31日）"]


def test_two_renamings_follow_each_other() -> None:
    """Each names what the unit was called before and after it."""
    outcome = assessed(college("a", "甲学院", f"facts: {{A: 9}}, {RENAMED}"))
    assert told(small.unit(outcome, "a")) == [
        "renamed 2018年12月1日由甲系更名为甲院",
        "renamed 2019年3月1日由甲院更名为甲学院",
    ]


def test_units_that_merge_into_a_new_one() -> None:
    """Neither of the two takes part any more; the new one says where it comes from."""
    outcome = assessed(
        college("a", "甲", "until: 2019-01-31, successor: c, takes_part: {no: 已撤并}")
        + college("b", "乙", "until: 2019-01-31, successor: c")
        + college("c", "丙", "since: 2019-02-01, facts: {A: 9}")
    )
    assert [told(small.unit(outcome, name)) for name in "abc"] == [
        ["absent 本年度不参加考核：已撤并", "ended 已并入丙（最后一天2019年1月31日）"],
        ["ended 已并入丙（最后一天2019年1月31日）"],
        ["succession 2019年2月1日由甲、乙合并设立"],
    ]


def test_a_unit_that_is_split() -> None:
    """Into a new unit and one that was there before."""
    outcome = assessed(
        college("a", "甲", "until: 2019-01-31, successor: [c, b]")
        + college("b", "乙", "facts: {A: 9}")
        + college("c", "丙", "since: 2019-02-01, facts: {A: 9}")
    )
    assert [told(small.unit(outcome, name)) for name in "abc"] == [
        ["ended 已分设为丙、乙（最后一天2019年1月31日）"],
        ["succession 甲一部分已并入本单位（最后一天2019年1月31日）"],
        ["succession 2019年2月1日由甲分设"],
    ]


def test_a_unit_that_is_founded_closed_or_founded_anew() -> None:
    """Without predecessor, without successor, and in place of a single one."""
    outcome = assessed(
        college("a", "甲", "since: 2018-10-01, facts: {A: 9}")
        + college("b", "乙", "until: 2019-01-31")
        + college("c", "丙", "until: 2019-01-31, successor: d")
        + college("d", "丁", "since: 2019-02-01, facts: {A: 9}")
    )
    assert [told(small.unit(outcome, name)) for name in "abcd"] == [
        ["succession 2018年10月1日新设立"],
        ["ended 已撤销（最后一天2019年1月31日）"],
        ["ended 已并入丁（最后一天2019年1月31日）"],
        ["succession 2019年2月1日由丙改设"],
    ]
