"""The table of a ranked list, value by value."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from assess.engine.outcome import Outcome
from assess.reports.sheets.list_context import RankedList
from assess.reports.sheets.ranked_list import ranked_list
from assess.reports.sheets.sheet import sheet
from tests import small as made

Small = Callable[..., Outcome]


def lists(outcome: Outcome) -> dict[str, RankedList]:
    """The tables by the ids of their lists."""
    return {one.id: ranked_list(one, outcome) for one in outcome.lists}


@pytest.mark.parametrize("name", ["academic", "administrative"])
def test_the_parts_of_a_line_give_its_total(year: Outcome, name: str) -> None:
    """民主测评, the converted target points and 领导班子评价 add up to the printed total."""
    table = lists(year)[name]
    labels = [column.label for column in table.columns]
    assert labels == ["民主测评", "目标考核原始分", "适用满分", "目标考核得分", "领导班子评价"]
    for line in table.ranked:
        votes, _, _, targets, leaders = map(Decimal, line.cells)
        assert votes + targets + leaders == Decimal(line.total)


def test_raw_and_converted_points_stand_side_by_side(year: Outcome) -> None:
    """A unit that is not assessed on everything shows raw points, its full mark and the converted points."""
    (line,) = [one for one in lists(year)["academic"].ranked if one.unit == "继续教育学院"]
    raw, full, converted = map(Decimal, line.cells[1:4])
    assert full == 113
    assert converted == (raw / full * 150).quantize(Decimal("0.01"))


def test_ranks_follow_the_totals(year: Outcome) -> None:
    """Lines stand best first, and equal totals share a rank that stands open."""
    table = lists(year)["administrative"]
    totals = [Decimal(line.total) for line in table.ranked]
    assert totals == sorted(totals, reverse=True)
    assert [line.rank for line in table.ranked][:5] == ["1", "2", "3", "3", "5"]
    assert [line.proposed for line in table.ranked][:5] == ["优秀", "优秀", "待审议", "待审议", "合格"]
    assert table.unranked == ()


def test_flags_and_the_quota_are_said(year: Outcome) -> None:
    """A bar stands beside its unit, the quota in the head and below the table."""
    table = lists(year)["academic"]
    (line,) = [one for one in table.ranked if one.unit == "二级学院乙"]
    assert any(remark.startswith("不能评为优秀") for remark in line.remarks)
    assert ("优秀名额", "2个") in {(fact.label, fact.value) for fact in table.facts}
    assert any("优秀名额最多2个" in remark for remark in table.remarks)
    assert table.banner == "样例数据（虚构）"
    assert table.notices == ()


def test_unfinished_units_stand_below_with_their_reason(incomplete: Outcome) -> None:
    """A unit with missing inputs has no rank and no total, and the line names what is missing."""
    table = lists(incomplete)["academic"]
    assert table.notices[0].startswith("本表尚有数据未填")
    (line,) = [one for one in table.unranked if one.unit == "二级学院庚"]
    assert (line.rank, line.total, line.cells[1], line.cells[3]) == ("", "未完成", "未完成", "未完成")
    assert line.remarks == ("未完成：还有没填的数据", "未填：K6.a")
    assert all(line.proposed == "—" for line in table.ranked)


def test_a_unit_on_which_nobody_counts_lacks_no_data() -> None:
    """Its ballots are entered, and none is valid: list and sheet say that, and ask for nothing to be filled in."""
    parts = f"{made.VOTES.strip()}\n{made.TARGETS.strip()}"
    unit = """
  - id: a
    name: 甲
    type: college
    ballots: {staff: {returned: 3, 弃权: 3}, representatives: {returned: 1, 优秀: 1}}
    facts: {A: 9}
