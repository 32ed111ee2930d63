"""Values of a cycle in people's words: the one way by which what is kept comes before anybody's eyes."""

from collections.abc import Iterator
from dataclasses import dataclass

from assess.ground.address import Address
from assess.services.cycles.stepping import Step
from assess.services.source import OpenYear
from assess.year.titles import Titles


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A value that became another one, in words: what it is called step by step, old and new (None: nothing)."""

    address: Address
    field: str
    title: tuple[str, ...]
    old: str | None
    new: str | None


class Telling:
    """Says what is entered in a year."""

    def __init__(self, year: OpenYear) -> None:
        self.titles = Titles.of_year(year)

    def title(self, address: Address, field: str = "") -> tuple[str, ...]:
        """What a value is called, step by step."""
        return self.titles.words(address, field)

    def value(self, address: Address, field: str, text: str) -> str:
        """The value itself."""
        return self.titles.shown(address, field, text)

    def value_or_none(self, address: Address, field: str, text: str | None) -> str | None:
        """The same; nothing stays nothing."""
        return None if text is None else self.value(address, field, text)


def told_changes(step: Step) -> Iterator[ToldChange]:
    """What a step changed; what went with its unit is called as it was before."""
    after = Telling(step.after)
    before = after if step.before is None else Telling(step.before)
    there = {unit.id for unit in step.after.evidence.units}
    for one in step.changes:
        telling = after if one.address.unit in there or step.before is None else before
        old, new = (telling.value_or_none(one.address, one.field, text) for text in (one.old, one.new))
        yield ToldChange(one.address, one.field, telling.title(one.address, one.field), old, new)
