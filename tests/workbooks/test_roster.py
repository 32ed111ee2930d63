"""An office's own list of units, as offices write them."""

from datetime import date
from decimal import Decimal

import pytest

from assess.ground.grid import Grid
from assess.ground.labelled import Labelled
from assess.ground.place import Place, Problem
from assess.ground.tree import Text
from assess.scheme.scheme import Scheme
from assess.services.schemes import open_scheme
from assess.workbooks.returned import ReturnedCell, ReturnedSheet, Value
from assess.workbooks.roster.grids import grids_of
from assess.workbooks.roster.placing import Placed, Placing, counts_that_differ
from assess.workbooks.roster.rows import Roster, read_roster

GROUPS = Labelled("类型", {"college": ("学院",), "office": ("处室",), "service": ("机关",)})
ATTRIBUTES = Labelled("属性", {"party": ("党组织类型",)})


def sheet(*rows: list[Value | None], merged: dict[tuple[int, int], tuple[int, int]] | None = None) -> Grid:
    """A sheet that came back with these rows."""
    cells = {
        (row, column): ReturnedCell(value)
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values, 1)
        if value is not None
    }
    return grids_of([ReturnedSheet("名单", Place("a.xlsx", sheet="名单"), cells, merged or {})], [])[0]


def read(*rows: list[Value | None], merged: dict[tuple[int, int], tuple[int, int]] | None = None) -> Roster:
    """What such a sheet says."""
    return read_roster([sheet(*rows, merged=merged)], GROUPS, ATTRIBUTES, "a.xlsx")


def said(problems: list[Problem]) -> list[str]:
    """Cell and text of each."""
    return [f"{one.place.cell if one.place else ''} {one.text}" for one in problems]


def names(roster: Roster) -> list[str]:
    """The units that were read."""
    return [row.name for row in roster.rows]


def test_a_list_is_read_under_the_offices_own_headings() -> None:
    """Blanks, line ends and brackets in headings make no difference, nor blanks that spread names."""
    roster = read(
        ["某校考核单位一览"],
        ["序号", "部 门\n名称", "类别（必填）", "负责人", "党组织类型（院部）", "电话"],
        [Decimal(1), "教 务\n处", "处室", "王　五", "党总支", Decimal(5501)],
        [Decimal(2), "IT 中心", None, "张三 李四", None, None],
    )
    assert names(roster) == ["教务处", "IT 中心"]
    assert {name: str(text) for name, text in roster.rows[0].words.items()} == {
        "name": "教务处",
        "type": "处室",
        "head": "王五",
    }
    assert roster.rows[0].attributes == {"party": "党总支"}
    assert roster.rows[1].words["head"] == "张三 李四"
    assert said(roster.remarks) == ["F2 “电话”一列没有用到"]
    assert not roster.problems


def test_groups_totals_and_notes_are_no_units() -> None:
    """A title gives the rows below it their group; stated numbers of units are held against the rows."""
    roster = read(
        ["考核单位（共4个）"],
        ["序号", "单位名称", "负责人"],
        ["一、学院（2个）"],
        [Decimal(1), "文学院", "甲"],
        [Decimal(2), "理学院", "乙"],
        ["小计", Decimal(2)],
        ["（二）机关"],
        [Decimal(3), "教务处", "丙"],
        ["序号", "单位名称", "负责人"],
        ["小计", None, "3人"],
        ["合计4个"],
        ["第三组（1个）"],
        ["三、其他（2个）"],
        [Decimal(4), "图书馆", "丁"],
        [],
        ["注：电话见通讯录"],
        [None, "很长的一段话" * 20],
        [None, None, "2019年3月"],
    )
    assert [(row.name, row.section) for row in roster.rows] == [
        ("文学院", "学院"),
        ("理学院", "学院"),
        ("教务处", "机关"),
        ("图书馆", "其他"),
    ]
    assert said(roster.remarks) == [
        "A10 “小计”一行没有当作单位",
        "A11 写的是4个单位，读到3个：请核对有没有漏掉或多出的行",
        "A12 “第三组（1个）”没有当作单位",
        "A16 “注：电话见通讯录”没有当作单位",
        "B17 “很长的一段话很长的一段话很长的一段话很长…”没有当作单位",
        "C18 “2019年3月”没有当作单位",
        "A13 写的是2个单位，读到1个：请核对有没有漏掉或多出的行",
    ]


