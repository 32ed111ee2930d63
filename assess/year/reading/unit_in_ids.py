"""Puts ids in place of the names that people wrote about one unit."""

from collections.abc import Mapping
from functools import cached_property

from assess.entered.enterable import ASSESSOR, Enterable, EnterableNode
from assess.ground.address import APPLICATION, LAST_YEAR, SELF_KEYS, UNIT
from assess.ground.tree import Table, Text, Tree
from assess.parts.registry import sections
from assess.year.enterables import Enterables
from assess.year.reading.spelling import Spelling, Words, changed, itself, label_of, plainly
from assess.year.sections import is_by_part


class UnitSpelling:
    """Spells the units of one file."""

    def __init__(self, enterables: Enterables, spelling: Spelling) -> None:
        self._enterables = enterables
        self._scheme = enterables.scheme
        self._spelling = spelling

    def unit(self, given: Tree) -> Tree:
        """One unit; first its type and its table, since what else there is depends on them."""
        named = self._spelling.keyed(given, self._keys, itself)
        if not isinstance(named, Table):
            return named
        kinds = self._kinds(named)
        unit = changed(named, lambda key, value: self._spelling.value(value, kinds.get(key)))
        assert isinstance(unit, Table)  # noqa: S101 a table stays one
        table = unit.get("table")
        tree = self._enterables.tree_for(str(unit.get("type")), None if table is None else str(table))
        if tree is None:
            return unit
        nodes, indicators = self._enterables.of_unit(tree), self._enterables.indicators(tree)
        return changed(unit, lambda key, value: self._inside(key, value, nodes, indicators))

    @cached_property
    def _keys(self) -> Mapping[str, Words]:
        """What the keys of a unit are called; a section that one part of the total has to itself also as the part."""
        words: dict[str, Words] = {name: (one.label,) for name, one in self._enterables.unit_keys.items()}
        for section in sections():
            parts = self._scheme.parts_under(section)
            if len(parts) == 1:
                words[section] += (parts[0].label,)
        return words

    def _kinds(self, unit: Table) -> Mapping[str, Enterable]:
        types = self._enterables.types
        kind = types.named(str(unit.get("type")))
        tables = self._enterables.tables(kind[0] if len(kind) == 1 else "")
        return {"type": Enterable(types.what, values=types), "table": Enterable(tables.what, values=tables)}

    def _inside(
        self, key: str, value: Tree, nodes: Mapping[str, EnterableNode], indicators: Mapping[str, EnterableNode]
    ) -> Tree:
        """What stands under one key of the unit."""
        about = nodes[UNIT].inputs
        if key == "facts":
            named = self._spelling.keyed(value, indicators, _words_of)
            return changed(named, lambda node, fact: self._fact(fact, indicators.get(node)))
        if key in SELF_KEYS.values():
            return self._spelling.keyed(value, indicators, _words_of)
        if key == "attributes":
            return self._spelling.fields(value, {name: about[name] for name in self._scheme.attributes})
        if key in (APPLICATION, LAST_YEAR):
            return self._spelling.fields(value, nodes[key].inputs)
        if key in sections():
            return self._opinions(key, value, nodes)
        return self._spelling.value(value, about.get(key))

    def _fact(self, fact: Tree, node: EnterableNode | None) -> Tree:
        if node is None:
            return fact
        if not isinstance(fact, Table):
            return self._spelling.value(fact, node.inputs.get(node.primary or ""))
        return fact if _names_people(fact, node) else self._spelling.fields(fact, node.inputs)

    def _opinions(self, section: str, given: Tree, nodes: Mapping[str, EnterableNode]) -> Tree:
        """What people say: by part of the total, or of the only part at once."""
        schemes = (self._scheme, *filter(None, [self._scheme.by_default]))
        parts = {part.id: (part.label,) for scheme in schemes for part in scheme.parts_under(section)}
        own = self._scheme.parts_under(section)
        groups = plainly(own[0].rules.group_labels) if len(own) == 1 else {}
        named = self._spelling.keyed(given, {**groups, **parts}, itself)
        if own and not is_by_part(self._scheme, section, named):
            return self._opinion(named, nodes[own[0].id])
        return changed(named, lambda key, inner: self._opinion(inner, nodes[key]) if key in parts else inner)

    def _opinion(self, given: Tree, node: EnterableNode) -> Tree:
        """What is said of a unit by group: numbers of ballots, or marks."""
        if not node.groups:
            return self._spelling.keyed(given, node.inputs, label_of)
        named = self._spelling.keyed(given, plainly(node.groups), itself)
        return changed(named, lambda _, ballots: self._spelling.fields(ballots, node.inputs))


def _words_of(node: EnterableNode) -> Words:
    return node.words


def _names_people(fact: Table, node: EnterableNode) -> bool:
    """Whether the table is a bare `{王五: 0.9}`: every key could be a person's name.

    One of nothing but names of inputs is none, unless they are all those of marks with a mark behind each.
    """
    entered = node.inputs.get(node.primary or "")
    if entered is None or entered.follows != ASSESSOR or any(key in node.inputs or key.isascii() for key in fact):
        return False
    takes = {one.label: one.follows for one in node.inputs.values()}
    if not all(key in takes for key in fact):
        return True
    return all(takes[key] == ASSESSOR and isinstance(value, Text) for key, value in fact.items())
