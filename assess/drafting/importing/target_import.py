"""Reads the target tables in a file's grids, whatever program they come from: heads, columns, rows, where each ends."""

from collections.abc import Iterable

from assess.drafting.importing import head_words
from assess.drafting.importing.head_fields import Head
from assess.drafting.importing.list_reading import ListReader
from assess.drafting.importing.project_lists import list_columns
from assess.drafting.importing.table_columns import Columns, cell_of, columns_of, names_levels, second_line
from assess.drafting.importing.table_head import read_head
from assess.drafting.importing.table_rows import RowsReader, unread
from assess.drafting.importing.tables_read import FileRead, Found, TargetTableRead
from assess.drafting.importing.weight_cells import points_name
from assess.drafting.target_text.printed import narrowed
from assess.ground.grid import Grid, Row, joined, own_cells, same_cell, untagged
from assess.ground.place import Place, Problem, ProblemsError

#: Characters of the name of a section that stands in a line of its own.
_LONGEST_SECTION = 12


def read_tables(grids: Iterable[Grid], source: str, section_words: Iterable[str]) -> FileRead:
    """Return the target tables in `grids`; raise `ProblemsError` where there is none.

    A line with nothing but one of the `section_words` in it heads the indicators below.
    """
    reader = _Reader(tuple(section_words))
    for grid in grids:
        reader.grid(untagged(grid))
    reader.close()
    found = reader.found
    if not found.tables:
        raise ProblemsError([_nothing_found(reader, source)])
    return FileRead(tuple(found.tables), found.stated, tuple(found.doubts))


