"""Level names as merged cells."""

import pytest

from assess.reports.targets.level_cells import Cells, LevelCell, divided, kept, level_cells


def shown(rows: list[Cells]) -> list[list[tuple[str, int, int]]]:
    """Name, rows and columns of each cell."""
    return [[(cell.text, cell.rows, cell.columns) for cell in cells] for cells in rows]


def test_neighbours_share_a_cell() -> None:
    """A name stands once for all neighbouring rows below it; under another name the same word begins anew."""
    rows = level_cells([("产出", "数量"), ("产出", "数量"), ("产出", "质量"), ("效益", "质量")], 2)
    assert shown(rows) == [
        [("产出", 3, 1), ("数量", 2, 1)],
        [],
        [("质量", 1, 1)],
        [("效益", 1, 1), ("质量", 1, 1)],
    ]


def test_a_short_path_covers_the_columns_that_it_leaves() -> None:
    """Where a table has a column for a level that a row has not, the name before it is wider."""
    rows = level_cells([("过程", "执行"), ("履职", "党建", "述职"), ("履职", "党建")], 3)
    assert shown(rows) == [
        [("过程", 1, 1), ("执行", 1, 2)],
        [("履职", 2, 1), ("党建", 1, 1), ("述职", 1, 1)],
        [("党建", 1, 2)],
    ]


def test_too_many_levels_share_the_last_column() -> None:
    """No name is lost: what is deeper than the columns stands in the last of them."""
    assert shown(level_cells([("一", "二", "三")], 2)) == [[("一", 1, 1), ("二／三", 1, 1)]]


def test_no_columns_and_no_names() -> None:
    """A table of indicators alone has no such cells; an indicator at the top has an empty one."""
    assert shown(level_cells([("一",)], 0)) == [[]]
    assert shown(level_cells([()], 2)) == [[("", 1, 2)]]


def test_division_ends_every_cell_and_begins_it_again() -> None:
    """Before the rows named, cells end; they go on there, outermost first, marked as continued."""
    rows = level_cells([("一", "甲"), ("一", "甲"), ("一", "甲"), ("一", "乙")], 2)
    assert divided(rows, {2, 3}) == [
        (LevelCell("一", 2, 1), LevelCell("甲", 2, 1)),
        (),
        (LevelCell("一", 1, 1, continued=True), LevelCell("甲", 1, 1, continued=True)),
        (LevelCell("一", 1, 1, continued=True), LevelCell("乙", 1, 1)),
    ]


@pytest.mark.parametrize("breaks", [set(), {1}, {2}, {1, 2, 3}, {3}])
def test_every_row_is_covered_once(breaks: set[int]) -> None:
    """However a table is divided, each row has a cell over each level column, from one cell alone."""
    rows = divided(level_cells([("一", "甲"), ("一", "甲"), ("一", "乙"), ("二", "乙")], 2), breaks)
    covered = [0] * len(rows)
    for number, cells in enumerate(rows):
        for cell in cells:
            for below in range(number, number + cell.rows):
                covered[below] += cell.columns
    assert covered == [2] * len(rows)


def test_rows_at_the_ends_of_a_cell_are_kept() -> None:
    """The second and the last row of an innermost cell stay with the row above; single rows are free."""
    rows = level_cells([("一", "甲"), ("一", "甲"), ("一", "甲"), ("一", "甲"), ("一", "乙")], 2)
    assert kept(rows) == [False, True, False, True, False]
