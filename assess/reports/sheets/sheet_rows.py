"""The indicator table of a score sheet: groups with subtotals, leaves, ceilings that bit as lines.

In each group the points of the lines above its subtotal add up to it, unless a printed limit says otherwise.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from assess.engine.outcome import GroupResult, LeafResult, Outcome, UnitResult
from assess.entered.values import Fact
from assess.reports.printable import EXEMPT, INCOMPLETE, MISSING, NONE, PROVISIONAL, WAIVED, points, scored
from assess.reports.sheets.sheet_context import Row
from assess.rules.grammar.step import Limit, Step
from assess.scheme.nodes import Heading, Leaf, Node
from assess.words import explanation as explain


def rows(nodes: Iterable[Node], result: UnitResult, outcome: Outcome) -> Iterator[Row]:
    """Everything below these nodes of the unit's tree in document order, what does not apply included."""
    writer = _Writer(result, outcome)
    for node in nodes:
        yield from writer.node(node, 0)


def _limits(step: Step | None) -> Iterator[Limit]:
    """The ceilings and floors that bit in a rule and in the rules inside it."""
    if step is not None:
        yield from step.limits
        for part in step.parts:
            yield from _limits(part)


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
            points=self._scored(result.sum),
            note="；".join(explain.group_lines(result, self.outcome.scheme.places)),
        )

    def _subtotal(self, result: GroupResult, depth: int) -> Row:
        heading = result.group.heading
        return Row(
            "subtotal",
            depth,
            heading.id,
            f"{heading.label} 小计",
            full=self._written(result.full),
            points=self._scored(result.points, INCOMPLETE),
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
            full=NONE if result.waived else self._written(result.full),
            evidence=explain.leaf_evidence(result, unit),
            self_note=unit.self_notes.get(heading.id, ""),
            self_mark=self._written(unit.self_marks.get(heading.id), ""),
            points=WAIVED if result.waived else self._scored(result.points, MISSING),
            note=self._note(result),
            remark=unit.facts.get(heading.id, Fact()).note,
            state="missing" if result.status == "missing" else "",
        )

    def _note(self, result: LeafResult) -> str:
        """The reason for the points; a ceiling or floor that bit stands on a line of its own."""
        bitten = tuple(limit.outcome for limit in _limits(result.step))
        first, *others = explain.leaf_note(result, self.result.unit, self.outcome).split("；")
        note = first + "".join(("\n" if one.endswith(bitten) else "；") + one for one in others)
        return f"{note}\n{PROVISIONAL}".strip() if result.provisional else note

    def _content(self, heading: Heading) -> tuple[str, ...]:
        """The wording for this type of unit in place of the general one, and what the table adds to it."""
        wording = heading.texts.get(self.result.unit.type, heading.content)
        addition = f"补充：{heading.addition}" if heading.addition else ""
        return tuple(line for line in (wording, addition) if line)

    def _written(self, value: Fraction | None, without: str = NONE) -> str:
        return points(value, self.outcome.scheme.digits, without)

    def _scored(self, value: Fraction | None, without: str = NONE) -> str:
        return scored(value, self.outcome.scheme, without)
