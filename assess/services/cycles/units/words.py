"""What is said of a unit, and the values that this becomes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assess.ground.address import UNIT, Address
from assess.ground.labelled import Labelled
from assess.ground.place import Problem, ProblemsError
from assess.scheme.scheme import Scheme
from assess.services.cycles.entering import Edits
from assess.storage.shelves import Key
from assess.year.cells import Cell
from assess.year.enterables import Enterables

#: What is one text each.
_TEXTS = ("name", "short", "type", "table", "order", "head", "contact", "since", "until")
#: What is so unless a reason stands there, in the field for it.
_NOT_SO = {"takes_part": "absent", "graded": "ungraded"}
_WHY_NOT = "no"
#: What is a list of units.
_LISTS = ("successor", "previous")
#: What was otherwise until a day within the year: the list, the day in each of its rows, and what may stand beside it.
_FORMERLY, _CHANGED = "formerly", "changed"
_CHANGING = ("name", "short", "head", "table")


@dataclass(frozen=True, slots=True)
class UnitWords:
    """What is said of a unit. None: nothing is said, what stands there stays; empty: what stands there goes.

    Type, table and attributes go by their ids or their labels; days are YYYY-MM-DD.
    """

    name: str | None = None
    short: str | None = None
    type: str | None = None
    table: str | None = None
    order: str | None = None
    head: str | None = None
    contact: str | None = None
    #: Its first and its last day, where it came into being or ended within the year.
    since: str | None = None
    until: str | None = None
    #: Why it takes no part; empty: it takes part.
    absent: str | None = None
    #: Why it is scored but not graded; empty: it is graded.
    ungraded: str | None = None
    #: Ids of the units that continue it, and of those of last year that it continues.
    successor: Sequence[str] | None = None
    previous: Sequence[str] | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)

    def edits(self, unit: str, held: Iterable[Cell]) -> Edits:
        """What is to be entered and cleared for the unit with this id. `held`: what the cycle has."""
        said = list(self._said(unit))
        cleared = [key for key, text in said if not text]
        for name, reason in _NOT_SO.items():
            if getattr(self, reason):
                cleared.append(Key(Address(unit, UNIT, name), ""))  # where it stands as plainly so
        gone = {(unit, UNIT, name) for name in _LISTS if getattr(self, name) is not None}
        cleared += [Key(cell.address, cell.field) for cell in held if cell.address[:3] in gone]
        return Edits(cells=[Cell(key.address, key.field, text) for key, text in said if text], cleared=cleared)

    def _said(self, unit: str) -> Iterator[tuple[Key, str]]:
        for name in _TEXTS:
            if getattr(self, name) is not None:
                yield Key(Address(unit, UNIT, name), ""), getattr(self, name)
        for name, reason in _NOT_SO.items():
            if getattr(self, reason) is not None:
                yield Key(Address(unit, UNIT, name), _WHY_NOT), getattr(self, reason)
        for name in _LISTS:
            for number, one in enumerate(getattr(self, name) or (), 1):
                yield Key(Address(unit, UNIT, name, record=number), ""), one
        for name, text in self.attributes.items():
            yield Key(Address(unit, UNIT, name), ""), text

    def former(self, unit: str, held: Sequence[Cell], changed: str) -> list[Cell]:
        """What was so of the unit until the day `changed`, as one more row. Raises `ProblemsError` where it is none."""
        rows = {cell.address.record for cell in held if cell.address[:3] == (unit, UNIT, _FORMERLY)}
        texts = {cell.address.input: cell.text for cell in held if cell.address[:2] == (unit, UNIT) and not cell.field}
        changing = [name for name in _CHANGING if getattr(self, name) not in (None, texts.get(name))]
        former = {name: texts[name] for name in changing if texts.get(name)}
        if not former:
            text = "写了从哪一天起（--from），却没有改名称、简称、负责人或指标表，或原来没有填"
            raise ProblemsError([Problem(None, "nothing_former", text, "不用记下原来的，就不写 --from")])
        row = Address(unit, UNIT, _FORMERLY, record=len(rows) + 1)
        return [Cell(row, name, text) for name, text in {_CHANGED: changed, **former}.items()]

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
