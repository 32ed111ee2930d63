"""What a sheet that came back gives: every cell found again, everything else said."""

from dataclasses import replace

import pytest

from assess.ground.address import YEAR, Address
from assess.ground.place import Place
from assess.workbooks.ask import Ask
from assess.workbooks.book import FormSheet
from assess.workbooks.laying_out.year_on_sheets import At
from assess.workbooks.pointer import Pointer
from assess.workbooks.returned import ReturnedCell, ReturnedSheet
from assess.workbooks.stamp import StampError
from assess.workbooks.taking_back.blocks import blocks_of, is_ours_without_stamp
from assess.workbooks.taking_back.comparing import Kind, Standing, same
from assess.workbooks.taking_back.given import SheetGiven
from assess.workbooks.taking_back.matching import given_of
from assess.workbooks.taking_back.taken import Lists, Taken, taken_of
from tests.workbooks.handmade import MARK, STUDENTS, WORDS, marks, matrix, people, place, records, returned

A5 = Address("a", "K3.1", "students")
OLD = Address("a", "K1.1a", "achievements", record=7)
LIST = OLD._replace(record=0)
#: What stands in the made-up database.
NOW: dict[At, str] = {
    (A5, ""): "5",
    (OLD, "title"): "一门课",
    (Address("a", "leadership", "deputy", "张三"), ""): "0.5",
    (Address(YEAR, "assessors", "张三"), ""): "a",
}


def given(form: FormSheet, back: ReturnedSheet) -> SheetGiven:
    """What the only block of a page gives."""
    (block,) = blocks_of(back)
    return given_of(block, form)


def taken(form: FormSheet, back: ReturnedSheet, known: dict[str, Address] | None = None, *, own: bool = False) -> Taken:
    """What becomes of it."""
    fields: dict[Address, dict[str, str]] = {}
    for (address, field), text in NOW.items():
        if address.record:
            fields.setdefault(address, {})[field] = text
    standing = Standing(NOW.get, NOW.get, lambda _: own)
    return taken_of(given(form, back), standing, Lists({LIST: (7,)}, known or {}, fields))


def said(found: Taken | SheetGiven) -> list[str]:
    """The codes of what is wrong, then of what is said."""
    return [one.code for one in (*found.problems, *found.remarks)]


@pytest.mark.parametrize("form", [matrix(), records(), marks(), people()], ids=lambda form: form.title)
def test_a_sheet_that_nobody_touched_gives_nothing_new(form: FormSheet) -> None:
    """Its own words, sums and grey cells are known."""
    back = given(form, returned(form))
    assert (back.outside, said(back), back.new_rows) == ([], [], [])


def test_a_typed_value_is_found_by_its_row_and_column() -> None:
    """With what it asks for, and its cell."""
    found = taken(matrix(), returned(matrix(), {"C6": "7人"}))
    (one,) = found.differences
    assert (one.kind, one.at, one.now, one.new, str(one.place)) == (Kind.CHANGED, (A5, ""), "5", "7", "表.xlsx 指标!C6")


def test_what_is_typed_into_a_grey_cell_or_beside_is_listed() -> None:
    """It is not taken, and not dropped."""
    typed = {"D6": "3", "F2": "请核对", "C8": ReturnedCell("12", comment="此数待定"), "C7": "已登记9项"}
    back = given(matrix(), returned(matrix(), typed))
    assert [(str(one.place), one.text, one.comment) for one in back.outside] == [
        ("表.xlsx 指标!F2", "请核对", False),
        ("表.xlsx 指标!D6", "3", False),
        ("表.xlsx 指标!C8", "此数待定", True),
        ("表.xlsx 指标!C8", "12", False),
    ]


def test_a_comment_of_ours_is_none_of_theirs() -> None:
    """What the sheet went out with."""
    back = given(matrix(), returned(matrix(), {"B6": ReturnedCell("学生数", comment=STUDENTS.said)}))
    assert back.outside == []


