"""What stands in for wrong pieces of a scheme while the rest is checked."""

import re

from assess.ground.tree import Path, Rows, Table, Text, Tree, at
from assess.scheme.reading.one_run import put, stand_in

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_.\-]{0,39}")

#: Top-level keys on which nothing else rests, and what stands in for those that a scheme must have.
_ALONE: dict[str, Table | Text | None] = {
    "id": Text("x"),
    "title": Text("x"),
    "source": stand_in(document="x"),
    "period": Table({Text("from"): Text("2000-01-01"), Text("to"): Text("2000-12-31")}),
    "rounding": None,
    "counting": None,
    "recusal": None,
    "duties": None,
    "steps": None,
    "consequences": None,
    "selection": None,
    "grades": None,
    "monitoring": None,
    "reminders": None,
    "overlaps": None,
    "stated_totals": None,
    "stated_budget": None,
    "mark_step": None,
}


def mend(tree: Table, path: Path, kind: str) -> Table | None:
    """Put a stand-in where something is wrong; None where too much rests on it."""
    del kind
    top = path[0] if path else None
    if top in _ALONE:
        return put(tree, (str(top),), _ALONE[str(top)])
    node = _node_of(path)
    if node:
        return _without_node(tree, node)
    if top == "targets" and path[2:3] == ("plan",):
        # Its unit is all that anything below asks of it.
        return put(tree, path[:3], stand_in(title="x"))
    if len(path) > 1 and top in _NAMED:
        return put(tree, path[:2], _NAMED[str(top)](tree))
    return None


def _node_of(path: Path) -> Path:
    """The path of the innermost indicator or group; empty when `path` leads into none."""
    start = {"common": 1, "targets": 3}.get(str(path[0]) if path else "", len(path))
    end = 0
    while start < len(path) and isinstance(path[start], int) and path[start - 1] in ("common", "indicators"):
        end = start + 1
        start += 2
    return path[:end]


def _without_node(tree: Table, path: Path) -> Table:
    """A mark in place of the node; what may name the nodes below a group goes too."""
    try:
        node = at(tree, path)
    except KeyError:
        # It went with the group around it.
        return tree
    if isinstance(node, Table) and "indicators" in node:
        tree = put(put(tree, ("overlaps",), None), ("stated_totals",), None)
        targets = tree.get("targets")
        for index, target in enumerate(targets if isinstance(targets, Rows) else ()):
            if isinstance(target, Table):
                tree = put(tree, ("targets", index, "additions"), None)
    return put(tree, path, _mark(node, path))


def _mark(node: Tree, path: Path) -> Table:
    name = node.get("id") if isinstance(node, Table) else None
    if not isinstance(name, Text) or _ID.fullmatch(name) is None:
        name = Text("x" + "-".join(str(step) for step in path if isinstance(step, int)))
    # No points: whatever share of a full mark it gets, it stays within.
    judged = Table({Text("judged"): stand_in(max="0")})
    return Table({Text("id"): name, Text("label"): Text("x"), Text("rule"): judged}, getattr(node, "place", name.place))


def _part(tree: Table) -> Table:
    lists = tree.get("lists")
    full = stand_in(**dict.fromkeys(lists if isinstance(lists, Table) else (), "0"))
    return Table({Text("label"): Text("x"), Text("full"): full, Text("execution"): Table()})


def _population(tree: Table) -> Table:
    types = tree.get("unit_types")
    names = Rows([Text(name) for name in types] if isinstance(types, Table) else [])
    return Table({Text("label"): Text("x"), Text("types"): names})


def _reading(tree: Table) -> Table:
    del tree
    choices = Table({Text("x"): stand_in(label="x")})
    return Table({**stand_in(clause="x", question="x", default="x"), Text("choices"): choices})


#: Top-level tables of named things that are looked for by their names only.
_NAMED = {"parts": _part, "populations": _population, "readings": _reading}
