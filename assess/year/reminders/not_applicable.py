"""Values under indicators on which the unit is not assessed."""

from collections.abc import Iterator

from assess.ground.address import Address
from assess.scheme.scheme import all_nodes
from assess.year.reminders.nodes import title
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year
from assess.year.reminders.values import entered_names, fact_text


def not_applicable(year: Year) -> Iterator[Noticed]:
    """Something is entered under an indicator that does not apply to the type of unit: it counts nothing."""
    for unit in year.units:
        applying = year.nodes.of(unit)
        for node in all_nodes(year.nodes.tree(unit).nodes):
            fact = unit.facts.get(node.id) if node.id not in applying else None
            entered = entered_names(fact) if fact is not None else ()
            if fact is None or not entered:
                continue
            text = f"{unit.name}不参加{title(node)}的考核，填写的内容不计"
            hint = "填错了单位或指标的，请移到该填的地方；不用填的，请删去"
            yield Noticed(Address(unit.id, node.id, entered[0]), fact_text(fact), text, hint)


REMINDERS = (
    Reminder(
        "not_applicable",
        "填了不参加考核的指标",
        "填写的内容不计分，可能是填错了单位、指标，或写错了单位类型。",
        not_applicable,
    ),
)
