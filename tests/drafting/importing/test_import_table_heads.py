"""The head of a target table: whose it is, year, money, purpose, goals; what is not understood is said."""

from fractions import Fraction

from assess.drafting.importing.head_fields import Head, Money
from assess.drafting.importing.table_head import read_head
from tests.drafting.importing.table_grids import SKELETON, doubts, grid, read

ROWS = "一级指标|二级指标|三级指标|指标值\n产出|数量|活动|8次"


def head(text: str) -> Head:
    """The head that a text's rows make."""
    return read_head(grid(text).rows)


def money(lines: list[Money]) -> list[str]:
    """`label amounts < part_of`."""
    return [
        f"{line.label} {' '.join(str(one) for one in line.amounts)}" + (f" < {line.part_of}" if line.part_of else "")
        for line in lines
    ]


def test_the_head_of_a_project() -> None:
    """Labels with their values to the right; a label over two rows has two kinds of values."""
    found = head("""
2.安全稳定专项经费（2024年）绩效目标表|<|<|<|<|<|<
704201 某某信息职业技术学院|<|<|<|单位：万元|<|<
项目名称|安全稳定专项经费（2024年）|<|<|<|<|<
预算规模及\\n资金用途|预算数|10.00|其中：财政\\n资金|10.00|其他资金|
^|学校安全管理工作\\n数据服务|<|<|<|<|<
绩效目标|1.完成服务\\n2.做好\\n管理|<|<|<|<|<
""")
    assert found.title == "安全稳定专项经费（2024年）绩效目标表"
    assert (found.holder, found.unit) == ("704201 某某信息职业技术学院", "万元")
    assert found.project == "安全稳定专项经费（2024年）"
    assert money(found.funds) == ["预算数 10", "其中：财政资金 10 < 预算数", "其他资金 None < 预算数"]
    assert found.purpose == ["学校安全管理工作", "数据服务"]
    assert found.goals == ["1.完成服务", "2.做好", "管理"]
    assert found.doubts == []


def test_the_head_of_an_institution() -> None:
    """Year, income, spending plan with the parts that sum to a line, texts."""
    found = head("""
某省部门整体预算绩效目标表|<|<|<|<
2026年度|<|<|<|<
单位名称|某某职业技术学院|<|<|<
单位\\n主要职能|培养人才\\n服务社会|<|<|<
收入|全年预算数|资金总额|30,000.5|
^|^|一般公共预算资金|20000|
^|^|政府性基金|0|
^|^|其他资金|10000.5|
部门整体资金（元）|资金（万元）|支出|半年计划执行数|全年预算数
^|^|基本支出|100|300
^|^|项目支出|30|70
^|^|设备购置|30|20
^|^|图书购置|0|50
中长期目标|建成高水平学校|<|<|<
年度目标|（1）一件\\n（2）两件|<|<|<
""")
    assert (found.title, found.year, found.holder) == ("某省部门整体预算绩效目标表", "2026", "某某职业技术学院")
    assert money(found.funds) == [
        "资金总额 60001/2",
        "一般公共预算资金 20000 < 资金总额",
        "政府性基金 0 < 资金总额",
        "其他资金 20001/2 < 资金总额",
    ]
    assert money(found.spending) == [
        "基本支出 100 300",
        "项目支出 30 70",
        "设备购置 30 20 < 项目支出",
        "图书购置 0 50 < 项目支出",
    ]
    assert found.remarks == [("单位主要职能", "培养人才；服务社会")]
    assert (found.long_term, found.goals) == (["建成高水平学校"], ["一件", "两件"])
    assert (found.units, found.doubts) == (["元", "万元"], [])


