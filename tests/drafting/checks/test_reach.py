"""What can be reached: too little, too much, below 0, always the same."""

from tests.drafting.checks.found import about, found


def test_a_full_mark_that_the_rule_cannot_give() -> None:
    """For all unit types, or only for some of them."""
    inputs = "inputs: {n: {label: 场次, unit: 场}}\n"
    rule = "{bands: {value: n, bands: [{at_least: 5, points: 8}]}}"
    assert about(f"{inputs}rule: {rule}") == [
        "leaf_maximum t.yaml:7:10 “A1 指标”（三）满分10分，按规则最多得8分",
        "total_maximum quiet.yaml:12:1 院系总分满分10分，最多8分：目标考核8（满分10）",
    ]
    only = "{by_type: {types: {college: " + rule + "}, otherwise: {judged: {}}}}"
    lines = about(f"{inputs}rule: {only}")
    assert lines[0] == "leaf_maximum t.yaml:7:10 “A1 指标”（三）满分10分，学院，按规则最多得8分"
    assert lines[1].endswith("院系（学院）总分满分10分，最多8分：目标考核8（满分10）")


_PANEL = """
parts:
  leaders:
    label: 领导评价
    clause: 四
    full: {{units: 30}}
    panel: {{instrument: {instrument}, levels: {{好: {best}, 差: 50}}, groups: {{a: {{label: 正职, points: 30}}}}}}
targets: []
"""


def test_leaders_marks() -> None:
    """Levels below 100 do not reach the full mark; percent marks do."""
    assert [line for line in found(_PANEL.format(instrument="levels", best=90)) if "maximum" in line] == [
        "part_maximum t.yaml:7:33 “领导评价”（四）最高等次“好”计90，按100折算：院系满分30分、最多27分",
    ]
    assert found(_PANEL.format(instrument="percent", best=90)) == []
    assert found(_PANEL.format(instrument="levels", best=100)) == []


def test_ballots_above_the_full_mark() -> None:
    """Levels above the divisor give more than there is."""
    text = """
parts:
  targets: {label: 考核, clause: 二, full: {units: 10}, indicators: {}}
  votes: {label: 测评, full: {units: 20}, ballots: {levels: {好: 100, 中: 80}, divide_by: 80, groups: {a: {label: 甲}}}}
"""
    lines = found(text)
    assert "“测评”最高等次“好”计100，按80折算：院系满分20分、最多25分" in lines[0]
    assert lines[1].endswith("院系总分满分30分，最多35分：测评25（满分20）")


def test_units_that_are_not_converted() -> None:
    """With raw points a unit type to which less applies cannot reach the total; filled with means it can."""
    text = """
parts: {{targets: {{label: 考核, clause: 二, full: {{units: 10}}, indicators: {{partial: {partial}}}}}}}
targets:
- list: units
  indicators:
  - {{id: A, label: 甲, clause: 三1, max: 6, rule: {{judged: {{}}}}}}
  - {{id: B, label: 乙, clause: 三2, max: 4, except: [centre], rule: {{judged: {{}}}}}}
"""
    assert found(text.format(partial="convert")) == []
    assert found(text.format(partial="mean_fill")) == []
    assert found(text.format(partial="raw")) == [
        "total_maximum t.yaml:2:1 院系（中心）总分满分10分，最多6分：考核6（满分10）",
    ]


def test_a_total_without_a_bound() -> None:
    """An indicator at the top that nothing caps, filled up or converted or neither."""
    text = """
parts: {{targets: {{label: 考核, clause: 二, full: {{units: 10}}, indicators: {{partial: {partial}}}}}}}
targets:
- list: units
  indicators:
  - {{id: A, label: 甲, clause: 三1, max: 8, rule: {{judged: {{}}}}}}
  - id: B
    label: 乙
    clause: 三2
    inputs: {{n: {{label: 项目, unit: 项}}}}
    rule: {{per_amount: {{value: n, every: 1, points: 1}}}}
"""
    for partial in ("raw", "convert", "mean_fill"):
        assert any(
            line.endswith("院系总分满分10分，没有上限：考核没有上限（满分10）")
            for line in found(text.format(partial=partial))
        )


