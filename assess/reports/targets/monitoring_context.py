"""What `monitoring.html` prints: how one unit stands at half-year, every value already written out. Never a score."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self

from assess.reports.printable import Headed
from assess.reports.targets.level_cells import LevelCell, divided

#: How a state looks on paper that knows no colours.
StateLook = Literal["on_course", "at_risk", "behind", "no_requirement", "missing"]


@dataclass(frozen=True, slots=True)
class HalfMoney:
    """The unit's money. `planned` and `planned_rate` are dashes where the document plans no half-year."""

    budget: str
    planned: str
    spent: str
    rate: str
    planned_rate: str
    #: Why the money was not spent as planned.
    reason: str


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many indicators are in a state."""

    label: str
    number: str


@dataclass(frozen=True, slots=True)
class MonitoringRow:
    """One indicator. `cells`: the level cells that begin in this row."""

    id: str
    cells: tuple[LevelCell, ...]
    #: Whether it stays on the page of the row above.
    kept: bool
    label: str
    content: str
    #: The values that are asked for by the middle and by the end of the year, as printed in the document.
    half: str
    full: str
    actual: str
    #: The numbers behind the actual value, where a formula gives it.
    inputs: str
    state: str
    look: StateLook
    reason: str


@dataclass(frozen=True, slots=True)
class MonitoringPage(Headed):
    """The whole sheet (半年监控表). `levels`: headings, the last one that of the indicators themselves."""

    template: ClassVar[str] = "monitoring.html"

    #: Full name of the unit.
    unit: str
    money_unit: str
    money: HalfMoney
    counts: tuple[StateCount, ...]
    levels: tuple[str, ...]
    rows: tuple[MonitoringRow, ...]
    #: What the states mean, and where their line comes from.
    remarks: tuple[str, ...]

    def divided(self, rows: Iterable[str]) -> Self:
        """The same sheet with every merged cell divided before the rows with these ids."""
        breaks = {number for number, row in enumerate(self.rows) if row.id in set(rows)}
        cells = divided([row.cells for row in self.rows], breaks)
        return replace(self, rows=tuple(replace(row, cells=own) for row, own in zip(self.rows, cells, strict=True)))
