"""Small schemes and years, written as the files write them and read by the real loader."""

from collections.abc import Mapping

from assess.engine.assessment import assess
from assess.engine.outcome import ListResult, Outcome, UnitResult
from assess.files import yaml_reader
from assess.ground.place import Problem
from assess.scheme.reading.building import build_scheme
from assess.scheme.scheme import Scheme
from assess.year.evidence import Evidence
from assess.year.reading.building import build_evidence

#: The top-level keys of a scheme with two lists and targets of 10 points only; a test replaces what it is about.
TOP = {
    "id": "small",
    "title": "小方案",
    "source": "{document: 考核办法}",
    "period": "{from: 2018-09-01, to: 2019-08-31}",
    "lists": "{academic: {label: 院部}, administrative: {label: 部门}}",
    "unit_types": (
        "{college: {label: 学院, list: academic}, foundation: {label: 教学部, list: academic},"
        " department: {label: 部门, list: administrative}}"
    ),
    "populations": "{everyone: {label: 全校院部, types: [college, foundation]}}",
    "parts": "{targets: {label: 目标考核, clause: 二(一)2, full: {academic: 10, administrative: 10}, indicators: {}}}",
}

#: One mark of 10 points decides the total.
ONE_MARK = "[{list: academic, indicators: [{id: A, label: 工作实绩, clause: 一1, max: 10, rule: {judged: {}}}]}]"

#: The same for both lists.
BOTH_LISTS = """
- {list: academic, indicators: [{id: A, label: 工作实绩, max: 10, rule: {judged: {}}}]}
- {list: administrative, indicators: [{id: D, label: 部门实绩, max: 10, rule: {judged: {}}}]}
"""

VOTES = """
votes:
  label: 民主测评
  clause: 二(一)1
  full: {academic: 20, administrative: 70}
  ballots:
    levels: {优秀: 90, 合格: 70, 不合格: 50}
    divide_by: 100
    groups: {staff: {label: 中层以上干部}, representatives: {label: 教职工代表}}
"""

LEADERSHIP = """
leadership:
  label: 领导班子评价
  clause: 二(一)3
  full: {academic: 30, administrative: 30}
  panel:
    groups: {principal: {label: 正职校领导, points: 20}, deputy: {label: 副职校领导, points: 10}}
"""

TARGETS = """
targets:
  label: 目标考核
  full: {academic: 10, administrative: 10}
  indicators: {}
"""

SELECTION = """
labels: {excellent: 优秀, qualified: 合格, failed: 不合格}
clause: 三1
quota: {academic: 2, administrative: 1}
conditions:
  innovation: {label: 创新性工作, clause: 六(二)1}
  breakthrough: {label: 突破性进展, clause: 六(二)2}
bars:
  accident: {label: 安全责任事故, clause: 六(三)2}
last_place: {clause: 三5}
awards:
  outstanding: {label: 突出贡献奖, clause: 二(二)}
"""


def top_level(keys: Mapping[str, str]) -> str:
    """Write each key with its value below it."""
    return "\n".join(f"{key}:\n" + "\n".join(f"  {line}" for line in text.splitlines()) for key, text in keys.items())


def scheme(targets: str = ONE_MARK, wanted: Mapping[str, str] | None = None, **keys: str) -> Scheme:
    """Build the small scheme with these indicator trees and the readings `wanted`; `keys` are other top-level keys."""
    return build_scheme(yaml_reader.parse(top_level({**TOP, "targets": targets, **keys}), "scheme.yaml"), wanted)


def tree(indicators: str) -> str:
    """Write the indicator tree of the academic list."""
    return "- list: academic\n  indicators:\n" + "\n".join(f"    {line}" for line in indicators.strip().splitlines())


def evidence(text: str, of: Scheme) -> Evidence:
    """Read a year that is given as its `units` and whatever follows them."""
    return build_evidence(yaml_reader.parse(f"scheme: {of.id}\ntitle: 一年\nunits:\n{text}", "year.yaml"), of)


def assessed(text: str, of: Scheme) -> Outcome:
    """Assess such a year."""
    return assess(of, evidence(text, of))


def unit(outcome: Outcome, name: str) -> UnitResult:
    """One unit's result."""
    result = outcome.unit(name)
    assert result is not None
    return result


def listed(outcome: Outcome, name: str = "academic") -> ListResult:
    """One list."""
    return next(one for one in outcome.lists if one.id == name)


def told(outcome: Outcome) -> tuple[Problem, ...]:
    """What is said of the data besides reminders: a small year lacks half of what its scheme names."""
    return tuple(problem for problem in outcome.problems if not problem.is_reminder)
