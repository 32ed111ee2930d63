"""The workbook that goes out, as Excel, WPS and LibreOffice find it."""

import io
import zipfile
from fractions import Fraction
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from assess.ground.sheet import Column, Notes, Sheet
from assess.reports.workbook import workbook_bytes
from tests.drafting.renewing.conftest import ITEMS, NOTES, QUOTAS, STATED


def opened(*sheets: Notes | Sheet) -> Worksheet:
    """The first sheet of a workbook of these."""
    sheet = load_workbook(io.BytesIO(workbook_bytes(sheets))).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_texts_are_never_formulas() -> None:
    """Whatever a text begins with, it is a text, and stays one when somebody edits the cell."""
    words = ("=1+1", "+1", "-1", "@A1", "2019", "４.23")
    sheet = opened(Sheet("表", (Column("文", 10),), [(word,) for word in words]))
    found = [sheet.cell(row, 1) for row in range(2, 8)]
    assert [cell.value for cell in found] == list(words)
    assert {cell.data_type for cell in found} == {"s"}
    assert [bool(cell.quotePrefix) for cell in found] == [True, True, True, True, False, False]
    assert {cell.number_format for cell in found} == {"@"}


def test_numbers_are_exact() -> None:
    """A number is a number; one without a finite decimal is written as a quotient."""
    sheet = opened(Sheet("表", (Column("数", 10, number=True),), [(Fraction(131, 2),), (Fraction(1, 3),), (None,)]))
    assert [sheet.cell(row, 1).value for row in (2, 3, 4)] == [65.5, "1/3", None]


def test_how_it_looks(book: Path) -> None:
    """Four sheets; bold headings that stay on the screen, widths, wrapping, choices, grey cells, printing."""
    workbook = load_workbook(book)
    assert workbook.sheetnames == [NOTES, ITEMS, STATED, QUOTAS]
    sheet = workbook[ITEMS]
    assert [cell.value for cell in sheet[1]] == [
        "部门",
        "表",
        "编号",
        "指标",
        "内容",
        "标签",
        "份额",
        "条款",
        "处理",
    ]
    assert all(cell.font.b for cell in sheet[1])
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:I46")
    assert sheet.column_dimensions["D"].width == 36
    assert sheet["D2"].alignment.wrap_text
    assert [sheet[cell].fill.start_color.rgb for cell in ("A2", "A7", "D2")] == ["FFF2F2F2", "00000000", "00000000"]
    offers = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    assert offers == {"I2:I46": '"删除"'}
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.print_title_rows == "$1:$1"


def test_what_is_in_it(book: Path) -> None:
    """The rows say what the scheme says; nothing in the archive is a macro or a formula."""
    workbook = load_workbook(book)
    rows = [[cell.value for cell in row] for row in workbook[ITEMS].iter_rows(min_row=2, max_row=6)]
    assert rows[0] == ["教务处", "registry", "D2", "教学检查", "每学期一次: 全面检查", None, None, "教务处2", None]
    assert rows[1][5] == "创新性工作"
    assert [row[6] for row in rows] == [None, None, None, 30, 20]
    assert [cell.value for cell in workbook[STATED][3]] == ["研究所", "base", "基础", 66.5, "附表一注", None]
    assert [cell.value for cell in workbook[QUOTAS][2]] == ["teaching", "院系", 1]
    notes = [[cell.value for cell in row] for row in workbook[NOTES].iter_rows()]
    assert notes[1] == ["方案编号", "tiny-2024"]
    assert str(notes[5][1]).startswith("改完后保存")
    with zipfile.ZipFile(book) as archive:
        assert not [name for name in archive.namelist() if "vba" in name.lower() or "macro" in name.lower()]
        assert b"<f>" not in b"".join(map(archive.read, archive.namelist()))


def test_a_label_that_would_be_taken_for_two(tiny: Path) -> None:
    """A type whose label holds a comma goes out by its id."""
    from assess.drafting.renewing.item_sheets import sheets
    from assess.drafting.renewing.items import contents
    from assess.files.scheme_folder import read_folder

    path = tiny / "scheme.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("label: 研究所", "label: 研究所、中心"), encoding="utf-8")
    stated = sheets(contents(read_folder(tiny)), "")[2]
    assert isinstance(stated, Sheet)
    assert [row[0] for row in stated.rows] == ["学院", "institute"]
