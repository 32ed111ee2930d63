"""Values of a cycle in people's words: the one way by which what is kept comes before anybody's eyes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assess.ground.address import ASSESSORS, DUTIES, YEAR, Address
from assess.ground.tree import Table
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.stepping import Step, has_units
from assess.services.source import OpenYear
from assess.storage.cycles import CYCLE, READINGS
from assess.storage.keepers import KEEPER, KEEPERS
from assess.year.enterables import NamedUnit
from assess.year.titles import YEAR_WORD, Titles
from assess.year.unit_names import named_units

#: What is written down of a cycle beside the values of its year; the fields of what has several.
_OF_CYCLE = {CYCLE: "考核周期", READINGS: "采用的理解", DUTIES: "考核分工", KEEPERS: "评分保管人"}
_OPENED = {"opened": "开始", KEEPER: ""}
_FIELDS = {"department": "牵头部门", "assessors": "评分人", "due": "截止日期", "reason": "理由"}


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
            what = _OPENED.get(address.input, address.input)
            steps = (YEAR_WORD, _OF_CYCLE[address.node], what, since, _FIELDS.get(field, field))
            return tuple(filter(None, steps))
        return self.titles.words(address, field)

    def value(self, address: Address, field: str, text: str) -> str:
        """The value itself."""
        return self.titles.shown(address, field, text)

    def value_or_none(self, address: Address, field: str, text: str | None) -> str | None:
        """The same; nothing stays nothing."""
        return None if text is None else self.value(address, field, text)


def telling_of(year: OpenYear) -> Telling:
    """The words of a year that is open."""
    return Telling(Titles(year.scheme, named_units(year.tree), year.evidence.assessors))


def telling_in(source: StoredSource, removed: Iterable[NamedUnit] = ()) -> Telling:
    """The words of a cycle, which need not have a unit yet. `removed`: units that it had."""
    if not has_units(source):
        return Telling(Titles(source.built(), removed))
    given = source.evidence.get(ASSESSORS)
    assessors = given if isinstance(given, Table) else ()
    here = list(named_units(source.evidence))
    ids = {one.id for one in here}
    return Telling(Titles(source.built(), (*here, *(one for one in removed if one.id not in ids)), assessors))


def told_changes(step: Step) -> Iterator[ToldChange]:
    """What a step changed; what went with its unit is called as it was before."""
    after = telling_of(step.after)
    before = after if step.before is None else telling_of(step.before)
    there = {unit.id for unit in step.after.evidence.units}
    for one in step.changes:
        telling = after if one.address.unit in there else before
        old = before.value_or_none(one.address, one.field, one.old)
        new = after.value_or_none(one.address, one.field, one.new)
        yield ToldChange(one.address, one.field, telling.title(one.address, one.field), old, new)
