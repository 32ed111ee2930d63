"""`assess cycle status`: how far a year is, and what is still missing of whom."""

import csv
import json
from pathlib import Path

import pytest

from assess.cli.columns import width
from tests.cli.conftest import Program


@pytest.fixture
def begun(run: Program, small: Path, year: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program in a folder whose cycle lacks one mark of a college and the leaders' marks of an institute."""
    monkeypatch.setenv("ASSESS_USER", "张三")
    text = (
        year.read_text(encoding="utf-8").replace("      T1: 18.5\n", "").replace("    leaders: {heads: [90]}\n", "", 1)
    )
    year.write_text(text, encoding="utf-8")
    for words in (("init",), ("cycle", "open", "--scheme", small), ("cycle", "import", year)):
        assert run(*words).code == 0
    assert run("duty", "set", "工作任务", "--department", "教务处", "--due", "2025-12-01").code == 0
    return run


def test_how_far_a_year_is(begun: Program) -> None:
    """By department, unit and chapter; what nobody is responsible for comes last; it fits 80 columns."""
    answer = begun("cycle", "status")
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[1].startswith("应填35项，已填33项，缺2项，完成94%；最近填报：20")
    rows = [line.split()[:5] for line in lines]
    for row in (
        ["教务处", "17", "16", "1", "94%"],
        ["未分工", "18", "17", "1", "94%"],
        ["文学院", "10", "9", "1", "90%"],
        ["光学研究所", "9", "8", "1", "88%"],
    ):
        assert row in rows, row
    headings = [row[0] for row in rows if row[1:4] == ["应填", "已填", "缺"]]
    assert headings == ["牵头部门", "单位", "章节"]
    assert max(map(width, lines[:-4])) <= 80


def test_every_missing_value_is_listed(begun: Program) -> None:
    """By department and unit: what, within which bounds, from which clause, until when."""
    lines = begun("cycle", "status", "--list").out.splitlines()
    start = lines.index("教务处：缺1项")
    assert lines[start : start + 7] == [
        "教务处：缺1项",
        "  文学院",
        "    T1 教学质量：考核分（0至20分，步长0.5；附表一1；2025-12-01截止）",
        "",
        "未分工：缺1项",
        "  光学研究所",
        "    领导评价：校领导的评分（≥0分且≤100分；第五条）",
    ]
    assert "提醒共" in "\n".join(lines)


def test_one_department_or_unit(begun: Program) -> None:
    """Named as people do; what is not there is wrong usage, with what there is."""
    assert "应填18项，已填17项，缺1项" in begun("cycle", "status", "--department", "未分工").out
    assert "应填10项，已填9项，缺1项" in begun("cycle", "status", "--unit", "文院").out
    refused = begun("cycle", "status", "--department", "科研处")
    assert refused.code == 2
    assert "教务处" in refused.err
    assert begun("cycle", "status", "--unit", "医学院").code == 2


def test_it_is_there_for_other_programs(begun: Program) -> None:
    """As JSON with what is missing and the reminders, and as CSV."""
    document = json.loads(begun("cycle", "status", "--format", "json", "--list").out)
    assert document["total"] | {"moved": None} == {"due": 35, "entered": 33, "missing": 2, "percent": 94, "moved": None}
    assert [one["department"] for one in document["departments"]] == ["教务处", None]
    assert document["missing"][0] == {
        "address": "arts/T1/mark",
        "unit": {"id": "arts", "name": "文学院"},
        "chapter": "work 工作任务",
        "indicator": "T1 教学质量",
        "label": "考核分",
        "measure": "分",
        "allowed": "0至20分，步长0.5",
        "clause": "附表一1",
        "department": "教务处",
        "assessors": [],
        "due": "2025-12-01",
    }
    assert {one["code"] for one in document["reminders"]} >= {"made_up"}
    assert "missing" not in json.loads(begun("cycle", "status", "--format", "json").out)


def test_it_is_there_for_spreadsheets(begun: Program) -> None:
    """A line for each department, unit and chapter, or for each missing value."""
    rows = list(csv.DictReader(begun("cycle", "status", "--format", "csv").out.removeprefix("\ufeff").splitlines()))
    assert sum(int(row["应填"]) for row in rows) == 35
    assert sum(int(row["缺"]) for row in rows) == 2
    listed = begun("cycle", "status", "--format", "csv", "--list").out.removeprefix("\ufeff").splitlines()
    assert [row["地址"] for row in csv.DictReader(listed)] == ["arts/T1/mark", "lab/leadership/heads"]


def test_a_cycle_without_units_ends_in_a_sentence(run: Program, small: Path) -> None:
    """There is nobody to ask yet."""
    assert run("init").code == 0
    assert run("cycle", "open", "--scheme", small, "--by", "张三").code == 0
    refused = run("cycle", "status")
    assert refused.code == 1
    assert "还没有单位" in refused.err


def test_what_else_keeps_a_year_from_being_finished(begun: Program, year: Path) -> None:
    """A group of leaders of which nobody gave a mark; assessors of what is missing are named."""
    text = year.read_text(encoding="utf-8").replace("leaders: {heads: [88, 92]}", "leaders: {heads: 无}")
    year.write_text(text, encoding="utf-8")
    assert begun("cycle", "import", year, "--overwrite").code == 0
    assert begun("duty", "set", "T1", "--department", "教务处", "--assessor", "李四").code == 0
    answer = begun("cycle", "status", "--list").out
    assert "另外有1处：\n  数据库 文学院 领导评价 校领导: 文学院的领导评价：校领导没有人评分" in answer
    assert "T1 教学质量：考核分（0至20分，步长0.5；附表一1；李四评分；2025-12-01截止）" in answer
    assert begun("entry", "confirm", "1", "--reason", "样例").code == 0
    assert "0条还没有确认" in begun("cycle", "status").out


def test_reminders_of_one_kind_do_not_flood_the_screen(run: Program, tmp_path: Path) -> None:
    """A year that has just begun lacks most units: three are named, the rest is counted."""
    where = ("--database", str(tmp_path / "考核.db"))
    run("init", *where)
    run("cycle", "open", "--scheme", "lianyungang-2018", "--by", "张三", *where)
    run("unit", "add", "教务处", "--type", "部门", "--table", "教务处", "--by", "张三", *where)
    said = run("cycle", "status", *where).out
    assert said.count("没有用指标表") == 3
    assert "与上面的同类，用 assess entry confirm 全部列出。" in said
    assert run("entry", "confirm", *where).out.count("没有用指标表") == 13
