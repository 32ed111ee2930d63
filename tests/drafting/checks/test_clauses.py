"""What names no clause."""

from tests.drafting.checks.found import found


def test_without_clause() -> None:
    """Parts one by one; indicators together by table, the common ones apart."""
    text = """
lists: {offices: {label: 部门}}
unit_types: {office: {label: 部门, list: offices}}
populations: {}
parts: {targets: {label: 考核, full: {offices: 10}, indicators: {}}}
common: [{id: D1, label: 作风, max: 4, rule: {judged: {}}}]
targets:
- {table: dean, label: 教务处, use_common: true, indicators: [{id: D2, label: 排课, max: 6, rule: {judged: {}}}]}
- table: cash
  label: 财务处
  use_common: true
  indicators:
  - {id: D2, label: 一, max: 1, rule: {judged: {}}}
  - {id: D3, label: 二, max: 1, rule: {judged: {}}}
  - {id: D4, label: 三, max: 1, rule: {judged: {}}}
  - {id: D5, label: 四, max: 1, rule: {judged: {}}}
  - {id: D6, label: 五, max: 1, rule: {judged: {}}}
  - {id: D7, label: 六, max: 1, rule: {judged: {}}}
"""
    assert found(text) == [
        "no_clause t.yaml:5:9 总分的组成部分“考核”没有写条款（clause）",
        "no_clause t.yaml:6:10 各表共有的指标里D1没有写条款（clause）",
        "no_clause t.yaml:8:60 “教务处”里D2没有写条款（clause）",
        "no_clause t.yaml:13:5 “财务处”里D2、D3、D4、D5、D6等6项没有写条款（clause）",
    ]


_TABLES = """
parts:
  {other}
  targets: {{label: 绩效指标, full: {{units: 10}}, indicators: {{}}}}
targets:
- list: units
  plan: {plan}
  indicators: [{{id: A, label: 甲, max: 10, rule: {{judged: {{}}}}}}]
"""
_HEAD = "{title: 表}"
_MONEY = "execution: {label: 预算执行率, full: {units: 10}, execution: {}}"
_VOTES = "votes: {label: 测评, full: {units: 10}, ballots: {levels: {好: 1}, divide_by: 1, groups: {a: {label: 甲}}}}"


def _said(plan: str, other: str) -> list[str]:
    return [line.split(" ", 2)[2] for line in found(_TABLES.format(plan=plan, other=other))]


def test_printed_tables() -> None:
    """Their rows and their money are where they are written; other parts and trees need a clause."""
    assert _said(_HEAD, _MONEY) == []
    assert _said(_HEAD, _VOTES) == ["总分的组成部分“测评”没有写条款（clause）"]
    assert _said("null", _VOTES) == [
        "总分的组成部分“测评”没有写条款（clause）",
        "总分的组成部分“绩效指标”没有写条款（clause）",
        "“院系”里A没有写条款（clause）",
    ]
