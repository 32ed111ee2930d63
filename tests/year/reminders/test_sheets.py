"""Leaders' sheets and ballots side by side: where asking begins, and what is no reason to ask."""

import pytest

from assess.scheme.scheme import Scheme
from tests.year.reminders.small_year import codes, noticed, scheme, units

LISTS = {
    "lists": "{academic: {label: 院部}, administrative: {label: 部门}}",
    "unit_types": "{college: {label: 学院, list: academic}, office: {label: 处室, list: administrative}}",
}


def panel(full: str = "{academic: 30}", **keys: str) -> Scheme:
    """Two groups of leaders."""
    groups = "{principal: {label: 正职, points: 20}, deputy: {label: 副职, points: 10}}"
    return scheme(parts=f"leadership: {{label: 领导评价, full: {full}, panel: {{groups: {groups}}}}}", **keys)


def marked(*sheets: str) -> list[str]:
    """Units with these marks of the first group; an empty one has none."""
    return [f"leaders: {{principal: {one}}}" if one else "short: 无" for one in sheets]


BOTH, ONE = "{王五: 90, 李四: 91}", "{王五: 90}"


@pytest.mark.parametrize(
    ("sheets", "lacks"),
    [
        ((ONE, BOTH, BOTH, BOTH, BOTH), True),
        ((ONE, BOTH, BOTH, BOTH), False),  # three others
        ((ONE, ONE, BOTH, BOTH, BOTH, BOTH), False),  # two units
        (("", BOTH, BOTH, BOTH, BOTH), False),  # nobody's mark: the unit is unfinished as it is
        (("[90]", BOTH, BOTH, BOTH, BOTH), False),  # without names nobody lacks
    ],
)
def test_a_leader_who_lacks_on_one_unit(sheets: tuple[str, ...], *, lacks: bool) -> None:
    """At least four others, and no second unit without him."""
    found = [one for one in codes(panel(), marked(*sheets)) if not one.startswith("leader_count")]
    assert found == (["leader_lacking a/leadership/principal@李四"] if lacks else [])


def test_a_leader_who_marks_one_list_only() -> None:
    """The other list is not his to mark."""
    of = panel("{academic: 30, administrative: 30}", **LISTS)
    offices = [f"{{id: o{n}, name: 处{n}, type: office, leaders: {{principal: {ONE}}}}}" for n in range(5)]
    assert codes(of, [*marked(BOTH, BOTH, BOTH, BOTH), *offices]) == []


def test_a_leader_who_lacks_on_his_own_unit_and_on_another() -> None:
    """His own is no gap, so one is left."""
    text = units(marked(ONE, ONE, BOTH, BOTH, BOTH, BOTH)) + "\nassessors: {李四: b}"
    assert [one.split(" ")[1] for one in noticed(panel(), text)] == ["a/leadership/principal@李四"]


@pytest.mark.parametrize(
    ("sheets", "found"),
    [
        (("{王五: 90, 孙七: 70}", ONE, ONE, ONE, ONE), True),
        (("{王五: 90, 孙七: 70}", ONE, ONE, ONE), False),  # three others
        (("{王五: 90, 孙七: 70}", "{王五: 90, 孙七: 71}", ONE, ONE, ONE), False),
        (("{孙七: 70}", "{周八: 90}", "{吴九: 80}", "{郑十: 70}", "{钱一: 90}"), False),  # everybody marks one
    ],
)
def test_a_leader_who_marks_one_unit_only(sheets: tuple[str, ...], *, found: bool) -> None:
    """Where there are four others, and somebody who marks as many."""
    assert codes(panel(), marked(*sheets)) == (["leader_once a/leadership/principal@孙七"] if found else [])


def test_two_units_and_a_scheme_that_compares_with_one() -> None:
    """Whoever marks one of two units lacks on the other, or does not: it is asked once, as a name."""
    of = panel(reminders="{far: 10, others: 1}")
    assert codes(of, marked(BOTH, ONE)) == ["leader_once a/leadership/principal@李四"]
    assert codes(of, marked("{李四: 90}", ONE)) == []


