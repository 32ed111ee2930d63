"""An office's year from an empty folder to its result: `assess init`, `assess cycle`, and commands about the cycle."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import HERE, Program, Run

SMALL = str(HERE / "data" / "small")


@pytest.fixture(autouse=True)
def clerk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who types, in every test."""
    monkeypatch.setenv("ASSESS_USER", "张三")


def as_result(answer: Run) -> dict[str, object]:
    """A result without the places of its problems, which say where each of the two is kept."""
    assert answer.code == 0
    result: dict[str, object] = json.loads(answer.out)
    for problem in result["problems"]:  # type: ignore[attr-defined]  # a list of tables
        del problem["place"]
    return result


def test_a_year_on_both_databases(run: Program, small: Path, year: Path, tmp_path: Path, database_url: str) -> None:
    """From nothing to the lists; a cycle, and the file that is exported of it, give one result and one hash."""
    where = ("--database", database_url)
    made = run("init", *where)
    assert (made.code, made.err) == (0, "")
    assert "下一步" in made.out
    assert run("init", *where).code == 3
    opened = run("cycle", "open", "--scheme", small, *where)
    assert (opened.code, opened.err) == (0, "")
    assert "已开始考核周期" in opened.out
    entered = run("cycle", "import", year, *where)
    assert (entered.code, entered.err) == (0, "")
    assert "已把 year.yaml 的" in entered.out
    assert "没有改动" in run("cycle", "import", year, *where).out
    assert run("cycle", "keepers", "--add", "张三", "--reason", "分工", *where).code == 0
    exported = run("cycle", "export", "--out", tmp_path / "导出.yaml", *where)
    assert (exported.code, exported.err) == (0, "")
    of_the_cycle = as_result(run("score", "--format", "json", *where))
    assert of_the_cycle == as_result(run("score", small, tmp_path / "导出.yaml", "--format", "json"))
    assert of_the_cycle["evidence"] == as_result(run("score", small, year, "--format", "json"))["evidence"]


def test_every_command_about_a_year_takes_the_cycle(imported: Program, tmp_path: Path) -> None:
    """Nothing but the command's own words has to be typed."""
    assert "理学院" in imported("score").out
    assert imported("explain", "理学院").out.splitlines()[2].startswith("理学院")
    assert imported("explain", "理学院", "群众评议").code == 0
    assert imported("readings").code == 0
    assert imported("report", "sheets", "--out", tmp_path / "papers", "--quiet").code == 0
    refused = imported("monitor")
    assert refused.code == 1
    assert "半年监控" in refused.err


