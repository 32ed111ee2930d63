"""Indicator rows of target tables: columns by their headings, blank and merged level cells, page breaks, doubts."""

import pytest

from assess.ground.grid import joined
from assess.ground.place import ProblemsError
from tests.drafting.importing.table_grids import doubts, grid, read, rows_of

HEADING = "一级指标|二级指标|三级指标|指标值"


def test_plain_rows() -> None:
    """A row an indicator."""
    assert rows_of(f"{HEADING}\n产出指标|数量指标|活动|≥8次\n效益指标|社会效益|满意|≥9%") == [
        "产出指标 > 数量指标 > 活动: ≥8次",
        "效益指标 > 社会效益 > 满意: ≥9%",
    ]


def test_blank_levels_are_those_of_the_row_above() -> None:
    """As long as nothing before them has changed."""
    table = """
一级指标|二级指标|重点工作|三级指标|半年指标值|全年指标值
履职    |职能1   |教学硬件|基地    |＝0个     |＝1个
        |        |        |中心    |＝0个     |＝1个
        |        |基建    |扩建    |≥30%      |≥60%
        |职能2   |        |活动    |≥1次      |≥2次
        |        |        |讲座    |≥1次      |≥2次
效益    |        |        |收入    |≥1万元    |≥2万元
"""
    assert rows_of(table) == [
        "履职 > 职能1 > 教学硬件 > 基地: ＝0个 / ＝1个",
        "履职 > 职能1 > 教学硬件 > 中心: ＝0个 / ＝1个",
        "履职 > 职能1 > 基建 > 扩建: ≥30% / ≥60%",
        "履职 > 职能2 > 活动: ≥1次 / ≥2次",
        "履职 > 职能2 > 讲座: ≥1次 / ≥2次",
        "效益 > 收入: ≥1万元 / ≥2万元",
    ]


def test_merged_cells() -> None:
    """One over several rows stands in each; one over several levels counts once; so does one over level and name."""
    table = """
一级指标|二级指标|重点工作|三级指标|指标值
决策    |计划    |<       |规划    |健全
^       |^       |^       |方案    |健全
^       |预算    |<       |<       |科学
^       |同名    |同名    |事      |好
"""
    assert rows_of(table) == [
        "决策 > 计划 > 规划: 健全",
        "决策 > 计划 > 方案: 健全",
        "决策 > 预算: 科学",
        "决策 > 同名 > 同名 > 事: 好",
    ]


@pytest.mark.parametrize(
    ("heading", "row", "expected"),
    [
        ("一级指标|二级指标|三级指标|绩效指标描述|指标值", "产出|数量|活动|说明|≥8次", "活动: ≥8次 (说明)"),
        ("一级指标|二级指标|对应项目|三级指标|指标值", "产出|数量|说明|活动|≥8次", "活动: ≥8次 (说明)"),
        ("一级指标|二级指标|三级指标|实施周期指标值|年度指标值", "产出|数量|活动|9次|8次", "活动: 9次 / 8次"),
        ("一级指标|二级指标|三级指标|半年目标值|全年目标值", "产出|数量|活动|4次|8次", "活动: 4次 / 8次"),
        ("一级指标|二级指标|三级指标|全年指标值|半年指标值", "产出|数量|活动|8次|4次", "活动: 4次 / 8次"),
        ("一级指标|二级指标|三级指标|半年指标值", "产出|数量|活动|4次", "活动: 4次"),
        ("一级指标|二级指标|指标名称|目标值（2026年）", "产出|数量|活动|4次", "活动: 4次"),
        ("一级指标|二级指标|三级指标|指标值|读法", "产出|数量|活动|4次|≤4次", "活动: 4次"),
        ("绩效指标|一级指标|二级指标|三级指标|指标值", "绩效指标|产出|数量|活动|4次", "活动: 4次"),
    ],
)
def test_columns_are_found_by_their_headings(heading: str, row: str, expected: str) -> None:
    """In whatever order they come."""
    assert rows_of(f"{heading}\n{row}") == [f"产出 > 数量 > {expected}"]


def test_a_heading_of_two_lines() -> None:
    """指标值 over 半年 and 全年; the level cells go on."""
    table = "一级指标|二级指标|三级指标|指标值|<\n^|^|^|半年|全年\n产出|数量|活动|4次|8次"
    (found,) = read(table).tables
    assert found.value_names == ("半年指标值", "全年指标值")
    assert rows_of(table) == ["产出 > 数量 > 活动: 4次 / 8次"]
    named = "一级指标|二级指标|三级指标|绩效目标|<\n^|^|^|半年指标值|全年指标值\n产出|数量|活动|4次|8次"
    assert rows_of(named) == ["产出 > 数量 > 活动: 4次 / 8次"]


def test_a_heading_is_repeated_after_a_page_break() -> None:
    """The table goes on; blank level cells too."""
    table = f"{HEADING}\n产出|数量|活动|8次\n{HEADING}\n||讲座|4次\n效益|社会|人数|9人"
    assert rows_of(table) == ["产出 > 数量 > 活动: 8次", "产出 > 数量 > 讲座: 4次", "效益 > 社会 > 人数: 9人"]


def test_a_row_that_a_page_break_cut_in_two() -> None:
    """What stands below the repeated heading without a value belongs to the row before, and that is said."""
    found = read(
        f"{HEADING}|绩效指标描述\n效益|可持续影响|可持续影响|持续提升|项目建设\n{HEADING}|绩效指标描述\n|指标|力||效益指标"
    )
    (row,) = found.tables[0].rows
    assert (row.levels, row.name, row.description) == (("效益", "可持续影响指标"), "可持续影响力", "项目建设效益指标")
    assert doubts(found) == ["表.csv:4:1 page_break"]
    assert found.doubts[0].doubt.text == "换页后的一行没有指标值：“指标力”"


