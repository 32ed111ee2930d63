"""`assess score`: tables, JSON and CSV of the same result."""

import csv
import io
import json
from pathlib import Path

import pytest

from assess.cli.columns import width
from tests.cli.conftest import Program


def test_tables(run: Program, small: Path, year: Path) -> None:
    """Each list is a table, best unit first, with parts, total and grade, and fits into 80 columns."""
    answer = run("score", small, year)
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[:2] == ["小学院年度考核", "2025年度（虚构）【虚构数据，不是真实的考核结果】"]
    assert "院系（3个单位，满分100分，先进至多1个）" in lines
    cells = {" ".join(line.split()) for line in lines}
    assert "名次 单位 群众评议 目标任务 领导评价 总分 拟定等次 备注" in cells
    assert "1 理学院 19.20 67.00 9.30 95.50 先进" in cells
    assert "3 文院 17.68 39.50 9.00 66.18 不达标（已定）" in cells
    assert max(map(width, lines)) <= 80
    assert "\x1b" not in answer.out


def test_columns_are_straight(run: Program, small: Path, year: Path) -> None:
    """Totals end in the same column, whatever Chinese stands before them."""
    answer = run("score", small, year, "--list", "teaching")
    rows = [line for line in answer.out.splitlines() if line.split()[:1] in (["1"], ["2"], ["3"])]
    totals = ("95.50", "70.17", "66.18")
    ends = {width(row[: row.index(total)]) for row, total in zip(rows, totals, strict=True)}
    assert len(ends) == 1


def test_long_names(run: Program, small: Path, year: Path) -> None:
    """A name that is too long is broken; nothing falls off the right edge."""
    text = year.read_text(encoding="utf-8").replace("    name: 光学研究所\n", f"    name: {'光学研究' * 10}所\n")
    year.write_text(text.replace("T5: 无", "T5: []"), encoding="utf-8")
    answer = run("score", small, year, "--quiet")
    lines = answer.out.splitlines()
    assert max(map(width, lines)) <= 80
    first = next(number for number, line in enumerate(lines) if "光学研究" in line)
    assert lines[first].endswith("未完成②")
    broken = [line.split()[0] for line in lines[first:] if line.startswith("      ")]
    assert "".join(broken) == "光学研究" * 10 + "所"


def test_one_list(run: Program, small: Path, year: Path) -> None:
    """A list is chosen by id or label; an unknown one is wrong usage, and it names those there are."""
    by_id, by_label = run("score", small, year, "--list", "service"), run("score", small, year, "--list", "机关")
    assert by_id == by_label
    assert "院系" not in by_id.out
    document = json.loads(run("score", small, year, "--list", "service", "--format", "json").out)
    assert [one["id"] for one in document["lists"]] == ["service"]
    wrong = run("score", small, year, "--list", "servise")
    assert wrong.code == 2
    assert "没有榜单“servise”" in wrong.err
    assert "是否想写：service？" in wrong.err


def test_json(run: Program, small: Path, year: Path) -> None:
    """JSON has the contract's keys, strings for points, null for what does not apply, and is stable."""
    answer = run("score", small, year, "--format", "json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == run("score", small, year, "--format", "json").out
    document = json.loads(answer.out)
    assert list(document) == ["assess", "scheme", "evidence", "readings", "lists", "problems"]
    units = {unit["id"]: unit for one in document["lists"] for unit in one["units"]}
    assert units["science"]["total"] == "95.50"
    assert units["lab"]["leaves"]["T3"] is None
    assert "trace" not in units["lab"]
    assert "文学院" in answer.out


def test_json_with_trace(run: Program, small: Path, year: Path) -> None:
    """With --trace every leaf carries how it came about, and figures stand once."""
    document = json.loads(run("score", small, year, "--format", "json", "--trace").out)
    units = {unit["id"]: unit for one in document["lists"] for unit in one["units"]}
    cited = units["arts"]["trace"]["T4"]["step"]["figures"]
    assert set(cited) <= set(document["figures"])


def test_csv(run: Program, small: Path, year: Path) -> None:
    """CSV begins with a byte order mark, has a line a unit and raw targets beside the converted ones."""
    answer = run("score", small, year, "--format", "csv")
    assert answer.out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(answer.out.removeprefix("\ufeff"), newline="")))
    assert [row["单位编号"] for row in rows] == ["science", "lab", "arts", "registry"]
    lab = rows[1]
    assert (lab["榜单"], lab["名次"], lab["类型"], lab["状态"]) == ("院系", "2", "研究所", "完整")
    assert (lab["目标任务原始分"], lab["目标任务适用满分"], lab["目标任务"]) == ("37.00", "60.00", "43.17")
    assert (rows[2]["拟定等次"], rows[2]["决定等次"]) == ("达标", "不达标")
    assert rows[3]["评分表"] == "教务处考核表"


