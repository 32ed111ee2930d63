"""Which sheets a slice of a year has, and what stands where."""

from dataclasses import replace
from fractions import Fraction

from assess.files import yaml_reader
from assess.ground.address import YEAR, Address
from assess.scheme.scheme import Scheme
from assess.workbooks.ask import Ask
from assess.workbooks.book import FormBook, FormSheet
from assess.workbooks.filling import filled
from assess.workbooks.laying_out.asks import ask_of_enterable, number
from assess.workbooks.laying_out.cells import shown
from assess.workbooks.laying_out.sheets import told_apart
from assess.workbooks.laying_out.whole_book import form_book, slice_name
from assess.workbooks.laying_out.year_on_sheets import At, CycleOnSheets, YearOnSheets
from assess.workbooks.slice import Slice
from assess.year.assembling import tree_of
from assess.year.cells import cells_of
from assess.year.duties import Duties, Duty
from assess.year.reading.building import build_evidence
from assess.year.titles import titles_of
from tests import votes
from tests.small import BOTH_LISTS, LEADERSHIP, TARGETS, VOTES, scheme
from tests.target_schemes import FIRST, target_scheme

HEAD = CycleOnSheets("2018", "2018年", "0123abcd", 7, "fedcba98", "abcdef", "2019-09-01")
UNITS = """
- {id: a, name: 甲学院, short: 甲, type: college}
- {id: b, name: 乙学院, type: foundation}
- {id: d, name: 丙处, type: department}
"""
MARKED = Duty("A", "2018-09-01", "教务处", ("张三", "李四"), due="2019-10-01")


def year(of: Scheme, units: str, *duties: Duty, besides: str = "", hides: str = "") -> YearOnSheets:
    """A year on sheets, read as its file is. `hides`: the node that whoever makes the sheets may not see."""
    tree = yaml_reader.parse(f"scheme: {of.id}\ntitle: 一年\nunits:\n{units}\n{besides}", "year.yaml")
    build_evidence(tree, of)
    cells = list(cells_of(tree, of))
    values: dict[At, str] = {(cell.address, cell.field): cell.text for cell in cells if not cell.is_empty_list}
    return YearOnSheets(
        cycle=HEAD,
        scheme=of,
        evidence=build_evidence(tree_of(cells, of), of),
        titles=titles_of(cells, of),
        values=values,
        shows=lambda at, _: at.node != hides,
        duties=Duties(duties, "2019-09-01"),
    )


def small(units: str = UNITS, *duties: Duty) -> YearOnSheets:
    """A year of the small scheme: a mark for each list."""
    return year(scheme(BOTH_LISTS), units, *duties)


def with_facts(facts: str) -> str:
    """The units, the first with these facts."""
    return UNITS.replace("type: college", f"type: college, facts: {facts}")


def sheet(book: FormBook, title: str) -> FormSheet:
    """The sheet of this title."""
    return next(one for one in book.sheets if one.title == title)


def texts(form: FormSheet) -> list[list[str]]:
    """What stands in its rows."""
    return [["" if cell.value is None else str(cell.value) for cell in row.cells] for row in form.rows]


def test_a_list_has_a_row_for_each_value_and_a_column_for_each_unit() -> None:
    """What is missing is marked, what is there stands there; sums are live."""
    first = sheet(form_book(small(with_facts("{A: 8.5}")), Slice()), "目标考核")
    assert [column.title for column in first.columns][-2:] == ["甲", "乙学院"]
    assert texts(first)[0][:4] == ["1", "A 工作实绩", "考核分", "分"]
    cells = first.rows[0].cells[-2:]
    assert [(cell.value, cell.missing) for cell in cells] == [(Fraction(17, 2), False), (None, True)]
    assert texts(first)[-1][1] == "表中各项评分合计"
    assert [cell.value for cell in first.rows[-1].cells[-2:]] == [Fraction(17, 2), 0]


