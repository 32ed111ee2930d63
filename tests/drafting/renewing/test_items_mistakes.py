"""Every mistake of a workbook: the whole message, all at once, with nothing changed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assess.ground.place import ProblemsError
from assess.services.scheme_items import Imported, export_items, import_items
from tests.drafting.renewing.conftest import ITEMS, NOTES, QUOTAS, STATED, Cells, filled, texts

Mistakes = Callable[[Cells], list[str]]
Fill = Callable[..., Imported]

#: What is filled in → the whole message.
MESSAGES: list[tuple[str, Cells, str]] = [
    (
        "unknown table",
        {(ITEMS, "B2"): "registri"},
        "book.xlsx 部门主要工作!B2: 错误：没有“registri”这张部门表\n    → 是否想写：registry？",
    ),
    (
        "unknown department",
        {(ITEMS, "A7"): "财务科", (ITEMS, "D7"): "收费"},
        "book.xlsx 部门主要工作!A7: 错误：没有“财务科”这个部门\n    → 是否想写：财务处？",
    ),
    (
        "a misspelt department beside the right table",
        {(ITEMS, "A5"): "财物处"},
        "book.xlsx 部门主要工作!A5: 错误：没有“财物处”这个部门\n    → 是否想写：财务处？",
    ),
    (
        "department and table of two departments",
        {(ITEMS, "A5"): "教务处"},
        (
            "book.xlsx 部门主要工作!A5: 错误：“部门”写的是“教务处”，“表”写的finance却是“财务处”的表\n"
            "    → 只留一个，或两个写成一致：“教务处”的表是registry"
        ),
    ),
    (
        "a row to be deleted in one of two departments",
        {(ITEMS, "B3"): "finance", (ITEMS, "I3"): "删除"},
        (
            "book.xlsx 部门主要工作!A3: 错误：“部门”写的是“教务处”，“表”写的finance却是“财务处”的表\n"
            "    → 只留一个，或两个写成一致：“教务处”的表是registry"
        ),
    ),
    (
        "no department",
        {(ITEMS, "D7"): "收费"},
        "book.xlsx 部门主要工作!A7: 错误：这一行没有写“部门”或“表”\n    → 可用的有：教务处、财务处",
    ),
    (
        "unknown id",
        {(ITEMS, "C2"): "D9"},
        "book.xlsx 部门主要工作!C2: 错误：教务处没有编号D9的主要工作\n    → 新增的条目编号留空，由程序排下一个编号",
    ),
    (
        "id twice",
        {(ITEMS, "C3"): "D2"},
        (
            "book.xlsx 部门主要工作!C3: 错误：教务处的编号D2写了两次，第一次在部门主要工作!C2\n"
            "    → 删去其中一行；要新增的条目编号留空"
        ),
    ),
    (
        "no label",
        {(ITEMS, "D2"): "　"},
        "book.xlsx 部门主要工作!D2: 错误：没有写指标\n    → 写上指标；不要这一条就在“处理”列写“删除”",
    ),
    (
        "an answer for a tag",
        {(ITEMS, "F2"): "是"},
        (
            "book.xlsx 部门主要工作!F2: 错误：标签写的是“是”，不知道是哪个标签\n"
            "    → 写标签的文字，几个标签用顿号隔开；旧版导出的工作簿请重新导出后再改"
        ),
    ),
    (
        "a workbook of an older version",
        {(ITEMS, "F1"): "创新性工作", (ITEMS, "F3"): "是"},
        (
            "book.xlsx 部门主要工作!F1: 错误：“创新性工作”是一个标签，不能作列名\n"
            "    → 标签写在“标签”这一列，几个标签用顿号隔开；旧版导出的工作簿请重新导出后再改"
        ),
    ),
    (
        "a column of an older version beside the new one",
        {(ITEMS, "J1"): "创新性工作", (ITEMS, "J3"): "是", (ITEMS, "F3"): None},
        (
            "book.xlsx 部门主要工作!J1: 错误：“创新性工作”是一个标签，不能作列名\n"
            "    → 标签写在“标签”这一列，几个标签用顿号隔开；旧版导出的工作簿请重新导出后再改"
        ),
    ),
    (
        "an action that is none",
        {(ITEMS, "I2"): "删"},
        "book.xlsx 部门主要工作!I2: 错误：“处理”这一列写的是“删”\n    → 只能写“删除”或留空",
    ),
    (
        "a share that is none",
        {(ITEMS, "G5"): 0},
        "book.xlsx 部门主要工作!G5: 错误：份额是0，允许>0",
    ),
    (
        "shares for some",
        {(ITEMS, "G2"): 5},
        (
            "book.xlsx 部门主要工作!G3: 错误：教务处的份额有1条写了，2条空着（G3、G4）\n"
            "    → 要么每一条都写，要么全部留空（平均分配）"
        ),
    ),
    (
        "the same label again",
        {(ITEMS, "A7"): "教务处", (ITEMS, "D7"): "技能大赛"},
        (
            "book.xlsx 部门主要工作!D7: 错误：教务处已有同样的指标“技能大赛”（D3）\n"
            "    → 导入过的工作簿请重新导出后再改；确是另一条，请把指标写得不同"
        ),
    ),
    (
        "a new label twice",
        {(ITEMS, f"{c}{r}"): v for r in (7, 8) for c, v in (("A", "教务处"), ("D", "新校区"))},
        (
            "book.xlsx 部门主要工作!D8: 错误：教务处已有同样的指标“新校区”（新增）\n"
            "    → 导入过的工作簿请重新导出后再改；确是另一条，请把指标写得不同"
        ),
    ),
    (
        "a table without items",
        {(ITEMS, "I5"): "删除", (ITEMS, "I6"): "删除"},
        (
            "book.xlsx 部门主要工作!A1: 错误：财务处（finance）一条主要工作也没有留下\n"
            "    → 每张表至少留一条；整张表不要了，请修改方案文件"
        ),
    ),
    (
        "a column is missing",
        {(ITEMS, "C1"): "号码"},
        (
            "book.xlsx 部门主要工作!A1: 错误：第一行没有这些列名：编号\n"
            "    → 第一行应有：部门、表、编号、指标、内容、标签、份额、条款、处理（前后次序不限）"
        ),
    ),
    (
        "a column twice",
        {(QUOTAS, "D1"): "名额"},
        "book.xlsx 名额!A1: 错误：第一行有重复的列名：名额\n    → 同一个列名只留一列",
    ),
    (
        "no type",
        {(STATED, "A2"): None},
        "book.xlsx 印出的总分!A2: 错误：没有写单位类型\n    → 可用的有：学院、研究所、处室",
    ),
    (
        "unknown type",
        {(STATED, "A2"): "学院、研究室"},
        "book.xlsx 印出的总分!A2: 错误：没有“研究室”这个单位类型\n    → 是否想写：研究所？",
    ),
    (
        "no node",
        {(STATED, "B2"): None},
        "book.xlsx 印出的总分!B2: 错误：没有写指标编号\n    → 可用的有：targets、D1、base、T1、work、D2、D3、D4",
    ),
    (
        "unknown node",
        {(STATED, "B2"): "bases"},
        "book.xlsx 印出的总分!B2: 错误：没有“bases”这个指标或组成部分\n    → 是否想写：base、targets？",
    ),
    (
        "the name of another node",
        {(STATED, "B2"): "targets"},
        (
            "book.xlsx 印出的总分!C2: 错误：“指标编号”写的是targets（目标任务），“指标名称”写的却是“基础”\n"
            "    → “指标名称”留空，或与“指标编号”写成一致"
        ),
    ),
    (
        "points that are none",
        {(STATED, "D2"): "七十"},
        "book.xlsx 印出的总分!D2: 错误：分值：“七十”不是可用的数字（只接受普通小数，小数点前后各不超过15位）；允许≥0",
    ),
    (
        "a total twice",
        {(STATED, "A3"): "学院"},
        "book.xlsx 印出的总分!A3: 错误：同样的单位类型和指标写了两次，第一次在印出的总分!A2\n    → 只留一行",
    ),
    (
        "a wrong action beside a total",
        {(STATED, "F2"): "不要"},
        "book.xlsx 印出的总分!F2: 错误：“处理”这一列写的是“不要”\n    → 只能写“删除”或留空",
    ),
    (
        "a quota that is not whole",
        {(QUOTAS, "C2"): 1.5},
        "book.xlsx 名额!C2: 错误：名额应为整数",
    ),
    (
        "an unknown list",
        {(QUOTAS, "A4"): "servic", (QUOTAS, "C4"): 1},
        "book.xlsx 名额!A4: 错误：没有“servic”这个名单\n    → 是否想写：service？",
    ),
    (
        "no list",
        {(QUOTAS, "C4"): 1},
        "book.xlsx 名额!A4: 错误：没有写名单\n    → 可用的有：teaching、service",
    ),
    (
        "the name of another list",
        {(QUOTAS, "B3"): "院系"},
        (
            "book.xlsx 名额!B3: 错误：“名单”写的是service（机关），“名单名称”写的却是“院系”\n"
            "    → “名单名称”留空，或与“名单”写成一致"
        ),
    ),
    (
        "a list twice",
        {(QUOTAS, "A3"): "teaching"},
        "book.xlsx 名额!A3: 错误：名单“teaching”写了两次\n    → 只留一行",
    ),
    (
        "a list without a quota",
        {(QUOTAS, "3"): None},
        "book.xlsx 名额!A1: 错误：少了名单“机关”（service）的名额\n    → 每个名单都要有一行，没有名额的写0",
    ),
    (
        "another scheme's workbook",
        {(NOTES, "B2"): "other-2024"},
        (
            "book.xlsx 说明!B2: 错误：这本工作簿是从方案“other-2024”导出的，不是“tiny-2024”\n"
            "    → 请重新导出后再改；确认要用这一本，可加 --force"
        ),
    ),
    (
        "a workbook of unknown origin",
        {(NOTES, "B4"): None},
        (
            "book.xlsx 说明!A1: 错误：“说明”里没有方案编号或校验码，不能确认工作簿是从这个方案导出的\n"
            "    → 请重新导出后再改；确认要用这一本，可加 --force"
        ),
    ),
]


@pytest.mark.parametrize(("cells", "message"), [case[1:] for case in MESSAGES], ids=[case[0] for case in MESSAGES])
def test_a_mistake(mistakes: Mistakes, cells: Cells, message: str) -> None:
    """One mistake, one message, nothing changed."""
    assert mistakes(cells) == [message]


def test_all_mistakes_at_once(mistakes: Mistakes) -> None:
    """All mistakes of all sheets come in one go, in the order of the sheets' cells."""
    found = mistakes({(ITEMS, "F2"): "否", (ITEMS, "C3"): "D9", (STATED, "B2"): "bases", (QUOTAS, "C2"): -1})
    assert [line.split(" ")[1] for line in found] == [
        "部门主要工作!F2:",
        "部门主要工作!C3:",
        "印出的总分!B2:",
        "名额!C2:",
    ]


