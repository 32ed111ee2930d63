"""A scheme as the engine sees it: checked, frozen, with the chosen readings already in force."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from assess.entered.records import Counting
from assess.ground.numbers import ZERO, half_up
from assess.parts.base import PartRules
from assess.rules.grammar.places import RoundAt, sentence_places
from assess.scheme.declared import Attribute, Consequence, Overlap, Population, StatedTotal, Step, UnitType
from assess.scheme.duties import ProposedDuty
from assess.scheme.grade_bands import GradeBands
from assess.scheme.monitoring_rules import MonitoringRules
from assess.scheme.nodes import Leaf, Node, leaves
from assess.scheme.plan import Plan, StatedBudget
from assess.scheme.reminder_rules import ReminderRules
from assess.scheme.selection import SelectionRules
from assess.scheme.weights import Weights

#: What worked cases call the total, where an id of an indicator or part would stand.
TOTAL = "total"


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
    #: Who is responsible for what, as it proposes, by the word of the item.
    duties: Mapping[str, ProposedDuty] = field(default_factory=dict)

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
