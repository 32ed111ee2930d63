"""Excel, Word and CSV to grids: merged cells spread, numbers as they are shown, what cannot be used in one sentence."""

import csv
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table
from openpyxl import Workbook

from assess.disk.refusals import OutsideError
from assess.files import table_csv, table_document
from assess.files.table_file import read_table_file
from assess.files.table_workbook import shown
from assess.ground.grid import Grid
from assess.ground.place import ProblemsError

SAVE_WORKBOOK = "请用Excel、WPS或LibreOffice打开，另存为“Excel工作簿（.xlsx）”，不要加密码"
SAVE_DOCUMENT = "请用Word、WPS或LibreOffice打开，另存为“Word文档（.docx）”，不要加密码"


def texts(grid: Grid) -> list[list[str]]:
    """The texts of a grid."""
    return [[str(cell) for cell in row] for row in grid.rows]


def places(grid: Grid) -> list[str]:
    """The places of its first row."""
    return [str(cell.place) for cell in grid.rows[0]]


def only(path: Path) -> Grid:
    """The one grid of a file that has no mistakes."""
    (grid,), problems = read_table_file(path)
    assert problems == []
    return grid


def refusal(path: Path) -> str:
    """How a file is refused."""
    with pytest.raises(ProblemsError) as caught:
        read_table_file(path)
    return str(caught.value)


# --- Excel -----------------------------------------------------------------------------------------


