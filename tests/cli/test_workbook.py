"""`assess workbook`: sheets out, looked at, in; checked, locked, corrected."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Program
from tests.office_year import DEPARTMENTS, TOP, edited, new_office, page_with

STUDENTS = ("college_a", "K3.1", "students")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the made-up year of 连云港; nobody changes it."""
    folder = tmp_path_factory.mktemp("made")
    sample = TOP / "schemes" / "lianyungang-2018" / "sample" / "year.yaml"
    new_office(folder, "lianyungang-2018", sample).duties(DEPARTMENTS)
    return folder / "考核.db"


@pytest.fixture
def opened(run: Program, made: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program in a folder with that year, and the folders of an office."""
    monkeypatch.setenv("ASSESS_USER", "张三")
    Path("考核.db").write_bytes(made.read_bytes())
    Path("发出").mkdir()
    Path("收回").mkdir()
    return run


def typed(where: tuple[str, str, str], value: object) -> Callable[[Any], None]:
    """Type a value into its cell."""

    def edit(book: Any) -> None:  # noqa: ANN401 the library's books are untyped
        page_with(book, *where).cell(*where).value = value

    return edit


def returned(department: str, where: tuple[str, str, str], value: object) -> Path:
    """The book of a department with one value typed in, as it comes back."""
    (path,) = Path("发出").glob(f"填报表-{department}-*.xlsx")
    return edited(path, typed(where, value), Path("收回") / path.name)


def test_sheets_go_out_are_looked_at_and_come_in(opened: Program) -> None:
    """A book for each department; the preview says what to do next; the import says what is missing."""
    out = opened("workbook", "export", "--each", "department").out
    assert out.startswith("已写出15个文件，共待填0项：\n")
    assert "  发出/填报表-人事处-2018-2019.xlsx（待填0项）\n" in out
    again = opened("workbook", "export", "--each", "department")
    assert (again.code, "--force" in again.err) == (1, True)
    returned("人事处", STUDENTS, "１５００")
    preview = opened("workbook", "import")
    assert preview.code == 0
    assert preview.out.splitlines()[0] == "人事处（填报表-人事处-2018-2019.xlsx）：改动1格"
    assert "改动  二级学院甲 K3.1 专业教师生师比 学生数：1386 → 1500" in preview.out
    assert "“１５００”读作1500" in preview.out
    assert preview.out.endswith("以上是预览，还没有导入。核对无误后加 --apply 再运行一次。\n")
    assert opened("workbook", "import", "--apply").out.endswith("已导入。全年还缺0项，用 assess cycle status 看。\n")
    assert "没有不同，不用导入" in opened("workbook", "import").out
    listed = opened("workbook", "list").out
    assert [line.split()[:2] for line in listed.splitlines() if line.startswith("人事处")] == [["人事处", "已收"]]
    assert json.loads(opened("workbook", "list", "--format", "json").out)["slices"][0]["state"] == "已发"


def test_what_is_wrong_is_said_at_its_cell_and_nothing_is_imported(opened: Program) -> None:
    """Also what only the reading of the year finds wrong; exit code 1."""
    opened("workbook", "export", "--department", "质量监督处")
    returned("质量监督处", ("college_a", "B11", "mark"), 0.55)
    refused = opened("workbook", "import", "--apply")
    assert refused.code == 1
    assert "收回" not in refused.out
    assert "教学质量监控!" in refused.out
    assert "步长0.1" in refused.out
    assert refused.out.endswith("有错误，没有导入任何一格。请改正（或退回部门改正）后再收。\n")
    document = json.loads(opened("workbook", "import", "--format", "json").out)
    assert document["applied"] is False
    assert document["books"][0]["differences"][0]["new"] == "0.55"
    assert document["problems"][0]["place"].startswith("填报表-质量监督处-2018-2019.xlsx 教学质量监控!")
    table = opened("workbook", "import", "--format", "csv").out
    assert table.splitlines()[1].startswith("质量监督处,填报表-质量监督处-2018-2019.xlsx,教学质量监控!")


def test_after_the_lock_a_change_needs_a_correction_and_names_the_units_that_move(opened: Program) -> None:
    """K3.1 is relative: others move with the unit whose value was corrected, and exactly they are named."""
    opened("workbook", "export", "--department", "人事处")
    returned("人事处", STUDENTS, 1500)
    early = opened("workbook", "lock", "--department", "人事处")
    assert (early.code, "请先收回、核对，再锁定" in early.err) == (1, True)
    opened("workbook", "import", "--apply")
    assert opened("workbook", "check", "--department", "人事处").out == "“人事处”的表：已核对。\n"
    assert opened("workbook", "lock", "--department", "人事处").out == "“人事处”的表：已锁。\n"
    refused = opened("entry", "set", "二级学院甲", "K3.1", "学生数", "1600")
    assert refused.code == 1
    assert "“人事处”已锁，改动二级学院甲 K3.1 学生数要有更正单" in refused.err
    assert "--number 更正单号 --reason 理由" in refused.err
    assert opened("entry", "set", "二级学院甲", "K1.2", "考核分", "0.8").code == 0
    before = json.loads(opened("score", "--format", "json").out)
    returned("人事处", STUDENTS, 900)
    assert opened("workbook", "import", "--apply").code == 1
    correction = ("--number", "更正1号", "--reason", "学工处核实")
    done = opened("workbook", "import", "--apply", "--all", *correction)
    assert done.code == 0
    after = json.loads(opened("score", "--format", "json").out)
    moved = {
        one["name"]
        for old, new in zip(before["lists"], after["lists"], strict=True)
        for one in new["units"]
        for was in old["units"]
        if was["id"] == one["id"]
        and (was["leaves"], was["total"], was["rank"]) != (one["leaves"], one["total"], one["rank"])
    }
    named = {
        line.strip().partition("：")[0].removesuffix("（跟着变）")
        for line in done.out.splitlines()
        if ("→" in line and "总分" in line) or ("名次" in line and "→" in line)
    }
    assert moved == named
    assert len(moved) > 1
    assert "已锁：人事处。" in done.out
    assert opened("workbook", "list").out.count("已锁") == 1
    assert opened("workbook", "unlock", "--department", "人事处").code == 1
    assert opened("workbook", "unlock", "--department", "人事处", *correction).out == "“人事处”的表：已收。\n"
    assert "填报表" in opened("entry", "history", "--most", "400").out


def test_words_that_mean_nothing_are_refused(opened: Program) -> None:
    """All of them at once, each with what is allowed."""
    refused = opened(
        "workbook",
        "export",
        "--department",
        "无此部门",
        "--unit",
        "无此单位",
        "--assessor",
        "无此人",
        "--chapter",
        "无此章",
    )
    assert refused.code == 1
    assert [word in refused.err for word in ("无此部门", "无此单位", "无此人", "无此章")] == [True] * 4
    nothing = opened("workbook", "export", "--department", "人事处", "--chapter", "K1")
    assert (nothing.code, "这个范围里没有要填的" in nothing.err) == (1, True)
    empty = opened("workbook", "import")
    assert (empty.code, "没有可以收回的表" in empty.err) == (3, True)


def test_slices_of_units_chapters_and_assessors(opened: Program) -> None:
    """Each with its own file; a unit's has its self-marks; as CSV a file for each sheet."""
    opened("duty", "set", "K1.4", "--department", "教务处", "--assessor", "岑南乔", "--assessor", "项子衿")
    assert opened("workbook", "export", "--unit", "甲学院").code == 0
    assert opened("workbook", "export", "--chapter", "师资队伍").code == 0
    assert opened("workbook", "export", "--assessor", "岑南乔").code == 0
    assert opened("workbook", "export", "--each", "assessor", "--force").code == 0
    assert opened("workbook", "export", "--each", "unit", "--force").code == 0
    assert opened("workbook", "export", "--department", "人事处", "--format", "csv", "--out", "表").code == 0
    names = {path.name for path in Path("发出").iterdir()}
    assert {"填报表-二级学院甲-2018-2019.xlsx", "填报表-K3 师资队伍-2018-2019.xlsx"} <= names
    assert "填报表-评分人岑南乔-2018-2019.xlsx" in names
    assert any(path.name.endswith("K3 师资队伍.csv") for path in Path("表").iterdir())
    assert "没有不同" in opened("workbook", "import", "表").out
    assert "没有不同" in opened("workbook", "import", "发出").out


def test_a_conflict_is_decided_by_a_person(opened: Program) -> None:
    """The preview says how; without a word for it nothing is imported."""
    opened("workbook", "export", "--department", "人事处")
    opened("entry", "set", "二级学院甲", "K3.1", "学生数", "1400")
    returned("人事处", STUDENTS, 1500)
    preview = opened("workbook", "import")
    assert "冲突  二级学院甲 K3.1 专业教师生师比 学生数：1400 → 1500（发出时是1386）" in preview.out
    assert preview.out.splitlines()[-1].endswith("加 --apply --conflicts returned（以表为准），或 kept（保留现在的）。")
    assert opened("workbook", "import", "--strict", "--apply").code == 1
    assert opened("workbook", "import", "--apply").code == 1
    assert opened("workbook", "import", "--apply", "--conflicts", "kept").code == 0
    assert "1400人" in opened("entry", "show", "二级学院甲", "K3.1").out
    assert opened("workbook", "import", "--apply", "--conflicts", "returned").code == 0
    assert "1500人" in opened("entry", "show", "二级学院甲", "K3.1").out
