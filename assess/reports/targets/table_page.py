"""The target table (绩效目标表) of a unit, printed back out of the scheme alone."""

import re
from collections.abc import Iterator, Sequence

from assess.reports import printable
from assess.reports.printable import LabelledValue, amount, points
from assess.reports.targets.level_cells import kept, level_cells
from assess.reports.targets.table_context import FundLine, Paragraphs, SpendingLine, TableRow, TargetTablePage
from assess.scheme.plan import Fund, Plan, Spending
from assess.scheme.scheme import IndicatorTree, Scheme
from assess.scheme.target_table import TargetTable

#: More columns than this do not fit on upright paper.
_MOST_UPRIGHT = 6
#: How many characters of a title fit on a line of upright paper.
_TITLE_LINE = 20
#: `1.`, `（一）`, `2、`.
_NUMBERED = re.compile(r"[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:[.、．](?![0-9])|[)）])")


def target_table_page(scheme: Scheme, tree: IndicatorTree, table: TargetTable) -> TargetTablePage:
    """Write out everything that the table prints."""
    plan, layout = table.plan, table.plan.layout
    columns = len(layout.levels) + len(layout.period_values) + bool(layout.description) + bool(layout.points)
    return TargetTablePage(
        scheme=scheme.title,
        title=_pieces(plan.title),
        subject=tree.label,
        mark=printable.mark(scheme),
        upright=columns <= _MOST_UPRIGHT,
        facts=tuple(_facts(scheme, tree, plan)),
        money_unit=plan.unit,
        funds=tuple(
            FundLine(label, amount(fund.amount), fund.part_of is not None)
            for label, fund in zip(fund_labels(plan.funds), plan.funds, strict=True)
        ),
        spending=tuple(
            SpendingLine(label, amount(line.half), amount(line.full), line.part_of is not None)
            for label, line in zip(fund_labels(plan.spending), plan.spending, strict=True)
        ),
        texts=tuple(_texts(plan)),
        levels=layout.levels,
        description=layout.description,
        value_columns=layout.period_values,
        points=layout.points,
        rows=tuple(_rows(table, scheme.digits)),
        remarks=tuple(_remarks(plan)),
    )


def _pieces(title: str) -> tuple[str, ...]:
    """A title that is too long for a line, divided before a note in brackets at its end."""
    at = title.rfind("（")
    fits = at > 0 and title.endswith("）") and max(at, len(title) - at) <= _TITLE_LINE < len(title)
    return (title[:at], title[at:]) if fits else (title,)


def _facts(scheme: Scheme, tree: IndicatorTree, plan: Plan) -> Iterator[LabelledValue]:
    if plan.holder:
        yield LabelledValue("单位名称", plan.holder)
    if tree.is_table:
        yield LabelledValue(scheme.lists[tree.list], tree.label)
    yield LabelledValue("年度", printable.year(scheme))
    yield LabelledValue("金额单位", plan.unit)


def _texts(plan: Plan) -> Iterator[Paragraphs]:
    for remark in plan.remarks:
        yield Paragraphs(remark.label, (remark.text,))
    if plan.purpose:
        yield Paragraphs("资金用途", (plan.purpose,))
    if plan.long_term:
        yield Paragraphs("中长期目标", numbered(plan.long_term))
    if plan.goals:
        yield Paragraphs("年度目标" if plan.long_term else "绩效目标", numbered(plan.goals))


def fund_labels(lines: Sequence[Fund | Spending]) -> Iterator[str]:
    """The labels, with 其中 before the first of some parts."""
    above = None
    for line in lines:
        opens = line.part_of is not None and line.part_of != above
        yield f"其中：{line.label}" if opens and not line.label.startswith("其中") else line.label
        above = line.part_of


def numbered(lines: tuple[str, ...]) -> tuple[str, ...]:
    """`1. …`, `2. …`; a single line has no number, and lines of which one has a number have their own."""
    if len(lines) == 1 or any(_NUMBERED.match(line) for line in lines):
        return lines
    return tuple(f"{number}. {line}" for number, line in enumerate(lines, start=1))


def _rows(table: TargetTable, digits: int) -> Iterator[TableRow]:
    cells = level_cells([row.levels[:-1] for row in table.rows], len(table.plan.layout.levels) - 1)
    for number, (row, own, keeps) in enumerate(zip(table.rows, cells, kept(cells), strict=True), start=1):
        mark = points(row.points, digits, without="")
        yield TableRow(f"row{number}", own, keeps, row.levels[-1], row.description, row.values, mark)


def _remarks(plan: Plan) -> Iterator[str]:
    if len(plan.units_printed) > 1:
        yield f"原文的金额单位有{'、'.join(plan.units_printed)}，这里都以{plan.unit}计"
    if plan.layout.indicators_stand_in:
        yield f"原文的指标写在“{plan.layout.indicators_stand_in}”一栏，这里印在指标栏"
