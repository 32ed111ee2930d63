"""A target table as it is printed: the head, and a row for each indicator. What is printed back and read in again."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from assess.scheme.nodes import Leaf, Node
from assess.scheme.plan import Plan
from assess.scheme.scheme import IndicatorTree


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One indicator: the names of its levels, the last one its own, and its values as printed."""

    levels: tuple[str, ...]
    description: str
    #: As many as the plan's layout has columns for; "" where the document leaves the cell blank.
    values: tuple[str, ...]
    #: Its full mark, where the plan's layout has a column for it.
    points: Fraction | None = None


@dataclass(frozen=True, slots=True)
class TargetTable:
    """The table of one unit."""

    plan: Plan
    rows: tuple[TargetRow, ...]


def table_of(tree: IndicatorTree) -> TargetTable | None:
    """Return the printed table of `tree`; None where it is no target table."""
    if tree.plan is None:
        return None
    return TargetTable(tree.plan, tuple(row for node in tree.nodes for row in _rows(node, (), tree.plan)))


def _rows(node: Node, above: tuple[str, ...], plan: Plan) -> Iterator[TargetRow]:
    levels = (*above, node.heading.label)
    if not isinstance(node, Leaf):
        for child in node.children:
            yield from _rows(child, levels, plan)
        return
    if node.aimed is None:
        return
    half, full = node.aimed.target_values()
    if len(plan.layout.period_values) == 1:
        printed: tuple[str, ...] = (full.printed,)
    elif plan.layout.cycle_first:
        printed = (getattr(node.rule, "cycle", "") or full.printed, full.printed)
    else:
        printed = (half.printed if half is not None else "", full.printed)
    yield TargetRow(levels, node.heading.content, printed, node.maximum if plan.layout.points else None)