def test_csv_runs_no_formula(run: Program, small: Path, year: Path) -> None:
    """A name that a spreadsheet would run as a formula is written as text."""
    year.write_text(year.read_text(encoding="utf-8").replace("name: 理学院", "name: =1+1"), encoding="utf-8")
    answer = run("score", small, year, "--format", "csv")
    assert "'=1+1" in answer.out


def test_missing_inputs(run: Program, small: Path, year: Path) -> None:
    """What is missing is listed on standard error with its place; the unit has no rank; strict ends with 1."""
    year.write_text(year.read_text(encoding="utf-8").replace("      T3: 85\n", ""), encoding="utf-8")
    answer = run("score", small, year)
    assert answer.code == 0
    assert "缺项共1处：" in answer.err
    assert f"{year}:" in answer.err
    assert "“T3 就业率”缺“就业率”" in answer.err
    assert "未完成" in answer.out
    assert "名次和拟定等次还可能变化" in answer.out
    strict = run("score", small, year, "--strict")
    assert (strict.code, strict.out) == (1, answer.out)
    assert run("score", small, year, "--quiet").err == ""
    document = json.loads(run("score", small, year, "--format", "json").out)
    assert [problem["severity"] for problem in document["problems"]] == ["missing"]


def test_provisional_figures(run: Program, small: Path, year: Path) -> None:
    """A unit whose figure lacks another unit's input is marked 暂定, the one that lacks it 未完成."""
    text = year.read_text(encoding="utf-8").replace("{papers: 12, teachers: 30}", "{papers: 12}")
    year.write_text(text, encoding="utf-8")
    lines = run("score", small, year).out.splitlines()
    assert "暂定①" in next(line for line in lines if "理学院" in line)
    assert "未完成" in next(line for line in lines if "文院" in line)
    assert any(line.startswith(" ① 暂定：") for line in lines)


