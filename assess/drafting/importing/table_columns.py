"""The columns of a target table, by the words of its heading row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assess.drafting.target_text.printed import narrowed
from assess.ground.grid import Row, joined, own_cells, same_cell
from assess.ground.tree import Text

_LEVEL = re.compile("[一二三四]级指标(?:名称)?|重点工作(?:任务)?(?:对应项目)?|指标名称|具体指标|明细指标")
_DESCRIPTION = re.compile("(?:绩效)?指标(?:描述|说明|解释|定义|内容)|对应项目")
_HALF = re.compile("半年|上半年|1[-至]6月")
_CYCLE = re.compile("实施周期|中长期|中期|总体")
_VALUE = re.compile("(?:指标|目标|绩效目标|预期|计划)值(?:\\(.*\\))?\\Z")
_NOTE = re.compile("(半年)?(?:全年)?读法")
_WEIGHT = re.compile(r"(?:(?:指标|绩效|评价|标准)?(?:分值|权重|分数)(?:[/及]?(?:分值|权重))?|标准分|满分)(?:\(.*\))?")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where what stands; a column that the table has not is None. `levels`: the last one holds the indicators."""

    row: Row
    levels: tuple[int, ...]
    full: int
    half: int | None = None
    cycle: int | None = None
    description: int | None = None
    note: int | None = None
    half_note: int | None = None
    #: The weights of levels and, as the last one, of the indicators.
    weights: tuple[int, ...] = ()
    #: Columns that nothing is read from.
    others: tuple[int, ...] = ()

    @property
    def leaf(self) -> int:
        """The column of the indicators' names."""
        return self.levels[-1]

    def heading(self, column: int) -> str:
        """What the heading calls a column."""
        return joined(self.row[column])

    @property
    def level_names(self) -> tuple[str, ...]:
        """The headings of the levels."""
        return tuple(self.heading(column) for column in self.levels)

    @property
    def value_names(self) -> tuple[str, ...]:
        """The headings of the values, half-year or cycle first."""
        first = self.half if self.half is not None else self.cycle
        return tuple(self.heading(column) for column in (first, self.full) if column is not None)


def columns_of(row: Row) -> Columns | None:
    """Return the columns that a heading row names; None for any other row."""
    words = {column: narrowed(joined(cell)) for column, cell in own_cells(row) if joined(cell)}
    levels = tuple(column for column, word in words.items() if _LEVEL.fullmatch(word))
    values = [column for column, word in words.items() if _VALUE.search(word) and column not in levels]
    if len(levels) < 2 or not values:  # noqa: PLR2004 a section and an indicator
        return None
    half = _first(values, words, _HALF)
    cycle = _first([column for column in values if column != half], words, _CYCLE)
    full = next((column for column in reversed(values) if column not in (half, cycle)), None)
    if full is None:
        # One column only, whatever it is called.
        full, half, cycle = values[-1], (half if len(values) > 1 else None), None
    description = _first(list(words), words, _DESCRIPTION)
    notes = [(column, found) for column, word in words.items() if (found := _NOTE.fullmatch(word))]
    weights = tuple(column for column, word in words.items() if _WEIGHT.fullmatch(word) and column > levels[0])
    named = {*levels, full, half, cycle, description, *weights, *(column for column, _ in notes)}
    return Columns(
        row=row,
        levels=levels,
        full=full,
        half=half,
        cycle=cycle,
        description=description,
        note=next((column for column, found in notes if found[1] is None), None),
        half_note=next((column for column, found in notes if found[1] is not None), None),
        weights=weights,
        others=tuple(column for column in words if column not in named and column > levels[0]),
    )


def names_levels(row: Row) -> bool:
    """Whether a row names the levels of indicators: a heading, though perhaps one without a column of values."""
    words = [narrowed(joined(cell)) for _, cell in own_cells(row)]
    return sum(bool(_LEVEL.fullmatch(word)) for word in words) > 1


def second_line(heading: Row, row: Row) -> Row | None:
    """The two lines of a heading as one, where `row` is its second: 指标值 over 半年 is 半年指标值."""
    width = min(len(heading), len(row))
    shared = {column for column in range(width) if heading[column] and same_cell(heading[column], row[column])}
    if not any(_LEVEL.fullmatch(narrowed(joined(heading[column]))) for column in shared):
        return None
    cells = []
    for above, below, column in zip(heading, row, range(width), strict=False):
        whole = joined(below) if _VALUE.search(narrowed(joined(below))) else joined(below) + joined(above)
        cells.append(above if column in shared or not below else Text(whole, below.place))
    return tuple(cells)


def _first(columns: Sequence[int], words: dict[int, str], pattern: re.Pattern[str]) -> int | None:
    return next((column for column in columns if pattern.search(words[column])), None)


def cell_of(row: Row, column: int | None) -> Text | None:
    """The cell of a column; None where the table has no such column, or the row is too short."""
    return row[column] if column is not None and column < len(row) else None
