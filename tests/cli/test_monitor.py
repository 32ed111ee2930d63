"""`assess monitor`: half-year values watched, as a table, as JSON and as CSV; never scored."""

import csv
import io
import json
from pathlib import Path

import pytest

from assess.cli.columns import width
from tests.cli.conftest import Program, Run

SCHEME = """\
id: plan
title: 小学院2026年度绩效目标
source: {document: 绩效目标表}
period: {from: 2026-01-01, to: 2026-12-31}
lists: {institution: {label: 部门整体}}
unit_types: {institution: {label: 部门整体, list: institution}}
parts: {targets: {label: 绩效指标, full: {institution: 100}, indicators: {partial: raw}}}
monitoring: {at_risk_from: 80, origin: 本项目的默认}
targets:
- list: institution
  plan:
    title: 绩效目标表
    funds: [{label: 资金总额, amount: 1000}]
    spending: [{label: 基本支出, half: 400.7, full: 1000}]
  indicators:
  - id: duty
    label: 履职
    max: 100
    shares: leaves
    indicators:
    - id: T1
      label: 主题活动
      rule: {target: {half: {printed: ≥4次, at_least: 4}, full: {printed: ≥8次, at_least: 8}}}
    - id: T2
      label: 参加省级培训
      rule: {target: {half: {printed: ≥0人次, at_least: 0}, full: {printed: ≥20人次, at_least: 20}}}
    - {id: T3, label: 制度健全, rule: {attainment: {half: {printed: 健全}, full: {printed: 健全}}}}
    - {id: T4, label: 满意度, rule: {target: {half: {printed: ≥75, at_least: 75}, full: {printed: ≥75, at_least: 75}}}}
    - id: T5
      label: 与经开区企业开展校企合作并推荐机械、电气、数控、汽修、焊接、计算机、会计等专业毕业生就业的人数
      rule: {target: {half: {printed: ≥5人, at_least: 5}, full: {printed: ≥5人, at_least: 5}}}
    - {id: T6, label: 校园安全, rule: {attainment: {full: {printed: 良好}}}}
readings:
  W1:
    clause: 第一行
    question: 主题活动半年至少几次？
    default: four
    choices:
      four: {label: 4次}
      three: {label: 3次, overlay: [{at: [T1, rule, target, half, at_least], put: 3}]}
"""

YEAR = """\
scheme: plan
title: 2026年上半年
made_up: true
stage: half_year
units:
- id: college
  name: 小学院
  type: institution
  facts:
    funds: {budget: 1000, spent: 392, deviation: 招标延期}
    T1: {actual: 3, deviation: 场地没有落实，延到下半年}
    T3: {level: 达成}
    T4: 70
"""


@pytest.fixture
def scheme(tmp_path: Path) -> Path:
    """A target table with half-year values."""
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "scheme.yaml").write_text(SCHEME, encoding="utf-8")
    return folder


@pytest.fixture
def half(scheme: Path) -> Path:
    """Its half-year, made up, as a sample of it."""
    path = scheme / "sample" / "half.yaml"
    path.parent.mkdir()
    path.write_text(YEAR, encoding="utf-8")
    return path


def changed(path: Path, old: str, new: str) -> Path:
    """The file with `new` in the place of `old`."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def rows(answer: Run) -> list[str]:
    """The lines below the table's rule, single-spaced."""
    lines = answer.out.splitlines()
    return [" ".join(line.split()) for line in lines[next(n for n, line in enumerate(lines) if "───" in line) + 1 :]]


def test_the_table(run: Program, scheme: Path, half: Path) -> None:
    """The money, the counts, then what is behind, at risk and missing, in 80 columns."""
    answer = run("monitor", scheme, half)
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert lines[:8] == [
        "小学院2026年度绩效目标",
        "2026年上半年【虚构数据，不是真实的考核结果】",
        "没有达到半年值、但达到半年值的80%的，算有风险；更低的，算滞后（本项目的默认）。不计分。",
        "",
        "小学院",
        "  全年预算数1000万元，半年计划执行数400.7万元，半年执行数392万元",
        "  执行率39.20%，比计划执行率40.07%低0.87个百分点",
        "  原因：招标延期",
    ]
    assert lines[8] == "  指标6项：滞后1、有风险1、未填1、正常1、无可衡量要求2"
    assert [line.split()[:2] for line in rows(answer) if line[:2] in ("滞后", "有风", "未填")] == [
        ["滞后", "T1"],
        ["有风险", "T4"],
        ["未填", "T5"],
    ]
    assert "3，半年值≥4（75.00%）" in answer.out
    assert max(map(width, lines[3:])) <= 80


