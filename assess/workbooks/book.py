"""Sheets to be filled in as data: what the writer draws, and what a return is held against.

On paper a sheet is: a hidden row with the stamp in its first cell and the columns' tags beside it; the title; lines of
explanation; the visible headings; then the rows, each with its tag in the hidden first column.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from assess.workbooks.ask import Ask
from assess.workbooks.pointer import Pointer
from assess.workbooks.slice import Slice
from assess.workbooks.stamp import Stamp
from assess.workbooks.tag import Tag

#: Fields of the columns in which a new row says whose it is, which list it belongs to, and what it is called.
WHOSE, WHAT, NAME = "@unit", "@list", "@name"
#: What a heading says whose assessor has not been named yet.
UNNAMED = "（评分人姓名）"

#: label: words that name the row; input: to be filled in; closed: does not apply, greyed and locked; total: a live sum.
Role = Literal["label", "input", "closed", "total"]


@dataclass(frozen=True, slots=True)
class SumDown:
    """The sum of a column's numbers in the rows whose cell in the label column `where` (from 0) is `equals`."""

    where: int
    equals: str


@dataclass(frozen=True, slots=True)
class SumAcross:
    """The sum of the numbers of a row in these columns (from 0)."""

    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FormCell:
    """One cell. `value`: what stands there, a number as an exact one; None: nothing yet.

    `ask`: of an input. `missing`: whether something cannot be worked out for want of it.
    """

    role: Role
    value: str | Fraction | None = None
    ask: Ask | None = None
    missing: bool = False
    total: SumDown | SumAcross | None = None


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column. `tag`: of a column of inputs what it knows of its values; None: nothing is read from it.

    `width`: in half-width signs. `names`: whether its words name the rows, so that their signature guards them.
    `asks_name`: its heading is to be filled in as well, with the name of the assessor whose marks stand below.
    """

    title: str
    width: int
    tag: Tag | None = None
    names: bool = False
    asks_name: bool = False


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row with a cell for each column; `tag` None: a heading or a total, nothing is read from it.

    A `spare` row is for a record that is not there yet.
    """

    cells: tuple[FormCell, ...]
    tag: Tag | None = None
    heading: bool = False
    spare: bool = False


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet. `title`: on its tab; `heading`: above the table; `lines`: what is to be minded.

    `portrait`: how it lies on paper; `frozen`: how many of the columns stay in sight.
    """

    title: str
    heading: str
    lines: tuple[str, ...]
    stamp: Stamp
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]
    frozen: int = 1
    portrait: bool = False

    @property
    def top(self) -> int:
        """The row of the headings, from 1: below the hidden one, the title and the lines."""
        return 3 + len(self.lines)

    def inputs(self) -> Iterator[tuple[Pointer, FormCell]]:
        """Every cell that may be filled in, with the whole way to its value."""
        for row in self.rows:
            for column, cell in zip(self.columns, row.cells, strict=True):
                if cell.role == "input" and row.tag is not None and column.tag is not None:
                    yield row.tag.pointer.joined(column.tag.pointer), cell


@dataclass(frozen=True, slots=True)
class FormBook:
    """The sheets of one slice. `name`: of the file, without its ending."""

    name: str
    slice: Slice
    #: 填写说明: named values, then sentences.
    named: tuple[tuple[str, str], ...]
    sentences: tuple[str, ...]
    sheets: tuple[FormSheet, ...]
