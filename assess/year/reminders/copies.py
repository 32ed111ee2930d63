"""A unit whose numbers are those of another unit: copied, and not filled in anew."""

from collections.abc import Iterator

from assess.ground.address import UNIT, Address
from assess.year.evidence import Unit
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year

#: So many numbers above 0 are not alike by chance.
_LEAST = 5


def copied(year: Year) -> Iterator[Noticed]:
    """No unit has all the numbers of another one on the same indicators, where there are enough of them."""
    numbers: dict[str, list[tuple[int, int, int]]] = {}
    units: dict[str, Unit] = {}
    for index, column in enumerate(year.columns):
        for unit, value in column.entries:
            units[unit.id] = unit
            numbers.setdefault(unit.id, []).append((index, *value.as_integer_ratio()))
    first: dict[tuple[tuple[int, int, int], ...], Unit] = {}
    for unit in units.values():
        whole = tuple(numbers[unit.id])
        same = first.setdefault(whole, unit)
        if same is not unit and sum(top > 0 for _, top, _ in whole) >= _LEAST:
            text = f"{unit.name}填的{len(whole)}个数与{same.name}完全相同：是不是从那里复制来的，还没有改？"
            yield Noticed(Address(unit.id, UNIT, "facts"), same.name, text, "按本单位的材料填写")


REMINDERS = (
    Reminder(
        "numbers_copied",
        "数据与另一个单位完全相同的单位",
        "复制一个单位再改的，容易忘了改；两个单位的数不会个个相同。",
        copied,
    ),
)
