"""Tags of main work in a workbook: any texts, several in a cell, told apart again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from assess.drafting.renewing.item_tags import KnownTags, one_cell
from assess.drafting.renewing.items import Contents, Item, ItemTable, Names, contents
from assess.ground.findings import Findings
from assess.ground.tree import Rows, Table, Text
from assess.services.scheme_files import open_files
from assess.services.scheme_items import Imported, export_items, import_items
from tests.drafting.renewing.conftest import ITEMS, filled

Fill = Callable[..., Imported]


def having(*tags: str) -> Contents:
    """A scheme of one item with these tags."""
    table = ItemTable("a", "甲", "", (Item("D1", "一", tags=tags),))
    return Contents("x", "方案", (table,), (), {}, Names({}, {}, {}))


def told(cell: str, *known: str, old: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The tags that a cell names, in a scheme that has the `known` ones."""
    findings = Findings()
    found = KnownTags.of(having(*known)).told_apart(Text(cell), old, findings)
    assert not findings.problems
    return found


@pytest.mark.parametrize(
    ("cell", "known", "tags"),
    [
        ("", (), ()),
        ("　", ("重点",), ()),
        ("创新", (), ("创新",)),
        ("创新、重点", (), ("创新", "重点")),
        (" 创新 ，重点;督办；民生\n实事,", (), ("创新", "重点", "督办", "民生", "实事")),
        ("重点、重点", (), ("重点",)),
        ("校 级重点", (), ("校 级重点",)),
        # A tag of the scheme may have such a sign itself.
        ("督查、督办、重点", ("督查、督办",), ("督查、督办", "重点")),
        ("重点、 督查、督办", ("督查、督办",), ("重点", "督查、督办")),
        ("督查、督办处", ("督查、督办",), ("督查", "督办处")),
        ("一、二、三", ("一、二", "一、二、三"), ("一、二、三",)),
        # What a cell cannot show of a tag is not lost.
        ("校级 重点、督办", ("校级\t重点",), ("校级\t重点", "督办")),
        ("是", ("是",), ("是",)),
    ],
)
def test_what_a_cell_says(cell: str, known: tuple[str, ...], tags: tuple[str, ...]) -> None:
    """Tags stand between the usual signs; one that the scheme has already is known again as a whole."""
    assert told(cell, *known) == tags


@given(st.lists(st.text(min_size=1), max_size=4).map(tuple))
@example(("甲、乙", "甲", "乙"))
@example(("甲", "甲"))
@example((" ", "\x07"))
def test_a_cell_that_nobody_changed(tags: tuple[str, ...]) -> None:
    """It says the tags that the item has, whatever signs they are made of."""
    assert told(one_cell(tags), *tags, old=tags) == tags


def test_an_item_keeps_its_own_way_of_writing() -> None:
    """Where two tags look the same in a cell, the item's own is meant."""
    assert told("重 点、督办", "重\t点", "重\n点", old=("重\t点",)) == ("重\t点", "督办")


@pytest.mark.parametrize("book", [Table(), Table({ITEMS: None}), Table({ITEMS: Rows()}), Table({ITEMS: Rows([None])})])
def test_a_sheet_without_a_heading(book: Table) -> None:
    """It has no column that is called like a tag; whoever reads the rows says what is wrong."""
    findings = Findings()
    KnownTags.of(having("创新")).refuse_columns(book, ITEMS, (), findings)
    assert findings.problems == []


def test_a_tag_called_like_a_column() -> None:
    """The workbook's own columns are no columns of an older one."""
    findings = Findings()
    book = Table({ITEMS: Rows([Rows([Text("内容"), None])])})
    KnownTags.of(having("内容")).refuse_columns(book, ITEMS, ("内容",), findings)
    assert findings.problems == []


def test_tags_added_and_taken_away(tiny: Path, fill: Fill) -> None:
    """Whatever tags a college uses: the words say which went and which came, and the file has them."""
    done = fill({(ITEMS, "F2"): "党建品牌、民生实事", (ITEMS, "F3"): "创新性工作、重点督办"})
    assert done.changes == (
        "教务处：D2 加上标签“党建品牌”、“民生实事”",
        "教务处：D3 加上标签“重点督办”",
    )
    text = (tiny / "tables.yaml").read_text(encoding="utf-8")
    assert "            tags: [党建品牌, 民生实事]\n" in text
    assert "            tags: [创新性工作, 重点督办]\n" in text
    done = fill({(ITEMS, "F2"): "民生实事、党建品牌", (ITEMS, "F3"): "重点督办，校级课题"}, force=True)
    assert done.changes == (
        "教务处：D2 标签改为“民生实事”、“党建品牌”",
        "教务处：D3 去掉标签“创新性工作”，加上标签“校级课题”",
    )


def test_a_new_item_is_written_like_those_with_its_tags(tiny: Path, book: Path) -> None:
    """It gets the readings that all items with the same tags have; with tags of its own, those that all items have."""
    path = tiny / "tables.yaml"
    text = path.read_text(encoding="utf-8")
    for line, readings in (("tags: [创新性工作]", "R1, R2"), ("clause: 教务处2", "R2"), ("clause: 教务处4", "R2, R3")):
        text = text.replace(f"            {line}\n", f"            {line}\n            readings: [{readings}]\n")
    path.write_text(text, encoding="utf-8")
    main = tiny / "scheme.yaml"
    one = "{{clause: 一, question: 何意？, default: a, choices: {{a: {{label: 甲{0}}}, b: {{label: 乙{0}}}}}}}"
    readings = "".join(f"  R{number}: {one.format(number)}\n" for number in (1, 2, 3))
    main.write_text(main.read_text(encoding="utf-8") + f"readings:\n{readings}", encoding="utf-8")
    export_items(str(tiny), book, force=True)
    rows = [("新品牌", "创新性工作"), ("新督办", "重点督办"), ("新常规", None)]
    cells: dict[tuple[str, str], str | float | None] = {}
    for number, (label, tags) in enumerate(rows, start=40):
        cells |= {(ITEMS, f"B{number}"): "registry", (ITEMS, f"D{number}"): label, (ITEMS, f"F{number}"): tags}
    filled(book, cells)
    import_items(str(tiny), book)
    new = path.read_text(encoding="utf-8")
    (registry, _) = contents(open_files(tiny).tree).tables
    assert [(item.label, item.tags) for item in registry.items[3:]] == [
        ("新品牌", ("创新性工作",)),
        ("新督办", ("重点督办",)),
        ("新常规", ()),
    ]
    after = new[new.index("新品牌") : new.index("  - table: finance")]
    assert [line.strip() for line in after.splitlines() if "readings" in line] == [
        "readings: [R1, R2]",
        "readings: [R2]",
        "readings: [R2]",
    ]


def test_what_the_cells_show(tiny: Path, book: Path) -> None:
    """Several tags stand in one cell; out and back nothing changes, whatever a tag is made of."""
    path = tiny / "tables.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("tags: [创新性工作]", 'tags: [创新性工作, "督查、督办", "=1"]'), encoding="utf-8")
    export_items(str(tiny), book, force=True)
    assert load_workbook(book)[ITEMS]["F3"].value == "创新性工作、督查、督办、=1"
    assert import_items(str(tiny), book).changes == ()
    filled(book, {(ITEMS, "F3"): "督查、督办、=1"})
    assert import_items(str(tiny), book).changes == ("教务处：D3 去掉标签“创新性工作”",)
