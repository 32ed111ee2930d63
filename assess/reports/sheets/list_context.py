"""What `list.html` prints: the result of one ranked list, every value already written out."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from assess.reports.printable import Headed

#: How large the print of the table is: as usual, or smaller where there are many columns.
TypeSize = Literal["", "smaller", "smallest"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a part: its heading, below it its full mark (empty: it differs by unit), its width in millimetres."""

    label: str
    full: str
    width: str


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
    size: TypeSize
    columns: tuple[Column, ...]
    total: Column
    #: Whether there are columns for grades.
    graded: bool
    #: The width of the column of remarks in millimetres.
    why: str
    ranked: tuple[Line, ...]
    unranked: tuple[Line, ...]
    remarks: tuple[str, ...]
    figures: tuple[FigureRow, ...]
