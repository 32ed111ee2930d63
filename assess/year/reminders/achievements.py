"""One achievement that counts twice: for two units, or in one list."""

from collections.abc import Iterator

from assess.entered.records import Record
from assess.year.reminders.alike import alike
from assess.year.reminders.listed import Listed
from assess.year.reminders.reminder import Noticed, Reminder
from assess.year.reminders.subject import Year


def shared(year: Year) -> Iterator[Noticed]:
    """An achievement counts for one unit: by its number, or by class and title where the persons may be the same."""
    by_identity: dict[str, Listed] = {}
    titles = _Titles()
    for one in _counting(year):
        identity, same = alike(one.record.identity), titles.same(one)
        how = "类别、名称相同"
        if identity and by_identity.setdefault(identity, one).unit.id != one.unit.id:
            same, how = by_identity[identity], f"成果编号相同（{one.record.identity}）"
        if same is not None and same.unit.id != one.unit.id:
            text = f"{one.called}与{same.place}{how}：是不是一项成果两个单位都计了？"
            hint = "是同一成果的，只留一个单位计分，另一个写first: 否；不是的，成果编号要能分清"
            yield Noticed(one.address, one.value, text, hint)


def twice(year: Year) -> Iterator[Noticed]:
    """An achievement counts once in a list: no two of one class, title and person have different numbers or none."""
    for entries in _lists(year):
        titles = _Titles()
        for one in entries:
            same = titles.same(one)
            if same is None or (_identity(one) and _identity(one) == _identity(same)):
                continue
            if not year.scheme.counting.per_event or one.record.event == same.record.event:
                text = f"{one.called}与第{same.number}项类别、名称相同，成果编号不同：是不是同一成果计了两次？"
                hint = "同一成果写同一个成果编号（identity），只计一次；不是同一成果的，写明人员（person）以示区别"
                yield Noticed(one.address, one.value, text, hint)


def spelled_apart(year: Year) -> Iterator[Noticed]:
    """The number of an achievement is written in one way: `KC01` and `kc 01` would count as two."""
    for entries in _lists(year):
        first: dict[str, Listed] = {}
        for one in entries:
            same = first.setdefault(_identity(one), one)
            if _identity(one) and same.record.identity != one.record.identity:
                numbers = f"成果编号“{one.record.identity}”与第{same.number}项的“{same.record.identity}”"
                text = f"{one.called}的{numbers}只差空格、全半角或大小写：是不是同一成果计了两次？"
                yield Noticed(one.address, one.value, text, "同一成果的成果编号写成一样")


def _counting(year: Year) -> Iterator[Listed]:
    return (one for one in year.listed if not one.counted.reason)


def _lists(year: Year) -> Iterator[list[Listed]]:
    """What counts in each list, where the scheme counts an achievement once."""
    lists: dict[tuple[str, str, str], list[Listed]] = {}
    for one in _counting(year) if year.scheme.counting.once == "highest" else ():
        lists.setdefault((one.unit.id, one.node.id, one.name), []).append(one)
    yield from lists.values()


def _identity(one: Listed) -> str:
    return alike(one.record.identity)


class _Titles:
    """Finds achievements of one class and title. Two persons may each win one prize; a blank person may be anybody."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str | None, str], dict[str, Listed]] = {}

    def same(self, one: Listed) -> Listed | None:
        """The first that may be the same, of those asked about before."""
        record: Record = one.record
        title, person = alike(record.title), alike(record.person)
        if not title:
            return None
        persons = self._seen.setdefault((record.class_name, title), {})
        found = persons.get(person) or persons.get("") if person else next(iter(persons.values()), None)
        persons.setdefault(person, one)
        return found


REMINDERS = (
    Reminder(
        "achievement_shared",
        "两个单位都报的成果",
        "一项成果只应有一个单位计分（第一作者、主持人所在的单位）。",
        shared,
    ),
    Reminder(
        "achievement_twice",
        "一个单位报了两次的成果",
        "编号不同或没有编号的同一成果，会计两次分。",
        twice,
    ),
    Reminder(
        "identity_spelling",
        "写法不同的成果编号",
        "成果编号差一个空格或大小写，同一成果就会计两次分。",
        spelled_apart,
    ),
)
