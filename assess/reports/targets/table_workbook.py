"""The target table as a workbook: what is printed, and how values are read where that is not plain.

The importer of target tables reads such a sheet in again.
"""

from collections.abc import Sequence

from assess.drafting.target_text.reading_notes import differing_notes
from assess.reports.targets.evaluation_rows import paths
from assess.reports.targets.form import (
    Form,
    FormCell,
    FormRow,
    fact_rows,
    labelled_row,
    level_part,
    note_row,
    title_row,
)
from assess.reports.targets.table_context import TableRow, TargetTablePage
from assess.scheme.scheme import IndicatorTree
from assess.scheme.target_table import TargetTable

#: The columns of the readings; they tell the importer what a value alone does not.
NOTE, HALF_NOTE = "读法", "半年读法"

_LEVEL, _LABEL, _DESCRIPTION, _VALUE, _POINTS, _NOTE_WIDTH = 16, 36, 18, 14, 10, 20
_SPENDING = ("半年计划执行数", "全年预算数")


def target_form(page: TargetTablePage, tree: IndicatorTree, table: TargetTable) -> Form:
    """The sheet of a table; `page` is what is printed of it."""
    heading = [*page.levels, *([page.description] if page.description else []), *page.value_columns]
    heading += [page.points] if page.points else []
    notes = _notes(page, tree)
    heading += notes[0]
    columns = len(heading)
    head = [title_row("".join(page.title), columns)]
    # A name may end as the names of money do, 经费: with its label in the same cell it is read as a name.
    head += [(FormCell(f"项目名称：{tree.label}", "text", columns),)] if tree.is_table else []
    head += fact_rows((fact for fact in page.facts if not tree.is_table or fact.value != tree.label), columns)
    head += _money(page, table, columns)
    head += [labelled_row(one.label, "\n".join(one.lines), columns) for one in page.texts]
    rows = [_row(page, row, note) for row, note in zip(page.rows, notes[1], strict=True)]
    remarks = [note_row(f"注：{remark}", columns) for remark in page.remarks]
    return Form(
        title="绩效目标表",
        widths=_widths(page, len(notes[0])),
        rows=(*head, tuple(FormCell(text, "heading") for text in heading), *rows, *remarks),
        heading=len(head) + 1,
        across=not page.upright or bool(notes[0]),
    )


def _notes(page: TargetTablePage, tree: IndicatorTree) -> tuple[list[str], list[tuple[str, ...]]]:
    """The headings of the readings, and the cells of each row; only the columns in which something stands."""
    listed = [
        differing_notes(leaf, path) for node in tree.nodes for path, leaf in paths(node) if leaf.aimed is not None
    ]
    shown = [any(note[index] for note in listed) for index in range(2)]
    headings = [name for name, is_shown in zip((HALF_NOTE, NOTE), shown, strict=True) if is_shown]
    cells = [tuple(one for one, is_shown in zip(note, shown, strict=True) if is_shown) for note in listed]
    return headings, cells if len(cells) == len(page.rows) else [()] * len(page.rows)


def _row(page: TargetTablePage, row: TableRow, notes: Sequence[str]) -> FormRow:
    own = (row.label, row.description) if page.description else (row.label,)
    values = (FormCell(value, "middle") for value in row.values)
    points = [FormCell(row.points, "number")] if page.points else []
    return (*level_part(row.cells), *map(FormCell, own), *values, *points, *map(FormCell, notes))


def _money(page: TargetTablePage, table: TargetTable, columns: int) -> list[FormRow]:
    """The lines of money; their labels as the document prints them, since they are read in again."""
    unit, name = f"（{page.money_unit}）", columns - 1
    rows: list[FormRow] = []
    if page.funds:
        rows.append((FormCell("资金", "heading", name), FormCell(f"金额{unit}", "heading")))
    for fund, line in zip(table.plan.funds, page.funds, strict=True):
        rows.append((FormCell(fund.label, "part" if line.part else "text", name), FormCell(line.amount, "number")))
    if page.spending:
        rows.append(
            (
                FormCell("支出计划", "heading", name - 1),
                *(FormCell(f"{text}{unit}", "heading") for text in _SPENDING),
            )
        )
    for spent, plan in zip(table.plan.spending, page.spending, strict=True):
        label = FormCell(spent.label, "part" if plan.part else "text", name - 1)
        rows.append((label, FormCell(plan.half, "number"), FormCell(plan.full, "number")))
    return rows


def _widths(page: TargetTablePage, notes: int) -> tuple[int, ...]:
    levels = [_LEVEL] * (len(page.levels) - 1)
    described = [_DESCRIPTION] if page.description else []
    values = [_VALUE] * len(page.value_columns) + [_POINTS] * bool(page.points)
    return (*levels, _LABEL, *described, *values, *([_NOTE_WIDTH] * notes))