def test_two_words_that_are_both_wrong(mistakes: Mistakes) -> None:
    """A misspelt department and a misspelt table in one row are two mistakes."""
    assert mistakes({(ITEMS, "A5"): "财物处", (ITEMS, "B5"): "finanse"}) == [
        "book.xlsx 部门主要工作!A5: 错误：没有“财物处”这个部门\n    → 是否想写：财务处？",
        "book.xlsx 部门主要工作!B5: 错误：没有“finanse”这张部门表\n    → 是否想写：finance？",
    ]


def test_a_retired_id(fill: Fill) -> None:
    """An id that was once removed is named as such; a row that is to be deleted once more is no mistake."""
    fill({(ITEMS, "I3"): "删除"})
    with pytest.raises(ProblemsError) as caught:
        fill({(ITEMS, "I3"): None}, force=True)
    assert [str(problem) for problem in caught.value.problems][1:] == [
        "book.xlsx 部门主要工作!C3: 错误：教务处的编号D3已经停用\n    → 新增的条目编号留空，由程序排下一个编号",
    ]
    done = fill({(ITEMS, "I3"): "删除"}, force=True)
    assert (done.changes, [str(one) for one in done.problems]) == (
        (),
        [
            (
                "book.xlsx 说明!B4: 提醒：工作簿导出之后，方案文件又改过；导入会把那些修改改回去\n"
                "    → 请重新导出后再改；确认要用这一本，可加 --force"
            )
        ],
    )


