"""Points for spending a budget: the full mark times spent ÷ budget, never more than the full mark."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Protocol

from pydantic import Field

from assess.entered.inputs import Input, InputSlot
from assess.entered.values import InputValue
from assess.ground.frozen import frozen
from assess.ground.model import Model

#: Under which id a unit's money is entered, beside its indicators.
FUNDS = "funds"
FUNDS_LABEL = "预算资金"

BUDGET, SPENT, DEVIATION = "budget", "spent", "deviation"
#: What they are called on paper.
MONEY_LABELS: Mapping[str, str] = {BUDGET: "全年预算数", SPENT: "执行数", DEVIATION: "预算执行偏差原因"}


class ExecutionRules(Model):
    """How the execution rate of the budget is scored."""

    reason_demanded: bool = Field(default=True, description="true：没有正好执行完的，要写偏差原因")


def fund_slots(unit: str) -> dict[str, InputSlot]:
    """The inputs about a unit's money: the adjusted budget (above 0) and what was spent, in `unit`."""
    specs: Mapping[str, Input] = {
        BUDGET: Input(label=MONEY_LABELS[BUDGET], unit=unit, above=Fraction(0), note="有调整的，填调整后的数"),
        SPENT: Input(label=MONEY_LABELS[SPENT], unit=unit, note="半年监控填半年执行数，年终填全年执行数"),
        DEVIATION: Input(label=MONEY_LABELS[DEVIATION], text=True),
    }
    return {name: InputSlot(FUNDS, name, spec) for name, spec in specs.items()}


@frozen
class Execution:
    """A unit's money: None where it is not entered."""

    budget: Fraction | None
    spent: Fraction | None
    deviation: str = ""

    @property
    def rate(self) -> Fraction | None:
        """Spent ÷ budget; None while one of them is not entered."""
        return None if self.budget is None or self.spent is None else self.spent / self.budget

    def points(self, full: Fraction) -> Fraction | None:
        """At most `full`."""
        return None if self.rate is None else min(full, full * self.rate)


class Entered(Protocol):
    """What is entered for a unit."""

    def value(self, owner: str, name: str) -> InputValue | None:
        """The value of input `name` of node `owner`; None while it is not entered."""


def execution_of(unit: Entered) -> Execution:
    """The unit's money as it is entered."""
    budget, spent, deviation = (unit.value(FUNDS, name) for name in (BUDGET, SPENT, DEVIATION))
    return Execution(
        budget if isinstance(budget, Fraction) else None,
        spent if isinstance(spent, Fraction) else None,
        deviation if isinstance(deviation, str) else "",
    )
