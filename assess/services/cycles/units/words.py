"""What is said of a unit beside its name, and the values that this becomes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from assess.ground.address import UNIT, Address
from assess.ground.labelled import Labelled
from assess.ground.place import Problem, ProblemsError
from assess.scheme.scheme import Scheme
from assess.storage.shelves import Key
from assess.year.cells import Cell
from assess.year.enterables import Enterables

#: Whether and why not it takes part: the input, and the field that holds the reason.
TAKES_PART, WHY_NOT = "takes_part", "no"


@dataclass(frozen=True, slots=True)
class UnitWords:
    """What is said of a unit. None: nothing is said, what stands there stays; empty: what stands there goes.

    Type, table and attributes go by their ids or their labels.
    """

    name: str | None = None
    short: str | None = None
    type: str | None = None
    table: str | None = None
    order: str | None = None
    head: str | None = None
    contact: str | None = None
    #: Why it takes no part; empty: it takes part.
    absent: str | None = None
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

    def by_id(self, scheme: Scheme, unit_type: str) -> "UnitWords":
        """The same with ids. `unit_type`: that of the unit now. Raises `ProblemsError` for every word that is none."""
        problems: list[Problem] = []

        def id_of(known: Labelled, word: str | None) -> str | None:
            try:
                return known.id_of(word) if word else word
            except ProblemsError as error:
                problems.extend(error.problems)
                return word

        enterables = Enterables(scheme)
        chosen = id_of(enterables.types, self.type)
        tables = enterables.tables(chosen or unit_type)
        attributes = Labelled("单位属性", {name: (one.label,) for name, one in scheme.attributes.items()})
        found = replace(
            self,
            type=chosen,
            table=id_of(tables, self.table) if list(tables) else self.table,
            attributes={id_of(attributes, name) or name: text for name, text in self.attributes.items()},
        )
        if problems:
            raise ProblemsError(problems)
        return found