def test_a_heading_with_other_columns_changes_the_levels() -> None:
    """The last part of a table may have fewer of them."""
    table = """
一级指标|二级指标|重点工作|三级指标|半年指标值|全年指标值
履职|职能|工作|活动|≥1次|≥2次
一级指标|二级指标|三级指标|半年指标值|全年指标值
|社会效益|就业率|≥95%|≥95%
"""
    assert rows_of(table) == ["履职 > 职能 > 工作 > 活动: ≥1次 / ≥2次", "社会效益 > 就业率: ≥95% / ≥95%"]
    (found,) = read(table).tables
    assert found.level_names == ("一级指标", "二级指标", "重点工作", "三级指标")


def test_a_row_that_only_names_a_section() -> None:
    """It is the section of the rows below."""
    table = f"{HEADING}\n一、产出指标|<|<|<\n|数量|活动|8次\n二、效益指标|||\n|社会|人数|9人"
    assert rows_of(table) == ["一、产出指标 > 数量 > 活动: 8次", "二、效益指标 > 社会 > 人数: 9人"]


def test_a_value_without_a_name() -> None:
    """The description, else the nearest level gives the name; it is said."""
    heading = "一级指标|二级指标|三级指标|绩效指标描述|半年指标值|全年指标值"
    found = read(f"{heading}\n产出|数量||说明|4次|8次\n产出|质量|||5次|9次\n||||6次|7次")
    assert [row.name for row in found.tables[0].rows] == ["说明", "质量", "（没有名称）"]
    assert doubts(found) == ["表.csv:2:3 no_name", "表.csv:3:3 no_name", "表.csv:4:3 no_name"]


def test_a_row_that_slipped_by_a_column() -> None:
    """A name that looks like a value is doubtful."""
    found = read("一级指标|二级指标|三级指标|半年指标值|全年指标值\n产出|活动|≥4次|≥8次|")
    assert doubts(found) == ["表.csv:2:3 shifted"]
    assert found.doubts[0].doubt.text == "指标名称“≥4次”像是指标值，这一行可能错了一栏"


def test_what_is_not_read_is_said() -> None:
    """Other columns, rows without name and value, lines between; notes below the table are nothing of it."""
    found = read(f"""
{HEADING}|得分
产出|数量|活动|8次|5
||||
||演讲|8次|
产出|数量|||
某些别的话
产出|数量|讲座|1次|
注：略|<|<|<|<
填表人：甲
""")
    assert [row.name for row in found.tables[0].rows] == ["活动", "演讲", "讲座"]
    assert [one.doubt.text for one in found.doubts] == [
        "这一行没有读：“某些别的话”",
        "“得分”一栏没有读：“5”",
        "这一行没有读：“产出”",
    ]


def test_a_head_without_a_heading() -> None:
    """What comes after the name of another table belongs to it, and without a heading it cannot be read."""
    found = read(f"{HEADING}\n产出|数量|活动|8次\n项目名称|乙|<|<\n产出|数量|讲座|1次")
    assert [row.name for row in found.tables[0].rows] == ["活动"]
    assert doubts(found) == ["表.csv:3:1 unread", "表.csv:4:1 unread"]


def test_a_name_over_several_lines() -> None:
    """A narrow cell breaks names anywhere; blanks that are typed stay, and those between foreign words."""
    assert joined("建设服务支\n撑专业数量") == "建设服务支撑专业数量"
    assert joined(" ≥3000 人\r\n 次 ") == "≥3000 人次"
    assert joined("Python\ncode 3\n4") == "Python code 34"
    assert joined("\n\n") == ""


def test_marks_of_a_web_page_are_no_text() -> None:
    """A portal's form exports them; signs that only look alike stay."""
    table = f"{HEADING}\n<p>产出</p>|数量|<p>活动<br/>次数</p>|<5次"
    assert rows_of(table) == ["产出 > 数量 > 活动次数: <5次"]


@pytest.mark.parametrize(
    ("table", "place", "said"),
    [
        ("姓名|分数\n甲|90", "表.csv", "没有找到绩效目标表"),
        (HEADING, "表.csv", "没有找到绩效目标表"),
        (
            "绩效目标表\n一级指标|二级指标|三级指标|完成情况\n产出|数量|活动|好",
            "表.csv:2:1",
            "绩效目标表里没有“指标值”一栏",
        ),
    ],
)
def test_a_file_without_a_table(table: str, place: str, said: str) -> None:
    """One sentence, and what a table has to have."""
    with pytest.raises(ProblemsError) as caught:
        read(table)
    assert str(caught.value).splitlines() == [
        f"{place}: 错误：{said}",
        (
            "    → 请确认选对了文件；标题行要有一级指标、二级指标、三级指标和指标值"
            "（或半年指标值、全年指标值、年度指标值）"
        ),
    ]


def test_a_grid_keeps_what_it_is() -> None:
    """Title and sheet stay when marks are taken away."""
    from assess.ground.grid import untagged

    cleaned = untagged(grid("<p>a</p>|b", "一", is_sheet=True))
    assert (cleaned.title, cleaned.is_sheet, str(cleaned.rows[0][0]).strip()) == ("一", True, "a")
