"""A scheme as the engine sees it: checked, frozen, with the chosen readings already in force."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from assess.entered.inputs import EvidenceLine, Input, InputSlot
from assess.entered.records import Counting
from assess.ground.numbers import ZERO, half_up, total
from assess.parts.base import PartRules
from assess.rules.base import Rule
from assess.rules.grammar.aimed import Aimed
from assess.rules.grammar.applicable import applicable
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.places import RoundAt, sentence_places
from assess.scheme.declared import Attribute, Consequence, Overlap, Population, StatedTotal, Step, UnitType
from assess.scheme.grade_bands import GradeBands
from assess.scheme.monitoring_rules import MonitoringRules
from assess.scheme.plan import Plan, StatedBudget
from assess.scheme.reminder_rules import ReminderRules
from assess.scheme.selection import SelectionRules
from assess.scheme.weights import Weights

#: What worked cases call the total, where an id of an indicator or part would stand.
TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Heading:
    """What every node has: identity, words, clause, and the unit types to which it applies."""

    id: str
    label: str
    clause: str
    types: frozenset[str]
    content: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    addition: str = ""
    tags: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    #: Inputs declared here; leaves below read them too.
    declared: Mapping[str, Input] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Leaf:
    """An indicator that is scored and printed."""

    heading: Heading
    frame: Frame
    rule: Rule
    slots: Mapping[str, InputSlot]
    evidence: Mapping[str, EvidenceLine]

    @property
    def id(self) -> str:
        """The id inside its list or table."""
        return self.heading.id

    @property
    def maximum(self) -> Fraction | None:
        """The full mark, or None when it has none of its own."""
        return self.frame.maximum

    @property
    def aimed(self) -> Aimed | None:
        """Its rule, where that holds what is reached against printed target values."""
        return self.rule if isinstance(self.rule, Aimed) else None

    @property
    def carries(self) -> bool:
        """Whether it carries a full mark; if not, it is a bonus (or a deduction)."""
        return self.frame.maximum is not None

    def applies(self, unit_type: str) -> bool:
        """Whether units of this type are assessed on it."""
        return unit_type in self.heading.types


@dataclass(frozen=True, slots=True)
class Group:
    """A sum of nodes: its ceiling is the applicable full mark, its floor may be None."""

    heading: Heading
    maximum: Fraction
    floor: Fraction | None
    lift: bool
    children: tuple["Node", ...]
    #: Whether anything in it carries a full mark; if not, it is a group of bonuses, and `maximum` is their ceiling.
    carries: bool = field(init=False, compare=False)
    #: What the full mark has beyond those of the children: it was made for the bonuses among them.
    room: Fraction = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Derive what a full mark is worked out from, once for all units."""
        object.__setattr__(self, "carries", any(child.carries for child in self.children))
        object.__setattr__(self, "room", room(self.maximum, self.children))

    @property
    def id(self) -> str:
        """The id inside its list or table."""
        return self.heading.id

    def applies(self, unit_type: str) -> bool:
        """Whether anything below applies to units of this type."""
        return any(child.applies(unit_type) for child in self.children)


Node = Leaf | Group


def leaves(nodes: tuple[Node, ...]) -> Iterator[Leaf]:
    """All leaves in document order."""
    for node in nodes:
        if isinstance(node, Leaf):
            yield node
        else:
            yield from leaves(node.children)


def groups(nodes: tuple[Node, ...]) -> Iterator[Group]:
    """All groups in document order, outer before inner."""
    for node in nodes:
        if isinstance(node, Group):
            yield node
            yield from groups(node.children)


#: No leaf of which a part was declared 不适用.
_NONE_LOWERED: Mapping[str, Fraction] = {}


def full_mark(
    node: Node,
    unit_type: str,
    without: frozenset[str] = frozenset(),
    lowered: Mapping[str, Fraction] = _NONE_LOWERED,
) -> Fraction | None:
    """The applicable full mark of `node` for a unit type; None for a leaf without one.

    `without`: ids of leaves that a person declared 不适用 for the unit; `lowered`: what is left of the full marks of
    leaves of which a person declared a part 不适用. A group in which everything applies has its own full mark;
    otherwise it is the sum of what applies among the children that carry one (see `applicable`).
    """
    if isinstance(node, Leaf):
        if node.id in without or not node.applies(unit_type):
            return ZERO
        return lowered.get(node.id, node.maximum)
    if all(leaf.applies(unit_type) and leaf.id not in without and leaf.id not in lowered for leaf in leaves((node,))):
        return node.maximum
    left = [full_mark(child, unit_type, without, lowered) or ZERO for child in node.children if child.carries]
    bonuses = [most_of_bonus(child, unit_type, without, lowered) for child in node.children if not child.carries]
    return applicable(node.maximum, node.room, left, bonuses)


def room(own: Fraction, nodes: Iterable[Node]) -> Fraction:
    """What the full mark `own` has beyond those of the nodes below it: it was made for the bonuses among them.

    Where all nodes have more than that together, those of one unit type count, the one that has the most: rows that
    exclude each other are never added up.
    """
    marks = [(node, node.maximum) for node in nodes if node.carries and node.maximum is not None]
    summed = total(mark for _, mark in marks)
    if summed > own:
        by_type: dict[str, Fraction] = {}
        for node, mark in marks:
            for name in _types(node):
                by_type[name] = by_type.get(name, ZERO) + mark
        summed = max(by_type.values(), default=summed)
    return max(ZERO, own - summed)


