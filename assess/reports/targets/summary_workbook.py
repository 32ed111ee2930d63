"""The one-page summaries as workbooks: the numbers behind the bars."""

from collections.abc import Sequence

from assess.engine.monitoring import UnitMonitoring
from assess.reports.targets.form import Form, FormCell, FormRow, fact_rows, note_row, title_row
from assess.reports.targets.half_year_summary import Watched
from assess.reports.targets.monitoring_page import STATES, half_money
from assess.reports.targets.summary_context import Summary, SummaryCell
from assess.scheme.nodes import leaves

_INDEX, _NAME, _NUMBER = 6, 44, 16
_MONEY = ("全年预算数", "半年计划执行数", "半年执行数", "执行率", "计划执行率")


def summary_form(page: Summary) -> Form:
    """The sheet of a year; `page` is what is printed of it: instead of a bar stands its number."""
    columns = len(page.columns)
    head = _head(page, columns)
    heading = tuple(FormCell(column.label, "heading") for column in page.columns)
    rows = [tuple(_cell(cell) for cell in line.cells) for line in page.lines]
    tail = [note_row(f"注：{remark}", columns) for remark in page.remarks]
    widths = (_INDEX, _NAME, *([_NUMBER] * (columns - 2)))
    return Form("汇总表", widths, (*head, heading, *rows, *tail), len(head) + 1)


def half_year_form(page: Summary, units: Sequence[Watched]) -> Form:
    """The sheet of a half-year; of a single unit, its sections below."""
    names = ("序号", "名称", *_MONEY, *STATES.values())
    columns = len(names)
    head = _head(page, columns)
    rows: list[FormRow] = [tuple(FormCell(name, "heading") for name in names)]
    for number, (watched, _) in enumerate(units, start=1):
        money = half_money(watched)
        amounts = (money.budget, money.planned, money.spent, money.rate, money.planned_rate)
        counts = [str(watched.counts.get(state, 0)) for state in STATES]
        rows.append(_row(str(number), watched.unit.name, (*amounts, *counts)))
    if len(units) == 1:
        rows += _sections(units[0][0])
    tail = [note_row(f"注：{remark}", columns) for remark in page.remarks]
    tail += [note_row(f"金额单位：{'、'.join(dict.fromkeys(plan.unit for _, plan in units))}", columns)]
    widths = (_INDEX, _NAME, *([_NUMBER] * (columns - 2)))
    return Form("半年监控汇总", widths, (*head, *rows, *tail), len(head) + 1)


def _head(page: Summary, columns: int) -> list[FormRow]:
    rows = [note_row(page.scheme, columns), title_row(page.title, columns)]
    rows += [note_row(text, columns) for text in (page.banner, page.draft, page.mark) if text]
    rows += fact_rows(page.facts, columns)
    return rows + [note_row(f"※ {notice}", columns) for notice in page.notices]


def _cell(cell: SummaryCell) -> FormCell:
    """A bar's own number is the last of its words."""
    if cell.charts:
        return FormCell(cell.charts[0].words[-1].text, "number")
    return FormCell(cell.text, "number" if cell.look == "number" else "text")


def _row(number: str, name: str, numbers: Sequence[str]) -> FormRow:
    return (FormCell(number, "middle"), FormCell(name), *(FormCell(text, "number") for text in numbers))


def _sections(watched: UnitMonitoring) -> list[FormRow]:
    """The states of each section."""
    rows = []
    standings = {one.leaf.id: one for one in watched.indicators}
    for node in watched.tree.nodes:
        found = [standings[leaf.id].standing for leaf in leaves((node,)) if leaf.id in standings]
        states = [None if one is None else one.state for one in found]
        counts = [str(states.count(state)) for state in STATES]
        rows.append(_row("", node.heading.label, (*([""] * len(_MONEY)), *counts)))
    return rows
