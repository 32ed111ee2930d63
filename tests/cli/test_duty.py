"""`assess duty`: who is responsible for what, settled and seen."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Program


@pytest.fixture
def opened(run: Program, small: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program in a folder whose database has a cycle."""
    monkeypatch.setenv("ASSESS_USER", "张三")
    assert run("init").code == 0
    assert run("cycle", "open", "--scheme", small, "--code", "第一年").code == 0
    return run


def test_a_duty_is_settled_changed_and_taken_back(opened: Program) -> None:
    """Each answer says what holds now."""
    assert "还没有分工" in opened("duty", "list").out
    first = opened("duty", "set", "全部", "--department", "目标办", "--assessor", "李四", "--due", "2025年10月15日")
    assert first.out == "已定：全部由目标办牵头，李四评分，2025-10-15前交，自2025-01-01起。\n"
    again = opened("duty", "set", "全部", "--department", "目标办")
    assert again.out.startswith("原来就是这样，没有改动：全部由目标办牵头")
    refused = opened("duty", "set", "全部", "--department", "人事处")
    assert (refused.code, refused.out) == (2, "")
    assert "改动要写明原因" in refused.err
    opened("duty", "set", "*", "--due", "2025-12-01", "--from", "2025-06-01", "--reason", "推迟")
    listed = opened("duty", "list").out.splitlines()
    assert [line.split() for line in listed[1:]] == [
        ["指标", "牵头部门", "评分人", "截止日期", "自…起", "原因"],
        [listed[2]],
        ["全部", "目标办", "李四", "2025-12-01", "2025-06-01", "推迟"],
    ]
    assert len(opened("duty", "list", "--all").out.splitlines()) == len(listed) + 1
    assert opened("duty", "list", "--department", "人事处").out.endswith("没有这样的分工。\n")
    assert (
        opened("duty", "clear", "全部", "--from", "2025-06-01").out
        == "已去掉：全部，2025-12-01前交，自2025-06-01起。\n"
    )


def test_duties_for_other_programs(opened: Program) -> None:
    """As JSON and as CSV."""
    opened("duty", "set", "全部", "--department", "目标办")
    assert json.loads(opened("duty", "list", "--format", "json").out)["duties"] == [
        {
            "item": {"id": "*", "name": "全部"},
            "department": "目标办",
            "assessors": [],
            "due": None,
            "valid_from": "2025-01-01",
            "reason": "",
        }
    ]
    rows = opened("duty", "list", "--format", "csv").out.removeprefix("\ufeff").splitlines()
    assert rows == ["指标,牵头部门,评分人,截止日期,自…起,原因", "全部,目标办,,,2025-01-01,"]


def test_the_sheet_goes_out_and_comes_back(opened: Program, tmp_path: Path) -> None:
    """Filled in, all of it is settled at once; a second time nothing changes; a mistake ends with 1."""
    assert opened("duty", "export", "分工.csv").out.startswith("已写出 分工.csv：0项分工")
    sheet = tmp_path / "分工.csv"
    text = sheet.read_text(encoding="utf-8-sig").replace("全部,,", "全部,目标办,")
    sheet.write_text(text, encoding="utf-8-sig")
    assert "1项分工，其中1项是新的或有改动" in opened("duty", "import", "分工.csv").out
    assert "没有改动" in opened("duty", "import", "分工.csv").out
    sheet.write_text(text.replace("全部", "没有的"), encoding="utf-8")
    refused = opened("duty", "import", "分工.csv")
    assert refused.code == 1
    assert "没有“没有的”这个指标或组成部分" in refused.err
