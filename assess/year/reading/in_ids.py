"""A year in which people wrote names, as the same year with the ids that they stand for.

Everything has an id and a name, and either may be written: `单位类型: 二级学院` for `type: secondary_college`. The rest
of the program knows ids only. What is neither stays, for the reading of the year to complain of.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from assess.entered.enterable import ASSESSOR, Enterable, EnterableNode
from assess.ground.address import APPLICATION, ASSESSORS, LAST_YEAR, UNIT, YEAR_NODE
from assess.ground.findings import Findings
from assess.ground.labelled import Labelled
from assess.ground.tree import Rows, Table, Text, Tree
from assess.parts.registry import sections
from assess.scheme.scheme import Scheme
from assess.year.enterables import Enterables
from assess.year.sections import is_by_part
from assess.year.unit_names import named_units

Known = TypeVar("Known")
#: What becomes of a value under a key.
Change = Callable[[str, Tree], Tree]


def in_ids(tree: Table, scheme: Scheme, findings: Findings | None = None) -> Table:
    """The year with ids; one in which every word is an id comes back as it is.

    `findings` get what is written twice, by its id and by its name; only the first of the two stays.
    """
    return _Spelling(Enterables(scheme), findings or Findings()).year(tree)


class _Spelling:
    def __init__(self, enterables: Enterables, findings: Findings) -> None:
        self._enterables = enterables
        self._scheme = enterables.scheme
        self._findings = findings

    def year(self, tree: Table) -> Table:
        """The units first, since the rest names them."""
        tree = self._named(tree, self._enterables.of_year(())[YEAR_NODE].inputs, _label)
        tree = _changed(tree, lambda key, value: _each(value, self._unit) if key == "units" else value)
        nodes = self._enterables.of_year(list(named_units(tree)))
        lists = {name: one.inputs[one.primary] for name, one in nodes.items() if one.primary is not None}
        values = nodes[YEAR_NODE].inputs

        def change(key: str, value: Tree) -> Tree:
            if key == ASSESSORS and isinstance(value, Table):
                return _changed(value, lambda _, unit: self._value(unit, nodes[ASSESSORS].others))
            return self._value(value, lists.get(key, values.get(key)))

        return _changed(tree, change)

    def _unit(self, unit: Tree) -> Tree:
        if not isinstance(unit, Table):
            return unit
        unit = self._named(unit, self._unit_keys(), lambda words: words)
        kinds = self._kinds(unit)
        unit = _changed(unit, lambda key, value: self._value(value, kinds.get(key)))
        table = unit.get("table")
        tree = self._enterables.tree_for(str(unit.get("type")), None if table is None else str(table))
        if tree is None:
            return unit
        nodes = self._enterables.of_unit(tree)
        indicators = self._enterables.indicators(tree)
        about = nodes[UNIT].inputs
        attributes = {name: about[name] for name in self._scheme.attributes}
        inside: Mapping[str, Callable[[Tree], Tree]] = {
            "facts": lambda given: self._facts(given, indicators),
            "self_marks": lambda given: self._keyed(given, indicators, _words),
            "attributes": lambda given: self._fields(given, attributes),
            APPLICATION: lambda given: self._fields(given, nodes[APPLICATION].inputs),
            LAST_YEAR: lambda given: self._fields(given, nodes[LAST_YEAR].inputs),
            **{section: self._opinions_under(section, nodes) for section in sections()},
        }
        return _changed(
            unit, lambda key, value: inside[key](value) if key in inside else self._value(value, about.get(key))
        )

    def _unit_keys(self) -> Mapping[str, tuple[str, ...]]:
        """What the keys of a unit are called; a section that one part of the total has to itself also as the part."""
        words: dict[str, tuple[str, ...]] = {name: (one.label,) for name, one in self._enterables.unit_keys.items()}
        for section in sections():
            parts = self._scheme.parts_under(section)
            if len(parts) == 1:
                words[section] += (parts[0].label,)
        return words

    def _kinds(self, unit: Table) -> Mapping[str, Enterable]:
        """The values on which it depends what else there may be: type and table."""
        types = self._enterables.types
        kind = types.named(str(unit.get("type")))
        tables = self._enterables.tables(kind[0] if len(kind) == 1 else "")
        return {"type": Enterable(types.what, values=types), "table": Enterable(tables.what, values=tables)}

    def _facts(self, facts: Tree, indicators: Mapping[str, EnterableNode]) -> Tree:
        named = self._keyed(facts, indicators, _words)
        if not isinstance(named, Table):
            return named
        return _changed(named, lambda key, fact: self._fact(fact, indicators[key]) if key in indicators else fact)

    def _fact(self, fact: Tree, node: EnterableNode) -> Tree:
        if not isinstance(fact, Table):
            return self._value(fact, node.inputs.get(node.primary or ""))
        return fact if _names_people(fact, node) else self._fields(fact, node.inputs)

    def _opinions_under(self, section: str, nodes: Mapping[str, EnterableNode]) -> Callable[[Tree], Tree]:
        """How what people say is spelled: by part of the total, or of the only part at once."""

        def spelled(given: Tree) -> Tree:
            schemes = (self._scheme, *filter(None, [self._scheme.by_default]))
            parts = {part.id: (part.label,) for scheme in schemes for part in scheme.parts_under(section)}
            own = self._scheme.parts_under(section)
            groups = _plainly(own[0].rules.group_labels) if len(own) == 1 else {}
            named = self._keyed(given, {**groups, **parts}, lambda words: words)
            if not own or not isinstance(named, Table):
                return named
            if not is_by_part(self._scheme, section, named):
                return self._opinion(named, nodes[own[0].id])
            return _changed(named, lambda key, inner: self._opinion(inner, nodes[key]) if key in parts else inner)

        return spelled

    def _opinion(self, given: Tree, node: EnterableNode) -> Tree:
        """What is said of a unit by group: numbers of ballots, or marks."""
        if not node.groups:
            return self._keyed(given, node.inputs, _label)
        named = self._keyed(given, _plainly(node.groups), lambda words: words)
        if not isinstance(named, Table):
            return named
        return _changed(named, lambda _, ballots: self._fields(ballots, node.inputs))

    def _value(self, value: Tree, entered: Enterable | None) -> Tree:
        """A value that has an id, and the fields of what has several, alone or in a list."""
        if entered is None:
            return value
        if isinstance(value, Text) and entered.values is not None:
            found = entered.values.named(value)
            return Text(found[0], value.place) if len(found) == 1 and found[0] != value else value
        if isinstance(value, Rows):
            return _each(value, lambda row: self._value(row, entered))
        return self._fields(value, entered.fields) if entered.fields else value

    def _fields(self, given: Tree, fields: Mapping[str, Enterable]) -> Tree:
        named = self._keyed(given, fields, _label)
        if not isinstance(named, Table):
            return named
        return _changed(named, lambda key, value: self._value(value, fields.get(key)))

    def _keyed(self, given: Tree, known: Mapping[str, Known], words: Callable[[Known], Iterable[str]]) -> Tree:
        return self._named(given, known, words) if isinstance(given, Table) else given

    def _named(self, table: Table, known: Mapping[str, Known], words: Callable[[Known], Iterable[str]]) -> Table:
        """The table with the ids of its keys."""
        if all(key in known for key in table):
            return table
        names = Labelled("", {name: words(one) for name, one in known.items()})
        result = Table(place=table.place)
        first: dict[str, str] = {}
        for key, value in table.items():
            found = names.named(key)
            name = found[0] if len(found) == 1 else str(key)
            place = getattr(key, "place", table.place)
            if name in result:
                text = f"“{key}”和“{first[name]}”是同一项，写了两次"
                self._findings.error(place, "duplicate_key", text, "只留一个")
                continue
            first[name] = str(key)
            result[Text(name, place)] = value
        return result


def _label(entered: Enterable) -> tuple[str, ...]:
    return (entered.label,)


def _words(node: EnterableNode) -> tuple[str, ...]:
    return node.words


def _plainly(labels: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {name: (label,) for name, label in labels.items()}


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


def _changed(table: Table, change: Change) -> Table:
    """The table with its values changed; the same one where nothing is."""
    changed = {key: change(str(key), value) for key, value in table.items()}
    return table if all(changed[key] is value for key, value in table.items()) else Table(changed, table.place)


def _each(rows: Tree, change: Callable[[Tree], Tree]) -> Tree:
    """The same of a list."""
    if not isinstance(rows, Rows):
        return rows
    changed = [change(row) for row in rows]
    return rows if all(new is old for new, old in zip(changed, rows, strict=True)) else Rows(changed, rows.place)
