"""Workbooks of any program: cells to texts with their places; what cannot be used is refused in one sentence."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import Workbook

from assess.disk.refusals import OutsideError
from assess.files import workbook
from assess.files.workbook import read_workbook, written
from assess.ground.place import ProblemsError
from assess.ground.tree import Rows, Text

SAVE_AS = "\n    → 请用Excel、WPS或LibreOffice打开，另存为“Excel工作簿（.xlsx）”，不要加密码"

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FORMAT = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def made_elsewhere(path: Path, sheet: str, parts: Mapping[str, str] | None = None) -> Path:
    """A workbook as another program writes it: no styles, a wrong size, shared and inline texts."""
    everything = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{FORMAT}.sheet.main+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{FORMAT}.sharedStrings+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{FORMAT}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        '<sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><r><t>分</t></r><r><rPr><b/></rPr><t>段</t></r>'
        '<rPh sb="0" eb="1"><t>fen</t></rPh></si></sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><dimension ref="A1"/>'
        f"<sheetData>{sheet}</sheetData></worksheet>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (everything | dict(parts or {})).items():
            archive.writestr(name, content)
    return path


def cells(path: Path) -> list[list[str]]:
    """The one sheet's texts."""
    book, problems = read_workbook(path)
    assert problems == []
    (rows,) = book.values()
    assert isinstance(rows, Rows)
    return [[str(cell) for cell in row] for row in rows if isinstance(row, Rows)]


def saved(path: Path, *rows: tuple[str | int, ...]) -> Path:
    """A workbook of these rows."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "表"
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_texts_of_another_program(tmp_path: Path) -> None:
    """Shared, formatted and inline texts, kept values of formulas, gaps, and sizes that are wrong."""
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>里</t></is></c></row>'
        '<row r="3"><c r="B3" t="str"><f>"甲"&amp;1</f><v>甲1</v></c><c r="C3"><f>1/4</f><v>0.25</v></c></row>'
        '<row r="4"><c r="D4" s="0"/></row><row r="9"><c r="A9"/></row>'
    )
    path = made_elsewhere(tmp_path / "w.xlsx", rows)
    assert cells(path) == [["分段", "", "里"], ["", "", ""], ["", "甲1", "0.25"]]
    book, _ = read_workbook(path)
    rows_read = book["表"]
    assert isinstance(rows_read, Rows)
    assert isinstance(rows_read[2], Rows)
    assert [str(cell.place) for cell in rows_read[2] if isinstance(cell, Text)] == [
        "w.xlsx 表!A3",
        "w.xlsx 表!B3",
        "w.xlsx 表!C3",
    ]


def test_cells_that_cannot_be_used(tmp_path: Path) -> None:
    """A formula nobody computed, error values, dates and endless texts: each with its cell."""
    rows = (
        '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1" t="e"><v>#REF!</v></c>'
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="d"><v>2019-09-01</v></c>'
        f'<c r="E1" t="inlineStr"><is><t>{"长" * 20_001}</t></is></c></row>'
    )
    _, problems = read_workbook(made_elsewhere(tmp_path / "w.xlsx", rows))
    assert [str(problem) for problem in problems] == [
        "w.xlsx 表!A1: 错误：这一格是公式，文件里没有算好的值\n    → 请把公式换成它的值（选择性粘贴→数值）",
        "w.xlsx 表!B1: 错误：这一格是错误值#REF!\n    → 请改成应有的文字或数字",
        "w.xlsx 表!C1: 错误：这一格是错误值#DIV/0!\n    → 请改成应有的文字或数字",
        (
            "w.xlsx 表!D1: 错误：这一格是日期或时间（2019-09-01），这里应为文字或数字\n"
            "    → 请把单元格格式改为“文本”再重新填写"
        ),
        "w.xlsx 表!E1: 错误：文字太长（最多20000个字）\n    → 请缩短",
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "是"),
        (False, "否"),
        (7, "7"),
        (0.1 + 0.2, "0.3"),
        (1234567890.12345, "1234567890.12345"),
        (100.0, "100"),
        (1e15, "1000000000000000"),
        (-0.0, "0"),
        (float("inf"), "inf"),
        ("=1+1", "=1+1"),
    ],
)
def test_a_value_as_text(value: object, text: str) -> None:
    """Numbers have 15 significant digits and no exponent."""
    assert written(value) == text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04 no archive", "这不是Excel工作簿，或文件已损坏"),
        (b"name,points\n", "这不是Excel工作簿，或文件已损坏"),
        (b"\xd0\xcf\x11\xe0 old", "这是旧格式（.xls）或加了密码的工作簿"),
        (b"", "这不是Excel工作簿，或文件已损坏"),
    ],
)
def test_a_file_that_is_no_workbook(tmp_path: Path, content: bytes, said: str) -> None:
    """Anything else is refused in one sentence."""
    (tmp_path / "w.xlsx").write_bytes(content)
    with pytest.raises(ProblemsError) as caught:
        read_workbook(tmp_path / "w.xlsx")
    assert str(caught.value) == f"w.xlsx: 错误：{said}{SAVE_AS}"


def refusal(path: Path) -> str:
    """The one sentence with which a workbook is refused."""
    with pytest.raises(ProblemsError) as caught:
        read_workbook(path)
    return str(caught.value).removeprefix("w.xlsx: 错误：").removesuffix(SAVE_AS)


def test_another_archive(tmp_path: Path) -> None:
    """A zip or a document of another kind is no workbook."""
    with zipfile.ZipFile(tmp_path / "w.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refusal(tmp_path / "w.xlsx") == "这不是Excel工作簿"


def test_a_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What would unpack to more than is allowed is not unpacked; nor are too many parts."""
    bomb = {f"xl/media/{number}": "0" * 1_000_000 for number in range(70)}
    path = made_elsewhere(tmp_path / "w.xlsx", "", bomb)
    assert path.stat().st_size < 200_000
    assert refusal(path) == "工作簿展开后太大（66MB、76个部分）"
    monkeypatch.setattr(workbook, "MAX_UNPACKED", 10**9)
    monkeypatch.setattr(workbook, "MAX_PARTS", 75)
    assert refusal(path) == "工作簿展开后太大（66MB、76个部分）"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities(tmp_path: Path, encoding: str) -> None:
    """A part that declares entities of its own is never parsed."""
    part = '<!DOCTYPE x [<!ENTITY a "ha">]><sst/>'.encode(encoding)
    path = made_elsewhere(tmp_path / "w.xlsx", "")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/extra.xml", part)
    assert refusal(path) == "工作簿里有不该有的内容（DTD），可能是恶意文件"


