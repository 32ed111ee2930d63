"""What the sheets of a year are made of: all that is asked, with what is there, worked out once for all slices."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from assess.engine.form import form, half_year_form, year_form
from assess.entered.inputs import Input
from assess.entered.questions import Question
from assess.entered.rounds import COUNTS
from assess.ground.address import BUNDLES, ROUNDS, UNIT, Address
from assess.parts.money import FUNDS, FUNDS_LABEL, fund_slots
from assess.scheme.chapters import chapters_of
from assess.scheme.items import EVERYTHING, Items, items_around, items_of
from assess.scheme.nodes import Group, Leaf, Node, all_nodes, leaves
from assess.scheme.scheme import IndicatorTree, Scheme
from assess.workbooks.slice import Slice
from assess.year.case import Facts
from assess.year.duties import Duties, Responsible
from assess.year.evidence import Evidence, Unit
from assess.year.titles import Titles

#: Where a value is: its address, in which a record has the number that it keeps for good, and its field.
At = tuple[Address, str]
_NOTHING_ASKED = Input(label="", text=True)
#: Nodes of votes that are counted by round and bundle: they do not name their part of the total.
_OF_VOTES = (ROUNDS, BUNDLES, *COUNTS)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to a unit, or to the year as a whole (None), with what it belongs to.

    `items`: what somebody can be responsible for, the nearest first; `chapter`: the group of the document that it
    stands in.
    """

    question: Question
    unit: Unit | None
    items: tuple[str, ...]
    responsible: Responsible
    chapter: str = ""


@dataclass(frozen=True, slots=True)
class CycleOnSheets:
    """What a sheet says of its cycle: see `Stamp`. `title`: what people call it; `day`: when it is made."""

    code: str
    title: str
    opened: str
    changes: int
    last: str
    scheme: str
    day: str
    export: int = 0


