"""Finding what a person named on the command line; what is not there is a problem with what is near."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from assess.cli.typed import TYPED
from assess.engine.outcome import GroupResult, LeafResult, ListResult, Outcome, PartResult, UnitResult
from assess.ground.place import Problem, ProblemsError, did_you_mean
from assess.scheme.nodes import Leaf, Node, all_nodes, groups, leaves

Thing = TypeVar("Thing")
Item = PartResult | GroupResult | LeafResult


def one_of(word: str, known: Mapping[str, Thing], what: str, shown: Iterable[str] | None = None) -> Thing:
    """Return what `word` names; `shown` are the words to suggest, all of them by default."""
    if word in known:
        return known[word]
    hint = did_you_mean(word, list(dict.fromkeys(known if shown is None else shown)))
    raise ProblemsError([Problem(TYPED, "unknown_name", f"没有{what}“{word}”", hint)])


def lists_named(outcome: Outcome, name: str | None) -> tuple[ListResult, ...]:
    """The list with this id or label; all of them when none is named."""
    if name is None:
        return outcome.lists
    known = {one.id: one for one in outcome.lists} | {one.label: one for one in outcome.lists}
    return (one_of(name, known, "榜单"),)


def unit_named(outcome: Outcome, name: str) -> UnitResult:
    """The unit with this id, full name or short name; else the one that was called so before."""
    results = [result for one in outcome.lists for result in one.units]
    by_id = {result.unit.id: result for result in results}
    if name in by_id:
        return by_id[name]
    named = [result for result in results if name in (result.unit.name, result.unit.short)]
    named = named or [result for result in results if name in result.unit.names]
    if len(named) == 1:
        return named[0]
    if named:
        ids = "、".join(result.unit.id for result in named)
        raise ProblemsError([Problem(TYPED, "ambiguous_name", f"有{len(named)}个单位叫“{name}”", f"请写编号：{ids}")])
    words = [word for one in results for word in (one.unit.id, *one.unit.names)]
    return one_of(name, by_id, "单位", words)


def item_named(word: str, result: UnitResult, outcome: Outcome) -> Item:
    """The part, group or indicator with this id (`D5`, or in full `academic_affairs/D5`) or unique label."""
    word = word.removeprefix(f"{result.tree.id}/")
    by_id: dict[str, Item] = {**result.parts, **result.groups, **result.leaves}
    if word in by_id:
        return by_id[word]
    by_label = _by_label(by_id)
    if word not in by_label:
        _refuse_other_trees(word, result, outcome)
    return one_of(word, by_label, "指标", [*by_id, *by_label])


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


def _by_label(items: Mapping[str, Item]) -> dict[str, Item]:
    found: dict[str, list[Item]] = {}
    for item in items.values():
        found.setdefault(_label(item), []).append(item)
    return {label: same[0] for label, same in found.items() if len(same) == 1}


def _label(item: Item) -> str:
    if isinstance(item, PartResult):
        return item.part.label
    return item.group.heading.label if isinstance(item, GroupResult) else item.leaf.heading.label
