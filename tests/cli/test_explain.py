"""`assess explain`: a unit as a whole, and one item of it."""

from pathlib import Path

import pytest

from assess.cli.columns import width
from tests.cli.conftest import Program


def test_a_unit(run: Program, small: Path, year: Path) -> None:
    """The whole unit: standing, each part with its arithmetic, every indicator with points and reason."""
    answer = run("explain", small, year, "lab")
    assert (answer.code, answer.err) == (0, "")
    for words in (
        "光学研究所（研究所）",
        "第2名，总分70.17，拟定等次：达标",
        "群众评议 18.00／20",
        "满意15票、一般5票、不满意0票",
        "折算：37.00 ÷ 60 × 70 = 43.17",
        "校领导：1人评价，平均90分",
    ):
        assert words in answer.out
    rows = {line.split()[0]: line.split() for line in answer.out.splitlines() if line.strip()}
    assert rows["work"][:4] == ["work", "工作任务", "60", "37.00"]
    assert rows["T3"] == ["T3", "就业率", "不参加"]
    assert max(map(width, answer.out.splitlines())) <= 80


def test_what_a_person_found_not_to_apply(run: Program, small: Path, year: Path) -> None:
    """It says 不适用, as the score sheet does; 不参加 is what the scheme exempts a type of unit from."""
    scheme = small / "scheme.yaml"
    text = scheme.read_text(encoding="utf-8")
    scheme.write_text(text.replace("max: 20, rule: {judged: {}}", "max: 20, rule: {judged: {waivable: true}}", 1))
    text = year.read_text(encoding="utf-8")
    year.write_text(text.replace("      T1: 17\n", "      T1: 不适用\n"), encoding="utf-8")
    answer = run("explain", small, year, "lab")
    rows = {line.split()[0]: line.split() for line in answer.out.splitlines() if line.strip()}
    assert rows["T1"][:3] == ["T1", "教学质量", "不适用"]
    assert rows["T3"] == ["T3", "就业率", "不参加"]


@pytest.mark.parametrize("name", ["arts", "文学院", "文院"])
def test_a_unit_has_three_names(run: Program, small: Path, year: Path, name: str) -> None:
    """A unit is found by id, full name and short name; what people decided is marked."""
    assert "不达标（已定）" in run("explain", small, year, name).out


def test_an_indicator_with_peers(run: Program, small: Path, year: Path) -> None:
    """An indicator names its inputs, the figure, every unit behind it, the band and the clause."""
    answer = run("explain", small, year, "arts", "T4")
    for words in (
        "T4 生均成果",
        "满分10分，得0.00分",
        "数据：论文数12篇；教师数30人",
        "全部院系合计比值：论文数 ÷ 教师数 = 0.9524",
        "文院 0.4  ← 本单位",
        "理学院 1",
        "光学研究所 2",
        "各档条件均不符合",
        "依据：附表一4",
    ):
        assert words in answer.out
    assert run("explain", small, year, "arts", "生均成果").out == answer.out


def test_an_indicator_of_a_table(run: Program, small: Path, year: Path) -> None:
    """An indicator of a table is found by its short and its full id; the office's reason is shown."""
    answer = run("explain", small, year, "registry", "registry/D2")
    assert answer.out == run("explain", small, year, "registry", "D2").out
    assert "扣分说明：排课两次返工" in answer.out


def test_a_reading_in_force(run: Program, small: Path, year: Path) -> None:
    """The reading that bears on an indicator is named, and marked when it departs."""
    default = run("explain", small, year, "arts", "T5").out
    assert "理解R1：最高20分\n" in default
    other = run("explain", small, year, "arts", "T5", "--reading", "R1=scale_to_top").out
    assert "理解R1：最高的单位得20分，其他按比例（不是默认）" in other
    assert "R1=scale_to_top" in run("explain", small, year, "arts", "--reading", "R1=scale_to_top").out


def test_a_group_and_a_part(run: Program, small: Path, year: Path) -> None:
    """A group shows what is below it; a part shows its arithmetic."""
    group = run("explain", small, year, "science", "work").out
    assert "T1    教学质量" in group
    assert "依据：附表一" in group
    for name in ("votes", "群众评议"):
        part = run("explain", small, year, "science", name).out
        assert "满意36票" in part
        assert "领导评价" not in part


def test_what_does_not_apply_and_what_is_missing(run: Program, small: Path, year: Path) -> None:
    """Not applicable, missing and zero read differently."""
    assert "不参加" in run("explain", small, year, "lab", "T3").out
    assert "得0.00分" in run("explain", small, year, "lab", "T5").out
    text = year.read_text(encoding="utf-8").replace("{papers: 12, teachers: 30}", "{papers: 12}")
    year.write_text(text, encoding="utf-8")
    lacking = run("explain", small, year, "arts", "T4")
    assert "缺：教师数" in lacking.out
    assert "缺项共1处" in lacking.err
    assert run("explain", small, year, "arts", "--quiet").err == ""
    peer = run("explain", small, year, "science", "T4")
    assert "得5.00分（暂定）" in peer.out
    assert "还缺：文院" in peer.out
    assert peer.err == ""


def test_a_unit_that_takes_no_part(run: Program, small: Path, year: Path) -> None:
    """A unit that takes no part says why, as a whole and for each indicator, and has no rank."""
    text = year.read_text(encoding="utf-8").replace("    order: 3\n", "    order: 3\n    takes_part: {no: 筹建中}\n")
    year.write_text(text, encoding="utf-8")
    for arguments in (("lab",), ("lab", "T1")):
        answer = run("explain", small, year, *arguments)
        assert answer.code == 0
        assert "不参加\n" in answer.out
        assert "筹建中" in answer.out
    assert "① 本年度不参加考核：筹建中" in run("score", small, year).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("artz",), "没有单位“artz”\n    → 是否想写：arts"),
        (("文理院",), "没有单位“文理院”\n    → 是否想写："),
        (("arts", "T44"), "没有指标“T44”\n    → 是否想写：T4"),
        (("arts", "生均成课"), "没有指标“生均成课”\n    → 是否想写：生均成果"),
        (("arts", "D1"), "“D1”是“教务处考核表”的指标，文学院没有这一项"),
        (("arts", "registry/D1"), "“registry/D1”是“教务处考核表”的指标"),
    ],
)
def test_names_that_are_not_there(run: Program, small: Path, year: Path, arguments: tuple[str, ...], said: str) -> None:
    """An unknown unit or indicator is an error with what is near."""
    answer = run("explain", small, year, *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_a_name_of_two_units(run: Program, small: Path, year: Path) -> None:
    """A short name that two units have is an error that names their ids."""
    text = year.read_text(encoding="utf-8").replace("    name: 理学院\n", "    name: 理学院\n    short: 文院\n")
    year.write_text(text, encoding="utf-8")
    answer = run("explain", small, year, "文院")
    assert answer.code == 2
    assert "有2个单位叫“文院”" in answer.err
    assert "science" in answer.err