def test_files_come_before_the_cycle(imported: Program, small: Path, year: Path) -> None:
    """A second word that is a file, or ends like one, means files; `--cycle` means the cycle whatever stands there."""
    assert as_result(imported("score", small, year, "--format", "json"))["problems"] == []
    missing = imported("score", small, "missing.yaml")
    assert missing.code == 3
    assert "missing.yaml" in missing.err
    Path("群众评议").write_text("units: []\n", encoding="utf-8")
    assert imported("explain", "理学院", "群众评议").code == 2, "a scheme and a file"
    [code] = [one["code"] for one in json.loads(imported("cycle", "list", "--format", "json").out)["cycles"]]
    assert imported("explain", "理学院", "群众评议", "--cycle", code).code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("score", "small"), "缺少参数 '数据文件'"),
        (("explain",), "缺少参数 '单位'"),
        (("explain", "small", "year.yaml"), "缺少参数 '单位'"),
        (("score", "small", "year.yaml", "--cycle", "2026"), "写了 --cycle，就不写方案和数据文件了"),
        (("score", "small", "year.yaml", "--database", "a.db"), "不用写 --database"),
        (("score", "--cycle", "2062"), "没有“2062”这个考核周期"),
        (("cycle", "open", "--scheme", "small", "--from", "2062"), "没有“2062”这个考核周期"),
        (("cycle", "open", "--scheme", SMALL), "已经有编号为“2025”的考核周期"),
        (("cycle", "import", "year.yaml", "--received-on", "3.1"), "应为日期，写成2019-03-01的形式"),
        (("cycle", "import", "year.yaml", "--reason", "a\x07b"), "里面有不能保存的字符"),
    ],
)
def test_wrong_words(opened: Program, words: tuple[str, ...], said: str) -> None:
    """They end with 2 and a sentence."""
    answer = opened(*words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_nothing_is_written_anonymously(run: Program, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a name no cycle is opened."""
    monkeypatch.delenv("ASSESS_USER")
    assert run("init").code == 0
    refused = run("cycle", "open", "--scheme", small)
    assert refused.code == 2
    assert "没有写明是谁录入的" in refused.err
    assert "还没有考核周期" in run("cycle", "list").out


def test_a_folder_without_a_database(run: Program) -> None:
    """What to do is said."""
    answer = run("score")
    assert (answer.code, answer.out) == (3, "")
    assert "assess init" in answer.err


def test_several_cycles_have_to_be_told_apart(imported: Program, small: Path) -> None:
    """The next year takes its units over; from then on a command names its cycle."""
    [code] = [one["code"] for one in json.loads(imported("cycle", "list", "--format", "json").out)["cycles"]]
    opened = imported("cycle", "open", "--scheme", small, "--code", "下一年", "--from", code)
    assert f"从 {code} 带来4个单位" in opened.out
    unclear = imported("score")
    assert unclear.code == 2
    assert "请用 --cycle 写明是哪一个" in unclear.err
    assert imported("score", "--cycle", code).code == 0
    listed = imported("cycle", "list").out
    assert listed.index("下一年") < listed.index(code)


def test_what_is_there_is_replaced_only_when_it_is_said(imported: Program, year: Path) -> None:
    """A file that differs is refused with each difference, and taken with `--overwrite`."""
    year.write_text(year.read_text(encoding="utf-8").replace("理学院", "数理学院"), encoding="utf-8")
    refused = imported("cycle", "import", year)
    assert refused.code == 1
    assert "已有“理学院”，文件里是“数理学院”" in refused.err
    taken = imported("cycle", "import", year, "--overwrite", "--from", "教务处", "--signed", "--reason", "改名")
    assert "改动1个" in taken.out
    assert "数理学院" in imported("score").out


def test_an_export_replaces_no_file_unasked(imported: Program) -> None:
    """It says so, and writes under a name that the program reads back; without a name it prints."""
    Path("数据.yaml").write_text("mine", encoding="utf-8")
    assert imported("cycle", "export", "--out", "数据.yaml").code == 3
    assert Path("数据.yaml").read_text(encoding="utf-8") == "mine"
    assert imported("cycle", "export", "--out", "数据.txt").code == 2
    assert imported("cycle", "export", "--out", "没有/数据.yaml").code == 3
    assert imported("cycle", "export", "--out", "数据.yaml", "--force").code == 0
    assert Path("数据.yaml").read_text(encoding="utf-8") == imported("cycle", "export").out


def test_the_half_year_is_a_cycle_of_its_own(run: Program) -> None:
    """It is opened beside the year, and watched."""
    from assess.resources import schemes_dir

    sample = schemes_dir() / "xuzhou-2022" / "sample" / "half_year.yaml"
    assert run("init").code == 0
    assert "2022半年" in run("cycle", "open", "--scheme", "xuzhou-2022", "--stage", "半年").out
    assert run("cycle", "import", sample).code == 0
    assert run("monitor", "--quiet").code == 0
    assert run("score").code == 1


def test_units_that_the_next_year_does_not_have_are_named(imported: Program, small: Path) -> None:
    """One was merged before the new period begins."""
    assert imported("unit", "merge", "光学研究所", "--into", "理学院", "--from", "2025-06-01").code == 0
    scheme = small / "scheme.yaml"
    text = scheme.read_text(encoding="utf-8")
    scheme.write_text(text.replace("2025-12-31", "2026-12-31").replace("2025-01-01", "2026-01-01"), encoding="utf-8")
    opened = imported("cycle", "open", "--scheme", small, "--from", "2025")
    assert (opened.code, opened.err) == (0, "")
    assert "已开始考核周期 2026" in opened.out
    assert "从 2025 带来3个单位。" in opened.out
    assert "已撤并的单位没有带来：光学研究所；" in opened.out


def test_units_that_another_scheme_has_no_place_for_are_named(imported: Program) -> None:
    """Nothing is carried over of a unit whose type the new scheme does not know."""
    opened = imported("cycle", "open", "--scheme", "xuzhou-2022", "--from", "2025")
    assert (opened.code, opened.err) == (0, "")
    assert "从 2025 带来0个单位。" in opened.out
    assert "没有这些单位的类型或评分表，没有带来：文学院、理学院、光学研究所、教务处。" in opened.out


def test_what_lacks_in_a_new_year_does_not_flood_the_screen(opened: Program) -> None:
    """Of hundreds of missing values the first are listed, with how many there are and the command that lists all."""
    for name in ("甲系", "乙系", "丙系", "丁系"):
        assert opened("unit", "add", name, "--type", "学院").code == 0
    answer = opened("score")
    lines = answer.err.splitlines()
    assert lines[0].startswith("缺项共")
    assert lines[0].endswith("处，涉及4个单位，这里只列出前5处：")
    assert all(line.startswith("  数据库 甲系 ") for line in lines[1:6])
    assert lines[6].endswith("逐项列出：assess cycle status --list")
    assert len(lines) < 20
    problems = json.loads(opened("score", "--format", "json").out)["problems"]
    assert sum(one["severity"] == "missing" for one in problems) > 20


def test_a_title_is_said_once(opened: Program) -> None:
    """A cycle goes by the title of its scheme unless it is given another one."""
    assert opened("unit", "add", "甲系", "--type", "学院").code == 0
    first, second, *_ = opened("score").out.splitlines()
    assert second == "", first