def test_a_bare_list_of_names_is_one() -> None:
    """There a word that is also a type is a unit, unless it is numbered as a title."""
    assert names(read(["单位"], ["学院"], ["教务处"])) == ["学院", "教务处"]
    titled = read(["单位"], ["一、学院"], ["文学院"])
    assert (names(titled), titled.rows[0].section) == (["文学院"], "学院")


def test_merged_cells_stand_for_all_that_they_cover() -> None:
    """A type beside several units, a heading of two rows, a unit of two rows."""
    roster = read(
        ["类别", "单位", "负责人"],
        [None, None, "姓名"],
        ["处室", "教务处", "甲"],
        [None, "财务处", "乙"],
        [None, None, "丙"],
        merged={
            (2, 2): (1, 2),
            (1, 2): (1, 2),
            (3, 1): (3, 1),
            (4, 1): (3, 1),
            (5, 1): (3, 1),
            (4, 2): (4, 2),
            (5, 2): (4, 2),
        },
    )
    assert [(row.name, row.words["type"]) for row in roster.rows] == [("教务处", "处室"), ("财务处", "处室")]
    assert said(roster.remarks) == ["B4 “财务处”占了几行，只看第一行"]


def test_what_cannot_be_read_is_said_at_its_cell() -> None:
    """Rows without a name, names twice, two columns of names, no column of names, nobody in it."""
    roster = read(["单位", "负责人"], ["文学院", "甲"], [None, "乙", "丙"], ["文学院", "丁"])
    assert said(roster.problems) == ["A3 这一行没有单位名称", "A4 单位“文学院”写了两次，前面A2已有"]
    assert said(read(["单位", "负责人", "单位"], ["文学院", "甲", "理学院"]).problems) == ["C1 有重复的列名“单位”"]
    nothing = read(["姓名", "电话"])
    assert said(nothing.problems) == [" 找不到“单位名称”一列"]
    assert said(nothing.remarks) == ["A1 “名单”里没有单位名称一列，没有看"]
    assert said(read(["单位名称", "负责人"]).problems) == [" 列名下面没有一行是单位"]
    prose = Grid("", ((Text("各单位："),),))
    assert not read_roster([prose, Grid("空", (), is_sheet=True)], GROUPS, ATTRIBUTES, "a.docx").remarks


def test_cells_become_texts() -> None:
    """As people see them; what a file does not say is a mistake; hidden sheets are left alone."""
    values: list[Value | None] = [Decimal("3.0"), date(2019, 3, 1), True, False, "甲\u200b"]
    assert [str(cell) for cell in sheet(values).rows[0]] == ["3", "2019-03-01", "是", "否", "甲"]
    cells = {
        (1, 1): ReturnedCell(None, formula=True, uncomputed=True),
        (1, 2): ReturnedCell("#REF!", error="#REF!"),
    }
    problems: list[Problem] = []
    place = Place("a.xlsx", sheet="名单")
    assert (
        len(grids_of([ReturnedSheet("名单", place, cells), ReturnedSheet("藏", place, {}, hidden=True)], problems)) == 1
    )
    assert said(problems) == ["A1 这一格是公式，文件里没有算好的值", "B1 这一格是错误值#REF!"]


@pytest.fixture(scope="module")
def lianyungang() -> Scheme:
    """A scheme with five types and fourteen tables."""
    return open_scheme("lianyungang-2018")


def placed(
    scheme: Scheme, *rows: list[Value | None], held: dict[str, tuple[str, str | None]] | None = None
) -> tuple[list[Placed], list[str], list[str]]:
    """The units of such a sheet with what the scheme has for them, what is said of it, and what is wrong."""
    remarks: list[Problem] = []
    problems: list[Problem] = []
    placing = Placing(scheme, remarks, problems)
    roster = read_roster([sheet(*rows)], placing.groups, placing.attributes, "a.xlsx")
    return placing.placed(roster.rows, held or {}), said(remarks), said(problems)


def test_types_and_tables_come_from_what_is_written(lianyungang: Scheme) -> None:
    """The row's own word before the group's; a list of one type names it; brackets of tables need not be written."""
    found, remarks, problems = placed(
        lianyungang,
        ["单位", "类别", "指标表", "党组织类型"],
        ["一、二级学院"],
        ["信息工程学院", None, None, "党总支"],
        ["教育部", "思想政治教学部", None, None],
        ["教务与科研处", "部门", "教务处", None],
    )
    assert [(one.row.name, one.type, one.table, one.attributes) for one in found] == [
        ("信息工程学院", "secondary_college", None, {"party_organisation": "党总支"}),
        ("教育部", "ideology_dept", None, {}),
        ("教务与科研处", "department", "academic_affairs", {}),
    ]
    assert (remarks, problems) == ([], [])


