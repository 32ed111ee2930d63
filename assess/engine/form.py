"""What is asked of whom: the inputs that a unit must give for an indicator, as its rule asks for them.

The one source of what is missing; whatever else asks people for values (sheets, workbooks, a page) is a view of it.
"""

from collections.abc import Iterator

from assess.entered.inputs import InputSlot
from assess.ground.address import Address
from assess.ground.frozen import frozen
from assess.ground.place import Problem, Severity
from assess.parts.execution import (
    BUDGET,
    DEVIATION,
    FUNDS_LABEL,
    SPENT,
    ExecutionRules,
    execution_of,
    fund_slots,
)
from assess.scheme.scheme import Tree
from assess.year.case import UnitCase
from assess.year.evidence import Unit


@frozen
class Question:
    """One input that one unit must give. An input under a condition is a question only while the condition holds."""

    case: UnitCase
    slot: InputSlot

    @property
    def answered(self) -> bool:
        """Whether the value is entered."""
        return self.case.known(self.slot.name)

    def problem(self) -> Problem:
        """Say what is missing, by its address; where that is written is not known here."""
        unit, leaf = self.case.whole_unit, self.case.leaf
        what = f"{unit.name}“{leaf.id} {leaf.heading.label}”"
        address = Address(unit.id, self.slot.owner, self.slot.name)
        fact = unit.facts.get(self.slot.owner)
        if fact is not None and self.slot.name in fact.unconfirmed:
            text = f"{what}的{self.slot.spec.label}是空表，还没有确认"
            return Problem(None, "unconfirmed", text, "确实没有的，请写“无”", Severity.MISSING, address)
        text = f"{what}缺“{self.slot.spec.label}”"
        return Problem(None, "missing", text, severity=Severity.MISSING, address=address)


@frozen
class FundQuestion:
    """One value about a unit's money that the part for the execution rate must have."""

    unit: Unit
    slot: InputSlot

    @property
    def answered(self) -> bool:
        """Whether the value is entered."""
        return self.unit.value(self.slot.owner, self.slot.name) is not None

    def problem(self) -> Problem:
        """Say what is missing, by its address; where that is written is not known here."""
        text = f"{self.unit.name}的{FUNDS_LABEL}缺“{self.slot.spec.label}”"
        address = Address(self.unit.id, self.slot.owner, self.slot.name)
        return Problem(None, "missing", text, severity=Severity.MISSING, address=address)


def fund_questions(unit: Unit, tree: Tree, rules: ExecutionRules) -> Iterator[FundQuestion]:
    """Yield what is asked about a unit's money; the reason only while the budget is not spent exactly."""
    slots = fund_slots(tree.plan.unit if tree.plan is not None else "")
    yield FundQuestion(unit, slots[BUDGET])
    yield FundQuestion(unit, slots[SPENT])
    if rules.reason_demanded and execution_of(unit).rate not in (None, 1):
        yield FundQuestion(unit, slots[DEVIATION])


def questions(case: UnitCase) -> Iterator[Question]:
    """Yield what the leaf's rule asks of the unit, each input once, as far as what is known decides it."""
    for name in dict.fromkeys(case.leaf.rule.asks(case)):
        yield Question(case, case.leaf.slots[name])
