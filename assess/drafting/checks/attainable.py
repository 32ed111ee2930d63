"""The lowest and highest points that can be reached: of a leaf, a group, a part and the total, by unit type."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from assess.drafting.checks.subject import Subject
from assess.ground.numbers import ZERO
from assess.parts.ballots import BallotRules
from assess.parts.execution import ExecutionRules
from assess.parts.panel import HUNDRED, PanelRules
from assess.rules.base import Frame, Reach, Rule
from assess.rules.sum import Sum
from assess.scheme.full_marks import whole_full_mark
from assess.scheme.scheme import Group, Leaf, Node, Part, Scheme, TargetRules, Tree, full_mark

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


def of_part(part: Part, tree: Tree, unit_type: str, scheme: Scheme) -> Reach:
    """What units of a type, assessed by `tree`, can reach on a part of the total."""
    full = part.full[tree.list]
    rules = part.rules
    if not full:
        return NOTHING
    if isinstance(rules, BallotRules):
        return Reach(*(level / rules.divide_by * full for level in (min(rules.levels.values()), _best(rules.levels))))
    if isinstance(rules, PanelRules):
        worth = sum((group.points for group in rules.groups.values()), ZERO)
        if rules.instrument != "levels":
            return Reach(ZERO, worth)
        return Reach(min(rules.levels.values()) / HUNDRED * worth, _best(rules.levels) / HUNDRED * worth)
    if isinstance(rules, ExecutionRules):
        return Reach(ZERO, full)
    return _of_targets(rules, tree, unit_type, scheme, full)


def _best(levels: dict[str, Fraction]) -> Fraction:
    return max(levels.values())


def _of_targets(rules: TargetRules, tree: Tree, unit_type: str, scheme: Scheme, full: Fraction) -> Reach:
    raw = added(of_node(node, unit_type) for node in tree.nodes)
    applicable = applicable_full(rules, tree, unit_type, scheme)
    if rules.partial == "mean_fill" and applicable < full:
        return Reach(raw.low, None if raw.high is None else raw.high + full - applicable)
    if rules.partial != "convert" or applicable in (full, ZERO):
        return raw
    return Reach(*(None if end is None else end / applicable * full for end in raw))


def applicable_full(rules: TargetRules, tree: Tree, unit_type: str, scheme: Scheme) -> Fraction:
    """The full mark of what applies to a unit type: derived, or as the document states it (U2a)."""
    stated = stated_full(tree, unit_type, scheme) if rules.basis == "stated" else None
    return derived_full(tree, unit_type, scheme) if stated is None else stated


def derived_full(tree: Tree, unit_type: str, scheme: Scheme) -> Fraction:
    """The sum of the applicable full marks of the nodes at the top."""
    return whole_full_mark(tree.nodes, scheme.target_full(tree.list), unit_type)


def stated_full(tree: Tree, unit_type: str, scheme: Scheme) -> Fraction | None:
    """What the document states for all nodes at the top together; None unless it does for each."""
    stated = {one.node: one.points for one in scheme.stated_totals if unit_type in one.types}
    tops = [node.id for node in tree.nodes]
    return sum((stated[name] for name in tops), ZERO) if all(name in stated for name in tops) else None


def of_total(tree: Tree, unit_type: str, scheme: Scheme) -> Reach:
    """What units of a type, assessed by `tree`, can reach in all."""
    return added(of_part(part, tree, unit_type, scheme) for part in scheme.parts)


def assessed(subject: Subject) -> Iterator[tuple[Tree, str]]:
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
