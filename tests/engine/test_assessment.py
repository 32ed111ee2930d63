"""From a scheme and a year's evidence to the outcome: parts, status, flags, purity."""

import itertools
from typing import cast

import pytest

from assess.engine.assessment import assess
from assess.engine.outcome import Outcome, UnitResult
from assess.files import yaml_reader
from assess.ground.place import Severity
from assess.parts.panel import PanelScore
from assess.resources import schemes_dir
from assess.scheme.scheme import Scheme
from assess.services.schemes import open_scheme
from assess.year.evidence import Evidence
from assess.year.reading.building import build_evidence
from tests import small

PARTS = f"{small.VOTES.strip()}\n{small.TARGETS.strip()}\n{small.LEADERSHIP.strip()}"
LEFT_OUT = PARTS.replace("divide_by: 100", "divide_by: 100\n    empty_group: left_out").replace(
    "  panel:\n", "  panel:\n    empty_group: left_out\n"
)

COMPLETE = """
  - id: a
    name: 甲
    type: college
    ballots:
      staff: {优秀: 60, 合格: 35, 不合格: 5}
      representatives: {returned: 20, 优秀: 12, 合格: 7, 不合格: 1}
    facts: {A: 9}
    leaders: {principal: [92, 88], deputy: [90, 85, 95, 88, 92]}
"""


def only(outcome: Outcome) -> UnitResult:
    """The result of 甲."""
    return small.unit(outcome, "a")


def test_the_total_is_the_sum_of_the_printed_parts() -> None:
    """16.20 + 9.00 + 18.00 + 9.00 = 52.20."""
    result = only(small.assessed(COMPLETE, small.scheme(parts=PARTS)))
    assert {name: str(part.points) for name, part in result.parts.items()} == {
        "votes": "81/5",
        "targets": "9",
        "leadership": "27",
    }
    assert str(result.total) == "261/5"
    assert (result.status, result.rank) == ("complete", 1)


EMPTY = COMPLETE.replace("{returned: 20, 优秀: 12, 合格: 7, 不合格: 1}", "{returned: 3, 弃权: 3}").replace(
    "deputy: [90, 85, 95, 88, 92]", "deputy: 无"
)
UNHEARD = "未完成：教职工代表没有有效票、副职校领导没有人评分"


def test_an_empty_group_is_left_out_where_the_scheme_says_so_and_it_is_told() -> None:
    """Nobody of the representatives gave a valid ballot, no 副职 a mark: 16.20 + 9 + 90 % of 30, and two flags."""
    result = only(small.assessed(EMPTY, small.scheme(parts=LEFT_OUT)))
    assert [(flag.id, flag.text) for flag in result.flags] == [
        ("empty_group", "教职工代表没有有效票，按其余群体计算"),
        ("empty_group", "副职校领导没有人评分，按其余各组计算"),
    ]
    assert (result.status, str(result.total)) == ("complete", "261/5")


def test_an_empty_group_leaves_the_unit_unfinished_where_the_scheme_says_nothing() -> None:
    """What is entered as empty is named with part and group, and with what would have to be decided."""
    outcome = small.assessed(EMPTY, small.scheme(parts=PARTS))
    assert (only(outcome).status, only(outcome).total) == ("incomplete", None)
    assert [(flag.id, flag.text) for flag in only(outcome).flags] == [
        ("nobody_counts", "未完成：教职工代表没有有效票、副职校领导没有人评分")
    ]
    assert [(one.severity, one.code, one.text) for one in small.told(outcome)] == [
        (Severity.MISSING, "nobody_counts", "甲的民主测评：教职工代表没有有效票"),
        (Severity.MISSING, "nobody_counts", "甲的领导班子评价：副职校领导没有人评分"),
    ]
    assert all("empty_group: left_out" in one.hint for one in small.told(outcome))


