"""What `target_table.html` prints: the target table of one unit, every value already written out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from assess.reports.printable import LabelledValue
from assess.reports.targets.level_cells import LevelCell, divided


@dataclass(frozen=True, slots=True)
class FundLine:
    """A line of the money; `part`: it is a part of one above. `amount` is empty where the document leaves it so."""

    label: str
    amount: str
    part: bool


@dataclass(frozen=True, slots=True)
class SpendingLine:
    """A line of the spending plan: by the middle of the year, and for all of it."""

    label: str
    half: str
    full: str
    part: bool


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """A named text of the head: purpose, goals, remarks."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One indicator. `cells`: the level cells that begin in this row; `values` stand under `value_columns`."""

    id: str
    cells: tuple[LevelCell, ...]
    #: Whether it stays on the page of the row above.
    kept: bool
    label: str
    description: str
    values: tuple[str, ...]
    #: The full mark; empty where the table has no column for it.
    points: str


@dataclass(frozen=True, slots=True)
class TargetTablePage:
    """The whole table. `levels`: the headings of the levels, the last one that of the indicators themselves."""

    template: ClassVar[str] = "target_table.html"

    #: Title of the scheme.
    scheme: str
    #: What the table is called, in pieces that may each begin a line.
    title: tuple[str, ...]
    #: Whose it is.
    subject: str
    #: Scheme and program that made it; stands on every page.
    mark: str
    #: Whether the paper stands upright: a table of many columns lies across.
    upright: bool
    facts: tuple[LabelledValue, ...]
    #: The unit of all amounts.
    money_unit: str
    funds: tuple[FundLine, ...]
    spending: tuple[SpendingLine, ...]
    texts: tuple[Paragraphs, ...]
    levels: tuple[str, ...]
    #: Heading of the descriptions; empty where the table has none.
    description: str
    value_columns: tuple[str, ...]
    #: Heading of the full marks; empty where the table has none.
    points: str
    rows: tuple[TableRow, ...]
    #: Below the table: what is unusual about the document.
    remarks: tuple[str, ...]

    def divided(self, rows: Iterable[str]) -> Self:
        """The same table with every merged cell divided before the rows with these ids."""
        breaks = {number for number, row in enumerate(self.rows) if row.id in set(rows)}
        cells = divided([row.cells for row in self.rows], breaks)
        return replace(self, rows=tuple(replace(row, cells=own) for row, own in zip(self.rows, cells, strict=True)))