"""
    outcome = made.assessed(unit, made.scheme(parts=parts))
    table = lists(outcome)["academic"]
    assert table.notices == ("本表有单位没有有效的票或评分，名次可能变化",)
    assert [line.remarks for line in table.unranked] == [("未完成：中层以上干部没有有效票",)]
    page = sheet(made.unit(outcome, "a"), made.listed(outcome), outcome)
    assert page.notices == ("未完成：中层以上干部没有有效票",)
    half = made.assessed(unit.replace("    facts: {A: 9}\n", ""), made.scheme(parts=parts))
    page = sheet(made.unit(half, "a"), made.listed(half), half)
    assert page.notices == ("未完成：还有没填的数据", "未完成：中层以上干部没有有效票", "未填（1项）：A")
    assert lists(half)["academic"].notices[0].startswith("本表尚有数据未填，有单位没有有效的票或评分，")


def test_departing_readings_are_said(departing: Outcome) -> None:
    """Each reading that is not the default stands on every list with what the default would be."""
    for table in lists(departing).values():
        assert [notice.partition("采用")[0] for notice in table.notices] == ["理解U1", "理解U24"]
        assert "不是默认的“" in table.notices[0]


def test_population_figures_are_an_appendix(year: Outcome) -> None:
    """A figure says who uses it, how it is computed, its value and the units behind it; a ranking its ranks."""
    figures = lists(year)["academic"].figures
    pooled = next(row for row in figures if row.indicator.startswith("K3.1") and row.kind == "合计比值")
    assert (pooled.population, pooled.formula) == ("全校院部", "学生数 ÷ 专业教师数")
    assert Decimal(pooled.value) == pytest.approx(Decimal("26.3327"))
    assert len(pooled.members) == 11
    ranking = next(row for row in figures if row.indicator.startswith("K3.3"))
    assert ranking.value == "—"
    assert ranking.members[0] == "第1名 甲学院 93.9394%"
    assert lists(year)["administrative"].figures == ()


def test_a_figure_names_the_units_that_it_lacks(incomplete: Outcome) -> None:
    """A provisional figure says whose inputs are missing."""
    missing = {row.indicator.split()[0]: row.missing for row in lists(incomplete)["academic"].figures}
    assert missing["K3.1"] == "丁学院"


def test_a_decided_grade_is_printed_with_its_reason(small: Small) -> None:
    """What people decided stands beside what the program proposes, and below with person, day and reason."""
    selection = (
        "selection:\n"
        "  labels: {excellent: 优秀, qualified: 合格, failed: 不合格}\n"
        "  clause: 第三条\n"
        "  quota: {units: 1}\n"
    )
    decision = "decisions: [{unit: a, kind: grade, grade: 不合格, reason: 违规, by: 领导小组, at: 2020-12-30}]\n"
    table = lists(small("  - {id: a, name: 甲, type: office, facts: {A1: 5, A2: 6}}", selection, decision))["units"]
    assert (table.ranked[0].proposed, table.ranked[0].decided) == ("合格", "不合格")
    assert table.remarks[-1] == "甲决定为不合格：违规（领导小组，2020年12月30日）"


def test_ranks_inside_a_type_are_said(small: Small) -> None:
    """Under the reading that ranks each type by itself the list and the sheets say so."""
    scheme = "partial: rank_within_type"
    units = (
        "  - {id: a, name: 甲, type: office, facts: {A1: 5, A2: 4}}\n"
        "  - {id: b, name: 乙, type: school, facts: {A1: 1, A2: 1, A3: 1}}\n"
    )
    outcome = small(units, partial=scheme)
    table = lists(outcome)["units"]
    assert [line.rank for line in table.ranked] == ["1", "1"]
    assert table.remarks[0].startswith("名次在同类单位中按总分排列")
    (ranked,) = outcome.lists
    assert sheet(ranked.units[0], ranked, outcome).results[0].value == "第1名（处室1个单位中）"


def test_a_sheet_says_among_how_many_the_rank_is(small: Small) -> None:
    """A unit that has no rank yet is not among them, and the sheet says so; one that does not take part is left out."""
    done = "  - {id: a, name: 甲, type: office, facts: {A1: 5, A2: 4}}\n"
    absent = "  - {id: c, name: 丙, type: office, takes_part: {no: 筹建中}}\n"
    outcome = small(f"{done}  - {{id: b, name: 乙, type: office, facts: {{A1: 5}}}}\n{absent}")
    (ranked,) = outcome.lists
    assert sheet(made.unit(outcome, "a"), ranked, outcome).results[0].value == "第1名（单位已有名次的1个单位中）"


def test_where_all_have_a_rank_the_sheet_counts_them(small: Small) -> None:
    """Nothing is open, so nothing is said of it."""
    absent = "  - {id: c, name: 丙, type: office, takes_part: {no: 筹建中}}\n"
    outcome = small(f"  - {{id: a, name: 甲, type: office, facts: {{A1: 5, A2: 4}}}}\n{absent}")
    (ranked,) = outcome.lists
    assert sheet(made.unit(outcome, "a"), ranked, outcome).results[0].value == "第1名（单位1个单位中）"


def test_a_table_without_a_clause_has_no_empty_brackets() -> None:
    """Its name stands alone on the sheet."""
    leaf = "{id: A, label: 实绩, max: 10, rule: {judged: {}}}"
    targets = f"[{{list: academic, indicators: [{leaf}]}}, {{table: d, label: 教务处考核表, indicators: [{leaf}]}}]"
    outcome = made.assessed("  - {id: a, name: 甲, type: department, table: d, facts: {A: 9}}\n", made.scheme(targets))
    page = sheet(made.unit(outcome, "a"), made.listed(outcome, "administrative"), outcome)
    assert [fact.value for fact in page.facts if fact.label == "指标表"] == ["教务处考核表"]