@pytest.mark.parametrize(
    ("sheets", "found"),
    [
        (("[90, 91]", "[90]", "[90]", "[90]", "[90]"), True),
        (("[90, 91]", "[90]", "[90]", "[90]"), False),  # three others
        (("[90, 91]", "[90]", "[90]", "[90, 91]", "[90]", "[90]"), False),  # two of each
        (("[90, 91]", "[90]", "[90]", "[90, 91, 92]", "[90]"), False),  # three numbers
        ((BOTH, ONE, ONE, ONE, ONE), False),  # names tell who it is
        (("[90, 91]", ONE, ONE, ONE, ONE), True),
    ],
)
def test_another_number_of_marks_without_names(sheets: tuple[str, ...], *, found: bool) -> None:
    """All others have one number, and are at least four."""
    said = [one for one in codes(panel(), marked(*sheets)) if one.startswith("leader_count")]
    assert said == (["leader_count a/leadership/principal"] if found else [])


def votes(full: str = "{academic: 20}", **keys: str) -> Scheme:
    """Two voter groups."""
    rules = "{levels: {优秀: 90}, divide_by: 100, groups: {staff: {label: 中层}, peers: {label: 代表}}}"
    return scheme(parts=f"votes: {{label: 民主测评, full: {full}, ballots: {rules}}}", **keys)


def cast(*counts: tuple[int, int]) -> list[str]:
    """Units with so many ballots issued and returned."""
    return [f"ballots: {{staff: {{issued: {a}, returned: {b}, 优秀: {b}}}}}" for a, b in counts]


USUAL = (86, 83)


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ([(85, 83), *[USUAL] * 4], ["a"]),
        ([(87, 83), *[USUAL] * 4], ["a"]),
        ([(85, 83), *[USUAL] * 3], []),  # three others
        ([(85, 83), (84, 83), (82, 81), *[USUAL] * 4], ["a", "b", "c"]),  # four of six others
        ([(85, 83), (84, 83), (83, 83), (82, 82), *[USUAL] * 4], ["a", "b", "c", "d"]),  # four of seven
        ([(85, 83), (84, 83), (83, 83), (82, 82), (87, 83), *[USUAL] * 4], []),  # four of eight
        ([USUAL] * 5, []),
    ],
)
def test_other_ballots_issued_than_for_most_others(counts: list[tuple[int, int]], found: list[str]) -> None:
    """More than half of the others have one number, and these are at least four."""
    said = [one for one in codes(votes(), cast(*counts)) if one.startswith("ballots_issued")]
    assert said == [f"ballots_issued {unit}/votes/issued%staff" for unit in found]


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ([(86, 82), *[USUAL] * 4], True),
        ([(86, 0), *[USUAL] * 4], True),
        ([(86, 82), *[USUAL] * 3], False),  # three others
        ([(86, 82), (86, 81), *[USUAL] * 4], False),  # one other differs too
        ([(86, 8), (86, 80), (86, 80), (86, 81), (86, 81)], True),  # a tenth of 80.5
        ([(86, 8), (86, 79), (86, 79), (86, 78), (86, 79)], False),
        ([(86, 0), (86, 79), (86, 79), (86, 78), (86, 79)], False),  # nothing is not compared
    ],
)
def test_other_ballots_returned(counts: list[tuple[int, int]], *, found: bool) -> None:
    """All others have one number; or it is a tenth of theirs."""
    said = [one for one in codes(votes(), cast(*counts)) if one.startswith("ballots_returned")]
    assert said == (["ballots_returned a/votes/returned%staff"] if found else [])


def test_lists_have_voters_of_their_own() -> None:
    """What is issued for one list says nothing about another."""
    of = votes("{academic: 20, administrative: 20}", **LISTS)
    offices = [
        f"{{id: o{n}, name: 处{n}, type: office, ballots: {{staff: {{issued: 60, returned: 60, 优秀: 60}}}}}}"
        for n in range(5)
    ]
    assert codes(of, [*cast(*[USUAL] * 5), *offices]) == []


def test_a_unit_without_any_ballots() -> None:
    """It is 未完成 already; so is one that lacks a group."""
    assert codes(votes(), ["facts: {A: 9}", *["ballots: {staff: {优秀: 83}}"] * 5]) == []
