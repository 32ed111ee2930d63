"""What stands around the indicators of a target table: whose it is, its money, what for, and its goals."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Annotated

from pydantic import Field

from assess.ground.model import Exact, Model
from assess.ground.numbers import ZERO
from assess.ground.said import Said


class Fund(Model):
    """A line of the budget or of the income, in the plan's unit; None where the document leaves it blank."""

    label: str = Field(description="名称，如预算数、财政资金")
    amount: Exact | None = Field(default=None, description="金额；原文空着的写null")
    part_of: str | None = Field(default=None, description="是哪一行的其中数")


class StatedBudget(Model):
    """What the document prints as the sum of all its tables' budgets, for a check that they add up. Any amount."""

    amount: Exact = Field(description="原文印出的合计金额")
    unit: str = Field(default="万元", description="金额的单位")
    clause: str = Field(default="", description="原文的栏名或条款")


class Spending(Model):
    """A line of the spending plan: by the middle of the year and for all of it, in the plan's unit."""

    label: str = Field(description="支出的名称，如基本支出")
    half: Exact | None = Field(default=None, description="半年计划执行数")
    full: Exact | None = Field(default=None, description="全年预算数")
    part_of: str | None = Field(default=None, description="是哪一行的其中数")


class Remark(Model):
    """A named text of the head of the table."""

    label: str = Field(description="这一栏的名称")
    text: str = Field(description="内容，用自己的短句")


class Layout(Model):
    """How the document prints the table, so that it can be printed back."""

    period_values: Annotated[tuple[str, ...], Said("指标值的栏名")] = Field(
        default=("指标值",), min_length=1, max_length=2, description="指标值的栏名；两栏时如半年指标值、全年指标值"
    )
    cycle_first: Annotated[bool, Said("第一栏是实施周期指标值")] = Field(
        default=False, description="true：第一栏是实施周期指标值，没有另写（cycle）时与年度指标值相同"
    )
    levels: Annotated[tuple[str, ...], Said("指标各级的栏名")] = Field(
        default=("一级指标", "二级指标", "三级指标"), min_length=1, description="指标各级的栏名，最后一个是指标本身"
    )
    description: Annotated[str, Said("指标说明的栏名")] = Field(
        default="", description="指标说明一栏的栏名，如绩效指标描述；没有就不写"
    )
    points: Annotated[str, Said("分值的栏名")] = Field(default="", description="分值一栏的栏名，如分值；原文没有就不写")
    indicators_stand_in: Annotated[str, Said("指标印在的栏")] = Field(
        default="", description="指标没有写在指标栏、而写在别的栏时，那一栏的名称；检查时会指出"
    )


class Plan(Model):
    """The head of a target table (绩效目标表). Amounts are in `unit`."""

    title: str = Field(min_length=1, description="表名")
    holder: str = Field(default="", description="部门（单位）名称，照原文印")
    unit: str = Field(default="万元", description="金额的单位")
    units_printed: tuple[str, ...] = Field(default=(), description="原文印出的金额单位；多于一个时检查会指出")
    funds: tuple[Fund, ...] = Field(default=(), description="资金：第一行是总额，其余可以是它的其中数")
    spending: tuple[Spending, ...] = Field(default=(), description="支出计划；没有就不写")
    purpose: str = Field(default="", description="资金用途")
    long_term: tuple[str, ...] = Field(default=(), description="中长期目标，分条写")
    goals: tuple[str, ...] = Field(default=(), description="年度（绩效）目标，分条写")
    remarks: tuple[Remark, ...] = Field(default=(), description="表头的其它栏，如单位主要职能")
    layout: Layout = Field(default=Layout(), description="原表的栏目")

    @property
    def budget(self) -> Fraction | None:
        """The initial budget: the first fund; None where the document prints none."""
        return self.funds[0].amount if self.funds else None

    @property
    def planned_half(self) -> Fraction | None:
        """What is planned to be spent by the middle of the year; None without such a plan."""
        return _sum(line.half for line in self.spending if line.part_of is None)

    @property
    def planned_full(self) -> Fraction | None:
        """What is planned to be spent in the year; None without such a plan."""
        return _sum(line.full for line in self.spending if line.part_of is None)


def _sum(amounts: Iterable[Fraction | None]) -> Fraction | None:
    listed = list(amounts)
    known = [amount for amount in listed if amount is not None]
    return sum(known, ZERO) if listed and len(known) == len(listed) else None