def test_a_row_to_be_deleted_that_is_nothing_yet(fill: Fill) -> None:
    """A new row that is marked at once as deleted is no row."""
    assert fill({(ITEMS, "D7"): "想想再说", (ITEMS, "I7"): "删除"}).changes == ()


def test_a_missing_sheet(tiny: Path, book: Path) -> None:
    """A sheet that is gone is a mistake of the workbook, not the wish to delete everything."""
    opened = load_workbook(book)
    opened.remove(opened[QUOTAS])
    opened[ITEMS].title = "主要工作"
    opened.remove(opened[NOTES])
    opened.save(book)
    before = texts(tiny)
    with pytest.raises(ProblemsError) as caught:
        import_items(str(tiny), book)
    assert [str(problem) for problem in caught.value.problems] == [
        (
            "book.xlsx: 错误：“说明”里没有方案编号或校验码，不能确认工作簿是从这个方案导出的\n"
            "    → 请重新导出后再改；确认要用这一本，可加 --force"
        ),
        "book.xlsx: 错误：工作簿里没有“部门主要工作”这张工作表\n    → 是否想写：主要工作？",
        "book.xlsx: 错误：工作簿里没有“名额”这张工作表\n    → 可用的有：主要工作、印出的总分",
    ]
    assert texts(tiny) == before


