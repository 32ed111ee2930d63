"""A unit's money: its budget, what was spent of it, and why that differs."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from assess.entered.inputs import Input, InputSlot
from assess.entered.questions import lack
from assess.entered.values import InputValue
from assess.ground.address import Address
from assess.ground.place import Problem

#: Under which id a unit's money is entered, beside its indicators.
FUNDS = "funds"
FUNDS_LABEL = "预算资金"

BUDGET, SPENT, DEVIATION = "budget", "spent", "deviation"
#: What they are called on paper.
MONEY_LABELS: Mapping[str, str] = {BUDGET: "全年预算数", SPENT: "执行数", DEVIATION: "预算执行偏差原因"}


def fund_slots(unit: str) -> dict[str, InputSlot]:
    """The inputs about a unit's money: the adjusted budget (above 0) and what was spent, in `unit`."""
    specs: Mapping[str, Input] = {
        BUDGET: Input(label=MONEY_LABELS[BUDGET], unit=unit, above=Fraction(0), note="有调整的，填调整后的数"),
        SPENT: Input(label=MONEY_LABELS[SPENT], unit=unit, note="半年监控填半年执行数，年终填全年执行数"),
        DEVIATION: Input(label=MONEY_LABELS[DEVIATION], text=True),
    }
    return {name: InputSlot(FUNDS, name, spec) for name, spec in specs.items()}


@dataclass(frozen=True, slots=True)
class Execution:
    """What is entered: None where it is not."""

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


def lack_of_money(unit: str, name: str, key: str) -> Problem:
    """What is said of an amount, or the reason, that lacks; `name` is what the unit `unit` is called."""
    return lack(Address(unit, FUNDS, key), f"{name}的{FUNDS_LABEL}缺“{MONEY_LABELS[key]}”")
