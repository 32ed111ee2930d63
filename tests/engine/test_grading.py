"""Ranks, proposed grades and what people decided. 三1, 三5, 六(二), 六(三); U7–U11."""

import pytest

from assess.engine.outcome import ListResult
from assess.scheme.scheme import Scheme
from tests import small


def scheme(**changed: str) -> Scheme:
    """One mark of 10 decides the total; two 优秀 at most. `changed`: other keys of the selection."""
    kept = [line for line in small.SELECTION.strip().splitlines() if line.split(":")[0] not in changed]
    return small.scheme(selection="\n".join([*kept, *(f"{key}: {value}" for key, value in changed.items())]))


def graded(units: str, of: Scheme, decisions: str = "", list_id: str = "academic") -> ListResult:
    """Assess units that are written a line each: `a 9 applied`, `b 8`, `c 7 unfounded`, `d ?`.

    The word behind the mark: applied with a condition, or unfounded without one.
    """
    words = {"applied": "{meets: [innovation]}", "unfounded": "{meets: [], statement: 成绩突出}"}
    rows = []
    for line in units.strip().splitlines():
        name, mark, *applied = line.split()
        facts = "{}" if mark == "?" else f"{{A: {mark}}}"
        application = f", application: {words[applied[0]]}" if applied else ""
        rows.append(f"  - {{id: {name}, name: 单位{name}, type: college, facts: {facts}{application}}}")
    return small.listed(small.assessed("\n".join(rows) + f"\n{decisions}", of), list_id)


def proposed(result: ListResult) -> dict[str, str | None]:
    """The proposal for each unit, best first."""
    return {one.unit.id: one.proposed for one in result.units}


def flags(result: ListResult) -> dict[str, list[str]]:
    """The flags of the units that have any."""
    return {one.unit.id: [flag.id for flag in one.flags] for one in result.units if one.flags}


def decision(unit: str, kind: str, value: str, at: str = "2019-09-20") -> str:
    """A decision as a year's file writes it."""
    return f"  - {{unit: {unit}, kind: {kind}, {kind}: {value}, reason: 会议纪要, by: 领导小组, at: {at}}}\n"


def test_equal_totals_share_a_rank() -> None:
    """1, 2, 2, 4: best first, ties by the office's order."""
    result = graded("d 7\nc 8\nb 8\na 9", scheme())
    assert [(one.unit.id, one.rank) for one in result.units] == [("a", 1), ("b", 2), ("c", 2), ("d", 4)]


def test_the_printed_total_decides_the_rank() -> None:
    """Marks of 8.001 and 8.004 print as 8.00 both: with rounding at the total, too, they share the rank (U15)."""
    fine = "{digits: 2, at: total}"
    result = graded("a 8.001\nb 8.004", small.scheme(rounding=fine, mark_step="0.001"))
    assert [one.rank for one in result.units] == [1, 1]


def test_units_without_a_total_come_last_and_have_no_rank() -> None:
    """A unit that is 未完成 stands below, without rank or proposal."""
    result = graded("a ?\nb 1", scheme())
    assert [(one.unit.id, one.rank) for one in result.units] == [("b", 1), ("a", None)]


def test_the_highest_applicants_are_proposed() -> None:
    """At most two 优秀, from those who applied with a condition; all others are 合格 (U7)."""
    result = graded("a 9.9\nb 9.5 applied\nc 9 applied\nd 8 applied\ne 7", scheme())
    assert proposed(result) == {"a": "合格", "b": "优秀", "c": "优秀", "d": "合格", "e": "合格"}
    assert result.quota == 2
    assert flags(result) == {}


def test_a_place_may_stay_free() -> None:
    """One applicant, two places: one 优秀; a list without a quota has none."""
    assert list(proposed(graded("a 9\nb 8 applied", scheme())).values()) == ["合格", "优秀"]
    without = graded("a 9 applied", scheme(quota="{administrative: 1}"))
    assert proposed(without) == {"a": "合格"}
    assert without.quota == 0


def test_an_applicant_without_condition_is_no_candidate() -> None:
    """The office recognised none of the conditions: it is said, and the place goes on."""
    result = graded("a 9 unfounded\nb 8 applied\nc 7 applied", scheme())
    assert proposed(result) == {"a": "合格", "b": "优秀", "c": "优秀"}
    assert flags(result) == {"a": ["no_condition"]}
    assert result.units[0].flags[0].text == "已申报优秀，但没有认定的申报条件"


