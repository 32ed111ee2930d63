"""Numbers that are a part of another one: 11 dual-qualified of 10 teachers."""

from collections.abc import Iterator
from fractions import Fraction

from assess.entered.inputs import Input
from assess.ground.numbers import plain
from assess.year.reminders.nodes import seen_from
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year


def above_whole(year: Year) -> Iterator[Noticed]:
    """A number is not above the one that the scheme calls its whole (`part_of`); as much is allowed."""
    for column in year.columns:
        if column.node is None or not isinstance(column.spec, Input) or column.spec.part_of is None:
            continue
        slot = seen_from(column.tree, column.node, column.spec.part_of)
        for entered in column.entries:
            whole = entered.unit.value(slot.owner, slot.name)
            if isinstance(whole, Fraction) and entered.value > whole:
                text = (
                    f"{column.said(entered)}，比{slot.spec.label}{column.quantity(whole)}还多：是不是有一个数写错了？"
                )
                yield Noticed(column.address(entered.unit), plain(entered.value), text, "两个数都请核对")


REMINDERS = (
    Reminder(
        "part_above_whole",
        "部分比总数多",
        "方案写明一个数是另一个数的一部分（part_of），部分多于总数，其中必有一个写错了。",
        above_whole,
    ),
)
