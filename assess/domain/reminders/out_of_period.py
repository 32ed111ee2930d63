"""Achievements and events outside the period that is assessed."""

from collections.abc import Iterator

from assess.domain.address import Address
from assess.domain.evidence import Unit
from assess.domain.records import Record
from assess.domain.reminders.reminder import Noticed, Reminder
from assess.domain.reminders.subject import Year
from assess.domain.reminders.values import record_text
from assess.domain.scheme import Scheme, all_nodes


def out_of_period(year: Year) -> Iterator[Noticed]:
    """A date before the first day of the period, or after its last one."""
    for unit in year.units:
        for node, fact in unit.facts.items():
            for name, value in fact.values.items():
                for number, record in enumerate(value if isinstance(value, tuple) else (), start=1):
                    if isinstance(record, Record) and record.date and not _inside(record.date, year.scheme):
                        address = Address(unit.id, node, name, record=number)
                        yield _noticed(address, record, unit, year.scheme)


def _inside(date: str, scheme: Scheme) -> bool:
    first, last = scheme.period
    return first <= date <= last


def _noticed(address: Address, record: Record, unit: Unit, scheme: Scheme) -> Noticed:
    first, last = scheme.period
    nodes = {node.id: node for node in all_nodes(scheme.tree_of(unit.type, unit.table).nodes)}
    heading = nodes[address.node].heading
    which = f"{unit.name}“{heading.id} {heading.label}”的{heading.declared[address.input].label}第{address.record}项"
    text = f"{which}的日期{record.date}不在考核期（{first}至{last}）内"
    return Noticed(address, record_text(record), text, "请核对日期；确应计入的，请确认")


REMINDERS = (
    Reminder(
        "out_of_period",
        "日期不在考核期内",
        "年度写错，或把上一年、下一年的成果和事件填进来，都会多计或少计。",
        out_of_period,
    ),
)
