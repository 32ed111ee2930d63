"""What `evaluation.html` prints: the self-evaluation of one unit, every value already written out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self

from assess.reports.printable import Headed
from assess.reports.targets.level_cells import LevelCell, divided

RowKind = Literal["leaf", "subtotal", "part", "total"]
RowState = Literal["", "missing", "exempt"]


@dataclass(frozen=True, slots=True)
class Money:
    """The unit's money: the budget at the beginning of the year, the adjusted one (A), what was spent (B)."""

    initial: str
    budget: str
    spent: str
    #: Full mark and points of the execution rate; a dash where the scheme gives none for it.
    full: str
    rate: str
    points: str
    #: Why the money was not spent as planned.
    reason: str


@dataclass(frozen=True, slots=True)
class EvaluationRow:
    """A line of the table: an indicator, the subtotal of a section, the points of a part, or the total.

    `cells`: the level cells that begin in this row, only before an indicator.
    """

    kind: RowKind
    id: str
    label: str
    cells: tuple[LevelCell, ...] = ()
    #: Whether it stays on the page of the row above.
    kept: bool = False
    #: Small print below the label.
    content: str = ""
    #: The value that was asked for, as printed in the document.
    target: str = ""
    actual: str = ""
    #: The numbers behind the actual value, where a formula gives it.
    inputs: str = ""
    full: str = ""
    points: str = ""
    #: The unit's reason for a deviation; of a part or the total, what explains it.
    reason: str = ""
    #: How points short of the full mark came about.
    how: str = ""
    state: RowState = ""


@dataclass(frozen=True, slots=True)
class Evaluation(Headed):
    """The whole self-evaluation (绩效自评表). `levels`: headings, the last one that of the indicators themselves."""

    template: ClassVar[str] = "evaluation.html"

    #: Full name of the unit.
    unit: str
    money_unit: str
    money: Money
    #: The goals as planned, and what became of them; nothing: a place to write on.
    expected: tuple[str, ...]
    achieved: str
    levels: tuple[str, ...]
    #: Heading of the values that were asked for.
    target_column: str
    rows: tuple[EvaluationRow, ...]
    #: Where weights and grade lines come from.
    remarks: tuple[str, ...]

    def divided(self, rows: Iterable[str]) -> Self:
        """The same sheet with every merged cell divided before the rows with these ids."""
        breaks = {number for number, row in enumerate(self.rows) if row.id in set(rows)}
        cells = divided([row.cells for row in self.rows], breaks)
        return replace(self, rows=tuple(replace(row, cells=own) for row, own in zip(self.rows, cells, strict=True)))
