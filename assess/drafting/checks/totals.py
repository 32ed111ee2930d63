"""Sums: groups against their items, parts against their indicators, totals that the document states."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from assess.drafting.checks.attainable import derived_full, highest_of_child
from assess.drafting.checks.check import Check, Finding
from assess.drafting.checks.subject import Spot, Subject
from assess.ground.numbers import ZERO
from assess.rules.grammar.wording import in_points, mark_number
from assess.scheme.declared import StatedTotal
from assess.scheme.full_marks import counted_at_top, full_mark, stated_full
from assess.scheme.nodes import Group, Node, all_nodes
from assess.scheme.scheme import IndicatorTree, Part

THEME = "满分合计"


def group_totals(subject: Subject) -> Iterator[Finding]:
    """A group's `max` is the sum of its children's full marks, or the most of them that one unit type has."""
    # A bonus, which carries no full mark, may fill what `max` leaves for it, up to what it gives at most; so `max` may
    # be anything from the sum without the bonuses to the sum with them. Without a bound on a bonus, `max` is a cap.
    for spot, group in subject.groups:
        if any(highest_of_child(child, None) is None for child in group.children):
            continue
        carrying = tuple(child for child in group.children if child.carries)
        summed, most = _summed(group.children), _most(group.children, group.heading.types)
        ranges = ((_summed(carrying), summed), (_most(carrying, group.heading.types), most))
        if not any(low <= group.maximum <= high for low, high in ranges):
            yield _group(subject, spot, group, summed, most)


def _group(subject: Subject, spot: Spot, group: Group, summed: Fraction, most: Fraction) -> Finding:
    terms = " + ".join(mark_number(mark) for child in group.children if (mark := highest_of_child(child, None)))
    one_type = "" if most == summed else f"（同一类单位最多{in_points(most)}）"
    text = f"{spot}满分{in_points(group.maximum)}，下级各项合计{in_points(summed)}：{terms}{one_type}"
    if most > group.maximum:
        hint = f"合计超过{in_points(group.maximum)}的部分得不到；请对照原文核对本组满分和各项分值"
    else:
        hint = "各项全得满分也到不了本组满分；请对照原文核对本组满分和各项分值"
    return Finding(subject.place(*spot.path, "max"), text, hint)


def _summed(children: Iterable[Node], unit_type: str | None = None) -> Fraction:
    return sum((highest_of_child(child, unit_type) or ZERO for child in children), ZERO)


def _most(children: Iterable[Node], types: Iterable[str]) -> Fraction:
    """What the children give the unit type to which the most of them applies."""
    return max((_summed(children, name) for name in types), default=_summed(children))


def part_totals(subject: Subject) -> Iterator[Finding]:
    """A part's full mark for a list is the full mark of the indicators, for the unit types that have the most."""
    # Unit types to which less applies are converted or ranked as the scheme says; that is no contradiction.
    for part in subject.scheme.parts:
        if not part.rules.sums_indicators:
            continue
        for list_id, label in subject.scheme.lists.items():
            for tree in subject.trees_of(list_id) if part.full[list_id] else ():
                most = max((derived_full(part, tree, name) for name in subject.types_of(list_id)), default=ZERO)
                if most != part.full[list_id]:
                    yield _part(subject, part, tree, label, most)


def _part(subject: Subject, part: Part, tree: IndicatorTree, label: str, most: Fraction) -> Finding:
    full = part.full[tree.list]
    where = f"{label}“{tree.label}”" if tree.is_table else label
    terms = " + ".join(
        in_points(node.maximum) for node in counted_at_top(part.nodes(tree), full) if node.maximum is not None
    )
    summed = f"指标合计{in_points(most)}：{terms}" if terms else "指标都没有写满分"
    text = f"{part.named}在{where}满分{in_points(full)}，{summed}"
    place = subject.place("parts", part.id, "full", tree.list)
    return Finding(place, text, "请核对这一部分的满分和最上一级指标的满分")


def stated_totals(subject: Subject) -> Iterator[Finding]:
    """A total that the document states for some unit types is what the indicators that apply to them give."""
    # Exemption notes and printed totals are written in different places of a document and drift apart.
    for index, stated in enumerate(subject.scheme.stated_totals):
        differing: dict[tuple[str, Fraction], list[str]] = {}
        for unit_type in subject.scheme.unit_types:
            for named, derived in _derived(subject, stated, unit_type) if unit_type in stated.types else ():
                if derived != stated.points:
                    differing.setdefault((named, derived), []).append(unit_type)
        for (named, derived), types in differing.items():
            text = (
                f"{stated.clause or '原文'}写明{subject.type_names(types)}的{named}满分{in_points(stated.points)}，"
                f"按参加的指标推算是{in_points(derived)}，相差{in_points(abs(derived - stated.points))}"
            )
            place = subject.place("stated_totals", index, "points")
            yield Finding(place, text + _whole(subject, stated, types[0]), "请对照原文核对印出的满分和不参加的项目")


def _derived(subject: Subject, stated: StatedTotal, unit_type: str) -> Iterator[tuple[str, Fraction]]:
    """What the stated node or part is called, and what it comes to; once for each table that has it."""
    list_id = subject.scheme.unit_types[unit_type].list
    part = next((one for one in subject.scheme.parts if one.id == stated.node), None)
    if part is not None and not part.rules.sums_indicators:
        yield f"“{part.label}”", part.full[list_id]
        return
    for tree in subject.trees_of(list_id):
        if part is not None:
            table = f"（{tree.label}）" if tree.is_table else ""
            yield f"“{part.label}”{table}", derived_full(part, tree, unit_type)
            continue
        for node in all_nodes(tree.nodes):
            if node.id == stated.node:
                derived = full_mark(node, unit_type)
                yield from [] if derived is None else [(str(subject.spot_of(tree, node)), derived)]


def _whole(subject: Subject, stated: StatedTotal, unit_type: str) -> str:
    """The same for all nodes at the top of a part together, where the document states each of them."""
    tree = subject.scheme.trees[subject.scheme.unit_types[unit_type].list]
    for part in subject.scheme.parts:
        nodes = part.nodes(tree)
        whole = stated_full(subject.scheme, nodes, unit_type)
        if whole is not None and len(nodes) > 1 and stated.node in {node.id for node in nodes}:
            derived = in_points(derived_full(part, tree, unit_type))
            return f"；各部分指标合起来，写明{in_points(whole)}，推算{derived}"
    return ""


CHECKS = (
    Check(
        "group_total",
        THEME,
        "本组满分与各项合计",
        "一组指标的满分与各项分值之和不一致时，要么有分得不到，要么满分到不了，开会时最容易被问住。",
        group_totals,
    ),
    Check(
        "part_total",
        THEME,
        "组成部分满分与指标合计",
        "总分的一个部分与它的指标合计不一致时，折算会把差额悄悄摊到每个单位。",
        part_totals,
    ),
    Check(
        "stated_total",
        THEME,
        "印出的满分与推算的满分",
        "原文印出的满分与“不参加”注释推算的不一致时，按哪个折算会改变名次。",
        stated_totals,
    ),
)
