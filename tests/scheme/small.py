"""A small college: a scheme with one of each thing, into which a test puts its own pieces of YAML.

A test's text is a file of its own to the reader, so that the places in messages count from the text's first line.
"""

from collections.abc import Callable, Mapping

from assess.files.yaml_reader import parse
from assess.ground.place import ProblemsError
from assess.ground.tree import Rows, Table, Text
from assess.scheme.reading.building import build_scheme
from assess.scheme.scheme import Scheme
from assess.year.evidence import Evidence, Unit
from assess.year.reading.building import build_evidence

SCHEME = """\
id: small
title: 小学院考核
source: {document: 考核办法}
period: {from: 2018-09-01, to: 2019-08-31}
mark_step: 0.1
lists: {academic: {label: 院部}, administrative: {label: 部门}}
unit_types:
  college: {label: 二级学院, list: academic}
  foundation: {label: 基础部, list: academic}
  office: {label: 部门, list: administrative}
attributes: {party: {label: 党组织类型, choices: [党总支, 直属党支部]}}
populations: {everyone: {label: 全校院部, types: [college, foundation]}}
parts:
  votes:
    label: 民主测评
    full: {academic: 20, administrative: 70}
    ballots:
      levels: {优秀: 90, 合格: 70, 不合格: 50}
      divide_by: 100
      groups: {staff: {label: 中层干部}, peers: {label: 兄弟单位}}
  targets: {label: 目标考核, full: {academic: 150, administrative: 100}, indicators: {}}
  leadership:
    label: 领导评价
    full: {academic: 30, administrative: 30}
    panel:
      instrument: percent
      levels: {好: 90, 一般: 60}
      groups: {principal: {label: 正职, points: 20}, deputy: {label: 副职, points: 10}}
targets:
- list: academic
  indicators:
  - id: A1
    label: 党建
    max: 2
    rule: {judged: {}}
    evidence: {meetings: {label: 会议, unit: 次}, remark: {label: 说明, text: true}}
  - {id: A2, label: 档案, max: 1, mark_step: all, only: [college], rule: {judged: {waivable: true}}}
  - id: A3
    label: 师资
    max: 4
    inputs: {staff: {label: 教职工数, unit: 人, above: 0, whole: true}}
    indicators:
    - id: A3.1
      label: 生师比
      max: 2
      inputs: {students: {label: 学生数, unit: 人, at_most: 9999, whole: true}}
      rule:
        relative:
          value: students / staff
          better: lower
          reference: pooled
          population: everyone
          bands: [{below: 1, points: 1}]
    - id: A3.2
      label: 培训
      max: 2
      inputs: {hours: {label: 学时, unit: 学时}, days: {label: 天数, unit: 天}}
      rule: {bands: {value: hours + days, bands: [{at_least: 10, points: 2}]}}
  - id: A4
    label: 成果
    max: 8
    inputs:
      works:
        label: 成果
        records:
          classes:
            教学成果奖: {levels: {国家级: 5, 省级: 3}}
            专利: {weight: 2, events: [受理, 授权], counted: [授权]}
            教材: {weight: 1, events: [立项, 出版]}
    rule: {catalogue: {of: works, limit: cap, cap: 8}}
  - id: A5
    label: 科研项目
    inputs:
      projects:
        label: 项目
        records: {classes: {社科: {}, 自科: {}}, amount: {label: 到账经费, unit: 元, at_least: 0}}
    rule: {per_item: {of: projects, lines: {社科: 20000, 自科: 50000}, points: 1}}
  - id: A6
    label: 违规
    max: 2
    inputs: {violations: {label: 违规事件, events: {unit: 起}}}
    rule: {deduction: {start: full, each: [{events: violations, points: 1}]}}
  - id: A7
    label: 方式
    max: 1
    inputs: {kind: {label: 类别, choices: [甲, 乙]}, works: {label: 有成果, flag: true}}
    rule: {all_of: {when: {works: {at_least: 1}}, points: 1}}
- table: dean
  label: 教务处
  use_common: true
  indicators: [{id: D2, label: 排课, max: 98, rule: {judged: {}}}]
- table: finance
  label: 财务处
  use_common: true
  indicators: [{id: D2, label: 预算, max: 98, rule: {judged: {}}}]
common: [{id: D1, label: 履职, max: 2, rule: {judged: {allowed: [0, {from: 1, to: 2}]}}}]
selection:
  labels: {excellent: 优秀, qualified: 合格, failed: 不合格}
  clause: 三1
  quota: {academic: 2, administrative: 3}
  conditions: {innovation: {label: 创新, clause: 六1}}
  bars: {accident: {label: 安全事故, clause: 六2}}
  awards: {outstanding: {label: 突出贡献奖, clause: 二2}}
"""

