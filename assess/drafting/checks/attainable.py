"""The lowest and highest points that can be reached: of a leaf, a group, a part and the total, by unit type."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from assess.drafting.checks.subject import Subject
from assess.ground.numbers import ZERO
from assess.rules.base import Rule
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.reach import Reach
from assess.rules.sum import Sum
from assess.scheme.full_marks import full_mark, stated_full, whole_full_mark
from assess.scheme.nodes import Group, Leaf, Node
from assess.scheme.scheme import IndicatorTree, Part, Scheme

NOTHING = Reach(ZERO, ZERO)


def added(reaches: Iterable[Reach]) -> Reach:
    """The reach of a sum."""
    given = list(reaches)
    return Reach(_sum(one.low for one in given), _sum(one.high for one in given))


def of_node(node: Node, unit_type: str) -> Reach:
    """What units of a type can reach on a node, within the ceilings and floors inside and its own."""
    if not node.applies(unit_type):
        return NOTHING
    if isinstance(node, Leaf):
        return node.rule.reach(node.frame.for_types(frozenset({unit_type})))
    inside = added(of_node(child, unit_type) for child in node.children)
    free = _free(node, unit_type)
    full = full_mark(node, unit_type) or ZERO
    low = inside.low if inside.low is None else min(inside.low, full)
    if node.floor is not None:
        low = node.floor if low is None else max(low, node.floor)
    if free is None:
        return Reach(low, None)
    return Reach(low, (full if inside.high is None else min(inside.high - free, full)) + free)


def _free(node: Node, unit_type: str) -> Fraction | None:
    """The most that may lie above the ceilings (U42); None: no bound."""
    if isinstance(node, Leaf):
        return _uncapped(node.rule, node.frame) if node.applies(unit_type) else ZERO
    return _sum(_free(child, unit_type) for child in node.children) if node.lift else ZERO


def _uncapped(rule: Rule, frame: Frame) -> Fraction | None:
    if isinstance(rule, Sum):
        return added(one.reach(frame) for one in rule.uncapped).high
    inside = [_uncapped(one, change(frame)) for _, one, change in rule.nested()]
    return None if None in inside else max((one for one in inside if one is not None), default=ZERO)


def _sum(values: Iterable[Fraction | None]) -> Fraction | None:
    total = ZERO
    for value in values:
        if value is None:
            return None
        total += value
    return total


def of_part(part: Part, tree: IndicatorTree, unit_type: str, scheme: Scheme) -> Reach:
    """What units of a type, assessed by `tree`, can reach on a part of the total."""
    return part.rules.reach(_Inside(part, tree, unit_type, scheme)) if part.full[tree.list] else NOTHING


@dataclass(frozen=True)
class _Inside:
    """The `ReachCase` of a part and a unit type."""

    part: Part
    tree: IndicatorTree
    unit_type: str
    scheme: Scheme

    @property
    def full(self) -> Fraction:
        return self.part.full[self.tree.list]

    @property
    def raw(self) -> Reach:
        return added(of_node(node, self.unit_type) for node in self.part.nodes(self.tree))

    def applicable(self, *, stated: bool) -> Fraction:
        printed = stated_full(self.scheme, self.part.nodes(self.tree), self.unit_type) if stated else None
        return derived_full(self.part, self.tree, self.unit_type) if printed is None else printed


def derived_full(part: Part, tree: IndicatorTree, unit_type: str) -> Fraction:
    """The sum of the applicable full marks of the nodes at the top that a part adds up."""
    return whole_full_mark(part.nodes(tree), part.full[tree.list], unit_type)


def of_total(tree: IndicatorTree, unit_type: str, scheme: Scheme) -> Reach:
    """What units of a type, assessed by `tree`, can reach in all."""
    return added(of_part(part, tree, unit_type, scheme) for part in scheme.parts)


def assessed(subject: Subject) -> Iterator[tuple[IndicatorTree, str]]:
    """Every unit type with the indicators by which it can be assessed."""
    for list_id in subject.scheme.lists:
        for tree in subject.trees_of(list_id):
            for unit_type in subject.types_of(list_id):
                if any(node.applies(unit_type) for node in tree.nodes):
                    yield tree, unit_type


def highest_of_child(node: Node, unit_type: str | None) -> Fraction | None:
    """What a node adds to its group's full mark: its own, or what its rule gives at most; None: no bound."""
    if isinstance(node, Group):
        return node.maximum if unit_type is None else full_mark(node, unit_type)
    if unit_type is not None and not node.applies(unit_type):
        return ZERO
    return node.maximum if node.maximum is not None else node.rule.reach(node.frame).high
