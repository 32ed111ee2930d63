"""The half-year sheet as a workbook: what is printed, with numbers as numbers. Never a score."""

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
from assess.reports.targets.monitoring_context import MonitoringPage, MonitoringRow

_LEVEL, _LABEL, _VALUE, _STATE, _REASON = 16, 32, 16, 14, 40
_MONEY = ("全年预算数", "半年计划执行数", "半年执行数", "执行率", "计划执行率")


def monitoring_form(page: MonitoringPage) -> Form:
    """The sheet of a unit; `page` is what is printed of it."""
    heading = (*page.levels, "半年指标值", "全年指标值", "实际完成值", "状态", "偏差原因")
    columns = len(heading)
    head = [note_row(page.scheme, columns), title_row("绩效目标半年监控表", columns)]
    head += [note_row(text, columns) for text in (page.banner, page.draft, page.mark) if text]
    head += fact_rows(page.facts, columns)
    head += [note_row(f"※ {notice}", columns) for notice in page.notices]
    head += _money(page, columns)
    names = [FormCell("指标状态", "heading"), *(FormCell(count.label, "heading") for count in page.counts)]
    numbers = [FormCell("项数"), *(FormCell(count.number, "number") for count in page.counts)]
    head += [spread_row(names, columns), spread_row(numbers, columns)]
    rows = [_row(row) for row in page.rows]
    return Form(
        title="半年监控表",
        widths=(*([_LEVEL] * (len(page.levels) - 1)), _LABEL, _VALUE, _VALUE, _VALUE, _STATE, _REASON),
        rows=(
            *head,
            tuple(FormCell(text, "heading") for text in heading),
            *rows,
            *(note_row(f"注：{remark}", columns) for remark in page.remarks),
        ),
        heading=len(head) + 1,
    )


def _money(page: MonitoringPage, columns: int) -> list[FormRow]:
    money = page.money
    amounts = (money.budget, money.planned, money.spent, money.rate, money.planned_rate)
    names = [FormCell(f"资金（{page.money_unit}）", "heading"), *(FormCell(text, "heading") for text in _MONEY)]
    values = [FormCell("年度资金总额"), *(FormCell(text, "number") for text in amounts)]
    rows = [spread_row(names, columns), spread_row(values, columns)]
    return [*rows, labelled_row("偏差原因", money.reason, columns)] if money.reason else rows


def _row(row: MonitoringRow) -> FormRow:
    actual = f"{row.actual}（{row.inputs}）" if row.inputs else row.actual
    label = f"{row.label}（{row.content}）" if row.content else row.label
    values = (FormCell(text, "middle") for text in (row.half, row.full, actual, row.state))
    return (*level_part(row.cells), FormCell(label), *values, FormCell(row.reason))
