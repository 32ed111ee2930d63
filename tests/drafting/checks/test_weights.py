"""Weights and shares."""

from tests.drafting.checks.found import about, found

_VOTES = """
parts:
  targets: {{label: 考核, clause: 二, full: {{units: 10}}, indicators: {{}}}}
  votes:
    label: 测评
    full: {{units: 10}}
    clause: 三
    ballots:
      levels: {{好: 1}}
      divide_by: 1
      pooling: {pooling}
      groups: {{a: {{label: 甲, weight: {a}}}, b: {{label: 乙, weight: {b}}}}}
"""


def _votes(pooling: str, a: str, b: str) -> list[str]:
    return [line.split(" ", 2)[2] for line in found(_VOTES.format(pooling=pooling, a=a, b=b))]


def test_weights_of_voters() -> None:
    """Shares of one, of ten or of a hundred, or a plain ratio; and they are used."""
    for a, b in (("0.6", "0.4"), ("60", "40"), ("2", "1"), ("1", "1"), ("6", "4")):
        assert _votes("weighted", a, b) == []
    assert _votes("weighted", "60", "30") == ["“测评”（三）各测评群体的权重合计不是1、10或100：60 + 30 = 90"]
    assert _votes("weighted", "0.5", "0.4") == ["“测评”（三）各测评群体的权重合计不是1、10或100：0.5 + 0.4 = 0.9"]
    assert _votes("pool", "1", "1") == []
    assert _votes("pool", "0.6", "0.4") == [
        "“测评”（三）给各测评群体写了不同的权重（0.6、0.4），却合在一起计票，权重不起作用"
    ]


def test_points_of_leaders() -> None:
    """They sum to the part's full mark on every list that counts it."""
    text = """
lists: {units: {label: 院系}, offices: {label: 部门}, others: {label: 其他}}
unit_types:
  college: {label: 学院, list: units}
  office: {label: 部门, list: offices}
  other: {label: 其他, list: others}
populations: {}
parts:
  leaders:
    label: 领导评价
    full: {units: 30, offices: 25, others: 0}
    panel: {groups: {a: {label: 正职, points: 20}, b: {label: 副职, points: 10}}}
targets: []
"""
    assert [line for line in found(text) if line.startswith("leader_points")] == [
        "leader_points t.yaml:11:32 “领导评价”在部门满分25分，各组合计不等：20 + 10 = 30",
    ]


def test_shares_of_a_checklist() -> None:
    """The full mark itself, or 1, 10, 100, or a ratio."""
    items = "[{label: 甲, when: {n: {above: 1}}}, {label: 乙, when: {n: {above: 2}}}]"
    for shares in ("equal", "[6, 4]", "[0.6, 0.4]", "[60, 40]", "[2, 1]"):
        assert (
            about(f"inputs: {{n: {{label: 次, unit: 次}}}}\nrule: {{checklist: {{items: {items}, shares: {shares}}}}}")
            == []
        )
    (line,) = about(
        f"inputs: {{n: {{label: 次, unit: 次}}}}\nrule: {{checklist: {{items: {items}, shares: [0.6, 0.3]}}}}"
    )
    assert line.endswith("“A1 指标”（三）满分10分，各项份额合计不等：0.6 + 0.3 = 0.9")


def test_shares_of_a_group() -> None:
    """The same for shares that are given to the items of a group."""
    text = """
targets:
- list: units
  indicators:
  - id: G
    label: 组
    clause: 三
    max: 10
    shares: %s
    indicators:
    - {id: A, label: 甲, clause: 三1, rule: {judged: {}}}
    - {id: B, label: 乙, clause: 三2, rule: {judged: {}}}
"""
    for shares in ("equal", "single", "{A: 6, B: 4}", "{A: 0.5, B: 0.5}", "{A: 2, B: 1}"):
        assert found(text % shares) == []
    assert found(text % "{A: 60, B: 30}") == [
        "group_shares t.yaml:9:5 “G 组”（三）满分10分，各项份额合计不等：60 + 30 = 90",
    ]


_ORIGINS = """
weights: {{{origin}sections: {{A: 10}}}}
grades: {{{origin}bands: [{{label: 优, at_least: 60, at_most: 100}}, {{label: 差, at_least: 0, below: 60}}]}}
monitoring: {{{origin}at_risk_from: 80}}
"""


def test_where_weights_and_lines_come_from() -> None:
    """Each says so, or is said not to."""
    assert found(_ORIGINS.format(origin="origin: 本项目的默认, ")) == []
    assert found(_ORIGINS.format(origin="")) == [
        "no_origin t.yaml:2:1 各部分的权重（weights）没有写从哪里来（origin）",
        "no_origin t.yaml:3:1 等次的分数线（grades）没有写从哪里来（origin）",
        "no_origin t.yaml:4:1 半年监控的线（monitoring）没有写从哪里来（origin）",
    ]