def test_a_barred_unit_is_skipped() -> None:
    """A bar removes 优秀 and nothing else; the next applicant moves up (U9)."""
    result = graded(
        "a 9 applied\nb 8 applied\nc 7 applied", scheme(), "decisions:\n" + decision("a", "bar", "accident")
    )
    assert proposed(result) == {"a": "合格", "b": "优秀", "c": "优秀"}
    assert [one.rank for one in result.units] == [1, 2, 3]
    assert [flag.text for flag in result.units[0].flags] == ["不能评为优秀：安全责任事故（六(三)2，会议纪要）"]


def test_a_tie_at_the_last_place_is_left_to_people() -> None:
    """One place left and two with equal totals: both 待审议, nobody below moves up."""
    result = graded("a 9 applied\nb 8 applied\nc 8 applied\nd 7 applied", scheme())
    assert proposed(result) == {"a": "优秀", "b": "待审议", "c": "待审议", "d": "合格"}
    assert flags(result) == {"b": ["tie"], "c": ["tie"]}
    assert result.units[1].flags[0].text == "名次并列在优秀名额末位，待审议"


def test_a_tie_that_fits_is_no_question() -> None:
    """Two tied and two places: both 优秀."""
    assert proposed(graded("a 9 applied\nb 9 applied\nc 8 applied", scheme())) == {
        "a": "优秀",
        "b": "优秀",
        "c": "合格",
    }


def test_a_tie_larger_than_all_places() -> None:
    """Three tied for two places at the top: all three 待审议."""
    result = graded("a 9 applied\nb 9 applied\nc 9 applied\nd 8 applied", scheme())
    assert proposed(result) == {"a": "待审议", "b": "待审议", "c": "待审议", "d": "合格"}


def test_a_tie_in_the_middle_that_is_too_large() -> None:
    """Three places: one is taken, three are tied for two, and the one below gets none."""
    result = graded("a 9 applied\nb 8 applied\nc 8 applied\nd 8 applied\ne 7 applied", scheme(quota="{academic: 3}"))
    assert proposed(result) == {"a": "优秀", "b": "待审议", "c": "待审议", "d": "待审议", "e": "合格"}


def test_a_tie_counts_only_among_candidates() -> None:
    """A unit that did not apply, or is barred, is no rival of the one with the same total."""
    result = graded(
        "a 9 applied\nb 8 applied\nc 8\nd 8 applied", scheme(), "decisions:\n" + decision("d", "bar", "accident")
    )
    assert proposed(result) == {"a": "优秀", "b": "优秀", "c": "合格", "d": "合格"}


def test_exactly_fills_the_quota_with_those_who_did_not_apply() -> None:
    """The free place goes to the best of the others, and it is said; a barred unit still gets none (U7)."""
    result = graded(
        "a 9.9\nb 9 \nc 8 applied\nd 7",
        scheme(filling="exactly"),
        "decisions:\n" + decision("a", "bar", "accident"),
    )
    assert proposed(result) == {"a": "合格", "b": "优秀", "c": "优秀", "d": "合格"}
    assert flags(result) == {"a": ["barred"], "b": ["filled"]}
    assert result.units[1].flags[0].text == "未申报或没有认定的申报条件，按“名额用满”列入优秀"


def without_conditions(filling: str) -> Scheme:
    """The selection without conditions, so that nobody can apply."""
    head, _, rest = small.SELECTION.strip().partition("conditions:\n")
    return small.scheme(selection=f"{head}filling: {filling}\n{rest[rest.index('bars:') :]}")


@pytest.mark.parametrize("filling", ["at_most", "exactly"])
def test_where_no_condition_is_asked_nobody_has_to_apply(filling: str) -> None:
    """The best are proposed, applied or not, and none of them is told that it did not apply; bars hold as ever."""
    result = graded(
        "a 9.9\nb 9 unfounded\nc 8\nd 7",
        without_conditions(filling),
        "decisions:\n" + decision("a", "bar", "accident"),
    )
    assert proposed(result) == {"a": "合格", "b": "优秀", "c": "优秀", "d": "合格"}
    assert flags(result) == {"a": ["barred"]}
    tied = graded("a 9\nb 8\nc 8", without_conditions(filling))
    assert proposed(tied) == {"a": "优秀", "b": "待审议", "c": "待审议"}