def test_what_is_not_written_is_guessed_and_said(lianyungang: Scheme) -> None:
    """By the name of a type, by that of a table, by how types end."""
    found, remarks, problems = placed(
        lianyungang,
        ["单位", "类别", "简称"],
        ["继续教育学院", "院部", None],
        ["信息工程学院", "院部", None],
        ["二级学院甲", None, None],
        ["教务处（继续教育管理处）", None, None],
        ["校图书馆", None, "图书馆"],
    )
    kinds = ["continuing_college", "secondary_college", "secondary_college", "department", "department"]
    assert [one.type for one in found] == kinds
    assert [one.table for one in found] == [None, None, None, "academic_affairs", "library"]
    assert remarks[1] == "A3 信息工程学院：单位类型没有写，按名称定为“二级学院”"
    assert remarks[-1] == "A6 校图书馆：指标表没有写，按名称定为“图书馆”"
    assert not problems


def test_what_cannot_be_guessed_is_asked(lianyungang: Scheme) -> None:
    """With what is allowed; all of it at once."""
    _, _, problems = placed(
        lianyungang,
        ["单位", "类别", "指标表", "党组织类型"],
        ["某中心", None, None, "总支"],
        ["信息工程学院", None, None, None],
        ["招生处", "部门", None, None],
        ["基建处", "部门", "基建", None],
        ["二级学院乙", "二级学院", "教务处", None],
        ["办公室", "科室", None, None],
    )
    assert problems == [
        "D2 没有党组织类型“总支”",
        "A2 看不出“某中心”是哪一类单位",
        "A3 看不出“信息工程学院”是哪一类单位",
        "A4 看不出“招生处”用哪张指标表",
        "C5 没有指标表“基建”",
        "C6 二级学院不分指标表",
        "B7 没有单位类型“科室”",
    ]


def test_a_unit_that_is_there_stays_what_it_is(lianyungang: Scheme) -> None:
    """Unless the list says otherwise."""
    held: dict[str, tuple[str, str | None]] = {
        "招生处": ("department", "student_affairs"),
        "外语系": ("secondary_college", None),
        "体育部": ("department", "library"),
    }
    rows: list[list[Value | None]] = [["单位", "类别"], ["招生处", None], ["外语系", "院部"], ["体育部", "二级学院"]]
    found, remarks, problems = placed(lianyungang, *rows, held=held)
    assert [(one.type, one.table) for one in found] == [
        ("department", "student_affairs"),
        ("secondary_college", None),
        ("secondary_college", None),
    ]
    assert (remarks, problems) == ([], [])


def test_the_only_type_need_not_be_written() -> None:
    """A scheme of projects has one."""
    found, remarks, problems = placed(open_scheme("tianjin-projects"), ["项目名称", "指标表"], ["内涵建设", "没有的"])
    assert [one.type for one in found] == ["project"]
    assert remarks == ["A2 内涵建设：单位类型没有写，方案只有这一种，定为“项目”"]
    assert problems == ["B2 没有指标表“没有的”"]


def test_numbers_of_units_are_held_against_the_scheme(lianyungang: Scheme) -> None:
    """How many it says there are of a type, one for each table, none of a type at all."""
    one_project = counts_that_differ(open_scheme("tianjin-projects"), [("project", None)])
    assert next(one_project) == "“项目”有1个单位，方案写的是7个"
    tables = [tree.id for tree in lianyungang.trees.values() if tree.is_table]
    units = [("department", table) for table in (*tables[1:], tables[1])]
    found = list(counts_that_differ(lianyungang, units))
    assert found[0] == "一个单位也没有的单位类型：二级学院、基础课教学部、思想政治教学部、继续教育学院"
    label = {tree.id: tree.label.partition("（")[0] for tree in lianyungang.trees.values()}
    assert found[1:] == [
        f"指标表“{label[tables[1]]}”有2个单位用，应有1个",
        f"没有单位用的指标表：{label[tables[0]]}",
    ]
    everything = [(kind, None) for kind in lianyungang.unit_types if kind != "department"]
    assert not list(counts_that_differ(lianyungang, [*everything, *(("department", table) for table in tables)]))
