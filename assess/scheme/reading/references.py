"""Checks that what one part of a scheme names is declared in another: lists, types, nodes, readings."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from assess.ground.edges import Edges
from assess.ground.place import MOST_PROBLEMS, did_you_mean
from assess.ground.tree import Path
from assess.parts.money import FUNDS
from assess.rules.base import Flaw
from assess.scheme.reading.indicator_file import NodeFile
from assess.scheme.reading.names import name_flaws
from assess.scheme.reading.scheme_file import SchemeFile

Check = Callable[[SchemeFile], Iterator[Flaw]]


def reference_flaws(file: SchemeFile) -> list[Flaw]:
    """Run all checks, until there is more wrong than anybody would read."""
    found = (flaw for check in CHECKS for flaw in check(file))
    return list(islice(found, MOST_PROBLEMS + 1))


def _unknown(path: Path, names: Iterable[str], known: Iterable[str], what: str) -> Iterator[Flaw]:
    allowed = list(known)
    for index, name in enumerate(names):
        if name not in allowed:
            yield Flaw((*path, index), "unknown_reference", f"没有“{name}”这个{what}", did_you_mean(name, allowed))


def _keys(path: Path, names: Iterable[str], known: Iterable[str], what: str) -> Iterator[Flaw]:
    allowed = list(known)
    for name in names:
        if name not in allowed:
            text, hint = f"没有“{name}”这个{what}", did_you_mean(name, allowed)
            yield Flaw((*path, name), "unknown_reference", text, hint, is_key=True)


def types_name_lists(file: SchemeFile) -> Iterator[Flaw]:
    """A unit type belongs to a declared list."""
    for name, unit_type in file.unit_types.items():
        if unit_type.list not in file.lists:
            here = ("unit_types", name, "list")
            hint = did_you_mean(unit_type.list, file.lists)
            yield Flaw(here, "unknown_reference", f"没有“{unit_type.list}”这个名单", hint)


def populations_name_types(file: SchemeFile) -> Iterator[Flaw]:
    """Populations, attributes and stated totals name declared unit types."""
    for name, population in file.populations.items():
        yield from _unknown(("populations", name, "types"), population.types, file.unit_types, "单位类型")
    for name, attribute in file.attributes.items():
        yield from _unknown(("attributes", name, "types"), attribute.types, file.unit_types, "单位类型")
    for index, stated in enumerate(file.stated_totals):
        yield from _unknown(("stated_totals", index, "types"), stated.types, file.unit_types, "单位类型")


def parts_have_full_marks(file: SchemeFile) -> Iterator[Flaw]:
    """Each part has a full mark for each list and for no other; marks are not negative."""
    for name, part in file.parts.items():
        path = ("parts", name, "full")
        yield from _keys(path, part.full, file.lists, "名单")
        for one in file.lists:
            if one not in part.full:
                text = f"“{part.label}”没有写名单“{one}”的满分"
                yield Flaw(path, "missing_key", text, "每个名单都要写满分，不计的写0")
        for one, points in part.full.items():
            if points < 0:
                yield Flaw((*path, one), "negative", "满分不能小于0")


def quotas_name_lists(file: SchemeFile) -> Iterator[Flaw]:
    """Quotas are for declared lists and not negative."""
    if file.selection is None:
        return
    path = ("selection", "quota")
    yield from _keys(path, file.selection.quota, file.lists, "名单")
    for name, quota in file.selection.quota.items():
        if quota < 0:
            yield Flaw((*path, name), "negative", "名额不能小于0")


def graded_in_one_way(file: SchemeFile) -> Iterator[Flaw]:
    """Grades are given by quota or by bands of the total, not by both."""
    if file.selection is not None and file.grades is not None:
        text = "selection（按名额）和grades（按总分）只能写一种"
        yield Flaw(("grades",), "two_ways_to_grade", text, "删去其中一个", is_key=True)


def weights_are_above_0(file: SchemeFile) -> Iterator[Flaw]:
    """A section's weight is above 0; one that counts nothing is left out."""
    for name, weight in file.weights.sections.items() if file.weights is not None else ():
        if weight <= 0:
            here = ("weights", "sections", name)
            yield Flaw(here, "not_positive", f"“{name}”的权重应大于0", "不计分的部分不写")


def money_has_a_plan(file: SchemeFile) -> Iterator[Flaw]:
    """Where the execution rate counts, every table has a plan: with it a unit's money can be entered."""
    counted = {
        name
        for part in file.parts.values()
        if FUNDS in part.rules.entered_at("")
        for name, full in part.full.items()
        if full > 0
    }
    with_trees = {target.list for target in file.targets if target.list}
    planned = {target.list for target in file.targets if target.list and target.plan}
    for index, target in enumerate(file.targets):
        lists = {target.list} if target.list else set(file.lists) - with_trees
        if target.plan is None and target.list not in planned and lists & counted:
            text = f"预算执行率要计分，“{target.table or target.list}”却没有写plan（表头）"
            here = ("targets", index)
            yield Flaw(here, "missing_key", text, "写上plan，至少有title；或把这张名单的预算执行率满分写0")


