"""What refers to a row of a list or to a unit, a confirmation or an attached file, goes where that goes.

A file that proves one achievement must never come to prove the one that takes its place.
"""

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from assess.ground.address import ATTACHMENTS, YEAR, Address, AddressError, parse
from assess.storage.cycles import StoredYear
from assess.storage.shelves import Key
from assess.year.cells import Cell

#: By which fields people know a row again although something else in it has changed.
_KNOWN_BY = ("title", "identity", "")


class _Reference(NamedTuple):
    """The value that says what a row of a list of the cycle is about, and what it is about."""

    cell: Cell
    about: Address


def left_behind(stored: StoredYear, cells: Iterable[Cell], cleared: Collection[Key]) -> Iterator[Key]:
    """What refers to a row or a unit that is no more once `cells` are entered and `cleared` is cleared.

    `cells` stand at their positions; keys, also those that are returned, have the numbers that records keep.
    """
    entered = {stored.inward(cell)[0] for cell in cells}
    there = (set(stored.held) - set(cleared)) | entered
    addresses = {key.address for key in there}
    units = {address.unit for address in addresses} | {YEAR}
    for key, held in stored.held.items():
        about = None if key in entered or not stored.numbering.refers(key) else _parsed(held.text)
        if about is not None and (about.unit not in units or (about.record and about not in addresses)):
            yield from (one for one in stored.held if one.address == key.address)


def attachments_moved(stored: StoredYear, old: Address, new: Address) -> list[Cell]:
    """The files that are attached to the row `old`, as attached to the row `new`."""
    attached = [one.cell for one in _references(stored) if one.about == old and one.cell.address.node == ATTACHMENTS]
    return [cell._replace(text=str(new)) for cell in attached]


def moved_along(stored: StoredYear, cells: Sequence[Cell]) -> tuple[list[Cell], list[Key]]:
    """What follows where whole lists are entered anew, in which rows may stand at other positions than before.

    Returned are the references as they are to be entered, and the keys, with positions, of those whose row is no more.
    """
    entered = {Key(cell.address, cell.field) for cell in cells}
    before, after = _rows(stored.cells()), _rows(cells)
    found: list[Cell] = []
    gone: list[Key] = []
    for cell, about in _references(stored):
        listed = about._replace(record=0)
        if not about.record or listed not in after or Key(cell.address, cell.field) in entered:
            continue
        position = _positions(before.get(listed, {}), after[listed]).get(about.record)
        if position is None:
            everything = (*stored.cells(), *stored.beside(ATTACHMENTS))
            gone += [Key(one.address, one.field) for one in everything if one.address == cell.address]
        elif position != about.record:
            found.append(cell._replace(text=str(about._replace(record=position))))
    return found, gone


def _references(stored: StoredYear) -> Iterator[_Reference]:
    for cell in (*stored.cells(), *stored.beside(ATTACHMENTS)):
        if stored.numbering.refers(Key(cell.address, cell.field)):
            about = _parsed(cell.text)
            if about is not None:
                yield _Reference(cell, about)


def _parsed(text: str) -> Address | None:
    try:
        return parse(text)
    except AddressError:
        return None


def _rows(cells: Iterable[Cell]) -> Mapping[Address, Mapping[int, Mapping[str, str]]]:
    """By list and position the fields of every row."""
    found: dict[Address, dict[int, dict[str, str]]] = {}
    for cell in cells:
        if cell.address.record:
            rows = found.setdefault(cell.address._replace(record=0), {})
            rows.setdefault(cell.address.record, {})[cell.field] = cell.text
    return found


def _positions(before: Mapping[int, Mapping[str, str]], after: Mapping[int, Mapping[str, str]]) -> Mapping[int, int]:
    """Where the rows of a list are afterwards, by where they were; a row that is not known again is not there.

    Rows that are the same come first, then those between them that are known by their title or their identity.
    """
    old, new = ([rows[position] for position in sorted(rows)] for rows in (before, after))
    first, second = ([tuple(sorted(row.items())) for row in rows] for rows in (old, new))
    same = difflib.SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    found = {block.a + at: block.b + at for block in same for at in range(block.size)}
    for start, row in enumerate(old):
        taken = set(found.values())
        alike = [end for end, other in enumerate(new) if end not in taken and _is_known_again(row, other)]
        if start not in found and alike:
            found[start] = alike[0]
    return {start + 1: end + 1 for start, end in found.items()}


def _is_known_again(row: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return any(row.get(name) is not None and row.get(name) == other.get(name) for name in _KNOWN_BY)
