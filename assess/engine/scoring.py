"""Target points: leaves, their sums group by group, and how raw points enter the total (U1, U2a)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from assess.engine.form import questions
from assess.engine.outcome import GroupResult, LeafResult, PartResult
from assess.ground.expression import UndefinedError
from assess.ground.numbers import ZERO, fixed, plain, total
from assess.ground.place import Problem
from assess.rules.base import limited
from assess.rules.grammar.figures import Figure
from assess.scheme.full_marks import NO_WAIVERS, Waivers, absent, counted_at_top
from assess.scheme.scheme import Group, Leaf, Node, Part, Scheme, TargetRules, Tree, full_mark, groups, leaves
from assess.year.case import Facts, FigureKey, UnitCase
from assess.year.evidence import Unit

Rounding = Callable[[Fraction], Fraction]


class TargetScorer:
    """Scores the indicators of units; what is missing or undefined is collected in `problems`."""

    def __init__(self, scheme: Scheme, facts: Facts, figures: Mapping[FigureKey, Figure], rounded: Rounding) -> None:
        self.scheme = scheme
        self.problems: list[Problem] = []
        self._facts = facts
        self._figures = figures
        self._rounded = rounded
        self._full_marks: dict[tuple[str, str, Waivers], dict[str, Fraction]] = {}

    def leaf_results(self, unit: Unit, tree: Tree) -> dict[str, LeafResult]:
        """Score every leaf of the unit's tree."""
        return {leaf.id: self._leaf(unit, tree, leaf) for leaf in leaves(tree.nodes)}

    def _leaf(self, unit: Unit, tree: Tree, leaf: Leaf) -> LeafResult:
        if not leaf.applies(unit.type):
            return LeafResult(leaf, "not_applicable")
        case = UnitCase(self._facts, self._figures, leaf, unit, tree.id)
        missing = [question for question in questions(case) if not question.answered]
        if missing:
            self.problems += [question.problem() for question in missing]
            return LeafResult(leaf, "missing", missing=tuple(question.slot.key for question in missing))
        try:
            step = leaf.rule.score(case)
        except UndefinedError:
            self.problems.append(_undefined(unit, leaf))
            return LeafResult(leaf, "missing")
        if step.points is None:
            return LeafResult(leaf, "not_applicable", waived=True, step=step, left=ZERO)
        provisional = any(case.figure(spec).provisional for spec in leaf.rule.figures_for(case))
        return LeafResult(
            leaf,
            "scored",
            points=self._rounded(step.points),
            exact=step.points,
            provisional=provisional,
            uncapped=self._rounded(step.uncapped),
            step=step,
            left=step.left,
        )

    def group_results(self, unit: Unit, tree: Tree, scored: Mapping[str, LeafResult]) -> dict[str, GroupResult]:
        """Combine the printed leaves upwards; groups come in document order."""
        marks = self._marks_of(unit.type, tree, _waivers(scored))
        results: dict[str, GroupResult] = {}
        for node in tree.nodes:
            if isinstance(node, Group):
                self._group(node, unit, scored, marks, results)
        return results

    def _marks_of(self, unit_type: str, tree: Tree, waivers: Waivers) -> dict[str, Fraction]:
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

    def part(self, part: Part, unit: Unit, tree: Tree, results: "Targets") -> PartResult:
        """The target part of a unit before any filling with other units' means."""
        tops = [results.groups[node.id] if isinstance(node, Group) else results.leaves[node.id] for node in tree.nodes]
        applying = [top for top in tops if _applies(top)]
        known = bool(applying) and all(top.points is not None for top in applying)
        raw = sum((top.points for top in applying if top.points is not None), ZERO) if known else None
        full = part.full[tree.list]
        derived = self._whole_mark(unit, tree, full, _waivers(results.leaves))
        lowered = self._whole_mark(unit, tree, full, NO_WAIVERS) - derived
        applicable = derived if (stated := self._stated(part, unit, tree)) is None else stated - lowered
        provisional = any(top.provisional for top in applying)
        if raw is not None and applicable <= 0 and _converts(part) and any(node.maximum for node in tree.nodes):
            return PartResult(part, full, None, raw, ZERO, provisional=provisional)  # there is nothing to convert by
        points, conversion = self._converted(part, raw, applicable, full)
        return PartResult(part, full, points, raw, applicable, conversion, provisional=provisional)

    def _whole_mark(self, unit: Unit, tree: Tree, full: Fraction, waivers: Waivers) -> Fraction:
        marks = self._marks_of(unit.type, tree, waivers)
        return total(marks[node.id] for node in counted_at_top(tree.nodes, full))

    def _stated(self, part: Part, unit: Unit, tree: Tree) -> Fraction | None:
        """The full mark that the document states for all top nodes together, where that is the basis (U2a)."""
        if not isinstance(part.rules, TargetRules) or part.rules.basis == "derived":
            return None
        stated = {one.node: one.points for one in self.scheme.stated_totals if unit.type in one.types}
        tops = [node.id for node in tree.nodes]
        return sum((stated[name] for name in tops), ZERO) if all(name in stated for name in tops) else None

    def _converted(
        self, part: Part, raw: Fraction | None, applicable: Fraction, full: Fraction
    ) -> tuple[Fraction | None, str]:
        if raw is None or not _converts(part) or applicable in (full, ZERO):
            return raw, ""
        points = self._rounded(raw / applicable * full)
        digits = self.scheme.digits
        return points, f"{fixed(raw, digits)} ÷ {plain(applicable)} × {plain(full)} = {fixed(points, digits)}"

    def filled(self, result: PartResult, tree: Tree, unit: Unit, targets: Mapping[str, "Targets"]) -> PartResult:
        """Fill what does not apply with the rate that the other units of the tree reach on it (U1 mean_fill).

        The rate is the mean points of the units to which a node applies ÷ its full mark, over all nodes that do not
        apply to this unit; the gap to the part's full mark is filled at that rate. It is provisional while such a
        unit is not scored for certain. Bonuses count with the room that is lost with them, and never for more.
        """
        if result.points is None or result.applicable_full is None or result.applicable_full >= result.full:
            return result
        points = marks = ZERO
        provisional = result.provisional
        for one in absent(tree.nodes, result.full, unit.type, _waivers(targets[unit.id].leaves)):
            found = [results for other in targets.values() if (results := _results_of(one.nodes, other))]
            reached = [total(part.points or ZERO for part in results) for results in found if _are_known(results)]
            provisional = provisional or any(part.provisional for results in found for part in results)
            provisional = provisional or len(reached) < len(found)
            if reached:
                held = reached if one.nodes[0].carries else [min(max(ZERO, each), one.mark) for each in reached]
                points += total(held) / len(held)
                marks += one.mark
        if not marks:
            return replace(result, provisional=provisional)
        filled = self._rounded(points / marks * (result.full - result.applicable_full))
        own, more = fixed(result.points, self.scheme.digits), fixed(filled, self.scheme.digits)
        text = f"{own} + 不参加部分按其他单位平均得分率{fixed(points / marks * 100)}%补{more}"
        return replace(result, points=result.points + filled, conversion=text, provisional=provisional)


