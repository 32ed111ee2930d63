"""Small schemes with target tables, and what comes of them, written out where a test can read them."""

from pathlib import Path

from assess.engine.assessment import assess
from assess.engine.monitoring import Monitoring, monitor
from assess.engine.outcome import Outcome
from assess.files import yaml_reader
from assess.files.scheme_folder import read_folder
from assess.resources import schemes_dir
from assess.scheme.reading.building import build_scheme
from assess.scheme.scheme import Scheme
from assess.year.reading.building import build_evidence

#: Two levels above an indicator in a table that has columns for three, money with parts, a spending plan.
SCHEME = """\
id: projects
title: 项目绩效
source: {document: 绩效目标表}
period: {from: 2024-01-01, to: 2024-12-31}
lists: {projects: {label: 项目}}
unit_types: {project: {label: 项目, list: projects}}
parts:
  execution: {label: 预算执行率, full: {projects: 10}, execution: {}}
  targets: {label: 绩效指标, full: {projects: 90}, indicators: {partial: raw}}
weights:
  origin: 原文没有印出权重，这是默认
  sections: {output: 50, benefit: 30, satisfaction: 10}
grades:
  origin: 原文没有印出等次线，这是默认
  bands:
    - {label: 优, at_least: 90, at_most: 100}
    - {label: 良, at_least: 80, below: 90}
    - {label: 中, at_least: 60, below: 80}
    - {label: 差, at_least: 0, below: 60}
monitoring: {at_risk_from: 80, origin: 原文没有印出这条线，这是默认}
targets:
  - table: p1
    label: 实训中心建设
    max: 90
    shares: weights
    plan:
      title: 实训中心建设绩效目标表
      holder: 704201 某校
      funds:
        - {label: 预算数, amount: 500}
        - {label: 财政资金, amount: 480.5, part_of: 预算数}
        - {label: 其他资金, amount: null, part_of: 预算数}
      spending:
        - {label: 基本支出, half: 100, full: 300}
        - {label: 项目支出, half: 90.5, full: 200}
      purpose: 建实训中心
      goals: [建成中心, 投入使用]
      remarks: [{label: 主管部门, text: 某局}]
      layout:
        period_values: [半年指标值, 全年指标值]
        levels: [一级指标, 二级指标, 三级指标]
        description: 绩效指标描述
    indicators:
      - id: output
        label: 产出指标
        shares: leaves
        indicators:
          - id: output.1
            label: 数量指标
            indicators:
              - id: T1
                label: 开展活动次数
                content: 全校的活动
                rule:
                  target:
                    half: {printed: ≥4次, at_least: 4, unit: 次}
                    full: {printed: ≥8次, at_least: 8, unit: 次}
                    reason_from: 150
              - id: T2
                label: 管理制度
                rule: {attainment: {half: {printed: 制定}, full: {printed: 健全}}}
              - id: T3
                label: 设备台数
                rule:
                  target:
                    half: {printed: ≥0台, at_least: 0, unit: 台}
                    full: {printed: ＝30台, equal: 30, unit: 台}
                    more: harmless
          - id: output.2
            label: 质量指标
            indicators:
              - id: T4
                label: 安全事故
                rule:
                  target:
                    half: {printed: 0次, at_most: 0, unit: 次}
                    full: {printed: 0次, at_most: 0, unit: 次}
                    over: none
      - id: benefit
        label: 效益指标
        shares: leaves
        indicators:
          - id: T5
            label: 师生比
            inputs: {teachers: {label: 教师数, unit: 人}, students: {label: 学生数, unit: 人, above: 0}}
            rule: {target: {value: teachers / students, full: {printed: "1:20", at_least: 1, per: 20}}}
      - id: satisfaction
        label: 满意度指标
        shares: leaves
        indicators:
          - id: satisfaction.1
            label: 服务对象满意度
            indicators:
              - id: T6
                label: 学生满意度
                rule:
                  target:
                    half: {printed: ≥90%, at_least: 90, unit: "%"}
                    full: {printed: ≥95%, at_least: 95, unit: "%"}
                    possible: {at_most: 100}
readings:
  W1:
    clause: 第6行
    question: 学生满意度怎样扣
    default: plain
    choices:
      plain: {label: 按比例}
      strict: {label: 大于才算, overlay: [{at: [p1/T6, rule, target, possible], put: {at_most: 99}}]}
"""

