"""Which records count, and for how much: first authors, one achievement once, weights by class and level."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from assess.entered.inputs import RecordsSpec
from assess.ground.model import Model
from assess.ground.numbers import ZERO
from assess.ground.said import Said


@dataclass(frozen=True, slots=True)
class Record:
    """One achievement or event as the office keeps it. `first`: the person is first author, leader or winner."""

    title: str = ""
    class_name: str | None = None
    level: str | None = None
    person: str = ""
    date: str = ""
    document: str = ""
    identity: str = ""
    first: bool = True
    event: str | None = None
    amount: Fraction | None = None
    note: str = ""


#: The keys of an achievement, and what people call them; those of an event, which has fewer.
RECORD_WORDS: Mapping[str, str] = {
    "class": "类别",
    "level": "级别",
    "event": "环节",
    "title": "名称",
    "person": "人员",
    "date": "日期",
    "document": "文件",
    "identity": "成果编号",
    "first": "第一作者",
    "amount": "金额",
    "note": "备注",
}
EVENT_KEYS = ("title", "person", "date", "document", "note")


class Counting(Model):
    """How records are counted. Readings U25a, U25b, U25c."""

    first_author_only: Annotated[bool, Said("只算第一作者（主持人）")] = Field(
        default=True, description="true：只计第一作者（主持人、获奖人）的成果；false：都计"
    )
    once: Annotated[
        Literal["highest", "each"], Said("同一成果", choices={"highest": "只按最高的计一次", "each": "各级分别计"})
    ] = Field(default="highest", description="同一成果登记多次时，highest：只按最高的权重计一次；each：每次都计")
    per_event: Annotated[bool, Said("同一成果的几个事项")] = Field(
        default=False, description="true：同一成果的不同环节（如立项、验收）各计一次；false：不分环节"
    )


Reason = Literal["", "not_first", "event", "duplicate"]

REASONS: dict[Reason, str] = {
    "": "",
    "not_first": "非第一作者（主持人、获奖人），不计",
    "event": "该类别此环节不计",
    "duplicate": "同一成果已按最高级别计一次",
}


@dataclass(frozen=True, slots=True)
class Counted:
    """A record with the weight that it brings (0 when it does not count, then `reason` says why)."""

    record: Record
    weight: Fraction
    reason: Reason = ""


def counted(records: Sequence[Record], spec: RecordsSpec, counting: Counting) -> tuple[Counted, ...]:
    """Weigh `records`; they come back in their own order."""
    results = [_single(record, spec, counting) for record in records]
    if counting.once == "highest":
        _drop_repeats(results, tuple(spec.classes), per_event=counting.per_event)
    return tuple(results)


def total(weighed: Iterable[Counted]) -> Fraction:
    """The sum of the weights that count."""
    return sum((one.weight for one in weighed), ZERO)


def _single(record: Record, spec: RecordsSpec, counting: Counting) -> Counted:
    if counting.first_author_only and not record.first:
        return Counted(record, ZERO, "not_first")
    record_class = spec.classes[record.class_name or ""]
    if record_class.counted is not None and record.event not in record_class.counted:
        return Counted(record, ZERO, "event")
    return Counted(record, record_class.weight_of(record.level))


def _drop_repeats(results: list[Counted], classes: Sequence[str], *, per_event: bool) -> None:
    """Of an achievement that stands there again, only the best entry counts, in whatever order they are written."""
    best: dict[tuple[str, str | None], int] = {}
    for index, one in enumerate(results):
        if one.reason or not one.record.identity:
            continue
        key = (one.record.identity, one.record.event if per_event else None)
        kept = best.setdefault(key, index)
        if kept == index:
            continue
        first, second = (_place(results[number], classes) for number in (kept, index))
        loser, winner = (index, kept) if first <= second else (kept, index)
        best[key] = winner
        results[loser] = Counted(results[loser].record, ZERO, "duplicate")


def _place(one: Counted, classes: Sequence[str]) -> tuple[Fraction, Fraction, int, tuple[str, ...]]:
    """Where an entry stands among those of one achievement, best first: weight, amount, the class declared first."""
    record = one.record
    amount = record.amount if record.amount is not None else ZERO
    content = (record.level, record.event, record.title, record.person, record.date, record.document, record.note)
    return -one.weight, -amount, classes.index(record.class_name or ""), tuple(word or "" for word in content)