@dataclass(frozen=True)
class YearOnSheets:
    """A year as it is. `values`: what is entered; `shows`: whether whoever makes the sheets may know a value."""

    cycle: CycleOnSheets
    scheme: Scheme
    evidence: Evidence
    titles: Titles
    values: Mapping[At, str]
    shows: Callable[[Address, str], bool]
    duties: Duties

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """All units, by list, then in the office's order."""
        lists = list(self.scheme.lists)

        def position(unit: Unit) -> tuple[int, int, str]:
            return lists.index(self.scheme.unit_types[unit.type].list), unit.order, unit.id

        return tuple(sorted(self.evidence.units, key=position))

    def tree_of(self, unit: Unit) -> IndicatorTree:
        """The indicators of a unit."""
        return self.scheme.tree_of(unit.type, unit.table)

    @cached_property
    def items(self) -> Items:
        """What somebody can be responsible for."""
        return items_of(self.scheme)

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """Everything that is asked, unit by unit in the order of the document; what several indicators share once."""
        return tuple(self._asked())

    def _asked(self) -> Iterator[Asked]:
        facts = Facts(self.scheme, self.evidence)
        asking = _half_year if self.evidence.stage == "half_year" else form
        for unit in self.units:
            if not unit.takes_part:
                continue
            tree = self.tree_of(unit)
            known = self._around(tree)
            seen: set[Address] = set()
            for question in (*asking(facts, unit), *self._under_conditions(unit, tree)):
                if question.address not in seen:
                    seen.add(question.address)
                    yield self._with_items(question, unit, *known)
        for question in year_form(self.scheme, self.evidence):
            yield self._with_items(question, None, {}, {})

    def _under_conditions(self, unit: Unit, tree: IndicatorTree) -> Iterator[Question]:
        """What is asked only under a condition that does not hold (yet): a sheet may bring both in one go."""
        for leaf in leaves(tree.nodes):
            for name, slot in leaf.slots.items() if leaf.applies(unit.type) else ():
                owner = f"{leaf.id} {leaf.heading.label}"
                answered = unit.value(slot.owner, name) is not None
                address = Address(unit.id, slot.owner, name)
                yield Question(address, owner, slot.spec.label, slot.spec, answered, clause=leaf.heading.clause)
        for name, slot in fund_slots(tree.plan.unit).items() if tree.plan is not None else ():
            answered = unit.value(FUNDS, name) is not None
            yield Question(Address(unit.id, FUNDS, name), FUNDS_LABEL, slot.spec.label, slot.spec, answered)

    def _with_items(
        self, question: Question, unit: Unit | None, around: Mapping[str, tuple[str, ...]], chapters: Mapping[str, str]
    ) -> Asked:
        address = question.address
        node = self._part_of_votes[address.group] if address.node in _OF_VOTES else address.node
        items = around.get(node, (node, EVERYTHING))
        return Asked(question, unit, items, self.duties.of(items), chapters.get(node, ""))

    def belonging(self, address: Address) -> "Asked | None":
        """What an address belongs to, as if it were asked; None: it is of the year as a whole, or of no unit."""
        unit = self._unit_of.get(address.unit)
        if unit is None:
            return None
        around, chapters = self._around(self.tree_of(unit))
        node = self._part_of_votes.get(address.group, address.node) if address.node in _OF_VOTES else address.node
        items = around.get(node, (node, EVERYTHING))
        question = Question(address, "", "", _NOTHING_ASKED, answered=False)
        return Asked(question, unit, items, self.duties.of(items), chapters.get(node, ""))

    @cached_property
    def _unit_of(self) -> Mapping[str, Unit]:
        return {unit.id: unit for unit in self.evidence.units}

    def _around(self, tree: IndicatorTree) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, str]]:
        if tree.id not in self._by_tree:
            chapters = {
                node: name for part in self.scheme.parts_of(tree.list) for node, name in chapters_of(part, tree).items()
            }
            self._by_tree[tree.id] = (items_around(self.scheme, tree), chapters)
        return self._by_tree[tree.id]

    @cached_property
    def _by_tree(self) -> dict[str, tuple[Mapping[str, tuple[str, ...]], Mapping[str, str]]]:
        return {}

    @cached_property
    def _part_of_votes(self) -> Mapping[str, str]:
        """By round and bundle of papers, the part of the total that they are of."""
        rounds = self.evidence.rounds
        return {name: one.part for one in rounds for name in (one.name, *(bundle.name for bundle in one.bundles))}

    @cached_property
    def given_by(self) -> Mapping[Address, tuple[str, ...]]:
        """By what is marked, those whose marks are there."""
        found: dict[Address, list[str]] = {}
        for address, _ in self.values:
            if address.assessor:
                found.setdefault(address._replace(assessor=""), []).append(address.assessor)
        return {address: tuple(dict.fromkeys(names)) for address, names in found.items()}

    @cached_property
    def rows(self) -> Mapping[Address, tuple[int, ...]]:
        """By list (an address without a record), the numbers of its records in their order."""
        found: dict[Address, list[int]] = {}
        for address, _ in self.values:
            if address.record:
                found.setdefault(address._replace(record=0), []).append(address.record)
        return {address: tuple(dict.fromkeys(numbers)) for address, numbers in found.items()}

    def indicator_nodes(self, tree: str) -> Mapping[str, int]:
        """The nodes of a tree in the order of the document, with their positions."""
        if tree not in self._nodes:
            self._nodes[tree] = {
                node.id: position for position, node in enumerate(_in_order(self.scheme.trees[tree].nodes))
            }
        return self._nodes[tree]

    @cached_property
    def _nodes(self) -> dict[str, Mapping[str, int]]:
        return {}

    @cached_property
    def indicators(self) -> Mapping[tuple[str, str], Leaf]:
        """By tree and id, the indicators."""
        return {
            (tree.id, node.id): node
            for tree in self.scheme.trees.values()
            for node in all_nodes(tree.nodes)
            if isinstance(node, Leaf)
        }


def _half_year(facts: Facts, unit: Unit) -> Iterator[Question]:
    """What is asked at half-year, and what is known of the unit itself."""
    yield from (one for one in form(facts, unit) if one.node == UNIT)
    yield from half_year_form(facts, unit)


def _in_order(nodes: Iterable[Node]) -> Iterator[Node]:
    """All nodes as the document has them: a group before what is in it."""
    for node in nodes:
        yield node
        if isinstance(node, Group):
            yield from _in_order(node.children)


def belongs(asked: Asked, part: Slice) -> bool:
    """Whether a question is part of a slice."""
    if part.unit is not None and (asked.unit is None or asked.unit.id != part.unit):
        return False
    if part.department is not None and asked.responsible.department != part.department:
        return False
    if part.chapter is not None and part.chapter not in asked.items:
        return False
    return part.assessor is None or _marks(asked, part.assessor)


def _marks(asked: Asked, assessor: str) -> bool:
    question = asked.question
    if question.address.assessor:
        return question.address.assessor == assessor
    return question.is_mark and assessor in asked.responsible.assessors


def belongs_to_year(part: Slice) -> bool:
    """Whether what is of the year as a whole, and asked of nobody, goes out with a slice."""
    return part.is_whole
