"""The target table printed back out of the scheme."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from assess.engine.outcome import Outcome
from assess.reports import page_breaks, pdf
from assess.reports.delivery import Written, deliver
from assess.reports.targets.papers import table_papers
from assess.reports.targets.table_context import TargetTablePage
from assess.reports.targets.table_page import numbered, target_table_page
from assess.scheme.scheme import IndicatorTree, Scheme
from assess.scheme.target_table import TargetTable, table_of
from tests.reports.target_schemes import scheme_of, shipped_outcome
from tests.reports.test_documents import pages


def page_of(scheme: Scheme) -> TargetTablePage:
    """The only table of a scheme."""
    return target_table_page(scheme, *tree_of(scheme))


def tree_of(scheme: Scheme) -> tuple[IndicatorTree, TargetTable]:
    """The only tree with a table."""
    ((tree, table),) = ((tree, found) for tree in scheme.trees.values() if (found := table_of(tree)) is not None)
    return tree, table


@pytest.fixture(scope="module")
def changzhou() -> Scheme:
    """The largest table: 204 indicators in four levels."""
    return shipped_outcome("changzhou-2026").scheme


@pytest.fixture(scope="module")
def printed(changzhou: Scheme, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Its files."""
    return deliver(table_papers(changzhou), tmp_path_factory.mktemp("tables"))


def test_the_head_is_printed_in_full(tmp_path: Path) -> None:
    """Title, holder, project, money with its parts, spending, purpose, goals and remarks, amounts with two places."""
    page = page_of(scheme_of(tmp_path))
    assert [(fact.label, fact.value) for fact in page.facts] == [
        ("单位名称", "704201 某校"),
        ("项目", "实训中心建设"),
        ("年度", "2024年度"),
        ("金额单位", "万元"),
    ]
    assert [(fund.label, fund.amount, fund.part) for fund in page.funds] == [
        ("预算数", "500.00", False),
        ("其中：财政资金", "480.50", True),
        ("其他资金", "", True),
    ]
    assert [(line.label, line.half, line.full) for line in page.spending] == [
        ("基本支出", "100.00", "300.00"),
        ("项目支出", "90.50", "200.00"),
    ]
    assert [(text.label, text.lines) for text in page.texts] == [
        ("主管部门", ("某局",)),
        ("资金用途", ("建实训中心",)),
        ("绩效目标", ("1. 建成中心", "2. 投入使用")),
    ]


def test_values_are_printed_as_they_are(tmp_path: Path) -> None:
    """Each row has its names, its description and the literal values, and an empty cell where there is none."""
    page = page_of(scheme_of(tmp_path))
    assert [(row.label, row.description, row.values) for row in page.rows][:2] == [
        ("开展活动次数", "全校的活动", ("≥4次", "≥8次")),
        ("管理制度", "", ("制定", "健全")),
    ]
    assert [row.values for row in page.rows if row.label == "师生比"] == [("", "1:20")]
    assert page.levels == ("一级指标", "二级指标", "三级指标")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("甲",), ("甲",)),
        (("甲", "乙"), ("1. 甲", "2. 乙")),
        (("总要求", "1. 甲"), ("总要求", "1. 甲")),
        (("（一）甲", "（二）乙"), ("（一）甲", "（二）乙")),
        (("1.5万平方米", "乙"), ("1. 1.5万平方米", "2. 乙")),
    ],
)
def test_goals_are_numbered_once(lines: tuple[str, ...], expected: tuple[str, ...]) -> None:
    """Lines get numbers unless they have their own; a decimal is no number of a line."""
    assert numbered(lines) == expected


def test_unusual_documents_say_so(tmp_path: Path) -> None:
    """Several units of money, and indicators that stand in another column of the document, are remarked on."""
    scheme = scheme_of(tmp_path)
    tree, table = tree_of(scheme)
    layout = table.plan.layout.model_copy(update={"indicators_stand_in": "绩效目标"})
    plan = table.plan.model_copy(update={"units_printed": ("元", "万元"), "layout": layout})
    page = target_table_page(scheme, tree, TargetTable(plan, table.rows))
    assert page.remarks == ("原文的金额单位有元、万元，这里都以万元计", "原文的指标写在“绩效目标”一栏，这里印在指标栏")


def test_a_long_title_is_divided_before_its_note(changzhou: Scheme) -> None:
    """A title with a note in brackets at its end breaks there."""
    assert page_of(changzhou).title == ("江苏省省级部门整体预算绩效目标表", "（2026年度）")


def test_every_indicator_is_on_paper(changzhou: Scheme, printed: Written) -> None:
    """All 204 names and their literal values are in the PDF, in the order of the document."""
    text = "".join(pages(printed.files[0]))
    at = 0
    rows = page_of(changzhou).rows
    assert len(rows) == 204
    for row in rows:
        at = text.index(re.sub(r"\s", "", row.label), at)
        for value in row.values:
            assert re.sub(r"\s", "", value) in text
    assert printed.problems == ()


def test_each_page_names_its_levels(changzhou: Scheme, printed: Written) -> None:
    """A page that begins inside a level repeats its name; the heading of the table is on each page."""
    heading = "一级指标二级指标重点工作三级指标半年指标值全年指标值"
    texts = [text for text in pages(printed.files[0]) if heading in text]
    assert len(texts) >= 8
    for text in texts:
        first = text.split(heading, 1)[1]
        assert re.match("(决策|过程|履职|效益指标|满意度指标)", first)
    assert sum("履职（续）" in text for text in texts) >= 6
    assert page_of(changzhou).rows[0].cells[0].text == "决策"


def test_no_cell_crosses_a_page(changzhou: Scheme) -> None:
    """Where pages begin, every merged cell has been divided."""
    page = page_of(changzhou)
    real = pdf.lay_out
    found: list[list[str]] = []

    def listening(html: str) -> pdf.Layout:
        layout = real(html)
        found.append(layout.tops)
        return layout

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "lay_out", listening)
        page_breaks.draw(page)
    divided = page.divided(found[-2])
    tops = {name for name in found[-1] if name.startswith("row")}
    assert tops
    for number, row in enumerate(divided.rows):
        for cell in row.cells:
            inside = {below.id for below in divided.rows[number + 1 : number + cell.rows]}
            assert not inside & tops


def test_paper_stands_upright_with_official_margins(printed: Written) -> None:
    """A4 upright; nothing but the running head and foot in the margins of GB/T 9704."""
    reader = PdfReader(printed.files[0])
    for page in reader.pages:
        assert [round(float(side) * 25.4 / 72) for side in page.mediabox[2:]] == [210, 297]


def test_many_columns_lie_across(tmp_path: Path) -> None:
    """A table with more columns than upright paper holds is printed across."""
    assert page_of(shipped_outcome("xuzhou-2022").scheme).upright is False
    assert page_of(scheme_of(tmp_path)).upright is True


def test_a_scheme_without_target_tables_has_none(year: Outcome) -> None:
    """The 200-point scheme has no such paper; a scheme of projects has one each."""
    assert table_papers(year.scheme) == []
    names = [paper.name for paper in table_papers(shipped_outcome("guangzhou-2025").scheme)]
    assert len(names) == 14
    assert names[0] == "项目-01-市机电技师学院安保和物业管理服务经费-绩效目标表"
