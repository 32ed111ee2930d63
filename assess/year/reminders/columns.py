"""Numbers side by side: what the units that are asked the same thing have entered."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import NamedTuple, cast

from assess.entered.inputs import EvidenceLine, Input
from assess.ground.address import Address
from assess.ground.numbers import plain
from assess.parts.money import FUNDS, FUNDS_LABEL, fund_slots
from assess.rules.grammar.target_value import TargetValue
from assess.rules.target import ACTUAL
from assess.scheme.nodes import Leaf, Node
from assess.scheme.reminder_rules import ReminderRules
from assess.scheme.scheme import IndicatorTree
from assess.year.evidence import Stage, Unit
from assess.year.reminders.nodes import Nodes, specs_of, title


class Entered(NamedTuple):
    """One unit's number."""

    unit: Unit
    value: Fraction


class Usual(NamedTuple):
    """The median of the others' values above 0, and how many there are."""

    median: Fraction
    others: int

    def text(self, unit: str, of: str = "个单位") -> str:
        """`其他10个单位的中位数是91.2%`."""
        return f"其他{self.others}{of}的中位数是{plain(self.median)}{unit}"


class Spread:
    """Values above 0 in order; over one denominator, since whole numbers are compared much faster than fractions."""

    __slots__ = ("_scale", "_sorted")

    def __init__(self, values: Iterable[Fraction]) -> None:
        """Take the values above 0."""
        above = [value.as_integer_ratio() for value in values if value.numerator > 0]
        self._scale = lcm(*(bottom for _, bottom in above))
        self._sorted = sorted(top * (self._scale // bottom) for top, bottom in above)

    def without(self, value: Fraction) -> Usual | None:
        """What the others have beside `value` (one of them, above 0); None where it is alone."""
        left = len(self._sorted) - 1
        if left < 1:
            return None
        own = bisect_left(self._sorted, value * self._scale)
        low, high = (self._sorted[at + (at >= own)] for at in ((left - 1) // 2, left // 2))
        return Usual(Fraction(low + high, 2 * self._scale), left)

    def is_wide(self, factor: Fraction | int) -> bool:
        """Whether the highest is at least `factor` times the lowest: else none is that far from the others."""
        return bool(self._sorted) and self._sorted[-1] >= self._sorted[0] * factor

    def holds_up_to(self, value: int) -> bool:
        """Whether some value is not above `value`."""
        return bool(self._sorted) and self._sorted[0] <= value * self._scale


class Column:
    """One number that units are asked for: the same input of the same node of the same tree."""

    def __init__(
        self,
        tree: IndicatorTree,
        node: Node | None,
        name: str,
        spec: Input | EvidenceLine,
        target: TargetValue | None = None,
    ) -> None:
        """`node` is None for a unit's money; `target` is the printed value that the number is held against."""
        self.tree = tree
        self.node = node
        self.name = name
        self.spec = spec
        self.target = target
        self.entries: list[Entered] = []

    @property
    def owner(self) -> str:
        """The id under which it is entered."""
        return FUNDS if self.node is None else self.node.id

    @cached_property
    def spread(self) -> Spread:
        """All values above 0 in order."""
        return Spread(value for _, value in self.entries)

    def usual(self, value: Fraction, rules: ReminderRules) -> Usual | None:
        """What the units beside one that has `value` (above 0) have; None where too few have anything."""
        usual = self.spread.without(value)
        return usual if usual is not None and usual.others >= rules.others else None

    def address(self, unit: Unit) -> Address:
        """Where the unit's number is entered."""
        return Address(unit.id, self.owner, self.name)

    def place(self, unit: Unit) -> str:
        """`二级学院甲“K5.3a 初次就业率”的初次就业率`."""
        under = f"“{FUNDS_LABEL}”" if self.node is None else title(self.node)
        return f"{unit.name}{under}的{self.spec.label}"

    def said(self, entered: Entered) -> str:
        """The same with `是0.912%`."""
        return f"{self.place(entered.unit)}是{self.quantity(entered.value)}"

    def quantity(self, value: Fraction) -> str:
        """A value with its unit."""
        return f"{plain(value)}{self.spec.unit}"


def columns_of(nodes: Nodes, units: Iterable[Unit], stage: Stage) -> tuple[Column, ...]:
    """The columns in which there is a number, in the order in which the units' evidence meets them."""
    columns: dict[tuple[str, str, str], Column] = {}
    for unit in units:
        tree, applying = nodes.tree(unit), nodes.of(unit)
        for owner, name, value in _numbers(unit):
            key = (tree.id, owner, name)
            node = applying.get(owner)
            if node is None and owner != FUNDS:
                continue  # it does not apply, and is not counted
            if key not in columns:
                columns[key] = _column(tree, node, name, stage)
            columns[key].entries.append(Entered(unit, value))
    return tuple(columns.values())


def _numbers(unit: Unit) -> Iterator[tuple[str, str, Fraction]]:
    for owner, fact in unit.facts.items():
        for values in (fact.values, fact.lines):
            for name, value in values.items():
                if type(value) is Fraction:  # much quicker than `isinstance`, for two thousand values a year
                    yield owner, name, value


def _column(tree: IndicatorTree, node: Node | None, name: str, stage: Stage) -> Column:
    if node is None:
        spec = fund_slots(tree.plan.unit if tree.plan is not None else "")[name].spec
        return Column(tree, None, name, cast("Input", spec))
    target = _target(node, stage) if name == ACTUAL else None
    return Column(tree, node, name, specs_of(node)[name], target)


def _target(node: Node, stage: Stage) -> TargetValue | None:
    """The printed value that an actual one is held against: that of the half-year, where it asks anything then."""
    aimed = node.aimed if isinstance(node, Leaf) else None
    if aimed is None:
        return None
    half, full = aimed.target_values()
    return half if stage == "half_year" and half is not None and half.is_measurable else full
