"""Reads the target tables in a file's grids, whatever program they come from: heads, columns, rows, where each ends."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assess.domain.authoring import head_words, project_lists
from assess.domain.authoring.project_lists import ListColumns
from assess.domain.authoring.table_columns import Columns, cell_of, columns_of, names_levels, second_line
from assess.domain.authoring.table_grid import Grid, Row, joined, own_cells, same_cell, untagged
from assess.domain.authoring.table_head import Head, read_head
from assess.domain.authoring.table_rows import PlacedDoubt, ReadRow, RowsReader, unread
from assess.domain.place import Place, Problem, ProblemsError
from assess.domain.target_text.printed import narrowed

_SECTIONS = ("决策", "过程", "履职", "产出", "效益", "满意度", "成本")


@dataclass(frozen=True, slots=True)
class TargetTableRead:
    """One table as the file has it. `level_names`, `value_names`: the headings, the longest that it has."""

    head: Head
    rows: tuple[ReadRow, ...]
    level_names: tuple[str, ...]
    value_names: tuple[str, ...]
    has_cycle: bool
    description_name: str = ""
    stand_in: str = ""
    place: Place | None = None
    #: The name of its sheet, where the file has sheets.
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class FileRead:
    """All tables of a file, what the file says about all together, and what is not sure."""

    tables: tuple[TargetTableRead, ...]
    #: A total over all projects, and what it is called.
    stated: tuple[str, Fraction] | None
    doubts: tuple[PlacedDoubt, ...]


def read_tables(grids: Iterable[Grid], source: str) -> FileRead:
    """Return the target tables in `grids`; raise `ProblemsError` where there is none."""
    reader = _Reader()
    for grid in grids:
        reader.grid(untagged(grid))
    reader.close()
    if not reader.tables:
        raise ProblemsError([_nothing_found(reader, source)])
    return FileRead(tuple(reader.tables), reader.stated, tuple(reader.doubts))


def joined_reads(reads: Sequence[FileRead]) -> FileRead:
    """The tables of several files as one; a total is only that of its own file."""
    return FileRead(
        tuple(table for read in reads for table in read.tables),
        reads[0].stated if len(reads) == 1 else None,
        tuple(doubt for read in reads for doubt in read.doubts),
    )


class _Reader:
    """Goes row by row: above a table's heading, below it, or in a list of projects."""

    def __init__(self) -> None:
        self.tables: list[TargetTableRead] = []
        self.doubts: list[PlacedDoubt] = []
        self.stated: tuple[str, Fraction] | None = None
        self.headings_without_values: list[Row] = []
        #: Rows since the last indicator, which may be the head of the next table.
        self._above: list[Row] = []
        self._open: RowsReader | None = None
        self._open_head: Head | None = None
        self._columns: list[Columns] = []
        self._list: ListColumns | None = None
        self._list_head = Head()
        self._last: Row = ()
        self._sheet = ""

    def grid(self, grid: Grid) -> None:
        """Read one grid; a sheet begins anew."""
        if grid.is_sheet:
            self._close_table()
            self._list = None
            if self.tables:
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
        elif (listed := project_lists.list_columns(row)) is not None:
            self._close_table()
            self._list = listed
            self._list_head = read_head(self._above)
            self._above = []
        elif self._list is not None and self._listed(row, self._list):
            pass
        elif self._open is not None and not self._above and not _begins_head(row):
            self._indicator(row, self._open)
        else:
            self._above.append(row)
            if names_levels(row):
                self.headings_without_values.append(row)

    def _heading(self, columns: Columns) -> None:
        """A heading: of a new table where a head stands above it, else of the same one on a new page."""
        is_second_line = bool(self._above) and self._above[-1] is self._last and names_levels(self._last)
        if is_second_line:
            self._above.pop()
        if self._open is not None and not self._names_another():
            self._skip_above()
            self._open.heading(columns)
            self._columns.append(columns)
            return
        self._close_table()
        self._list = None
        self._open_head = read_head(self._above)
        self.doubts += self._open_head.doubts
        self._above = []
        self._open = RowsReader(columns)
        self._columns = [columns]

    def _names_another(self) -> bool:
        """Whether the rows above say that a new table begins: whose it is, or what it is called."""
        found = read_head(self._above)
        return bool(found.project or found.holder or found.title or found.goals or found.funds)

    def _indicator(self, row: Row, table: RowsReader) -> None:
        cells = [cell for _, cell in own_cells(row) if cell.strip()]
        if head_words.NOTES.match(narrowed(joined(cells[0]))):
            return
        only = len(cells) == 1
        leaf = cell_of(row, table.columns.leaf)
        is_leaf = leaf is not None and same_cell(leaf, cells[0]) and not same_cell(row[0], cells[0])
        if only and not is_leaf and any(word in cells[0] for word in _SECTIONS) and len(joined(cells[0])) <= 12:  # noqa: PLR2004 一、效益指标（20分）
            table.section(joined(cells[0]))
        elif only and not is_leaf:
            self._above.append(row)
        else:
            table.add(row)

    def _listed(self, row: Row, columns: ListColumns) -> bool:
        """Take a row of a list of projects; the lines that repeat on every page are passed over."""
        if project_lists.has_indicators(row):
            project = project_lists.read_project(row, columns)
            self._add_listed(project, row)
            return True
        if project_lists.is_total(row, columns):
            money = project_lists.money_of(row, columns)
            amount = money[0].amounts[0] if money else None
            if amount is not None:
                self.stated = (joined(row[columns.project]), amount)
            return True
        cells = [cell for _, cell in own_cells(row) if cell.strip()]
        is_user = len(cells) > 1 and head_words.label_kind(cells[0]) is None
        if is_user and columns.project < len(row) and row[columns.project].strip():
            self._list_head.remarks = [(_user(columns.project_label), joined(row[columns.project]))]
            return True
        return all(_repeats(joined(cell), self._list_head) for cell in cells)

    def _add_listed(self, project: project_lists.ListedProject, row: Row) -> None:
        self.doubts += project.doubts
        head, above = project.head, self._list_head
        head.title, head.holder, head.unit, head.year = above.title, above.holder, above.unit, above.year
        head.remarks = list(above.remarks)
        levels = ("一级指标", "二级指标", "三级指标")
        has_cycle = any(one.cycle is not None for one in project.rows)
        self.tables.append(
            TargetTableRead(
                head,
                project.rows,
                levels,
                project.value_names,
                has_cycle,
                stand_in=project.stand_in,
                place=row[0].place,
            )
        )

    def _close_table(self) -> None:
        if self._open is None or self._open_head is None:
            return
        self.doubts += self._open.doubts
        if self._open.rows:
            deepest = max(self._columns, key=lambda one: len(one.levels))
            valued = max(self._columns, key=lambda one: len(one.value_names))
            described = next((one for one in self._columns if one.description is not None), None)
            self.tables.append(
                TargetTableRead(
                    head=self._open_head,
                    rows=tuple(self._open.rows),
                    level_names=deepest.level_names,
                    value_names=valued.value_names,
                    has_cycle=valued.half is None and valued.cycle is not None,
                    description_name=described.heading(described.description or 0) if described else "",
                    place=self._open.rows[0].place,
                    sheet=self._sheet,
                )
            )
        self._open = None

    def _skip_above(self) -> None:
        """Say of rows that turned out to be no head that they were not read."""
        self.doubts += [unread(row) for row in self._above if not _is_note(row)]
        self._above = []

    def close(self) -> None:
        """The file has ended."""
        self._close_table()
        if self.tables:
            self._skip_above()


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


def _user(label: str) -> str:
    """项目名称（资金使用单位）: a row without indicators names the latter."""
    inner = narrowed(label).partition("(")[2].removesuffix(")")
    return inner or "单位"


def _repeats(text: str, head: Head) -> bool:
    """Whether a line only repeats the head, on a new page."""
    found = head_words.inline(text)
    value = found[1] if found else text
    return value in (head.title, head.holder, head.unit)


def _nothing_found(reader: _Reader, source: str) -> Problem:
    hint = "请确认选对了文件；标题行要有一级指标、二级指标、三级指标和指标值（或半年指标值、全年指标值、年度指标值）"
    if reader.headings_without_values:
        place = reader.headings_without_values[0][0].place
        return Problem(place, "no_value_column", "绩效目标表里没有“指标值”一栏", hint)
    return Problem(Place(source), "no_table", "没有找到绩效目标表", hint)
