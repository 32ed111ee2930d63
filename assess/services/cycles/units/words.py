"""What is said of a unit beside its name, and the values that this becomes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from assess.ground.address import UNIT, Address
from assess.storage.shelves import Key
from assess.year.cells import Cell

#: Whether and why not it takes part: the input, and the field that holds the reason.
TAKES_PART, WHY_NOT = "takes_part", "no"


@dataclass(frozen=True, slots=True)
class UnitWords:
    """What is said of a unit. None: nothing is said, what stands there stays; empty: what stands there goes."""

    name: str | None = None
    short: str | None = None
    type: str | None = None
    table: str | None = None
    order: str | None = None
    head: str | None = None
    contact: str | None = None
    #: Why it takes no part; empty: it takes part.
    absent: str | None = None
    #: By id of the attribute.
    attributes: Mapping[str, str] = field(default_factory=dict)

    def cells(self, unit: str) -> Iterator[Cell]:
        """The values that are to be entered for the unit with this id."""
        yield from (Cell(key.address, key.field, text) for key, text in self._said(unit) if text)

    def cleared(self, unit: str) -> Iterator[Key]:
        """The values that are to go."""
        yield from (key for key, text in self._said(unit) if not text)
        if self.absent:
            yield Key(Address(unit, UNIT, TAKES_PART), "")

    def _said(self, unit: str) -> Iterator[tuple[Key, str]]:
        for name in ("name", "short", "type", "table", "order", "head", "contact"):
            text = getattr(self, name)
            if text is not None:
                yield Key(Address(unit, UNIT, name), ""), text
        if self.absent is not None:
            yield Key(Address(unit, UNIT, TAKES_PART), WHY_NOT), self.absent
        for name, text in self.attributes.items():
            yield Key(Address(unit, UNIT, name), ""), text