@pytest.mark.parametrize(
    ("parts", "entered", "instead", "flags"),
    [
        (PARTS, "facts: {A: 9}", "facts: {}", ["未完成：还有没填的数据", UNHEARD]),
        (PARTS, "staff: {优秀: 60, 合格: 35, 不合格: 5}", "staff: ", ["未完成：还有没填的数据", UNHEARD]),
        (
            LEFT_OUT,
            "staff: {优秀: 60, 合格: 35, 不合格: 5}",
            "staff: ",
            ["未完成：还有没填的数据", "副职校领导没有人评分，按其余各组计算"],
        ),
        (
            LEFT_OUT,
            "staff: {优秀: 60, 合格: 35, 不合格: 5}",
            "staff: {returned: 0}",
            ["未完成：中层以上干部没有有效票、教职工代表没有有效票", "副职校领导没有人评分，按其余各组计算"],
        ),
    ],
)
def test_what_is_not_entered_and_what_does_not_count_are_told_apart(
    parts: str, entered: str, instead: str, flags: list[str]
) -> None:
    """A unit that lacks both says both; where a group may be left out, only the one without which it cannot be."""
    assert entered in EMPTY
    result = only(small.assessed(EMPTY.replace(entered, instead), small.scheme(parts=parts)))
    assert (result.status, [flag.text for flag in result.flags]) == ("incomplete", flags)


def _codes(outcome: Outcome) -> set[str]:
    return {"missing" if one.code == "unconfirmed" else one.code for one in small.told(outcome)}


@pytest.mark.parametrize("parts", [PARTS, LEFT_OUT], ids=["missing", "left out"])
@pytest.mark.parametrize(
    ("entered", "instead", "part", "texts"),
    [
        (
            "staff: {优秀: 60, 合格: 35, 不合格: 5}",
            "staff: ",
            "votes",
            ["甲的民主测评：中层以上干部的测评票还没有填"],
        ),
        (
            "staff: {优秀: 60, 合格: 35, 不合格: 5}",
            "staff: {issued: 40, 优秀: 30}",
            "votes",
            ["甲的民主测评：中层以上干部的测评票缺合格、不合格的票数"],
        ),
        ("facts: {A: 9}", "facts: {}", "targets", ["甲“A 工作实绩”缺“考核分”"]),
        (
            "leaders: {principal: [92, 88], deputy: [90, 85, 95, 88, 92]}",
            "",
            "leadership",
            ["甲的领导班子评价：正职校领导的评分还没有填", "甲的领导班子评价：副职校领导的评分还没有填"],
        ),
        (", deputy: [90, 85, 95, 88, 92]", "", "leadership", ["甲的领导班子评价：副职校领导的评分还没有填"]),
        (
            "deputy: [90, 85, 95, 88, 92]",
            "deputy: []",
            "leadership",
            ["甲的领导班子评价：副职校领导的评分还没有填"],
        ),
        (
            "principal: [92, 88], deputy: [90, 85, 95, 88, 92]",
            "principal: 无, deputy: 无",
            "leadership",
            ["甲的领导班子评价：正职校领导没有人评分", "甲的领导班子评价：副职校领导没有人评分"],
        ),
    ],
)
def test_a_missing_part_leaves_the_unit_unfinished(
    parts: str, entered: str, instead: str, part: str, texts: list[str]
) -> None:
    """No part is ever 0 for want of data, whatever becomes of empty groups: no total, no rank; it says what lacks."""
    assert COMPLETE.count(entered) == 1
    outcome = small.assessed(COMPLETE.replace(entered, instead), small.scheme(parts=parts))
    result = only(outcome)
    assert result.parts[part].points is None
    assert (result.status, result.total, result.rank) == ("incomplete", None, None)
    assert {flag.id for flag in result.flags} == {one.replace("missing", "incomplete") for one in _codes(outcome)}
    assert [one.text for one in small.told(outcome)] == texts
    assert {one.severity for one in small.told(outcome)} == {Severity.MISSING}
    assert all(one.hint for one in small.told(outcome) if part != "targets")


def test_what_is_not_entered_blocks_before_what_is_empty() -> None:
    """Where empty groups are left out, only the one that is not entered is asked for."""
    year = EMPTY.replace("principal: [92, 88]", "principal: ")
    outcome = small.assessed(year, small.scheme(parts=LEFT_OUT))
    assert [one.text for one in small.told(outcome)] == ["甲的领导班子评价：正职校领导的评分还没有填"]


