"""One unit's evidence as rules read it, and the figures of the population behind it."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from assess.rules.grammar.figures import Figure
from assess.rules.grammar.trimming import Trim
from assess.scheme.nodes import Leaf
from assess.scheme.scheme import IndicatorTree, Scheme
from assess.year.case import Facts, UnitCase, all_figures, figure_id
from assess.year.evidence import Evidence
from tests import small

ALL_KINDS = small.tree("""
- id: A
  label: 指标
  max: 10
  inputs:
    staff: {label: 教职工, unit: 人}
    works: {label: 落实, flag: true}
    kind: {label: 类别, choices: [甲, 乙]}
    papers: {label: 论文, records: {classes: {核心: {weight: 2}, 公开: {weight: 1}}}}
    events: {label: 事件, events: {}}
  rule:
    sum:
      of:
        - bands: {value: staff + works + papers + events, bands: [{at_least: 1, points: 5}]}
        - bands: {bands: [{when: {works: {at_least: 1}}, points: 2}]}
        - judged: {max: 3}
""")


def leaf_of(scheme: Scheme, name: str) -> tuple[IndicatorTree, Leaf]:
    """A leaf with its tree."""
    return next((tree, leaf) for tree, leaf in scheme.all_leaves() if leaf.id == name)


def case_of(scheme: Scheme, evidence: Evidence, name: str = "A") -> UnitCase:
    """The case of the first unit."""
    tree, leaf = leaf_of(scheme, name)
    return UnitCase(Facts(scheme, evidence), {}, leaf, evidence.units[0], tree.id)


def figures(scheme: Scheme, units: str) -> Mapping[str, Figure]:
    """All figures by id."""
    evidence = small.evidence(units, scheme)
    return {one.id: one for one in all_figures(scheme, Facts(scheme, evidence), evidence.units).values()}


def test_every_kind_of_input_is_a_number() -> None:
    """Yes is 1, records are their weights, events their count, marks their mean."""
    scheme = small.scheme(ALL_KINDS)
    facts = """
  - id: a
    name: 甲
    type: college
    facts:
      A:
        staff: 50
        works: 是
        papers: [{class: 核心, title: 论文一}, {class: 公开, title: 论文二}]
        events: [{title: 一}, {title: 二}]
        mark: {王五: 2, 李四: 3}
"""
    case = case_of(scheme, small.evidence(facts, scheme))
    assert [case.number(name) for name in ("staff", "works", "papers", "events")] == [50, 1, 3, 2]
    assert [one.weight for one in case.records("papers")] == [2, 1]
    assert case.records("events") == ()
    assert case.marks("mark").mean == Fraction(5, 2)
    assert all(case.known(name) for name in ("staff", "works", "papers", "events", "mark"))


def test_no_and_none_are_numbers_too() -> None:
    """否 is 0 and 无 is an empty list: both are entered."""
    scheme = small.scheme(ALL_KINDS)
    facts = "  - {id: a, name: 甲, type: college, facts: {A: {works: 否, papers: 无, events: 无}}}"
    case = case_of(scheme, small.evidence(facts, scheme))
    assert [case.number(name) for name in ("works", "papers", "events")] == [0, 0, 0]
    assert case.records("papers") == ()
    assert not case.known("staff")
    assert not case.known("mark")


def test_reading_what_was_not_asked_for_is_a_programmers_mistake() -> None:
    """A rule that reads an input which is not entered fails loudly, it does not get a 0."""
    scheme = small.scheme(ALL_KINDS)
    case = case_of(scheme, small.evidence("  - {id: a, name: 甲, type: college}", scheme))
    with pytest.raises(LookupError, match="A: staff was read before it was asked for"):
        case.number("staff")
    assert case.marks("mark").mean is None
    assert case.records("papers") == ()


def test_a_choice_is_no_number() -> None:
    """What is a word has no number; a rule that reads it so fails loudly."""
    scheme = small.scheme(ALL_KINDS)
    evidence = small.evidence("  - {id: a, name: 甲, type: college, facts: {A: {kind: 甲}}}", scheme)
    _, leaf = leaf_of(scheme, "A")
    (unit,) = evidence.units
    assert unit.value("A", "kind") == "甲"
    slot = leaf.slots["staff"]
    kind = type(slot)(slot.owner, "kind", leaf.heading.declared["kind"])
    assert Facts(scheme, evidence).number(unit, kind) is None


def test_assessors_trim_and_recusal() -> None:
    """Marks are trimmed as the rule says; an assessor of the unit is left out only where the scheme recuses (U16)."""
    facts = """
  - {id: a, name: 甲, type: college, facts: {A: {mark: {王五: 0, 李四: 2, 赵六: 3}}}}
  - {id: b, name: 乙, type: college, facts: {A: {mark: [1]}}}
