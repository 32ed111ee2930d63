"""The full marks of a tree in its part of the total: what counts for a unit, and what does not apply to it."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from assess.ground.numbers import ZERO, total
from assess.rules.grammar.applicable import applicable, filled
from assess.scheme.nodes import Group, Leaf, Node, leaves, room
from assess.scheme.scheme import Scheme


class Waivers(NamedTuple):
    """What a person declared 不适用 for one unit: whole leaves, and leaves of which something is left."""

    whole: frozenset[str] = frozenset()
    lowered: tuple[tuple[str, Fraction], ...] = ()


NO_WAIVERS = Waivers()


#: No leaf of which a part was declared 不适用.
_NONE_LOWERED: Mapping[str, Fraction] = {}


def full_mark(
    node: Node,
    unit_type: str,
    without: frozenset[str] = frozenset(),
    lowered: Mapping[str, Fraction] = _NONE_LOWERED,
) -> Fraction | None:
    """The applicable full mark of `node` for a unit type; None for a leaf without one.

    `without`: ids of leaves that a person declared 不适用 for the unit; `lowered`: what is left of the full marks of
    leaves of which a person declared a part 不适用. A group in which everything applies has its own full mark;
    otherwise it is the sum of what applies among the children that carry one (see `applicable`).
    """
    if isinstance(node, Leaf):
        if node.id in without or not node.applies(unit_type):
            return ZERO
        return lowered.get(node.id, node.maximum)
    if all(leaf.applies(unit_type) and leaf.id not in without and leaf.id not in lowered for leaf in leaves((node,))):
        return node.maximum
    left = [full_mark(child, unit_type, without, lowered) or ZERO for child in node.children if child.carries]
    bonuses = [most_of_bonus(child, unit_type, without, lowered) for child in node.children if not child.carries]
    return applicable(node.maximum, node.room, left, bonuses)


def most_of_bonus(
    node: Node,
    unit_type: str,
    without: frozenset[str] = frozenset(),
    lowered: Mapping[str, Fraction] = _NONE_LOWERED,
) -> Fraction | None:
    """The most that a node without a full mark can give a unit; None: no bound."""
    if isinstance(node, Leaf) and node.applies(unit_type) and node.id not in without:
        return node.rule.reach(node.frame.for_types(frozenset({unit_type}))).high
    return full_mark(node, unit_type, without, lowered)


def counted_at_top(nodes: tuple[Node, ...], full: Fraction) -> tuple[Node, ...]:
    """The nodes at the top that make up the part of the total with the full mark `full`.

    Where those that carry a full mark make it up by themselves, a group of bonuses beside them is a bonus.
    """
    return nodes if room(full, nodes) else tuple(node for node in nodes if node.carries)


def whole_full_mark(nodes: tuple[Node, ...], full: Fraction, unit_type: str) -> Fraction:
    """The full mark of what applies to a unit type, in a part of the total with the full mark `full`."""
    return total(full_mark(node, unit_type) or ZERO for node in counted_at_top(nodes, full))


def stated_full(scheme: Scheme, nodes: tuple[Node, ...], unit_type: str) -> Fraction | None:
    """What the document states for all these nodes together (U2a); None unless it does for each that counts.

    A bonus and a node that does not apply to the unit type have no full mark that could be stated.
    """
    stated = {one.node: one.points for one in scheme.stated_totals if unit_type in one.types}
    counting = {node.id for node in nodes if node.carries and node.applies(unit_type)}
    if not counting or not counting <= stated.keys():
        return None
    return total(stated[node.id] for node in nodes if node.id in stated)


class Absent(NamedTuple):
    """Nodes that do not apply to a unit, and the full mark that goes with them."""

    nodes: tuple[Node, ...]
    mark: Fraction


def absent(nodes: tuple[Node, ...], full: Fraction, unit_type: str, waivers: Waivers) -> Iterator[Absent]:
    """Everything for which the full mark of a unit is lowered, in document order."""
    for node in counted_at_top(nodes, full):
        yield from _absent(node, unit_type, waivers)


def _absent(node: Node, unit_type: str, waivers: Waivers) -> Iterator[Absent]:
    if _is_gone(node, unit_type, waivers) or any(node.id == name for name, _ in waivers.lowered):
        if node.maximum is not None:
            yield Absent((node,), node.maximum)
    elif isinstance(node, Group):
        for child in node.children:
            if child.carries:
                yield from _absent(child, unit_type, waivers)
        yield from _absent_bonuses(node, unit_type, waivers)


def _absent_bonuses(group: Group, unit_type: str, waivers: Waivers) -> Iterator[Absent]:
    """The bonuses that do not apply, where they leave room in the group's full mark that they were to fill."""
    bonuses = [child for child in group.children if not child.carries]
    gone = tuple(leaf for one in bonuses for leaf in leaves((one,)) if _is_gone(leaf, unit_type, waivers))
    usual = (one.rule.reach(one.frame).high if isinstance(one, Leaf) else one.maximum for one in bonuses)
    lost = filled(group.room, usual) - filled(
        group.room, (most_of_bonus(one, unit_type, waivers.whole) for one in bonuses)
    )
    if gone and lost:
        yield Absent(gone, lost)


def _is_gone(node: Node, unit_type: str, waivers: Waivers) -> bool:
    return not node.applies(unit_type) or node.id in waivers.whole
