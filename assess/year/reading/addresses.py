"""Which addresses a year under a scheme has, and what is wrong with any other."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from assess.entered.inputs import Input, MarkInput
from assess.ground.address import APPLICATION, ASSESSORS, LAST_YEAR, TABLES, UNIT, UNIT_TYPES, YEAR, YEAR_NODE, Address
from assess.ground.place import did_you_mean
from assess.scheme.reading.indicators import RESERVED
from assess.scheme.scheme import Part
from assess.year.reading.entries import Entries
from assess.year.reading.evidence_file import ApplicationFile, EvidenceFile, LastYearFile, UnitFile
from assess.year.reading.facts import Entry

#: What stands at the top of a file, and what is known of a unit itself; its attributes depend on the scheme.
_YEAR_KEYS = tuple(name for name in EvidenceFile.model_fields if name != "confirmed")
_APPLICATION, _LAST_YEAR = tuple(ApplicationFile.model_fields), tuple(LastYearFile.model_fields)
_UNIT_KEYS = tuple(name for name in UnitFile.model_fields if name != "attributes")
#: Of these, what may be a list.
_UNIT_LISTS = ("formerly", "successor", "previous")

#: What may follow an input in its address, by sign; nothing; or, for what only another reading asks for, anything.
_SIGNS = {"@": "评分人写在@后面", "%": "测评群体写在%后面", "#": "第几项写在#后面"}
_NOTHING, _ANYTHING = "", "*"

#: By input, what may follow it.
_Inputs = Mapping[str, str]


class Mistake(NamedTuple):
    """What is wrong with an address, and what to do."""

    text: str
    hint: str


class AddressBook:
    """The addresses of one year: of its units, and of the year as a whole."""

    def __init__(self, entries: Entries, units: Iterable[UnitFile], assessors: Iterable[str]) -> None:
        self._scheme = scheme = entries.scheme
        self._entries = entries
        self._units = {unit.id: unit for unit in units}
        year = {
            YEAR_NODE: _YEAR_KEYS,
            ASSESSORS: assessors,
            UNIT_TYPES: scheme.unit_types,
            TABLES: [tree.id for tree in scheme.trees.values() if tree.is_table],
        }
        self._year = {node: dict.fromkeys(names, _NOTHING) for node, names in year.items()}
        self._nodes: dict[str, Mapping[str, _Inputs]] = {}

    def mistake(self, address: Address) -> Mistake | None:
        """What is wrong with the address; None where it leads to something that can be entered."""
        if address.unit == YEAR:
            return self._wrong_step(address, self._year)
        unit = self._units.get(address.unit)
        if unit is None:
            return Mistake(f"没有“{address.unit}”这个单位", did_you_mean(address.unit, self._units))
        nodes = self._nodes_of(unit)
        return None if nodes is None else self._wrong_step(address, nodes)

    def _wrong_step(self, address: Address, nodes: Mapping[str, _Inputs]) -> Mistake | None:
        inputs = nodes.get(address.node)
        if inputs is None:
            return Mistake(f"没有“{address.node}”这个可填写的指标", did_you_mean(address.node, nodes))
        follows = inputs.get(address.input)
        if follows is None:
            text = f"“{address.node}”没有“{address.input}”这项数据"
            return Mistake(text, did_you_mean(address.input, inputs))
        sign = next((sign for sign, given in zip(_SIGNS, address[3:], strict=True) if given), _NOTHING)
        if sign not in (_NOTHING, follows) and follows != _ANYTHING:
            return Mistake(f"“{address}”里不能有“{sign}”", _SIGNS.get(follows, "写到数据名为止"))
        groups = self._groups(address.node)
        if address.group and follows != _ANYTHING and address.group not in groups:
            return Mistake(f"没有“{address.group}”这个测评群体", did_you_mean(address.group, groups))
        return None

    def _groups(self, node: str) -> list[str]:
        """The voter groups of a part."""
        return [name for part in self._parts() if part.id == node for name in part.rules.group_labels]

    def _nodes_of(self, unit: UnitFile) -> Mapping[str, _Inputs] | None:
        """By node, the inputs of a unit of this kind; None where its kind is not known."""
        key = f"{unit.type}/{unit.table}"
        if key not in self._nodes:
            tree = self._entries.tree_for(unit.type, unit.table)
            if tree is None:
                return None
            entries = {name: dict(_inputs(entry)) for name, entry in self._entries.of(tree).items()}
            parts = {part.id: part.rules.entry_inputs for part in self._parts()}
            known = {UNIT: (*_UNIT_KEYS, *self._scheme.attributes), APPLICATION: _APPLICATION, LAST_YEAR: _LAST_YEAR}
            about = {node: dict.fromkeys(names, _NOTHING) for node, names in known.items()}
            about[UNIT] |= dict.fromkeys(_UNIT_LISTS, "#")
            self._nodes[key] = {**parts, **about, **entries}
        return self._nodes[key]

    def _parts(self) -> Iterator[Part]:
        """The parts that are entered apart from indicators, also as the default readings have them."""
        for scheme in (self._scheme.by_default, self._scheme):
            for part in scheme.parts if scheme is not None else ():
                if part.rules.section:
                    yield part


def _inputs(entry: Entry) -> Iterator[tuple[str, str]]:
    yield from ((name, _ANYTHING) for name in entry.dormant)
    yield from ((name, _NOTHING) for name in (*entry.lines, *RESERVED))
    yield from ((name, _follows(spec)) for name, spec in entry.inputs.items())


def _follows(spec: Input | MarkInput) -> str:
    if isinstance(spec, MarkInput):
        return "@"
    return "#" if spec.kind in ("records", "events") else _NOTHING
