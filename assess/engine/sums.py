"""What the indicators of a part of the total come to for one unit."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from assess.engine.outcome import GroupResult, LeafResult
from assess.engine.scoring import Targets, TargetScorer
from assess.ground.numbers import ZERO, total
from assess.parts.base import Elsewhere
from assess.scheme.full_marks import NO_WAIVERS, Waivers, absent, stated_full
from assess.scheme.nodes import Node, leaves
from assess.scheme.scheme import IndicatorTree, Part
from assess.year.evidence import Unit


class UnitSums:
    """The `IndicatorSums` of one unit and one part; `alike`: the results of all units on the same indicators."""

    __slots__ = ("_alike", "_full", "_nodes", "_scorer", "_targets", "_tops", "_tree", "_unit")

    def __init__(
        self, scorer: TargetScorer, part: Part, unit: Unit, tree: IndicatorTree, alike: Mapping[str, Targets]
    ) -> None:
        self._scorer = scorer
        self._unit = unit
        self._tree = tree
        self._alike = alike
        self._targets = alike[unit.id]
        self._full = part.full[tree.list]
        self._nodes = part.nodes(tree)
        self._tops = [one for one in map(self._targets.result, self._nodes) if _applies(one)]

    @property
    def raw(self) -> Fraction | None:
        """The sum of the printed points; None while one is missing, or where nothing applies."""
        return total(one.points or ZERO for one in self._tops) if self._tops and _are_known(self._tops) else None

    @property
    def provisional(self) -> bool:
        """Whether it rests on a population figure that is not complete."""
        return any(one.provisional for one in self._tops)

    @property
    def is_missing(self) -> bool:
        """Whether a value is missing."""
        return any(self._targets.leaves[leaf.id].status == "missing" for leaf in leaves(self._nodes))

    @property
    def carry(self) -> bool:
        """Whether anything at the top carries a full mark, whether it applies or not."""
        return any(node.maximum for node in self._nodes)

    def applicable(self, *, stated: bool) -> Fraction:
        """The full mark of what applies: derived, or as the document states it, less what a person waived."""
        derived = self._mark(self._targets.waivers)
        printed = stated_full(self._scorer.scheme, self._nodes, self._unit.type) if stated else None
        return derived if printed is None else printed - (self._mark(NO_WAIVERS) - derived)

    def _mark(self, waivers: Waivers) -> Fraction:
        return self._scorer.whole_mark(self._unit, self._tree, self._nodes, self._full, waivers)

    def elsewhere(self) -> Elsewhere:
        """What the other units reach on what does not apply to this one.

        Over all nodes that do not apply: the mean points of the units to which a node applies in full, and its full
        mark, for more than which nobody counts. Bonuses count with the room that is lost with them.
        """
        points = marks = ZERO
        provisional = False
        for one in absent(self._nodes, self._full, self._unit.type, self._targets.waivers):
            others = (other for other in self._alike.values() if other is not self._targets)
            found = [results for other in others if (results := _results_of(one.nodes, other))]
            reached = [total(part.points or ZERO for part in results) for results in found if _are_known(results)]
            provisional = provisional or any(part.provisional for results in found for part in results)
            provisional = provisional or len(reached) < len(found)
            if reached:
                held = [min(each, one.mark) for each in reached]
                if not one.nodes[0].carries:
                    held = [max(ZERO, each) for each in held]
                points += total(held) / len(held)
                marks += one.mark
        return Elsewhere(points, marks, provisional)


def _results_of(nodes: Iterable[Node], targets: Targets) -> list[LeafResult | GroupResult]:
    """The results of a unit on those nodes that apply to it; none where a part of one was waived for it."""
    lowered = {name for name, _ in targets.waivers.lowered}
    return [one for one in map(targets.result, nodes) if _applies(one)] if lowered.isdisjoint(_ids(nodes)) else []


def _ids(nodes: Iterable[Node]) -> Iterator[str]:
    return (leaf.id for leaf in leaves(tuple(nodes)))


def _are_known(results: Iterable[LeafResult | GroupResult]) -> bool:
    return all(one.points is not None for one in results)


def _applies(top: LeafResult | GroupResult) -> bool:
    return top.applies if isinstance(top, GroupResult) else top.status != "not_applicable"
