"""A printed form as data for a workbook: cells that may cover several rows and columns, row after row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from assess.reports.printable import LabelledValue
from assess.reports.targets.level_cells import LevelCell

#: `heading` heads columns, `label` names what stands beside it, `number` becomes a number where it is one.
Look = Literal["title", "heading", "label", "text", "part", "middle", "number", "note"]


@dataclass(frozen=True, slots=True)
class FormCell:
    """One cell; what it covers is left out in the rows below and in the rest of its own."""

    text: str
    look: Look = "text"
    columns: int = 1
    rows: int = 1


FormRow = tuple[FormCell, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One sheet. `widths`: of its columns in half-width characters; `heading`: the row (from 1) repeated on paper."""

    title: str
    widths: tuple[int, ...]
    rows: tuple[FormRow, ...]
    heading: int = 0
    across: bool = True


def title_row(text: str, columns: int) -> FormRow:
    """A title over all columns."""
    return (FormCell(text, "title", columns),)


def note_row(text: str, columns: int) -> FormRow:
    """A sentence over all columns, without borders."""
    return (FormCell(text, "note", columns),)


def fact_rows(facts: Iterable[LabelledValue], columns: int) -> list[FormRow]:
    """A row for each fact: its name over one column, its value over the others."""
    return [labelled_row(fact.label, fact.value, columns) for fact in facts]


def labelled_row(label: str, value: str, columns: int) -> FormRow:
    """A name over one column and a text over the others."""
    return (FormCell(label, "label"), FormCell(value, "text", columns - 1))


def spread_row(cells: Sequence[FormCell], columns: int) -> FormRow:
    """Cells of one column each; the first covers what the others leave."""
    first, *others = cells
    return (FormCell(first.text, first.look, max(columns - len(others), 1)), *others)


def level_part(cells: Iterable[LevelCell]) -> list[FormCell]:
    """The level cells that begin in a row."""
    return [FormCell(cell.text, "middle", cell.columns, cell.rows) for cell in cells]