def test_everything(run: Program, scheme: Path, half: Path) -> None:
    """With --all also what is on course and what asks nothing, with the half-year value as it is printed."""
    found = rows(run("monitor", scheme, half, "--all"))
    assert "正常 T3 制度健全 达成，半年值“健全”" in found
    assert "无要求 T2 参加省级培训 半年值≥0人次" in found
    assert "无要求 T6 校园安全 没有半年值" in found
    wrong = run("monitor", scheme, half, "--all", "--format", "json")
    assert wrong.code == 2
    assert "--all 只用于 --format table" in wrong.err


def test_nothing_to_care_for(run: Program, scheme: Path, half: Path) -> None:
    """One sentence in place of the table."""
    changed(half, "{actual: 3, deviation: 场地没有落实，延到下半年}", "4")
    changed(half, "T4: 70", "T4: 75\n    T5: 5")
    answer = run("monitor", scheme, half, "--strict")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[-1] == "  没有滞后、有风险和未填的指标。"


@pytest.mark.parametrize(
    ("spent", "line"),
    [
        ("400.7", "  执行率40.07%，与计划执行率40.07%相同"),
        ("450", "  执行率45.00%，比计划执行率40.07%高4.93个百分点"),
        ("400.69", "  执行率40.069%，比计划执行率40.07%低0.001个百分点"),
    ],
)
def test_the_rate_against_the_plan(run: Program, scheme: Path, half: Path, spent: str, line: str) -> None:
    """Equal to the planned one, or above it."""
    assert line in run("monitor", scheme, changed(half, "spent: 392", f"spent: {spent}")).out.splitlines()


@pytest.mark.parametrize(
    ("value", "state", "share"),
    [
        ("75", "正常", "100.00"),
        ("74.9997", "有风险", "99.9996"),
        ("60", "有风险", "80.00"),
        ("59.9997", "滞后", "79.9996"),
        ("59.9", "滞后", "79.87"),
    ],
)
def test_a_share_is_not_rounded_onto_the_line_of_another_state(
    run: Program, scheme: Path, half: Path, value: str, state: str, share: str
) -> None:
    """Table, CSV and JSON say of 74.9997 of 75 that it is less than all, and of 59.9997 that it is less than 80 %."""
    changed(half, "T4: 70", f"T4: {value}")
    assert (f"{share}%" in run("monitor", scheme, half).out) is (state != "正常")
    found = list(csv.DictReader(io.StringIO(run("monitor", scheme, half, "--format", "csv").out[1:], newline="")))
    assert [(row["状态"], row["完成%"]) for row in found if row["编号"] == "T4"] == [(state, share)]
    document = json.loads(run("monitor", scheme, half, "--format", "json").out)
    assert document["units"][0]["indicators"]["T4"]["share"] == share


def test_without_a_spending_plan_and_without_a_head(run: Program, scheme: Path, half: Path) -> None:
    """Then the rate stands alone; a table without head has no money."""
    changed(scheme / "scheme.yaml", "    spending: [{label: 基本支出, half: 400.7, full: 1000}]\n", "")
    lines = run("monitor", scheme, half).out.splitlines()
    assert lines[5:7] == ["  全年预算数1000万元，半年执行数392万元", "  执行率39.20%"]
    text = (scheme / "scheme.yaml").read_text(encoding="utf-8")
    head = text[text.index("  plan:") : text.index("  indicators:")]
    changed(scheme / "scheme.yaml", head, "")
    changed(scheme / "scheme.yaml", ", origin: 本项目的默认", "")
    changed(half, "    funds: {budget: 1000, spent: 392, deviation: 招标延期}\n", "")
    answer = run("monitor", scheme, half)
    assert answer.out.splitlines()[4:6] == ["小学院", "  指标6项：滞后1、有风险1、未填1、正常1、无可衡量要求2"]
    rows_of_csv = list(csv.DictReader(io.StringIO(run("monitor", scheme, half, "--format", "csv").out[1:], newline="")))
    assert (rows_of_csv[0]["金额单位"], rows_of_csv[0]["全年预算数"], rows_of_csv[0]["执行率%"]) == ("", "", "")


def test_missing(run: Program, scheme: Path, half: Path) -> None:
    """What is missing is listed with its place; strict ends with 1; --quiet lists nothing."""
    changed(half, "    funds: {budget: 1000, spent: 392, deviation: 招标延期}\n", "")
    answer = run("monitor", scheme, half)
    assert answer.code == 0
    first, *found = answer.err.splitlines()
    assert first == "缺项共3处："
    assert {line.removeprefix(f"  {half}:6:3: ").partition("缺")[2] for line in found} == {
        "“全年预算数”",
        "“执行数”",
        "“实际完成值”",
    }
    assert "  全年预算数未填，半年计划执行数400.7万元，半年执行数未填" in answer.out.splitlines()
    assert run("monitor", scheme, half, "--strict").code == 1
    quiet = run("monitor", scheme, half, "--strict", "--quiet")
    assert (quiet.code, quiet.err) == (1, "")


