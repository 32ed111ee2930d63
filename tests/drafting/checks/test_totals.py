"""Groups against their items, parts against their indicators, totals that the document states."""

import pytest

from assess.drafting.checks.totals import group_totals
from tests.drafting.checks.found import found, subject

_TWO = """\
targets:
- list: units
  indicators:
  - id: G
    label: 组
    clause: 三
    max: {maximum}
    indicators:
    - {{id: A, label: 甲, clause: 三1, max: 6, only: [college], rule: {{judged: {{}}}}}}
    - {{id: B, label: 乙, clause: 三2, max: 4, rule: {{judged: {{}}}}}}
    - {{id: C, label: 丙, clause: 三3, max: 2, only: [centre], rule: {{judged: {{}}}}}}
"""


def test_a_group_may_have_all_its_items_or_the_most_of_one_unit_type() -> None:
    """12 for all rows, 10 for a college; any other number is a contradiction."""
    parts = "parts: {targets: {label: 考核, clause: 二, full: {units: 10}, indicators: {partial: convert}}}\n"
    assert found(parts + _TWO.format(maximum=12)) == []
    assert found(parts + _TWO.format(maximum=10)) == []
    (below, *_) = found(parts + _TWO.format(maximum=9))
    assert below == "group_total t.yaml:8:10 “G 组”（三）满分9分，下级各项合计12分：6 + 4 + 2（同一类单位最多10分）"
    (above, *_) = found(parts + _TWO.format(maximum=15))
    assert "满分15分，下级各项合计12分" in above
    (finding,) = group_totals(subject(_TWO.format(maximum=15)))
    assert "到不了本组满分" in finding.hint


def test_a_group_with_an_unlimited_item_is_a_cap() -> None:
    """Nothing can be summed where an item has no bound."""
    text = """
targets:
- list: units
  indicators:
  - id: G
    label: 组
    clause: 三
    max: 10
    indicators:
    - {id: A, label: 甲, clause: 三1, max: 8, rule: {judged: {}}}
    - id: B
      label: 乙
      clause: 三2
      inputs: {n: {label: 项目, unit: 项}}
      rule: {per_amount: {value: n, every: 1, points: 1}}
"""
    assert found(text) == []


_BONUS = """\
targets:
- list: units
  indicators:
  - id: G
    label: 组
    clause: 三
    max: {maximum}
    indicators:
    - {{id: A, label: 甲, clause: 三1, max: 6.125, rule: {{judged: {{}}}}}}
    - {{id: B, label: 乙, clause: 三2, max: 2, except: [centre], rule: {{judged: {{}}}}}}
    - id: C
      label: 加分
      clause: 三3
      inputs: {{n: {{label: 项目, unit: 项}}}}
      rule: {{per_amount: {{value: n, every: 1, points: 1, cap: 3}}}}
"""


@pytest.mark.parametrize("maximum", ["8.125", "10", "11.125"])
def test_a_group_may_leave_its_bonus_room_or_not(maximum: str) -> None:
    """From the sum of what carries a full mark to the sum with the most that the bonus gives."""
    parts = f"parts: {{targets: {{label: 考核, clause: 二, full: {{units: {maximum}}}, indicators: {{}}}}}}\n"
    assert found(parts + _BONUS.format(maximum=maximum)) == []


@pytest.mark.parametrize(("maximum", "hint"), [("8.12", "的部分得不到"), ("11.13", "到不了本组满分")])
def test_a_group_beyond_its_bonus(maximum: str, hint: str) -> None:
    """Less than its items, or more than the bonus can fill: told with every place that the scheme writes."""
    (finding,) = group_totals(subject(_BONUS.format(maximum=maximum)))
    assert f"满分{maximum}分，下级各项合计11.125分：6.125 + 2 + 3" in finding.text
    assert hint in finding.hint


def test_what_a_bonus_has_to_do_with_totals_that_are_stated() -> None:
    """A bonus has no share in what is derived, neither in a group nor at the top; in its own room it has."""
    stated = "stated_totals: [{types: [centre], node: G, points: 7, clause: 注}]\n"
    lines = [line for line in found(stated + _BONUS.format(maximum="8.125")) if line.startswith("stated_total")]
    assert [line.partition("注")[2] for line in lines] == [
        "写明中心的“G 组”（三）满分7分，按参加的指标推算是6.125分，相差0.875分"
    ]
    lines = [line for line in found(stated + _BONUS.format(maximum="10")) if line.startswith("stated_total")]
    assert [line.partition("注")[2] for line in lines] == [
        "写明中心的“G 组”（三）满分7分，按参加的指标推算是8分，相差1分"
    ]


