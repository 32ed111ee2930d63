"""The duties as a sheet: out, filled in by an office, and back."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from assess.disk.refusals import OutsideError
from assess.ground.place import ProblemsError
from assess.services.cycles.duties.book import duty_book
from assess.services.cycles.duties.sheets import export_duties, import_duties
from assess.year.duties import Duty
from tests.storage.office import ACT, Office, office
from tests.storage.test_duties import order, settled


@pytest.fixture
def of(tmp_path: Path) -> Office:
    """A cycle in a file; what a sheet says is settled by the service that is tried on both databases."""
    return office(str(tmp_path / "考核.db"))


def written(path: Path, *rows: list[object], title: str = "分工") -> Path:
    """A workbook with one sheet of these rows."""
    book = openpyxl.Workbook()
    book.worksheets[0].title = title
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def refused(of: Office, path: Path) -> list[str]:
    """What is said of a sheet, and that nothing of it was settled."""
    with pytest.raises(ProblemsError) as caught:
        import_duties(of.database, of.code, path, ACT)
    assert not duty_book(of.database, of.code).duties
    return [f"{one.place} {one.text}" for one in caught.value.problems]


@pytest.mark.parametrize("name", ["分工.xlsx", "分工.csv"])
def test_what_goes_out_comes_back_as_it_was(of: Office, tmp_path: Path, name: str) -> None:
    """With the chapters that nobody has yet; nothing changes by bringing it back."""
    settled(of, order("K3", "人事处", assessors=["张三", "李四"], due="2019-10-15"))
    settled(of, order("K3", "教发中心"), reason="机构调整")
    assert export_duties(of.database, of.code, tmp_path / name) == 2
    assert not import_duties(of.database, of.code, tmp_path / name, ACT).changed
    with pytest.raises(OutsideError, match="已经存在"):
        export_duties(of.database, of.code, tmp_path / name)
    with pytest.raises(ProblemsError, match=r"文件名应以.xlsx或.csv结尾"):
        export_duties(of.database, of.code, tmp_path / "分工.pdf")


def test_the_sheet_as_an_office_sees_it(of: Office, tmp_path: Path) -> None:
    """Notes first; then the duties, each in a row of texts, and the chapters to be filled in."""
    settled(of, order("K3", "人事处", assessors=["张三", "李四"], due="2019-10-15"))
    export_duties(of.database, of.code, tmp_path / "分工.xlsx")
    book = openpyxl.load_workbook(tmp_path / "分工.xlsx")
    assert book.sheetnames == ["说明", "考核分工"]
    rows = [[cell.value for cell in row] for row in book["考核分工"].iter_rows(max_row=5)]
    assert rows[:3] == [
        ["指标", "牵头部门", "评分人", "截止日期", "自…起", "原因"],
        ["K3 师资队伍", "人事处", "张三、李四", "2019-10-15", "2018-09-01", None],
        ["全部", None, None, None, None, None],
    ]
    assert book["考核分工"]["D2"].number_format == "@"


def test_a_sheet_of_ones_own_is_understood(of: Office, tmp_path: Path) -> None:
    """Few columns, in any order, beside others; days as Excel keeps them; rows with an indicator alone are left."""
    path = written(
        tmp_path / "各部门.xlsx",
        ["序号", "牵头部门", "指标", "截止日期", "评分人"],
        [1, "人事处", "师资队伍", datetime(2019, 10, 15), "张三，李四；王五"],  # noqa: DTZ001 a workbook knows no zones
        [2, None, "K4", None, None],
        [3, "组织部", "民主测评", None, None],
    )
    done = import_duties(of.database, of.code, path, ACT)
    assert duty_book(of.database, of.code).duties == (
        Duty("K3", "2018-09-01", "人事处", ("张三", "李四", "王五"), "2019-10-15"),
        Duty("votes", "2018-09-01", "组织部"),
    )
    assert len(done.duties) == 2


def test_every_mistake_is_named_with_its_cell(of: Office, tmp_path: Path) -> None:
    """All of them in one run."""
    path = written(
        tmp_path / "分工.xlsx",
        ["指标", "牵头部门", "截止日期"],
        ["K3", "人事处", "明天"],
        ["K99", "人事处", None],
        [None, "人事处", None],
        ["K4", "招生处", None],
        ["K4 招生工作", "学工处", None],
    )
    assert refused(of, path) == [
        "分工.xlsx 分工!C2 截止日期应为日期，写成2019-03-01的形式，这里写的是“明天”",
        "分工.xlsx 分工!A3 没有“K99”这个指标或组成部分",
        "分工.xlsx 分工!A4 没有写指标",
        "分工.xlsx 分工!A6 “K4 招生工作”自2018-09-01起的分工写了两次",
    ]


def test_a_file_that_is_no_such_sheet_is_said(of: Office, tmp_path: Path) -> None:
    """What it lacks, or that nothing is filled in, or that it is of another kind."""
    assert refused(of, written(tmp_path / "a.xlsx", ["项目", "部门"], ["K3", "人事处"])) == [
        "a.xlsx 分工!A1 第一行没有这些列名：指标、牵头部门"
    ]
    assert refused(of, written(tmp_path / "b.xlsx", ["指标", "牵头部门"], ["K3", None])) == [
        "b.xlsx 表里没有一行填了分工"
    ]
    (tmp_path / "c.csv").write_text("指标,牵头部门\nK99,人事处\n", encoding="utf-8")
    assert refused(of, tmp_path / "c.csv") == ["c.csv:2:1 没有“K99”这个指标或组成部分"]
    (tmp_path / "d.pdf").write_bytes(b"")
    assert refused(of, tmp_path / "d.pdf") == ["d.pdf 不能读.pdf文件；可以读的有.xlsx、.docx、.csv"]
    with pytest.raises(OutsideError, match="找不到文件"):
        import_duties(of.database, of.code, tmp_path / "e.xlsx", ACT)
