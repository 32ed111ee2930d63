"""A scheme as the tables of its appendices."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assess.cli.columns import wrap
from assess.cli.screen import Prose, new_table, say, show_table
from assess.cli.views.plans import plan_lines, scheme_lines
from assess.cli.views.remarks import show_departures
from assess.ground.numbers import plain
from assess.rules.grammar.rule_words import rule_words
from assess.scheme.nodes import Group, Leaf, Node, leaves
from assess.scheme.scheme import IndicatorTree, Scheme

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

#: A list's heading: four characters a line.
_HEADING = 8


def show_scheme(console: "Console", scheme: Scheme, trees: tuple[IndicatorTree, ...]) -> None:
    """Write the parts of the total, then the wanted tables."""
    say(console, scheme.title, style="bold")
    issuer = f"（{scheme.issuer}）" if scheme.issuer else ""
    say(console, f"依据：{scheme.document}{issuer}")
    say(console, f"考核期：{'至'.join(scheme.period)}")
    for line in scheme.notes:
        say(console, line, indent=2, hanging=2)
    show_table(console, _parts(scheme))
    for line in scheme_lines(scheme):
        say(console, line, hanging=2)
    show_departures(console, scheme)
    for tree in trees:
        facts = [tree.id, f"{sum(1 for _ in leaves(tree.nodes))}个计分指标", tree.clause]
        say(console, f"{tree.label}（{'，'.join(filter(None, facts))}）", style="bold", hanging=2)
        for line in plan_lines(tree.plan) if tree.plan is not None else ():
            say(console, line, indent=2, hanging=4)
        show_table(console, _indicators(tree, scheme))


def _parts(scheme: Scheme) -> "Table":
    table = new_table()
    table.add_column("部分")
    for label in scheme.lists.values():
        table.add_column("\n".join(wrap(label, _HEADING)), justify="right", no_wrap=True)
    table.add_column("条款")
    for part in scheme.parts:
        table.add_row(
            part.label, *(plain(part.full[name]) if part.full[name] else "不计" for name in scheme.lists), part.clause
        )
    table.add_row("总分", *(plain(scheme.total_full(name)) for name in scheme.lists), "", style="bold")
    return table


def _indicators(tree: IndicatorTree, scheme: Scheme) -> "Table":
    table = new_table()
    table.add_column("编号", no_wrap=True)
    table.add_column("指标", ratio=4)
    table.add_column("满分", justify="right", no_wrap=True)
    table.add_column("计分办法", ratio=5)
    everybody = frozenset(name for name, one in scheme.unit_types.items() if one.list == tree.list)
    rows = list(_rows(tree.nodes, everybody, scheme))
    clauses = any(clause for *_, clause in rows)
    if clauses:
        table.add_column("条款", ratio=2)
    for style, *cells in rows:
        table.add_row(*map(Prose, cells if clauses else cells[:-1]), style=style)
    return table


def _rows(
    nodes: tuple[Node, ...],
    around: frozenset[str],
    scheme: Scheme,
) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Style and cells; `around` are the unit types to which the group around applies."""
    for node in nodes:
        heading = node.heading
        full = "" if node.maximum is None else plain(node.maximum)
        exempt = [scheme.unit_types[name].label for name in scheme.unit_types if name in around - heading.types]
        label = heading.label + (f"（不参加：{'、'.join(exempt)}）" if exempt else "")
        style = "bold" if isinstance(node, Group) else ""
        yield style, node.id, label, full, _method(node, scheme), heading.clause
        if isinstance(node, Group):
            yield from _rows(node.children, heading.types, scheme)


def _method(node: Node, scheme: Scheme) -> str:
    if not isinstance(node, Leaf):
        return ""
    return rule_words(node.rule, node.frame, {name: one.label for name, one in scheme.unit_types.items()})
