"""Reminders as a person meets them: on standard error, with what confirms them; and --strict."""

import io
import json
import re
from pathlib import Path

import pytest
from rich.console import Console

from assess.cli.columns import width
from assess.cli.views.reminders import show_reminders
from assess.files.yaml_reader import parse
from assess.ground.address import Address
from assess.ground.place import Problem, Severity
from tests.cli.conftest import Program, Run

CONFIRMED = """\
confirmed:
  - {code: out_of_period, address: arts/T2/violations#1, value: 迟交成绩，2024-03-01, by: 考核组, reason: 上年查实}
"""
HOW = (
    "核对无误的，在数据文件的 confirmed: 下面照抄“- {…}”那一行，补上 by（谁确认）和 reason（理由）；"
    "值一改，就要重新确认。"
)


@pytest.fixture
def odd(year: Path) -> Path:
    """The sample year with an event outside the period and ballots that are counted nowhere."""
    text = year.read_text(encoding="utf-8").replace("{title: 迟交成绩}", "{title: 迟交成绩, date: 2024-03-01}")
    year.write_text(text.replace("满意: 36, 一般: 4}", "满意: 36, 一般: 3, 不满意: 0}"), encoding="utf-8")
    return year


@pytest.fixture
def half_confirmed(odd: Path) -> Path:
    """The same with one of the two confirmed."""
    odd.write_text(odd.read_text(encoding="utf-8") + CONFIRMED, encoding="utf-8")
    return odd


def test_reminders_are_listed_with_what_confirms_them(run: Program, small: Path, odd: Path) -> None:
    """Place, text and hint, below it the entry to copy; at the end how it is used. The result is what it was."""
    answer = run("score", small, odd)
    assert answer.code == 0
    assert answer.err.splitlines() == [
        "提醒共2处（已确认0处）：",
        (
            f"  {odd}:12:12: 文学院“T2 违规扣分”的违规事件第1项的日期2024-03-01不在考核期"
            "（2025-01-01至2025-12-31）内（请核对日期；确应计入的，请确认）"
        ),
        "    - {code: out_of_period, address: arts/T2/violations#1, value: 迟交成绩，2024-03-01, by: , reason: }",
        f"  {odd}:28:45: 理学院教职工的测评票各项合计39张，少于收回的40张（差额请计入弃权或无效）",
        "    - {code: ballots, address: science/votes/returned%staff, value: 收回40张，各项合计39张, by: , reason: }",
        HOW,
    ]
    assert "草稿" not in answer.out


def test_what_is_printed_confirms(run: Program, small: Path, odd: Path) -> None:
    """The lines copied into the file, with who and why, confirm what they were printed for."""
    entries = re.findall(r"^ +(- \{code.*\})$", run("score", small, odd).err, re.MULTILINE)
    filled = [entry.replace("by: , reason: ", "by: 考核组, reason: 已核对") for entry in entries]
    odd.write_text(odd.read_text(encoding="utf-8") + "\n".join(["confirmed:", *filled]), encoding="utf-8")
    answer = run("score", small, odd, "--strict")
    assert answer.code == 0
    assert answer.err.startswith("提醒共2处（已确认2处）：\n")
    assert HOW not in answer.err


def test_a_confirmed_one_is_shown_with_who_and_why(run: Program, small: Path, half_confirmed: Path) -> None:
    """It is never hidden, and has nothing to copy any more."""
    answer = run("score", small, half_confirmed)
    lines = answer.err.splitlines()
    assert lines[0] == "提醒共2处（已确认1处）："
    assert lines[1].endswith("（2025-01-01至2025-12-31）内（已确认：考核组，上年查实）")
    assert answer.err.count("- {code") == 1
    assert lines[-1] == HOW


def test_a_missing_value_stands_before_reminders(run: Program, small: Path, odd: Path) -> None:
    """Both are listed, each under its own heading."""
    odd.write_text(odd.read_text(encoding="utf-8").replace("      T3: 85\n", ""), encoding="utf-8")
    headings = [line for line in run("score", small, odd).err.splitlines() if line.endswith("：")]
    assert headings == ["缺项共1处：", "提醒共2处（已确认0处）："]


def test_json_has_them(run: Program, small: Path, half_confirmed: Path) -> None:
    """Each with address, unit, indicator, value and who confirmed it; the order of keys is the contract's."""
    answer = run("score", small, half_confirmed, "--format", "json")
    assert (answer.code, answer.err) == (0, "")
    first, second = json.loads(answer.out)["problems"]
    keys = ["place", "severity", "code", "text", "hint", "address", "unit", "indicator", "value", "confirmed"]
    assert list(first) == list(second) == keys
    assert {key: first[key] for key in keys[5:]} == {
        "address": "arts/T2/violations#1",
        "unit": "arts",
        "indicator": "T2",
        "value": "迟交成绩，2024-03-01",
        "confirmed": {"by": "考核组", "reason": "上年查实"},
    }
    assert {key: second[key] for key in keys[5:]} == {
        "address": "science/votes/returned%staff",
        "unit": "science",
        "indicator": None,
        "value": "收回40张，各项合计39张",
        "confirmed": None,
    }


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_strict(run: Program, small: Path, odd: Path, form: str) -> None:
    """An unconfirmed reminder ends with 1; what prints still prints."""
    plain, strict = run("score", small, odd, "--format", form), run("score", small, odd, "--format", form, "--strict")
    assert (plain.code, strict.code) == (0, 1)
    assert strict.out == plain.out
    assert run("score", small, odd, "--strict", "--quiet") == Run(1, run("score", small, odd).out, "")