class Targets:
    """The indicator results of one unit."""

    __slots__ = ("groups", "leaves")

    def __init__(self, scored: Mapping[str, LeafResult], combined_groups: Mapping[str, GroupResult]) -> None:
        self.leaves = scored
        self.groups = combined_groups


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


def _waivers(scored: Mapping[str, LeafResult]) -> Waivers:
    """What a person declared 不适用 for the unit."""
    touched = [(name, result) for name, result in scored.items() if result.left is not None]
    whole = frozenset(name for name, result in touched if result.waived)
    return Waivers(whole, tuple((name, one.left) for name, one in touched if not one.waived and one.left is not None))


def _results_of(nodes: Iterable[Node], targets: Targets) -> list[LeafResult | GroupResult]:
    """The results of a unit on those nodes that apply to it."""
    found = (targets.leaves[node.id] if isinstance(node, Leaf) else targets.groups[node.id] for node in nodes)
    return [one for one in found if _applies(one)]


def _are_known(results: Iterable[LeafResult | GroupResult]) -> bool:
    return all(one.points is not None for one in results)


def _converts(part: Part) -> bool:
    return isinstance(part.rules, TargetRules) and part.rules.partial == "convert"


def _applies(top: LeafResult | GroupResult) -> bool:
    return top.applies if isinstance(top, GroupResult) else top.status != "not_applicable"


def _undefined(unit: Unit, leaf: Leaf) -> Problem:
    text = f"{unit.name}“{leaf.id} {leaf.heading.label}”算不出来：分母为0"
    return Problem(unit.place, "division_by_zero", text, "请核对这一指标填写的数字")