def _types(node: Node) -> frozenset[str]:
    """The unit types to which anything of `node` applies."""
    return node.heading.types if isinstance(node, Leaf) else frozenset().union(*map(_types, node.children))


def most_of_bonus(
    node: Node,
    unit_type: str,
    without: frozenset[str] = frozenset(),
    lowered: Mapping[str, Fraction] = _NONE_LOWERED,
) -> Fraction | None:
    """The most that a node without a full mark can give a unit; None: no bound."""
    if isinstance(node, Leaf) and node.applies(unit_type) and node.id not in without:
        return node.rule.reach(node.frame.for_types(frozenset({unit_type}))).high
    return full_mark(node, unit_type, without, lowered)


def all_nodes(nodes: tuple[Node, ...]) -> list[Node]:
    """All groups, then all leaves."""
    return [*groups(nodes), *leaves(nodes)]


@dataclass(frozen=True, slots=True)
class IndicatorTree:
    """The indicators of a list or of a department's table."""

    id: str
    label: str
    clause: str
    list: str
    nodes: tuple[Node, ...]
    is_table: bool = False
    plan: Plan | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the total, with its full mark by list and its one way of scoring."""

    id: str
    label: str
    clause: str
    full: Mapping[str, Fraction]
    rules: PartRules

    def nodes(self, tree: IndicatorTree) -> tuple[Node, ...]:
        """The nodes at the top of a tree that it adds up; none where it has nothing to do with indicators."""
        return tuple(node for node in tree.nodes if self.rules.takes(node.id))

    @property
    def entered_at(self) -> tuple[str, ...]:
        """The nodes under which it is entered, apart from indicators."""
        return self.rules.entered_at(self.id)

    @property
    def named(self) -> str:
        """`“民主测评”（二(一)1）`."""
        return f"“{self.label}”" + (f"（{self.clause}）" if self.clause else "")


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a reading's question."""

    id: str
    label: str
    is_overlay: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A question that the document leaves open, its answers, and the one in force."""

    id: str
    clause: str
    question: str
    default: str
    choices: Mapping[str, Choice]
    chosen: str

    @property
    def departs(self) -> bool:
        """Whether another answer than the default is in force."""
        return self.chosen != self.default


@dataclass(frozen=True)
class Scheme:
    """A whole scoring scheme with its readings in force."""

    id: str
    title: str
    sha256: str
    document: str
    issuer: str
    period: tuple[str, str]
    notes: tuple[str, ...]
    digits: int
    round_at: RoundAt
    recused: bool
    counting: Counting
    lists: Mapping[str, str]
    unit_types: Mapping[str, UnitType]
    attributes: Mapping[str, Attribute]
    populations: Mapping[str, Population]
    parts: tuple[Part, ...]
    trees: Mapping[str, IndicatorTree]
    selection: SelectionRules | None
    grades: GradeBands | None
    weights: Weights | None
    monitoring: MonitoringRules | None
    reminders: ReminderRules
    stated_totals: tuple[StatedTotal, ...]
    overlaps: tuple[Overlap, ...]
    steps: tuple[Step, ...]
    consequences: tuple[Consequence, ...]
    readings: Mapping[str, Reading]
    #: The same scheme with every default, where another reading is in force: what it asks for may stay entered.
    by_default: "Scheme | None" = None
    #: The sum of the tables' budgets that the document prints; None where it prints none.
    stated_budget: StatedBudget | None = None

    def tree_of(self, unit_type: str, table: str | None) -> IndicatorTree:
        """Return the indicators of a unit: its own table, or its list's tree."""
        return self.trees[table if table is not None else self.unit_types[unit_type].list]

    def all_leaves(self) -> Iterator[tuple[IndicatorTree, Leaf]]:
        """Every scored indicator of every list and table, in document order."""
        for tree in self.trees.values():
            for leaf in leaves(tree.nodes):
                yield tree, leaf

    def parts_of(self, list_id: str) -> tuple[Part, ...]:
        """The parts of the total that count on a list: one whose full mark there is 0 does not."""
        return tuple(part for part in self.parts if part.full[list_id])

    def total_full(self, list_id: str) -> Fraction:
        """The full mark of the total for a list."""
        return sum((part.full[list_id] for part in self.parts), ZERO)

    def rounded(self, points: Fraction) -> Fraction:
        """Points of an indicator or a part as they are printed; left exact where only totals are rounded (U15)."""
        return half_up(points, self.digits) if self.round_at == "leaf" else points

    @property
    def places(self) -> int:
        """The most places of computed points in a sentence."""
        return sentence_places(self.round_at, self.digits)

    @property
    def part_of(self) -> Mapping[str, Part]:
        """The parts by id."""
        return {part.id: part for part in self.parts}

    def parts_under(self, section: str) -> tuple[Part, ...]:
        """The parts that are entered under a key of a unit."""
        return tuple(part for part in self.parts if part.rules.section == section)

    def group_name(self, part: Part, group: str) -> str:
        """What a group of people is called, with its part of the total where another one has a group of that name."""
        label = part.rules.group_labels[group]
        alike = [one for one in self.parts if label in one.rules.group_labels.values()]
        return label if len(alike) == 1 else f"{part.label}的{label}"

    @property
    def ranks_within_type(self) -> bool:
        """Whether units are ranked only among those of their own type (U1)."""
        return any(part.rules.ranks_within_type for part in self.parts)

    @property
    def departures(self) -> tuple[Reading, ...]:
        """The readings in force that are not the default."""
        return tuple(reading for reading in self.readings.values() if reading.departs)
