"""Which indicator of the old scheme is which of the new one: by id and label, then by label, then by id."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assess.drafting.comparing.finding import Subject
from assess.scheme.nodes import Group, Node
from assess.scheme.scheme import IndicatorTree, Scheme


@dataclass(frozen=True, slots=True)
class Placed:
    """A node with the group around it, if there is one."""

    node: Node
    parent: Node | None


@dataclass(frozen=True, slots=True)
class Pairs:
    """The nodes of one tree in both schemes, each side in its document's order."""

    tree: IndicatorTree
    kept: tuple[tuple[Placed, Placed], ...]
    gone: tuple[Placed, ...]
    come: tuple[Placed, ...]
    #: New id by old id.
    ids: Mapping[str, str] = field(default_factory=dict)

    def subject(self, node: Node) -> Subject:
        """The node as something that a difference is about."""
        return subject_of(node, self.tree)


def subject_of(node: Node, tree: IndicatorTree) -> Subject:
    """The node as something that a difference is about; a table is called by what stands before its brackets."""
    table = tree.label.partition("（")[0] if tree.is_table else ""
    return Subject(node.id, node.heading.label, node.heading.clause, tree.id, table)


def placed(nodes: tuple[Node, ...], parent: Node | None = None) -> list[Placed]:
    """All nodes in document order, outer before inner."""
    found = []
    for node in nodes:
        found.append(Placed(node, parent))
        if isinstance(node, Group):
            found += placed(node.children, node)
    return found


def pairs_of(old: IndicatorTree, new: IndicatorTree) -> Pairs:
    """Match the nodes of one tree."""
    before = {one.node.id: one for one in placed(old.nodes)}
    after = {one.node.id: one for one in placed(new.nodes)}
    ids = {name: name for name in before if name in after and _label(before[name]) == _label(after[name])}
    ids |= _by_label(
        {name: one for name, one in before.items() if name not in ids},
        {name: one for name, one in after.items() if name not in ids.values()},
    )
    taken = set(ids.values())
    ids |= {name: name for name in before if name in after and name not in ids and name not in taken}
    taken = set(ids.values())
    return Pairs(
        tree=new,
        kept=tuple((before[name], after[ids[name]]) for name in before if name in ids),
        gone=tuple(one for name, one in before.items() if name not in ids),
        come=tuple(one for name, one in after.items() if name not in taken),
        ids=ids,
    )


def _by_label(before: Mapping[str, Placed], after: Mapping[str, Placed]) -> dict[str, str]:
    """Nodes that only got another number: their labels are the same, and nobody else's."""
    old, new = _unique(before), _unique(after)
    return {old[label]: new[label] for label in old if label in new}


def _unique(nodes: Mapping[str, Placed]) -> dict[str, str]:
    labels = [_label(one) for one in nodes.values()]
    return {_label(one): name for name, one in nodes.items() if labels.count(_label(one)) == 1}


def _label(one: Placed) -> str:
    return one.node.heading.label


def all_pairs(old: Scheme, new: Scheme) -> list[Pairs]:
    """The trees that both schemes have."""
    return [pairs_of(old.trees[name], new.trees[name]) for name in new.trees if name in old.trees]
