"""Everything that can be entered in a year under a scheme: by node and input, with what people call it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from pydantic import BaseModel

from assess.entered.enterable import ANYTHING, ASSESSOR, GROUP, RECORD, Enterable, EnterableNode
from assess.entered.inputs import Input, MarkInput
from assess.entered.records import EVENT_KEYS, RECORD_WORDS
from assess.entered.rounds import BUNDLE_WORDS, COUNTS, LIST, PART, ROUND_NUMBERS, ROUND_WORDS
from assess.entered.rounds import GROUP as GROUP_OF_ROUND
from assess.entered.values import WORDS
from assess.ground.address import (
    APPLICATION,
    ASSESSORS,
    BUNDLES,
    CONFIRMED,
    DECISIONS,
    LAST_YEAR,
    ROUNDS,
    SELF_MARK,
    SELF_NOTE,
    TABLES,
    UNIT,
    UNIT_TYPES,
    YEAR_NODE,
)
from assess.ground.labelled import Labelled
from assess.ground.said import YES_NO, said
from assess.scheme.items import APPLICATION_LABEL, LAST_YEAR_LABEL, UNIT_LABEL
from assess.scheme.nodes import Leaf, all_nodes
from assess.scheme.scheme import IndicatorTree, Part, Scheme
from assess.year.reading.entries import Entries
from assess.year.reading.evidence_file import (
    ApplicationFile,
    ConfirmationFile,
    DecisionFile,
    EvidenceFile,
    FormerFile,
    LastYearFile,
    NotSoFile,
    UnitFile,
)
from assess.year.reading.facts import Entry
from assess.year.reminders import REMINDERS


class NamedUnit(NamedTuple):
    """A unit by what it is called. `former`: the names that it had before."""

    id: str
    name: str
    type: str
    table: str | None = None
    short: str = ""
    former: tuple[str, ...] = ()


#: What the year itself is called.
_YEAR_LABEL = "基本情况"
#: And the inputs in which a unit speaks of itself.
SELF_LABELS = {SELF_MARK: "自评分", SELF_NOTE: "自评说明"}


def _plainly(labels: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {name: (label,) for name, label in labels.items()}


def _of_model(model: type[BaseModel], values: Mapping[str, Labelled] | None = None) -> dict[str, Enterable]:
    """The fields of a model, as they are called there; `values`: of those whose words the scheme or the year has."""
    found = {}
    for name in model.model_fields:
        field = said(model, name)
        words = Labelled(field.noun, _plainly(field.choices)) if field.choices else None
        found[name] = Enterable(field.noun, values=(values or {}).get(name, words))
    return found


def _record_fields(spec: Input) -> dict[str, Enterable]:
    # Either word is kept as it was entered.
    first = Labelled(RECORD_WORDS["first"], _plainly({**YES_NO, **{word: word for word in YES_NO.values()}}))
    labels = dict(RECORD_WORDS) if spec.records is not None else {key: RECORD_WORDS[key] for key in EVENT_KEYS}
    if spec.records is not None and spec.records.amount is not None:
        labels["amount"] = spec.records.amount.label
    return {name: Enterable(label, values=first if name == "first" else None) for name, label in labels.items()}


def _of_spec(spec: Input | MarkInput) -> Enterable:
    if isinstance(spec, MarkInput):
        return Enterable(spec.label, ASSESSOR)
    if spec.kind in ("records", "events"):
        return Enterable(spec.label, RECORD, _record_fields(spec))
    return Enterable(spec.label)


def _table_words(tree: IndicatorTree) -> tuple[str, ...]:
    """What a table is called; the label may say in brackets what else the department is."""
    return (tree.label, tree.label.partition("（")[0])


class Enterables:
    """The nodes of a scheme's units and of a year; worked out once for each kind of unit."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self.entries = Entries(scheme)
        self._of_units: dict[str, Mapping[str, EnterableNode]] = {}
        self._of_trees: dict[str, Mapping[str, EnterableNode]] = {}

    def tree_for(self, unit_type: str, table: str | None) -> IndicatorTree | None:
        """The indicators of a unit of this kind; None where there is no such kind."""
        return self.entries.tree_for(unit_type, table)

    def of_unit(self, tree: IndicatorTree) -> Mapping[str, EnterableNode]:
        """By node, what can be entered for a unit that has these indicators."""
        if tree.id not in self._of_units:
            self._of_units[tree.id] = {**self._opinions, **self._about_unit(tree), **self.indicators(tree)}
        return self._of_units[tree.id]

    def of_year(self, units: Iterable[NamedUnit], assessors: Iterable[str] = ()) -> Mapping[str, EnterableNode]:
        """By node, what can be entered for the year as a whole."""
        named = Labelled("单位", {unit.id: (unit.name, unit.short, *unit.former) for unit in units})
        owner = said(EvidenceFile, ASSESSORS).noun
        decided = Enterable(said(EvidenceFile, DECISIONS).noun, RECORD, _of_model(DecisionFile, self._decided(named)))
        codes = Labelled("提醒", {one.code: (one.title,) for one in REMINDERS})
        confirmed = Enterable(said(EvidenceFile, CONFIRMED).noun, RECORD, _of_model(ConfirmationFile, {"code": codes}))
        titles = {"scheme": Labelled("方案", {self.scheme.id: (self.scheme.title,)})}
        year = {name: one for name, one in _of_model(EvidenceFile, titles).items() if name != CONFIRMED}
        tables = {tree.id: tree.label for tree in self.scheme.trees.values() if tree.is_table}
        types = {name: one.label for name, one in self.scheme.unit_types.items()}
        return {
            YEAR_NODE: EnterableNode(_YEAR_LABEL, year),
            ASSESSORS: EnterableNode(
                owner,
                {name: Enterable(name, values=named) for name in assessors},
                others=Enterable(owner, values=named),
            ),
            DECISIONS: EnterableNode(decided.label, {"decision": decided}, primary="decision"),
            CONFIRMED: EnterableNode(confirmed.label, {"confirmation": confirmed}, primary="confirmation"),
            UNIT_TYPES: EnterableNode("单位类型", {name: Enterable(label) for name, label in types.items()}),
            **self._votes,
            TABLES: EnterableNode("指标表", {name: Enterable(label) for name, label in tables.items()}),
        }

    def _decided(self, units: Labelled) -> dict[str, Labelled]:
        """What a decision may name."""
        selection = self.scheme.selection
        if selection is None:
            return {"unit": units}
        return {
            "unit": units,
            "bar": Labelled("否决情形", {name: (one.label,) for name, one in selection.bars.items()}),
            "award": Labelled("奖项", {name: (one.label,) for name, one in selection.awards.items()}),
        }

    @cached_property
    def types(self) -> Labelled:
        """The unit types."""
        return Labelled("单位类型", {name: (one.label,) for name, one in self.scheme.unit_types.items()})

    @cached_property
    def unit_keys(self) -> Mapping[str, Enterable]:
        """What a file holds of a unit."""
        keys = _of_model(UnitFile, {"type": self.types})
        for name in ("takes_part", "graded"):
            keys[name] = replace(keys[name], fields=_of_model(NotSoFile))
        for name in ("formerly", "successor", "previous"):
            keys[name] = replace(keys[name], follows=RECORD)
        return keys

    def tables(self, unit_type: str) -> Labelled:
        """The tables that a unit of this type may have."""
        kind = self.scheme.unit_types.get(unit_type)
        found = self.entries.tables(kind.list) if kind is not None else {}
        return Labelled("指标表", {name: _table_words(tree) for name, tree in found.items()})

    def _about_unit(self, tree: IndicatorTree) -> dict[str, EnterableNode]:
        scheme = self.scheme
        labels = {one.id: _table_words(one) for one in scheme.trees.values() if one.is_table and one.list == tree.list}
        tables = {"table": Labelled("指标表", labels)}
        about = {**self.unit_keys, "table": replace(self.unit_keys["table"], values=tables["table"])}
        about["formerly"] = replace(about["formerly"], fields=_of_model(FormerFile, tables))
        del about["attributes"]
        about |= {name: Enterable(attribute.label) for name, attribute in scheme.attributes.items()}
        lists = {"list": Labelled("名单", _plainly(scheme.lists))}
        return {
            **self._counts,
            UNIT: EnterableNode(UNIT_LABEL, about),
            APPLICATION: self._application(tree),
            LAST_YEAR: EnterableNode(LAST_YEAR_LABEL, _of_model(LastYearFile, lists)),
        }

    def _application(self, tree: IndicatorTree) -> EnterableNode:
        selection = self.scheme.selection
        conditions = selection.conditions if selection is not None else {}
        values = {
            "meets": Labelled("申报条件", {name: (one.label,) for name, one in conditions.items()}),
            "work": Labelled("指标", {name: node.words for name, node in self.indicators(tree).items()}),
        }
        inputs = _of_model(ApplicationFile, values)
        inputs["meets"] = replace(inputs["meets"], follows=RECORD)
        grade = "" if selection is None else selection.labels.excellent
        return EnterableNode(f"{APPLICATION_LABEL}{grade}", inputs, names=(APPLICATION_LABEL,))

    @property
    def _voted(self) -> tuple[Part, ...]:
        """The parts of the total for which people fill in papers, also as the default readings have them."""
        parts = {
            part.id: part for one in (self.scheme.by_default, self.scheme) if one is not None for part in one.parts
        }
        return tuple(part for part in parts.values() if part.rules.paper_rows)

    @property
    def _votes(self) -> dict[str, EnterableNode]:
        """Rounds of voting and bundles of papers."""
        groups = {name: (label,) for part in self._voted for name, label in part.rules.group_labels.items()}
        values = {
            PART: Labelled("部分", {part.id: (part.label,) for part in self._voted}),
            GROUP_OF_ROUND: Labelled("测评群体", groups),
            LIST: Labelled("名单", _plainly(self.scheme.lists)),
        }
        labels = {**ROUND_WORDS, **{name: label for name, (label, _) in ROUND_NUMBERS.items()}}
        of_round = {name: Enterable(label, GROUP, values=values.get(name)) for name, label in labels.items()}
        of_bundle = {name: Enterable(label, GROUP) for name, label in BUNDLE_WORDS.items()}
        return {
            ROUNDS: EnterableNode(said(EvidenceFile, ROUNDS).noun, of_round, names_groups=True),
            BUNDLES: EnterableNode(said(EvidenceFile, BUNDLES).noun, of_bundle, names_groups=True),
        }

    @property
    def _counts(self) -> dict[str, EnterableNode]:
        """The two counts of a bundle, of a unit's row in it."""
        kinds = {kind: Enterable(kind, GROUP) for part in self._voted for kind in part.rules.paper_rows}
        return {name: EnterableNode(label, kinds, names_groups=True) for name, label in COUNTS.items() if kinds}

    @property
    def _opinions(self) -> dict[str, EnterableNode]:
        """The parts that are entered apart from indicators, also as the default readings have them."""
        found: dict[str, EnterableNode] = {}
        for scheme in (self.scheme.by_default, self.scheme):
            for part in scheme.parts if scheme is not None else ():
                if part.rules.section:
                    found[part.id] = _of_part(part)
        return found

    def indicators(self, tree: IndicatorTree) -> Mapping[str, EnterableNode]:
        """By node, what can be entered under indicators."""
        if tree.id not in self._of_trees:
            self._of_trees[tree.id] = dict(self._nodes(tree))
        return self._of_trees[tree.id]

    def _nodes(self, tree: IndicatorTree) -> Iterator[tuple[str, EnterableNode]]:
        numbered = {node.id: node for node in all_nodes(tree.nodes)}
        for name, entry in self.entries.of(tree).items():
            node = numbered.get(name)
            slots = node.slots.values() if isinstance(node, Leaf) else ()
            yield (
                name,
                EnterableNode(
                    entry.label,
                    _inputs(entry),
                    number=name if node is not None else "",
                    names=(f"{tree.id}/{name}",),
                    shared={slot.name: slot.owner for slot in slots if slot.owner != name},
                    primary=entry.primary,
                ),
            )


def _of_part(part: Part) -> EnterableNode:
    inputs = part.rules.entry_inputs
    is_grouped = any(one.follows == GROUP for one in inputs.values())
    return EnterableNode(part.label, inputs, groups=part.rules.group_labels if is_grouped else {})


#: What the office, and the unit itself, may write beside the values of any indicator.
_BESIDE = {name: Enterable(label) for name, label in {**SELF_LABELS, **WORDS}.items()}


def _inputs(entry: Entry) -> dict[str, Enterable]:
    """What may stand under a node: its inputs, what is shown beside them, what anybody may add, what sleeps."""
    return {
        **{name: _of_spec(spec) for name, spec in entry.inputs.items()},
        **{name: Enterable(line.label) for name, line in entry.lines.items()},
        **_BESIDE,
        **{name: Enterable(label, ANYTHING) for name, label in entry.dormant.items()},
    }
