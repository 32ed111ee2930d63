"""One unit's evidence as rules read it, with the population's figures at hand."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from assess.entered.inputs import Input, InputSlot, MarkInput
from assess.entered.records import Counted, Record, counted, total
from assess.entered.rounds import Round
from assess.entered.values import Mark, Waived
from assess.rules.grammar.figures import Figure, FigureSpec, Numbers, compute
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.trimming import UNTRIMMED, Trim, UsedMarks, used_marks
from assess.scheme.nodes import Leaf
from assess.scheme.scheme import Scheme
from assess.year.evidence import Evidence, Unit

FigureKey = tuple[str, str, FigureSpec]


class Facts:
    """The evidence of all units in numbers; records are weighed once."""

    def __init__(self, scheme: Scheme, evidence: Evidence) -> None:
        self.scheme = scheme
        self._counted: dict[tuple[str, str], tuple[Counted, ...]] = {}
        self._own = self._own_assessors(evidence) if scheme.recused else {}
        self._rounds = evidence.rounds

    @staticmethod
    def _own_assessors(evidence: Evidence) -> dict[str, frozenset[str]]:
        return {
            unit.id: frozenset(name for name, home in evidence.assessors.items() if home == unit.id)
            for unit in evidence.units
        }

    def recused(self, unit: Unit) -> frozenset[str]:
        """The assessors whose marks on `unit` are left out (U16)."""
        return self._own.get(unit.id, frozenset())

    def rounds(self, part: str, unit: Unit) -> Mapping[str, Round]:
        """The rounds in which `unit` is voted on for a part of the total, by group of voters."""
        if not self._rounds:
            return {}
        on = self.scheme.unit_types[unit.type].list
        return {one.group: one for one in self._rounds if one.part == part and one.is_on(on)}

    def number(self, unit: Unit, slot: InputSlot) -> Fraction | None:
        """The input as a number; None while it is not entered."""
        value = unit.value(slot.owner, slot.name)
        if value is None or isinstance(value, Fraction):
            return value
        if isinstance(value, bool):
            return Fraction(value)
        if isinstance(slot.spec, Input) and slot.spec.records is not None:
            return total(self.records(unit, slot))
        return Fraction(len(value)) if isinstance(value, tuple) else None

    def records(self, unit: Unit, slot: InputSlot) -> tuple[Counted, ...]:
        """The input's records, weighed."""
        key = (unit.id, slot.key)
        if key not in self._counted:
            value = unit.value(slot.owner, slot.name)
            spec = slot.spec.records if isinstance(slot.spec, Input) else None
            listed = [one for one in value if isinstance(one, Record)] if isinstance(value, tuple) else []
            self._counted[key] = counted(listed, spec, self.scheme.counting) if spec is not None else ()
        return self._counted[key]

    def marks(self, unit: Unit, slot: InputSlot) -> tuple[Mark, ...]:
        """The marks that count."""
        value = unit.value(slot.owner, slot.name)
        given = tuple(one for one in value if isinstance(one, Mark)) if isinstance(value, tuple) else ()
        left_out = self.recused(unit)
        return tuple(mark for mark in given if not (mark.assessor and mark.assessor in left_out)) if left_out else given


class UnitCase:
    """The `Case` of one unit and one leaf."""

    __slots__ = ("_facts", "_figures", "frame", "leaf", "unit", "unit_id", "unit_type")

    def __init__(self, facts: Facts, figures: Mapping[FigureKey, Figure], leaf: Leaf, unit: Unit, tree: str) -> None:
        self._facts = facts
        self._figures = (figures, tree)
        self.leaf = leaf
        self.frame: Frame = leaf.frame
        self.unit = unit
        self.unit_id = unit.id
        self.unit_type = unit.type

    def known(self, name: str) -> bool:
        """Whether the input is entered."""
        slot = self.leaf.slots[name]
        value = self.unit.value(slot.owner, name)
        if isinstance(slot.spec, MarkInput):
            return isinstance(value, Waived) or bool(self._facts.marks(self.unit, slot))
        return value is not None

    def number(self, name: str) -> Fraction:
        """The number; it was asked for, so it is there."""
        value = self._facts.number(self.unit, self.leaf.slots[name])
        if value is None:
            message = f"{self.leaf.id}: {name} was read before it was asked for"
            raise LookupError(message)
        return value

    def word(self, name: str) -> str:
        """The choice or text; it was asked for, so it is there."""
        slot = self.leaf.slots[name]
        return str(self.unit.value(slot.owner, name))

    def marks(self, name: str, trim: Trim = UNTRIMMED) -> UsedMarks:
        """The marks that count and those that do not; none when 不适用 was chosen."""
        slot = self.leaf.slots[name]
        value = self.unit.value(slot.owner, name)
        used = self._facts.marks(self.unit, slot)
        recused = len(value) - len(used) if isinstance(value, tuple) else 0
        values = [mark.value for mark in used]
        if self.frame.share_digits is None and isinstance(slot.spec, MarkInput):
            values = slot.spec.counted(values)
        return used_marks(name, values, trim, recused)

    def records(self, name: str) -> tuple[Counted, ...]:
        """The records, weighed."""
        return self._facts.records(self.unit, self.leaf.slots[name])

    def figure(self, spec: FigureSpec) -> Figure:
        """The figure of the population."""
        figures, tree = self._figures
        return figures[tree, self.leaf.id, spec]


def figure_id(leaf: Leaf, spec: FigureSpec) -> str:
    """The id by which traces cite a figure: `K3.1 pooled academic_units [students / teachers]`."""
    return f"{leaf.id} {spec.kind} {spec.population} [{spec.value.text}]"


def all_figures(scheme: Scheme, facts: Facts, units: Iterable[Unit]) -> dict[FigureKey, Figure]:
    """The first pass: every figure that a rule of the scheme needs, over the units that take part."""
    by_type: dict[str, list[Unit]] = {}
    for unit in sorted(units, key=lambda one: one.id):
        by_type.setdefault(unit.type, []).append(unit)
    figures: dict[FigureKey, Figure] = {}
    for tree, leaf in scheme.all_leaves():
        for spec in dict.fromkeys(leaf.rule.figures()):
            types = leaf.heading.types.intersection(scheme.populations[spec.population].types)
            members = [unit for name in sorted(types) for unit in by_type.get(name, ())]
            figures[tree.id, leaf.id, spec] = _figure(facts, leaf, spec, members, tree.id)
    return figures


def _figure(facts: Facts, leaf: Leaf, spec: FigureSpec, members: Iterable[Unit], tree: str) -> Figure:
    numbers = {}
    for unit in members:
        case = UnitCase(facts, {}, leaf, unit, tree)
        asked = set(leaf.rule.asks(case))
        if asked.issuperset(spec.value.names):
            numbers[unit.id] = _numbers(facts, leaf, unit)
        elif not all(case.known(name) for name in asked if not isinstance(leaf.slots[name].spec, MarkInput)):
            # Which branch its rule takes is still open; once it is another one, it is no member. No mark decides that.
            numbers[unit.id] = _unknown
    return compute(figure_id(leaf, spec), spec, numbers)


def _unknown(_: str) -> None:
    return None


def _numbers(facts: Facts, leaf: Leaf, unit: Unit) -> Numbers:
    return lambda name: facts.number(unit, leaf.slots[name])
