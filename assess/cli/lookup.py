"""Finding what a person named on the command line; what is not there is a problem with what is near."""

from collections.abc import Mapping
from typing import TypeVar

from assess.cli.typed import TYPED
from assess.engine.outcome import GroupResult, LeafResult, ListResult, Outcome, PartResult, UnitResult
from assess.ground.labelled import Labelled
from assess.ground.place import Problem, ProblemsError
from assess.scheme.nodes import Leaf, Node, all_nodes, groups, leaves

Thing = TypeVar("Thing")
Item = PartResult | GroupResult | LeafResult


def one_of(word: str, known: Mapping[str, Thing], labels: Mapping[str, str], what: str) -> Thing:
    """Return what `word` names: an id, or one of the labels by id."""
    return known[Labelled(what, {name: (label,) for name, label in labels.items()}).id_of(word, TYPED)]


def lists_named(outcome: Outcome, name: str | None) -> tuple[ListResult, ...]:
    """The list with this id or label; all of them when none is named."""
    if name is None:
        return outcome.lists
    known = {one.id: one for one in outcome.lists}
    return (one_of(name, known, {one.id: one.label for one in outcome.lists}, "榜单"),)


def unit_named(outcome: Outcome, name: str) -> UnitResult:
    """The unit with this id, full name or short name, also by what it was called before."""
    known = {result.unit.id: result for one in outcome.lists for result in one.units}
    names = {result.unit.id: result.unit.names for result in known.values()}
    return known[Labelled("单位", names).id_of(name, TYPED)]


def item_named(word: str, result: UnitResult, outcome: Outcome) -> Item:
    """The part, group or indicator with this id (`D5`, or in full `academic_affairs/D5`) or label."""
    word = word.removeprefix(f"{result.tree.id}/")
    known: dict[str, Item] = {**result.parts, **result.groups, **result.leaves}
    labels = {name: _label(item) for name, item in known.items()}
    if word not in known and word not in labels.values():
        _refuse_other_trees(word, result, outcome)
    return one_of(word, known, labels, "指标")


def about(problem: Problem, result: UnitResult, item: Item | None = None) -> bool:
    """Whether a problem is about this unit, and where an item of it is given, about what the item is made of."""
    address = problem.address
    if address is None or address.unit != result.unit.id:
        return False
    return item is None or address.node in _nodes_of(item, result)


def _nodes_of(item: Item, result: UnitResult) -> set[str]:
    """The nodes under which the values of an item are entered: its own, those below, and those of shared inputs."""
    nodes: tuple[Node, ...]
    entered: tuple[str, ...] = ()
    if isinstance(item, PartResult):
        nodes, entered = item.part.nodes(result.tree), item.part.entered_at
    else:
        nodes = (item.group if isinstance(item, GroupResult) else item.leaf,)
    inside = all_nodes(nodes)
    owners = {slot.owner for node in inside if isinstance(node, Leaf) for slot in node.slots.values()}
    return {*entered, *owners, *(node.id for node in inside)}


def _refuse_other_trees(word: str, result: UnitResult, outcome: Outcome) -> None:
    for tree in outcome.scheme.trees.values():
        ids = {group.id for group in groups(tree.nodes)} | {leaf.id for leaf in leaves(tree.nodes)}
        if word.removeprefix(f"{tree.id}/") in ids:
            text = f"“{word}”是“{tree.label}”的指标，{result.unit.name}没有这一项"
            raise ProblemsError([Problem(TYPED, "other_tree", text)])


def _label(item: Item) -> str:
    if isinstance(item, PartResult):
        return item.part.label
    return item.group.heading.label if isinstance(item, GroupResult) else item.leaf.heading.label