@pytest.mark.parametrize(
    "ballots",
    [
        "{}",
        "{staff: {优秀: 0, 合格: 0, 不合格: 0}, representatives: {returned: 0}}",
        "{staff: {returned: 5, 弃权: 3, 无效: 2}, representatives: {issued: 9, returned: 0}}",
    ],
)
@pytest.mark.parametrize("parts", [PARTS, LEFT_OUT], ids=["missing", "left out"])
def test_ballots_that_are_all_zero_give_no_points(ballots: str, parts: str) -> None:
    """Never a division by zero; one flag says whether they are still to be entered, or entered and none counts."""
    a, b = COMPLETE.index("    ballots:"), COMPLETE.index("    facts:")
    outcome = small.assessed(f"{COMPLETE[:a]}    ballots: {ballots}\n{COMPLETE[b:]}", small.scheme(parts=parts))
    assert only(outcome).parts["votes"].points is None
    assert [flag.id for flag in only(outcome).flags] == ["incomplete" if ballots == "{}" else "nobody_counts"]
    assert len(small.told(outcome)) == 2


def test_zero_points_are_points() -> None:
    """Marks of 0 by leaders and assessors, and levels worth 0, make a complete unit with 0."""
    parts = PARTS.replace("优秀: 90", "优秀: 0")
    year = """
  - id: a
    name: 甲
    type: college
    ballots: {staff: {returned: 60, 优秀: 60}, representatives: {returned: 1, 优秀: 1}}
    facts: {A: 0}
    leaders: {principal: [0], deputy: [0]}
"""
    result = only(small.assessed(year, small.scheme(parts=parts)))
    assert result.status == "complete"
    assert result.total == 0


def test_a_part_that_is_worth_nothing_on_a_list_is_not_asked_there() -> None:
    """`full: 0` says that the part does not count for the list: it is not missing, it is not there."""
    parts = PARTS.replace("{academic: 20, administrative: 70}", "{academic: 0, administrative: 70}")
    parts = parts.replace("{academic: 10, administrative: 10}", "{academic: 0, administrative: 10}")
    year = "  - {id: a, name: 甲, type: college, leaders: {principal: [90], deputy: [90]}}"
    for partial in ("convert", "mean_fill"):
        rules = parts.replace("indicators: {}", f"indicators: {{partial: {partial}}}")
        result = only(small.assessed(year, small.scheme("[]", parts=rules)))
        assert list(result.parts) == ["leadership"]
        assert result.status == "complete"
        assert result.total == 27


RATIO = """
- list: academic
  indicators:
    - id: A
      label: 就业数
      max: 10
      inputs: {employed: {label: 就业数, unit: 人}}
      rule:
        relative:
          value: employed
          better: higher
          reference: mean
          population: everyone
          bands: [{at_least: 1, points: 10}]
          otherwise: 5
"""

THREE = """
  - {id: a, name: 甲, type: college, facts: {A: 30}, application: {meets: [innovation]}}
  - {id: b, name: 乙, type: college, facts: {A: 10}}
  - {id: c, name: 丙, type: college, facts: {}, application: {meets: [innovation]}}
"""


def test_who_lacks_the_input_is_unfinished_and_the_others_are_provisional() -> None:
    """Leaves that rest on the figure carry the flag; nobody is proposed as 优秀 for good."""
    outcome = small.assessed(THREE, small.scheme(RATIO, selection=small.SELECTION.strip()))
    assert [(one.unit.id, one.status, one.rank, one.proposed) for one in small.listed(outcome).units] == [
        ("a", "provisional", 1, None),
        ("b", "provisional", 2, None),
        ("c", "incomplete", None, None),
    ]
    assert small.unit(outcome, "a").leaves["A"].provisional
    assert small.unit(outcome, "a").parts["targets"].provisional
    assert not small.unit(outcome, "c").leaves["A"].provisional
    assert [flag.id for flag in small.unit(outcome, "a").flags] == ["provisional", "tentative"]
    assert [flag.id for flag in small.unit(outcome, "c").flags] == ["incomplete"]
    (figure,) = outcome.figures.values()
    assert figure.value == 20
    assert figure.missing == ("c",)


def test_the_missing_input_settles_everything() -> None:
    """Once 丙 enters 0, the mean is 13.33, and the list is closed: 0 is a value."""
    year = THREE.replace("facts: {}", "facts: {A: 0}")
    outcome = small.assessed(year, small.scheme(RATIO, selection=small.SELECTION.strip()))
    assert [(one.unit.id, one.status, str(one.total), one.proposed) for one in small.listed(outcome).units] == [
        ("a", "complete", "10", "优秀"),
        ("b", "complete", "5", "合格"),
        ("c", "complete", "5", "优秀"),
    ]


