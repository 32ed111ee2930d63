"""Removing a unit from a cycle, with all that is entered for it; the changes stay written down."""

from collections.abc import Iterable
from dataclasses import dataclass

from assess.ground.address import ASSESSORS, CONFIRMED, DECISIONS, UNIT, YEAR, AddressError, parse
from assess.ground.place import Problem, ProblemsError
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.entering import Edits
from assess.services.cycles.stepping import step
from assess.storage.acts import Act
from assess.storage.database import Database
from assess.storage.shelves import Key
from assess.year.cells import Cell
from assess.year.meant import unit_meant


@dataclass(frozen=True, slots=True)
class Belongings:
    """What goes with a unit: its own words, what is entered for it, and what is said of it elsewhere."""

    own: tuple[Cell, ...]
    entered: tuple[Cell, ...]
    #: Decisions about it, confirmations of reminders about it, assessors that belong to it.
    elsewhere: tuple[Cell, ...]

    @property
    def all(self) -> tuple[Cell, ...]:
        """Everything."""
        return (*self.own, *self.entered, *self.elsewhere)


@dataclass(frozen=True, slots=True)
class Removed:
    """The unit that was removed, and how many values went with it."""

    id: str
    name: str
    entered: int
    elsewhere: int


def remove_unit(database: Database, code: str, unit: str, act: Act, *, with_values: bool = False) -> Removed:
    """Remove a unit, which goes by id or name, and say what went.

    Raises `ProblemsError` where there is none, where values are entered for it (unless `with_values`), and for the
    last unit of a cycle.
    """
    gone: list[Removed] = []

    def plan(source: StoredSource) -> Edits:
        cells = source.year.cells()
        titles = source.titles
        chosen = unit_meant(titles, unit)
        found = belongings(cells, chosen)
        _refuse_last(cells, chosen)
        if (found.entered or found.elsewhere) and not with_values:
            raise ProblemsError([_still_there(found)])
        gone.append(Removed(chosen, titles.units.label(chosen), len(found.entered), len(found.elsewhere)))
        return Edits(cleared=[Key(cell.address, cell.field) for cell in found.all])

    step(database, code, plan, act)
    return gone[0]


def belongings(cells: Iterable[Cell], unit: str) -> Belongings:
    """What belongs to a unit among the values of a cycle."""
    listed = list(cells)
    rows = {cell.address for cell in listed if _names(cell, unit)}
    return Belongings(
        own=tuple(cell for cell in listed if cell.address[:2] == (unit, UNIT)),
        entered=tuple(cell for cell in listed if cell.address.unit == unit and cell.address.node != UNIT),
        elsewhere=tuple(cell for cell in listed if cell.address in rows),
    )


def _names(cell: Cell, unit: str) -> bool:
    """Whether a value of the year names the unit, so that its row is about it."""
    if cell.address.unit != YEAR:
        return False
    if cell.address.node == DECISIONS:
        return cell.field == "unit" and cell.text == unit
    if cell.address.node == CONFIRMED:
        return cell.field == "address" and _unit_of(cell.text) == unit
    return cell.address.node == ASSESSORS and cell.text == unit


def _unit_of(address: str) -> str:
    try:
        return parse(address).unit
    except AddressError:
        return ""


def _refuse_last(cells: Iterable[Cell], unit: str) -> None:
    if {cell.address.unit for cell in cells} - {YEAR} == {unit}:
        text = "这是考核周期里最后一个单位，不能去掉"
        raise ProblemsError([Problem(None, "last_unit", text, "请先加入别的单位")])


def _still_there(found: Belongings) -> Problem:
    count = len(found.entered) + len(found.elsewhere)
    text = f"这个单位还有填过的{count}个值，没有去掉"
    hint = "今年不参加的，用 assess unit set 写明原因；确实要连内容一起去掉的，加 --force"
    return Problem(None, "unit_has_values", text, hint)
