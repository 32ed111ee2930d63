"""Lists of projects: a row a project, all of its indicators in one cell."""

from tests.drafting.importing.table_grids import doubts, read

TITLE = "项目支出绩效目标表（含转移支付项目）"
HEADING = "项目名称（资金使用单位）|总计|财政拨款|其他资金|绩效目标|绩效指标"
ONE = "1、1-产出指标；11-数量指标；教练数量；实施周期指标值：10人以上；年度指标值：10人以上。"
TWO = "2、3-满意度指标；31-服务对象满意度；软件可用；硬件可用；实施周期指标值:9%；年度指标值:8%。"


def test_a_list_of_projects() -> None:
    """The sum over all, whose money it is, the money of each, its goals, its indicators with a semicolon in a name."""
    found = read(f"""
{TITLE}
部门名称：某某局
单位：万元
{HEADING}
合计|4,791.93|4,791.93|||
某某学院|4,791.93|4,791.93|||
甲项目|638.00|638.00||1. 做好\\n2. 管好|{ONE}{TWO}
{TITLE}
部门名称：某某局
单位：万元
乙项目|10|8|2|<p>办成</p>|{ONE}
""")
    assert found.stated is not None
    assert (found.stated[0], str(found.stated[1])) == ("合计", "479193/100")
    first, second = found.tables
    assert (first.head.title, first.head.holder, first.head.unit) == (TITLE, "某某局", "万元")
    assert (first.head.project, first.head.goals, first.head.remarks) == (
        "甲项目",
        ["做好", "管好"],
        [("资金使用单位", "某某学院")],
    )
    assert [(fund.label, fund.part_of) for fund in first.head.funds] == [
        ("总计", None),
        ("财政拨款", "总计"),
        ("其他资金", "总计"),
    ]
    assert [(row.levels, row.name, row.cycle, row.full) for row in first.rows] == [
        (("产出指标", "数量指标"), "教练数量", "10人以上", "10人以上"),
        (("满意度指标", "服务对象满意度"), "软件可用；硬件可用", "9%", "8%"),
    ]
    assert (first.value_names, first.has_cycle) == (("实施周期指标值", "年度指标值"), True)
    assert (second.head.goals, len(second.rows)) == (["办成"], 1)
    assert doubts(found) == []


def test_indicators_in_the_column_of_the_goals() -> None:
    """They are read all the same, and that is said."""
    found = read(f"{HEADING}\n甲项目|5|5||提高质量。\\n{ONE}|")
    (table,) = found.tables
    assert (table.head.goals, table.stand_in, len(table.rows)) == (["提高质量。"], "绩效目标", 1)
    assert doubts(found) == ["表.csv:2:5 stand_in"]


def test_values_of_half_and_whole_year() -> None:
    """Without a cycle; a section without a second level; no goals."""
    found = read(
        "项目名称|预算数|绩效指标\n甲|5|1、1-产出指标；活动；半年指标值：1次；全年指标值：2次。2、2-效益指标；收入；指标值：9元"
    )
    (table,) = found.tables
    assert [(row.levels, row.name, row.half, row.full) for row in table.rows] == [
        (("产出指标",), "活动", "1次", "2次"),
        (("效益指标",), "收入", None, "9元"),
    ]
    assert (table.value_names, table.has_cycle) == (("半年指标值", "全年指标值"), False)


def test_what_cannot_be_read_in_such_a_cell() -> None:
    """Each piece is said, with what it should look like."""
    found = read(f"项目名称|绩效指标\n甲|前言{ONE}2、1-产出指标；11-数量指标；没有值。")
    assert [row.name for row in found.tables[0].rows] == ["教练数量"]
    assert [one.doubt.text for one in found.doubts] == [
        "看不出这是指标：“前言”",
        "看不出这是指标：“2、1-产出指标；11-数量指标；没有值。”",
    ]


def test_a_table_of_the_usual_form_after_a_list() -> None:
    """A heading of levels ends the list; a line that is not understood is not lost."""
    rows = "一级指标|二级指标|三级指标|指标值\n产出|数量|活动|8次"
    found = read(f"{HEADING}\n甲|5|5||做好|{ONE}\n别的话\n项目名称|乙||\n{rows}", f"{HEADING}\n丙|5|5||做好|{ONE}")
    assert [table.head.project for table in found.tables] == ["甲", "乙", "丙"]
    assert [one.doubt.text for one in found.doubts] == ["表头的这一格没有读：“别的话”"]


def test_a_total_without_an_amount() -> None:
    """It says nothing."""
    assert read(f"项目名称|绩效指标\n合计|\n甲|{ONE}").stated is None
    assert read(f"{HEADING}\n合计||||\n甲|5|5||做好|{ONE}").stated is None
