"""The marks that people gave, one by one: assessors' on indicators, leaders' on units."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, cast

from assess.entered.inputs import MarkInput
from assess.entered.values import Mark
from assess.ground.address import Address
from assess.ground.numbers import plain
from assess.scheme.nodes import Leaf
from assess.scheme.scheme import Part, Scheme
from assess.year.evidence import Unit
from assess.year.reminders.nodes import Nodes


class Judgement(NamedTuple):
    """One mark on an indicator of a unit; `beside`: all marks that are given there."""

    unit: Unit
    leaf: Leaf
    name: str
    mark: Mark
    beside: tuple[Mark, ...]

    @property
    def spec(self) -> MarkInput:
        """What marks may be given."""
        return cast("MarkInput", self.leaf.slots[self.name].spec)

    @property
    def address(self) -> Address:
        """Where it is entered."""
        return Address(self.unit.id, self.leaf.id, self.name, assessor=self.mark.assessor)

    @property
    def value(self) -> str:
        """What stands at the address."""
        return value_at(self.mark, self.beside)


class Rating(NamedTuple):
    """One leader's mark on a unit; `beside`: all marks of his or her group on it."""

    unit: Unit
    part: Part
    group: str
    mark: Mark
    beside: tuple[Mark, ...]

    @property
    def address(self) -> Address:
        """Where it is entered."""
        return Address(self.unit.id, self.part.id, self.group, assessor=self.mark.assessor)

    @property
    def value(self) -> str:
        """What stands at the address."""
        return value_at(self.mark, self.beside)


def value_at(mark: Mark, beside: Iterable[Mark]) -> str:
    """A mark; one without a name has its address in common with all others without a name."""
    return plain(mark.value) if mark.assessor else "、".join(plain(one.value) for one in beside)


def judgements_by(nodes: Nodes, units: Iterable[Unit]) -> tuple[Judgement, ...]:
    """Every mark on an indicator that applies to its unit."""
    return tuple(one for unit in units for one in _of_unit(nodes, unit))


def _of_unit(nodes: Nodes, unit: Unit) -> Iterator[Judgement]:
    applying = nodes.of(unit)
    for owner, fact in unit.facts.items():
        for name, value in fact.values.items():
            if type(value) is tuple and value and type(value[0]) is Mark and owner in applying:
                leaf, beside = cast("Leaf", applying[owner]), value
                for mark in beside:
                    yield Judgement(unit, leaf, name, mark, beside)


def ratings_by(scheme: Scheme, units: Iterable[Unit]) -> tuple[Rating, ...]:
    """Every mark that a person gave a unit, part by part of the total."""
    return tuple(
        Rating(unit, part, group, mark, beside)
        for part in scheme.parts
        for unit in units
        for group in part.rules.group_labels
        for beside in [unit.opinions.get(part.id, {}).get(group)]
        if isinstance(beside, tuple)
        for mark in beside
    )
