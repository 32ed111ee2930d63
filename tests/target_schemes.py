"""A small target scheme with two projects, written as the files write it."""

from collections.abc import Mapping

from assess.scheme.scheme import Scheme
from tests.small import scheme

LISTS = {
    "lists": "{projects: {label: 项目}}",
    "unit_types": "{project: {label: 项目, list: projects}}",
    "populations": "{}",
}

PARTS = """
execution: {label: 预算执行率, full: {projects: 10}, execution: {}}
targets: {label: 绩效指标, full: {projects: 90}, indicators: {partial: raw}}
"""

WEIGHTS = "{origin: 默认, sections: {output: 50, benefit: 30, satisfaction: 10}}"

GRADES = """
origin: 默认
bands:
  - {label: 优, at_least: 90, at_most: 100}
  - {label: 良, at_least: 80, below: 90}
  - {label: 中, at_least: 60, below: 80}
  - {label: 差, at_least: 0, below: 60}
"""

MONITORING = "{at_risk_from: 80}"

TARGET = "{target: {half: {printed: ≥4次, at_least: 4, unit: 次}, full: {printed: ≥8次, at_least: 8, unit: 次}}}"

#: The first has three sections, the second lacks satisfaction.
TABLES = f"""
- table: first
  label: 项目一
  max: 90
  shares: weights
  plan:
    title: 项目一绩效目标表
    funds: [{{label: 预算数, amount: 1000}}]
    spending: [{{label: 项目支出, half: 400, full: 1000}}]
  indicators:
    - id: output
      label: 产出指标
      shares: leaves
      indicators:
        - id: output.1
          label: 数量指标
          indicators:
            - {{id: T1, label: 活动次数, rule: {TARGET}}}
            - {{id: T2, label: 制度建设, rule: {{attainment: {{full: {{printed: 健全}}}}}}}}
        - id: output.2
          label: 质量指标
          indicators:
            - {{id: T3, label: 事故, rule: {{target: {{full: {{printed: 0次, at_most: 0, unit: 次}}, over: none}}}}}}
    - id: benefit
      label: 效益指标
      shares: leaves
      indicators:
        - {{id: T4, label: 就业率, rule: {{target: {{full: {{printed: 95%, at_least: 95, unit: "%"}}}}}}}}
    - id: satisfaction
      label: 满意度指标
      shares: leaves
      indicators:
        - id: T5
          label: 学生满意度
          rule: {{target: {{full: {{printed: ≥95%, at_least: 95, unit: "%"}}, possible: {{at_most: 100}}}}}}
- table: second
  label: 项目二
  max: 90
  shares: weights
  plan: {{title: 项目二绩效目标表}}
  indicators:
    - {{id: output, label: 产出指标, shares: leaves, indicators: [{{id: T1, label: 活动次数, rule: {TARGET}}}]}}
    - {{id: benefit, label: 效益指标, shares: leaves, indicators: [{{id: T2, label: 培训人数, rule: {TARGET}}}]}}
"""

#: The first project, complete: 8.92 for the money, 76.5 of 90 for the indicators.
FIRST = """
- id: first
  name: 项目一
  type: project
  table: first
  facts:
    funds: {budget: 1000, spent: 892, deviation: 招标节约}
    T1: {actual: 6, deviation: 两次延到下年}
    T2: {level: 部分达成, percent: 70, deviation: 还在修订}
    T3: 0
    T4: 95
    T5: 96
"""


def target_scheme(tables: str = TABLES, wanted: Mapping[str, str] | None = None, **keys: str) -> Scheme:
    """Build the scheme with the readings `wanted`; `keys` replace its top-level keys."""
    top = {"parts": PARTS, "weights": WEIGHTS, "grades": GRADES, "monitoring": MONITORING, **LISTS, **keys}
    return scheme(tables, wanted, **top)