READINGS = """\
readings:
  U1:
    clause: 二
    question: 分值超过上限时怎么办？
    default: cap
    choices:
      cap: {label: 取上限}
      scale:
        label: 按最高分折算
        overlay:
        - {at: [A4, rule, catalogue], put: {of: works, limit: scale_to_top, cap: 8, population: everyone}}
      judged:
        label: 直接评分
        overlay:
        - {at: [A4], put: {id: A4, label: 成果, max: 8, rule: {judged: {}}}}
        - {at: [A7], put: {id: A8, label: 方式, max: 1, rule: {judged: {}}}}
        - {at: ["*/D1", label], put: 履行职责}
      voted:
        label: 分等次评价
        overlay: [{at: [parts, leadership, panel, instrument], put: levels}]
"""

EVIDENCE = """\
scheme: small
title: 虚构年度
units:
- {id: college_a, name: 甲学院, type: college}
- {id: dean, name: 教务处, type: office, table: dean}
"""


def scheme_tree(text: str) -> Table:
    """The small scheme, with every top-level key of `text` (a file called `t.yaml`) in place of its own."""
    return _with(parse(SCHEME, "small.yaml"), parse(text, "t.yaml"))


def _with(table: Table, changes: Table) -> Table:
    """The keys of `changes` bring their own places."""
    kept = {key: value for key, value in table.items() if key not in changes}
    return Table(kept | dict(changes), table.place)


def scheme(text: str = READINGS, readings: Mapping[str, str] | None = None) -> Scheme:
    """The small scheme with what `text` changes."""
    return build_scheme(scheme_tree(text), readings)


def evidence(text: str, readings: Mapping[str, str] | None = None) -> Evidence:
    """The evidence that the whole file `text` holds."""
    return build_evidence(parse(text, "e.yaml"), scheme(readings=readings))


def with_unit(text: str) -> Table:
    """Evidence in which the first unit (二级学院 甲学院) has the keys that `text` (called `u.yaml`) gives."""
    tree = parse(EVIDENCE, "e.yaml")
    units = tree["units"]
    assert isinstance(units, Rows)
    first = units[0]
    assert isinstance(first, Table)
    units[0] = _with(first, parse(text, "u.yaml"))
    return tree


def unit(text: str, readings: Mapping[str, str] | None = None) -> Unit:
    """The first unit, read."""
    return build_evidence(with_unit(text), scheme(readings=readings)).units[0]


def scheme_mistakes(text: str, readings: Mapping[str, str] | None = None) -> list[str]:
    """The messages about the small scheme with what `text` changes; none when it can be used."""
    return _mistakes(lambda: build_scheme(scheme_tree(text), readings))


def _mistakes(build: Callable[[], Scheme | Evidence]) -> list[str]:
    """All messages line by line: a hint is a line of its own."""
    try:
        build()
    except ProblemsError as error:
        return [line.strip() for problem in error.problems for line in str(problem).split("\n")]
    return []


def evidence_mistakes(tree: Table, readings: Mapping[str, str] | None = None) -> list[str]:
    """The messages about evidence; none when it can be used."""
    return _mistakes(lambda: build_evidence(tree, scheme(readings=readings)))


def unit_mistakes(text: str, readings: Mapping[str, str] | None = None) -> list[str]:
    """The messages about the first unit with the keys that `text` gives."""
    return evidence_mistakes(with_unit(text), readings)


def file_mistakes(text: str, readings: Mapping[str, str] | None = None) -> list[str]:
    """The messages about the whole evidence file `text`."""
    return evidence_mistakes(parse(text, "e.yaml"), readings)


def indicator_mistakes(text: str) -> list[str]:
    """The messages about the small scheme whose one indicator is `text`."""
    tree = parse(SCHEME, "small.yaml")
    tree["targets"] = Rows([Table({Text("list"): Text("academic"), Text("indicators"): Rows([parse(text, "t.yaml")])})])
    return _mistakes(lambda: build_scheme(tree))
