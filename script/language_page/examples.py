"""A rule kind's worked example: its YAML, what was entered, the points and sentences that the engine gives now."""

from collections.abc import Mapping, Sequence
from typing import Any

from assess.engine.assessment import assess
from assess.engine.outcome import LeafResult, Outcome
from assess.files import yaml_reader
from assess.ground.numbers import exact, fixed
from assess.rules.base import Rule
from assess.scheme.reading.building import build_scheme
from assess.words.explanation import leaf_lines
from assess.year.reading.building import build_evidence
from script.language_page.yaml_text import block, flow

#: A scheme around one indicator.
_SCHEME = """
id: example
title: 示例
source: {{document: 示例}}
period: {{from: 2025-01-01, to: 2025-12-31}}
lists: {{units: {{label: 单位}}}}
unit_types: {{college: {{label: 学院, list: units}}, office: {{label: 机关, list: units}}}}
populations: {{units: {{label: 各学院, types: [college, office]}}}}
parts: {{targets: {{label: 目标考核, full: {{units: 10}}, indicators: {{partial: raw}}}}}}
targets:
  - list: units
    indicators:
{indicator}
"""
_HEAD = {"id": "A1", "label": "指标"}


def example(kind: type[Rule]) -> str:
    """The example in words, YAML and a table; a `ValueError` when the points are no longer those of the kind."""
    given = kind.example
    indicator = block([_HEAD | dict(given.leaf)])
    units = {"甲": given.facts, **given.others}
    outcome = _assessed(indicator, units)
    own = _result(outcome, 0)
    if own.points != exact(given.points):
        message = f"{kind.kind}: the example says {given.points}, the engine {own.points}"
        raise ValueError(message)
    rows = [
        f"| {name} | `{flow({'A1': facts})}` | {_points(_result(outcome, index))} |"
        for index, (name, facts) in enumerate(units.items())
    ]
    sentences = [f"- {line}" for line in leaf_lines(own, outcome)]
    table = ["| 单位 | 填写（facts） | 得分 |", "|---|---|---|", *rows]
    parts = ["例：", "", "```yaml", indicator, "```", "", *table, "", "甲的得分这样说明：", "", *sentences]
    return "\n".join(parts)


def _assessed(indicator: str, units: Mapping[str, Mapping[str, Any]]) -> Outcome:
    indented = "\n".join(f"      {line}" for line in indicator.splitlines())
    scheme = build_scheme(yaml_reader.parse(_SCHEME.format(indicator=indented), "scheme.yaml"))
    listed: Sequence[Mapping[str, Any]] = [
        {"id": f"unit{index}", "name": name, "type": "college", "facts": {"A1": facts}}
        for index, (name, facts) in enumerate(units.items())
    ]
    evidence = f"scheme: example\ntitle: 示例\nunits:\n{block(listed)}\n"
    return assess(scheme, build_evidence(yaml_reader.parse(evidence, "year.yaml"), scheme))


def _result(outcome: Outcome, index: int) -> LeafResult:
    unit = outcome.unit(f"unit{index}")
    if unit is None:
        message = f"unit{index} has no result"
        raise ValueError(message)
    return unit.leaves["A1"]


def _points(result: LeafResult) -> str:
    return "不适用" if result.points is None else fixed(result.points)
