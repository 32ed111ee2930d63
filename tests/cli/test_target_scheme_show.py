"""`assess scheme show` of target tables: weights, grades, monitoring, each table's head, rules as people say them."""

from pathlib import Path

import pytest

from assess.cli.columns import width
from assess.resources import schemes_dir
from tests.cli.conftest import Program

SCHEME = """\
id: plan
title: 小学院目标
source: {document: 绩效目标表}
period: {from: 2026-01-01, to: 2026-12-31}
lists: {projects: {label: 项目}}
unit_types: {project: {label: 项目, list: projects}}
parts:
  money: {label: 预算执行率, full: {projects: 10}, execution: {}}
  targets: {label: 绩效指标, full: {projects: 90}, indicators: {partial: raw}}
weights: {origin: 本项目的默认, sections: {output: 50, satisfaction: 10, duty: 40}}
grades:
  bands: [{label: 优, at_least: 90, at_most: 100}, {label: 差, at_least: 0, below: 90}]
monitoring: {at_risk_from: 80}
stated_budget: {amount: 4791.93}
targets:
- table: p1
  label: 项目一
  max: 90
  shares: weights
  plan:
    title: 项目绩效目标表
    holder: 某学院
    funds:
    - {label: 预算数, amount: 500}
    - {label: 其中：财政资金, amount: 500, part_of: 预算数}
    - {label: 结余, amount: null}
    spending: [{label: 项目支出, half: 200, full: 500}]
    purpose: 建设
    long_term: [建成]
    goals: [甲, 乙, 面向产业建设集实践教学、社会培训、真实生产和技术服务功能为一体的学校开放型产教融合实践中心, 丁]
  indicators:
  - {id: output, label: 产出指标, rule: {target: {full: {printed: ≥8次, at_least: 8, unit: 次}}}}
  - {id: satisfaction, label: 满意度指标, rule: {attainment: {full: {printed: 健全}}}}
"""


@pytest.fixture
def scheme(tmp_path: Path) -> Path:
    """A target table."""
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "scheme.yaml").write_text(SCHEME, encoding="utf-8")
    return folder


def changed(scheme: Path, old: str, new: str) -> Path:
    """The scheme with `new` in the place of `old`."""
    path = scheme / "scheme.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return scheme


def test_everything_beside_the_indicators(run: Program, scheme: Path) -> None:
    """How the money counts, weights by their labels, grades, monitoring, the printed total; then the table's head."""
    answer = run("scheme", "show", scheme)
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("预算执行率："))
    assert lines[start : start + 12] == [
        "预算执行率：满分×执行数÷全年预算数，不超过满分，没有正好执行完的要写原因",
        "各部分的权重：产出指标50、满意度指标10、duty40（本项目的默认）",
        "等次（按总分占满分的百分之几）：优≥90且≤100、差≥0且<90",
        "半年监控：没有达到半年值、但达到它的80%的，算有风险",
        "各表金额的合计，原文印4791.93万元",
        "项目一（p1，2个计分指标）",
        "  项目绩效目标表，某学院",
        "  资金：预算数500万元（其中财政资金500）、结余未印金额",
        "  支出计划：半年200万元（40.00%），全年500万元",
        "  用途：建设",
        "  中长期目标：建成",
        "  年度目标（共4条）：甲；乙；面向产业建设集实践教学、社会培训、真实生产和技术服务功能为一…",
    ]
    # No row has a clause, so there is no column for it.
    assert lines[start + 12].split() == ["编号", "指标", "满分", "计分办法"]


def test_rules_as_people_say_them(run: Program, scheme: Path) -> None:
    """No insides of the program."""
    out = run("scheme", "show", scheme).out
    assert "指标值≥8次；达不到按比例" in out
    assert "指标值“健全”，按达成程度" in out
    assert "printed" not in out


def test_less_to_say(run: Program, scheme: Path) -> None:
    """What is not written is not shown."""
    changed(scheme, "execution: {}", "execution: {reason_demanded: false}")
    changed(scheme, "half: 200, full: 500", "half: 0, full: 0")
    head = SCHEME[SCHEME.index("    purpose:") : SCHEME.index("  indicators:")]
    changed(scheme, head, "")
    out = run("scheme", "show", scheme).out
    assert "预算执行率：满分×执行数÷全年预算数，不超过满分\n" in out
    assert "  支出计划：半年0万元，全年0万元\n编号" in out


@pytest.mark.parametrize("scheme_id", ["xuzhou-2022", "changzhou-2026", "tianjin-projects", "guangzhou-2025"])
def test_shipped_target_schemes(run: Program, scheme_id: str) -> None:
    """Nothing of the program's insides shows, and tables fit into 80 columns."""
    out = run("scheme", "show", scheme_id).out
    assert not any(word in out for word in ("printed", "at_least", "no_requirement", "Fraction", "object at"))
    rows = [line for line in out.splitlines() if line.startswith("T")]
    assert rows
    assert max(map(width, rows)) <= 80


def test_explaining_without_clauses(run: Program) -> None:
    """A section of a printed table has no clause, and nothing is said of one; the money is worked out."""
    year = schemes_dir() / "tianjin-projects" / "sample" / "year.yaml"
    section = run("explain", "tianjin-projects", year, "p6", "output")
    assert section.code == 0
    assert "依据" not in section.out
    money = run("explain", "tianjin-projects", year, "p6", "预算执行率").out
    assert "  执行数892.5 ÷ 全年预算数900.38 = 99.12%\n" in money
