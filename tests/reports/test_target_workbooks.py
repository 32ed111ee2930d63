"""The documents as workbooks."""

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from assess.reports.delivery import Kind, deliver
from assess.reports.documents import outcome_papers
from assess.reports.pages import page
from assess.reports.targets.form import Form, FormCell
from assess.reports.targets.form_book import form_bytes
from assess.reports.targets.papers import half_year_summary_papers, monitoring_papers, table_papers
from tests.reports.target_schemes import (
    FACTS,
    HALF_FACTS,
    SCHEME,
    many,
    monitoring_of,
    outcome_of,
    scheme_of,
    shipped_outcome,
)


def sheet_of(path: Path) -> Worksheet:
    """The only sheet of a workbook."""
    (sheet,) = load_workbook(path).worksheets
    return sheet


def row_of(sheet: Worksheet, text: str, column: int = 1) -> int:
    """The row in which a text stands."""
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, column).value == text)


def values(sheet: Worksheet, row: int) -> list[object]:
    """What stands in a row."""
    return [cell.value for cell in sheet[row] if cell.value is not None]


def test_the_table_with_its_readings(tmp_path: Path) -> None:
    """Head, money as numbers, merged level names, literal values, and 读法 where the plain reader would err."""
    written = deliver(table_papers(scheme_of(tmp_path / "scheme")), tmp_path / "out", kinds=[Kind.XLSX])
    assert [path.name for path in written.files] == ["项目-01-实训中心建设-绩效目标表.xlsx"]
    sheet = sheet_of(written.files[0])
    assert sheet["A1"].value == "实训中心建设绩效目标表"
    assert sheet["A2"].value == "项目名称：实训中心建设"
    money = row_of(sheet, "财政资金")
    assert [value for value in values(sheet, money) if not isinstance(value, str)] == [480.5]
    heading = row_of(sheet, "一级指标")
    assert values(sheet, heading)[:6] == [
        "一级指标",
        "二级指标",
        "三级指标",
        "绩效指标描述",
        "半年指标值",
        "全年指标值",
    ]
    assert values(sheet, heading)[6:] == ["读法"]
    first = ["产出指标", "数量指标", "开展活动次数", "全校的活动", "≥4次", "≥8次", "≥8次；达到150%写原因"]
    assert values(sheet, heading + 1) == first
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert f"A{heading + 1}:A{heading + 4}" in merged
    assert f"B{heading + 1}:B{heading + 3}" in merged
    assert sheet.print_title_rows == f"${heading}:${heading}"


def test_full_marks_stand_after_the_values_where_the_layout_has_them(tmp_path: Path) -> None:
    """On the page and in the workbook, there as right-aligned numbers before 读法; without the key neither has them."""
    scheme = scheme_of(
        tmp_path / "scheme", SCHEME.replace("description: 绩效", "points: 分值\n        description: 绩效")
    )
    (paper,) = table_papers(scheme)
    assert '<th class="points">分值</th>' in page(paper.context)
    assert '<td class="value">≥8次</td><td class="number">12.50</td></tr>' in page(paper.context)
    sheet = sheet_of(deliver(table_papers(scheme), tmp_path / "out", kinds=[Kind.XLSX]).files[0])
    heading = row_of(sheet, "一级指标")
    assert values(sheet, heading)[5:] == ["全年指标值", "分值", "读法"]
    cells = [sheet.cell(row, 7) for row in range(heading + 1, heading + 7)]
    assert [cell.value for cell in cells] == [12.5, 12.5, 12.5, 12.5, 30, 10]
    assert {(cell.number_format, cell.alignment.horizontal) for cell in cells} == {("0.00", "right")}
    (plain,) = table_papers(scheme_of(tmp_path / "plain"))
    assert 'class="points"' not in page(plain.context)


def test_a_value_that_looks_like_a_formula_stays_a_text() -> None:
    """`=45%` is what the document prints, not something to compute."""
    path = _one_cell("=45%")
    cell = path.cell(1, 1)
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=45%", "s", True)


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [("1.50", 1.5, "0.00"), ("89.20%", 0.892, "0.00%"), ("7", 7, "0"), ("-2.00", -2, "0.00"), ("未填", "未填", "@")],
)
def test_numbers_are_numbers(text: str, value: object, form: str) -> None:
    """A printed number can be added up, with the places it is printed with; words stay words."""
    cell = _one_cell(text).cell(1, 1)
    assert (cell.value, cell.number_format) == (value, form)


def _one_cell(text: str) -> Worksheet:
    from io import BytesIO

    content = form_bytes([Form("表", (10,), ((FormCell(text, "number"),),))])
    (sheet,) = load_workbook(BytesIO(content)).worksheets
    return sheet


