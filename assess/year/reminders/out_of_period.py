"""Achievements and events outside the period that is assessed."""

from collections.abc import Iterator

from assess.year.reminders.nodes import title
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year
from assess.year.reminders.values import record_text, records_in


def out_of_period(year: Year) -> Iterator[Noticed]:
    """A date before the first day of the period, or after its last one."""
    first, last = year.scheme.period
    for unit in year.units:
        for address, record in records_in(unit):
            node = year.nodes.of(unit).get(address.node)
            if node is None or not record.date or first <= record.date <= last:
                continue
            which = f"{unit.name}{title(node)}的{node.heading.declared[address.input].label}第{address.record}项"
            text = f"{which}的日期{record.date}不在考核期（{first}至{last}）内"
            yield Noticed(address, record_text(record), text, "请核对日期；确应计入的，请确认")


REMINDERS = (
    Reminder(
        "out_of_period",
        "日期不在考核期内",
        "年度写错，或把上一年、下一年的成果和事件填进来，都会多计或少计。",
        out_of_period,
    ),
)
