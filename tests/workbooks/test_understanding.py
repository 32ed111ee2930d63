"""What cells that came back say: as people and office programs write numbers, days, choices and words."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.ground.edges import Edges
from assess.workbooks.ask import Ask
from assess.workbooks.returned import ReturnedCell, Value
from assess.workbooks.understanding.reading import understood
from assess.workbooks.understanding.understood import Understood

PEOPLE = Ask("number", "学生数", "人", ">0人，整数", bounds=Edges.model_validate({"above": "0"}), whole=True)
RATE = Ask("number", "参与率", "%", "≥0%且≤100%", bounds=Edges.model_validate({"at_least": "0", "at_most": "100"}))
MONEY = Ask("number", "经费", "元", "≥0元", bounds=Edges.model_validate({"at_least": "0"}))
MILLIONS = Ask("number", "经费", "万元")
MARK = Ask("number", "考核分", "分", "0至1分，或“不适用”", others=("不适用",))
GROWTH = Ask("number", "增长率", "%")
DAY = Ask("day", "日期", allowed="日期，如2019-03-01")
LEVEL = Ask("choice", "级别", choices={"national": "国家级", "provincial": "省级"})
FLAG = Ask("choice", "第一作者", choices={"是": "是", "否": "否"})
MEETS = Ask("several", "符合的条件", choices={"innovation": "创新", "breakthrough": "突破、进展"})
WORDS = Ask("text", "依据")
LISTED = Ask("nothing", "成果", others=("无",))
MEETING = Ask("number", "会议", "次/月")


@pytest.mark.parametrize(
    ("ask", "value", "kept"),
    [
        (PEOPLE, Decimal(1500), "1500"),
        (PEOPLE, "１５００", "1500"),
        (PEOPLE, "1，500", "1500"),
        (PEOPLE, "1,234,567", "1234567"),
        (PEOPLE, "1 500 人", "1500"),
        (PEOPLE, "0.15万", "1500"),
        (PEOPLE, "0.15万人", "1500"),
        (PEOPLE, "２千", "2000"),
        (MONEY, "3千万", "30000000"),
        (MONEY, "3千万元", "30000000"),
        (MONEY, "1 234 567.5 元", "1234567.5"),
        (MONEY, "３.5万", "35000"),
        (MONEY, "3.5万元", "35000"),
        (MONEY, "1.2亿元", "120000000"),
        (MILLIONS, "35000元", "3.5"),
        (MILLIONS, "3.5万元", "3.5"),
        (RATE, "90%", "90"),
        (RATE, "９０．５％", "90.5"),
        (RATE, Decimal("0.9"), "0.9"),
        (GROWTH, "−3.5", "-3.5"),
        (GROWTH, "+3.5%", "+3.5"),
        (MARK, "不适用", "不适用"),
        (MARK, "0.90", "0.90"),
        (MEETING, "2次", "2"),
        (DAY, date(2019, 3, 5), "2019-03-05"),
        (DAY, "2019.3.5", "2019-03-05"),
        (DAY, "2019/3/5", "2019-03-05"),
        (DAY, "２０１９年３月５日", "2019-03-05"),
        (DAY, "20190305", "2019-03-05"),
        (DAY, Decimal(43529), "2019-03-05"),
        (LEVEL, "国家级", "national"),
        (LEVEL, " 国 家 级 ", "national"),
        (LEVEL, "provincial", "provincial"),
        (FLAG, "是", "是"),
        (FLAG, "√", "是"),
        (FLAG, "×", "否"),
        (FLAG, True, "是"),
        (FLAG, Decimal(0), "否"),
        (MEETS, "突破、进展", "breakthrough"),
        (MEETS, "创新；创新", "innovation"),
        (MEETS, "创新\nbreakthrough", "innovation\nbreakthrough"),
        (Ask("several", "承接"), "甲、乙", "甲\n乙"),
        (WORDS, " 会议记录\r\n第2页 \xa0", "会议记录\n第2页"),
        (WORDS, Decimal(20190301), "20190301"),
        (WORDS, date(2019, 3, 5), "2019-03-05"),
        (WORDS, False, "否"),
        (LISTED, "无", "无"),
        (LISTED, "没有", "无"),
        (PEOPLE, None, None),
        (PEOPLE, " \u3000\u200b", None),
        (PEOPLE, "——", None),
        (WORDS, "－", None),
    ],
)
def test_a_cell_is_read_as_it_is_meant(ask: Ask, value: Value | None, kept: str | None) -> None:
    """The value as it is kept; None where nothing is entered."""
    found = understood(ReturnedCell(value), ask)
    assert (found.wrong, found.text) == (None, kept)


@pytest.mark.parametrize(
    ("ask", "value", "code"),
    [
        (PEOPLE, "/", "stroke"),
        (WORDS, "／", "stroke"),
        (LISTED, "\\", "stroke"),
        (PEOPLE, "无", "nothing"),
        (PEOPLE, "约1500", "not_a_number"),
        (PEOPLE, "1500左右", "unit"),
        (PEOPLE, "待定", "not_a_number"),
        (PEOPLE, "1e3", "unit"),
        (PEOPLE, "15,00", "grouping"),
        (PEOPLE, "12 13", "blanks"),
        (PEOPLE, "3 5", "blanks"),
        (MONEY, "1 500 12", "blanks"),
        (MONEY, "1. 5", "blanks"),
        (PEOPLE, "52²", "odd_digits"),
        (PEOPLE, "①", "odd_digits"),
        (PEOPLE, Decimal("NaN"), "not_a_number"),
        (RATE, Decimal("Infinity"), "not_a_number"),
        (PEOPLE, "90%", "percent"),
        (PEOPLE, Decimal(0), "out_of_bounds"),
        (PEOPLE, "1500.5", "out_of_bounds"),
        (PEOPLE, True, "not_a_number"),
        (PEOPLE, date(2019, 3, 5), "date"),
        (PEOPLE, "1" * 16, "not_a_number"),
        (RATE, "101%", "out_of_bounds"),
        (MILLIONS, "3.5万", "scale"),
        (MONEY, "3.5美元", "unit"),
        (MARK, "/", "stroke"),
        (DAY, "三月", "not_a_day"),
        (DAY, "2019-02-30", "not_a_day"),
        (DAY, True, "not_a_day"),
        (DAY, "12", "not_a_day"),
        (DAY, "1" * 5000, "not_a_day"),
        (DAY, "𐩀" * 5, "not_a_day"),
        (DAY, Decimal("NaN"), "not_a_day"),
        (LEVEL, "市级", "unknown_choice"),
        (FLAG, "也许", "unknown_choice"),
        (MEETS, "创新、别的", "unknown_choice"),
        (WORDS, "长" * 20_001, "too_long"),
        (WORDS, "一\0二", "unkeepable"),
        (LISTED, "3项", "not_nothing"),
    ],
)
def test_a_cell_that_may_mean_several_things_or_nothing_is_asked(ask: Ask, value: Value, code: str) -> None:
    """With what is wrong, and what to do."""
    found = understood(ReturnedCell(value), ask)
    assert found.wrong is not None
    assert (found.wrong.code, found.text) == (code, None)
    assert found.wrong.hint


def test_a_percentage_that_the_program_knows_as_one_is_read_as_it_is_shown() -> None:
    """0.9 shown as 90% is 90; for what is no percentage it is asked, and of an old format too."""
    assert understood(ReturnedCell(Decimal("0.9"), percent=True), RATE) == Understood("90")
    assert understood(ReturnedCell(Decimal("0.9"), percent=True), WORDS) == Understood("90%")
    for percent, ask, code in ((True, PEOPLE, "percent"), (None, RATE, "which_percent")):
        found = understood(ReturnedCell(Decimal("0.9"), percent=percent), ask)
        assert found.wrong is not None
        assert found.wrong.code == code
    assert understood(ReturnedCell(Decimal(90), percent=None), RATE) == Understood("90")


def test_a_formula_without_a_value_and_an_error_are_said() -> None:
    """They are no blank cells."""
    for cell, code in (
        (ReturnedCell(None, formula=True, uncomputed=True), "formula"),
        (ReturnedCell("#REF!", error="#REF!"), "error_value"),
    ):
        found = understood(cell, PEOPLE)
        assert found.wrong is not None
        assert found.wrong.code == code


@pytest.mark.parametrize(
    ("ask", "value", "said"),
    [
        (RATE, "90%", "“90%”读作90"),
        (MONEY, "３.5万", "“３.5万”读作35000元"),
        (PEOPLE, "—", "“—”读作没有填"),
        (DAY, "43529", "“43529”是表格软件的日期序号，读作2019-03-05"),
        (FLAG, "√", "“√”读作是"),
        (LISTED, "没有", "“没有”读作无"),
    ],
)
def test_how_something_was_read_is_said(ask: Ask, value: str, said: str) -> None:
    """Where it is not literal."""
    assert understood(ReturnedCell(value), ask).said == said


ASKS = st.sampled_from([PEOPLE, RATE, MONEY, MARK, DAY, LEVEL, FLAG, MEETS, WORDS, LISTED])
VALUES = (
    st.none()
    | st.text()
    | st.text("0123456789.,- 万千元%²①𐩀／年月日")
    | st.decimals(allow_nan=False, allow_infinity=False, places=4)
    | st.sampled_from([Decimal("NaN"), Decimal("Infinity"), Decimal("1E+300")])
    | st.dates()
    | st.booleans()
)


CELLS = st.builds(ReturnedCell, VALUES, st.sampled_from([True, False, None]))


@given(ASKS, CELLS)
def test_whatever_stands_in_a_cell_is_read_or_said(ask: Ask, cell: ReturnedCell) -> None:
    """Nothing makes it fail; what is wrong has a sentence."""
    found = understood(cell, ask)
    assert found.wrong is None or (found.wrong.text and found.text is None)


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_a_number_comes_back_as_it_went_out(value: Decimal) -> None:
    """As a number, and as a text."""
    for typed in (value, format(value, "f")):
        found = understood(ReturnedCell(typed), MONEY)
        assert found.text is not None
        assert Decimal(found.text) == value
