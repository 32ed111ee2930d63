"""How a unit came to its points: the whole of it as a table, or one item sentence by sentence."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from assess.cli.lookup import item_named
from assess.cli.screen import Prose, new_table, say, show_table
from assess.cli.views.peers import peer_lines
from assess.cli.views.ranked import grade, part_points
from assess.cli.views.remarks import show_departures, show_rounding, title_lines
from assess.engine.outcome import GroupResult, LeafResult, Outcome, PartResult, UnitResult
from assess.ground.numbers import fixed, plain
from assess.scheme.nodes import Group, Node
from assess.words.explanation import group_lines, leaf_evidence, leaf_lines, leaf_note, part_lines

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

#: A type of unit that is exempt, and what a person found not to apply.
_EXEMPT, _WAIVED = "不参加", "不适用"
_MISSING = "缺"


def show_unit(console: "Console", result: UnitResult, outcome: Outcome) -> None:
    """Write a unit's parts and all its indicators."""
    _show_heading(console, result, outcome)
    for part in result.parts.values():
        _show_part(console, part, outcome)
        nodes = part.part.nodes(result.tree)
        if nodes:
            show_table(console, _table(_node_rows(nodes, 0, result, outcome)))
    _show_flags(console, result)
    show_rounding(console, outcome.scheme)
    show_departures(console, outcome.scheme)


def show_item(console: "Console", word: str, result: UnitResult, outcome: Outcome) -> None:
    """Write everything about one part, group or indicator of a unit."""
    if result.status == "absent":
        _show_heading(console, result, outcome)
        _show_flags(console, result)
        return
    item = item_named(word, result, outcome)
    _show_heading(console, result, outcome)
    if isinstance(item, PartResult):
        _show_part(console, item, outcome)
    else:
        _show_node(console, item, result, outcome)


def _show_heading(console: "Console", result: UnitResult, outcome: Outcome) -> None:
    scheme, unit = outcome.scheme, result.unit
    for line in title_lines(outcome.evidence, scheme):
        say(console, line, style="dim")
    facts = [scheme.unit_types[unit.type].label, *([result.tree.label] if result.tree.is_table else [])]
    say(console, f"{unit.name}（{'，'.join(dict.fromkeys(facts))}）", style="bold", hanging=2)
    standing = [f"第{result.rank}名"] if result.rank is not None else [result.state]
    if result.total is not None:
        standing.append(f"总分{fixed(result.total, scheme.digits)}")
    if result.status == "provisional":
        standing.append(result.state)
    if grade(result):
        standing.append(f"拟定等次：{grade(result)}")
    say(console, "，".join(dict.fromkeys(standing)))
    console.print()


def _show_flags(console: "Console", result: UnitResult) -> None:
    for flag in result.flags:
        say(console, f"· {flag.text}", hanging=2)


def _show_part(console: "Console", part: PartResult, outcome: Outcome) -> None:
    say(console, f"{part.part.label} {part_points(part, outcome.scheme.digits)}／{plain(part.full)}", style="bold")
    for line in part_lines(part, outcome):
        say(console, line, indent=2, hanging=2)


def _show_node(console: "Console", item: GroupResult | LeafResult, result: UnitResult, outcome: Outcome) -> None:
    node = item.group if isinstance(item, GroupResult) else item.leaf
    heading = node.heading
    say(console, f"{node.id} {heading.label}", style="bold", hanging=2)
    for words in (heading.texts.get(result.unit.type) or heading.content, heading.addition):
        if words:
            say(console, words, indent=2, hanging=2, style="dim")
    say(console, "，".join(_standing(item, outcome.scheme.digits)), indent=2)
    for line in _lines(item, result, outcome):
        say(console, line, indent=2, hanging=2)
    if isinstance(node, Group):
        console.print()
        show_table(console, _table(_node_rows(node.children, 0, result, outcome)))


def _lines(item: GroupResult | LeafResult, result: UnitResult, outcome: Outcome) -> Iterator[str]:
    """What was entered, what is missing, how the points came about, and whom they rest on."""
    if isinstance(item, GroupResult):
        yield from group_lines(item, outcome.scheme.places)
        if item.group.heading.clause:
            yield f"依据：{item.group.heading.clause}"
        return
    entered = leaf_evidence(item, result.unit)
    if entered:
        yield f"数据：{entered}"
    mark, note = result.unit.self_marks.get(item.leaf.id), result.unit.self_notes.get(item.leaf.id)
    if mark is not None or note:
        yield f"自评：{'，'.join(filter(None, ('' if mark is None else f'{plain(mark)}分', note)))}"
    fact = result.unit.facts.get(item.leaf.id)
    if fact is not None:
        yield from (f"{word}：{text}" for word, text in (("扣分说明", fact.reason), ("备注", fact.note)) if text)
    if item.missing:
        slots = {slot.key: slot.spec.label for slot in item.leaf.slots.values()}
        yield f"缺：{'、'.join(slots[key] for key in item.missing)}"
    yield from leaf_lines(item, outcome)
    yield from peer_lines(item, result, outcome)


def _table(rows: Iterator[tuple[str, str, str, str, str, str]]) -> "Table":
    table = new_table()
    table.add_column("编号", no_wrap=True)
    table.add_column("指标", ratio=3)
    table.add_column("满分", justify="right", no_wrap=True)
    table.add_column("得分", justify="right", no_wrap=True)
    table.add_column("说明", ratio=2)
    for style, name, *cells in rows:
        table.add_row(name, *map(Prose, cells), style=style)
    return table


def _node_rows(
    nodes: tuple[Node, ...],
    depth: int,
    result: UnitResult,
    outcome: Outcome,
) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Style and cells of each node; below a group that does not apply there is nothing to show."""
    digits = outcome.scheme.digits
    for node in nodes:
        if isinstance(node, Group):
            group = result.groups[node.id]
            name = f"{' ' * depth}{node.id}"
            note = "；".join(limit.text(outcome.scheme.places) for limit in group.limits)
            points = _points(group.points, digits) if group.applies else _EXEMPT
            yield "bold", name, node.heading.label, plain(group.full) if group.applies else "", points, note
            if group.applies:
                yield from _node_rows(node.children, depth + 1, result, outcome)
        else:
            leaf = result.leaves[node.id]
            full = "" if leaf.full is None or leaf.status == "not_applicable" else plain(leaf.full)
            note = leaf_note(leaf, result.unit, outcome)
            yield "", f"{' ' * depth}{node.id}", node.heading.label, full, _leaf_points(leaf, digits), note


def _leaf_points(leaf: LeafResult, digits: int) -> str:
    if leaf.status == "not_applicable":
        return _WAIVED if leaf.waived else _EXEMPT
    return _points(leaf.points, digits) + ("*" if leaf.provisional else "")


def _points(points: Fraction | None, digits: int) -> str:
    return _MISSING if points is None else fixed(points, digits)


def _standing(item: GroupResult | LeafResult, digits: int) -> Iterator[str]:
    """Full mark and points, as far as there are any."""
    full = item.leaf.maximum if isinstance(item, LeafResult) and item.waived else item.full
    yield "没有单独的满分" if full is None else f"满分{plain(full)}分"
    if item.points is not None:
        yield f"得{fixed(item.points, digits)}分" + ("（暂定）" if item.provisional else "")
