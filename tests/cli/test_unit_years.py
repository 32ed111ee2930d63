"""What a person reads of units that were renamed, merged or are not graded."""

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Program

RENAMED = """    name: 理学院
    formerly: [{name: 数理系, changed: 2025-03-01}]
    graded: {no: 试运行一年}
"""
MERGED = """  - {id: optics, name: 光电系, type: college, order: 4, until: 2024-06-30, successor: science}
decisions:
"""


@pytest.fixture
def changed(year: Path) -> Path:
    """The sample year, in which 理学院 was renamed and is not graded, and 光电系 was merged into it."""
    text = year.read_text(encoding="utf-8")
    text = text.replace("    name: 理学院\n", RENAMED).replace("decisions:\n", MERGED)
    year.write_text(text, encoding="utf-8")
    return year


def test_a_list_says_who_has_no_rank_and_why(run: Program, small: Path, changed: Path) -> None:
    """At 80 columns: the word beside the unit, the reason below; the others are ranked without it."""
    lines = [line.split() for line in run("score", small, changed).out.splitlines()]
    rows = {next(word for word in line if word in NAMES): line for line in lines if NAMES & set(line)}
    assert rows["理学院"][-1] == "不定等次①②③"
    assert rows["光电系"][-1] == "不参加④"
    assert rows["文院"][0] == "2"
    notes = [" ".join(line) for line in lines if line and line[0] in "①②③④"]
    assert notes[:4] == [
        "① 不定等次：试运行一年",
        "② 2025年3月1日由数理系更名为理学院",
        "③ 光电系已并入本单位（最后一天2024年6月30日）",
        "④ 已并入理学院（最后一天2024年6月30日）",
    ]


NAMES = {"理学院", "光电系", "文院"}


def test_a_table_for_excel_says_it_in_the_column_of_states(run: Program, small: Path, changed: Path) -> None:
    """Beside the units that are whole."""
    table = run("score", small, changed, "--format", "csv").out.removeprefix("\ufeff")
    states = {row["单位"]: (row["状态"], row["名次"]) for row in csv.DictReader(io.StringIO(table))}
    assert states["理学院"] == ("不定等次", "")
    assert states["光电系"] == ("不参加", "")


def test_a_unit_is_named_as_it_was_before(run: Program, small: Path, changed: Path) -> None:
    """Who asks for 数理系 is answered about 理学院."""
    answer = run("explain", small, changed, "数理系")
    assert answer.code == 0
    assert "理学院（学院）" in answer.out
    assert "不定等次，总分" in answer.out


def test_what_a_unit_says_of_itself_is_shown(run: Program, small: Path, changed: Path) -> None:
    """Its mark and its note, each also without the other."""
    own = "    self_marks: {T1: 20, T3: 5}\n    self_notes: {T1: 全部完成, T2: 没有违规}\n"
    text = changed.read_text(encoding="utf-8").replace(RENAMED, RENAMED + own)
    changed.write_text(text, encoding="utf-8")
    shown = [run("explain", small, changed, "理学院", name).out for name in ("T1", "T2", "T3", "T4")]
    found = [[line.strip() for line in one.splitlines() if "自评" in line] for one in shown]
    assert found == [["自评：20分，全部完成"], ["自评：没有违规"], ["自评：5分"], []]


def test_the_next_cycle_says_who_stays_behind(run: Program, small: Path, changed: Path) -> None:
    """光电系 ended before the period of the scheme begins; a unit of a type that is no more has no place."""
    by = ("--by", "张三")
    for words in (
        ("init",),
        ("cycle", "open", "--scheme", small, "--code", "一", *by),
        ("cycle", "import", changed, *by),
    ):
        assert run(*words).code == 0
    opened = run("cycle", "open", "--scheme", small, "--code", "二", "--from", "一", *by)
    assert "从 一 带来4个单位。" in opened.out
    assert "已撤并的单位没有带来：光电系；由承接的单位记着（承接的上一年单位）。" in opened.out


def test_an_achievement_is_moved_to_the_unit_that_has_it_now(imported: Program) -> None:
    """Row by row, with the points of both; 无 over there goes; what moved is in the history of both units."""
    assert imported("entry", "set", "文学院", "T5", "--nothing", "--replace").code == 0
    moved = imported("entry", "move", "理学院", "T5", "--record", "1", "--to", "文院", "--reason", "党委会决定")
    assert (moved.code, moved.err) == (0, "")
    lines = [" ".join(line.split()) for line in moved.out.splitlines()]
    assert "文学院 T5 成果" in lines[0] or "理学院 T5" in lines[0]
    assert any("教学奖" in line and line.endswith("→ 清除") for line in lines)
    assert any("未填 → " in line and "国家级" in line for line in lines)
    assert any(line.startswith("文学院总分：") for line in lines)
    assert any(line.startswith("理学院总分：") for line in lines)
    assert "光栅" in imported("entry", "show", "理学院", "T5").out
    assert "实验课" in imported("entry", "show", "文学院", "T5").out
    assert "党委会决定" in imported("entry", "history", "文学院").out


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (("理学院", "T5", "--record", "9", "--to", "文院"), "没有登记过，没有可移的", 1),
        (("理学院", "T5", "--to", "文院"), "请写明清单里的第几项（--record）", 1),
        (("理学院", "T5", "--record", "1", "--to", "理学院"), "已经在理学院名下", 1),
        (("理学院", "T5", "--record", "1", "--to", "商学院"), "没有单位“商学院”", 2),
        (("商学院", "T5", "--record", "1", "--to", "理学院"), "没有单位“商学院”", 2),
        (("理学院", "T5", "--record", "1", "--to", "教务处"), "“T5”是“", 2),
        (("理学院", "T5", "--record", "1"), "缺少选项 '--to'", 2),
    ],
)
def test_what_cannot_be_moved_stays(imported: Program, words: tuple[str, ...], said: str, code: int) -> None:
    """With what to do; nothing is written."""
    before = imported("entry", "history").out
    refused = imported("entry", "move", *words)
    assert (refused.code, said in refused.err) == (code, True), refused.err
    assert imported("entry", "history").out == before
