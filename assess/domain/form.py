"""What is asked of whom: the inputs that a unit must give for an indicator, as its rule asks for them.

The one source of what is missing; whatever else asks people for values (sheets, workbooks, a page) is a view of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assess.domain.case import UnitCase
from assess.domain.inputs import InputSlot
from assess.domain.place import Problem, Severity


@dataclass(frozen=True, slots=True)
class Question:
    """One input that one unit must give. An input under a condition is a question only while the condition holds."""

    case: UnitCase
    slot: InputSlot

    @property
    def answered(self) -> bool:
        """Whether the value is entered."""
        return self.case.known(self.slot.name)

    def problem(self) -> Problem:
        """Say what is missing."""
        unit, leaf = self.case.whole_unit, self.case.leaf
        what = f"{unit.name}“{leaf.id} {leaf.heading.label}”"
        fact = unit.facts.get(self.slot.owner)
        if fact is not None and self.slot.name in fact.unconfirmed:
            text = f"{what}的{self.slot.spec.label}是空表，还没有确认"
            return Problem(unit.place, "unconfirmed", text, "确实没有的，请写“无”", Severity.MISSING)
        text = f"{what}缺“{self.slot.spec.label}”"
        return Problem(unit.place, "missing", text, severity=Severity.MISSING)


def questions(case: UnitCase) -> Iterator[Question]:
    """Yield what the leaf's rule asks of the unit, each input once, as far as what is known decides it."""
    for name in dict.fromkeys(case.leaf.rule.asks(case)):
        yield Question(case, case.leaf.slots[name])
