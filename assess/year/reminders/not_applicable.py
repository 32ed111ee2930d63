"""Values under indicators on which the unit is not assessed."""

from collections.abc import Iterator

from assess.ground.address import Address
from assess.scheme.nodes import all_nodes
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


def not_counted(year: Year) -> Iterator[Noticed]:
    """Ballots or marks are entered for a part of the total that is worth nothing on the unit's list."""
    for unit in year.units:
        for part in year.scheme.parts:
            given = unit.opinions.get(part.id)
            if given and not part.full[year.list_of(unit)]:
                group = next(iter(given))
                address = part.rules.group_address(unit.id, part.id, group)
                listed = year.scheme.lists[year.list_of(unit)]
                text = f"{unit.name}填了“{part.label}”，这一部分在{listed}里满分是0，填写的内容不计"
                yield Noticed(address, "、".join(given), text, "填错了单位的，请移到该填的地方；不用填的，请删去")


REMINDERS = (
    Reminder(
        "not_applicable",
        "填了不参加考核的指标",
        "填写的内容不计分，可能是填错了单位、指标，或写错了单位类型。",
        not_applicable,
    ),
    Reminder(
        "not_counted",
        "填了不计分的测评或评价",
        "这一部分在单位所在的名单里满分是0，填写的内容不计分，可能是填错了单位，或写错了单位类型。",
        not_counted,
    ),
)
