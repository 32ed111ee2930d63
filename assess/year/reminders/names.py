"""Names that differ only in blanks, width or case: 张三 and 张 三 count as two."""

from collections import Counter
from collections.abc import Iterator

from assess.ground.address import UNIT, YEAR, Address
from assess.year.reminders.alike import alike
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year


def units_alike(year: Year) -> Iterator[Noticed]:
    """No two units are called alike."""
    first: dict[str, str] = {}
    for unit in year.evidence.units:
        name = first.setdefault(alike(unit.name), unit.name)
        if name != unit.name:
            text = f"单位“{unit.name}”与“{name}”只差空格、全半角或大小写：是不是同一个单位写了两次？"
            yield Noticed(Address(unit.id, UNIT, "name"), unit.name, text, "同一个单位只写一次")


def assessors_alike(year: Year) -> Iterator[Noticed]:
    """A person's name is written in one way: as it is most often, among ways that are as frequent as it is first."""
    first: dict[str, Address] = {}
    used: Counter[str] = Counter()
    for name, address in _named(year):
        first.setdefault(name, address)
        used[name] += 1
    usual: dict[str, str] = {}
    for name, _ in used.most_common():
        usual.setdefault(alike(name), name)
    for name, address in first.items():
        other = usual[alike(name)]
        if other != name:
            text = f"评分人“{name}”与“{other}”只差空格、全半角或大小写：是不是同一个人？"
            yield Noticed(address, name, text, f"同一个人的名字写成一样，如{other}")


def _named(year: Year) -> Iterator[tuple[str, Address]]:
    """Whoever gives marks or is said to belong to a unit, each time with the address of the entry."""
    for rating in year.ratings:
        if rating.mark.assessor:
            yield rating.mark.assessor, rating.address
    for judgement in year.judgements:
        if judgement.mark.assessor:
            yield judgement.mark.assessor, judgement.address
    for name in sorted(year.evidence.assessors):
        yield name, Address(YEAR, "assessors", name)


REMINDERS = (
    Reminder(
        "unit_names_alike",
        "名称几乎一样的单位",
        "只差空格、全半角或大小写的两个名称，多半是一个单位写了两次。",
        units_alike,
    ),
    Reminder(
        "assessor_names_alike",
        "名字几乎一样的评分人",
        "同一个人写成两个名字，回避就对不上，也看不出他漏评了谁。",
        assessors_alike,
    ),
)