def test_long_texts_have_room() -> None:
    """A row is as high as its longest text needs, also where the cell covers several columns."""
    from io import BytesIO

    rows = ((FormCell("字" * 100, "text", 2),), (FormCell("字"), FormCell("字" * 30)))
    (sheet,) = load_workbook(BytesIO(form_bytes([Form("表", (22, 22), rows)]))).worksheets
    heights = [sheet.row_dimensions[row].height for row in (1, 2)]
    assert heights == [5 * 15 + 3, 3 * 15 + 3]


def test_the_evaluation_adds_up(tmp_path: Path) -> None:
    """The numbers of the workbook are those of the result, and lines add up to the total."""
    outcome = outcome_of(tmp_path)
    written = deliver(outcome_papers(outcome), tmp_path / "out", kinds=[Kind.XLSX])
    assert [path.name for path in written.files] == ["项目-01-实训中心-绩效自评表.xlsx", "项目-绩效自评汇总表.xlsx"]
    sheet = sheet_of(written.files[0])
    heading = row_of(sheet, "一级指标")
    column = next(cell.column for cell in sheet[heading] if cell.value == "得分")
    rows = {sheet.cell(row, 1).value: row for row in range(heading, sheet.max_row + 1)}
    total = sheet.cell(rows["总分"], column).value
    assert total == 89.32
    lines = [sheet.cell(row, column).value for row in range(heading + 1, rows["绩效指标"])]
    labels = [sheet.cell(row, 1).value for row in range(heading + 1, rows["绩效指标"])]
    points = [
        Decimal(str(value))
        for value, label in zip(lines, labels, strict=True)
        if not str(label).endswith(("小计", "预算执行率"))
    ]
    execution = Decimal(str(sheet.cell(rows["预算执行率"], column).value))
    assert sum(points) + execution == Decimal(str(total))


def test_missing_values_are_words(tmp_path: Path) -> None:
    """未填 and 未完成 stand where a number would."""
    written = deliver(outcome_papers(outcome_of(tmp_path, "      T4: 0\n")), tmp_path / "out", kinds=[Kind.XLSX])
    sheet = sheet_of(written.files[0])
    assert "未完成" in values(sheet, row_of(sheet, "总分"))
    assert "样例数据（虚构）" in [sheet.cell(row, 1).value for row in range(1, 8)]


def test_the_half_year_has_its_counts(tmp_path: Path) -> None:
    """States are counted as numbers; the money has its rates as percentages."""
    written = deliver(
        [*monitoring_papers(monitoring_of(tmp_path)), *half_year_summary_papers(monitoring_of(tmp_path))],
        tmp_path / "out",
        kinds=[Kind.XLSX],
    )
    assert [path.name for path in written.files] == ["项目-01-实训中心-半年监控表.xlsx", "项目-半年监控汇总表.xlsx"]
    sheet = sheet_of(written.files[0])
    assert values(sheet, row_of(sheet, "项数")) == ["项数", 2, 1, 1, 2, 0]
    assert values(sheet, row_of(sheet, "年度资金总额")) == ["年度资金总额", 520, 190.5, 182, 0.35, 0.381]
    whole = sheet_of(written.files[1])
    assert values(whole, row_of(whole, "1")) == ["1", "实训中心", 520, 190.5, 182, 0.35, 0.381, 2, 1, 1, 2, 0]
    assert values(whole, row_of(whole, "产出指标", 2)) == ["产出指标", 2, 0, 1, 1, 0]


def test_summaries_hold_the_numbers_behind_the_bars(tmp_path: Path) -> None:
    """Instead of a bar stands its number; several units have a line each."""
    written = deliver(outcome_papers(outcome_of(tmp_path, more=many(2))), tmp_path / "out", kinds=[Kind.XLSX])
    sheet = sheet_of(written.files[-1])
    row = row_of(sheet, "实训中心", 2)
    assert values(sheet, row)[2:] == [520, 0.892, 0.863, 0.909, 1, 89.32, "良"]
    half = monitoring_of(tmp_path / "half", more=many(2).replace(FACTS, HALF_FACTS))
    (_, _, _, whole) = deliver(
        [*monitoring_papers(half), *half_year_summary_papers(half)], tmp_path / "out", kinds=[Kind.XLSX]
    ).files
    assert row_of(sheet_of(whole), "3") == row_of(sheet_of(whole), "1") + 2


def test_a_table_without_a_description_and_with_a_ratio() -> None:
    """A workbook of the largest table has all 204 rows with their literal values."""
    from assess.reports.targets.papers import table_papers

    (paper,) = table_papers(shipped_outcome("changzhou-2026").scheme)
    assert paper.form is not None
    form = paper.form()
    texts = [cell.text for row in form.rows for cell in row]
    assert texts.count("1:200") == 2
    assert "=45%" in texts
    assert len(form.rows) > 204 + 10
