"""Values of a cycle in people's words: the one way by which what is kept comes before anybody's eyes."""

from collections.abc import Iterator
from dataclasses import dataclass

from assess.ground.address import ATTACHMENTS, DUTIES, SLICES, UNIT, YEAR, Address, parse
from assess.services.cycles.stepping import Step
from assess.services.workbooks.slices import SLICE_FIELDS, STATES
from assess.storage.cycles import CYCLE, READINGS
from assess.storage.keepers import KEEPER, KEEPERS
from assess.workbooks.slice import read_slice
from assess.year.titles import YEAR_WORD, Titles

#: What is a list of units.
_UNITS = ((UNIT, "successor"), (UNIT, "previous"))
#: What is written down of a cycle beside the values of its year; the fields of what has several.
_OF_CYCLE = {
    CYCLE: "考核周期",
    READINGS: "采用的理解",
    DUTIES: "考核分工",
    ATTACHMENTS: "附件",
    KEEPERS: "评分保管人",
    SLICES: "填报表",
}
_OPENED = {"opened": "开始", KEEPER: ""}
#: Of an attachment: the address that it proves.
_PROVES = "address"
_FIELDS = {
    "department": "牵头部门",
    "assessors": "评分人",
    "due": "截止日期",
    "reason": "理由",
    _PROVES: "证明",
    "name": "文件名",
    **SLICE_FIELDS,
    "sha256": "内容的SHA-256",
}


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A value that became another one, in words: what it is called step by step, old and new (None: nothing)."""

    address: Address
    field: str
    title: tuple[str, ...]
    old: str | None
    new: str | None

    @property
    def row(self) -> str:
        """Which row of a list it is a field of; empty: of none."""
        return row_of(self.address, self.field)


def row_of(address: Address, field: str) -> str:
    """Which row of a list a value is a field of; empty: of none."""
    return str(address) if address.record and field else ""


class Telling:
    """Says what is entered in a year."""

    def __init__(self, titles: Titles) -> None:
        self.titles = titles

    def title(self, address: Address, field: str = "") -> tuple[str, ...]:
        """What a value is called, step by step."""
        if address.unit == YEAR and address.node in _OF_CYCLE:
            since = f"自{address.group}起" if address.group else ""
            what = f"第{address.record}个" if address.record else _OPENED.get(address.input, address.input)
            if address.node == SLICES:
                what, field = read_slice(address.input).words, field.partition(" ")[0]
            steps = (YEAR_WORD, _OF_CYCLE[address.node], what, since, _FIELDS.get(field, field))
            return tuple(filter(None, steps))
        return self.titles.words(address, field)

    def value(self, address: Address, field: str, text: str) -> str:
        """The value itself."""
        if address[:2] == (YEAR, ATTACHMENTS) and field == _PROVES:
            return self.titles.of(parse(text))
        if address[:2] == (YEAR, SLICES):
            return STATES.get(text, text)
        if address[1:3] in _UNITS:
            return self.titles.units.label(text)
        return self.titles.shown(address, field, text)

    def value_or_none(self, address: Address, field: str, text: str | None) -> str | None:
        """The same; nothing stays nothing."""
        return None if text is None else self.value(address, field, text)


def told_changes(step: Step) -> Iterator[ToldChange]:
    """What a step changed; what went with its unit is called as it was before."""
    before, after = map(Telling, step.titles)
    there = {unit.id for unit in step.after.evidence.units}
    for one in step.changes:
        telling = after if one.address.unit in there else before
        old = before.value_or_none(one.address, one.field, one.old)
        new = after.value_or_none(one.address, one.field, one.new)
        yield ToldChange(one.address, one.field, telling.title(one.address, one.field), old, new)