def changed(path: Path, old: str, new: str) -> None:
    """Replace something in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_part_worth_nothing_on_a_list(run: Program, small: Path, year: Path) -> None:
    """It has no column on that list; in a CSV of both lists it has one, since it counts on the other."""
    changed(small / "scheme.yaml", "full: {teaching: 20, service: 20}", "full: {teaching: 20, service: 0}")
    headings = [line.split() for line in run("score", small, year).out.splitlines() if line.startswith("名次")]
    parts = ["目标任务", "领导评价", "总分", "拟定等次", "备注"]
    assert headings == [["名次", "单位", "群众评议", *parts], ["名次", "单位", *parts]]

    def columns(*wanted: str) -> list[str]:
        return run("score", small, year, "--format", "csv", *wanted).out.splitlines()[0].split(",")

    assert "群众评议" in columns()
    assert "群众评议" in columns("--list", "teaching")
    assert "群众评议" not in columns("--list", "service")
    document = json.loads(run("score", small, year, "--format", "json", "--list", "service").out)
    assert "votes" not in document["lists"][0]["units"][0]["parts"]


def test_a_unit_that_no_indicator_applies_to(run: Program, small: Path, year: Path) -> None:
    """It is told what it is and what to do, not that data are missing; strict ends with 1, since it has no rank."""
    changed(
        small / "scheme.yaml",
        "        max: 70\n        indicators:\n",
        "        max: 70\n        except: [institute]\n        indicators:\n",
    )
    changed(small / "scheme.yaml", "            except: [institute]\n", "")
    changed(year, "      T1: 17\n      T2: 无\n      T4: {papers: 28, teachers: 14}\n      T5: 无\n", "      {}\n")
    answer = run("score", small, year)
    assert (answer.code, "缺项" in answer.err) == (0, False)
    assert "提示共1处：" in answer.err
    assert "没有一个指标适用于光学研究所，目标任务算不出来，不能排名（不参加考核的单位写明不参加的原因；" in answer.err
    (line,) = [line.split() for line in answer.out.splitlines() if "光学研究所" in line]
    assert line == ["光学研究所", "18.00", "不适用", "9.00", "未完成②"]
    assert "没有填" not in answer.out
    assert run("score", small, year, "--strict", "--quiet").code == 1
    explained = run("explain", small, year, "lab")
    assert "目标任务 不适用／70" in explained.out
    assert "没有一个指标适用于本单位" in explained.out
    assert "不参加的原因" in explained.err
    rows = list(csv.DictReader(io.StringIO(run("score", small, year, "--format", "csv").out.removeprefix("\ufeff"))))
    assert [row["目标任务适用满分"] for row in rows if row["单位编号"] == "lab"] == [""]
    units = json.loads(run("score", small, year, "--format", "json").out)["lists"][0]["units"]
    (lab,) = [unit for unit in units if unit["id"] == "lab"]
    assert (lab["status"], lab["rank"], lab["total"], lab["flags"][0]["id"]) == (
        "incomplete",
        None,
        None,
        "nothing_applies",
    )
    assert lab["parts"]["targets"] == {"raw": None, "applicable_full": None, "points": None, "full": "70.00"}


def test_a_group_without_a_valid_vote(run: Program, small: Path, year: Path, tmp_path: Path) -> None:
    """Everything is entered, so nobody is asked to fill in more: it is said that no ballot and no mark counts."""
    changed(year, "{issued: 20, returned: 20, 满意: 15, 一般: 5}", "{issued: 20, returned: 2, 弃权: 2}")
    changed(year, "    leaders: {heads: [95, 91]}\n", "    leaders: {heads: 无}\n")
    answer = run("score", small, year)
    assert answer.code == 0
    assert answer.err.startswith("没有有效的票或评分共2处：\n")
    assert "理学院的领导评价：校领导没有人评分（请核对评分；方案写明不计这样的组" in answer.err
    assert "光学研究所的群众评议：教职工没有有效票（请核对票数；" in answer.err
    assert "缺项" not in answer.err
    rows = [" ".join(line.split()) for line in answer.out.splitlines()]
    assert "光学研究所 未完成 43.17 9.00 未完成②" in rows
    assert "② 未完成：教职工没有有效票" in rows
    assert "没填" not in answer.out
    units = json.loads(run("score", small, year, "--format", "json").out)["lists"][0]["units"]
    flags = {unit["id"]: unit["flags"] for unit in units if unit["status"] == "incomplete"}
    assert flags["science"] == [{"id": "nobody_counts", "text": "未完成：校领导没有人评分"}]
    assert "群众评议 未完成／20" in run("explain", small, year, "lab").out
    changed(year, "      T4: {papers: 28, teachers: 14}\n", "      T4: {papers: 28}\n")
    both = run("score", small, year)
    assert "缺项共1处：" in both.err
    assert "没有有效的票或评分共2处：" in both.err
    (line,) = [line.split() for line in both.out.splitlines() if "光学研究所" in line]
    assert line == ["光学研究所", "未完成", "缺", "9.00", "未完成③④"]
    strict = run("report", "sheets", small, year, "--out", tmp_path / "out", "--strict", "--quiet")
    assert strict == (1, "", "还有1处数据没有填、2处没有有效的票或评分，没有写出任何文件（--strict）。\n")


@pytest.mark.parametrize("command", [("score",), ("explain",)])
def test_rounding_only_at_the_total(run: Program, small: Path, year: Path, command: tuple[str, ...]) -> None:
    """Points have two places, and it is said that they need not add up; rounded ones need no word."""
    unit = ("arts",) if command == ("explain",) else ()
    assert "末位" not in run(*command, small, year, *unit).out
    changed(small / "scheme.yaml", "at: leaf", "at: total")
    assert "末位可能有出入（如差0.01分）" in "".join(run(*command, small, year, *unit).out.split())


@pytest.mark.parametrize("form", ["table", "csv"])
def test_another_reading(run: Program, small: Path, year: Path, form: str) -> None:
    """Points change with the reading, and the output says which one departs from the default."""
    default = run("score", small, year, "--format", form)
    assert "R1" not in default.out
    answer = run("score", small, year, "--format", form, "--reading", "R1=scale_to_top")
    assert "R1=scale_to_top" in answer.out
    assert "97.50" in answer.out


def test_an_unknown_reading(run: Program, small: Path, year: Path) -> None:
    """An unknown reading or choice is wrong usage, and it is said what there is."""
    reading = run("score", small, year, "--reading", "R9=cap")
    assert reading.code == 2
    assert "R1" in reading.err
    choice = run("score", small, year, "--reading", "R1=kap")
    assert choice.code == 2
    assert "cap" in choice.err
