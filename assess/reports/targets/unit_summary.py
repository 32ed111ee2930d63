"""The self-evaluation of a single institution on one page: its sections, and the groups inside them that fit."""

from collections.abc import Iterator
from fractions import Fraction

from assess.engine.outcome import ListResult, Outcome, UnitResult
from assess.ground.numbers import fixed, fixed_beside, plain
from assess.parts.money import FUNDS, execution_of
from assess.reports import printable
from assess.reports.printable import INCOMPLETE, NONE, Labelled, amount, percentage, points, scored
from assess.reports.targets.charts import Mark, bar, scale
from assess.reports.targets.summary_cells import (
    MOST_LINES,
    drawn,
    field,
    grade_marks,
    grade_remark,
    heading_field,
    line_height,
    text,
)
from assess.reports.targets.summary_context import LineLook, Summary, SummaryColumn, SummaryLine
from assess.scheme.nodes import Group, Leaf, Node, leaves
from assess.scheme.plan import Plan
from assess.words.explanation import rounding_lines

#: Columns in millimetres.
_INDEX, _NAME, _COUNT, _MARK, _SHARE = 10, 92, 18, 22, 109
_WHOLE = Mark(Fraction(1), "100")


def unit_summary(ranked: ListResult, result: UnitResult, plan: Plan, outcome: Outcome) -> Summary:
    """Write out the page."""
    return _Page(ranked, result, plan, outcome).summary()


class _Page:
    def __init__(self, ranked: ListResult, result: UnitResult, plan: Plan, outcome: Outcome) -> None:
        self.ranked, self.result, self.plan, self.outcome = ranked, result, plan, outcome
        self.digits = outcome.scheme.digits
        self.nodes = list(listed_nodes(result.tree.nodes, MOST_LINES - len(result.parts) - 1))
        self.count = len(self.nodes) + len(result.parts) + 1
        self.marks = (*grade_marks(outcome.scheme.grades), _WHOLE)

    def summary(self) -> Summary:
        """The page."""
        scheme, outcome = self.outcome.scheme, self.outcome
        return Summary(
            scheme=scheme.title,
            title=f"绩效自评汇总表（{self.ranked.label}）",
            banner=printable.banner(outcome.evidence),
            draft=printable.draft(outcome),
            mark=printable.mark(scheme, outcome.evidence_sha256),
            facts=tuple(self._facts()),
            notices=tuple(self._notices()),
            legend=(),
            columns=tuple(self._columns()),
            dense=False,
            height=fixed(line_height(self.count)),
            lines=tuple(self._lines()),
            remarks=(*rounding_lines(scheme), *grade_remark(scheme)),
        )

    def _notices(self) -> Iterator[str]:
        yield from (flag.text for flag in self.result.flags)
        departures = self.outcome.scheme.departures
        if departures:
            yield f"采用了非默认的理解：{'、'.join(f'{one.id}={one.chosen}' for one in departures)}"

    def _facts(self) -> Iterator[Labelled]:
        execution, unit = execution_of(self.result.unit), self.plan.unit
        budget = execution.budget if execution.budget is not None else self.plan.budget
        yield Labelled("单位", self.result.unit.name)
        yield Labelled("年度", printable.year(self.outcome.scheme))
        yield Labelled("等次", self.result.decided or self.result.proposed or NONE)
        yield Labelled("全年预算数", NONE if budget is None else f"{amount(budget)}{unit}")
        yield Labelled("全年执行数", NONE if execution.spent is None else f"{amount(execution.spent)}{unit}")
        yield Labelled("预算执行率", percentage(execution.rate))

    def _columns(self) -> Iterator[SummaryColumn]:
        yield SummaryColumn("序号", plain(Fraction(_INDEX)))
        yield SummaryColumn("部分", plain(Fraction(_NAME)))
        yield SummaryColumn("指标数", plain(Fraction(_COUNT)))
        yield SummaryColumn("分值", plain(Fraction(_MARK)))
        yield SummaryColumn("得分", plain(Fraction(_MARK)))
        yield SummaryColumn("得分率（%）", plain(Fraction(_SHARE)), (scale(heading_field(_SHARE), self.marks),))

    def _lines(self) -> Iterator[SummaryLine]:
        number = 0
        for node, inner in self.nodes:
            number += not inner
            count = str(sum(leaf.applies(self.result.unit.type) for leaf in leaves((node,))))
            earned, full = self._points(node)
            yield self._line(
                "inner" if inner else "", "" if inner else str(number), node.heading.label, count, earned, full
            )
        for part in self.result.parts.values():
            if not part.part.rules.sums_indicators:
                number += 1
                yield self._line("", str(number), part.part.label, NONE, part.points, part.full)
        execution = execution_of(self.result.unit)
        scored = {node for one in self.result.parts.values() for node in one.part.entered_at}
        if execution.rate is not None and FUNDS not in scored:
            yield self._rate(execution.rate)
        full = sum((part.full for part in self.result.parts.values()), Fraction(0))
        count = str(len(self.result.leaves))
        yield self._line("sum", "", "总分", count, self.result.total, full)

    def _points(self, node: Node) -> tuple[Fraction | None, Fraction | None]:
        if isinstance(node, Leaf):
            leaf = self.result.leaves[node.id]
            return leaf.points, leaf.full
        group = self.result.groups[node.id]
        return group.points, group.full

    def _line(
        self, look: LineLook, number: str, label: str, count: str, earned: Fraction | None, full: Fraction | None
    ) -> SummaryLine:
        share = earned / full if earned is not None and full else None
        words = INCOMPLETE if earned is None else NONE
        if share is not None:
            # Beside the lines of the grades it says of which one it is.
            words = fixed_beside(share * 100, 1, [mark.share * 100 for mark in self.marks])
        return SummaryLine(
            look,
            (
                text(number, "middle"),
                text(label),
                text(count, "number"),
                text(points(full, self.digits), "number"),
                text(scored(earned, self.outcome.scheme, INCOMPLETE), "number"),
                drawn(bar(share, words, field(_SHARE, self.count), self.marks)),
            ),
        )

    def _rate(self, rate: Fraction) -> SummaryLine:
        """The execution rate where it is no part of the total."""
        chart = bar(rate, fixed(rate * 100, 1), field(_SHARE, self.count), (_WHOLE,))
        cells = (text(""), text("预算执行率（不计分）"), *(text(NONE, "number") for _ in range(3)), drawn(chart))
        return SummaryLine("", cells)


def listed_nodes(nodes: tuple[Node, ...], most: int) -> Iterator[tuple[Node, bool]]:
    """The top nodes, each followed by the groups in it (True) where all of them are at most `most` lines."""
    inner = [child for node in nodes if isinstance(node, Group) for child in node.children if isinstance(child, Group)]
    shown = inner if len(nodes) + len(inner) <= most else []
    for node in nodes:
        yield node, False
        if isinstance(node, Group):
            yield from ((child, True) for child in node.children if child in shown)
