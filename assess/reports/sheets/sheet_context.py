"""What `sheet.html` prints: the score sheet of one unit, every value already written out."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from assess.reports.printable import Labelled

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
    self_mark: str = ""
    points: str = ""
    #: How the points came about; for `limit` the ceiling or floor.
    note: str = ""
    remark: str = ""
    state: RowState = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole sheet of one unit."""

    template: ClassVar[str] = "sheet.html"

    #: Title of the scheme.
    scheme: str
    #: Full name of the unit.
    unit: str
    #: `样例数据（虚构）`, or empty.
    banner: str
    #: Scheme, evidence and program that made it; stands on every page.
    mark: str
    #: Name, type, list, year, head …
    facts: tuple[Labelled, ...]
    #: What a reader must know first: 暂定, 未完成, flags, readings that are not the default.
    notices: tuple[str, ...]
    parts: tuple[PartRow, ...]
    #: Full mark and points of the total.
    full: str
    total: str
    #: Rank, proposed and decided grade, status.
    results: tuple[Labelled, ...]
    rows: tuple[Row, ...]
    #: Below the table: overlaps that the scheme declares.
    remarks: tuple[str, ...]
