"""The nodes of a scheme's trees by their ids, as the units that are assessed on them meet them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from assess.entered.inputs import EvidenceLine, Input, InputSlot
from assess.entered.values import Fact
from assess.parts.execution import FUNDS, MONEY_LABELS, fund_slots
from assess.parts.panel import PanelRules
from assess.scheme.scheme import Leaf, Node, Scheme, Tree, all_nodes
from assess.year.evidence import Unit


class Nodes:
    """Looks nodes up; those of a tree that apply to a unit type are gathered when they are first asked for."""

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._found: dict[tuple[str, str], Mapping[str, Node]] = {}
        self._written: dict[str, Mapping[str, Node]] = {}

    def tree(self, unit: Unit) -> Tree:
        """The unit's indicators."""
        return self._scheme.tree_of(unit.type, unit.table)

    def of(self, unit: Unit) -> Mapping[str, Node]:
        """The nodes that apply to the unit, by id."""
        tree = self.tree(unit)
        key = (tree.id, unit.type)
        if key not in self._found:
            self._found[key] = {node.id: node for node in all_nodes(tree.nodes) if node.applies(unit.type)}
        return self._found[key]

    def in_order(self, unit: Unit) -> Unit:
        """The unit with what is entered in the order of its indicators, however it is written; its money first."""
        tree = self.tree(unit)
        if tree.id not in self._written:
            self._written[tree.id] = {node.id: node for node in _in_document_order(tree.nodes)}
        written = self._written[tree.id]
        facts = {
            owner: _fact_in_order(unit.facts[owner], written.get(owner))
            for owner in (FUNDS, *written)
            if owner in unit.facts
        }
        groups = [
            name for part in self._scheme.parts if isinstance(part.rules, PanelRules) for name in part.rules.groups
        ]
        leaders = {group: unit.leaders[group] for group in groups if group in unit.leaders}
        return replace(unit, facts=facts, leaders=leaders)


def _in_document_order(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if not isinstance(node, Leaf):
            yield from _in_document_order(node.children)


def _fact_in_order(fact: Fact, node: Node | None) -> Fact:
    """The fact with its values as they are declared; what only another reading asks for is not in it."""
    names = tuple(MONEY_LABELS) if node is None else (*(node.slots if isinstance(node, Leaf) else ()), *specs_of(node))
    values = {name: fact.values[name] for name in names if name in fact.values}
    lines = {name: fact.lines[name] for name in names if name in fact.lines}
    return replace(fact, values=values, lines=lines)


def title(node: Node) -> str:
    """`“K5.3a 初次就业率”`."""
    return f"“{node.id} {node.heading.label}”"


def specs_of(node: Node) -> dict[str, Input | EvidenceLine]:
    """What may be entered under the node, apart from marks."""
    if not isinstance(node, Leaf):
        return dict(node.heading.declared)
    own = {name: slot.spec for name, slot in node.slots.items() if isinstance(slot.spec, Input)}
    return {**own, **node.evidence, **node.heading.declared}


def seen_from(tree: Tree, node: Node, name: str) -> InputSlot:
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