def test_a_workbook(tmp_path: Path) -> None:
    """A grid a sheet; merged cells stand in all that they cover, with the place where they begin."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "甲"
    for row in (["标题", None, None], ["一级", "二级", "值"], [None, "二级乙", 0.95], [None, None, 8]):
        sheet.append(row)
    for area in ("A1:C1", "A2:A3", "B3:B4"):
        sheet.merge_cells(area)
    sheet["C3"].number_format = "0%"
    sheet["C4"].number_format = '0"次"'
    book.create_sheet("乙")["B2"] = "另一张"
    book.save(tmp_path / "表.xlsx")
    (first, second), problems = read_table_file(tmp_path / "表.xlsx")
    assert problems == []
    assert (first.title, first.is_sheet) == ("甲", True)
    assert texts(first) == [["标题"] * 3, ["一级", "二级", "值"], ["一级", "二级乙", "95%"], ["", "二级乙", "8次"]]
    assert places(first) == ["表.xlsx 甲!A1"] * 3
    assert texts(second) == [["", ""], ["", "另一张"]]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (0.999, "0.00%", "99.9%"),
        (0.95, "0%", "95%"),
        (1, "0%", "100%"),
        (0.95, "General", "0.95"),
        (8, '0"次"', "8次"),
        (8, "0人", "8人"),
        (8, "#,##0", "8"),
        (True, "0%", "是"),
        (float("inf"), "0%", "inf"),
        ("8", "0%", "8"),
        (None, "0%", ""),
    ],
)
def test_a_number_is_read_as_the_sheet_shows_it(value: object, number_format: str, text: str) -> None:
    """Percent and a unit that only the format has are a part of what is printed."""
    assert shown(value, number_format) == text


def test_cells_that_cannot_be_used(tmp_path: Path) -> None:
    """A date where a text should be: the problem of any workbook."""
    from datetime import date

    book = Workbook()
    book.worksheets[0]["B2"] = date(2026, 12, 31)
    book.save(tmp_path / "表.xlsx")
    _, problems = read_table_file(tmp_path / "表.xlsx")
    assert [str(problem).splitlines()[0] for problem in problems] == [
        "表.xlsx Sheet!B2: 错误：这一格是日期或时间（2026-12-31），这里应为文字或数字"
    ]


def with_areas(path: Path, *areas: str) -> None:
    """A workbook of two times two cells with merged areas that no program would make."""
    book = Workbook()
    for row in (["a", "b"], ["c", "d"]):
        book.worksheets[0].append(row)
    book.save(path.with_name("plain.xlsx"))
    merged = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    with zipfile.ZipFile(path.with_name("plain.xlsx")) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("sheet1.xml"):
                part = part.replace(b"</sheetData>", f"</sheetData><mergeCells>{merged}</mergeCells>".encode())
            new.writestr(name, part)


@pytest.mark.parametrize(
    ("areas", "cells"),
    [
        (("A1:XFD1048576",), [["a", "a"], ["a", "a"]]),
        (("A1:B1", "A1:A2"), [["a", "a"], ["c", "d"]]),
        (("B1:B2", "A1:B2"), [["a", "b"], ["a", "b"]]),
        (("Z9:Z10", "C1:D1"), [["a", "b"], ["c", "d"]]),
    ],
)
def test_areas_that_overlap_or_lie_outside(tmp_path: Path, areas: Sequence[str], cells: list[list[str]]) -> None:
    """They end where another begins, and at the edge of the sheet."""
    with_areas(tmp_path / "表.xlsx", *areas)
    assert texts(only(tmp_path / "表.xlsx")) == cells


# --- Word ------------------------------------------------------------------------------------------


def document(path: Path, make: Callable[[Document], None]) -> Path:
    """A document that `make` fills."""
    made = docx.Document()
    make(made)
    made.save(str(path))
    return path


def filled(table: Table, *rows: str) -> Table:
    """The table with these cells."""
    for row, line in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, line.split("|"), strict=True):
            cell.text = text
    return table


def test_a_document(tmp_path: Path) -> None:
    """Paragraphs between tables are rows; merged cells stand in all that they cover; places name table, row, column."""

    def make(made: Document) -> None:
        made.add_paragraph("甲绩效目标表")
        made.add_paragraph("")
        made.add_paragraph("单位：万元")
        table = filled(made.add_table(3, 3), "一|二|三", "四|五|六", "七|八|九")
        table.cell(0, 0).merge(table.cell(0, 1))
        table.cell(0, 2).merge(table.cell(2, 2))
        made.add_paragraph("结束")

    (before, table, after), problems = read_table_file(document(tmp_path / "表.docx", make))
    assert problems == []
    assert texts(before) == [["甲绩效目标表"], ["单位：万元"]]
    assert [str(row[0].place) for row in before.rows] == ["表.docx 第1段", "表.docx 第3段"]
    assert texts(table) == [["一\n二", "一\n二", "三\n六\n九"], ["四", "五", "三\n六\n九"], ["七", "八", "三\n六\n九"]]
    assert (table.title, table.is_sheet) == ("表1", False)
    assert places(table) == ["表.docx 表1 第1行第1列", "表.docx 表1 第1行第1列", "表.docx 表1 第1行第3列"]
    assert str(table.rows[2][1].place) == "表.docx 表1 第3行第2列"
    assert texts(after) == [["结束"]]


def test_texts_of_a_document(tmp_path: Path) -> None:
    """Insertions count, deletions do not; line breaks and tabs; content controls; a table inside a cell comes after."""

    def make(made: Document) -> None:
        table = made.add_table(1, 2)
        paragraph = table.cell(0, 0).paragraphs[0]._p
        run = "<w:r><w:t>新</w:t><w:br/><w:t>行</w:t><w:tab/></w:r>"
        paragraph.append(parse_xml(f"<w:ins {nsdecls('w')} w:id='1' w:author='a'>{run}</w:ins>"))
        paragraph.append(
            parse_xml(f"<w:del {nsdecls('w')} w:id='2' w:author='a'><w:r><w:delText>旧</w:delText></w:r></w:del>")
        )
        table.cell(0, 0).add_paragraph("二段")
        inner = table.cell(0, 1).add_table(1, 1)
        inner.cell(0, 0).text = "里面"
        control = OxmlElement("w:sdt")
        content = OxmlElement("w:sdtContent")
        control.append(content)
        outer = made.add_table(1, 1)
        outer.cell(0, 0).text = "控件里"
        outer._tbl.addprevious(control)
        content.append(outer._tbl)

    grids, _ = read_table_file(document(tmp_path / "表.docx", make))
    assert [(grid.title, texts(grid)) for grid in grids] == [
        ("表1", [["新\n行\n二段", ""]]),
        ("表2", [["里面"]]),
        ("表3", [["控件里"]]),
    ]


def test_rows_that_begin_late_or_are_short(tmp_path: Path) -> None:
    """Cells stay in their columns; a continued cell with nothing above is its own; what is no number is none."""

    def make(made: Document) -> None:
        table = filled(made.add_table(3, 3), "a|b|c", "d|e|f", "g|h|i")
        late, odd = table.rows[1]._tr, table.rows[0]._tr
        late.remove(late.tc_lst[0])
        late.get_or_add_trPr().append(parse_xml(f"<w:gridBefore {nsdecls('w')} w:val='1'/>"))
        odd.tc_lst[0].get_or_add_tcPr().append(parse_xml(f"<w:vMerge {nsdecls('w')}/>"))
        span = odd.tc_lst[1].get_or_add_tcPr()
        span.append(parse_xml(f"<w:gridSpan {nsdecls('w')}/>"))
        last = table.rows[2]._tr
        last.remove(last.tc_lst[2])
        last.tc_lst[1].get_or_add_tcPr().append(parse_xml(f"<w:vMerge {nsdecls('w')} w:val='restart'/>"))

    assert texts(only(document(tmp_path / "表.docx", make))) == [["a", "b", "c"], ["", "e", "f"], ["g", "h", ""]]


def test_a_tab_stop_is_no_tab(tmp_path: Path) -> None:
    """Only what is typed is text."""

    def make(made: Document) -> None:
        paragraph = made.add_table(1, 1).cell(0, 0).paragraphs[0]
        paragraph.paragraph_format.tab_stops.add_tab_stop(100000)
        paragraph.add_run("字")

    assert texts(only(document(tmp_path / "表.docx", make))) == [["字"]]


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ("MAX_TABLES", "表格太多（最多1个）"),
        ("MAX_ROWS", "表1的行太多（最多1行）"),
        ("MAX_COLUMNS", "表1的列太多（最多1列）"),
    ],
)
def test_a_document_beyond_all_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, said: str) -> None:
    """More tables, rows or columns than a person makes are refused."""

    def make(made: Document) -> None:
        for _ in range(2):
            made.add_table(2, 1 if limit != "MAX_COLUMNS" else 2)

    monkeypatch.setattr(table_document, limit, 1)
    assert refusal(document(tmp_path / "表.docx", make)) == f"表.docx: 错误：{said}\n    → {SAVE_DOCUMENT}"


def broken(path: Path, part: str) -> Path:
    """A document whose main part is something else."""
    with (
        zipfile.ZipFile(document(path.with_name("good.docx"), lambda _: None)) as old,
        zipfile.ZipFile(path, "w") as new,
    ):
        for name in old.namelist():
            new.writestr(name, part if name == "word/document.xml" else old.read(name))
    return path


def test_a_broken_document(tmp_path: Path) -> None:
    """Whatever the library stumbles over is one sentence."""
    said = "表.docx: 错误：文档里的内容已损坏，读不出来"
    assert refusal(broken(tmp_path / "表.docx", "<no")) == f"{said}\n    → {SAVE_DOCUMENT}"
    assert refusal(broken(tmp_path / "表.docx", "<a/>")) == f"{said}\n    → {SAVE_DOCUMENT}"


@pytest.mark.parametrize(
    ("name", "content", "said", "hint"),
    [
        ("表.docx", b"PK no", "这不是Word文档，或文件已损坏", SAVE_DOCUMENT),
        ("表.docx", b"\xd0\xcf\x11\xe0 old", "这是旧格式（.doc）或加了密码的文档", SAVE_DOCUMENT),
        ("表.xlsx", b"\xd0\xcf\x11\xe0 old", "这是旧格式（.xls）或加了密码的工作簿", SAVE_WORKBOOK),
        ("表.xlsx", b"", "这不是Excel工作簿，或文件已损坏", SAVE_WORKBOOK),
    ],
)
def test_files_that_are_not_what_they_are_called(
    tmp_path: Path, name: str, content: bytes, said: str, hint: str
) -> None:
    """Damaged, old, or with a password."""
    (tmp_path / name).write_bytes(content)
    assert refusal(tmp_path / name) == f"{name}: 错误：{said}\n    → {hint}"


def test_a_workbook_that_is_called_a_document(tmp_path: Path) -> None:
    """It is told by its parts."""
    Workbook().save(tmp_path / "表.docx")
    assert refusal(tmp_path / "表.docx") == f"表.docx: 错误：这不是Word文档\n    → {SAVE_DOCUMENT}"


def test_a_bomb(tmp_path: Path) -> None:
    """What would unpack to more than is allowed is not unpacked."""
    document(tmp_path / "表.docx", lambda _: None)
    with zipfile.ZipFile(tmp_path / "表.docx", "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(70):
            archive.writestr(f"word/media/{number}", "0" * 1_000_000)
    assert "文档展开后太大（67MB、" in refusal(tmp_path / "表.docx")
    document(tmp_path / "表.docx", lambda _: None)
    with zipfile.ZipFile(tmp_path / "表.docx", "a") as archive:
        archive.writestr("word/x.xml", '<!DOCTYPE x [<!ENTITY a "ha">]><x/>')
    assert "文档里有不该有的内容（DTD）" in refusal(tmp_path / "表.docx")


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    """50 MB are no target table."""
    for name in ("表.xlsx", "表.docx", "表.csv"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(50 * 1024 * 1024)
        assert "文件太大（上限" in refusal(tmp_path / name)


# --- CSV -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_csv(tmp_path: Path, encoding: str, separator: str) -> None:
    """Any encoding and separator of an office; a field may have line breaks; short lines are filled up."""
    with (tmp_path / "表.csv").open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows([["一级", "二\n级", "三"], ["数", "量"]])
    found = only(tmp_path / "表.csv")
    assert texts(found) == [["一级", "二\n级", "三"], ["数", "量", ""]]
    assert places(found) == ["表.csv:1:1", "表.csv:1:2", "表.csv:1:3"]
    assert str(found.rows[1][0].place) == "表.csv:3:1"


def test_csv_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An endless field, too many rows, an empty file."""
    path = tmp_path / "表.csv"
    path.write_text("a\n" + "长" * 200_000, encoding="utf-8")
    assert refusal(path).splitlines()[0] == "表.csv:2:1: 错误：这里读不成CSV（引号没有配对，或一格太长）"
    path.write_text("a\nb\nc\n", encoding="utf-8")
    monkeypatch.setattr(table_csv, "MAX_ROWS", 2)
    assert refusal(path).splitlines()[0] == "表.csv:4:1: 错误：行或列太多（最多2行、100列）"
    path.write_bytes(b"")
    assert refusal(path).splitlines()[0] == "表.csv: 错误：文件是空的"