#: The facts of a year with reasons where they are demanded.
FACTS = """\
      funds: {budget: 520, spent: 463.9, deviation: 招标节约, note: 已建成}
      T1: {actual: 6, deviation: 两次延到下年}
      T2: {level: 部分达成, percent: 70, deviation: 还在修订}
      T3: 30
      T4: 0
      T5: {teachers: 50, students: 1100, deviation: 扩招}
      T6: 96.5
"""

#: A half-year: on course, at risk, behind, nothing asked, nothing entered.
HALF_FACTS = """\
      funds: {budget: 520, spent: 182}
      T1: {actual: 3, deviation: 三月起才有场地}
      T2: {level: 达成}
      T4: 0
      T6: 75
"""

MADE_UP = "made_up: true\n"


def scheme_of(folder: Path, text: str = SCHEME, **readings: str) -> Scheme:
    """The small scheme, or another one."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "scheme.yaml").write_text(text, encoding="utf-8")
    return build_scheme(read_folder(folder), readings)


def evidence_text(facts: str = FACTS, head: str = MADE_UP, more: str = "") -> str:
    """An evidence file with one project."""
    unit = f"  - id: p1\n    name: 实训中心\n    type: project\n    table: p1\n    head: 张三\n    facts:\n{facts}"
    return f"scheme: projects\ntitle: 2024年\n{head}units:\n{unit}{more}"


def outcome_of(folder: Path, facts: str = FACTS, head: str = MADE_UP, more: str = "", **readings: str) -> Outcome:
    """The result of a year of the small scheme; `more`: further lines of the evidence."""
    return scored(folder, scheme_of(folder / "scheme", **readings), evidence_text(facts, head, more))


def scored(folder: Path, scheme: Scheme, evidence: str) -> Outcome:
    """The result of an evidence file."""
    path = folder / "year.yaml"
    path.write_text(evidence, encoding="utf-8")
    return assess(scheme, build_evidence(yaml_reader.read(path), scheme, is_sample=True))


def monitoring_of(
    folder: Path, facts: str = HALF_FACTS, more: str = "", contact: str = "", **readings: str
) -> Monitoring:
    """A half-year of the small scheme."""
    scheme = scheme_of(folder / "scheme", **readings)
    path = folder / "half.yaml"
    text = evidence_text(facts, MADE_UP + "stage: half_year\n", more)
    path.write_text(text.replace("head: 张三", f"head: 张三\n    contact: '{contact}'"), encoding="utf-8")
    return monitor(scheme, build_evidence(yaml_reader.read(path), scheme, is_sample=True))


def many(number: int) -> str:
    """So many further projects under the same table, with long names, for `more` of an evidence file."""
    return "".join(
        f"  - id: q{at}\n    name: 第{at}个名称很长的现代职业教育质量提升计划专项资金建设项目\n"
        f"    type: project\n    table: p1\n    order: {at}\n    facts:\n{FACTS}"
        for at in range(1, number + 1)
    )


def shipped_outcome(name: str) -> Outcome:
    """The sample year of a shipped scheme."""
    folder = schemes_dir() / name
    scheme = build_scheme(read_folder(folder))
    return assess(scheme, build_evidence(yaml_reader.read(folder / "sample" / "year.yaml"), scheme, is_sample=True))


def shipped_monitoring(name: str) -> Monitoring:
    """The sample half-year of a shipped scheme."""
    folder = schemes_dir() / name
    scheme = build_scheme(read_folder(folder))
    return monitor(
        scheme, build_evidence(yaml_reader.read(folder / "sample" / "half_year.yaml"), scheme, is_sample=True)
    )
