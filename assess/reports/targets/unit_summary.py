"""The self-evaluation of a single institution on one page: its sections, and the groups inside them that fit."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from assess.engine.outcome import ListResult, Outcome, PartResult, UnitResult
from assess.ground.numbers import ZERO, fixed, fixed_beside, plain, total
from assess.parts.money import FUNDS, execution_of
from assess.reports import printable
from assess.reports.printable import EXEMPT, INCOMPLETE, NONE, WAIVED, LabelledValue, amount, percentage, points, scored
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


class _Earned(NamedTuple):
    """Points, the full mark that they are of, and what stands where there are no points."""

    points: Fraction | None
    full: Fraction | None
    without: str = INCOMPLETE


class _Page:
    def __init__(self, ranked: ListResult, result: UnitResult, plan: Plan, outcome: Outcome) -> None:
        self.ranked, self.result, self.plan, self.outcome = ranked, result, plan, outcome
        self.digits = outcome.scheme.digits
        parts = [part for part in result.parts.values() if part.part.rules.sums_indicators]
        self.others = [part for part in result.parts.values() if not part.part.rules.sums_indicators]
        #: The parts whose indicators, as they are shown, do not add up to it.
        self.changed = [part for part in parts if not self._adds_up(part)]
        self.without_part = {node.id for node in result.tree.nodes} - {
            node.id for part in parts for node in part.part.nodes(result.tree)
        }
        entered = {node for part in result.parts.values() for node in part.part.entered_at}
        rate = execution_of(result.unit).rate
        self.rate = rate if FUNDS not in entered else None
        around = len(self.others) + len(self.changed) + (self.rate is not None) + 1
        # A part that is changed also has a remark.
        self.nodes = list(listed_nodes(result.tree.nodes, MOST_LINES - around - len(self.changed)))
        self.count = len(self.nodes) + around
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
            remarks=(*self._remarks(), *rounding_lines(scheme), *grade_remark(scheme)),
        )

    def _notices(self) -> Iterator[str]:
        yield from (flag.text for flag in self.result.flags)
        departures = self.outcome.scheme.departures
        if departures:
            yield f"采用了非默认的理解：{'、'.join(f'{one.id}={one.chosen}' for one in departures)}"

    def _facts(self) -> Iterator[LabelledValue]:
        execution, unit = execution_of(self.result.unit), self.plan.unit
        budget = execution.budget if execution.budget is not None else self.plan.budget
        yield LabelledValue("单位", self.result.unit.name)
        yield LabelledValue("年度", printable.year(self.outcome.scheme))
        yield LabelledValue("等次", self.result.decided or self.result.proposed or NONE)
        yield LabelledValue("全年预算数", NONE if budget is None else f"{amount(budget)}{unit}")
        yield LabelledValue("全年执行数", NONE if execution.spent is None else f"{amount(execution.spent)}{unit}")
        yield LabelledValue("预算执行率", percentage(execution.rate))

    def _columns(self) -> Iterator[SummaryColumn]:
        yield SummaryColumn("序号", plain(Fraction(_INDEX)))
        yield SummaryColumn("部分", plain(Fraction(_NAME)))
        yield SummaryColumn("指标数", plain(Fraction(_COUNT)))
        yield SummaryColumn("分值", plain(Fraction(_MARK)))
        yield SummaryColumn("得分", plain(Fraction(_MARK)))
        yield SummaryColumn("得分率（%）", plain(Fraction(_SHARE)), (scale(heading_field(_SHARE), self.marks),))

    def _remarks(self) -> Iterator[str]:
        """How the points of the indicators became those of their part."""
        for part in self.changed:
            if part.conversion:
                yield f"{part.part.label}折算：{part.conversion}"
            elif part.points is not None and part.applicable_full is not None:
                words = f"适用的指标满分{plain(part.applicable_full)}分，得分不折算，直接计入总分"
                yield f"{part.part.label}满分{plain(part.full)}分；{words}"
        if self.without_part:
            labels = [node.heading.label for node in self.result.tree.nodes if node.id in self.without_part]
            yield f"{'、'.join(labels)}不计入总分"

    def _lines(self) -> Iterator[SummaryLine]:
        number = 0
        for node, inner in self.nodes:
            number += not inner
            yield self._node(node, "inner" if inner else "", "" if inner else str(number))
        for part in self.changed:
            label = f"{part.part.label}（{'折算后' if part.conversion else '合计'}）"
            yield self._part("sum", "", label, str(self._count(part.part.nodes(self.result.tree))), part)
        for part in self.others:
            number += 1
            yield self._part("", str(number), part.part.label, NONE, part)
        if self.rate is not None:
            yield self._rate(self.rate)
        full = total(part.full for part in self.result.parts.values())
        count = str(self._count(node for node in self.result.tree.nodes if node.id not in self.without_part))
        yield self._line("sum", "", "总分", count, _Earned(self.result.total, full))

    def _count(self, nodes: Iterable[Node]) -> int:
        """How many indicators count for the unit; neither one that it is exempt from nor one found 不适用."""
        return sum(self.result.leaves[leaf.id].status != "not_applicable" for leaf in leaves(tuple(nodes)))

    def _earned(self, node: Node) -> "_Earned":
        """What a node gives the unit."""
        applies = node.applies(self.result.unit.type)
        if isinstance(node, Leaf):
            leaf = self.result.leaves[node.id]
            counts, found = leaf.status != "not_applicable", _Earned(leaf.points, leaf.full)
        else:
            group = self.result.groups[node.id]
            counts, found = group.applies, _Earned(group.points, group.full)
        return found if counts else _Earned(None, None, WAIVED if applies else EXEMPT)

    def _adds_up(self, part: PartResult) -> bool:
        """Whether the lines of its indicators are, added up, those of the part."""
        earned = [self._earned(node) for node in part.part.nodes(self.result.tree)]
        if total(one.full or ZERO for one in earned) != part.full:
            return False
        return part.points is None or total(one.points or ZERO for one in earned) == part.points

    def _node(self, node: Node, look: LineLook, number: str) -> SummaryLine:
        return self._line(look, number, node.heading.label, str(self._count((node,))), self._earned(node))

    def _part(self, look: LineLook, number: str, label: str, count: str, part: PartResult) -> SummaryLine:
        without = printable.without_points(part)
        return self._line(look, number, label, count, _Earned(part.points, part.full, without))

    def _line(self, look: LineLook, number: str, label: str, count: str, earned: "_Earned") -> SummaryLine:
        share = earned.points / earned.full if earned.points is not None and earned.full else None
        words = INCOMPLETE if earned.points is None and earned.without == INCOMPLETE else NONE
        if share is not None:
            # Beside the lines of the grades it says of which one it is.
            words = fixed_beside(share * 100, 1, [mark.share * 100 for mark in self.marks])
        return SummaryLine(
            look,
            (
                text(number, "middle"),
                text(label),
                text(count, "number"),
                text(points(earned.full, self.digits), "number"),
                text(scored(earned.points, self.outcome.scheme, earned.without), "number"),
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
