"""What may be entered under each node of a scheme's tables, with what only the default readings would ask for."""

from collections.abc import Mapping
from dataclasses import replace

from assess.parts.money import FUNDS, FUNDS_LABEL, fund_slots
from assess.scheme.nodes import Leaf, all_nodes
from assess.scheme.scheme import IndicatorTree, Scheme
from assess.year.reading.facts import Entry, entry_of


class Entries:
    """The entries of a scheme; worked out once for each table."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self._found: dict[str, dict[str, Entry]] = {}

    def tables(self, list_id: str) -> Mapping[str, IndicatorTree]:
        """The tables of a list, by id; none where its units share one tree."""
        return {name: tree for name, tree in self.scheme.trees.items() if tree.is_table and tree.list == list_id}

    def tree_for(self, unit_type: str, table: str | None) -> IndicatorTree | None:
        """The indicators of a unit of this kind; None where there is no such kind, which is complained of elsewhere."""
        if unit_type not in self.scheme.unit_types:
            return None
        list_id = self.scheme.unit_types[unit_type].list
        tables = self.tables(list_id)
        return tables.get(table or "") if tables else self.scheme.trees[list_id]

    def of(self, tree: IndicatorTree) -> Mapping[str, Entry]:
        """What may be entered under each node, with what only the default readings would ask for."""
        if tree.id not in self._found:
            entries = _entries(tree)
            default = self.scheme.by_default
            for name, asleep in _entries(default.trees[tree.id]).items() if default is not None else ():
                here = entries.get(name)
                if here is None:
                    entries[name] = Entry(name, asleep.label, {}, {}, None, asleep.labels, is_asleep=True)
                else:
                    primary = here.primary or asleep.primary
                    dormant = {key: label for key, label in asleep.labels.items() if key not in here.names}
                    entries[name] = replace(here, primary=primary, dormant=dormant)
            self._found[tree.id] = entries
        return self._found[tree.id]


def _entries(tree: IndicatorTree) -> dict[str, Entry]:
    found = {node.id: (node, entry_of(node)) for node in all_nodes(tree.nodes)}
    # Of an indicator the office may always write down a reason, a basis and a note, of a group only what it declares.
    entries = {name: entry for name, (node, entry) in found.items() if entry.inputs or isinstance(node, Leaf)}
    if tree.plan is not None:
        funds = {name: slot.spec for name, slot in fund_slots(tree.plan.unit).items()}
        entries[FUNDS] = Entry(FUNDS, FUNDS_LABEL, funds, {}, None)
    return entries
