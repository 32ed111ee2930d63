"""`assess readings`: the register and what each alternative changes."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from assess.cli.columns import width
from assess.cli.views import register as view
from assess.resources import schemes_dir
from tests.cli.conftest import Program

#: Alternatives of every sort, for the small scheme.
READINGS = """
readings:
  R1:
    clause: 附表一5
    question: 获奖合计超过20分时怎么办？
    default: cap
    choices:
      cap: {label: 最高20分}
      scale_to_top:
        label: 最高的单位得20分，其他按比例
        overlay: [{at: [T5, rule, catalogue, limit], put: scale_to_top}]
  R2:
    clause: 附表一1
    question: 教学质量怎样评？
    default: judged
    choices:
      judged: {label: 评分}
      counted: {label: 数论文, overlay: [{at: [T1, rule], put: {judged: {allowed: [0, 20]}}}]}
      wrong: {label: 写错的, overlay: [{at: [T1, rule], put: {never: {}}}]}
      asked: {label: 从评分扣, overlay: [{at: [T2, rule, deduction, start], put: judged}]}
  R3:
    clause: 第五条
    question: 何时评价？
    default: now
    choices: {now: {label: 年底}}
  R4:
    clause: 附表一3
    question: 80%几分？
    default: five
    choices:
      five: {label: 5分}
      six: {label: 6分, overlay: [{at: [T3, rule, bands, bands, 1, points], put: 6}]}
      none: {label: 不设, overlay: [{at: [T3, rule, bands, bands, 1, at_least], put: 89}]}
