"""Puts the chosen readings' alternatives into a scheme's tree; what they name must exist, nothing is created."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeGuard

from assess.ground.place import Problem, did_you_mean
from assess.ground.tree import Path, Rows, Table, Text, Tree, at, place_of

#: The key of the indicators that departments have in common, and what stands before their ids as a table's id would.
COMMON = "common"


def chosen_choices(tree: Table, wanted: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """Return the choice in force of every reading, and a problem for each wish that no reading knows."""
    readings = tree.get("readings")
    known = readings if isinstance(readings, Table) else Table()
    chosen = {str(name): str(reading.get("default")) for name, reading in known.items() if isinstance(reading, Table)}
    problems = []
    for name, choice in wanted.items():
        reading = known.get(name)
        choices = reading.get("choices") if isinstance(reading, Table) else None
        if not isinstance(choices, Table):
            text = f"方案里没有“{name}”这条理解（--reading）"
            problems.append(Problem(None, "unknown_reading", text, did_you_mean(name, known)))
        elif choice not in choices:
            text = f"理解“{name}”没有“{choice}”这个选项（--reading）"
            problems.append(Problem(None, "unknown_choice", text, did_you_mean(choice, choices)))
        else:
            chosen[name] = choice
    return chosen, problems


def apply(tree: Table, chosen: Mapping[str, str]) -> tuple[Table, list[Problem]]:
    """Return a tree with the overlays of `chosen` put in, and the problems of all overlays, chosen or not."""
    written, nodes = tree, node_paths(tree)
    problems = []
    for reading, choice, target, put in written_overlays(tree):
        found = locate(tree, target, nodes)
        if isinstance(found, Problem) and chosen.get(reading) != choice:
            # What is not put in need not fit what other overlays have changed.
            found = locate(written, target, node_paths(written))
        if isinstance(found, Problem):
            problems.append(found)
        elif chosen.get(reading) == choice:
            for path in found:
                tree = Table(_replaced(tree, path, put), tree.place)
            nodes = node_paths(tree)
    return tree, problems


def written_overlays(tree: Table) -> Iterator[tuple[str, str, Rows, Tree]]:
    """Every overlay that can be read: reading, choice, the path it names, what it puts there."""
    readings = tree.get("readings")
    for name, reading in readings.items() if isinstance(readings, Table) else ():
        choices = reading.get("choices") if isinstance(reading, Table) else None
        for choice, content in choices.items() if isinstance(choices, Table) else ():
            overlays = content.get("overlay") if isinstance(content, Table) else None
            for overlay in overlays if isinstance(overlays, Rows) else ():
                target = overlay.get("at") if isinstance(overlay, Table) else None
                if isinstance(overlay, Table) and _is_path(target) and "put" in overlay:
                    yield str(name), str(choice), target, overlay["put"]


def _is_path(target: Tree) -> TypeGuard[Rows]:
    return isinstance(target, Rows) and bool(target) and all(isinstance(step, Text) for step in target)


def node_paths(tree: Table) -> dict[str, Path]:
    """Where every node stands: `K1.1a`, `academic_affairs/D5`, and the common ones as `common/D1`."""
    paths: dict[str, Path] = {}
    targets = tree.get("targets")
    for index, target in enumerate(targets if isinstance(targets, Rows) else ()):
        if isinstance(target, Table):
            table = target.get("table")
            prefix = f"{table}/" if isinstance(table, str) else ""
            _collect(target.get("indicators"), ("targets", index, "indicators"), prefix, paths)
    _collect(tree.get(COMMON), (COMMON,), f"{COMMON}/", paths)
    return paths


def table_paths(tree: Table) -> dict[str, Path]:
    """Where the indicators of every table and list stand, by its id; of several entries the first."""
    paths: dict[str, Path] = {}
    targets = tree.get("targets")
    for index, target in enumerate(targets if isinstance(targets, Rows) else ()):
        if isinstance(target, Table):
            paths.setdefault(str(target.get("table") or target.get("list")), ("targets", index))
    return paths


def _collect(nodes: Tree, path: Path, prefix: str, paths: dict[str, Path]) -> None:
    for index, node in enumerate(nodes if isinstance(nodes, Rows) else ()):
        if isinstance(node, Table):
            here = (*path, index)
            paths.setdefault(f"{prefix}{node.get('id')}", here)
            _collect(node.get("indicators"), (*here, "indicators"), prefix, paths)


#: What the first step of an overlay's path may name.
_MEANINGS = ("指标的编号", "名单或指标表的编号", "方案最外层的键")


def locate(tree: Table, target: Rows, nodes: Mapping[str, Path]) -> list[Path] | Problem:
    """Return the places that an overlay's path names (`*/…` and `*` name several); a problem when there is none."""
    first, rest = str(target[0]), target[1:]
    tables = table_paths(tree)
    known: tuple[Collection[str], ...] = (nodes, tables, tree)
    meanings = [what for what, names in zip(_MEANINGS, known, strict=True) if first in names]
    if len(meanings) > 1:
        text = f"overlay指向的“{first}”不止一种意思：{'、'.join(meanings)}"
        return Problem(place_of(target, (0,)), "overlay_ambiguous", text, "请给指标或指标表换一个编号")
    if first == "*":
        starts = list(tables.values())
    elif first.startswith("*/"):
        starts = [path for name, path in nodes.items() if name.endswith(first[1:]) and "/" in name]
    elif first in nodes or first in tables:
        starts = [nodes.get(first) or tables[first]]
    else:
        starts = [(first,)] if first in tree else []
    if not starts:
        text = f"overlay指向的“{first}”不存在：既不是指标、指标表的编号，也不是方案最外层的键"
        return Problem(place_of(target, (0,)), "overlay_nowhere", text, did_you_mean(first, [*nodes, *tables, *tree]))
    found = []
    for start in starts:
        path = _extended(tree, start, rest)
        if isinstance(path, Problem):
            return path
        found.append(path)
    return found


def _extended(tree: Tree, start: Path, rest: Sequence[Tree]) -> Path | Problem:
    path = list(start)
    found = at(tree, start)
    for step in rest:
        if isinstance(found, Table) and step in found:
            found = found[str(step)]
            path.append(str(step))
        elif isinstance(found, Rows) and isinstance(step, str) and step.isdecimal() and int(step) < len(found):
            found = found[int(step)]
            path.append(int(step))
        else:
            known = list(found) if isinstance(found, Table) else []
            text = f"overlay指向的“{step}”不存在；overlay只能替换已经写出的内容，不能新增"
            hint = did_you_mean(str(step), known) or "请先在方案里把这一项的默认值写出来"
            if isinstance(found, Rows):
                hint = f"这里是有{len(found)}项的列表；第1项写0，第2项写1，依次类推"
            place = step.place if isinstance(step, Text) else place_of(found)
            return Problem(place, "overlay_nowhere", text, hint)
    return tuple(path)


def _replaced(tree: Tree, path: Path, put: Tree) -> Tree:
    """A copy of `tree` in which `path` holds `put`; everything beside the path is shared."""
    if not path:
        return put
    step, *rest = path
    if isinstance(tree, Rows):
        rows = Rows(tree, tree.place)
        rows[int(step)] = _replaced(tree[int(step)], tuple(rest), put)
        return rows
    table = Table(tree, place_of(tree))
    table[str(step)] = _replaced(table[str(step)], tuple(rest), put)
    return table