def test_a_slice_has_what_belongs_to_it() -> None:
    """To a department, to an assessor, to a unit, to a chapter, and to several of these at once."""
    made = small(UNITS, MARKED)
    of_department = form_book(made, Slice(department="教务处"))
    assert [one.title for one in of_department.sheets] == ["目标考核", "依据和说明"]
    assert [row[2] for row in texts(of_department.sheets[0])][:2] == ["考核分（张三）", "考核分（李四）"]
    assert ("截止日期", "2019-10-01") in of_department.named
    assert texts(form_book(made, Slice(assessor="张三")).sheets[0])[0][2] == "考核分（张三）"
    assert [one.title for one in form_book(made, Slice(unit="a")).sheets] == ["单位", "目标考核", "依据和说明", "自评"]
    assert form_book(made, Slice(department="教务处", chapter="D")).sheets == ()


def test_a_slice_is_called_as_people_call_it() -> None:
    """And by ids where nobody knows the names."""
    parts = (Slice(), Slice(department=""), Slice(assessor="张三", unit="a", chapter="A"))
    assert [slice_name(small(), part) for part in parts] == ["全年", "未分工", "评分人张三 甲学院 A 工作实绩"]
    assert [part.words for part in parts] == ["全年", "未分工", "张三 a A"]


def test_what_an_assessor_has_given_has_a_row_of_its_own() -> None:
    """Whoever is responsible by now; a mark without a name stays one."""
    named = sheet(form_book(small(with_facts("{A: {mark: {王五: 8}}}"), MARKED), Slice()), "目标考核")
    assert [row[2] for row in texts(named)][:3] == ["考核分（王五）", "考核分（张三）", "考核分（李四）"]
    bare = sheet(form_book(small(with_facts("{A: 8}"), MARKED), Slice()), "目标考核")
    assert texts(bare)[0][2] == "考核分"


def test_votes_in_rounds_have_a_sheet_for_the_rounds_and_one_for_the_rows() -> None:
    """In bundles each count has its row; without a round the unit's own ballots."""
    of = scheme_of_votes()
    rounds = "rounds:\n  干部: {group: staff, due: 10, present: 9, issued: 9, returned: 8, spoilt: 0}\n"
    rounds += "  教师: {group: teachers, due: 10, present: 9, issued: 9, returned: 8, spoilt: 0}\n"
    besides = f"{rounds}bundles:\n  一捆: {{round: 教师, papers: 8}}\n"
    units = "- {id: a, name: 甲学院, type: college}\n- {id: b, name: 乙学院, type: college}"
    made = year(of, units, Duty("votes", "2018-09-01", "组织部"), besides=besides)
    book = form_book(made, Slice())
    counted = [row[1:] for row in texts(sheet(book, "测评场次")) if row[1] in ("应到", "张数")]
    assert counted == [["应到", "10"], ["应到", "10"], ["张数", "8"]]
    assert [row[:2] for row in texts(sheet(book, "民主测评票"))][:4] == [
        ["甲学院", "民主测评：中层干部的测评票"],
        ["甲学院", "民主测评：教师代表的一捆，初点"],
        ["甲学院", "民主测评：教师代表的一捆，复点"],
        ["甲学院", "民主测评：学生代表的测评票"],
    ]
    of_department = form_book(made, Slice(department="组织部"))
    assert [one.title for one in of_department.sheets] == ["测评场次", "民主测评票"]
    asked = made.belonging(Address("a", "first_count", "优秀", group="一捆"))
    assert asked is not None
    assert asked.responsible.department == "组织部"
    assert made.belonging(Address(YEAR, "rounds", "due", group="干部")) is None


def scheme_of_votes() -> Scheme:
    """The scheme in which everything is voted on."""
    from assess.scheme.reading.building import build_scheme

    return build_scheme(yaml_reader.parse(votes.SCHEME, "scheme.yaml"))


def test_marks_of_leaders_have_a_column_each_and_are_confidential() -> None:
    """Whoever may not see them gets a grey cell; names are asked for in the headings."""
    of = scheme(BOTH_LISTS, parts=f"{VOTES}\n{LEADERSHIP}\n{TARGETS}")
    units = UNITS.replace("type: college", "type: college, leaders: {deputy: {张三: 90}, principal: 无}")
    marks = sheet(form_book(year(of, units), Slice()), "领导班子评价")
    titles = [column.title for column in marks.columns]
    assert titles[-3:] == ["副职校领导\n张三", "副职校领导\n（评分人姓名）", "副职校领导：没有人评分"]
    assert marks.rows[0].cells[-3].value == 90
    assert "无" in texts(marks)[0]
    hidden = sheet(form_book(year(of, units, hides="leadership"), Slice()), "领导班子评价")
    assert (hidden.rows[0].cells[-3].role, hidden.rows[0].cells[-3].value) == ("closed", "保密")
    of_one = form_book(year(of, units), Slice(assessor="张三"))
    assert [column.title for column in of_one.sheets[-1].columns] == ["单位", "副职校领导\n张三"]


