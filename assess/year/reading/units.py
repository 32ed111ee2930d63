"""Reads one unit of an evidence file against the scheme."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from assess.entered.values import Fact
from assess.ground.edges import Edges
from assess.ground.findings import Findings
from assess.ground.labelled import Labelled
from assess.ground.place import Place, did_you_mean
from assess.ground.tree import Table, Tree, place_of
from assess.scheme.nodes import Leaf, leaves
from assess.scheme.scheme import IndicatorTree
from assess.year.evidence import Application, LastYear, Unit
from assess.year.reading.entries import Entries
from assess.year.reading.evidence_file import NotSoFile, UnitFile
from assess.year.reading.facts import FactReader
from assess.year.reading.opinions import read_opinions
from assess.year.reading.unit_histories import history_of


class UnitReader:
    """Reads the units of one file; what is entered under each node is worked out once for each tree."""

    def __init__(self, entries: Entries, findings: Findings) -> None:
        self.scheme = entries.scheme
        self.findings = findings
        self._facts = FactReader(findings)
        self.entries = entries

    def unit(self, unit: UnitFile, node: Table) -> Unit:
        """Read a unit whose fixed keys are checked already; `node` is how it is written."""
        tree, history = self._tree_of(unit, node), history_of(unit)
        return Unit(
            id=unit.id,
            name=unit.name,
            type=unit.type,
            table=unit.table,
            short=unit.short,
            order=unit.order,
            head=unit.head,
            contact=unit.contact,
            absent=_why_not(unit.takes_part),
            ungraded=_why_not(unit.graded),
            history=history,
            attributes=self._attributes(unit, node),
            facts=self._read_facts(tree, unit, node) if tree is not None else {},
            self_marks=self._self_marks(tree, unit, node) if tree is not None else {},
            self_report=unit.self_report,
            self_notes=self._self_notes(tree, unit, node) if tree is not None else {},
            opinions=read_opinions(self.findings, self.scheme, node, unit.name),
            application=self._application(unit, tree, node),
            last_year=self._last_year(unit, node),
            ended="" < history.until < self.scheme.period[1],
            place=node.place,
        )

    def _unknown(self, place: Place, what: str, word: str, known: Mapping[str, str]) -> None:
        """Note a word that is neither an id nor a label of what is `known`."""
        text = f"没有“{word}”这{what}"
        hint = Labelled(what, {name: (label,) for name, label in known.items()}).hint(word)
        self.findings.error(place, "unknown_reference", text, hint)

    def _tree_of(self, unit: UnitFile, node: Table) -> IndicatorTree | None:
        if unit.type not in self.scheme.unit_types:
            types = {name: one.label for name, one in self.scheme.unit_types.items()}
            self._unknown(place_of(node, ("type",)), "个单位类型", unit.type, types)
            return None
        list_id = self.scheme.unit_types[unit.type].list
        tables = self.entries.tables(list_id)
        labels = {name: tree.label for name, tree in tables.items()}
        if not tables:
            if unit.table is not None:
                place = place_of(node, ("table",))
                text = f"{self.scheme.unit_types[unit.type].label}不分指标表，不能写指标表{place.key('table')}"
                self.findings.error(place, "unknown_key", text, "请删去")
            return self.scheme.trees[list_id]
        if unit.table is None:
            text = f"{unit.name}要写{'指标表' if node.place.title else 'table（用哪张指标表）'}"
            self.findings.error(node.place, "missing_key", text, "可用的有：" + "、".join(labels.values()))
        elif unit.table not in tables:
            self._unknown(place_of(node, ("table",)), "张指标表", unit.table, labels)
        return tables.get(unit.table or "")

    def _read_facts(self, tree: IndicatorTree, unit: UnitFile, node: Table) -> dict[str, Fact]:
        given = node.get("facts")
        if not isinstance(given, Table):
            return {}
        entries = self.entries.of(tree)
        facts = {}
        for owner, value in given.items():
            entry, place = entries.get(owner), getattr(owner, "place", given.place)
            if entry is None:
                text = f"{unit.name}没有“{owner}”这个可填写的指标"
                hint = did_you_mean(owner, entries)
                self.findings.error(place, "unknown_indicator", text, hint)
                continue
            if entry.is_asleep:
                continue
            facts[str(owner)] = self._facts.fact(entry, value, place)
        return facts

    def _self_marks(self, tree: IndicatorTree, unit: UnitFile, node: Table) -> dict[str, Fraction]:
        marks = {}
        for name, leaf, value, place in self._by_leaf("self_marks", tree, unit, node):
            low = leaf.rule.reach(leaf.frame).low
            bounds = Edges(at_least=low, at_most=None if leaf.rule.may_exceed else leaf.frame.most_entered)
            mark = self.findings.number(value, bounds, f"{unit.name}“{name}”的自评分", place, unit="分")
            if mark is not None:
                marks[name] = mark
        return marks

    def _self_notes(self, tree: IndicatorTree, unit: UnitFile, node: Table) -> dict[str, str]:
        given = self._by_leaf("self_notes", tree, unit, node)
        notes = {
            name: self.findings.text(value, f"{unit.name}“{name}”的自评说明", place) for name, _, value, place in given
        }
        return {name: note for name, note in notes.items() if note}

    def _by_leaf(
        self, key: str, tree: IndicatorTree, unit: UnitFile, node: Table
    ) -> Iterator[tuple[str, Leaf, Tree, Place]]:
        """What stands under `key` for each indicator, apart from what is blank or only the default readings ask for."""
        given = node.get(key)
        if not isinstance(given, Table):
            return
        known = {leaf.id: leaf for leaf in leaves(tree.nodes)}
        default = self.scheme.by_default
        asleep = {leaf.id for leaf in leaves(default.trees[tree.id].nodes)} if default is not None else set()
        for name, value in given.items():
            place = given.key_place(name)
            if name not in known:
                if name not in asleep:
                    text = f"{unit.name}没有“{name}”这个评分的指标"
                    self.findings.error(place, "unknown_indicator", text, did_you_mean(name, known))
            elif value is not None:
                yield str(name), known[name], value, place

    def _attributes(self, unit: UnitFile, node: Table) -> dict[str, str]:
        for name, value in unit.attributes.items():
            attribute = self.scheme.attributes.get(name)
            place = place_of(node, ("attributes", name))
            if attribute is None:
                attributes = {name: one.label for name, one in self.scheme.attributes.items()}
                self._unknown(place, "项单位属性", name, attributes)
            elif value not in attribute.choices:
                self._unknown(place, f"种{attribute.label}", value, {one: one for one in attribute.choices})
        return unit.attributes

    def _application(self, unit: UnitFile, tree: IndicatorTree | None, node: Table) -> Application | None:
        given = unit.application
        if given is None:
            return None
        conditions = self.scheme.selection.conditions if self.scheme.selection else {}
        known = {name: one.label for name, one in conditions.items()}
        for index, name in enumerate(given.meets):
            if name not in known:
                self._unknown(place_of(node, ("application", "meets", index)), "个申报条件", name, known)
        if given.work and tree is not None:
            ids = {name: name for name in self.entries.of(tree)}
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


def _why_not(given: str | NotSoFile) -> str:
    """Why something is not so; empty where it is."""
    return "" if isinstance(given, str) else given.no