class _Reader:
    """Goes row by row: above a table's heading, below it, or in a list of projects."""

    def __init__(self, section_words: tuple[str, ...]) -> None:
        self.section_words = section_words
        self.found = Found()
        self.headings_without_values: list[Row] = []
        #: Rows since the last indicator, which may be the head of the next table.
        self._above: list[Row] = []
        #: Whether one of them names a table.
        self._is_named = False
        self._open: RowsReader | None = None
        self._open_head: Head | None = None
        self._columns: list[Columns] = []
        self._list: ListReader | None = None
        self._last: Row = ()
        self._sheet = ""

    def grid(self, grid: Grid) -> None:
        """Read one grid; a sheet begins anew."""
        if grid.is_sheet:
            self._close_table()
            self._list = None
            if self.found.tables:
                self._skip_above()
            self._sheet = grid.title
        for row in grid.rows:
            if any(cell.strip() for cell in row):
                self._row(row)
                self._last = row

    def _row(self, row: Row) -> None:
        whole = second_line(self._last, row) if self._last else None
        columns = columns_of(whole or row)
        if columns is not None:
            self._heading(columns)
        elif (listed := list_columns(row)) is not None:
            self._close_table()
            head = read_head(self._above)
            self.found.doubts += head.doubts
            self._list = ListReader(listed, head, self.found)
            self._clear_above()
        elif self._list is not None and self._list.takes(row):
            pass
        elif self._open is not None and not _begins_head(row) and (not self._above or self._goes_on(row, self._open)):
            self._skip_above()
            self._indicator(row, self._open)
        else:
            self._put_above(row)
            if names_levels(row):
                self.headings_without_values.append(row)

    def _put_above(self, row: Row) -> None:
        """Keep a row that may be a part of the next table's head."""
        self._above.append(row)
        self._is_named = self._is_named or _names_a_table(read_head([row]))

    def _goes_on(self, row: Row, table: RowsReader) -> bool:
        """Whether a row is an indicator although lines stand above it that are none: they name no other table."""
        name, value = (cell_of(row, column) for column in (table.columns.leaf, table.columns.full))
        return not self._is_named and bool(name) and bool(value)

    def _heading(self, columns: Columns) -> None:
        """A heading: of a new table where a head stands above it, else of the same one on a new page."""
        is_second_line = bool(self._above) and self._above[-1] is self._last and names_levels(self._last)
        if is_second_line:
            self._above.pop()
        if self._open is not None and not _names_a_table(read_head(self._above)):
            self._skip_above()
            self._open.heading(columns)
            self._columns.append(columns)
            return
        self._close_table()
        self._list = None
        self._open_head = read_head(self._above)
        self.found.doubts += self._open_head.doubts
        self._clear_above()
        self._open = RowsReader(columns)
        self._columns = [columns]

    def _indicator(self, row: Row, table: RowsReader) -> None:
        cells = [cell for _, cell in own_cells(row) if cell.strip()]
        if head_words.NOTES.match(narrowed(joined(cells[0]))):
            return
        only = len(cells) == 1
        leaf = cell_of(row, table.columns.leaf)
        is_leaf = leaf is not None and same_cell(leaf, cells[0]) and not same_cell(row[0], cells[0])
        if only and not is_leaf and self._heads(joined(cells[0])):
            table.section(joined(cells[0]))
        elif only and not is_leaf:
            self._put_above(row)
        else:
            table.add(row)

    def _heads(self, line: str) -> bool:
        """Whether a line is short and names a section: 一、效益指标（20分）."""
        return any(word in line for word in self.section_words) and len(line) <= _LONGEST_SECTION

    def _close_table(self) -> None:
        if self._open is None or self._open_head is None:
            return
        self.found.doubts += self._open.doubts
        if self._open.rows:
            deepest = max(self._columns, key=lambda one: len(one.levels))
            valued = max(self._columns, key=lambda one: len(one.value_names))
            described = next((one for one in self._columns if one.description is not None), None)
            self.found.tables.append(
                TargetTableRead(
                    head=self._open_head,
                    rows=tuple(self._open.rows),
                    level_names=deepest.level_names,
                    value_names=valued.value_names,
                    has_cycle=valued.half is None and valued.cycle is not None,
                    description_name=described.heading(described.description or 0) if described else "",
                    place=self._open.rows[0].place,
                    sheet=self._sheet,
                    total_weight=self._open.total_weight,
                    points_name=points_name(self._columns, (row.weights for row in self._open.rows)),
                )
            )
        self._open = None

    def _skip_above(self) -> None:
        """Say of rows that turned out to be no head that they were not read."""
        self.found.doubts += [unread(row) for row in self._above if not _is_note(row)]
        self._clear_above()

    def _clear_above(self) -> None:
        self._above = []
        self._is_named = False

    def close(self) -> None:
        """The file has ended."""
        self._close_table()
        if self.found.tables:
            self._skip_above()


def _names_a_table(head: Head) -> bool:
    """Whether rows say that a new table begins: whose it is, what it is called, its money or goals."""
    return bool(head.project or head.holder or head.title or head.goals or head.funds)


def _begins_head(row: Row) -> bool:
    """Whether a row below the indicators belongs to the head of the next table."""
    cells = [joined(cell) for _, cell in own_cells(row) if cell.strip()]
    first = cells[0]
    if head_words.inline(first) or head_words.only_year(first) or (len(cells) == 1 and head_words.TITLE.search(first)):
        return True
    return head_words.label_kind(first) not in (None, "unit", "year")


def _is_note(row: Row) -> bool:
    cells = [joined(cell) for cell in row if cell.strip()]
    return bool(head_words.NOTES.match(narrowed(cells[0])))


def _nothing_found(reader: _Reader, source: str) -> Problem:
    hint = "请确认选对了文件；标题行要有一级指标、二级指标、三级指标和指标值（或半年指标值、全年指标值、年度指标值）"
    if reader.headings_without_values:
        place = reader.headings_without_values[0][0].place
        return Problem(place, "no_value_column", "绩效目标表里没有“指标值”一栏", hint)
    return Problem(Place(source), "no_table", "没有找到绩效目标表", hint)
