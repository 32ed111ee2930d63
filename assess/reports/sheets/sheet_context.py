"""What `sheet.html` prints: the score sheet of one unit, every value already written out."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from assess.reports.printable import Headed, LabelledValue

RowKind = Literal["heading", "leaf", "limit", "subtotal"]
RowState = Literal["", "missing", "exempt"]


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of the total: 民主测评, 目标考核, 领导班子评价."""

    label: str
    full: str
    points: str
    #: How the points came about, a sentence each.
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the indicator table.

    `heading` opens a group, `leaf` is an indicator, `limit` is a ceiling or floor that bit (its points are
    those before it), `subtotal` closes a group or the whole table.
    """

    kind: RowKind
    #: How deep the node stands, from 0.
    depth: int
    id: str
    label: str
    clause: str = ""
    #: Small print below the label: wording, additions.
    content: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    full: str = ""
    #: What was entered.
    evidence: str = ""
    #: What the unit says of it beside its own mark.
    self_note: str = ""
    self_mark: str = ""
    points: str = ""
    #: How the points came about; for `limit` the ceiling or floor.
    note: str = ""
    remark: str = ""
    state: RowState = ""


@dataclass(frozen=True, slots=True)
class Sheet(Headed):
    """The whole sheet of one unit."""

    template: ClassVar[str] = "sheet.html"

    #: Full name of the unit.
    unit: str
    parts: tuple[PartRow, ...]
    #: Full mark and points of the total.
    full: str
    total: str
    #: Rank, proposed and decided grade, status.
    results: tuple[LabelledValue, ...]
    rows: tuple[Row, ...]
    #: What the unit says of its year, a paragraph each.
    self_report: tuple[str, ...]
    #: Below the table: overlaps that the scheme declares.
    remarks: tuple[str, ...]