def test_a_decided_winner_is_not_told_that_it_did_not_apply() -> None:
    """People decided 优秀: how the machine came to propose it is no longer of use; another decision changes nothing."""
    won = "decisions:\n" + decision("a", "grade", "优秀")
    result = graded("a 9\nb 8 applied", scheme(filling="exactly"), won)
    assert (proposed(result), flags(result)) == ({"a": "优秀", "b": "优秀"}, {})
    other = "decisions:\n" + decision("a", "grade", "合格")
    assert flags(graded("a 9\nb 8 applied", scheme(filling="exactly"), other)) == {"a": ["filled"]}


def test_exactly_leaves_ties_to_people_too() -> None:
    """A tie among the others, or among the applicants, is not broken to fill the quota."""
    others = graded("a 9 applied\nb 8\nc 8", scheme(filling="exactly"))
    assert proposed(others) == {"a": "优秀", "b": "待审议", "c": "待审议"}
    applicants = graded("a 9\nb 8 applied\nc 8 applied\nd 8 applied", scheme(filling="exactly"))
    assert proposed(applicants) == {"a": "合格", "b": "待审议", "c": "待审议", "d": "待审议"}


def test_exactly_with_enough_applicants_takes_only_them() -> None:
    """No place is left for others."""
    assert proposed(graded("a 9\nb 8 applied\nc 7 applied", scheme(filling="exactly"))) == {
        "a": "合格",
        "b": "优秀",
        "c": "优秀",
    }


def test_a_unit_decided_failed_is_no_candidate() -> None:
    """不合格 by decision: the machine's proposal stays 合格, the decision stands beside it, the place goes on."""
    result = graded(
        "a 9 applied\nb 8 applied\nc 7 applied", scheme(), "decisions:\n" + decision("a", "grade", "不合格")
    )
    assert proposed(result) == {"a": "合格", "b": "优秀", "c": "优秀"}
    assert [one.decided for one in result.units] == ["不合格", None, None]


def test_the_latest_decision_stands() -> None:
    """Decisions are taken by time, whatever their order in the file."""
    later, earlier = decision("a", "grade", "优秀", "2019-10-01"), decision("a", "grade", "不合格", "2019-09-01")
    for written in (later + earlier, earlier + later):
        result = graded("a 9 applied", scheme(), "decisions:\n" + written)
        assert result.units[0].decided == "优秀"
        assert proposed(result) == {"a": "优秀"}


@pytest.mark.parametrize(("mark", "grade"), [("5.99", "不合格"), ("6", "合格"), ("6.01", "合格")])
def test_failing_below_a_line(mark: str, grade: str) -> None:
    """`below: 6` is open: 6 itself is not below (U8)."""
    result = graded(f"a 9\nb {mark}", scheme(failing="{by: line, below: 6}"))
    assert proposed(result)["b"] == grade
    assert flags(result) == ({"b": ["below_line"]} if grade == "不合格" else {})


def test_below_the_line_is_no_candidate() -> None:
    """Even the best applicant is 不合格 below the line; the sentence names the line."""
    result = graded("a 5 applied\nb 4", scheme(failing="{by: line, below: 6.5}"))
    assert proposed(result) == {"a": "不合格", "b": "不合格"}
    assert result.units[0].flags[0].text == "总分低于6.5分"


def test_a_line_without_by_line_decides_nothing() -> None:
    """`by: decision` with a line left in the data: only people decide."""
    assert proposed(graded("a 5", scheme(failing="{by: decision, below: 6}"))) == {"a": "合格"}


def test_an_open_list_proposes_nothing_as_final() -> None:
    """While a unit is 未完成, nobody has a proposal; who would be in range is flagged 暂列."""
    result = graded("a 9 applied\nb 8 applied\nc 8 applied\nd ?\ne 7", scheme())
    assert result.open
    assert set(proposed(result).values()) == {None}
    assert flags(result) == {
        "a": ["tentative"],
        "b": ["tie", "tentative"],
        "c": ["tie", "tentative"],
        "d": ["incomplete"],
    }


def last_year(marks: str, last: str, more: str = "", of: Scheme | None = None) -> list[str]:
    """Ids of the units flagged last again; the units named in `last` were last a year ago."""
    rows = [
        f"  - {{id: {name}, name: 单位{name}, type: college, facts: {{{'' if mark == '?' else f'A: {mark}'}}}"
        f", last_year: {{list: academic, rank: 3, of: 3, last: {str(name in last).lower()}}}}}"
        for name, mark in (line.split("=") for line in marks.split())
    ]
    found = small.listed(small.assessed("\n".join(rows) + more, of or scheme()))
    return [one.unit.id for one in found.units if any(flag.id == "last_again" for flag in one.flags)]


