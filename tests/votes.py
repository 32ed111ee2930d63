"""Papers of a vote as voters fill them in, and the ways in which an office enters what it counted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

import yaml

KINDS = ("优秀", "合格", "不合格", "弃权", "无效")

#: Four groups of voters; 收回的票不少于发出的三分之二.
SCHEME = """\
id: voted
title: 民主测评
source: {document: 考核办法}
period: {from: 2025-01-01, to: 2025-12-31}
lists: {units: {label: 院部}}
unit_types: {college: {label: 二级学院, list: units}}
parts:
  votes:
    label: 民主测评
    full: {units: 100}
    ballots:
      levels: {优秀: 90, 合格: 70, 不合格: 50}
      divide_by: 100
      groups:
        staff: {label: 中层干部, weight: 3}
        teachers: {label: 教师代表, weight: 2}
        students: {label: 学生代表, weight: 1}
        partners: {label: 服务对象, weight: 1}
      pooling: weighted
      empty_group: left_out
      quorum: {of: returned, at_least: 2, out_of: 3, clause: 第8条, below: refuse}
targets: []
grades:
  bands: [{label: 好, at_least: 60, at_most: 100}, {label: 差, at_least: 0, below: 60}]
"""

UNITS = {"a": "甲学院", "b": "乙学院", "c": "丙学院", "d": "丁学院"}

#: What one paper says of each unit.
Paper = Mapping[str, str]


def papers(random: Random, number: int) -> list[Paper]:
    """So many papers, filled in at random."""
    return [{unit: random.choice(KINDS) for unit in UNITS} for _ in range(number)]


def counted(some: Sequence[Paper]) -> dict[str, dict[str, int]]:
    """By unit, how many papers say what."""
    found = {unit: Counter(paper[unit] for paper in some) for unit in UNITS}
    return {unit: {kind: row[kind] for kind in KINDS} for unit, row in found.items()}


def bundles(of: str, some: Sequence[Paper], size: int) -> dict[str, dict[str, Any]]:
    """The papers of a round in bundles of `size`, each counted twice without a mistake."""
    split = [some[start : start + size] for start in range(0, len(some), size)]
    return {
        f"{of}第{number}捆": {
            "round": of,
            "papers": len(bundle),
            "first_count": counted(bundle),
            "second_count": counted(bundle),
        }
        for number, bundle in enumerate(split, 1)
    }


def year(rows: Mapping[str, Mapping[str, Any]], **besides: object) -> str:
    """A year's file: for each unit its ballots by group, and what stands at the top beside the units."""
    units = [{"id": unit, "name": name, "type": "college", "ballots": rows[unit]} for unit, name in UNITS.items()]
    content = {"scheme": "voted", "title": "一年", "units": units, **besides}
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
