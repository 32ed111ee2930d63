"""Where weights stand in a target table: beside levels and indicators, behind names, in the row that sums them up."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from assess.drafting.importing.table_columns import Columns, cell_of
from assess.drafting.target_text.printed import narrowed
from assess.ground.grid import Row, joined, same_cell
from assess.ground.numbers import exact
from assess.ground.tree import Text

_NUMBER = r"([0-9]{1,4}(?:\.[0-9]{1,4})?)"
_CELL = re.compile(f"{_NUMBER}(?:分|%)?")
#: 产出指标（50分）
_IN_NAME = re.compile(rf"\((?:分值|权重|满分)?:?{_NUMBER}(?:分|%)\)\Z")
_TOTAL = re.compile("合计|总计|总分")


def number_in(text: str) -> Fraction | None:
    """The number in a cell of weights, with or without 分 or %; None for anything else."""
    found = _CELL.fullmatch(narrowed(text))
    return exact(found[1]) if found else None


def number_behind(name: str) -> Fraction | None:
    """The number that stands in brackets behind the name of a level; None without one."""
    found = _IN_NAME.search(narrowed(name))
    return exact(found[1]) if found else None


def weight_cells(row: Row, columns: Columns, unchanged: int, above: Sequence[Text]) -> tuple[Text, ...]:
    """The weights of a row; beside a level, a blank cell is that of the row above as long as the level is the same.

    `unchanged`: how many levels are those of the row above; `above`: what this function gave for that row.
    """
    found: list[Text] = []
    for at, column in enumerate(columns.weights):
        own = cell_of(row, column)
        cell = own if own is not None else Text("", row[0].place)
        depth = sum(level < column for level in columns.levels)
        goes_on = column < columns.leaf and depth <= unchanged and at < len(above)
        found.append(above[at] if goes_on and not cell.strip() else cell)
    return tuple(found)


def points_name(tables: Iterable[Columns], weights: Iterable[Sequence[Text]]) -> str:
    """The heading of the weights beside the indicators; "" without such a column, or with no number above 0 in it.

    `weights`: the weight cells of each row, as `weight_cells` gives them.
    """
    beside = [(one, one.weights[-1]) for one in tables if one.weights and one.weights[-1] > one.leaf]
    has_number = any(number_in(cells[-1]) for cells in weights if cells)
    return beside[0][0].heading(beside[0][1]) if beside and has_number else ""


def total_weight(row: Row, columns: Columns) -> Text | None:
    """The weight in a row 合计, which is no indicator; None for any other row."""
    names = [cell for column in columns.levels if (cell := cell_of(row, column)) and _TOTAL.fullmatch(narrowed(cell))]
    weight = cell_of(row, columns.weights[-1]) if columns.weights else None
    if not names or weight is None or number_in(weight) is None:
        return None
    values = [cell for column in (columns.half, columns.cycle, columns.full) if (cell := cell_of(row, column))]
    is_indicator = any(joined(cell) and not same_cell(cell, names[0]) for cell in values)
    return None if is_indicator else weight