def test_a_target_table_has_a_row_for_each_target_and_a_column_for_what_is_said_of_it() -> None:
    """Two units that share one stand below each other."""
    alone = sheet(form_book(year(target_scheme(), FIRST), Slice()), "项目一")
    assert [column.title for column in alone.columns][:3] == ["序号", "指标", "指标值"]
    assert texts(alone)[1][:3] == ["1", "T1 活动次数", "≥8次"]
    money = sheet(form_book(year(target_scheme(), FIRST), Slice()), "预算资金")
    assert texts(money)[0][0] == "项目一"
    assert {"1000", "892", "招标节约"} <= set(texts(money)[0])
    others = "- {id: other, name: 另一所, type: project, table: first}\n"
    others += "- {id: third, name: 三所, type: project, table: second}\n"
    both = form_book(year(target_scheme(), FIRST + others), Slice())
    shared = sheet(both, "项目一")
    assert [column.title for column in shared.columns][1] == "单位"
    assert {row[1] for row in texts(shared)} == {"", "项目一", "另一所"}


def test_whatever_stands_on_no_other_sheet_has_one_of_its_own() -> None:
    """Such as the former name of a unit."""
    units = UNITS.replace("type: foundation", "type: foundation, formerly: [{changed: 2019-03-01, name: 旧名}]")
    rest = sheet(form_book(small(units), Slice()), "其他数据")
    assert ["乙学院 单位情况 变更以前 第1项 原来的名称", "旧名"] in texts(rest)


def test_a_unit_that_takes_no_part_is_asked_nothing_but_why() -> None:
    """It stands on the sheet of units alone."""
    book = form_book(small(UNITS.replace("type: foundation", "type: foundation, takes_part: {no: 新设}")), Slice())
    units = sheet(book, "单位")
    assert [row[0] for row in texts(units)] == ["甲学院", "乙学院", "丙处"]
    assert "新设" in texts(units)[1]
    assert sheet(book, "目标考核").columns[-1].title == "甲"


def test_sheets_of_one_name_are_told_apart() -> None:
    """And have names that an office program takes."""
    first = form_book(small(), Slice()).sheets[0]
    names = ["成果", "成果", "甲/乙?", "长" * 40, "长" * 40, "[]", " "]
    found = told_apart(replace(first, title=name) for name in names)
    assert [one.title for one in found] == ["成果", "成果(2)", "甲_乙_", "长" * 31, "长" * 27 + "(2)", "__", "表"]


def test_values_are_shown_as_people_write_them() -> None:
    """A number as one, unless an office program would cut it; what is no number as it is."""
    ask = number("数", "人")
    assert shown(ask, "8.50") == Fraction(17, 2)
    assert shown(ask, "1234567890.1234567") == "1234567890.1234567"
    assert shown(ask, "不适用") == "不适用"
    assert shown(Ask("choice", "是否", choices={"是": "是", "否": "否"}), "true") == "是"
    assert shown(Ask("choice", "级别", choices={"a": "甲"}), "c") == "c"
    assert shown(ask, None) is None


def test_what_a_book_takes_of_values_is_what_it_has_cells_for() -> None:
    """The rest is left out."""
    values: dict[At, str] = {
        (Address("a", "A", "mark"), ""): "9",
        (Address("z", "A", "mark"), ""): "9",
        (Address(YEAR, "assessors", "张三"), ""): "a",
    }
    found = [(one.sheet, one.text) for one in filled(form_book(small(), Slice()), values)]
    assert found == [("目标考核", "9"), ("评分人", "张三"), ("评分人", "甲学院")]


def test_what_has_no_words_of_its_own_is_asked_as_words() -> None:
    """And what has them, by them."""
    node = small().titles.nodes_of("a")["unit"]
    assert ask_of_enterable(node.inputs["head"]).kind == "text"
    assert ask_of_enterable(node.inputs["type"]).choices["college"] == "学院"