assessors: {王五: a, 李四: b}
"""
    for recusal, mean, trimmed in (("allowed", Fraction(5, 3), 2), ("recused", Fraction(5, 2), Fraction(5, 2))):
        scheme = small.scheme(ALL_KINDS, recusal=recusal)
        case = case_of(scheme, small.evidence(facts, scheme))
        assert case.marks("mark").mean == mean
        assert case.marks("mark", Trim(when_more_than=2, drop=1)).mean == trimmed


def test_only_recused_marks_are_no_marks() -> None:
    """When every assessor is recused the mark is missing, not 0."""
    scheme = small.scheme(ALL_KINDS, recusal="recused")
    facts = "  - {id: a, name: 甲, type: college, facts: {A: {mark: {王五: 3}}}}\nassessors: {王五: a}"
    assert not case_of(scheme, small.evidence(facts, scheme)).known("mark")


RATIO = small.tree("""
- id: K
  label: 师资
  max: 10
  indicators:
    - id: K1
      label: 生师比
      max: 10
      except: [foundation]
      inputs: {students: {label: 学生数, unit: 人}, teachers: {label: 教师数, unit: 人}}
      rule:
        relative:
          value: students / teachers
          better: lower
          reference: pooled
          population: everyone
          bands: [{below: 1, points: 10}]
""")


def test_the_members_are_the_units_to_which_the_leaf_applies() -> None:
    """A figure is over the population's types less the exempt ones, whatever an exempt unit entered."""
    (found,) = figures(
        small.scheme(RATIO),
        """
  - {id: b, name: 乙, type: college, facts: {K1: {students: 300, teachers: 10}}}
  - {id: a, name: 甲, type: college, facts: {K1: {students: 100, teachers: 10}}}
  - {id: c, name: 丙, type: foundation, facts: {K1: {students: 900, teachers: 1}}}
""",
    ).values()
    assert found.value == 20
    assert list(found.members) == ["a", "b"]


def test_a_figure_is_cited_by_what_it_is() -> None:
    """Leaf, kind, population and expression name it."""
    _, leaf = leaf_of(small.scheme(RATIO), "K1")
    (spec,) = leaf.rule.figures()
    assert figure_id(leaf, spec) == "K1 pooled everyone [students / teachers]"


BRANCHES = small.tree("""
- id: A
  label: 就业率
  max: 10
  inputs:
    graduates: {label: 毕业生, unit: 人}
    employed: {label: 就业, unit: 人}
  rule:
    conditional:
      when: {graduates: {above: 0}}
      then:
        relative:
          value: employed
          better: higher
          reference: mean
          population: everyone
          bands: [{at_least: 1, points: 10}]
      otherwise: {judged: {}}
""")


@pytest.mark.parametrize(
    ("entered", "mean", "missing"),
    [
        ("{graduates: 10, employed: 8}", 9, ()),
        ("{graduates: 10}", 10, ("b",)),
        ("{graduates: 0, employed: 8, mark: 5}", 10, ()),  # another branch: no member, whatever else was entered
        ("{graduates: 0, employed: 8}", 10, ()),  # a mark that lacks cannot bring the branch back
        ("{employed: 8}", 10, ("b",)),  # the branch is still open: nothing may count as certain
        ("{}", 10, ("b",)),
    ],
)
def test_a_unit_on_another_branch_is_no_member_once_that_is_certain(
    entered: str, mean: int, missing: tuple[str, ...]
) -> None:
    """A figure holds the units whose rule uses it; while that is open, it is provisional."""
    (found,) = figures(
        small.scheme(BRANCHES),
        f"""
  - {{id: a, name: 甲, type: college, facts: {{A: {{graduates: 10, employed: 10}}}}}}
  - {{id: b, name: 乙, type: college, facts: {{A: {entered}}}}}
""",
    ).values()
    assert found.value == mean
    assert found.missing == missing


def test_a_leaf_in_a_list_and_in_a_table_have_figures_of_their_own() -> None:
    """Keys name the tree, so that equal ids in two tables never share a figure."""
    row = (
        "{id: D1, label: 服务, max: 10, inputs: {visits: {label: 走访, unit: 次}},"
        " rule: {rank_table: {value: visits, better: higher, population: offices, points: {1: 10}}}}"
    )
    scheme = small.scheme(
        f"""
- {{list: academic, indicators: [{{id: A, label: 指标, max: 10, rule: {{judged: {{}}}}}}]}}
- {{table: office, indicators: [{row}]}}
- {{table: union, indicators: [{row}]}}
""",
        populations="{offices: {label: 部门, types: [department]}}",
    )
    evidence = small.evidence("  - {id: a, name: 甲, type: department, table: office, facts: {D1: 3}}", scheme)
    found = all_figures(scheme, Facts(scheme, evidence), evidence.units)
    assert [tree for tree, _, _ in found] == ["office", "union"]
