"""`assess unit import`: an office's own list of units becomes the units of a cycle."""

import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Program


def workbook(path: Path, *rows: list[object]) -> Path:
    """A workbook of one sheet 名单 with these rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "名单"
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def units(run: Program) -> list[tuple[str, str, str, str | None, int]]:
    """The units of the cycle."""
    listed = json.loads(run("unit", "list", "--format", "json").out)["units"]
    return [(one["id"], one["name"], one["type"], one["table"], one["order"]) for one in listed]


def test_a_list_becomes_units(opened: Program, tmp_path: Path) -> None:
    """Looked at first, then all of it; a second time nothing is new."""
    file = workbook(
        tmp_path / "单位.xlsx",
        ["考核单位（共4个）"],
        ["序号", "部门名称", "类别", "指标表", "负责人"],
        [1, "文 学 院", "学院", None, "王　五"],
        [2, "光学研究所", None, None, "赵六"],
        [3, "教务处", None, None, "钱七"],
    )
    looked = opened("unit", "import", file)
    assert (looked.code, looked.err) == (0, "")
    lines = [line.rstrip() for line in looked.out.splitlines()]
    assert lines[0] == "单位.xlsx：读到3个单位，其中新的3个，有改动的0个"
    assert lines[3].split() == ["u1", "文学院", "学院", "王五"]
    assert "  名单!A1  写的是4个单位，读到3个：请核对有没有漏掉或多出的行" in lines
    assert "  名单!B4  光学研究所：单位类型没有写，按名称定为“研究所”" in lines
    assert lines[-1] == "以上是预览，还没有导入。核对无误后加 --apply 再运行一次。"
    assert opened("unit", "list").code == 1
    done = opened("unit", "import", file, "--apply")
    assert "已导入。下一步：assess unit list 看单位" in done.out
    assert units(opened) == [
        ("u1", "文学院", "college", None, 1),
        ("u2", "光学研究所", "institute", None, 2),
        ("u3", "教务处", "office", "registry", 3),
    ]
    assert opened("db", "check").code == 0
    assert opened("unit", "import", file, "--apply").out.splitlines()[-1] == "没有不同，不用导入。"


def test_known_units_are_changed_and_not_doubled(imported: Program, tmp_path: Path) -> None:
    """By name, short name or the former one in the list; old and new are shown; blank cells clear nothing."""
    before = units(imported)
    file = workbook(
        tmp_path / "单位.xlsx",
        ["单位", "原名", "负责人", "联系人", "次序"],
        ["文院", None, "王五", None, None],
        ["数理学院", "理学院", None, "赵六", 7],
        ["新学院", None, None, None, None],
    )
    looked = imported("unit", "import", file)
    lines = [" ".join(line.split()) for line in looked.out.splitlines()]
    assert lines[0] == "单位.xlsx：读到3个单位，其中新的1个，有改动的2个"
    assert "负责人 未填 → 王五" in lines
    assert "单位名称 理学院 → 数理学院" in lines
    assert "“文院”是“文学院”的简称、原名或另一种写法，名称不改" in looked.out
    assert "考核周期里有、名单里没有的单位，没有动：" in looked.out
    assert units(imported) == before
    document = json.loads(imported("unit", "import", file, "--apply", "--format", "json").out)
    assert (document["applied"], document["rows"]) == (True, 3)
    assert document["new"][0]["name"] == "新学院"
    assert {"unit": "arts", "title": "文学院 单位情况 负责人", "old": None, "new": "王五"} in document["changes"]
    assert len(units(imported)) == len(before) + 1
    assert ("science", "数理学院") in [one[:2] for one in units(imported)]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["单位", "类别"], ["甲", "系"], ["乙", None]], ["名单!B2  没有单位类型“系”", "名单!A3  看不出“乙”"]),
        ([["单位", "类别", "次序"], ["甲", "学院", "一"]], ["名单!C2  应为整数，这里写的是“一”"]),
        ([["单位"], ["文院"], ["文学院"]], ["名单!A3  “文学院”和“文院”是同一个单位“文学院”"]),
        ([["单位"], ["=1+1"]], ["名单!A2  这一格是公式，文件里没有算好的值"]),
        ([["姓名"], ["王五"]], ["单位.xlsx  找不到“单位名称”一列"]),
    ],
)
def test_a_list_with_a_mistake_changes_nothing(
    imported: Program, tmp_path: Path, rows: list[list[object]], said: list[str]
) -> None:
    """Every mistake is said at its cell, and not one unit is taken."""
    before = units(imported)
    done = imported("unit", "import", workbook(tmp_path / "单位.xlsx", *rows), "--apply")
    assert done.code == 1
    for one in said:
        assert one in done.out
    assert "有错误，一个单位也没有导入" in done.out
    assert units(imported) == before


def test_a_file_that_is_no_list_is_refused(opened: Program, tmp_path: Path) -> None:
    """In one sentence, with what to do; a file that is not there is none."""
    file = tmp_path / "名单.xlsx"
    file.write_bytes(b"%PDF-1.4")
    done = opened("unit", "import", file)
    assert (done.code, "这是PDF文件" in done.out) == (1, True)
    assert opened("unit", "import", tmp_path / "没有.xlsx").code == 3
    assert opened("unit", "import", tmp_path / "没有.docx").code == 3


def test_a_list_of_last_years_units_keeps_their_ids(imported: Program, small: Path, tmp_path: Path) -> None:
    """As a CSV of WPS, in GB18030."""
    assert imported("cycle", "open", "--scheme", small, "--code", "2026").code == 0
    file = tmp_path / "名单.csv"
    file.write_bytes("单位名称,单位类型\n文学院,学院\n人文学院,学院\n".encode("gb18030"))
    done = imported("unit", "import", file, "--cycle", "2026", "--apply")
    assert done.code == 0, done.out
    listed = json.loads(imported("unit", "list", "--cycle", "2026", "--format", "json").out)["units"]
    assert (listed[0]["id"], listed[0]["name"]) == ("arts", "文学院")
    assert listed[1]["id"].startswith("u")


def test_a_list_in_a_document_is_read(opened: Program, tmp_path: Path) -> None:
    """The tables of a Word document, with the row and column of what is said; what has no unit yet is said at once."""
    rows = (("单位", "类别"), ("文学院", "院系"), ("光学研究所", "研究所"))
    cells = ("".join(f"<w:tc><w:p><w:r><w:t>{one}</w:t></w:r></w:p></w:tc>" for one in row) for row in rows)
    body = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    file = tmp_path / "名单.docx"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
        )
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{main}"><w:body><w:tbl>{body}</w:tbl></w:body></w:document>',
        )
    done = opened("unit", "import", file)
    assert done.code == 0, done.out
    lines = [line.strip() for line in done.out.splitlines()]
    assert "表1 第2行第1列  文学院：单位类型没有写，按名称定为“学院”" in lines
    assert "名单.docx  一个单位也没有的单位类型：处室" in lines
