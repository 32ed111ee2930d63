"""Indicators and tables: new, gone, renumbered, moved; labels, clauses and texts; full marks; who takes part."""

from collections.abc import Iterator

from assess.drafting.comparing.finding import Difference, Theme
from assess.drafting.comparing.pairing import Pairs, Placed
from assess.drafting.comparing.values import NONE, NOTHING, changed
from assess.ground.numbers import ZERO, plain, total
from assess.rules.grammar.rule_words import rule_words
from assess.scheme.full_marks import whole_full_mark
from assess.scheme.nodes import Group, Heading, Leaf, Node, leaves
from assess.scheme.scheme import IndicatorTree, Scheme


def table_differences(old: Scheme, new: Scheme) -> Iterator[Difference]:
    """Department tables that are new or gone, or are called otherwise."""
    for name, before in old.trees.items():
        if name in new.trees:
            after = new.trees[name]
            about = f"指标表“{after.label}”："
            yield from (Difference(Theme.INDICATORS, about + text) for text in _tree_texts(before, after, old, new))
        elif before.nodes:
            yield Difference(Theme.INDICATORS, f"取消指标表“{before.label}”{_size(before)}")
    for name, after in new.trees.items():
        if name not in old.trees and after.nodes:
            yield Difference(Theme.INDICATORS, f"新增指标表“{after.label}”{_size(after)}")


def _tree_texts(old: IndicatorTree, new: IndicatorTree, before: Scheme, after: Scheme) -> Iterator[str]:
    if new.is_table and old.label != new.label:
        yield changed("名称", old.label, new.label)
    if old.clause != new.clause:
        yield changed("条款", old.clause or NOTHING, new.clause or NOTHING)
    if old.list != new.list:
        yield changed("所属名单", before.lists[old.list], after.lists[new.list])


def _size(tree: IndicatorTree) -> str:
    full = sum((node.maximum or ZERO for node in tree.nodes), ZERO)
    marks = f"，满分{plain(full)}分" if full else ""
    return f"（{sum(1 for _ in leaves(tree.nodes))}项{marks}）"


def node_differences(pairs: Pairs, old: Scheme, new: Scheme) -> Iterator[Difference]:
    """What is new, gone or different in one tree, but for rules and inputs."""
    gone = {one.node.id for one in pairs.gone}
    for one in pairs.gone:
        if one.parent is None or one.parent.id not in gone:
            yield Difference(Theme.INDICATORS, f"取消（原{_full(one.node)}）", (pairs.subject(one.node),))
    for one in pairs.come:
        yield Difference(Theme.INDICATORS, _come(one, new), (pairs.subject(one.node),))
    for before, after in pairs.kept:
        about = (pairs.subject(after.node),)
        yield from (Difference(Theme.INDICATORS, text, about) for text in _place(before, after, pairs))
        yield from (
            Difference(Theme.INDICATORS, text, about) for text in _heading(before.node.heading, after.node.heading, new)
        )
        yield from (Difference(Theme.FULL_MARKS, text, about) for text in _marks(before.node, after.node))
        yield from (Difference(Theme.EXEMPTIONS, text, about) for text in _types(before, after, old, new))


def _full(node: Node) -> str:
    full = "没有单独的满分" if node.maximum is None else f"满分{plain(node.maximum)}分"
    return full if isinstance(node, Leaf) else f"{sum(1 for _ in leaves((node,)))}项，{full}"


def _come(one: Placed, scheme: Scheme) -> str:
    where = "" if one.parent is None else f"，在“{one.parent.id} {one.parent.heading.label}”之下"
    text = f"新增{where}，{_full(one.node)}"
    if isinstance(one.node, Leaf):
        words = rule_words(
            one.node.rule, one.node.frame, {name: kind.label for name, kind in scheme.unit_types.items()}
        )
        text += f"，{words}"
    around = _around(one, scheme)
    exempt = [kind.label for name, kind in scheme.unit_types.items() if name in around - one.node.heading.types]
    return text + (f"；不参加：{'、'.join(exempt)}" if exempt else "")


def _around(one: Placed, scheme: Scheme) -> frozenset[str]:
    """The unit types to which the group around applies; of a whole list, all that any of its indicators applies to."""
    if one.parent is not None:
        return one.parent.heading.types
    lists = {scheme.unit_types[name].list for name in one.node.heading.types}
    return frozenset(name for name, kind in scheme.unit_types.items() if kind.list in lists)


def _place(before: Placed, after: Placed, pairs: Pairs) -> Iterator[str]:
    if before.node.id != after.node.id:
        yield f"编号由{before.node.id}改为{after.node.id}"
    if isinstance(before.node, Group) != isinstance(after.node, Group):
        kinds = ["一组指标" if isinstance(one.node, Group) else "一项计分指标" for one in (before, after)]
        yield changed("", *kinds)
    old = None if before.parent is None else pairs.ids.get(before.parent.id, "")
    new = None if after.parent is None else after.parent.id
    if old != new:
        yield changed("所属", *(_called(one.parent) for one in (before, after)))


def _called(node: Node | None) -> str:
    return "最外层" if node is None else f"{node.id} {node.heading.label}"


def _heading(old: Heading, new: Heading, scheme: Scheme) -> Iterator[str]:
    for what, before, after in (
        ("名称", old.label, new.label),
        ("条款", old.clause, new.clause),
        ("说明", old.content, new.content),
        ("本表另加的一句", old.addition, new.addition),
        ("标签", *("、".join(sorted(one.tags)) for one in (old, new))),
        ("有关的理解", *("、".join(sorted(one.readings)) for one in (old, new))),
    ):
        if before != after:
            yield changed(what, before or NOTHING, after or NOTHING)
    for name, kind in scheme.unit_types.items():
        before, after = old.texts.get(name, ""), new.texts.get(name, "")
        if before != after:
            yield changed(f"{kind.label}的文字", before or NOTHING, after or NOTHING)


def _marks(old: Node, new: Node) -> Iterator[str]:
    if old.maximum != new.maximum:
        yield changed("满分", *(NONE if one.maximum is None else f"{plain(one.maximum)}分" for one in (old, new)))
    if isinstance(old, Group) and isinstance(new, Group):
        if old.floor != new.floor:
            yield changed("合计下限", *(NONE if one.floor is None else f"{plain(one.floor)}分" for one in (old, new)))
        if old.lift != new.lift:
            yield "下级不封顶的分数也可突破本级满分" if new.lift else "下级不封顶的分数不再突破本级满分"


def _types(before: Placed, after: Placed, old: Scheme, new: Scheme) -> Iterator[str]:
    """Who takes part now and who no longer does; what the group around says already is not repeated."""
    for text, one, other in (("不再参加", before, after), ("改为参加", after, before)):
        moved = one.node.heading.types - other.node.heading.types
        above = _types_of(one.parent) - _types_of(other.parent)
        kept = [
            kind.label for name, kind in new.unit_types.items() if name in (moved - above) and name in old.unit_types
        ]
        if kept:
            yield f"{text}：{'、'.join(kept)}"


def _types_of(node: Node | None) -> frozenset[str]:
    return frozenset() if node is None else node.heading.types


def applicable(tree: IndicatorTree, unit_type: str, scheme: Scheme) -> str:
    """The full mark of a tree for one unit type; of bonuses alone there is none."""
    full = total(whole_full_mark(part.nodes(tree), part.full[tree.list], unit_type) for part in scheme.parts)
    return f"{plain(full)}分" if full else NONE