def test_the_head_as_our_own_workbook_has_it() -> None:
    """Lines of money below their heading, label and value in one cell."""
    found = head("""
项目支出绩效目标表|<|<
项目名称：市某某学院安保经费|<|<
单位名称|某某局|<
年度|2025年|<
金额单位|元|<
资金|<|金额（元）
总计|<|638
财政拨款|<|638
其他资金|<|
支出计划|半年计划执行数（元）|全年预算数（元）
基本支出|320|638
项目支出||
资金用途|买设备|<
""")
    assert (found.project, found.holder, found.year, found.unit) == ("市某某学院安保经费", "某某局", "2025", "元")
    assert money(found.funds) == ["总计 638", "财政拨款 638 < 总计", "其他资金 None < 总计"]
    assert money(found.spending) == ["基本支出 320 638", "项目支出 None None"]
    assert found.purpose == ["买设备"]


def test_values_below_their_labels() -> None:
    """Names of money over their amounts, goals over their texts."""
    found = head("预算数|财政资金|其他资金\n500万元|400万元|100万元\n中长期目标|年度目标|\n建成|做好|")
    assert money(found.funds) == ["预算数 500", "财政资金 400 < 预算数", "其他资金 100 < 预算数"]
    assert (found.long_term, found.goals) == (["建成"], ["做好"])


def test_what_is_no_unit_is_none() -> None:
    """单位 may be half of another name; 金额单位 with a unit is one."""
    assert head("单位|\n主要职能|").unit == ""
    assert head("金额单位|（千元）").unit == "千元"
    assert head("预算数|5亿元").unit == "亿元"
    assert head("单位名称|甲校\n部门名称|乙处").holder == "甲校"
    assert head("项目：甲|年度：2027年\n年度|无").year == "2027"


def test_amounts_without_a_name_and_names_without_an_amount() -> None:
    """The first line of money has an amount; a number that stands alone is not read, and that is said."""
    found = head("全年\n预算数|\n资金总额|8|9")
    assert money(found.funds) == ["资金总额 8"]
    assert [doubt.doubt.text for doubt in found.doubts] == ["表头的这一格没有读：“全年”", "表头的这一格没有读：“9”"]
    assert head("预算数|99999999999999999999").funds == []


def test_notes_are_no_part_of_the_head() -> None:
    """A page number or who filled it in."""
    assert head("填表人：甲|\n第1页|\n注：略|").doubts == []


def test_very_many_lines_of_money() -> None:
    """Nobody has summed them by hand: which are parts is not looked for."""
    found = head("\n".join(f"第{number}项经费|0" for number in range(300)))
    assert len(found.funds) == 300
    assert {fund.part_of for fund in found.funds} == {None}


def test_several_tables_in_one_document() -> None:
    """Each begins with its own head; lines between tables belong to the next one."""
    found = read(
        "1.甲项目绩效目标表",
        f"项目名称|甲项目|<|<\n{ROWS}",
        "2.乙项目绩效目标表",
        f"项目名称|乙项目|<|<\n{ROWS}\n产出||讲座|1次",
    )
    assert [(table.head.title, table.head.project, len(table.rows)) for table in found.tables] == [
        ("甲项目绩效目标表", "甲项目", 1),
        ("乙项目绩效目标表", "乙项目", 2),
    ]
    assert doubts(found) == []


def test_several_tables_in_one_grid() -> None:
    """A head below the indicators begins the next table."""
    found = read(f"项目名称|甲|<|<\n{ROWS}\n项目名称|乙|<|<\n年度目标|做好|<|<\n{ROWS}\n||讲座|1次")
    assert [(table.head.project, len(table.rows)) for table in found.tables] == [("甲", 1), ("乙", 2)]


def test_sheets_are_tables_of_their_own() -> None:
    """Also where no head says so; the sheet's name is kept."""
    from assess.drafting.importing.target_import import read_tables

    sheets = [
        grid(f"备注：略\n{ROWS}", "甲", is_sheet=True),
        grid(ROWS, "乙", is_sheet=True),
        grid("别的", "丙", is_sheet=True),
    ]
    found = read_tables(sheets, "表.xlsx", SKELETON.sections)
    assert [table.sheet for table in found.tables] == ["甲", "乙"]
    assert doubts(found) == ["表.csv:1:1 unread"]


def test_amounts_are_exact() -> None:
    """Nothing is rounded."""
    assert head("预算数|4,791.93").funds[0].amounts == (Fraction("4791.93"),)
