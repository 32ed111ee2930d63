"""What is locked: a slice that was signed is changed by a numbered correction (更正单) alone."""

from collections.abc import Collection, Iterator

from assess.ground.address import YEAR, Address
from assess.ground.place import Problem, ProblemsError
from assess.services.cycles.cycle_source import StoredSource
from assess.services.workbooks.cycle_on_sheets import year_on_sheets
from assess.services.workbooks.slices import LOCKED, states_of
from assess.storage.acts import Act
from assess.storage.shelves import Key
from assess.workbooks.laying_out.year_on_sheets import YearOnSheets, belongs
from assess.workbooks.slice import Slice
from assess.year.cells import Cell


def locked_slices(source: StoredSource) -> list[Slice]:
    """The slices of a cycle that are locked."""
    return [part for part, one in states_of(source.year).items() if one.state == LOCKED]


def refuse_locked(source: StoredSource, cells: Collection[Cell], cleared: Collection[Key], act: Act) -> None:
    """Refuse a change in a locked slice that no correction is written for. Raises `ProblemsError`."""
    locked = locked_slices(source)
    if not locked or _is_correction(act) or not source.year.held:
        return
    stored = source.year
    addresses = {
        cell.address
        for cell in cells
        for key, kept in [stored.inward(cell)]
        if key not in stored.held or stored.held[key].text != kept.text
    }
    addresses |= {stored.numbering.positioned(key.address) for key in cleared if key in stored.held}
    year = year_on_sheets(source, act.moment[:10])
    problems = list(_problems(year, locked, addresses))
    if problems:
        raise ProblemsError(problems)


def _is_correction(act: Act) -> bool:
    return bool(act.reason and act.paper is not None and act.paper.number)


def _problems(year: YearOnSheets, locked: Collection[Slice], addresses: Collection[Address]) -> Iterator[Problem]:
    for part in locked:
        touched = [address for address in sorted(addresses, key=str) if is_in(year, part, address)]
        if touched:
            first = year.titles.of(touched[0], short=True)
            more = f"等{len(touched)}处" if len(touched) > 1 else ""
            text = f"“{part.words}”已锁，改动{first}{more}要有更正单"
            hint = "请加上 --number 更正单号 --reason 理由"
            yield Problem(None, "locked", text, hint, address=touched[0])


def is_in(year: YearOnSheets, part: Slice, address: Address) -> bool:
    """Whether the value at an address is part of a slice."""
    if address.unit == YEAR:
        return part.is_whole
    asked = year.belonging(address)
    return asked is not None and belongs(asked, part)