def test_an_absent_unit_is_no_member_of_any_figure() -> None:
    """It takes no part in means, in ranks, or in what is missing."""
    year = THREE.replace("type: college, facts: {}", "type: college, takes_part: {no: 新设}")
    outcome = small.assessed(year, small.scheme(RATIO, selection=small.SELECTION.strip()))
    (figure,) = outcome.figures.values()
    assert list(figure.members) == ["a", "b"]
    assert small.unit(outcome, "a").status == "complete"
    assert small.unit(outcome, "c").status == "absent"
    assert small.unit(outcome, "c").parts == {}
    assert small.told(outcome) == ()


def test_an_incomplete_unit_that_also_rests_on_an_open_figure_is_incomplete() -> None:
    """未完成 outranks 暂定, and is said once."""
    parts = small.TARGETS.strip() + "\n" + small.LEADERSHIP.strip()
    outcome = small.assessed(THREE, small.scheme(RATIO, parts=parts, selection=small.SELECTION.strip()))
    assert [one.status for one in small.listed(outcome).units] == ["incomplete"] * 3
    assert [flag.id for flag in small.unit(outcome, "a").flags] == ["incomplete"]


THIRDS = """
- list: academic
  indicators:
    - {id: A, label: 甲项, max: 5, rule: {judged: {}}}
    - {id: B, label: 乙项, max: 5, rule: {judged: {}}}
"""


def test_rounding_at_each_printed_leaf_or_only_at_the_total() -> None:
    """Means of 4.3333… and 4.3333…: 4.33 + 4.33 = 8.66, or 8.666… → 8.67 (U15)."""
    year = "  - {id: a, name: 甲, type: college, facts: {A: [4, 4, 5], B: [4, 4, 5]}}"
    at_leaf = only(small.assessed(year, small.scheme(THIRDS)))
    assert str(at_leaf.total) == "433/50"
    assert str(at_leaf.leaves["A"].exact) == "13/3"
    at_total = only(small.assessed(year, small.scheme(THIRDS, rounding="{digits: 2, at: total}")))
    assert str(at_total.total) == "867/100"
    assert at_total.leaves["A"].points == at_total.leaves["A"].exact


def test_ballots_and_leaders_are_rounded_at_the_total_too() -> None:
    """A mean of 83.33… is 16.67 of 20 points when printed, and stays 50/3 where only totals are rounded (U15)."""
    year = """
  - id: a
    name: 甲
    type: college
    ballots: {staff: {returned: 3, 优秀: 2, 合格: 1}, representatives: {returned: 3, 优秀: 2, 合格: 1}}
    facts: {A: 5}
    leaders: {principal: [80, 80, 90], deputy: [80, 80, 90]}
"""
    at_leaf = only(small.assessed(year, small.scheme(parts=PARTS)))
    assert str(at_leaf.parts["votes"].points) == "1667/100"
    at_total = only(small.assessed(year, small.scheme(parts=PARTS, rounding="{digits: 2, at: total}")))
    assert str(at_total.parts["votes"].points) == "50/3"
    assert str(at_total.parts["leadership"].points) == "25"


@pytest.mark.parametrize(("recusal", "words", "points"), [("allowed", "照常计入", 6), ("recused", "已回避不计", 8)])
def test_an_assessor_of_the_unit_is_reported(recusal: str, words: str, points: int) -> None:
    """U16: allowed and said, or left out and said; who is of another unit is no matter."""
    parts = small.TARGETS.strip() + "\n" + small.LEADERSHIP.strip()
    year = """
  - {id: a, name: 甲, type: college, facts: {A: {mark: {王五: 4, 李四: 8}}},
     leaders: {principal: {王五: 40, 赵六: 80}, deputy: [80]}}
  - {id: b, name: 乙, type: college, facts: {A: [8]}, leaders: {principal: [80], deputy: [80]}}
assessors: {王五: a, 李四: b, 赵六: b}
"""
    outcome = small.assessed(year, small.scheme(parts=parts, recusal=recusal))
    assert [(flag.id, flag.text) for flag in only(outcome).flags] == [
        ("own_assessor", f"评分人王五属于本单位，{words}"),
    ]
    assert only(outcome).leaves["A"].points == points
    assert cast("PanelScore", only(outcome).parts["leadership"].score).groups[0].points == points * 2
    assert small.unit(outcome, "b").flags == ()