def test_a_group_of_bonuses_beside_a_whole_part() -> None:
    """Where the others make up the part, the group is no part of it; else it counts with its own full mark."""
    text = """
targets:
- list: units
  indicators:
  - {id: A, label: 甲, clause: 三1, max: 10, rule: {judged: {}}}
  - id: G
    label: 加分
    clause: 三2
    max: 3
    indicators:
    - id: C
      label: 项目
      clause: 三2
      inputs: {n: {label: 项, unit: 项}}
      rule: {per_amount: {value: n, every: 1, points: 1}}
"""
    parts = "parts: {{targets: {{label: 考核, clause: 二, full: {{units: {full}}}, indicators: {{}}}}}}\n"
    lines = [[one for one in found(parts.format(full=full) + text) if "part_total" in one] for full in (10, 13, 12)]
    assert lines == [
        [],
        [],
        ["part_total t.yaml:1:55 “考核”（二）在院系满分12分，指标合计13分：10分 + 3分"],
    ]


def test_a_part_is_worth_its_indicators() -> None:
    """Its full mark is that of the unit type with the most; where a part does not count, nothing is compared."""
    parts = "parts: {targets: {label: 考核, full: {units: 12}, indicators: {}}}\n"
    lines = [line for line in found(parts) if line.startswith("part_total")]
    assert lines == ["part_total t.yaml:1:44 “考核”在院系满分12分，指标合计10分：10分"]
    free = """
lists: {units: {label: 院系}, offices: {label: 部门}}
parts:
  targets: {label: 考核, clause: 二, full: {units: 10, offices: 0}, indicators: {}}
  votes:
    label: 测评
    clause: 三
    full: {units: 0, offices: 10}
    ballots: {levels: {好: 1}, divide_by: 1, groups: {a: {label: 甲}}}
"""
    assert found(free) == []


_TABLES = """\
lists: {offices: {label: 部门}}
unit_types: {office: {label: 部门, list: offices}}
populations: {}
parts: {targets: {label: 考核, clause: 二, full: {offices: 10}, indicators: {}}}
common: [{id: D1, label: 作风, clause: 二1, max: 4, rule: {judged: {}}}]
targets:
- table: dean
  label: 教务处
  use_common: true
  indicators: [{id: D2, label: 排课, clause: 二2, max: 6, rule: {judged: {}}}]
- table: cash
  label: 财务处
  use_common: true
  indicators: [{id: D2, label: 预算, clause: 二3, max: 5, rule: {judged: {}}}]
"""


def test_every_table_is_worth_the_part() -> None:
    """The table that differs is named."""
    assert found(_TABLES)[0] == "part_total t.yaml:4:57 “考核”（二）在部门“财务处”满分10分，指标合计9分：4分 + 5分"


def test_stated_totals_of_tables() -> None:
    """A stated total is compared in each table that has the node, and for a part in each table."""
    stated = """\
stated_totals:
- {types: [office], node: D2, points: 6, clause: 附件2}
- {types: [office], node: targets, points: 10}
- {types: [office], node: D1, points: 4}
"""
    lines = [line for line in found(_TABLES + stated) if line.startswith("stated_total")]
    assert lines == [
        "stated_total t.yaml:16:39 附件2写明部门的“cash/D2 预算”（二3）满分6分，按参加的指标推算是5分，相差1分",
        "stated_total t.yaml:17:44 原文写明部门的“考核”（财务处）满分10分，按参加的指标推算是9分，相差1分",
    ]


def test_stated_totals_of_ballots() -> None:
    """A part of another kind is compared with its full mark."""
    text = """
parts:
  targets: {label: 考核, clause: 二, full: {units: 10}, indicators: {}}
  votes: {label: 测评, clause: 三, full: {units: 5}, ballots: {levels: {好: 1}, divide_by: 1, groups: {a: {label: 甲}}}}
stated_totals: [{types: [college, centre], node: votes, points: 6, clause: 三}]
"""
    assert found(text) == ["stated_total t.yaml:5:65 三写明学院、中心的“测评”满分6分，按参加的指标推算是5分，相差1分"]


def test_what_is_stated_for_all_parts_together() -> None:
    """Where every node at the top is stated, their sum is said too: it is what points are divided by."""
    text = """
targets:
- list: units
  indicators:
  - {id: A, label: 甲, clause: 三1, max: 6, rule: {judged: {}}}
  - {id: B, label: 乙, clause: 三2, max: 4, except: [centre], rule: {judged: {}}}
stated_totals:
- {types: [centre], node: A, points: 6}
- {types: [centre], node: B, points: 1, clause: 注}
"""
    (line,) = found(text)
    assert line.endswith(
        "注写明中心的“B 乙”（三2）满分1分，按参加的指标推算是0分，相差1分；各部分指标合起来，写明7分，推算6分"
    )


def test_indicators_without_full_marks_have_no_total_of_0() -> None:
    """Bonuses alone: the part's full mark has nothing to be compared with, and no 0 stands for it."""
    bonus = "targets: [{list: units, indicators: [{id: B, label: 奖分, clause: 三, rule: {judged: {max: 5}}}]}]\n"
    stated = "stated_totals: [{types: [college], node: B, points: 5, clause: 注}]\n"
    lines = [line for line in found(bonus + stated) if line.startswith(("part_total", "stated_total"))]
    assert lines == ["part_total quiet.yaml:13:51 “目标考核”（二）在院系满分10分，指标都没有写满分"]
