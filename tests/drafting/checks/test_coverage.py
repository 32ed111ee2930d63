"""Who is assessed on what."""

from tests.drafting.checks.found import about, found


def test_a_unit_type_without_indicators() -> None:
    """It is an error of the regulation only where its list counts indicators."""
    text = """
lists: {units: {label: 院系}, offices: {label: 部门}}
unit_types:
  college: {label: 学院, list: units}
  centre: {label: 中心, list: units}
  office: {label: 部门, list: offices}
parts:
  targets: {label: 考核, clause: 二, full: {units: 10, offices: 0}, indicators: {}}
  votes:
    label: 测评
    clause: 三
    full: {units: 0, offices: 10}
    ballots: {levels: {好: 1}, divide_by: 1, groups: {a: {label: 甲}}}
targets:
- {list: units, indicators: [{id: A, label: 工作, clause: 二1, max: 10, except: [centre], rule: {judged: {}}}]}
"""
    assert found(text) == [
        "type_without_indicators t.yaml:5:3 单位类型“中心”没有一个指标，它在院系里永远算不出总分",
    ]


def test_a_node_for_nobody() -> None:
    """Said once for a group and all below it."""
    text = """
targets:
- list: units
  indicators:
  - {id: A, label: 工作, clause: 二1, max: 10, rule: {judged: {}}}
  - id: G
    label: 组
    clause: 三
    max: 4
    except: [college, centre]
    indicators: [{id: B, label: 甲, clause: 三1, max: 4, rule: {judged: {}}}]
"""
    assert found(text) == ["node_for_nobody t.yaml:6:5 “G 组”（三）对任何单位类型都不适用"]


def test_a_population_of_nobody() -> None:
    """A reference or ranking needs somebody who is assessed on the indicator; one that is not used needs nobody."""
    relative = "better: higher, reference: %s, bands: [{at_least: 1, points: 10}, {below: 1, points: 4}]"
    inputs = "inputs: {n: {label: 次, unit: 次}}\n"
    rule = f"only: [centre]\n{inputs}rule: {{relative: {{value: n, population: colleges, {relative}}}}}"
    (line, *_) = [one for one in about(rule % "pooled") if one.startswith("population")]
    assert line.endswith("“A1 指标”（三）与“各学院”比较，而其中没有一类单位参加这一指标")
    assert not [one for one in about(rule % "{given: n}") if one.startswith("population")]
    assert not [one for one in about((rule % "mean").replace("colleges", "all")) if one.startswith("population")]


def test_a_branch_for_nobody_is_not_looked_at() -> None:
    """Every unit type has a rule of its own, so that `otherwise` never counts; its hole is nobody's."""
    hole = "{bands: {value: n, bands: [{above: 5, points: 10}, {below: 5, points: 4}]}}"
    rule = f"{{by_type: {{types: {{college: {{judged: {{}}}}, centre: {{judged: {{}}}}}}, otherwise: {hole}}}}}"
    assert about(f"inputs: {{n: {{label: 次, unit: 次}}}}\nrule: {rule}") == []