_LIFTED = """
targets:
- list: units
  indicators:
  - id: G
    label: 组
    clause: 三
    max: 10
    lift: {lift}
    indicators:
    - {{id: B, label: 乙, clause: 三2, max: 4, rule: {{judged: {{}}}}}}
    - id: A
      label: 甲
      clause: 三1
      max: 6
      only: [college]
      inputs: {{n: {{label: 市级, unit: 项}}, m: {{label: 省级, unit: 项}}, old: {{label: 往年, unit: 项}}}}
      rule:
        conditional:
          when: {{old: {{above: 0}}}}
          then: {{judged: {{}}}}
          otherwise:
            sum:
              of: [{{per_amount: {{value: n, every: 1, points: 1}}}}]
              ceiling: 6
              uncapped: [{{per_amount: {{value: m, every: 1, points: 1, cap: {cap}}}}}]
"""


def test_points_above_the_ceilings() -> None:
    """A group that lifts passes on what is uncapped, bounded or not; one that does not keeps to its mark."""
    assert found(_LIFTED.format(lift="false", cap=2)) == []
    assert found(_LIFTED.format(lift="true", cap=2)) == [
        "total_maximum quiet.yaml:12:1 院系（学院）总分满分10分，最多12分：目标考核12（满分10）",
    ]
    assert found(_LIFTED.format(lift="true", cap="null")) == [
        "total_maximum quiet.yaml:12:1 院系（学院）总分满分10分，没有上限：目标考核没有上限（满分10）",
    ]


_SINKING = """
lists: {offices: {label: 部门}}
unit_types: {office: {label: 部门, list: offices}}
populations: {}
parts: {targets: {label: 考核, clause: 二, full: {offices: 10}, indicators: {}}}
common:
- id: D1
  label: 安全
  clause: 二1
  max: 4
  inputs: {n: {label: 事故, unit: 起}}
  rule: {bands: {value: n, bands: [{below: 1, points: 4}, {at_least: 1, points: -4}]}}
targets:
- table: dean
  label: 教务处
  use_common: true
  indicators: [{id: D2, label: 排课, clause: 二2, max: 6, rule: {judged: {}}}]
- table: cash
  label: 财务处
  use_common: true
  indicators: [{id: D2, label: 预算, clause: 二3, max: 6, rule: {judged: {}}}]
"""


def test_points_below_0() -> None:
    """An indicator at the top that can be negative is said once, though two tables share it."""
    assert found(_SINKING) == ["negative t.yaml:7:3 “D1 安全”（二1）最低-4分，本级和上级都没有大于等于0的下限"]


def test_the_innermost_group_without_a_floor() -> None:
    """A floor of the group itself or of one above is enough; a floor below 0 is none."""
    text = """
targets:
- list: units
  indicators:
  - id: G
    label: 组
    clause: 三
    max: 10
    floor: {outer}
    indicators:
    - id: H
      label: 小组
      clause: 三1
      max: 10
      floor: {inner}
      indicators:
      - {{id: A, label: 甲, clause: 三2, max: 4, rule: {{judged: {{}}}}}}
      - id: B
        label: 乙
        clause: 三3
        max: 6
        inputs: {{n: {{label: 事故, unit: 起}}}}
        rule: {{deduction: {{start: full, floor: null, each: [{{value: n, every: 1, points: 1}}]}}}}
"""
    assert found(text.format(outer=0, inner="null")) == []
    assert found(text.format(outer="null", inner=0)) == []
    assert found(text.format(outer="null", inner="null")) == [
        "negative t.yaml:11:7 “H 小组”（三1）没有下限，本级和上级都没有大于等于0的下限",
    ]
    assert found(text.format(outer="null", inner=-3)) == [
        "negative t.yaml:11:7 “H 小组”（三1）最低-3分，本级和上级都没有大于等于0的下限",
    ]


def test_points_that_never_vary() -> None:
    """Whatever is entered, everybody gets the same."""
    assert about("rule: {judged: {allowed: [10]}}") == [
        "constant t.yaml:8:5 “A1 指标”（三）不论怎样填报都得10分",
    ]
