"""What the checks say about a small scheme in which they find nothing, with what a test puts into it."""

from collections.abc import Mapping

from assess.drafting.checks import check, subject_of
from assess.drafting.checks.subject import Subject
from assess.files.yaml_reader import parse
from assess.ground.tree import Table

QUIET = """\
id: quiet
title: 安静学院考核（虚构）
source: {document: 安静学院考核办法}
period: {from: 2024-01-01, to: 2024-12-31}
lists: {units: {label: 院系}}
unit_types:
  college: {label: 学院, list: units}
  centre: {label: 中心, list: units}
populations:
  all: {label: 全部单位, types: [college, centre]}
  colleges: {label: 各学院, types: [college]}
parts:
  targets: {label: 目标考核, clause: 二, full: {units: 10}, indicators: {}}
targets:
- {list: units, indicators: [{id: A, label: 工作, clause: 二1, max: 10, rule: {judged: {}}}]}
"""


def subject(text: str, readings: Mapping[str, str] | None = None) -> Subject:
    """The quiet scheme with every top-level key of `text` (a file called `t.yaml`) in place of its own."""
    given = parse(text, "t.yaml")
    kept = {key: value for key, value in parse(QUIET, "quiet.yaml").items() if key not in given}
    return subject_of(Table(kept | dict(given)), readings)


def found(text: str, readings: Mapping[str, str] | None = None) -> list[str]:
    """Code, place and text of every warning."""
    return [f"{one.code} {one.place} {one.text}" for one in check(subject(text, readings))]


def about(leaf: str, rest: str = "") -> list[str]:
    """The warnings about one indicator of 10 points, `A1 指标`, with these keys beside its own."""
    top = "targets:\n- list: units\n  indicators:\n  - id: A1\n    label: 指标\n    clause: 三\n    max: 10\n"
    return found(top + "".join(f"    {line}\n" for line in leaf.strip().splitlines()) + rest)
