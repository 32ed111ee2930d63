"""The book of a slice: all its sheets in the order of the document."""

from collections.abc import Iterator, Sequence

from assess.workbooks.book import FormBook, FormSheet
from assess.workbooks.laying_out.beside import self_sheet, words_sheet
from assess.workbooks.laying_out.indicators import indicator_sheets
from assess.workbooks.laying_out.records import record_sheets
from assess.workbooks.laying_out.sheets import told_apart
from assess.workbooks.laying_out.targets import money_sheet
from assess.workbooks.laying_out.units import application_sheets, unit_sheets
from assess.workbooks.laying_out.votes import ballot_sheets, mark_sheets, round_sheet
from assess.workbooks.laying_out.whole_year import rest_sheet, year_sheets
from assess.workbooks.laying_out.year_on_sheets import Asked, At, YearOnSheets, belongs
from assess.workbooks.slice import NOBODY, WHOLE, Slice


def form_book(year: YearOnSheets, part: Slice) -> FormBook:
    """The sheets of a slice, with what is entered; without any where nothing is asked of it."""
    asked = [one for one in year.asked if belongs(one, part)]
    sheets = told_apart(_sheets(year, part, asked))
    days = sorted({one.responsible.due for one in asked if one.responsible.due and one.question.is_missing})
    missing = len({one.question.address for one in asked if one.question.is_missing})
    name = slice_name(year, part)
    named = [("考核周期", f"{year.cycle.title}（{year.cycle.code}）"), ("范围", name), ("导出日期", year.cycle.day)]
    named += [("截止日期", "、".join(days))] if days else []
    named.append(("待填", f"{missing}项（黄色的格）"))
    return FormBook(f"填报表-{name}-{year.cycle.code}", part, tuple(named), _SENTENCES, sheets)


_SENTENCES = (
    "白色和黄色的格可以填写，黄色的是还没有填的；灰色的格不适用，不用填。其他格有保护，不用改。",
    "一格填一个值，不写单位；百分率填86，不填0.86，写成86%也可以；日期写成2019-03-01。",
    "没有可登记的成果或事项，填“无”；数是零的，填0；不知道的空着，不要填“/”。",
    "成果和事项一行一项，写在“成果”“事项”表的空白行里，类别、级别从下拉框里选。",
    "可以调整列宽、行高，可以筛选；请不要删除行和列，隐藏的第一行、第一列是识别用的。",
    "拿不准的，在格里插入批注，或另外写在旁边，目标办收回时会看到。",
    "填好后存盘，交回目标办；文件可以改名。",
)


def slice_name(year: YearOnSheets, part: Slice) -> str:
    """What people call a slice: `教务处`, `二级学院甲`, `教务处 K3 师资队伍`."""
    names = year.titles.units
    words = [
        None if part.department is None else part.department or NOBODY,
        None if part.assessor is None else f"评分人{part.assessor}",
        None if part.unit is None else names.label(part.unit),
        None if part.chapter is None else year.items.name(part.chapter),
    ]
    return " ".join(filter(None, words)) or WHOLE


def _sheets(year: YearOnSheets, part: Slice, asked: Sequence[Asked]) -> Iterator[FormSheet]:
    found: list[FormSheet] = []
    for one in _in_order(year, part, asked):
        found.append(one)
        yield one
    if part.is_whole:
        left = rest_sheet(year, part, _covered(year, found))
        if left is not None:
            yield left


def _in_order(year: YearOnSheets, part: Slice, asked: Sequence[Asked]) -> Iterator[FormSheet]:
    # A person who marks gives marks and nothing else; the reason for each stands beside it.
    marks_only = part.assessor is not None
    if not marks_only:
        yield from unit_sheets(year, part, asked)
    yield from indicator_sheets(year, part, asked)
    optional: list[FormSheet | None] = [money_sheet(year, part, asked)]
    yield from (one for one in optional if one is not None)
    yield from record_sheets(year, part, asked)
    beside = [words_sheet(year, part, asked)]
    if part.is_whole or part.unit is not None:
        beside.append(self_sheet(year, part, asked))
    yield from (one for one in beside if one is not None)
    rounds = round_sheet(year, part, asked)
    if rounds is not None:
        yield rounds
    yield from ballot_sheets(year, part, asked)
    yield from mark_sheets(year, part, asked)
    yield from application_sheets(year, part, asked)
    if part.is_whole:
        yield from year_sheets(year, part)


def _covered(year: YearOnSheets, sheets: Sequence[FormSheet]) -> set[At]:
    """The values that stand somewhere on these sheets; a list that has a cell has all its rows there."""
    covered: set[At] = set()
    for sheet in sheets:
        for pointer, cell in sheet.inputs():
            if pointer.record >= 0 and pointer.node:
                covered.add((pointer.address, pointer.field))
                if cell.ask is not None and cell.ask.kind == "several":
                    rows = year.rows.get(pointer.address, ())
                    covered |= {(pointer.address._replace(record=one), "") for one in rows}
    return covered