def test_notes_without_values(tiny: Path, book: Path) -> None:
    """Notes whose values are gone say nothing about where the workbook comes from."""
    opened = load_workbook(book)
    opened[NOTES].delete_cols(2)
    opened.save(book)
    with pytest.raises(ProblemsError) as caught:
        import_items(str(tiny), book)
    assert [problem.code for problem in caught.value.problems] == ["no_origin"]


def test_two_departments_of_one_name(tiny: Path, book: Path) -> None:
    """Where two tables have one name, only the table's id says which is meant."""
    path = tiny / "tables.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("label: 财务处", "label: 教务处"), encoding="utf-8")
    export_items(str(tiny), book, force=True)
    filled(book, {(ITEMS, "A7"): "教务处", (ITEMS, "D7"): "收费"})
    with pytest.raises(ProblemsError) as caught:
        import_items(str(tiny), book)
    assert [str(problem) for problem in caught.value.problems] == [
        "book.xlsx 部门主要工作!A7: 错误：有2张部门表都叫“教务处”\n    → 请在“表”列写表的编号",
    ]


def test_a_scheme_without_quotas(tiny: Path, book: Path) -> None:
    """A quota for a scheme that proposes no grades has nowhere to go; without one the workbook is fine."""
    path = tiny / "scheme.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("stated_totals:")], encoding="utf-8")
    export_items(str(tiny), book, force=True)
    assert import_items(str(tiny), book).changes == ()
    filled(book, {(QUOTAS, "A2"): "service", (QUOTAS, "C2"): 1})
    with pytest.raises(ProblemsError) as caught:
        import_items(str(tiny), book)
    assert [str(problem) for problem in caught.value.problems] == [
        (
            "book.xlsx 名额!A1: 错误：这个方案没有评优规则，不能写名单“service”的名额\n"
            "    → 请删去这一行，或先在方案文件里写selection"
        ),
    ]
    filled(book, {(QUOTAS, "2"): None, (STATED, "A2"): "学院", (STATED, "B2"): "base", (STATED, "D2"): 70})
    done = import_items(str(tiny), book)
    assert done.changes == ("印出的总分：新增学院的“基础”70分（没有条款）",)
    assert path.read_text(encoding="utf-8").endswith("stated_totals: [{types: [college], node: base, points: 70}]\n")


def test_what_the_scheme_itself_forbids(tiny: Path, book: Path) -> None:
    """Where the new scheme would not be valid, its own mistakes are told and nothing is changed."""
    path = tiny / "scheme.yaml"
    reading = """readings:
  R1:
    clause: 教务处2
    question: 满分？
    default: a
    choices:
      a: {label: 甲}
      b: {label: 乙, overlay: [{at: [registry/D3, label], put: 乙}]}
"""
    path.write_text(path.read_text(encoding="utf-8") + reading, encoding="utf-8")
    export_items(str(tiny), book, force=True)
    filled(book, {(ITEMS, "I3"): "删除", (QUOTAS, "C2"): 3})
    before = texts(tiny)
    with pytest.raises(ProblemsError) as caught:
        import_items(str(tiny), book)
    assert [str(problem.place) for problem in caught.value.problems] == ["tiny/scheme.yaml:49:37"]
    assert texts(tiny) == before


def test_a_shipped_scheme_is_not_changed(book: Path) -> None:
    """Named by its id, a scheme of the program's own is read only."""
    with pytest.raises(ProblemsError) as caught:
        import_items("lianyungang-2018", book)
    assert str(caught.value) == (
        "错误：“lianyungang-2018”是自带的方案，不能改\n    → 先用 assess scheme new 复制成新方案，再写新方案的文件夹"
    )


def test_a_wrong_ending(tiny: Path) -> None:
    """Only .xlsx goes out."""
    with pytest.raises(ProblemsError) as caught:
        export_items(str(tiny), Path("items.xls"))
    assert str(caught.value) == "错误：工作簿的文件名应以.xlsx结尾，不是“items.xls”\n    → 例如 工作簿.xlsx"
