"""What has to be entered otherwise, by what stands at a problem's place."""

from assess.files.yaml_reader import parse
from assess.ground.place import Place, Problem
from assess.ground.tree import Table, place_of
from assess.year.misfit import Misfit, misfit
from tests.small import LEADERSHIP, TARGETS, VOTES, scheme

TREES = """
- {list: academic, indicators: [{id: A, label: 工作实绩, max: 10, rule: {judged: {}}}]}
- {table: dean, label: 教务处, indicators: [{id: D1, label: 排课, max: 10, rule: {judged: {}}}]}
"""
YEAR = """\
scheme: small
units:
- id: a
  name: 甲学院
  facts:
    A: {mark: [9, 8]}
    X: 1
  self_marks: {A: 9}
  ballots: {staff: {issued: 2}}
  leaders: {principal: [90]}
- id: dean
  table: dean
  facts:
    D1: 9
note: 无
"""


def misfit_at(*paths: tuple[str | int, ...]) -> Misfit:
    """What problems at these paths of the year are about."""
    tree = parse(YEAR, "year.yaml")
    of = scheme(TREES, parts=VOTES + TARGETS + LEADERSHIP)
    problems = [Problem(place_of(tree, path), "any", f"第{number}处") for number, path in enumerate(paths)]
    return misfit(problems, tree, of)


def test_facts() -> None:
    """An indicator is named with its label, in a table's tree by its own; each once, in the file's order."""
    found = misfit_at(
        ("units", 1, "facts", "D1"),
        ("units", 0, "facts", "A", "mark", 1),
        ("units", 0, "facts", "A", "mark", 0),
    )
    assert found.subjects == ("A 工作实绩", "D1 排课")
    assert [str(place) for place in found.places] == ["year.yaml:6:16", "year.yaml:6:19", "year.yaml:14:9"]


def test_votes_and_self_marks() -> None:
    """Ballots and leaders' marks are named by their part of the total, self-marks as such."""
    found = misfit_at(
        ("units", 0, "ballots", "staff", "issued"),
        ("units", 0, "leaders", "principal", 0),
        ("units", 0, "self_marks", "A"),
    )
    assert found.subjects == ("A 工作实绩的自评分", "民主测评", "领导班子评价")


def test_what_says_itself() -> None:
    """A problem at no place, or where no indicator stands, speaks for itself."""
    paths = [("note",), ("units", 0, "name"), ("units", 0, "facts", "X"), ("units", 1, "facts")]
    assert misfit_at(*paths).subjects == ("第1处", "第2处", "第3处", "第0处")
    nowhere = misfit([Problem(None, "any", "不知在哪")], Table(), scheme())
    assert (nowhere.subjects, nowhere.places) == (("不知在哪",), ())


def test_an_unknown_place() -> None:
    """A place in another file is nowhere in this one."""
    assert misfit([Problem(Place("other.yaml", 3, 1), "any", "别处")], Table(), scheme()).subjects == ("别处",)


def test_votes_that_the_scheme_does_not_have() -> None:
    """Ballots under a scheme without a vote: the problem's own words."""
    tree = parse(YEAR, "year.yaml")
    problem = Problem(place_of(tree, ("units", 0, "ballots", "staff")), "any", "没有测评")
    assert misfit([problem], tree, scheme()).subjects == ("没有测评",)
