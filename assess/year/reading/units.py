"""Reads one unit of an evidence file against the scheme."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from assess.entered.values import Fact
from assess.ground.edges import Edges
from assess.ground.findings import Findings
from assess.ground.place import Place, did_you_mean
from assess.ground.tree import Table, place_of
from assess.parts.money import FUNDS, FUNDS_LABEL, fund_slots
from assess.scheme.scheme import IndicatorTree, Scheme, all_nodes, leaves
from assess.year.evidence import Application, LastYear, Unit
from assess.year.reading.evidence_file import UnitFile
from assess.year.reading.facts import Entry, FactReader, entry_of
from assess.year.reading.opinions import read_opinions


class UnitReader:
    """Reads the units of one file; what is entered under each node is worked out once for each tree."""

    def __init__(self, scheme: Scheme, findings: Findings) -> None:
        self.scheme = scheme
        self.findings = findings
        self._facts = FactReader(findings)
        self._entries: dict[str, dict[str, Entry]] = {}

    def unit(self, unit: UnitFile, node: Table) -> Unit:
        """Read a unit whose fixed keys are checked already; `node` is how it is written."""
        tree = self._tree_of(unit, node)
        return Unit(
            id=unit.id,
            name=unit.name,
            type=unit.type,
            table=unit.table,
            short=unit.short,
            order=unit.order,
            head=unit.head,
            contact=unit.contact,
            absent=unit.takes_part.no if not isinstance(unit.takes_part, str) else "",
            attributes=self._attributes(unit, node),
            facts=self._read_facts(tree, unit, node) if tree is not None else {},
            self_marks=self._self_marks(tree, unit, node) if tree is not None else {},
            opinions=read_opinions(self.findings, self.scheme, node, unit.name),
            application=self._application(unit, tree, node),
            last_year=self._last_year(unit, node),
            place=node.place,
        )

    def _unknown(self, place: Place, what: str, word: str, known: Iterable[str]) -> None:
        text = f"没有“{word}”这{what}"
        self.findings.error(place, "unknown_reference", text, did_you_mean(word, known))

    def _tree_of(self, unit: UnitFile, node: Table) -> IndicatorTree | None:
        if unit.type not in self.scheme.unit_types:
            self._unknown(place_of(node, ("type",)), "个单位类型", unit.type, self.scheme.unit_types)
            return None
        list_id = self.scheme.unit_types[unit.type].list
        tables = self._tables(list_id)
        if not tables:
            if unit.table is not None:
                text = f"{self.scheme.unit_types[unit.type].label}不分指标表，不能写table"
                self.findings.error(place_of(node, ("table",)), "unknown_key", text, "请删去table")
            return self.scheme.trees[list_id]
        if unit.table is None:
            text = f"{unit.name}要写table（用哪张指标表）"
            self.findings.error(node.place, "missing_key", text, "可用的有：" + "、".join(tables))
        elif unit.table not in tables:
            self._unknown(place_of(node, ("table",)), "张指标表", unit.table, tables)
        return tables.get(unit.table or "")

    def _tables(self, list_id: str) -> Mapping[str, IndicatorTree]:
        return {name: tree for name, tree in self.scheme.trees.items() if tree.is_table and tree.list == list_id}

    def tree_for(self, unit_type: str, table: str | None) -> IndicatorTree | None:
        """The indicators of a unit of this kind; None where there is no such kind, which is complained of elsewhere."""
        if unit_type not in self.scheme.unit_types:
            return None
        list_id = self.scheme.unit_types[unit_type].list
        tables = self._tables(list_id)
        return tables.get(table or "") if tables else self.scheme.trees[list_id]

    def _read_facts(self, tree: IndicatorTree, unit: UnitFile, node: Table) -> dict[str, Fact]:
        given = node.get("facts")
        if not isinstance(given, Table):
            return {}
        entries = self.entries_of(tree)
        facts = {}
        for owner, value in given.items():
            entry, place = entries.get(owner), getattr(owner, "place", given.place)
            if entry is None:
                text = f"{unit.name}没有“{owner}”这个可填写的指标"
                hint = did_you_mean(owner, entries)
                self.findings.error(place, "unknown_indicator", text, hint)
                continue
            if not entry.inputs:
                continue
            facts[str(owner)] = self._facts.fact(entry, value, place)
        return facts

    def entries_of(self, tree: IndicatorTree) -> Mapping[str, Entry]:
        """What may be entered under each node, with what only the default readings would ask for."""
        if tree.id not in self._entries:
            entries = _entries(tree)
            default = self.scheme.by_default
            for name, asleep in _entries(default.trees[tree.id]).items() if default is not None else ():
                here = entries.get(name)
                names = frozenset(asleep.names)
                if here is None:
                    entries[name] = Entry(name, asleep.label, {}, {}, None, names)
                else:
                    primary = here.primary or asleep.primary
                    entries[name] = replace(here, primary=primary, dormant=names - frozenset(here.names))
            self._entries[tree.id] = entries
        return self._entries[tree.id]

    def _self_marks(self, tree: IndicatorTree, unit: UnitFile, node: Table) -> dict[str, Fraction]:
        given = node.get("self_marks")
        if not isinstance(given, Table):
            return {}
        known = {leaf.id: leaf for leaf in leaves(tree.nodes)}
        default = self.scheme.by_default
        asleep = {leaf.id for leaf in leaves(default.trees[tree.id].nodes)} if default is not None else set()
        marks = {}
        for name, value in given.items():
            place = given.key_place(name)
            if name not in known:
                if name not in asleep:
                    text = f"{unit.name}没有“{name}”这个评分的指标"
                    self.findings.error(place, "unknown_indicator", text, did_you_mean(name, known))
                continue
            if value is None:
                continue
            leaf = known[name]
            low = leaf.rule.reach(leaf.frame).low
            bounds = Edges(at_least=low, at_most=None if leaf.rule.may_exceed else leaf.frame.most_entered)
            mark = self.findings.number(value, bounds, f"{unit.name}“{name}”的自评分", place, unit="分")
            if mark is not None:
                marks[str(name)] = mark
        return marks

    def _attributes(self, unit: UnitFile, node: Table) -> dict[str, str]:
        for name, value in unit.attributes.items():
            attribute = self.scheme.attributes.get(name)
            place = place_of(node, ("attributes", name))
            if attribute is None:
                self._unknown(place, "项单位属性", name, self.scheme.attributes)
            elif value not in attribute.choices:
                self._unknown(place, f"种{attribute.label}", value, attribute.choices)
        return unit.attributes

    def _application(self, unit: UnitFile, tree: IndicatorTree | None, node: Table) -> Application | None:
        given = unit.application
        if given is None:
            return None
        known = self.scheme.selection.conditions if self.scheme.selection else {}
        for index, name in enumerate(given.meets):
            if name not in known:
                self._unknown(place_of(node, ("application", "meets", index)), "个申报条件", name, known)
        if given.work and tree is not None:
            ids = self.entries_of(tree)
            if given.work not in ids:
                self._unknown(place_of(node, ("application", "work")), "个指标", given.work, ids)
        return Application(given.meets, given.work, given.statement)

    def _last_year(self, unit: UnitFile, node: Table) -> LastYear | None:
        given = unit.last_year
        if given is None:
            return None
        if given.list not in self.scheme.lists:
            self._unknown(place_of(node, ("last_year", "list")), "个名单", given.list, self.scheme.lists)
        if given.rank > given.of:
            text = f"去年名次{given.rank}大于单位数{given.of}"
            self.findings.error(place_of(node, ("last_year", "rank")), "out_of_bounds", text)
        return LastYear(given.list, given.rank, given.of, given.last)


def _entries(tree: IndicatorTree) -> dict[str, Entry]:
    entries = {node.id: entry_of(node) for node in all_nodes(tree.nodes)}
    if tree.plan is not None:
        funds = {name: slot.spec for name, slot in fund_slots(tree.plan.unit).items()}
        entries[FUNDS] = Entry(FUNDS, FUNDS_LABEL, funds, {}, None)
    return {name: entry for name, entry in entries.items() if entry.inputs}