"""


@pytest.fixture
def open_questions(small: Path) -> Path:
    """The small scheme with `READINGS`."""
    path = small / "scheme.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("readings:\n")] + READINGS.lstrip(), encoding="utf-8")
    return small


def test_the_register(run: Program, open_questions: Path, year: Path) -> None:
    """The summary, then each reading with what its alternatives change, in 80 columns."""
    answer = run("readings", open_questions, year)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(
        "小学院年度考核\n"
        "2025年度（虚构）【虚构数据，不是真实的考核结果】\n"
        "共4条理解，3条另有其他理解，共6种；每次只换一种，结果：\n"
        "  只改变分数，名次和等次不变（3种）：R1=scale_to_top、R4=six、R4=none\n"
        "  缺数据或有效的票，不能比较（1种）：R2=asked\n"
        "  要另外填写数据才能计算（1种）：R2=counted\n"
        "  方案有误，不能计算（1种）：R2=wrong\n"
        "\n"
    )
    for words in (
        "R1 获奖合计超过20分时怎么办？（附表一5）",
        "  采用：最高20分",
        "  另一种：最高的单位得20分，其他按比例（scale_to_top）",
        "    名次和等次不变，2个单位只是分数变：",
        "    · T2 违规扣分：考核分（文院、理学院、光学研究所）",
        "    要用这种理解，须另外填写：T1 教学质量（共3处），最先几处：",
        "    方案在这种理解下有误，不能计算：",
        "R3 何时评价？（第五条）\n  采用：年底\n\nR4",
    ):
        assert words in answer.out


def test_ranks_that_change(run: Program) -> None:
    """A table of the units that move: points, difference, ranks, grades; the others in one line."""
    scheme = "lianyungang-2018"
    answer = run("readings", scheme, schemes_dir() / scheme / "sample" / "year.yaml")
    assert answer.code == 0
    for words in (
        "共61条理解，39条另有其他理解，共43种；每次只换一种，结果：\n  会改变名次或等次（",
        "    · 继教院  168.95→137.65  -31.30  第5名→第8名    合格\n",
        "    · 党委学生工作部  186.75→193.50  +6.75  第3名        待审议→优秀\n",
        "    · 己学院  119.06    第11名  合格→不合格\n",
        "    名次和等次不变，4个单位只是分数变：甲学院+0.30、乙学院+1.00、丙学院+1.00、戊学院+0.50\n",
        "    缺4项，院部不能比较：\n    · K5.3a 初次就业率：初次就业率（继教院）\n",
        "    分数、名次、等次都不变\n",
    ):
        assert words in answer.out
    assert re.search(r"year\.yaml:\d+:\d+、\d+:\d+、", answer.out)


def test_an_incomplete_year(run: Program, open_questions: Path, year: Path) -> None:
    """A year that is not complete is compared as far as it goes, and says so."""
    year.write_text(year.read_text(encoding="utf-8").replace("      T1: 18.5\n", ""), encoding="utf-8")
    answer = run("readings", open_questions, year)
    assert answer.code == 0
    assert "现有数据还没有填全（1个单位未完成）：只比较已完成的单位，所在名单不拟定等次。" in answer.out


def test_a_year_in_which_nobody_counts(run: Program, open_questions: Path, year: Path) -> None:
    """Everything is entered, and yet one unit has no total: no ballot on it is valid."""
    text = year.read_text(encoding="utf-8")
    ballots = "{issued: 20, returned: 20, 满意: 15, 一般: 5}"
    assert ballots in text
    year.write_text(text.replace(ballots, "{issued: 20, returned: 0}"), encoding="utf-8")
    answer = run("readings", open_questions, year)
    assert "现有数据里有单位没有有效的票或评分（1个单位未完成）：只比较已完成的单位，" in answer.out


def test_a_year_with_a_unit_that_nothing_applies_to(run: Program, open_questions: Path, year: Path) -> None:
    """Such a unit has no rank, but nothing is left to fill in."""
    path = open_questions / "scheme.yaml"
    text = path.read_text(encoding="utf-8")
    assert "max: 70\n" in text
    text = text.replace("            except: [institute]\n", "")
    path.write_text(
        text.replace("        max: 70\n", "        max: 70\n        except: [institute]\n", 1), encoding="utf-8"
    )
    facts = "      T1: 17\n      T2: 无\n      T4: {papers: 28, teachers: 14}\n      T5: 无\n"
    year.write_text(year.read_text(encoding="utf-8").replace(facts, "      {}\n"), encoding="utf-8")
    answer = run("readings", open_questions, year)
    assert "现有数据里有不能排名的单位（1个单位未完成）：只比较已完成的单位" in answer.out


def test_from_another_reading(run: Program, open_questions: Path, year: Path) -> None:
    """With another reading in force that is said, and the default is an alternative."""
    answer = run("readings", open_questions, year, "--reading", "R4=six")
    assert "  采用：6分（six，不是默认）\n  另一种：5分（five，默认）\n" in answer.out


def test_json(run: Program, open_questions: Path, year: Path) -> None:
    """All of it as JSON, with one word for the effect of each alternative."""
    document = json.loads(run("readings", open_questions, year, "--format", "json").out)
    readings = {one["id"]: one for one in document["readings"]}
    assert list(readings) == ["R1", "R2", "R3", "R4"]
    assert readings["R3"]["alternatives"] == []
    assert readings["R4"]["chosen"] == {"id": "five", "label": "5分"}
    effects = {one["id"]: one for reading in readings.values() for one in reading["alternatives"]}
    assert effects["counted"]["to_enter"] == ["T1 教学质量"]
    assert len(effects["counted"]["places"]) == 3
    assert effects["asked"]["missing"] == [
        {"id": "T2.mark", "label": "T2 违规扣分：考核分", "units": ["文院", "理学院", "光学研究所"]},
    ]
    assert effects["asked"]["not_compared"] == ["teaching"]
    assert len(effects["wrong"]["problems"]) == 1
    (change,) = effects["six"]["changes"]
    assert (change["unit"], change["points"], change["before"]["grade"]) == ("arts", "1.00", "达标")
    assert re.fullmatch(r"\d+\.\d\d", change["after"]["total"])


def test_wrong_data(run: Program, small: Path, year: Path) -> None:
    """What is wrong in the year itself ends with 1, as everywhere."""
    year.write_text(year.read_text(encoding="utf-8").replace("T1: 18.5", "T1: 99"), encoding="utf-8")
    answer = run("readings", small, year)
    assert answer.code == 1
    assert "处错误，没有写出任何结果。" in answer.err


def test_several_words() -> None:
    """Four are named, the rest is counted."""
    several: Callable[[list[str], str], str] = view._several
    assert several(["甲", "乙"], "个单位") == "甲、乙"
    assert several(list("甲乙丙丁戊"), "个单位") == "甲、乙、丙、丁等5个单位"


def test_width(run: Program, open_questions: Path, year: Path) -> None:
    """Tables inside stay within 80 columns."""
    rows = [line for line in run("readings", open_questions, year).out.splitlines() if line.startswith("    · ")]
    assert max(map(width, rows)) <= 80
