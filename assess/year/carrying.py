"""What a new year knows of units and people from the last one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from assess.ground.address import ASSESSORS, UNIT, YEAR, Address
from assess.scheme.scheme import Scheme
from assess.year.cells import Cell
from assess.year.reading.evidence_file import OF_ONE_YEAR


@dataclass(slots=True)
class _Known:
    """What the last year says of a unit: single words by key, lists by key, former things by their number."""

    cells: list[Cell] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)
    successors: list[str] = field(default_factory=list)
    #: When what the numbered row says changed.
    changed: dict[int, str] = field(default_factory=dict)


class Carried(NamedTuple):
    """The values; and by name the units that stay behind: those that ended, and those that have no place any more."""

    cells: tuple[Cell, ...]
    ended: tuple[str, ...]
    left: tuple[str, ...]

    @property
    def units(self) -> int:
        """How many units go on."""
        return len({cell.address.unit for cell in self.cells} - {YEAR})


def carried(cells: Iterable[Cell], scheme: Scheme) -> Carried:
    """The units that the scheme has a place for and that go on, and the assessors that belong to them.

    A unit that ended before the new period is left behind; those that continue it name it (`previous`). What was said
    for one year only stays there, but for what lies in the new period.
    """
    listed = list(cells)
    all_units = _known(listed)
    units = {unit: one for unit, one in all_units.items() if _has_place(one, scheme)}
    start = scheme.period[0]
    going_on = {unit for unit, one in units.items() if not _ended(one, start)}
    continued = _continued(units, going_on)
    kept: list[Cell] = []
    for unit, known in units.items():
        if unit in going_on:
            kept += _of_unit(known, going_on, start)
            before = enumerate(continued.get(unit, ()), 1)
            kept += (Cell(Address(unit, UNIT, "previous", record=number), "", one) for number, one in before)
    kept += (cell for cell in listed if cell.address[:2] == (YEAR, ASSESSORS) and cell.text in going_on)
    return Carried(
        cells=tuple(kept),
        ended=tuple(one.words.get("name", unit) for unit, one in units.items() if unit not in going_on),
        left=tuple(one.words.get("name", unit) for unit, one in all_units.items() if unit not in units),
    )


def _known(cells: Iterable[Cell]) -> Mapping[str, _Known]:
    found: dict[str, _Known] = {}
    for cell in cells:
        unit, node, name, *_, record = cell.address
        if unit == YEAR or node != UNIT:
            continue
        known = found.setdefault(unit, _Known())
        known.cells.append(cell)
        if name == "successor":
            known.successors.append(cell.text)
        elif name == "formerly" and cell.field == "changed":
            known.changed[record] = cell.text
        elif not record and not cell.field:
            known.words[name] = cell.text
    return found


def _has_place(unit: _Known, scheme: Scheme) -> bool:
    table = unit.words.get("table")
    return unit.words.get("type") in scheme.unit_types and (table is None or table in scheme.trees)


def _ended(unit: _Known, start: str) -> bool:
    return "" < unit.words.get("until", "") < start


def _continued(units: Mapping[str, _Known], going_on: Iterable[str]) -> Mapping[str, list[str]]:
    """By unit that goes on, the units of last year that it continues, also by way of others that ended."""
    found: dict[str, list[str]] = {}
    for unit in units.keys() - set(going_on):
        ways, seen = list(units[unit].successors), {unit}
        while ways:
            heir = ways.pop()
            if heir in seen or heir not in units:
                continue
            seen.add(heir)
            if heir in going_on:
                found.setdefault(heir, []).append(unit)
            else:
                ways += units[heir].successors
    return {heir: sorted(before) for heir, before in found.items()}


def _of_unit(unit: _Known, going_on: Iterable[str], start: str) -> Iterator[Cell]:
    """Its words, without those that were for the last year only."""
    is_ending = unit.words.get("until", "") >= start
    rows = {number: position for position, number in enumerate(_since(unit.changed, start), 1)}
    successors = 0
    for cell in unit.cells:
        name, record = cell.address.input, cell.address.record
        if name not in OF_ONE_YEAR or (name in ("since", "until") and cell.text >= start):
            yield cell
        elif name == "formerly" and record in rows:
            yield cell._replace(address=cell.address._replace(record=rows[record]))
        elif name == "successor" and is_ending and cell.text in going_on:
            successors += 1
            yield cell._replace(address=cell.address._replace(record=successors if record else 0))


def _since(changed: Mapping[int, str], start: str) -> list[int]:
    """The numbers of what changed in the new period."""
    return [number for number, day in sorted(changed.items()) if day >= start]
