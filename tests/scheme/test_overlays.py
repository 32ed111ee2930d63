"""The readings in force, and what their alternatives change."""

import pytest

from assess.ground.place import ProblemsError
from assess.rules.catalogue import Catalogue
from assess.rules.deduction import Deduction
from assess.rules.grammar.subtractions.counted import PerEvent
from assess.rules.judged import Judged
from assess.scheme.nodes import Leaf, leaves
from assess.scheme.scheme import Scheme
from tests.scheme.small import READINGS, scheme, scheme_mistakes, scheme_tree


def leaf(built: Scheme, tree: str, name: str) -> Leaf:
    """The leaf of that id."""
    return next(one for one in leaves(built.trees[tree].nodes) if one.id == name)


def test_the_default_is_the_data_itself() -> None:
    """Without a wish every reading has its default, and nothing departs from it."""
    built = scheme()
    assert built.readings["U1"].chosen == "cap"
    assert built.departures == ()
    assert built.by_default is None


def test_an_alternative_replaces_what_is_written() -> None:
    """A chosen alternative puts its pieces in; the scheme remembers what it would be by default."""
    rule = leaf(scheme(readings={"U1": "scale"}), "academic", "A4").rule
    assert isinstance(rule, Catalogue)
    assert rule.limit == "scale_to_top"
    built = scheme(readings={"U1": "judged"})
    assert isinstance(leaf(built, "academic", "A4").rule, Judged)
    assert [reading.chosen for reading in built.departures] == ["judged"]
    assert built.by_default == scheme()
    assert built.sha256 == scheme().sha256


def test_an_alternative_reaches_every_table() -> None:
    """`*/D1` is the node D1 of every table, the common ones among them."""
    built = scheme(readings={"U1": "judged"})
    assert [leaf(built, table, "D1").heading.label for table in ("dean", "finance")] == ["履行职责", "履行职责"]


def test_a_position_in_a_list() -> None:
    """A step of a path may be a position, counted from 0."""
    text = """
readings:
  U1:
    clause: 一
    question: 问
    default: a
    choices:
      a: {label: 甲}
      b: {label: 乙, overlay: [{at: [A6, rule, deduction, each, 0, points], put: 2}]}
"""
    rule = leaf(scheme(text, {"U1": "b"}), "academic", "A6").rule
    assert isinstance(rule, Deduction)
    assert isinstance(rule.each[0], PerEvent)
    assert rule.each[0].points == 2


def test_a_whole_key_of_the_scheme() -> None:
    """A path may start at a top-level key and end there."""
    text = """
recusal: allowed
readings:
  U1:
    clause: 一
    question: 问
    default: a
    choices: {a: {label: 甲}, b: {label: 乙, overlay: [{at: [recusal], put: recused}]}}
"""
    assert scheme(text, {"U1": "b"}).recused


@pytest.mark.parametrize(
    ("wanted", "messages"),
    [
        ({"U2": "cap"}, ["错误：方案里没有“U2”这条理解（--reading）", "→ 是否想写：U1？"]),
        ({"U1": "scales"}, ["错误：理解“U1”没有“scales”这个选项（--reading）", "→ 是否想写：scale？"]),
    ],
)
def test_an_unknown_wish(wanted: dict[str, str], messages: list[str]) -> None:
    """A reading or choice that the scheme does not have is refused with the nearest one."""
    assert scheme_mistakes(READINGS, wanted) == messages


def test_a_wish_where_there_are_no_readings() -> None:
    """A scheme without readings knows no wish."""
    assert scheme_mistakes("recusal: allowed", {"U1": "cap"}) == ["错误：方案里没有“U1”这条理解（--reading）"]


def test_an_alternative_that_is_wrong_is_found_when_chosen() -> None:
    """What an alternative puts in is checked as if it stood in the scheme, at its own place."""
    text = """
readings:
  U1:
    clause: 一
    question: 问
    default: a
    choices:
      a: {label: 甲}
      b: {label: 乙, overlay: [{at: [A1, rule], put: {judgd: {}}}]}
"""
    assert scheme_mistakes(text) == []
    assert scheme_mistakes(text, {"U1": "b"}) == ["t.yaml:9:54: 错误：没有“judgd”这种规则", "→ 是否想写：judged？"]


def test_nothing_of_the_tree_is_changed() -> None:
    """Building with an alternative leaves the tree that it was built from as it was."""
    from assess.scheme.reading.building import build_scheme

    tree = scheme_tree(READINGS)
    before = build_scheme(tree)
    build_scheme(tree, {"U1": "judged"})
    assert build_scheme(tree) == before


@pytest.mark.parametrize(
    "text",
    [
        "readings: 无",
        "readings: {U1: 无}",
        "readings: {U1: {choices: 无}}",
        "readings: {U1: {choices: {a: 无}}}",
        "readings: {U1: {choices: {a: {overlay: [无]}}}}",
        "readings: {U1: {choices: {a: {overlay: [{at: A1}]}}}}",
        "targets: [无]\n",
        "targets: 无\n",
        "common: [无]\n",
        "targets: [{indicators: 无}]\n",
    ],
)
def test_a_scheme_of_the_wrong_shape(text: str) -> None:
    """What is no table or list where one belongs is a problem with a place, whatever is looked for inside it."""
    with pytest.raises(ProblemsError) as raised:
        scheme(text)
    assert all(problem.place is not None and problem.place.line for problem in raised.value.problems)
