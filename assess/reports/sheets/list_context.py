"""What `list.html` prints: the result of one ranked list, every value already written out."""

from dataclasses import dataclass
from typing import ClassVar

from assess.reports.printable import Headed


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a part: its heading and, below it, its full mark (empty: it differs by unit)."""

    label: str
    full: str


@dataclass(frozen=True, slots=True)
class Line:
    """One unit. `cells` stand under `columns`; `rank` is empty for an unranked unit."""

    rank: str
    unit: str
    type: str
    cells: tuple[str, ...]
    total: str
    proposed: str
    decided: str
    #: Flags; for an unranked unit why it has no rank.
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A population figure: which indicators use it, what it is, its value and the units behind it."""

    indicator: str
    kind: str
    population: str
    #: The measured value in words.
    formula: str
    value: str
    #: `二级学院甲 20.5`, or with ranks `1 二级学院甲 20.5`.
    members: tuple[str, ...]
    #: Units whose inputs are missing.
    missing: str


@dataclass(frozen=True, slots=True)
class RankedList(Headed):
    """The whole list."""

    template: ClassVar[str] = "list.html"

    #: What the list is called: 院部, 部门.
    label: str
    columns: tuple[Column, ...]
    #: Full mark of the total.
    full: str
    ranked: tuple[Line, ...]
    unranked: tuple[Line, ...]
    remarks: tuple[str, ...]
    figures: tuple[FigureRow, ...]