def one_plan_a_list(file: SchemeFile) -> Iterator[Flaw]:
    """The indicators of a list may stand in several entries, its plan in one."""
    seen: set[str] = set()
    for index, target in enumerate(file.targets):
        if target.list is None or target.plan is None:
            continue
        if target.list in seen:
            text = f"名单“{target.list}”的plan（表头）已经在前面写过"
            yield Flaw(("targets", index, "plan"), "duplicate_key", text, "只留一个")
        seen.add(target.list)


def trees_are_declared_once(file: SchemeFile) -> Iterator[Flaw]:
    """A table is declared once; a list is known; a table's id is no list's."""
    seen: set[str] = set()
    for index, target in enumerate(file.targets):
        if target.list is not None:
            if target.list not in file.lists:
                here, hint = ("targets", index, "list"), did_you_mean(target.list, file.lists)
                yield Flaw(here, "unknown_reference", f"没有“{target.list}”这个名单", hint)
        elif target.table in seen or target.table in file.lists:
            here = ("targets", index, "table")
            yield Flaw(here, "duplicate_id", f"部门指标表“{target.table}”写了两次，或与名单同名", "请换一个名字")
        seen.add(target.table or "")


def nodes_name_types_and_readings(file: SchemeFile) -> Iterator[Flaw]:
    """Exemptions, texts and readings of a node are declared."""
    for path, node in _nodes(file):
        yield from _unknown((*path, "except"), node.except_, file.unit_types, "单位类型")
        yield from _unknown((*path, "only"), node.only, file.unit_types, "单位类型")
        yield from _keys((*path, "texts"), node.texts, file.unit_types, "单位类型")
        yield from _unknown((*path, "readings"), node.readings, file.readings, "理解（readings）")


def lines_name_attributes(file: SchemeFile) -> Iterator[Flaw]:
    """A line that depends on the unit names a declared attribute, and for its choices gives edges."""
    for path, node in _nodes(file):
        lines = [("inputs", name, one.line_by) for name, one in node.inputs.items()]
        lines += [("evidence", name, one.line_by) for name, one in node.evidence.items()]
        for kind, name, line_by in lines:
            if line_by is not None:
                yield from _line_flaws(file, (*path, kind, name, "line_by"), line_by)


def _line_flaws(file: SchemeFile, path: Path, line_by: Mapping[str, str | Edges]) -> Iterator[Flaw]:
    named = line_by.get("attribute")
    if not isinstance(named, str) or named not in file.attributes:
        text = f"没有“{named}”这项单位属性" if isinstance(named, str) else "line_by要写attribute（单位属性的名称）"
        hint = did_you_mean(named if isinstance(named, str) else "", file.attributes)
        yield Flaw((*path, "attribute"), "unknown_reference", text, hint)
        return
    choices = {name: edges for name, edges in line_by.items() if name != "attribute"}
    yield from _keys(path, choices, file.attributes[named].choices, file.attributes[named].label)
    for name, edges in choices.items():
        if not isinstance(edges, Edges):
            here = (*path, name)
            yield Flaw(here, "not_a_table", f"“{name}”应写界限", "例如 {at_least: 3}")


def overlaps_name_items(file: SchemeFile) -> Iterator[Flaw]:
    """A declared overlap names a table and items of it."""
    tables = {target.table: target for target in file.targets if target.table}
    for index, overlap in enumerate(file.overlaps):
        if overlap.table not in tables:
            here = ("overlaps", index, "table")
            hint = did_you_mean(overlap.table, tables)
            yield Flaw(here, "unknown_reference", f"没有“{overlap.table}”这个部门指标表", hint)
            continue
        ids = {node.id for _, node in _below((), tables[overlap.table].indicators)} | {one.id for one in file.common}
        yield from _unknown(("overlaps", index, "ids"), overlap.ids, sorted(ids), "指标")


def totals_name_nodes(file: SchemeFile) -> Iterator[Flaw]:
    """A stated total is of a node or of a part."""
    ids = dict.fromkeys([*(node.id for _, node in _nodes(file)), *file.parts])
    for index, stated in enumerate(file.stated_totals):
        if stated.node not in ids:
            here = ("stated_totals", index, "node")
            hint = did_you_mean(stated.node, ids)
            yield Flaw(here, "unknown_reference", f"没有“{stated.node}”这个指标或组成部分", hint)


CHECKS: tuple[Check, ...] = (
    name_flaws,
    types_name_lists,
    populations_name_types,
    parts_have_full_marks,
    quotas_name_lists,
    graded_in_one_way,
    weights_are_above_0,
    money_has_a_plan,
    one_plan_a_list,
    trees_are_declared_once,
    nodes_name_types_and_readings,
    lines_name_attributes,
    overlaps_name_items,
    totals_name_nodes,
)


def _nodes(file: SchemeFile) -> Iterator[tuple[Path, NodeFile]]:
    yield from _below(("common",), file.common)
    for index, target in enumerate(file.targets):
        yield from _below(("targets", index, "indicators"), target.indicators)


def _below(path: Path, nodes: Iterable[NodeFile]) -> Iterator[tuple[Path, NodeFile]]:
    for index, node in enumerate(nodes):
        here = (*path, index)
        yield here, node
        yield from _below((*here, "indicators"), node.indicators)
