"""What checks look at: a scheme, the tree it was built from, and how every alternative reading turns out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from assess.ground.place import Place, Problem, ProblemsError
from assess.ground.tree import Path, Rows, Table, Text, Tree, place_of
from assess.rules.base import Rule
from assess.rules.grammar.frame import Frame
from assess.scheme.nodes import Group, Leaf, Node, all_nodes
from assess.scheme.reading.building import build_scheme
from assess.scheme.reading.overlays import apply, node_paths
from assess.scheme.scheme import IndicatorTree, Scheme


class Spot(NamedTuple):
    """A node and where it is written; a common node stands once, in the first table that uses it."""

    indicators: IndicatorTree
    node: Node
    path: Path

    def __str__(self) -> str:
        """Name it as people cite it: `“K5.3 就业工作”（附件1 二(五)3）`."""
        own = self.indicators.is_table and self.path[0] != "common"
        prefix = f"{self.indicators.id}/" if own else ""
        clause = f"（{self.node.heading.clause}）" if self.node.heading.clause else ""
        return f"“{prefix}{self.node.id} {self.node.heading.label}”{clause}"


class Applied(NamedTuple):
    """A rule at work in a leaf: the leaf's own, or one nested in it."""

    spot: Spot
    path: Path
    rule: Rule
    frame: Frame


@dataclass(frozen=True)
class Subject:
    """A scheme that is checked. `written` is its tree as files have it, `tree` has the readings in force put in."""

    scheme: Scheme
    written: Table
    tree: Table

    @cached_property
    def alternatives(self) -> Mapping[tuple[str, str], Scheme | tuple[Problem, ...]]:
        """The scheme under each alternative (reading, choice) not in force, or what keeps it from being built."""
        readings = self.scheme.readings.values()
        chosen = {reading.id: reading.chosen for reading in readings}
        return {
            (reading.id, choice): _alternative(self.written, chosen | {reading.id: choice})
            for reading in readings
            for choice in reading.choices
            if choice != reading.chosen
        }

    @cached_property
    def paths(self) -> Mapping[str, Path]:
        """Where every node is written, by id (`K1.1a`, `academic_affairs/D5`, `common/D1`)."""
        return node_paths(self.tree)

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every node once, groups before leaves, tree by tree."""
        found: dict[Path, Spot] = {}
        for indicators in self.scheme.trees.values():
            for node in all_nodes(indicators.nodes):
                path = self.path_of(indicators, node)
                found.setdefault(path, Spot(indicators, node, path))
        return tuple(found.values())

    @property
    def groups(self) -> Iterator[tuple[Spot, Group]]:
        """Every group with its spot."""
        return ((spot, spot.node) for spot in self.spots if isinstance(spot.node, Group))

    @property
    def leaves(self) -> Iterator[tuple[Spot, Leaf]]:
        """Every scored indicator with its spot."""
        return ((spot, spot.node) for spot in self.spots if isinstance(spot.node, Leaf))

    @cached_property
    def rules(self) -> tuple[Applied, ...]:
        """Every rule of every leaf, outer before inner, in the frame of the unit types for which it counts."""
        return tuple(
            applied
            for spot, leaf in self.leaves
            for applied in _inside(spot, ("rule", leaf.rule.kind), leaf.rule, leaf.frame)
        )

    @cached_property
    def buildable(self) -> tuple[Scheme, ...]:
        """The scheme as it stands and under every alternative that can be built."""
        return (self.scheme, *(one for one in self.alternatives.values() if isinstance(one, Scheme)))

    def path_of(self, indicators: IndicatorTree, node: Node) -> Path:
        """Where a node of these indicators is written."""
        own = f"{indicators.id}/{node.id}" if indicators.is_table else node.id
        return self.paths[own] if own in self.paths else self.paths[f"common/{node.id}"]

    def spot_of(self, indicators: IndicatorTree, node: Node) -> Spot:
        """A node of these indicators with its place."""
        return Spot(indicators, node, self.path_of(indicators, node))

    def place(self, *path: str | int) -> Place:
        """The place of what `path` names in the tree."""
        return place_of(self.tree, path)

    def types_of(self, list_id: str) -> list[str]:
        """The unit types of a list."""
        return [name for name, one in self.scheme.unit_types.items() if one.list == list_id]

    def type_names(self, types: Iterable[str]) -> str:
        """Unit types for a reader, in the order in which they are declared."""
        wanted = set(types)
        return "、".join(one.label for name, one in self.scheme.unit_types.items() if name in wanted)

    def units(self, types: Iterable[str]) -> int | None:
        """How many units are of these types; None where the scheme does not say so for each."""
        counts = [self.scheme.unit_types[name].count for name in types]
        known = [count for count in counts if count is not None]
        return sum(known) if known and len(known) == len(counts) else None

    def trees_of(self, list_id: str) -> list[IndicatorTree]:
        """The indicators by which units of a list are assessed: its tables, or its own tree."""
        found = [one for one in self.scheme.trees.values() if one.list == list_id and one.nodes]
        return [one for one in found if one.is_table] or found


def subject_of(tree: Table, wanted: Mapping[str, str] | None = None) -> Subject:
    """Build the scheme with the readings `wanted`. Raises `ProblemsError` when it cannot be built."""
    scheme = build_scheme(tree, wanted)
    chosen = {reading.id: reading.chosen for reading in scheme.readings.values()}
    return Subject(scheme, tree, apply(tree, chosen)[0])


def _alternative(tree: Table, chosen: Mapping[str, str]) -> Scheme | tuple[Problem, ...]:
    changed, problems = apply(tree, chosen)
    if problems:
        return tuple(problems)
    try:
        return build_scheme(_without_overlays(changed))
    except ProblemsError as error:
        return error.problems


def _without_overlays(tree: Table) -> Table:
    """The tree whose readings are only questions: what they would change has been changed already."""
    # The only lists inside readings are overlays.
    plain = Table(tree, tree.place)
    plain[Text("readings")] = _stripped(tree["readings"])
    return plain


def _stripped(tree: Tree) -> Tree:
    if isinstance(tree, Table):
        kept = {key: _stripped(value) for key, value in tree.items() if not isinstance(value, Rows)}
        return Table(kept, tree.place)
    return tree


def _inside(spot: Spot, path: Path, rule: Rule, frame: Frame) -> Iterator[Applied]:
    yield Applied(spot, path, rule, frame)
    for step, inner, change in rule.nested():
        narrowed = change(frame)
        # A branch for unit types to which the leaf does not apply never counts.
        if narrowed.types:
            yield from _inside(spot, (*path, *step, inner.kind), inner, narrowed)
