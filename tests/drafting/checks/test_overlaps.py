"""Items that are stated twice."""

from tests.drafting.checks.found import found

_TABLES = """
lists: {offices: {label: 部门}}
unit_types: {office: {label: 部门, list: offices}}
populations: {}
parts: {targets: {label: 考核, clause: 二, full: {offices: 10}, indicators: {}}}
common: [{id: D1, label: 作风, clause: 二1, max: 4, rule: {judged: {}}}]
targets:
- table: dean
  label: 教务处
  use_common: true
  indicators:
  - {id: D2, label: 排课, clause: 二2, max: 3, rule: {judged: {}}}
  - {id: D3, label: 排课, clause: 二3, max: 3, rule: {judged: {}}}
"""


def test_an_undeclared_repetition() -> None:
    """Two indicators of one table with one label."""
    assert found(_TABLES) == [
        "same_label t.yaml:13:21 “dean/D2 排课”（二2）与“dean/D3 排课”（二3）的名称相同，都是“排课”"
    ]


def test_declared_repetitions() -> None:
    """They are printed with their note, and their labels are not held against them."""
    overlaps = """\
overlaps:
- {table: dean, ids: [D3, D2], note: 都是排课}
- {table: dean, ids: [D1, D3], relation: contains}
"""
    assert found(_TABLES + overlaps) == [
        "overlap t.yaml:15:3 “dean/D2 排课”（二2）与“dean/D3 排课”（二3）内容重复：都是排课",
        "overlap t.yaml:16:3 “D1 作风”（二1）与“dean/D3 排课”（二3）一条包含另一条",
    ]


def test_one_label_for_different_unit_types() -> None:
    """No unit has both."""
    text = """
targets:
- list: units
  indicators:
  - {id: A, label: 工作, clause: 二1, max: 10, only: [college], rule: {judged: {}}}
  - {id: B, label: 工作, clause: 二2, max: 10, only: [centre], rule: {judged: {}}}
"""
    assert found(text) == []
