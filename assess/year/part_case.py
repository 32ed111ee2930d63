"""One unit's evidence as a part of the total reads it."""

from collections.abc import Mapping
from fractions import Fraction

from assess.entered.rounds import Round
from assess.entered.values import InputValue, Opinion
from assess.parts.base import IndicatorSums
from assess.scheme.scheme import Part, Scheme
from assess.year.case import Facts
from assess.year.evidence import Unit

_NO_OPINIONS: Mapping[str, Opinion] = {}


class UnitPart:
    """The `PartCase` of one unit and one part of the total. `sums`: what its indicators come to, once that is known."""

    __slots__ = ("_facts", "_part", "_scheme", "_sums", "_unit", "digits", "full", "part_id", "unit_id")

    def __init__(self, facts: Facts, part: Part, unit: Unit, sums: IndicatorSums | None = None) -> None:
        self._facts = facts
        self._scheme: Scheme = facts.scheme
        self._part = part
        self._unit = unit
        self._sums = sums
        self.unit_id = unit.id
        self.part_id = part.id
        self.full = part.full[self._scheme.unit_types[unit.type].list]
        self.digits = self._scheme.digits

    @property
    def unit_name(self) -> str:
        """What the unit is called."""
        return self._unit.name

    @property
    def label(self) -> str:
        """What the part is called."""
        return self._part.label

    def group_name(self, group: str) -> str:
        """What a group of people is called, so that no other part has one of that name."""
        return self._scheme.group_name(self._part, group)

    @property
    def opinions(self) -> Mapping[str, Opinion]:
        """What was entered for this part, by group of people."""
        return self._unit.opinions.get(self.part_id, _NO_OPINIONS)

    @property
    def rounds(self) -> Mapping[str, Round]:
        """The rounds in which the unit is voted on, by group of people."""
        return self._facts.rounds(self.part_id, self._unit)

    @property
    def recused(self) -> frozenset[str]:
        """The assessors whose marks on the unit are left out (U16)."""
        return self._facts.recused(self._unit)

    @property
    def money_unit(self) -> str:
        """The unit of amounts in the plan of the unit's table."""
        plan = self._scheme.tree_of(self._unit.type, self._unit.table).plan
        return plan.unit if plan is not None else ""

    @property
    def indicators(self) -> IndicatorSums:
        """What the indicators of the part come to; they were summed before anything asks."""
        if self._sums is None:
            message = f"the indicators of {self.part_id} were asked for before they were summed"
            raise LookupError(message)
        return self._sums

    def value(self, owner: str, name: str) -> InputValue | None:
        """What is entered for input `name` of node `owner`; None while it is not entered."""
        return self._unit.value(owner, name)

    def rounded(self, value: Fraction) -> Fraction:
        """Points as they are printed; left exact where only totals are rounded (U15)."""
        return self._scheme.rounded(value)
