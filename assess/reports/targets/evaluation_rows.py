"""The table of a self-evaluation: indicators, a subtotal per section, the parts of the total, the total.

The points of the lines above a subtotal add up to it, the subtotals to their part, and the parts to the total.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from assess.engine.outcome import LeafResult, Outcome, PartResult, UnitResult
from assess.entered.values import Fact
from assess.reports import printable
from assess.reports.printable import (
    EXEMPT,
    INCOMPLETE,
    MISSING,
    NONE,
    PROVISIONAL,
    WAIVED,
    part_points,
    points,
    scored,
)
from assess.reports.targets.actual import actual, deviation
from assess.reports.targets.evaluation_context import EvaluationRow
from assess.reports.targets.level_cells import kept, level_cells
from assess.rules.grammar.deviation import DEVIATION
from assess.scheme.nodes import Group, Leaf, Node
from assess.scheme.plan import Plan
from assess.words import explanation as explain


def evaluation_rows(result: UnitResult, plan: Plan, outcome: Outcome) -> Iterator[EvaluationRow]:
    """Every line of the table, in document order."""
    writer = _Writer(result, outcome, len(plan.layout.levels) - 1)
    for node in result.tree.nodes:
        yield from writer.section(node)
    for part in result.parts.values():
        yield writer.part(part)
    yield writer.total()


def paths(node: Node, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Leaf]]:
    """The indicators below a node, each with the names of the levels above it."""
    if isinstance(node, Leaf):
        yield above, node
        return
    for child in node.children:
        yield from paths(child, (*above, node.heading.label))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the lines of one unit; `columns`: how many there are for levels above the indicator."""

    result: UnitResult
    outcome: Outcome
    columns: int

    def section(self, node: Node) -> Iterator[EvaluationRow]:
        """The indicators below a top node, and their subtotal."""
        listed = list(paths(node))
        cells = level_cells([path for path, _ in listed], self.columns)
        for (_, leaf), own, keeps in zip(listed, cells, kept(cells), strict=True):
            yield replace(self._leaf(self.result.leaves[leaf.id]), cells=own, kept=keeps)
        if isinstance(node, Group):
            yield self._subtotal(node)

    def part(self, part: PartResult) -> EvaluationRow:
        """The points of a part of the total."""
        return EvaluationRow(
            "part",
            f"part-{part.part.id}",
            part.part.label,
            full=self._written(part.full),
            points=part_points(part, self.outcome.scheme),
            reason=part.score.calculation(),
            state="missing" if part.points is None else "",
        )

    def total(self) -> EvaluationRow:
        """The total with the grade that is proposed, and the one that people decided."""
        result = self.result
        full = sum((part.full for part in result.parts.values()), Fraction(0))
        grades = "　".join(f"{one.label}：{one.value}" for one in printable.grades(result))
        return EvaluationRow(
            "total",
            "total",
            "总分",
            full=self._written(full),
            points=self._scored(result.total, INCOMPLETE),
            reason=grades,
            state="missing" if result.total is None else "",
        )

    def _subtotal(self, group: Group) -> EvaluationRow:
        result = self.result.groups[group.id]
        row = EvaluationRow("subtotal", f"subtotal-{group.id}", f"{group.heading.label} 小计")
        if not result.applies:
            return replace(row, points=EXEMPT, state="exempt")
        return replace(
            row,
            full=self._written(result.full),
            points=self._scored(result.points, INCOMPLETE),
            reason="；".join(explain.group_lines(result, self.outcome.scheme.places)),
            state="missing" if result.points is None else "",
        )

    def _leaf(self, result: LeafResult) -> EvaluationRow:
        leaf, unit = result.leaf, self.result.unit
        values = None if leaf.aimed is None else leaf.aimed.target_values()
        row = EvaluationRow(
            "leaf",
            f"leaf-{leaf.id}",
            leaf.heading.label,
            content=leaf.heading.content,
            target=NONE if values is None else values[1].printed,
        )
        if result.status == "not_applicable" and not result.waived:
            return replace(row, points=EXEMPT, state="exempt")
        entered = actual(leaf, unit)
        return replace(
            row,
            actual=entered.text or (MISSING if result.missing else NONE),
            inputs=entered.inputs,
            full=NONE if result.waived else self._written(result.full),
            points=WAIVED if result.waived else self._scored(result.points, MISSING),
            reason=self._reason(result),
            how=self._how(result),
            state="missing" if result.status == "missing" else "",
        )

    def _reason(self, result: LeafResult) -> str:
        """The unit's reason, then the office's words; 未填 where a reason is demanded and missing."""
        leaf, unit = result.leaf, self.result.unit
        fact = unit.facts.get(leaf.id, Fact())
        slot = leaf.slots.get(DEVIATION)
        demanded = slot is not None and slot.key in result.missing
        reason = deviation(leaf, unit) or (MISSING if demanded else "")
        return "\n".join(line for line in (reason, fact.reason, fact.note) if line)

    def _how(self, result: LeafResult) -> str:
        """How the points came about, where they are not the full mark."""
        if result.step is None or result.points is None or result.points == result.leaf.maximum:
            return PROVISIONAL if result.provisional else ""
        lines = [*result.leaf.rule.explain(result.step, result.leaf.frame)]
        return "；".join([*lines[-1:], *([PROVISIONAL] if result.provisional else [])])

    def _written(self, value: Fraction | None, without: str = NONE) -> str:
        return points(value, self.outcome.scheme.digits, without)

    def _scored(self, value: Fraction | None, without: str = NONE) -> str:
        return scored(value, self.outcome.scheme, without)
