"""The self-evaluation as a workbook: what is printed, with numbers as numbers."""

from assess.reports.targets.evaluation_context import Evaluation, EvaluationRow
from assess.reports.targets.form import (
    Form,
    FormCell,
    FormRow,
    fact_rows,
    labelled_row,
    level_part,
    note_row,
    spread_row,
    title_row,
)

_LEVEL, _LABEL, _VALUE, _MARK, _REASON = 16, 32, 16, 10, 44
_MONEY = ("年初预算数", "全年预算数（A）", "全年执行数（B）", "分值", "执行率（B/A）", "得分")
_SIGNATURES = "填表人（签字）：　　　　　　单位负责人（签字、盖章）：　　　　　　日期：　　　　年　　月　　日"


def evaluation_form(page: Evaluation) -> Form:
    """The sheet of a unit; `page` is what is printed of it."""
    heading = (*page.levels, page.target_column, "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
    columns = len(heading)
    head = [note_row(page.scheme, columns), title_row("绩效自评表", columns)]
    head += [note_row(text, columns) for text in (page.banner, page.draft, page.mark) if text]
    head += fact_rows(page.facts, columns)
    head += [note_row(f"※ {notice}", columns) for notice in page.notices]
    head += [*_money(page, columns), *_goals(page, columns)]
    rows = [_row(row, columns) for row in page.rows]
    tail = [note_row(text, columns) for text in (*(f"注：{remark}" for remark in page.remarks), _SIGNATURES)]
    return Form(
        title="绩效自评表",
        widths=(*([_LEVEL] * (len(page.levels) - 1)), _LABEL, _VALUE, _VALUE, _MARK, _MARK, _REASON),
        rows=(*head, tuple(FormCell(text, "heading") for text in heading), *rows, *tail),
        heading=len(head) + 1,
    )


def _money(page: Evaluation, columns: int) -> list[FormRow]:
    money = page.money
    amounts = (money.initial, money.budget, money.spent, money.full, money.rate, money.points)
    names = [FormCell(f"资金（{page.money_unit}）", "heading"), *(FormCell(text, "heading") for text in _MONEY)]
    values = [FormCell("年度资金总额"), *(FormCell(text, "number") for text in amounts)]
    rows = [spread_row(names, columns), spread_row(values, columns)]
    return [*rows, labelled_row("偏差原因", money.reason, columns)] if money.reason else rows


def _goals(page: Evaluation, columns: int) -> list[FormRow]:
    left = columns // 2
    return [
        (FormCell("预期目标", "heading", left), FormCell("实际完成情况", "heading", columns - left)),
        (FormCell("\n".join(page.expected), "text", left), FormCell(page.achieved, "text", columns - left)),
    ]


def _row(row: EvaluationRow, columns: int) -> FormRow:
    marks = (FormCell(row.full, "number"), FormCell(row.points, "number"))
    if row.kind != "leaf":
        return (FormCell(row.label, "label", columns - 3), *marks, FormCell(row.reason))
    reason = "\n".join(text for text in (row.reason, row.how) if text)
    actual = f"{row.actual}（{row.inputs}）" if row.inputs else row.actual
    label = f"{row.label}（{row.content}）" if row.content else row.label
    cells = (FormCell(label), FormCell(row.target, "middle"), FormCell(actual, "middle"))
    return (*level_part(row.cells), *cells, *marks, FormCell(reason))
