"""Target points: leaves, their sums group by group, and how raw points enter the total (U1, U2a)."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from assess.engine.form import lack_of, unanswered
from assess.engine.outcome import GroupResult, LeafResult
from assess.ground.expression import UndefinedError
from assess.ground.numbers import ZERO, total
from assess.ground.place import Problem
from assess.rules.grammar.figures import Figure
from assess.rules.grammar.step import limited
from assess.scheme.full_marks import Waivers, counted_at_top, full_mark
from assess.scheme.nodes import Group, Leaf, Node, groups, leaves
from assess.scheme.scheme import IndicatorTree, Scheme
from assess.year.case import Facts, FigureKey, UnitCase
from assess.year.evidence import Unit


class TargetScorer:
    """Scores the indicators of units."""

    def __init__(self, scheme: Scheme, facts: Facts, figures: Mapping[FigureKey, Figure]) -> None:
        self.scheme = scheme
        #: What is missing or undefined, by unit, then by leaf.
        self._problems: dict[str, dict[str, list[Problem]]] = {}
        self._facts = facts
        self._figures = figures
        self._full_marks: dict[tuple[str, str, Waivers], dict[str, Fraction]] = {}

    def leaf_results(self, unit: Unit, tree: IndicatorTree) -> dict[str, LeafResult]:
        """Score every leaf of the unit's tree."""
        return {leaf.id: self._leaf(unit, tree, leaf) for leaf in leaves(tree.nodes)}

    def _leaf(self, unit: Unit, tree: IndicatorTree, leaf: Leaf) -> LeafResult:
        if not leaf.applies(unit.type):
            return LeafResult(leaf, "not_applicable")
        case = UnitCase(self._facts, self._figures, leaf, unit, tree.id)
        missing = unanswered(case, leaf.rule.asks(case))
        if missing:
            self._note(unit, leaf, [lack_of(case, slot) for slot in missing])
            return LeafResult(leaf, "missing", missing=tuple(slot.key for slot in missing))
        try:
            step = leaf.rule.score(case)
        except UndefinedError:
            self._note(unit, leaf, [_undefined(unit, leaf)])
            return LeafResult(leaf, "missing")
        if step.points is None:
            return LeafResult(leaf, "not_applicable", waived=True, step=step, left=ZERO)
        provisional = any(case.figure(spec).provisional for spec in leaf.rule.figures_for(case))
        return LeafResult(
            leaf,
            "scored",
            points=self.scheme.rounded(step.points),
            exact=step.points,
            provisional=provisional,
            uncapped=self.scheme.rounded(step.uncapped),
            step=step,
            left=step.left,
        )

    def _note(self, unit: Unit, leaf: Leaf, problems: list[Problem]) -> None:
        self._problems.setdefault(unit.id, {})[leaf.id] = problems

    def problems(self, unit: Unit, nodes: tuple[Node, ...]) -> Iterator[Problem]:
        """What is missing or undefined for a unit below these nodes, in their order."""
        noted = self._problems.get(unit.id, {})
        for leaf in leaves(nodes) if noted else ():
            yield from noted.get(leaf.id, ())

    def group_results(
        self, unit: Unit, tree: IndicatorTree, scored: Mapping[str, LeafResult]
    ) -> dict[str, GroupResult]:
        """Combine the printed leaves upwards; groups come in document order."""
        marks = self._marks_of(unit.type, tree, waivers_of(scored))
        results: dict[str, GroupResult] = {}
        for node in tree.nodes:
            if isinstance(node, Group):
                self._group(node, unit, scored, marks, results)
        return results

    def _marks_of(self, unit_type: str, tree: IndicatorTree, waivers: Waivers) -> dict[str, Fraction]:
        """The applicable full marks of the tree's groups, and of the indicators at its top."""
        key = (tree.id, unit_type, waivers)
        if key not in self._full_marks:
            nodes: tuple[Node, ...] = (*groups(tree.nodes), *(one for one in tree.nodes if isinstance(one, Leaf)))
            lowered = dict(waivers.lowered)
            self._full_marks[key] = {
                node.id: full_mark(node, unit_type, waivers.whole, lowered) or ZERO for node in nodes
            }
        return self._full_marks[key]

    def _group(
        self,
        group: Group,
        unit: Unit,
        scored: Mapping[str, LeafResult],
        marks: Mapping[str, Fraction],
        results: dict[str, GroupResult],
    ) -> GroupResult | None:
        if not group.applies(unit.type):
            results[group.id] = GroupResult(group, applies=False, full=ZERO, points=None, sum=None)
            for child in group.children:
                if isinstance(child, Group):
                    self._group(child, unit, scored, marks, results)
            return None
        results[group.id] = GroupResult(group, applies=True, full=marks[group.id], points=None, sum=None)
        parts: list[LeafResult | GroupResult] = []
        for child in group.children:
            part = scored[child.id] if isinstance(child, Leaf) else self._group(child, unit, scored, marks, results)
            if part is not None and not (isinstance(part, LeafResult) and part.status == "not_applicable"):
                parts.append(part)
        if not parts:  # A person found everything below 不适用: then so is the group, it is not 0.
            results[group.id] = GroupResult(group, applies=False, full=ZERO, points=None, sum=None)
            return None
        results[group.id] = combined(group, marks[group.id], parts)
        return results[group.id]

    def whole_mark(
        self, unit: Unit, tree: IndicatorTree, nodes: tuple[Node, ...], full: Fraction, waivers: Waivers
    ) -> Fraction:
        """The full mark of what applies to a unit among the nodes at the top that make up a part worth `full`."""
        marks = self._marks_of(unit.type, tree, waivers)
        return total(marks[node.id] for node in counted_at_top(nodes, full))