def test_json(run: Program, scheme: Path, half: Path) -> None:
    """The contract's keys in a stable order; decimals are strings, rates and shares percentages."""
    answer = run("monitor", scheme, half, "--format", "json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == run("monitor", scheme, half, "--format", "json").out
    document = json.loads(answer.out)
    assert list(document) == ["assess", "scheme", "evidence", "at_risk_from", "units", "problems"]
    assert (document["scheme"]["id"], document["at_risk_from"]) == ("plan", "80")
    assert document["evidence"]["made_up"] is True
    (unit,) = document["units"]
    assert list(unit) == ["id", "name", "table", "execution", "counts", "indicators"]
    assert unit["execution"] == {
        "budget": "1000",
        "spent": "392",
        "planned": "400.7",
        "rate": "39.20",
        "planned_rate": "40.07",
    }
    assert unit["counts"] == {"on_course": 1, "at_risk": 1, "behind": 1, "no_requirement": 2, "missing": 1}
    assert list(unit["indicators"]) == ["T1", "T2", "T3", "T4", "T5", "T6"]
    assert unit["indicators"]["T1"] == {
        "state": "behind",
        "share": "75.00",
        "half": "≥4次",
        "text": "3，半年值≥4",
        "deviation": "场地没有落实，延到下半年",
    }
    assert unit["indicators"]["T5"] == {"state": "missing", "share": None, "half": "≥5人", "text": "", "deviation": ""}
    assert unit["indicators"]["T6"]["half"] is None
    assert [problem["severity"] for problem in document["problems"]] == ["missing"]
    changed(half, "made_up: true\n", "")
    assert "made_up" not in run("monitor", scheme, half, "--format", "json").out


def test_csv(run: Program, scheme: Path, half: Path) -> None:
    """A byte order mark, a line for each indicator, and no cell that a spreadsheet runs."""
    changed(half, "场地没有落实", "=1+1")
    answer = run("monitor", scheme, half, "--format", "csv")
    assert answer.out.startswith("\ufeff")
    found = list(csv.DictReader(io.StringIO(answer.out.removeprefix("\ufeff"), newline="")))
    assert [row["编号"] for row in found] == ["T1", "T2", "T3", "T4", "T5", "T6"]
    first = found[0]
    assert (first["单位"], first["执行率%"], first["计划执行率%"], first["状态"]) == (
        "小学院",
        "39.20",
        "40.07",
        "滞后",
    )
    assert (first["完成%"], first["偏差原因"]) == ("75.00", "'=1+1，延到下半年")
    assert (found[4]["状态"], found[4]["完成%"], found[4]["说明"]) == ("未填", "", "")


def test_another_reading(run: Program, scheme: Path, half: Path) -> None:
    """A reading changes the half-year value, and the output says so."""
    answer = run("monitor", scheme, half, "--reading", "W1=three")
    assert "滞后" not in answer.out.split("指标6项")[1]
    assert "  W1=three（3次；默认four：4次）" in answer.out.splitlines()


def test_a_half_year_is_never_scored(run: Program, scheme: Path, half: Path) -> None:
    """Scoring, explaining and the register of readings refuse it and name the command."""
    for words in (("score", scheme, half), ("explain", scheme, half, "college"), ("readings", scheme, half)):
        answer = run(*words)
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.splitlines() == [
            f"{half}:4:8: 错误：这是半年监控的数据（stage: half_year），不能计分",
            "    → 看半年执行情况，请用 assess monitor",
            "共1处错误，没有写出任何结果。",
        ]


def test_a_whole_year_is_never_watched(run: Program, scheme: Path, half: Path) -> None:
    """The reverse."""
    answer = run("monitor", scheme, changed(half, "stage: half_year\n", ""))
    assert (answer.code, answer.out) == (1, "")
    assert "错误：这是全年的数据，不能作半年监控\n    → 计分请用 assess score" in answer.err


def test_a_scheme_that_is_not_watched(run: Program, scheme: Path, half: Path) -> None:
    """A scheme without `monitoring` is only scored."""
    changed(scheme / "scheme.yaml", "monitoring: {at_risk_from: 80, origin: 本项目的默认}\n", "")
    answer = run("monitor", scheme, half)
    assert (answer.code, answer.out) == (1, "")
    assert "错误：方案plan没有写半年监控（monitoring），不能监控\n    → 给一年的数据计分" in answer.err


def test_numbers_that_cannot_be_divided(run: Program, scheme: Path, half: Path) -> None:
    """An error, and nothing is printed."""
    inputs = "inputs: {a: {label: 甲, unit: 人}, b: {label: 乙, unit: 人}}"
    changed(
        scheme / "scheme.yaml",
        "label: 满意度, rule: {target: {",
        f"label: 满意度, {inputs}, rule: {{target: {{value: a / b, ",
    )
    answer = run("monitor", scheme, changed(half, "T4: 70", "T4: {a: 1, b: 0}"))
    assert (answer.code, answer.out) == (1, "")
    assert "“T4 满意度”算不出来：分母为0" in answer.err
