"""What a unit is asked for, and what is entered: the values beside the questions, in the order of the document."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from assess.engine.form import form, year_form
from assess.entered.questions import Question
from assess.ground.address import YEAR, Address
from assess.services.cycles.cycle_source import cycle_source
from assess.services.cycles.entering import slot_of
from assess.services.cycles.telling import Telling
from assess.services.source import OpenYear, open_year
from assess.services.viewing import HIDDEN, Sight
from assess.storage.database import Database
from assess.year.case import Facts
from assess.year.cells import Cell
from assess.year.evidence import Unit
from assess.year.meant import node_meant, unit_meant
from assess.year.titles import YEAR_WORD, Titles


@dataclass(frozen=True, slots=True)
class ShownValue:
    """What is entered, in words. `title`: what it is called, step by step."""

    address: Address
    field: str
    title: tuple[str, ...]
    text: str
    #: Whether it is a list that is there and empty: nobody has confirmed that there is nothing to list.
    is_empty_list: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with everything that is entered for it: a value, marks by name, the fields of records."""

    question: Question
    values: tuple[ShownValue, ...]


@dataclass(frozen=True, slots=True)
class UnitValues:
    """The questions to a unit, or (`unit` is None) to the year, with their answers; `others`: what is not asked for."""

    year: OpenYear
    unit: Unit | None
    answers: tuple[Answer, ...]
    others: tuple[ShownValue, ...]

    @property
    def id(self) -> str:
        """The unit's id; that of the year."""
        return YEAR if self.unit is None else self.unit.id

    @property
    def name(self) -> str:
        """What it is called."""
        return YEAR_WORD if self.unit is None else self.unit.name

    @property
    def missing(self) -> int:
        """How many of the questions lack an answer that something cannot be worked out without."""
        return sum(one.question.is_missing for one in self.answers)


def values_of(database: Database, code: str, unit: str, item: str = "", viewer: str = "") -> UnitValues:
    """The questions to a unit, or to the year as a whole, all or those of an indicator or part, each once.

    Both go by id or name; `viewer`: who looks, by name, and sees what he or she may know. Raises `ProblemsError` where
    there is none.
    """
    source = cycle_source(database, code, viewer)
    year = open_year(source)
    telling = Telling(source.titles)
    chosen = unit_meant(telling.titles, unit)
    found = next((one for one in year.evidence.units if one.id == chosen), None)
    is_wanted = _wanted(telling.titles, chosen, item)
    cells = [cell for cell in source.year.cells() if cell.address.unit == chosen and is_wanted(cell.address)]
    answered = list(_answered((one for one in _asked(year, found) if is_wanted(one.address)), cells))
    told = {cell: _shown(telling, cell, source.sight) for cell in cells}
    left = set(cells).difference(*(some for _, some in answered))
    return UnitValues(
        year,
        found,
        tuple(Answer(one, tuple(told[cell] for cell in some)) for one, some in answered),
        tuple(told[cell] for cell in cells if cell in left),
    )


def _asked(year: OpenYear, unit: Unit | None) -> Iterator[Question]:
    if unit is None:
        return year_form(year.scheme, year.evidence)
    return form(Facts(year.scheme, year.evidence), unit)


def _wanted(titles: Titles, unit: str, item: str) -> Callable[[Address], bool]:
    """Whether an address belongs to an indicator: stands at it, or above it for several of them."""
    if not item:
        return lambda _: True
    node = node_meant(titles, unit, item)
    shared = titles.nodes_of(unit)[node].shared.items()
    return lambda address: address.node == node or (address.input, address.node) in shared


def _answered(questions: Iterable[Question], cells: Iterable[Cell]) -> Iterator[tuple[Question, list[Cell]]]:
    """The questions, each with what is entered; one that several indicators share comes with the first of them."""
    by_slot: dict[Address, list[Cell]] = {}
    for cell in cells:
        by_slot.setdefault(slot_of(cell.address), []).append(cell)
    seen = set()
    for one in questions:
        if one.address not in seen:
            seen.add(one.address)
            whose = one.address.assessor
            entered = by_slot.get(slot_of(one.address), [])
            yield one, [cell for cell in entered if not whose or cell.address.assessor == whose]


def _shown(telling: Telling, cell: Cell, sight: Sight) -> ShownValue:
    text = telling.value(cell.address, cell.field, cell.text) if sight.shows(cell.address, cell.field) else HIDDEN
    return ShownValue(cell.address, cell.field, telling.title(cell.address, cell.field), text, cell.is_empty_list)