def test_a_confirmation_left_over_fails_nothing(run: Program, small: Path, half_confirmed: Path) -> None:
    """Once the date is right, the confirmation is said to be of no use, and --strict does not mind."""
    text = half_confirmed.read_text(encoding="utf-8").replace("date: 2024-03-01", "date: 2025-03-01")
    half_confirmed.write_text(text.replace("一般: 3,", "一般: 4,"), encoding="utf-8")
    answer = run("score", small, half_confirmed, "--strict")
    assert answer.code == 0
    assert "确认过的提醒“out_of_period”（arts/T2/violations#1）现在没有了，可以从confirmed里删去这一条" in answer.err


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        (("arts",), ["out_of_period"]),
        (("arts", "T2"), ["out_of_period"]),
        (("arts", "work"), ["out_of_period"]),
        (("arts", "targets"), ["out_of_period"]),
        (("arts", "T1"), []),
        (("science",), ["ballots"]),
        (("science", "votes"), ["ballots"]),
        (("science", "targets"), []),
        (("lab",), []),
    ],
)
def test_explain_shows_its_own(run: Program, small: Path, odd: Path, asked: tuple[str, ...], codes: list[str]) -> None:
    """Those of the unit; of an indicator, a group or a part, those about what it is made of."""
    answer = run("explain", small, odd, *asked)
    assert answer.code == 0
    assert re.findall(r"code: (\w+)", answer.err) == codes


def test_explain_shows_what_an_indicator_lacks(run: Program, small: Path, odd: Path) -> None:
    """A missing value is said with its own indicator, not with another one."""
    odd.write_text(odd.read_text(encoding="utf-8").replace("      T3: 85\n", ""), encoding="utf-8")
    assert "缺“就业率”" in run("explain", small, odd, "arts", "T3").err
    assert "就业率" not in run("explain", small, odd, "arts", "T1").err
    assert "缺“就业率”" in run("explain", small, odd, "arts").err


def test_readings_say_nothing_of_them(run: Program, small: Path, odd: Path) -> None:
    """Every alternative is scored, and none repeats the reminders."""
    answer = run("readings", small, odd, "--quiet")
    assert (answer.code, answer.err) == (0, "")
    assert "提醒" not in answer.out


def test_a_made_up_year_beside_the_sample(run: Program, small: Path, year: Path, tmp_path: Path) -> None:
    """The scheme's own sample may be made up; a copy of it elsewhere is asked about."""
    assert run("score", small, year).err == ""
    copy = tmp_path / "copy.yaml"
    copy.write_text(year.read_text(encoding="utf-8"), encoding="utf-8")
    assert "却不是方案自带的样例" in run("score", small, copy).err
    assert run("score", small, copy, "--strict").code == 1


def test_reports_list_them_and_strict_writes_nothing(run: Program, small: Path, odd: Path, tmp_path: Path) -> None:
    """With --strict no file and no folder is made; without it papers are written and the reminders said."""
    out = tmp_path / "out"
    strict = run("report", "sheets", small, odd, "--out", out, "--strict")
    assert (strict.code, strict.out) == (1, "")
    assert "提醒共2处（已确认0处）：" in strict.err
    assert strict.err.endswith("还有2处提醒没有确认，没有写出任何文件（--strict）。\n")
    assert not out.exists()
    quiet = run("report", "sheets", small, odd, "--out", out, "--strict", "--quiet")
    assert quiet == Run(1, "", "还有2处提醒没有确认，没有写出任何文件（--strict）。\n")
    plain = run("report", "sheets", small, odd, "--out", out)
    assert plain.code == 0
    assert "提醒共2处（已确认0处）：" in plain.err
    assert list(out.iterdir())


@pytest.mark.parametrize("paper", ["evaluation", "monitoring", "summary", "sheets"])
def test_every_paper_of_a_year_can_be_strict(run: Program, paper: str) -> None:
    """The option is the same one everywhere."""
    assert "--strict" in run("report", paper, "--help").out


@pytest.mark.parametrize("value", ["迟交成绩，2024-03-01" * 3, "a: b, c", "无", "“x” \\ # {", "1200", "", "两\n行"])
def test_an_entry_reads_back_from_a_terminal(value: str) -> None:
    """At 80 columns it is broken between keys only, and quoted where YAML asks for it."""
    address = Address("college_a", "K1.1a", "achievements", assessor="王五, 李四")
    problem = Problem(None, "out_of_period", "怪", "", Severity.WARNING, address, value)
    shown = io.StringIO()
    show_reminders(Console(file=shown, width=80, force_terminal=True, color_system=None), [problem])
    lines = shown.getvalue().split("\n")
    entry = [line for line in lines if line.startswith("    ")]
    assert len(entry) > 1
    assert all(width(line) <= 80 for line in lines if "迟交" not in line)
    rows = parse("confirmed:\n" + "\n".join(entry), "x")["confirmed"]
    expected = {"code": "out_of_period", "address": str(address), "value": value, "by": None, "reason": None}
    assert rows == [expected]
