"""What compiled indicators inherit, and how a full mark is shared."""

from fractions import Fraction

from assess.files.yaml_reader import parse
from assess.ground.place import ProblemsError
from assess.rules.judged import Judged
from assess.scheme.nodes import Group, Leaf, Node
from assess.year.reading.building import build_evidence
from tests.scheme.small import EVIDENCE, scheme, scheme_mistakes


def nodes(text: str, tree: str = "academic") -> tuple[Node, ...]:
    """The nodes of a tree of the small scheme with what `text` changes."""
    return scheme(text).trees[tree].nodes


def test_steps_and_exemptions_are_inherited() -> None:
    """A group's mark step and exempted types hold for what is below it; `all` leaves only 0 and the full mark."""
    text = """
targets:
- list: academic
  indicators:
  - id: A1
    label: 党建
    max: 5
    mark_step: 0.5
    except: [college]
    indicators:
    - {id: A1.1, label: 学习, max: 2, rule: {judged: {}}}
    - {id: A1.2, label: 会议, max: 3, mark_step: all, rule: {judged: {}}}
"""
    (group,) = nodes(text)
    assert isinstance(group, Group)
    first, second = group.children
    assert isinstance(first, Leaf)
    assert isinstance(second, Leaf)
    assert (first.frame.step, second.frame.step) == (Fraction(1, 2), Fraction(3))
    assert first.heading.types == {"foundation"}


def test_equal_shares() -> None:
    """Equal shares sum to the group's full mark; the spare hundredths go to the first."""
    text = """
targets:
- list: academic
  indicators:
  - id: A1
    label: 党建
    max: 10
    shares: equal
    indicators:
    - {id: A1.1, label: 一, rule: {judged: {}}}
    - {id: A1.2, label: 二, rule: {judged: {}}}
    - {id: A1.3, label: 三, rule: {judged: {}}}
"""
    (group,) = nodes(text)
    assert isinstance(group, Group)
    maxima = [child.maximum for child in group.children]
    assert maxima == [Fraction(334, 100), Fraction(333, 100), Fraction(333, 100)]


def test_given_shares() -> None:
    """Given shares split the full mark in their proportion."""
    text = """
targets:
- list: academic
  indicators:
  - id: A1
    label: 党建
    max: 10
    shares: {A1.1: 3, A1.2: 2}
    indicators:
    - {id: A1.1, label: 一, rule: {judged: {}}}
    - {id: A1.2, label: 二, rule: {judged: {}}}
"""
    (group,) = nodes(text)
    assert isinstance(group, Group)
    assert [child.maximum for child in group.children] == [Fraction(6), Fraction(4)]


def test_a_single_mark_for_a_whole_group() -> None:
    """`single` makes one judged indicator out of a group; what was below it is its content."""
    text = """
targets:
- list: academic
  indicators:
  - id: A1
    label: 党建
    max: 10
    shares: single
    indicators:
    - {id: A1.1, label: 学习, rule: {judged: {}}}
    - {id: A1.2, label: 会议, rule: {judged: {}}}
"""
    (leaf,) = nodes(text)
    assert isinstance(leaf, Leaf)
    assert leaf.rule == Judged()
    assert leaf.maximum == Fraction(10)
    assert leaf.heading.content == "A1.1.学习；A1.2.会议"


def test_wrong_shares_do_not_hide_what_is_below() -> None:
    """Where shares are wrong, the indicators below are checked all the same."""
    text = """\
targets:
- list: academic
  indicators:
  - id: A1
    label: 党建
    max: 10
    shares: {A1.1: 3}
    indicators:
    - {id: A1.1, label: 一, except: [colege], rule: {judged: {}}}
    - {id: A1.2, label: 二, rule: {bands: {value: a, bands: [{above: 1, points: 1}]}}}
"""
    assert scheme_mistakes(text) == [
        "t.yaml:7:5: 错误：shares里没有写“A1.2”的份额",
        "→ 每个下级指标写一个份额",
        "t.yaml:9:37: 错误：没有“colege”这个单位类型",
        "→ 是否想写：college？",
        "t.yaml:10:50: 错误：分档计分规则用到的数据“a”没有在inputs中声明",
    ]


def test_several_targets_of_one_list_are_joined() -> None:
    """A list's indicators may stand in several targets; a table has the common ones first, with its own additions."""
    text = """
targets:
- {list: academic, label: 院部指标, clause: 一, indicators: [{id: A1, label: 一, max: 1, rule: {judged: {}}}]}
- {list: academic, indicators: [{id: A2, label: 二, max: 1, rule: {judged: {}}}]}
- table: dean
  use_common: true
  additions: {D1: 每学期抽查}
  indicators: [{id: D2, label: 排课, max: 1, rule: {judged: {}}}]
"""
    built = scheme(text)
    assert [node.id for node in built.trees["academic"].nodes] == ["A1", "A2"]
    dean = built.trees["dean"]
    assert [(node.id, node.heading.addition) for node in dean.nodes] == [("D1", "每学期抽查"), ("D2", "")]
    assert (dean.is_table, dean.list, dean.label) == (True, "administrative", "部门")
    assert [node.id for node in built.trees["administrative"].nodes] == []


def test_a_table_where_every_list_has_a_tree() -> None:
    """A table without a list to belong to falls to the first one."""
    text = """
targets:
- {list: academic, indicators: []}
- {list: administrative, indicators: []}
- {table: dean, label: 教务处, indicators: []}
"""
    assert scheme(text).trees["dean"].list == "academic"


def test_decisions_where_nothing_is_selected() -> None:
    """A scheme without a selection has nothing that could be decided."""
    text = "decisions: [{unit: dean, kind: award, award: star, reason: 好, by: 组, at: 2019-09-20}]\n"
    tree = parse(EVIDENCE + text + "note: 只有等次\n", "e.yaml")
    messages = []
    try:
        build_evidence(tree, scheme("selection:\n"))
    except ProblemsError as error:
        messages = [str(problem) for problem in error.problems]
    assert messages == ["e.yaml:6:46: 错误：没有“star”这个奖项"]
