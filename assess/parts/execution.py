"""Points for spending a budget: the full mark times spent ÷ budget, never more than the full mark."""

from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass
from fractions import Fraction
from typing import Annotated, Any, ClassVar

from pydantic import Field

from assess.entered.questions import Question, lacks
from assess.ground.address import Address
from assess.ground.numbers import ZERO, fixed, plain, plain_or_none
from assess.ground.said import Said
from assess.parts.base import PartCase, PartRules, PartScore, ReachCase, Written
from assess.parts.money import (
    BUDGET,
    DEVIATION,
    FUNDS,
    FUNDS_LABEL,
    SPENT,
    Execution,
    execution_of,
    fund_slots,
    lack_of_money,
)
from assess.rules.grammar.reach import Reach
from assess.rules.grammar.wording import percent


@dataclass(frozen=True, slots=True)
class ExecutionScore(PartScore):
    """A unit's money, and what it gives."""

    _: KW_ONLY
    money: Execution
    full: Fraction

    def lines(self, digits: int) -> Iterator[str]:
        """Say the rate, and that no more than the full mark counts."""
        del digits
        money = self.money
        if money.rate is None or money.budget is None or money.spent is None:
            yield "预算资金还没有填全"
            return
        bounded = "，不超过满分" if money.rate > 1 else ""
        yield f"执行数{plain(money.spent)} ÷ 全年预算数{plain(money.budget)} = {percent(money.rate)}"
        yield f"满分{plain(self.full)}分 × {percent(money.rate)}{bounded}"
        if money.deviation:
            yield f"偏差原因：{money.deviation}"
        elif self.points is None:
            yield "还没有写偏差原因，暂不计分"

    def calculation(self) -> str:
        """The rate that the full mark is multiplied by."""
        return "" if self.money.rate is None else f"满分×执行率{fixed(self.money.rate * 100)}%，最多得满分"

    def document(self, written: Written) -> dict[str, Any]:
        """The amounts as they are entered."""
        del written
        return {"budget": plain_or_none(self.money.budget), "spent": plain_or_none(self.money.spent)}


class ExecutionRules(PartRules):
    """How the execution rate of the budget is scored."""

    kind: ClassVar[str] = "execution"
    title: ClassVar[str] = "预算执行率"
    summary: ClassVar[str] = "预算执行率：满分×执行数÷预算数，不超过满分"

    reason_demanded: Annotated[bool, Said("没有正好执行完时要写原因")] = Field(
        default=True, description="true：没有正好执行完的，要写偏差原因"
    )

    def score(self, case: PartCase) -> ExecutionScore:
        """At most the full mark; no points while an amount, or the reason that is demanded, lacks."""
        money = execution_of(case)
        exact = None if any(lacks(self.asks(case))) else money.points(case.full)
        return ExecutionScore(None if exact is None else case.rounded(exact), money=money, full=case.full)

    def asks(self, case: PartCase) -> Iterator[Question]:
        """The amounts; the reason only while the budget is not spent exactly."""
        slots = fund_slots(case.money_unit)
        asked = [BUDGET, SPENT]
        if self.reason_demanded and execution_of(case).rate not in (None, 1):
            asked.append(DEVIATION)
        for name in asked:
            spec, answered = slots[name].spec, case.value(FUNDS, name) is not None
            missing = lack_of_money(case.unit_id, case.unit_name, name)
            yield Question(
                Address(case.unit_id, FUNDS, name),
                FUNDS_LABEL,
                spec.label,
                spec,
                answered,
                missing,
                required=True,
            )

    def reach(self, case: ReachCase) -> Reach:
        """From nothing spent to everything."""
        return Reach(ZERO, case.full)

    def entered_at(self, part: str) -> tuple[str, ...]:
        """With the unit's money."""
        del part
        return (FUNDS,)

    def in_words(self) -> str:
        """`满分×执行数÷全年预算数，不超过满分`."""
        return "满分×执行数÷全年预算数，不超过满分" + ("，没有正好执行完的要写原因" if self.reason_demanded else "")
