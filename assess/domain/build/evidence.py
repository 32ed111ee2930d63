"""Builds a year's evidence against a scheme; every mistake is collected with its place."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from pydantic import ValidationError

from assess.domain.build.evidence_file import DecisionFile, EvidenceFile, UnitFile
from assess.domain.build.facts import Entry, FactReader
from assess.domain.build.findings import Findings
from assess.domain.build.mistakes import problems_of
from assess.domain.build.votes import read_ballots, read_leaders
from assess.domain.ballots import BallotRules
from assess.domain.edges import Edges
from assess.domain.evidence import Application, Decision, Evidence, Fact, LastYear, Unit
from assess.domain.inputs import Input, MarkInput
from assess.domain.panel import PanelRules
from assess.domain.place import ProblemsError, did_you_mean, place_order
from assess.domain.scheme import Leaf, Node, Scheme, Tree, groups, leaves
from assess.domain.tree import Table, place_of
from assess.domain.tree import Tree as Plain


def build_evidence(tree: Table, scheme: Scheme) -> Evidence:
    """Build the evidence that `tree` holds. Raises `ProblemsError` with every mistake found."""
    try:
        file = EvidenceFile.model_validate(tree)
    except ValidationError as error:
        problems = problems_of(error, tree, EvidenceFile)
        raise ProblemsError(sorted(problems, key=place_order)) from None
    builder = _EvidenceBuilder(scheme, tree)
    evidence = builder.evidence(file)
    problems = sorted(builder.findings.problems, key=place_order)
    if builder.findings.failed:
        raise ProblemsError(problems)
    return evidence


class _EvidenceBuilder:
    def __init__(self, scheme: Scheme, tree: Table) -> None:
        self.scheme = scheme
        self.tree = tree
        self.findings = Findings()
        self._facts = FactReader(self.findings, scheme.period)
        self._entries: dict[str, dict[str, Entry]] = {}

    def evidence(self, file: EvidenceFile) -> Evidence:
        if file.scheme != self.scheme.id:
            text = f"这份数据是给方案“{file.scheme}”的，现在用的方案是“{self.scheme.id}”"
            self.findings.error(
                place_of(self.tree, ("scheme",)), "other_scheme", text, "请换用对应的方案或数据文件"
            )
        units = tuple(self._unit(unit, ("units", index)) for index, unit in enumerate(file.units))
        self._check_repeats(file.units)
        ids = {unit.id for unit in units}
        for assessor, unit in file.assessors.items():
            if unit not in ids:
                self._unknown(("assessors", assessor), f"没有“{unit}”这个单位", unit, ids)
        decisions = tuple(
            self._decision(decision, ("decisions", index), ids)
            for index, decision in enumerate(file.decisions)
        )
        warnings = tuple(sorted(self.findings.problems, key=place_order))
        return Evidence(file.scheme, file.title, units, file.made_up, file.assessors, decisions, warnings)

    def _unknown(self, path: tuple[str | int, ...], text: str, word: str, known: Iterable[str]) -> None:
        self.findings.error(place_of(self.tree, path), "unknown_reference", text, did_you_mean(word, known))

    def _check_repeats(self, units: Iterable[UnitFile]) -> None:
        for what, label in (("id", "编号"), ("name", "名称")):
            seen: set[str] = set()
            for index, unit in enumerate(units):
                word = getattr(unit, what)
                if word in seen:
                    place = place_of(self.tree, ("units", index, what))
                    self.findings.error(
                        place, "duplicate_unit", f"单位{label}“{word}”重复了", "每个单位只能写一次"
                    )
                seen.add(word)

    def _unit(self, unit: UnitFile, path: tuple[str | int, ...]) -> Unit:
        place = place_of(self.tree, path)
        absent = unit.takes_part.no if not isinstance(unit.takes_part, str) else ""
        tree = self._tree_of(unit, path)
        node = self._table(path)
        facts: dict[str, Fact] = {}
        self_marks: dict[str, Fraction] = {}
        if tree is not None:
            facts = self._read_facts(tree, unit, node)
            self_marks = self._self_marks(tree, unit, node)
        ballots = leaders = None
        for part in self.scheme.parts:
            if isinstance(part.rules, BallotRules) and node.get("ballots") is not None:
                ballots = read_ballots(self.findings, part.rules, node["ballots"], unit.name)
            elif isinstance(part.rules, PanelRules) and node.get("leaders") is not None:
                leaders = read_leaders(self.findings, part.rules, node["leaders"], unit.name)
        return Unit(
            id=unit.id,
            name=unit.name,
            type=unit.type,
            table=unit.table,
            short=unit.short,
            order=unit.order,
            head=unit.head,
            contact=unit.contact,
            absent=absent,
            attributes=self._attributes(unit, path),
            facts=facts,
            self_marks=self_marks,
            ballots=ballots or {},
            leaders=leaders or {},
            application=self._application(unit, tree, path),
            last_year=self._last_year(unit, path),
            place=place,
        )

    def _table(self, path: tuple[str | int, ...]) -> Table:
        tree: Plain = self.tree
        for step in path:
            tree = tree[step]  # type: ignore[index, call-overload]  # pydantic has accepted this path
        return tree if isinstance(tree, Table) else Table()

    def _tree_of(self, unit: UnitFile, path: tuple[str | int, ...]) -> Tree | None:
        if unit.type not in self.scheme.unit_types:
            known = self.scheme.unit_types
            self._unknown((*path, "type"), f"没有“{unit.type}”这个单位类型", unit.type, known)
            return None
        list_id = self.scheme.unit_types[unit.type].list
        tables = {
            name: tree for name, tree in self.scheme.trees.items() if tree.is_table and tree.list == list_id
        }
        if unit.table is None and not tables:
            return self.scheme.trees[list_id]
        if unit.table is None:
            text = f"“{unit.name}”要写table（用哪张指标表）"
            self.findings.error(
                place_of(self.tree, path), "missing_key", text, "可用的有：" + "、".join(tables)
            )
            return None
        if unit.table not in tables:
            self._unknown((*path, "table"), f"没有“{unit.table}”这张指标表", unit.table, tables)
            return None
        return tables[unit.table]

    def _read_facts(self, tree: Tree, unit: UnitFile, node: Table) -> dict[str, Fact]:
        given = node.get("facts")
        if not isinstance(given, Table):
            return {}
        entries = self._entries_of(tree)
        applying = {one.id for one in (*leaves(tree.nodes), *groups(tree.nodes)) if one.applies(unit.type)}
        facts = {}
        for owner, value in given.items():
            entry = entries.get(owner)
            if entry is None:
                text = f"{unit.name}没有“{owner}”这个可填写的指标"
                self.findings.error(
                    given.key_place(owner), "unknown_indicator", text, did_you_mean(owner, entries)
                )
                continue
            if owner not in applying:
                text = f"{unit.name}不参加“{owner} {entry.label}”的考核，填写的内容不计"
                self.findings.warning(given.key_place(owner), "not_applicable", text)
            facts[str(owner)] = self._facts.fact(entry, value, given.key_place(owner))
        return facts

    def _entries_of(self, tree: Tree) -> dict[str, Entry]:
        if tree.id not in self._entries:
            nodes: list[Node] = [*groups(tree.nodes), *leaves(tree.nodes)]
            entries = {node.id: _entry(node) for node in nodes}
            self._entries[tree.id] = {name: entry for name, entry in entries.items() if entry.inputs}
        return self._entries[tree.id]

    def _self_marks(self, tree: Tree, unit: UnitFile, node: Table) -> dict[str, Fraction]:
        given = node.get("self_marks")
        if not isinstance(given, Table):
            return {}
        known = {leaf.id: leaf for leaf in leaves(tree.nodes)}
        marks = {}
        for name, value in given.items():
            if name not in known:
                text = f"{unit.name}没有“{name}”这个指标"
                self.findings.error(
                    given.key_place(name), "unknown_indicator", text, did_you_mean(name, known)
                )
                continue
            leaf = known[name]
            bounds = Edges() if leaf.rule.may_exceed else Edges(at_most=leaf.maximum)
            what = f"{unit.name}“{name}”的自评分"
            mark = self.findings.number(value, bounds, what, given.key_place(name), unit="分")
            if mark is not None:
                marks[str(name)] = mark
        return marks

    def _attributes(self, unit: UnitFile, path: tuple[str | int, ...]) -> Mapping[str, str]:
        for name, value in unit.attributes.items():
            attribute = self.scheme.attributes.get(name)
            if attribute is None:
                known = self.scheme.attributes
                self._unknown((*path, "attributes", name), f"没有“{name}”这项单位属性", name, known)
            elif value not in attribute.choices:
                text = f"{attribute.label}没有“{value}”这一项"
                self._unknown((*path, "attributes", name), text, value, attribute.choices)
        return unit.attributes

    def _application(
        self, unit: UnitFile, tree: Tree | None, path: tuple[str | int, ...]
    ) -> Application | None:
        given = unit.application
        if given is None:
            return None
        known = self.scheme.selection.conditions if self.scheme.selection else {}
        for index, name in enumerate(given.meets):
            if name not in known:
                self._unknown(
                    (*path, "application", "meets", index), f"没有“{name}”这个申报条件", name, known
                )
        if given.work and tree is not None:
            ids = {leaf.id for leaf in leaves(tree.nodes)}
            if given.work not in ids:
                self._unknown((*path, "application", "work"), f"没有“{given.work}”这个指标", given.work, ids)
        return Application(given.meets, given.work, given.statement)

    def _last_year(self, unit: UnitFile, path: tuple[str | int, ...]) -> LastYear | None:
        given = unit.last_year
        if given is None:
            return None
        if given.list not in self.scheme.lists:
            self._unknown(
                (*path, "last_year", "list"), f"没有“{given.list}”这个名单", given.list, self.scheme.lists
            )
        if given.rank > given.of:
            place = place_of(self.tree, (*path, "last_year", "rank"))
            self.findings.error(place, "out_of_bounds", f"去年名次{given.rank}大于单位数{given.of}")
        return LastYear(given.list, given.rank, given.of, given.last)

    def _decision(self, given: DecisionFile, path: tuple[str | int, ...], units: Iterable[str]) -> Decision:
        if given.unit not in units:
            self._unknown((*path, "unit"), f"没有“{given.unit}”这个单位", given.unit, units)
        value = getattr(given, given.kind)
        known = self._decidable(given.kind)
        for other in ("bar", "grade", "award"):
            if other != given.kind and getattr(given, other) is not None:
                place = place_of(self.tree, (*path, other))
                self.findings.error(place, "unknown_key", f"kind是{given.kind}时不能写{other}")
        if value is None:
            text = f"kind是{given.kind}时要写{given.kind}"
            self.findings.error(
                place_of(self.tree, path), "missing_key", text, "可用的有：" + "、".join(known)
            )
        elif value not in known:
            self._unknown((*path, given.kind), f"没有“{value}”这一项", value, known)
        return Decision(given.unit, given.kind, value or "", given.reason, given.by, given.at.isoformat())

    def _decidable(self, kind: str) -> list[str]:
        selection = self.scheme.selection
        if selection is None:
            return []
        labels = selection.labels
        known = {
            "bar": list(selection.bars),
            "grade": [labels.excellent, labels.qualified, labels.failed],
            "award": list(selection.awards),
        }
        return known[kind]


def _entry(node: Node) -> Entry:
    inputs: dict[str, Input | MarkInput] = dict(node.heading.declared)
    if not isinstance(node, Leaf):
        primary = next(iter(inputs)) if len(inputs) == 1 else None
        return Entry(node.id, node.heading.label, inputs, {}, primary)
    own = [slot.name for slot in node.slots.values() if slot.owner == node.id]
    inputs |= {slot.name: slot.spec for slot in node.slots.values() if slot.owner == node.id}
    primary = own[0] if len(own) == 1 else None
    return Entry(node.id, node.heading.label, inputs, node.evidence, primary)