def test_unnamed_and_other_entries_have_no_assessors() -> None:
    """Records, numbers and words beside the marks are passed over."""
    trees = """
- list: academic
  indicators:
    - id: A
      label: 论文
      max: 10
      inputs: {papers: {label: 论文, records: {classes: {核心: {weight: 2}}}}, staff: {label: 教职工, unit: 人}}
      rule:
        sum:
          of:
            - catalogue: {of: papers, cap: 4}
            - bands: {value: staff, bands: [{at_least: 1, points: 6}]}
"""
    year = "  - {id: a, name: 甲, type: college, facts: {A: {papers: [{class: 核心, title: 论文}], staff: 9}}}\n"
    outcome = small.assessed(year + "assessors: {王五: a}", small.scheme(trees))
    assert only(outcome).flags == ()
    assert only(outcome).total == 8


def test_warnings_of_the_file_come_with_the_outcome() -> None:
    """What was worth a second look when the file was read stands before what is missing."""
    trees = """
- list: academic
  indicators:
    - {id: A, label: 指标, max: 6, rule: {judged: {}}}
    - {id: B, label: 团学, max: 4, except: [foundation], rule: {judged: {}}}
"""
    outcome = small.assessed("  - {id: a, name: 甲, type: foundation, facts: {B: 4}}", small.scheme(trees))
    assert [(one.severity, one.code) for one in outcome.problems if one.code != "unit_type_lacking"] == [
        (Severity.WARNING, "not_applicable"),
        (Severity.MISSING, "missing"),
    ]


def test_the_order_of_units_changes_nothing() -> None:
    """Every order of writing gives the same results and the same hash, ties included."""
    rows = [
        "  - {id: a, name: 甲, type: college, order: 2, facts: {A: 8}}\n",
        "  - {id: b, name: 乙, type: college, order: 1, facts: {A: 8}}\n",
        "  - {id: c, name: 丙, type: college, order: 1, facts: {A: 9}}\n",
    ]
    scheme = small.scheme(RATIO)
    outcomes = [small.assessed("".join(order), scheme) for order in itertools.permutations(rows)]
    assert [one.unit.id for one in small.listed(outcomes[0]).units] == ["c", "b", "a"]
    assert len({one.evidence_sha256 for one in outcomes}) == 1
    assert all(one.lists == outcomes[0].lists and one.figures == outcomes[0].figures for one in outcomes)


def test_the_order_of_units_does_not_change_the_order_of_problems() -> None:
    """What is missing is told in the office's order, then by id, however the file was written."""
    rows = [f"  - {{id: {name}, name: {name}, type: college, order: 1}}\n" for name in "abc"]
    scheme = small.scheme()
    told = {
        tuple(one.text for one in small.told(small.assessed("".join(order), scheme)))
        for order in itertools.permutations(rows)
    }
    assert told == {tuple(f"{name}“A 工作实绩”缺“考核分”" for name in "abc")}


def shipped(sample: str) -> tuple[Scheme, Evidence]:
    """The shipped scheme and one of its sample years."""
    scheme = open_scheme("lianyungang-2018")
    path = schemes_dir() / "lianyungang-2018" / "sample" / f"{sample}.yaml"
    return scheme, build_evidence(yaml_reader.read(path), scheme)


def test_assessing_the_real_scheme_is_pure() -> None:
    """The same scheme and evidence give equal outcomes; every unit's total is the sum of its printed parts."""
    scheme, evidence = shipped("year")
    one, other = assess(scheme, evidence), assess(scheme, evidence)
    assert one.lists == other.lists
    for result in (unit for ranked in one.lists for unit in ranked.units):
        assert result.total == sum(part.points or 0 for part in result.parts.values())
    assert [ranked.full for ranked in one.lists] == [200, 200]


def test_missing_data_in_the_real_scheme_never_scores_zero() -> None:
    """In the second sample some units lack inputs: they have no total, the list is open, nothing is proposed."""
    scheme, evidence = shipped("incomplete")
    outcome = assess(scheme, evidence)
    academic = small.listed(outcome)
    unfinished = [one for one in academic.units if one.status == "incomplete"]
    assert unfinished
    assert academic.open
    assert all(one.total is None and one.rank is None for one in unfinished)
    assert all(one.proposed is None for one in academic.units)
    lacking = {one.leaf.id for result in unfinished for one in result.leaves.values() if one.status == "missing"}
    assert lacking
    assert any(one.severity is Severity.MISSING for one in small.told(outcome))


