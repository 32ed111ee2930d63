"""The indicator table of a score sheet: groups with subtotals, leaves, ceilings that bit as lines.

In each group the points of the lines above its subtotal add up to it, unless a printed limit says otherwise.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from assess.domain import explain
from assess.domain.evidence import Fact
from assess.domain.outcome import GroupResult, LeafResult, Outcome, UnitResult
from assess.domain.scheme import Heading, Leaf, Node
from assess.reports.printable import EXEMPT, INCOMPLETE, MISSING, NONE, WAIVED, points
from assess.reports.sheet_context import Row


def rows(result: UnitResult, outcome: Outcome) -> Iterator[Row]:
    """Every indicator of the unit in document order, those that do not apply included."""
    writer = _Writer(result, outcome)
    for node in result.tree.nodes:
        yield from writer.node(node, 0)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Walks one unit's tree."""

    result: UnitResult
    outcome: Outcome

    def node(self, node: Node, depth: int) -> Iterator[Row]:
        """The lines of a node and of everything below it."""
        if isinstance(node, Leaf):
            yield self._leaf(self.result.leaves[node.id], depth)
            return
        group = self.result.groups[node.id]
        yield self._heading(group, depth)
        for child in node.children:
            yield from self.node(child, depth + 1)
        if group.applies:
            if group.limits:
                yield self._limit(group, depth)
            yield self._subtotal(group, depth)

    def _heading(self, result: GroupResult, depth: int) -> Row:
        heading = result.group.heading
        row = Row("heading", depth, heading.id, heading.label, heading.clause)
        if not result.applies:
            return replace(row, points=EXEMPT, state="exempt")
        return replace(row, content=self._content(heading), full=self._written(result.full))

    def _limit(self, result: GroupResult, depth: int) -> Row:
        heading = result.group.heading
        return Row(
            "limit",
            depth,
            heading.id,
            f"{heading.label} 各项相加",
            points=self._written(result.sum),
            note="；".join(explain.group_lines(result)),
        )

    def _subtotal(self, result: GroupResult, depth: int) -> Row:
        heading = result.group.heading
        return Row(
            "subtotal",
            depth,
            heading.id,
            f"{heading.label} 小计",
            full=self._written(result.full),
            points=self._written(result.points, INCOMPLETE),
            state="missing" if result.points is None else "",
        )

    def _leaf(self, result: LeafResult, depth: int) -> Row:
        heading, unit = result.leaf.heading, self.result.unit
        row = Row("leaf", depth, heading.id, heading.label, heading.clause)
        if result.status == "not_applicable" and not result.waived:
            return replace(row, points=EXEMPT, state="exempt")
        return replace(
            row,
            content=self._content(heading),
            tags=heading.tags,
            full=NONE if result.waived else self._written(result.leaf.maximum),
            evidence=explain.leaf_evidence(result, unit),
            self_mark=self._written(unit.self_marks.get(heading.id), ""),
            points=WAIVED if result.waived else self._written(result.points, MISSING),
            note=explain.leaf_note(result, unit, self.outcome),
            remark=unit.facts.get(heading.id, Fact()).note,
            state="missing" if result.status == "missing" else "",
        )

    def _content(self, heading: Heading) -> tuple[str, ...]:
        """The wording for this type of unit in place of the general one, and what the table adds to it."""
        wording = heading.texts.get(self.result.unit.type, heading.content)
        addition = f"补充：{heading.addition}" if heading.addition else ""
        return tuple(line for line in (wording, addition) if line)

    def _written(self, value: Fraction | None, without: str = NONE) -> str:
        return points(value, self.outcome.scheme.digits, without)
