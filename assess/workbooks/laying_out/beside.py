"""What stands beside the values of every indicator: the office's words, and what the unit says of itself."""

from collections.abc import Mapping, Sequence

from assess.entered.values import WORDS
from assess.ground.address import SELF_MARK, SELF_NOTE
from assess.workbooks.book import FormSheet
from assess.workbooks.laying_out.asks import ask_of
from assess.workbooks.laying_out.cells import closed, input_cell, label
from assess.workbooks.laying_out.sheets import asked as asked_column
from assess.workbooks.laying_out.sheets import named, row, stamp_of
from assess.workbooks.laying_out.year_on_sheets import Asked, YearOnSheets
from assess.workbooks.pointer import Pointer
from assess.workbooks.slice import Slice

_WORDS_WIDTH = 32
_OFFICE = ("basis", "reason", "note")


def words_sheet(year: YearOnSheets, part: Slice, asked: Sequence[Asked]) -> FormSheet | None:
    """What the office writes beside the values of an indicator."""
    assert set(_OFFICE) == set(WORDS)  # noqa: S101 the same words, in the order in which people write them
    lines = ("每项指标的依据、扣分的原因和备注写在这里，没有的不用写。",)
    return _sheet(year, part, "依据和说明", _OFFICE, asked, lines)


def self_sheet(year: YearOnSheets, part: Slice, asked: Sequence[Asked]) -> FormSheet | None:
    """The mark that a unit gives itself on each indicator, and what it says of it."""
    lines = ("自评分由单位自己填写，不计入得分，只供评分时对照。",)
    return _sheet(year, part, "自评", (SELF_MARK, SELF_NOTE), asked, lines)


def _sheet(
    year: YearOnSheets, part: Slice, title: str, inputs: Sequence[str], asked: Sequence[Asked], lines: tuple[str, ...]
) -> FormSheet | None:
    rows_of: dict[tuple[str, str], dict[str, Asked]] = {}
    for one in asked:
        if one.question.address.input in inputs:
            rows_of.setdefault(one.question.address[:2], {})[one.question.address.input] = one
    if not rows_of:
        return None
    first = {name: _first(name, rows_of) for name in inputs}
    asks = {name: ask_of(one.question) for name, one in first.items()}
    columns = (
        named("单位", 16),
        named("指标", 34),
        *(
            asked_column(ask.label, _WORDS_WIDTH if ask.kind == "text" else 10, Pointer(input=name), ask.signature)
            for name, ask in asks.items()
        ),
    )
    rows = []
    for (unit, node), found in rows_of.items():
        of = next(iter(found.values()))
        assert of.unit is not None  # noqa: S101 indicators are of units
        cells = [label(of.unit.short or of.unit.name), label(of.question.owner)]
        for name in inputs:
            there = found.get(name)
            cells.append(closed() if there is None else input_cell(year, asks[name], there.question.address))
        rows.append(row(columns, cells, Pointer(unit=unit, node=node)))
    return FormSheet(
        title,
        f"{year.cycle.title}　{title}",
        lines,
        stamp_of(year, part, f"beside:{title}"),
        columns,
        tuple(rows),
        frozen=2,
    )


def _first(name: str, rows_of: Mapping[tuple[str, str], Mapping[str, Asked]]) -> Asked:
    return next(found[name] for found in rows_of.values() if name in found)