NOT_FOR_ALL = """
- list: academic
  indicators:
    - {id: A, label: 甲项, max: 6, except: [foundation], rule: {judged: {waivable: true}}}
    - {id: B, label: 奖分, except: [foundation, college], rule: {judged: {max: 5}}}
"""


@pytest.mark.parametrize("partial", ["convert", "raw", "mean_fill", "rank_within_type"])
@pytest.mark.parametrize("unit", ["type: foundation", "type: college, facts: {A: 不适用}"])
def test_a_unit_to_which_no_indicator_applies_is_not_told_that_data_are_missing(unit: str, partial: str) -> None:
    """It is 未完成, since it has no total and no rank, but nothing is missing: said as what it is, with what to do."""
    parts = small.TARGETS.strip().replace("indicators: {}", f"indicators: {{partial: {partial}}}")
    year = f"  - {{id: a, name: 甲, {unit}}}\n  - {{id: b, name: 乙, type: college, facts: {{A: 5}}}}"
    outcome = small.assessed(year, small.scheme(NOT_FOR_ALL, parts=parts))
    result = only(outcome)
    assert (result.status, result.total, result.rank) == ("incomplete", None, None)
    assert [(flag.id, flag.text) for flag in result.flags] == [
        ("nothing_applies", "没有一个指标适用于本单位，目标考核算不出来，不能排名"),
    ]
    assert (result.parts["targets"].nothing_applies, result.parts["targets"].applicable_full) == (True, None)
    ((severity, code, text, hint),) = [(one.severity, one.code, one.text, one.hint) for one in small.told(outcome)]
    assert (severity, code) == (Severity.WARNING, "nothing_applies")
    assert text == "没有一个指标适用于甲，目标考核算不出来，不能排名"
    assert hint == "不参加考核的单位写明不参加的原因；单位类型或“不适用”写错的请改正"
    assert small.unit(outcome, "b").rank == 1


def test_a_unit_may_lack_both_indicators_and_data() -> None:
    """No indicator applies, and its ballots are missing: both are said, each as what it is."""
    parts = f"{small.VOTES.strip()}\n{small.TARGETS.strip()}"
    result = only(small.assessed("  - {id: a, name: 甲, type: foundation}", small.scheme(NOT_FOR_ALL, parts=parts)))
    assert [flag.id for flag in result.flags] == ["incomplete", "nothing_applies"]


def test_a_missing_input_is_missing_even_where_little_applies() -> None:
    """The one indicator that applies is not entered: that is missing data and nothing else."""
    outcome = small.assessed("  - {id: a, name: 甲, type: college}", small.scheme(NOT_FOR_ALL))
    assert [flag.id for flag in only(outcome).flags] == ["incomplete"]
    assert [problem.severity for problem in small.told(outcome)] == [Severity.MISSING]


def test_bonuses_alone_have_no_applicable_full_mark() -> None:
    """Where only indicators without a full mark apply, there is a score and no full mark of 0."""
    bonus = "[{list: academic, indicators: [{id: B, label: 奖分, rule: {judged: {max: 5}}}]}]"
    part = only(small.assessed("  - {id: a, name: 甲, type: college, facts: {B: 4}}", small.scheme(bonus))).parts[
        "targets"
    ]
    assert (str(part.points), str(part.raw), part.applicable_full, part.nothing_applies) == ("4", "4", None, False)


@pytest.mark.parametrize(
    "grades", [{}, {"grades": "{bands: [{label: 优, at_least: 90}, {label: 差, below: 90}]}"}], ids=["quota", "bands"]
)
def test_a_list_on_which_no_part_counts_has_no_totals(grades: dict[str, str]) -> None:
    """With every part at 0 there is nothing to rank by, and no total of 0 points out of 0."""
    parts = small.TARGETS.strip().replace("academic: 10", "academic: 0")
    scheme = small.scheme("[]", None, parts=parts, **grades)
    outcome = small.assessed("  - {id: a, name: 甲, type: college}", scheme)
    result = only(outcome)
    assert (result.status, result.total, result.rank, result.proposed) == ("incomplete", None, None, None)
    assert [(flag.id, flag.text) for flag in result.flags] == [
        ("nothing_applies", "本单位所在的名单没有计分的部分，不能排名"),
    ]
    assert [problem.text for problem in small.told(outcome)] == ["甲所在的名单没有计分的部分，算不出总分，不能排名"]
    assert small.told(outcome)[0].hint.startswith("请在方案的parts里给这张名单写满分；")
