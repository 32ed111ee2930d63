"""Units that begin, end or are renamed inside the year: days that cannot be, and what belongs to whom."""

from collections.abc import Iterator

from assess.ground.address import UNIT, Address
from assess.year.reminders.nodes import title
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year
from assess.year.reminders.values import record_text, records_in
from assess.year.unit_changes import Succession, named


def days_out_of_period(year: Year) -> Iterator[Noticed]:
    """A unit's first day, last day or change lies in the period that is assessed."""
    first, last = year.scheme.period
    for unit in year.all_units:
        history = unit.history
        days = [("since", 0, "第一天", history.since), ("until", 0, "最后一天", history.until)]
        days += [("formerly", number, "变更日期", one.changed) for number, one in enumerate(history.formerly, 1)]
        for name, record, label, day in days:
            if day and not first <= day <= last:
                text = f"{unit.name}的{label}{day}不在考核期（{first}至{last}）内"
                yield Noticed(Address(unit.id, UNIT, name, record=record), day, text, "请核对日期；确实如此的，请确认")


def former_names_taken(year: Year) -> Iterator[Noticed]:
    """No other unit is called now as a unit was called before."""
    owners = {name: unit for unit in year.all_units for name in (unit.name, unit.short) if name}
    for unit in year.all_units:
        for number, one in enumerate(unit.history.formerly, 1):
            owner = owners.get(one.name, unit)
            if owner.id != unit.id:
                text = f"{unit.name}的原名“{one.name}”，现在是另一个单位（{owner.id}）的名称"
                hint = f"用这个名称交来的材料会算在{owner.id}名下；请核对，确实如此的请确认"
                yield Noticed(Address(unit.id, UNIT, "formerly", record=number), one.name, text, hint)


def of_another_time(year: Year) -> Iterator[Noticed]:
    """An achievement or event belongs to the unit that was there on its day."""
    succession = Succession(year.evidence.units)
    for unit in year.all_units:
        since, until = unit.history.since, unit.history.until
        for address, record in records_in(unit):
            node = year.nodes.of(unit).get(address.node)
            if node is None or not record.date:
                continue
            which = f"{unit.name}{title(node)}的{node.heading.declared[address.input].label}第{address.record}项"
            if until and record.date > until:
                when, owners = f"在最后一天（{until}）之后", named(succession.after(unit))
            elif record.date < since:
                when, owners = f"在第一天（{since}）之前", named(succession.before(unit))
            else:
                continue
            text = f"{which}的日期{record.date}{when}" + (f"，当时的单位是{owners}" if owners else "")
            hint = f"请移到{owners}名下" if owners else "请核对日期"
            yield Noticed(address, record_text(record), text, f"{hint}；经决定算在这里的，请确认，理由写明是哪次决定")


def ended_with_records(year: Year) -> Iterator[Noticed]:
    """What a unit had achieved before it ended counts for nobody unless people decide for whom."""
    succession = Succession(year.evidence.units)
    for unit in year.all_units:
        count = sum(1 for _ in records_in(unit)) if unit.ended else 0
        if count:
            owners = named(succession.after(unit))
            text = f"{unit.name}{succession.ending(unit)}，不参加考核，名下登记的{count}项不计入任何单位"
            hint = f"由{owners}计分的，移到{owners}名下" if owners else "由别的单位计分的，移到它名下"
            yield Noticed(Address(unit.id, UNIT, "until"), f"{count}项", text, f"{hint}；都不计的，请确认")


REMINDERS = (
    Reminder(
        "unit_day_out_of_period",
        "单位变动的日期不在考核期内",
        "年度写错了，单位会被当作已撤并而不参加考核，或者该注明的没有注明。",
        days_out_of_period,
    ),
    Reminder(
        "former_name_taken",
        "原名是另一个单位现在的名称",
        "用这个名称交来的表和材料，会算到另一个单位名下。",
        former_names_taken,
    ),
    Reminder(
        "of_another_time",
        "单位成立以前、撤并以后的成果和事件",
        "成果和事件算在当时的单位名下，算在别处要有决定。",
        of_another_time,
    ),
    Reminder(
        "ended_with_records",
        "撤并的单位名下的成果和事件",
        "撤并的单位不参加考核，不移走的成果就没有单位计分。",
        ended_with_records,
    ),
)
