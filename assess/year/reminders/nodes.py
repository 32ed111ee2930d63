"""The nodes of a scheme's trees by their ids, as the units that are assessed on them meet them."""

from collections.abc import Iterator, Mapping

from assess.entered.inputs import EvidenceLine, Input, InputSlot
from assess.parts.money import fund_slots
from assess.scheme.nodes import Leaf, Node
from assess.scheme.scheme import IndicatorTree, Scheme
from assess.year.evidence import Unit


class Nodes:
    """Looks nodes up; those of a tree that apply to a unit type are gathered when they are first asked for."""

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._found: dict[tuple[str, str], Mapping[str, Node]] = {}
        self._all: dict[str, Mapping[str, Node]] = {}

    def tree(self, unit: Unit) -> IndicatorTree:
        """The unit's indicators and groups."""
        return self._scheme.tree_of(unit.type, unit.table)

    def all(self, unit: Unit) -> Mapping[str, Node]:
        """All of them by id in their order, also those that do not apply to the unit."""
        tree = self.tree(unit)
        if tree.id not in self._all:
            self._all[tree.id] = {node.id: node for node in _in_document_order(tree.nodes)}
        return self._all[tree.id]

    def of(self, unit: Unit) -> Mapping[str, Node]:
        """The nodes that apply to the unit, by id."""
        tree = self.tree(unit)
        key = (tree.id, unit.type)
        if key not in self._found:
            self._found[key] = {name: node for name, node in self.all(unit).items() if node.applies(unit.type)}
        return self._found[key]


def _in_document_order(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if not isinstance(node, Leaf):
            yield from _in_document_order(node.children)


def title(node: Node) -> str:
    """`“K5.3a 初次就业率”`."""
    return f"“{node.id} {node.heading.label}”"


def specs_of(node: Node) -> dict[str, Input | EvidenceLine]:
    """What may be entered under the node, apart from marks."""
    if not isinstance(node, Leaf):
        return dict(node.heading.declared)
    own = {name: slot.spec for name, slot in node.slots.items() if isinstance(slot.spec, Input)}
    return {**own, **node.evidence, **node.heading.declared}


def seen_from(tree: IndicatorTree, node: Node, name: str) -> InputSlot:
    """The input `name` as the node sees it: its own, that of the nearest group above it, or the unit's money."""
    for one in reversed(_way_to(tree.nodes, node)):
        if name in one.heading.declared:
            return InputSlot(one.id, name, one.heading.declared[name])
    return fund_slots(tree.plan.unit if tree.plan is not None else "")[name]


def _way_to(nodes: tuple[Node, ...], wanted: Node) -> list[Node]:
    """The groups from the top down to the node, and the node itself; empty where it is not below."""
    for node in nodes:
        if node is wanted:
            return [node]
        below = [] if isinstance(node, Leaf) else _way_to(node.children, wanted)
        if below:
            return [node, *below]
    return []