# --- any file --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("表.xls", "请另存为.xlsx再试"),
        ("表.DOC", "请另存为.docx再试"),
        ("表.wps", "请另存为.docx再试"),
        ("表.pdf", "PDF、图片和网页请先转成Word或Excel，并核对转出的文字"),
    ],
)
def test_other_kinds_of_files(tmp_path: Path, name: str, hint: str) -> None:
    """They are refused with what to do."""
    (tmp_path / name).write_bytes(b"x")
    kind = (tmp_path / name).suffix.lower()
    said = f"{name}: 错误：不能读{kind}文件；可以读的有.xlsx、.docx、.csv"
    assert refusal(tmp_path / name) == f"{said}\n    → {hint}"


def test_a_file_without_a_suffix(tmp_path: Path) -> None:
    """Its kind is not guessed."""
    (tmp_path / "表").write_bytes(b"x")
    assert "不能读没有后缀的文件" in refusal(tmp_path / "表")


def test_files_that_are_not_there(tmp_path: Path) -> None:
    """A missing file or a folder is nothing of the data."""
    for name in ("表.xlsx", "表.docx", "表.csv", "表.pdf"):
        with pytest.raises(OutsideError, match="找不到文件"):
            read_table_file(tmp_path / name)
    with pytest.raises(OutsideError, match="是一个文件夹"):
        read_table_file(tmp_path)


def test_a_cell_without_end(tmp_path: Path) -> None:
    """A text that no scheme file can hold is a problem of its cell."""
    (tmp_path / "表.csv").write_text(f"a,{'长' * 20_001}\n", encoding="utf-8")
    _, problems = read_table_file(tmp_path / "表.csv")
    assert [str(problem) for problem in problems] == ["表.csv:1:2: 错误：文字太长（最多20000个字）\n    → 请缩短"]
