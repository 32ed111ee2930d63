"""Worked cases: what they say, what the engine computes, and how a case that cannot be read is told."""

from pathlib import Path

import pytest

from assess.ground.place import ProblemsError
from assess.services.cases import CaseResult, run_cases
from tests.scheme.small import READINGS, SCHEME


def results(tmp_path: Path, cases: str) -> list[CaseResult]:
    """Run `cases` (a file called `t.yaml`) with the small scheme."""
    root = tmp_path / "small"
    (root / "cases").mkdir(parents=True)
    (root / "scheme.yaml").write_text(SCHEME + READINGS, encoding="utf-8")
    (root / "cases" / "t.yaml").write_text(cases, encoding="utf-8")
    return list(run_cases(str(root)))


@pytest.mark.parametrize(
    "cases",
    [
        "cases: [{facts: {A1: 1.5}, expect: {A1: 1.5}}]",
        "cases: [{facts: {A1: 1.5}, expect: {A1: '1.50', A2: missing}}]",
        "cases: [{type: foundation, facts: {A1: 1.5}, expect: {A2: ~, A1: 1.5}}]",
        "cases: [{type: office, table: dean, facts: {D1: 2, D2: 90}, expect: {targets: 92, total: missing}}]",
        "cases: [{leaders: {principal: [90], deputy: [80]}, expect: {leadership: 26}}]",
        "cases: [{ballots: {staff: {issued: 1, 优秀: 1}, peers: {issued: 1, 合格: 1}}, expect: {votes: 16}}]",
        "cases: [{ballots: {staff: {returned: 2, 优秀: 1, 合格: 1}}, expect: {votes: missing}}]",
        "cases: [{facts: {A3: 10, A3.1: 50, A3.2: {hours: 9, days: 1}}, expect: {A3: 2, A3.1: 0, A3.2: 2}}]",
        "cases: [{readings: {U1: judged}, facts: {A4: 7}, expect: {A4: 7}}]",
        "cases: [{assessors: {王五: unit0}, facts: {A1: {王五: 2, 李四: 1}}, expect: {A1: 1.5}}]",
        """
cases:
- title: 两个单位
  units:
    甲: {facts: {A3: 10, A3.1: 50}, expect: {A3.1: 1}}
    乙: {facts: {A3: 10, A3.1: 150}, expect: {A3.1: 0}}
""",
    ],
)
def test_a_case_that_holds(tmp_path: Path, cases: str) -> None:
    """A case holds when everything that it expects is computed; only what is named is compared."""
    assert [one.differences for one in results(tmp_path, cases)] == [()]


def test_what_a_case_says(tmp_path: Path) -> None:
    """A result has the case's title, clause and place; without a title it is called so."""
    (named, bare) = results(
        tmp_path, "cases:\n- {title: 题, clause: 一1, expect: {A1: missing}}\n- {expect: {A1: 2}}\n"
    )
    assert (named.title, named.clause, str(named.place), named.ok) == ("题", "一1", "small/cases/t.yaml:2:3", True)
    assert (bare.title, bare.clause, str(bare.place), bare.ok) == ("未命名", "", "small/cases/t.yaml:3:3", False)


@pytest.mark.parametrize(
    ("case", "difference"),
    [
        ("{facts: {A1: 1.5}, expect: {A1: 2}}", "A1：应为2.00，算得1.50"),
        ("{facts: {A1: 1.5}, expect: {A1: ~}}", "A1：应为不适用，算得1.50"),
        ("{facts: {A1: 1.5}, expect: {A1: missing}}", "A1：应为未完成，算得1.50"),
        ("{facts: {A1: 1.5}, expect: {A1: 两分}}", "A1：应为两分，算得1.50"),
        ("{expect: {A1: 2}}", "A1：应为2.00，算得未完成"),
        ("{type: foundation, expect: {A2: 1}}", "A2：应为1.00，算得不适用"),
        ("{expect: {A3: 1}}", "A3：应为1.00，算得未完成"),
        ("{expect: {A11: 1}}", "small/cases/t.yaml:1:24: 没有“A11”这个指标或组成部分"),
        ("{units: {甲: {expect: {A1: 2}}, 乙: {expect: {A1: missing}}}}", "甲的A1：应为2.00，算得未完成"),
        ("{facts: {A1: 1}}", "没有写expect（应得的分）"),
        ("{units: {甲: {facts: {A1: 1}}}}", "没有写expect（应得的分）"),
        (
            "{fact: {A1: 1}, expect: {A1: 1}}",
            "small/cases/t.yaml:1:10: 错误：算例里没有“fact”这个键\n    → 是否想写：facts？",
        ),
        (
            "{units: {甲: {fact: {A1: 1}}}}",
            "small/cases/t.yaml:1:22: 错误：算例里没有“fact”这个键\n    → 是否想写：facts？",
        ),
        (
            "{units: {甲: {expect: {A1: missing}}}, facts: {A1: 1}}",
            "small/cases/t.yaml:1:47: 错误：写了units的算例，“facts”要写在各单位里",
        ),
        ("{units: [甲], expect: {A1: 1}}", "small/cases/t.yaml:1:17: 错误：“units”应为“键: 值”的形式"),
        ("{units: {甲: 乙}}", "small/cases/t.yaml:1:21: 错误：“甲”应为“键: 值”的形式"),
        ("{expect: [A1]}", "small/cases/t.yaml:1:18: 错误：“expect”应为“键: 值”的形式"),
        ("{readings: U1, expect: {A1: 1}}", "small/cases/t.yaml:1:20: 错误：“readings”应为“键: 值”的形式"),
        (
            "{readings: {U2: a}, expect: {A1: 1}}",
            "错误：方案里没有“U2”这条理解（--reading）\n    → 是否想写：U1？",
        ),
        (
            "{facts: {A1: 3}, expect: {A1: 3}}",
            "small/cases/t.yaml:1:22: 错误：“A1”的考核分是3分，允许0至2分，步长0.1",
        ),
        ("题", "small/cases/t.yaml:1:9: 错误：算例应为“键: 值”的形式"),
        ("~", "small/cases/t.yaml:1:8: 错误：算例应为“键: 值”的形式"),
    ],
)
def test_a_case_that_fails(tmp_path: Path, case: str, difference: str) -> None:
    """A failing case says what it expects and what is computed, or why it cannot be read; never a traceback."""
    (result,) = results(tmp_path, f"cases: [{case}]\n")
    assert not result.ok
    assert result.differences == (difference,)


@pytest.mark.parametrize(
    ("text", "differences"),
    [
        ("cases:\n", ["small/cases/t.yaml:1:1: 错误：cases应为算例的列表，每个算例前面加“- ”"]),
        ("cases: {title: 题}\n", ["small/cases/t.yaml:1:1: 错误：cases应为算例的列表，每个算例前面加“- ”"]),
        (
            "case: []\n",
            [
                "small/cases/t.yaml:1:1: 错误：没有“case”这个键；文件最外层只写cases（算例的列表）",
                "small/cases/t.yaml:1:1: 错误：cases应为算例的列表，每个算例前面加“- ”",
            ],
        ),
    ],
)
def test_a_file_without_cases(tmp_path: Path, text: str, differences: list[str]) -> None:
    """A file in which no case can be found fails, instead of passing for want of cases."""
    assert [one.differences for one in results(tmp_path, text)] == [(difference,) for difference in differences]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A file of cases that is no YAML stops the run with its place."""
    with pytest.raises(ProblemsError, match=r"^small/cases/t\.yaml:2:1: 错误：写法有误"):
        results(tmp_path, "cases: [\n")