def test_a_row_whose_words_are_other_ones_is_refused_as_long_as_anything_stands_there() -> None:
    """A blank one has nothing to lose."""
    assert said(given(matrix(), returned(matrix(), {"B6": "教师数"}))) == ["other_row"]
    assert said(given(matrix(), returned(matrix(), {"B6": "教师数", "C6": None, "D6": None}))) == []


def test_a_column_under_another_heading_is_refused_as_long_as_anything_stands_there() -> None:
    """Whose it is cannot be told."""
    assert said(given(matrix(), returned(matrix(), {"C4": "丙"}))) == ["other_heading"]
    empty = {"C4": "丙", "C6": None, "C7": None}
    assert said(given(matrix(), returned(matrix(), empty))) == []


def test_a_sheet_without_its_headings_is_refused() -> None:
    """None of its columns is known by what people see."""
    back = returned(matrix(), {"B4": None, "C4": None, "D4": None})
    assert said(given(matrix(), back)) == ["other_heading", "other_heading"]


def test_a_merged_cell_is_refused() -> None:
    """In a row that is there, and in a new one."""
    back = replace(returned(matrix()), merged={(6, 3): (6, 3), (6, 4): (6, 3)})
    assert said(given(matrix(), back)) == ["merged", "merged"]
    new = replace(returned(records(), {"D5": "新的"}), merged={(5, 4): (5, 3)})
    assert said(given(records(), new)) == ["merged"]


def test_what_a_scheme_asks_otherwise_by_now_is_listed_and_the_rest_taken() -> None:
    """Only where somebody has filled it in."""
    form = matrix()
    cells = (
        form.rows[1].cells[0],
        replace(form.rows[1].cells[1], ask=replace(STUDENTS, allowed="＞0人")),
        *form.rows[1].cells[2:],
    )
    now = replace(form, rows=(form.rows[0], replace(form.rows[1], cells=cells), *form.rows[2:]))
    (block,) = blocks_of(returned(form, {"C6": "7", "D7": "无"}))
    back = given_of(block, now)
    assert said(back) == ["asked_anew"]
    assert [one.pointer.node for one in back.values] == ["K1.1a"]
    (block,) = blocks_of(returned(form, {"C6": None}))
    assert said(given_of(block, now)) == []


def test_a_value_that_stands_there_twice_is_taken_once_or_asked() -> None:
    """Rows that were copied."""
    form = matrix()
    row = {"A9": str(form.rows[1].tag), "B9": "学生数"}
    assert said(given(form, returned(form, {**row, "C9": "5"}))) == []
    assert said(given(form, returned(form, {**row, "C9": "6"}))) == ["given_twice"]


def test_a_new_record_goes_where_its_choices_say() -> None:
    """The list may be left out where there is only one; the unit may not."""
    found = taken(records(), returned(records(), {"B5": "甲", "D5": "另一门课"}))
    (new,) = found.new_records
    assert (new.list, new.texts, new.row) == (LIST, {"title": "另一门课"}, "2:sheet:1")
    assert said(taken(records(), returned(records(), {"D5": "另一门课"}))) == ["no_list"]
    assert said(taken(records(), returned(records(), {"B5": "丙", "D5": "另一门课"}))) == ["unknown_choice"]
    assert taken(records(), returned(records(), {"B5": "甲"})).new_records == []


def test_an_inserted_row_is_a_new_record_too() -> None:
    """It has no hidden cell, and is not remembered."""
    found = taken(records(), returned(records(), {"B7": "甲", "C7": "K1.1a 成果", "D7": "另一门课"}))
    assert [(new.texts, new.row) for new in found.new_records] == [({"title": "另一门课"}, "")]
    own = {"B7": "甲", "C7": "K1.1a 成果", "D7": "一门课"}
    assert taken(records(), returned(records(), own), own=True).new_records == []
    assert len(taken(records(), returned(records(), own)).new_records) == 1


def test_a_copied_row_is_a_new_record_and_said() -> None:
    """With its hidden cell it came along twice."""
    old = str(records().rows[0].tag)
    found = taken(records(), returned(records(), {"A7": old, "B7": "甲", "C7": "K1.1a 成果", "D7": "仿写"}))
    assert (said(found), [new.texts for new in found.new_records]) == (["copied_row"], [{"title": "仿写"}])