class Targets:
    """The indicator results of one unit."""

    __slots__ = ("groups", "leaves", "waivers")

    def __init__(self, scored: Mapping[str, LeafResult], combined_groups: Mapping[str, GroupResult]) -> None:
        self.leaves = scored
        self.groups = combined_groups
        self.waivers = waivers_of(scored)

    def result(self, node: Node) -> LeafResult | GroupResult:
        """The result on a node of the unit's tree."""
        return self.leaves[node.id] if isinstance(node, Leaf) else self.groups[node.id]


def combined(group: Group, full: Fraction, parts: Iterable[LeafResult | GroupResult]) -> GroupResult:
    """Sum printed parts and hold the sum between the floor and the applicable full mark, both closed.

    Where the group lifts (U42), the uncapped share of the parts lies on top of the ceiling.
    """
    listed = list(parts)
    provisional = any(part.provisional for part in listed)
    if any(part.points is None for part in listed):
        return GroupResult(group, applies=True, full=full, points=None, sum=None, provisional=provisional)
    summed = total(part.points for part in listed if part.points is not None)
    free = sum((part.uncapped for part in listed if part.uncapped), ZERO) if group.lift else ZERO
    points, limits = limited(summed - free if free else summed, full, group.floor)
    lifted = points + free if free else points
    return GroupResult(group, True, full, lifted, summed, free, limits, provisional)  # noqa: FBT003 in the order of its fields


def _undefined(unit: Unit, leaf: Leaf) -> Problem:
    text = f"{unit.name}“{leaf.id} {leaf.heading.label}”算不出来：分母为0"
    return Problem(unit.place, "division_by_zero", text, "请核对这一指标填写的数字")


def waivers_of(scored: Mapping[str, LeafResult]) -> Waivers:
    """What a person declared 不适用 for the unit."""
    touched = [(name, result) for name, result in scored.items() if result.left is not None]
    whole = frozenset(name for name, result in touched if result.waived)
    return Waivers(whole, tuple((name, one.left) for name, one in touched if not one.waived and one.left is not None))