def test_last_two_years_running() -> None:
    """Last this year and last year is a notice for deliberation; only one of both is none (U10)."""
    assert last_year("a=9 b=8", "b") == ["b"]
    assert last_year("a=9 b=8", "a") == []


def test_all_tied_last_count() -> None:
    """Two share the last place: each that was last a year ago is flagged."""
    assert last_year("a=9 b=8 c=8", "bc") == ["b", "c"]
    assert last_year("a=9 b=8 c=8", "c") == ["c"]


def test_last_place_needs_a_finished_list_of_at_least_two() -> None:
    """An open list has no last place yet, and one unit alone is not last."""
    assert last_year("a=9 b=8 c=?", "b") == []
    assert last_year("b=8", "b") == []


def test_everybody_tied_is_last_of_at_least_two() -> None:
    """All share rank 1: it is the last rank too, and all tied last count."""
    assert last_year("a=8 b=8", "b") == ["b"]


def test_last_in_another_list_does_not_count() -> None:
    """The place a year ago must be of the same list; the notice names its clause when there is one."""
    of = scheme()
    text = """
  - {id: a, name: 甲, type: college, facts: {A: 9}}
  - {id: b, name: 乙, type: college, facts: {A: 8}, last_year: {list: LIST, rank: 9, of: 9, last: true}}
"""
    other = small.listed(small.assessed(text.replace("LIST", "administrative"), of))
    assert flags(other) == {}
    same = small.listed(small.assessed(text.replace("LIST", "academic"), of))
    assert same.units[1].flags[0].text == "连续两年末位，提请审议（三5）"
    bare = small.listed(small.assessed(text.replace("LIST", "academic"), scheme(last_place="{}")))
    assert bare.units[1].flags[0].text == "连续两年末位，提请审议"


def test_absent_units_are_listed_without_a_place() -> None:
    """A unit that takes no part is shown with its reason, has no rank, and does not hold the list open."""
    of = scheme()
    result = small.listed(
        small.assessed(
            """
  - {id: a, name: 甲, type: college, takes_part: {no: 新设单位}, application: {meets: [innovation]}}
  - {id: b, name: 乙, type: college, facts: {A: 8}, application: {meets: [innovation]}}
""",
            of,
        ),
    )
    absent = result.units[1]
    assert (absent.unit.id, absent.status, absent.rank, absent.total, absent.proposed) == (
        "a",
        "absent",
        None,
        None,
        None,
    )
    assert [flag.text for flag in absent.flags] == ["本年度不参加考核：新设单位"]
    assert not result.open
    assert result.units[0].proposed == "优秀"


def test_awards_are_recorded_beside_the_grade() -> None:
    """突出贡献奖 by decision, several a unit; it changes neither rank nor grade (U11)."""
    result = graded(
        "a 9\nb 8",
        scheme(),
        "decisions:\n" + decision("b", "award", "outstanding") + decision("b", "award", "outstanding", "2019-10-02"),
    )
    assert [flag.text for flag in result.units[1].flags] == ["突出贡献奖（会议纪要）"] * 2
    assert proposed(result) == {"a": "合格", "b": "合格"}


def test_a_scheme_without_selection_ranks_only() -> None:
    """No quota, no proposals."""
    result = graded("a 9\nb 8", small.scheme())
    assert proposed(result) == {"a": None, "b": None}
    assert result.quota is None


def test_lists_are_graded_apart() -> None:
    """Each list has its own places."""
    of = small.scheme(small.BOTH_LISTS, selection=small.SELECTION.strip())
    outcome = small.assessed(
        """
  - {id: a, name: 甲, type: college, facts: {A: 9}, application: {meets: [innovation]}}
  - {id: b, name: 乙, type: department, facts: {D: 8}, application: {meets: [breakthrough]}}
  - {id: c, name: 丙, type: department, facts: {D: 7}, application: {meets: [innovation]}}
""",
        of,
    )
    assert proposed(small.listed(outcome)) == {"a": "优秀"}
    assert proposed(small.listed(outcome, "administrative")) == {"b": "优秀", "c": "合格"}