def test_a_record_cannot_be_moved_to_another_unit_in_its_row() -> None:
    """It would be another record."""
    assert said(given(records(), returned(records(), {"B4": "乙"}))) == ["moved_record"]


def test_a_row_that_came_before_corrects_its_record() -> None:
    """What it says no more goes; where the record went, it is not made again."""
    known = {"2:sheet:1": OLD}
    again = {"B5": "甲", "C5": "K1.1a 成果", "D5": "改过的"}
    found = taken(records(), returned(records(), again), known, own=True)
    assert [(one.at, one.kind, one.new) for one in found.differences] == [((OLD, "title"), Kind.CHANGED, "改过的")]
    gone = taken(records(), returned(records(), again), {"2:sheet:1": OLD._replace(record=9)})
    assert (said(gone), gone.new_records) == (["record_gone"], [])


def test_a_record_of_nothing_but_words_keeps_them_in_no_field() -> None:
    """They stand in the column of the name."""
    fields = {OLD: {"": "一门课"}}
    standing = Standing({(OLD, ""): "一门课"}.get, {(OLD, ""): "一门课"}.get, lambda _: False)
    back = given(records(), returned(records(), {"D4": "改过的"}))
    found = taken_of(back, standing, Lists({LIST: (7,)}, {}, fields))
    assert [one.at for one in found.differences] == [(OLD, "")]
    more = Lists({LIST: (7,)}, {"2:sheet:1": OLD}, {OLD: {"": "一门课", "note": "备注"}})
    again = given(records(), returned(records(), {"B5": "甲", "D5": "又改"}))
    assert [(one.at, one.new) for one in taken_of(again, standing, more).differences] == [
        ((OLD, ""), "又改"),
        ((OLD, "note"), None),
    ]


def test_a_heading_that_names_an_assessor_takes_marks() -> None:
    """Of a name that is not written, marks are asked whose they are."""
    where = Address("a", "leadership", "deputy", "李四")
    found = taken(marks(), returned(marks(), {"D3": "校领导\n李四", "D4": "0.8"}))
    assert [(one.at, one.new) for one in found.differences] == [((where, ""), "0.8")]
    assert said(taken(marks(), returned(marks(), {"D3": "李四", "D4": "0.8"}))) == []
    assert said(taken(marks(), returned(marks(), {"D4": "0.8"}))) == ["no_assessor"]


def test_a_new_name_takes_its_unit() -> None:
    """Without the name it is asked."""
    found = taken(people(), returned(people(), {"B5": "王五", "C5": "乙"}))
    assert [(one.at, one.new) for one in found.differences] == [((Address(YEAR, "assessors", "王五"), ""), "b")]
    assert said(taken(people(), returned(people(), {"C5": "乙"}))) == ["no_name"]


def test_what_is_wrong_with_a_cell_is_said_there() -> None:
    """With its address; nothing becomes of it."""
    found = taken(matrix(), returned(matrix(), {"C6": "-7"}))
    assert (said(found), found.differences) == (["out_of_bounds"], [])
    assert found.problems[0].address == A5


def test_each_of_two_sheets_below_each_other_gives_its_own() -> None:
    """What stands in the other one is none of its business."""
    first = returned(matrix())
    cells = {(row + 20, column): cell for (row, column), cell in returned(records(), {"F3": "旁注"}).cells.items()}
    upper, lower = blocks_of(replace(first, cells=first.cells | cells))
    assert given_of(upper, matrix()).outside == []
    assert [one.text for one in given_of(lower, records()).outside] == ["旁注"]
    assert list(given_of(lower, records()).seen()) == [Pointer.to(OLD, "title")]


def test_a_row_for_a_new_record_on_a_sheet_that_has_none_is_passed_over() -> None:
    """Such as one that was pasted from another sheet."""
    spare = str(records().rows[1].tag)
    assert given(matrix(), returned(matrix(), {"A9": spare, "C9": "5"})).new_rows == []


