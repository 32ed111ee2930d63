"""What reminders look at: a year's evidence beside its scheme."""

from dataclasses import dataclass

from assess.domain.case import Facts
from assess.domain.evidence import Evidence, Unit
from assess.domain.scheme import Scheme


@dataclass(frozen=True)
class Year:
    """A scheme, the evidence entered for it, and its values in numbers."""

    scheme: Scheme
    evidence: Evidence
    facts: Facts

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units that take part, in the office's order."""
        present = [unit for unit in self.evidence.units if unit.takes_part]
        return tuple(sorted(present, key=lambda unit: (unit.order, unit.id)))
