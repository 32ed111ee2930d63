"""The indicators of a scheme and the groups around them, with their full marks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from assess.entered.inputs import EvidenceLine, Input, InputSlot
from assess.ground.numbers import ZERO, total
from assess.rules.base import Rule
from assess.rules.grammar.aimed import Aimed
from assess.rules.grammar.frame import Frame


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


def all_nodes(nodes: tuple[Node, ...]) -> list[Node]:
    """All groups, then all leaves."""
    return [*groups(nodes), *leaves(nodes)]


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