def test_a_dash_over_a_value_is_asked_and_over_a_blank_is_said() -> None:
    """It never clears anything."""
    assert said(taken(matrix(), returned(matrix(), {"C6": "—"}))) == ["dash", "read_as"]
    assert said(taken(matrix(), returned(matrix(), {"D7": "—"}))) == ["read_as"]


def test_what_says_that_there_is_nothing_is_remembered() -> None:
    """A record beside it would contradict it."""
    assert list(taken(matrix(), returned(matrix(), {"D7": "无"})).nothing) == [Address("b", "K1.1a", "achievements")]


def test_a_page_may_hold_several_sheets_below_each_other_or_none() -> None:
    """A stamp begins one; what is in the way of being a tag is passed over."""
    first = returned(matrix(), {"A6": "不是标记", "A7": ReturnedCell(None)})
    cells = {(row + 20, column): cell for (row, column), cell in returned(records()).cells.items()}
    both = replace(first, cells=first.cells | cells)
    assert [block.top for block in blocks_of(both)] == [1, 21]
    assert 6 not in blocks_of(both)[0].rows
    assert blocks_of(ReturnedSheet("空", Place("表.xlsx"), {})) == []


def test_a_damaged_stamp_is_known_as_one() -> None:
    """And hidden cells without one."""
    with pytest.raises(StampError):
        blocks_of(returned(matrix(), {"A1": '{"assess":1'}))
    assert is_ours_without_stamp(returned(matrix(), {"A1": None}))
    assert not is_ours_without_stamp(
        ReturnedSheet("别的", Place("表.xlsx"), {(1, 1): ReturnedCell("约~"), (2, 1): ReturnedCell("x")})
    )
    assert place("C5") == (5, 3)


@pytest.mark.parametrize(
    ("then", "now", "own", "kind"),
    [
        (None, None, False, Kind.ADDED),
        ("1", "1", False, Kind.CHANGED),
        ("1", "2", False, Kind.CONFLICT),
        ("1", "2", True, Kind.CORRECTED),
        (None, "2", True, Kind.CORRECTED),
    ],
)
def test_what_is_new_about_a_value(then: str | None, now: str | None, own: bool, kind: Kind) -> None:  # noqa: FBT001 a case
    """Held against what stood there at the export, and what stands there now."""
    standing = Standing(lambda _: then, lambda _: now, lambda _: own)
    found = standing.difference((A5, ""), STUDENTS, "9", Place("表.xlsx"))
    assert found is not None
    assert found.kind is kind
    assert standing.difference((A5, ""), STUDENTS, now, Place("表.xlsx")) is None
    if own:
        old = replace(standing, outdated=True).difference((A5, ""), STUDENTS, "9", Place("表.xlsx"))
        assert old is not None
        assert old.kind is Kind.CONFLICT
    gone = Standing(lambda _: "1", lambda _: "1", lambda _: False).difference(
        (A5, ""), STUDENTS, None, Place("表.xlsx")
    )
    assert gone is not None
    assert gone.kind is Kind.CLEARED


@pytest.mark.parametrize(
    ("ask", "one", "other", "is_same"),
    [
        (STUDENTS, "0.90", "0.9", True),
        (MARK, "不适用", "0", False),
        (Ask("choice", "是否"), "true", "是", True),
        (Ask("choice", "是否"), "false", "是", False),
        (WORDS, "一\r\n二 ", "一\n二", True),
        (WORDS, None, "", True),
        (WORDS, None, "一", False),
    ],
)
def test_values_are_compared_by_what_they_mean(ask: Ask, one: str | None, other: str | None, is_same: bool) -> None:  # noqa: FBT001 a case
    """However they are written."""
    assert same(ask, one, other) is is_same


def test_whole_pointers_of_a_sheet_are_told() -> None:
    """Those that may be filled in."""
    assert [pointer for pointer, _ in matrix().inputs()] == [
        Pointer("a", "K3.1", "students"),
        Pointer("b", "K1.1a", "achievements"),
    ]
