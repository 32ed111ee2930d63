"""The indicator rows of a target table: blank level cells filled from above, rows cut by a page break made whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest

from assess.drafting.importing.table_columns import Columns, cell_of
from assess.drafting.importing.weight_cells import total_weight, weight_cells
from assess.drafting.target_text import Doubt, read_printed
from assess.ground.grid import Row, joined, lines_of, same_cell
from assess.ground.place import Place
from assess.ground.tree import Text

NO_NAME = "（没有名称）"
#: Forms of a value that no name has.
_SIGNED = ("≥", "≤", "＝", ">", "<", "以上")


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One indicator as the file has it; a value is None where the table has no such column."""

    levels: tuple[str, ...]
    name: str
    place: Place
    full: Text
    half: Text | None = None
    cycle: Text | None = None
    description: str = ""
    note: Text | None = None
    half_note: Text | None = None
    #: What the columns of weights have, those of levels first.
    weights: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedDoubt:
    """What is unclear, and where; `subject`: id and name of the indicator that it is about."""

    place: Place | None
    doubt: Doubt
    subject: str = ""


class RowsReader:
    """Reads row after row of one table; a new heading may change the columns."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.rows: list[ReadRow] = []
        self.doubts: list[PlacedDoubt] = []
        #: The weight in a row that sums the table up.
        self.total_weight: Text | None = None
        self._above: tuple[str, ...] = ()
        #: The weights of the row above.
        self._weights: tuple[Text, ...] = ()
        self._after_heading = False

    def heading(self, columns: Columns) -> None:
        """Take a heading that is repeated, on a new page or with other columns."""
        if len(columns.levels) != len(self.columns.levels):
            self._above = ()
            self._after_heading = False
        else:
            self._after_heading = bool(self.rows)
        self.columns = columns

    def section(self, name: str) -> None:
        """Take a row that only names a section."""
        self._above = (name,)
        self._weights = ()

    def add(self, row: Row) -> None:
        """Take one row below the heading."""
        columns = self.columns
        own = self._own_levels(row)
        values = [cell for column in (columns.half, columns.cycle, columns.full) if (cell := cell_of(row, column))]
        name = joined(cell_of(row, columns.leaf) or "")
        if (total := total_weight(row, columns)) is not None:
            self.total_weight = total
        elif self._after_heading and self.rows and not any(map(joined, values)):
            self._join(own, name, row)
        elif name or any(map(joined, values)):
            self._indicator(row, own, name)
        else:
            self.doubts.append(unread(row))
        self._after_heading = False

    def _own_levels(self, row: Row) -> tuple[str | None, ...]:
        """The names above the indicator in this very row; None where a merged cell says that there is no such level."""
        found: list[str | None] = []
        leaf = cell_of(row, self.columns.leaf)
        before: Text | None = None
        for column in self.columns.levels[:-1]:
            cell = cell_of(row, column)
            if cell and any(one and same_cell(one, cell) for one in (before, leaf)):
                found.append(None)
            else:
                found.append(joined(cell or ""))
            before = cell
        return tuple(found)

    def _indicator(self, row: Row, own: Sequence[str | None], name: str) -> None:
        levels = _filled(own, self._above)
        columns = self.columns
        full = cell_of(row, columns.full)
        description = joined(cell_of(row, columns.description) or "")
        place = getattr(cell_of(row, columns.leaf), "place", None) or row[0].place
        if not name:
            name = description or next((one for one in reversed(own) if one), "") or NO_NAME
            doubt = Doubt("no_name", "有指标值，没有指标名称", f"叫作“{name}”", "请核对原表，补上指标名称")
            self.doubts.append(PlacedDoubt(place, doubt))
        elif read_printed(name).form in _SIGNED:
            said = f"指标名称“{name}”像是指标值，这一行可能错了一栏"
            self.doubts.append(
                PlacedDoubt(place, Doubt("shifted", said, "照样读", "请核对原表，合并的单元格要拆开或对齐"))
            )
        unchanged = _unchanged(levels, self._above)
        self._weights = weight_cells(row, columns, unchanged, self._weights)
        self._above = levels
        self.rows.append(
            ReadRow(
                levels=tuple(level for level in levels if level),
                name=name,
                place=place,
                full=full if full is not None else Text("", place),
                half=cell_of(row, columns.half),
                cycle=cell_of(row, columns.cycle),
                description=description,
                note=cell_of(row, columns.note),
                half_note=cell_of(row, columns.half_note),
                weights=self._weights,
            )
        )
        for column in columns.others:
            if (cell := cell_of(row, column)) and joined(cell):
                said = f"“{columns.heading(column)}”一栏没有读：“{shortened(cell)}”"
                doubt = Doubt("other_column", said, "不用这一栏", "要用的，请写进方案文件")
                self.doubts.append(PlacedDoubt(cell.place, doubt))

    def _join(self, own: Sequence[str | None], name: str, row: Row) -> None:
        """Put the rest of a row behind its beginning on the page before."""
        last = self.rows[-1]
        levels = list(last.levels)
        for at, rest in enumerate(own[: len(levels)]):
            levels[at] += rest or ""
        description = last.description + joined(cell_of(row, self.columns.description) or "")
        own_weights = weight_cells(row, self.columns, 0, ())
        weights = tuple(
            before if before.strip() else rest for before, rest in zip(last.weights, own_weights, strict=False)
        )
        whole = replace(last, levels=tuple(levels), name=last.name + name, description=description, weights=weights)
        self.rows[-1] = whole
        self._above = (*levels, *self._above[len(levels) :])
        said = f"换页后的一行没有指标值：“{shortened(''.join(one or '' for one in (*own, name)))}”"
        doubt = Doubt("page_break", said, f"接在上一行后面，指标叫作“{last.name + name}”", "请核对原表")
        self.doubts.append(PlacedDoubt(row[0].place, doubt))


def _filled(own: Sequence[str | None], above: Sequence[str]) -> tuple[str, ...]:
    """Blank levels are those of the row above, as long as nothing before them has changed."""
    levels: list[str] = []
    same = True
    for name, before in zip_longest(own, above[: len(own)], fillvalue=""):
        inherited = before if same and name == "" else ""
        levels.append(name or inherited)
        same = same and levels[-1] == before
    return tuple(levels)


def _unchanged(levels: Sequence[str], above: Sequence[str]) -> int:
    """How many levels, from the first one on, are those of the row above."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(levels, above, strict=False))
    return sum(1 for _ in same)


def unread(row: Row) -> PlacedDoubt:
    """A row from which nothing was taken."""
    cells = [cell for cell in row if cell.strip()]
    said = f"这一行没有读：“{shortened(cells[0])}”"
    return PlacedDoubt(cells[0].place, Doubt("unread", said, "不用这一行", "要用的，请写进方案文件"))


def shortened(text: str, most: int = 40) -> str:
    """A text for a message."""
    line = " ".join(lines_of(text))
    return line if len(line) <= most else f"{line[: most - 1]}…"
