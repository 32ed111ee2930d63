"""The column of full marks beside the indicators: read, kept in the layout, printed, and read again."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import Workbook

from assess.drafting.importing.target_scheme import Wanted, draft_of
from assess.reports.delivery import Kind
from assess.scheme.nodes import Leaf, all_nodes
from assess.scheme.plan import Layout
from assess.scheme.scheme import Scheme
from assess.services.reporting import Order, report_targets
from assess.services.scheme_import import import_table
from assess.services.schemes import open_scheme
from tests.drafting.importing.table_grids import SKELETON, read

HEADING = "一级指标|二级指标|三级指标|指标值|分值"


def layout_in(rows: str, heading: str = HEADING) -> object:
    """The layout that a draft writes for the one table with these rows."""
    draft = draft_of(read(f"项目名称|甲|<|<|<\n{heading}\n{rows}"), Wanted("my-college", "", 2026), "表.csv", SKELETON)
    listed = draft.files["projects/p1.yaml"]["targets"]
    assert isinstance(listed, list)
    plan = listed[0]["plan"]
    assert isinstance(plan, Mapping)
    return plan.get("layout")


@pytest.mark.parametrize(
    ("rows", "heading", "layout"),
    [
        ("产出|数量|活动|1次|60\n效益|社会|人数|1人|30", HEADING, {"points": "分值"}),
        ("产出|数量|活动|60|1次\n效益|社会|人数|30|1人", "一级指标|二级指标|三级指标|权重|指标值", {"points": "权重"}),
        # Beside a level only; behind names only; nothing that can be used; no number.
        ("产出|60|数量|活动|1次\n效益|30|社会|人数|1人", "一级指标|权重|二级指标|三级指标|指标值", None),
        ("产出（60分）|数量|活动|1次|\n效益（30分）|社会|人数|1人|", HEADING, None),
        ("产出|数量|活动|1次|90\n效益|社会|人数|1人|0", HEADING, None),
        ("产出|数量|活动|1次|见说明\n效益|社会|人数|1人|", HEADING, None),
    ],
)
def test_the_heading_is_kept_where_the_weights_come_of_its_column(rows: str, heading: str, layout: object) -> None:
    """Else the layout does not name such a column."""
    assert layout_in(rows, heading) == layout


def document(path: Path) -> Path:
    """A workbook that prints 100 points for a project, three indicators sharing 50 in a merged cell."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ("项目名称", "甲"),
        ("一级指标", "二级指标", "三级指标", "指标值", "分值（分）"),
        ("产出", "数量", "活动", "≥8次", 50),
        ("产出", "数量", "讲座", "≥4次", None),
        ("产出", "质量", "制度", "健全", None),
        ("效益", "社会", "人数", "≥9人", 30),
        ("效益", "社会", "场次", "≥2场", 20),
    ):
        sheet.append(row)
    sheet.merge_cells("E3:E5")
    book.save(path)
    return path


def marks_and_layout(scheme: Scheme) -> tuple[dict[str, str], Layout]:
    """The full marks of the one table's indicators, and its layout."""
    (tree,) = (tree for tree in scheme.trees.values() if tree.plan is not None)
    assert tree.plan is not None
    marks = {node.heading.label: str(node.maximum) for node in all_nodes(tree.nodes) if isinstance(node, Leaf)}
    return marks, tree.plan.layout


def test_full_marks_come_back_out_of_the_printed_table(tmp_path: Path) -> None:
    """Imported, printed as a workbook and imported again: the same full marks under the same heading, no doubt."""
    first = import_table([document(tmp_path / "表.xlsx")], Wanted("first", year=2026), tmp_path)
    marks, layout = marks_and_layout(open_scheme(str(first.folder)))
    assert marks == {"活动": "15", "讲座": "15", "制度": "15", "人数": "27", "场次": "18"}
    assert layout.points == "分值（分）"
    printed = report_targets(str(first.folder), Order(tmp_path / "tables", kinds=(Kind.XLSX,))).files
    again = import_table(list(printed), Wanted("again", year=2026), tmp_path)
    assert marks_and_layout(open_scheme(str(again.folder))) == (marks, layout)
    assert again.doubts == ()
