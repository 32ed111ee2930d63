"""What stands in the hidden cells of a sheet: pointers, tags, stamps and slices are read back as they were written."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.ground.address import Address
from assess.ground.place import Place
from assess.workbooks.ask import Ask
from assess.workbooks.pointer import Pointer, PointerError
from assess.workbooks.returned import ReturnedCell, ReturnedSheet, letters
from assess.workbooks.slice import Slice, SliceError, read_slice
from assess.workbooks.stamp import Stamp, StampError, is_stamp, read_stamp
from assess.workbooks.tag import Tag, read_tag, signature

NAMES = st.text()
POINTERS = st.builds(Pointer, NAMES, NAMES, NAMES, NAMES, NAMES, st.integers(-9999, 9999), NAMES)
STAMP = Stamp("2018-2019", "0123abcd", "department=教务处", "base.2", 3, 1234, "fedcba98", "0123456789ab")


@given(POINTERS)
def test_a_pointer_reads_back_whatever_the_names_hold(pointer: Pointer) -> None:
    """Signs with a meaning of their own included."""
    assert Pointer.read(str(pointer)) == pointer


def test_a_row_and_a_column_know_the_whole_way_together() -> None:
    """The row knows the input, the column the unit."""
    row, column = Pointer(node="K3.1", input="students"), Pointer(unit="college_a")
    assert row.joined(column).address == Address("college_a", "K3.1", "students")
    assert row.joined(column) == Pointer.to(Address("college_a", "K3.1", "students"))
    assert str(row) == "n=K3.1;i=students"


def test_where_both_know_something_the_first_is_right() -> None:
    """A row may be more precise than its column."""
    assert Pointer(unit="a").joined(Pointer(unit="b", node="K1")) == Pointer(unit="a", node="K1")


@pytest.mark.parametrize("text", ["x=1", "n=K1;n=K2", "r=one", "K3.1", "n=K1~", "r=12345678901"])
def test_a_text_that_is_no_pointer_is_refused(text: str) -> None:
    """Such as what somebody has typed into a hidden cell."""
    with pytest.raises(PointerError):
        Pointer.read(text)


@given(POINTERS, st.sampled_from(["", "0a1b2c"]), st.sampled_from(["", "ffffff"]))
def test_a_tag_reads_back(pointer: Pointer, words: str, asked: str) -> None:
    """With the signatures of what stood there."""
    assert read_tag(str(Tag(pointer, words, asked))) == Tag(pointer, words, asked)


def test_a_text_that_is_no_tag_is_refused() -> None:
    """A pointer alone is none."""
    with pytest.raises(PointerError):
        read_tag("n=K1")


def test_the_signature_of_words_does_not_change_with_blanks_and_widths() -> None:
    """Office programs and people change those."""
    assert signature("专业教师 生师比", "1") == signature("专业教师生师比\n", "１")
    assert signature("学生数", "1") != signature("学生数", "2")


@given(NAMES, NAMES, st.integers(0, 10**9))
def test_a_stamp_reads_back(cycle: str, name: str, changes: int) -> None:
    """Whatever the names hold."""
    stamp = replace(STAMP, cycle=cycle, slice=name, changes=changes)
    assert is_stamp(str(stamp))
    assert read_stamp(str(stamp)) == stamp


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[1]",
        '{"assess":2}',
        str(STAMP).replace('"export":3', '"export":"3"'),
        str(STAMP).replace('"export":3,', ""),
        str(STAMP).replace("}", ',"more":1}'),
        "[" * 30_000,
    ],
)
def test_a_text_that_is_no_stamp_is_refused(text: str) -> None:
    """Also one of another form of sheets, or with another kind of value."""
    with pytest.raises(StampError):
        read_stamp(text)


@given(*[st.none() | NAMES for _ in range(4)])
def test_a_slice_reads_back(
    department: str | None, assessor: str | None, unit: str | None, chapter: str | None
) -> None:
    """What is empty (nobody is responsible) is another thing than what is not named."""
    part = Slice(department, assessor, unit, chapter)
    assert read_slice(str(part)) == part
    assert part.is_whole == (str(part) == "*")


@pytest.mark.parametrize("text", ["", "department", "department=a&department=b", "who=a"])
def test_a_text_that_is_no_slice_is_refused(text: str) -> None:
    """Whatever somebody has made of it."""
    with pytest.raises(SliceError):
        read_slice(text)


def test_another_question_has_another_signature() -> None:
    """So that a sheet that asks it in the old way is known."""
    ask = Ask("number", "学生数", "人", "≥0人")
    assert ask.signature == replace(ask, note="以教务系统为准").signature
    assert ask.signature != replace(ask, allowed="＞0人").signature


def test_a_cell_that_came_back_is_called_by_its_letters() -> None:
    """As every office program calls it."""
    sheet = ReturnedSheet("表", Place("book.xlsx", sheet="表"), {})
    assert str(sheet.place_of(12, 28)) == "book.xlsx 表!AB12"
    assert [letters(one) for one in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_comment_or_an_error_alone_is_no_blank_cell() -> None:
    """Nothing that somebody wrote is passed over."""
    blank = ReturnedCell(None)
    assert blank.is_blank
    assert ReturnedCell("").is_blank
    assert not any(
        one.is_blank
        for one in (replace(blank, comment="此数待定"), replace(blank, error="#REF!"), replace(blank, uncomputed=True))
    )