@pytest.mark.parametrize("sheet", ["<row", '<row r="1"><c r="A1" t="s"><v>9</v></c></row>'])
def test_a_broken_part(tmp_path: Path, sheet: str) -> None:
    """Whatever the library stumbles over is one sentence."""
    assert refusal(made_elsewhere(tmp_path / "w.xlsx", sheet)) == "工作簿里的内容已损坏，读不出来"
    assert (
        refusal(made_elsewhere(tmp_path / "w.xlsx", "", {"xl/workbook.xml": "<no"}))
        == "这不是Excel工作簿，或文件已损坏"
    )


def test_a_changed_byte(tmp_path: Path) -> None:
    """A damaged archive is told by its checksums."""
    path = saved(tmp_path / "w.xlsx", ("甲" * 500,))
    content = bytearray(path.read_bytes())
    content[60] ^= 255
    path.write_bytes(bytes(content))
    assert refusal(path) == "这不是Excel工作簿，或文件已损坏"


def test_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More sheets, rows or columns than a person fills in are refused; empty rows far below are not."""
    assert refusal(saved(tmp_path / "w.xlsx", (*range(101),))) == "工作表“表”的列太多（最多100列）"
    monkeypatch.setattr(workbook, "MAX_ROWS", 2)
    assert refusal(saved(tmp_path / "w.xlsx", ("1",), ("2",), ("3",))) == "工作表“表”的行太多（最多2行）"
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"/></row>'
    assert cells(made_elsewhere(tmp_path / "w.xlsx", far)) == [["1"]]
    monkeypatch.setattr(workbook, "MAX_SHEETS", 0)
    assert refusal(made_elsewhere(tmp_path / "w.xlsx", "")) == "工作表太多（最多0张）"


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is too large is not read."""
    monkeypatch.setattr(workbook, "MAX_BYTES", 10)
    path = saved(tmp_path / "w.xlsx", ("1",))
    with pytest.raises(ProblemsError, match="文件太大"):
        read_workbook(path)


def test_a_missing_file(tmp_path: Path) -> None:
    """A file that is not there is nothing of the data."""
    with pytest.raises(OutsideError, match="找不到文件"):
        read_workbook(tmp_path / "none.xlsx")


def test_an_empty_sheet(tmp_path: Path) -> None:
    """A sheet without rows is an empty list."""
    assert cells(saved(tmp_path / "w.xlsx")) == []


def test_an_archive_that_lies(tmp_path: Path) -> None:
    """A part is unpacked no further than it says, whatever it would become."""
    path = made_elsewhere(tmp_path / "w.xlsx", "", {"xl/media/1": "0" * 5_000_000})
    content = path.read_bytes()
    size = (5_000_000).to_bytes(4, "little")
    assert content.count(size) == 2
    path.write_bytes(content.replace(size, (10).to_bytes(4, "little")))
    assert refusal(path) == "这不是Excel工作簿，或文件已损坏"


def test_an_unusual_compression(tmp_path: Path) -> None:
    """Ways of packing that no office program uses are not unpacked."""
    path = made_elsewhere(tmp_path / "w.xlsx", "")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("xl/extra.xml", "<sst/>")
    assert refusal(path) == "工作簿的压缩方式不常见"
