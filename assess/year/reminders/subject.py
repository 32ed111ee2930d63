"""What reminders look at: a year's evidence beside its scheme."""

from dataclasses import dataclass
from functools import cached_property

from assess.scheme.scheme import Scheme
from assess.year.case import Facts
from assess.year.evidence import Evidence, Unit
from assess.year.reminders.arranged import arranged
from assess.year.reminders.columns import Column, columns_of
from assess.year.reminders.given import Judgement, Rating, judgements_by, ratings_by
from assess.year.reminders.listed import Listed, listed_by
from assess.year.reminders.nodes import Nodes


@dataclass(frozen=True)
class Year:
    """A scheme, the evidence entered for it, and its values in numbers."""

    scheme: Scheme
    evidence: Evidence
    facts: Facts

    @cached_property
    def all_units(self) -> tuple[Unit, ...]:
        """All units, also those that take no part, in the office's order, with what is entered in the scheme's."""
        units = (arranged(unit, self.nodes) for unit in self.evidence.units)
        return tuple(sorted(units, key=lambda unit: (unit.order, unit.id)))

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The units that take part."""
        return tuple(unit for unit in self.all_units if unit.takes_part)

    @cached_property
    def nodes(self) -> Nodes:
        """The scheme's nodes by id."""
        return Nodes(self.scheme)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Every number that is entered, beside those of the units which are asked the same."""
        return columns_of(self.nodes, self.units, self.evidence.stage)

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """Every achievement that is entered, with what it brings."""
        return listed_by(self.nodes, self.units, self.facts)

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """Every mark that somebody gave on an indicator."""
        return judgements_by(self.nodes, self.units)

    @cached_property
    def ratings(self) -> tuple[Rating, ...]:
        """Every mark that a leader gave a unit."""
        return ratings_by(self.scheme, self.units)

    def list_of(self, unit: Unit) -> str:
        """The list on which the unit stands."""
        return self.scheme.unit_types[unit.type].list
