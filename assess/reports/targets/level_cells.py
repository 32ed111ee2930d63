"""The names of the levels beside the indicators of a table: one cell for all neighbouring rows that share them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

#: Between names that have to share a cell, where a table has fewer columns than an indicator has levels.
_BETWEEN = "／"


@dataclass(frozen=True, slots=True)
class LevelCell:
    """A name with how many rows and columns it covers."""

    text: str
    rows: int
    columns: int
    #: Whether it goes on with a cell that began on an earlier page.
    continued: bool = False


#: The cells that begin in one row, from left to right.
Cells = tuple[LevelCell, ...]


def level_cells(paths: Sequence[Sequence[str]], columns: int) -> list[Cells]:
    """Return the cells of each row. `paths`: the names above each row's indicator, outermost first.

    `columns`: how many columns there are for them; the last name of a short path covers those that it leaves.
    """
    fitted = [_fitted(path, columns) for path in paths]
    return [_beginning(fitted, row, columns) for row in range(len(fitted))]


def kept(rows: Sequence[Cells]) -> list[bool]:
    """Whether each row stays on the page of the one above: the second and the last row of an innermost cell.

    So no name stands beside a single row of many at the end or at the beginning of a page.
    """
    found = [False] * len(rows)
    for number, cells in enumerate(rows):
        if cells and cells[-1].rows > 1:
            found[number + 1] = found[number + cells[-1].rows - 1] = True
    return found


def divided(rows: Sequence[Cells], breaks: Collection[int]) -> list[Cells]:
    """End every cell before the rows of `breaks` (from 0), and begin it again there."""
    found: list[Cells] = []
    crossing: list[tuple[int, LevelCell]] = []  # the last row of a cell, and the cell
    for number, cells in enumerate(rows):
        crossing = [(last, cell) for last, cell in crossing if last >= number]
        again = [replace(cell, rows=last - number + 1, continued=True) for last, cell in crossing]
        begun = (*again, *cells) if number in breaks else cells
        found.append(tuple(replace(cell, rows=_until(number, cell.rows, breaks)) for cell in begun))
        crossing += [(number + cell.rows - 1, cell) for cell in cells]
    return found


def _until(row: int, rows: int, breaks: Collection[int]) -> int:
    """How many of `rows` come before the next break."""
    return min([one - row for one in breaks if one > row] + [rows])


def _fitted(path: Sequence[str], columns: int) -> tuple[str, ...]:
    """At most `columns` names; what is over stands in the last one."""
    if len(path) <= columns:
        return tuple(path)
    return (*path[: columns - 1], _BETWEEN.join(path[columns - 1 :])) if columns else ()


def _beginning(paths: Sequence[tuple[str, ...]], row: int, columns: int) -> Cells:
    path = paths[row]
    if not path:
        return (LevelCell("", 1, columns),) if columns else ()
    cells = []
    for column, name in enumerate(path):
        if row and _shared(paths[row - 1], path, column):
            continue
        below = row + 1
        while below < len(paths) and _shared(path, paths[below], column):
            below += 1
        cells.append(LevelCell(name, below - row, columns - column if column == len(path) - 1 else 1))
    return tuple(cells)


def _shared(one: tuple[str, ...], other: tuple[str, ...], column: int) -> bool:
    """Whether two rows share the cell of `column`: the same names up to it, and as many columns to cover."""
    if min(len(one), len(other)) <= column or one[: column + 1] != other[: column + 1]:
        return False
    return len(one) == len(other) or column < min(len(one), len(other)) - 1
