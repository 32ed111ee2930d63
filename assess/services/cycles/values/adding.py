"""Adding a row to a list: an achievement, an event, a condition of an application."""

from collections.abc import Sequence
from dataclasses import replace

from assess.entered.enterable import ANYTHING, RECORD
from assess.ground.address import Address
from assess.ground.place import Problem
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.entering import Edits
from assess.services.cycles.stepping import Step, step
from assess.services.cycles.values.named import Named, Reader
from assess.storage.acts import Act
from assess.storage.database import Database
from assess.year.cells import Cell


def add_row(database: Database, code: str, named: Named, values: Sequence[tuple[str, str]], act: Act) -> Step:
    """Add a row with these fields; one value without a name is a row of words alone.

    A 无 that stands there goes. Raises `ProblemsError` with every mistake.
    """
    return step(database, code, lambda source: _edits(source, named, values), act)


def _edits(source: StoredSource, named: Named, values: Sequence[tuple[str, str]]) -> Edits:
    reader = Reader(source)
    cells: list[Cell] = []
    slot = reader.key(named)
    if slot is not None and not _is_list(reader, slot[0]):
        said, hint = reader.titles.of(slot[0]), "填值用 assess entry set"
        reader.refuse(Problem(None, "no_list", f"“{said}”不是清单，不能登记一项", hint, address=slot[0]))
    elif slot is not None:
        new = replace(named, record=next_row(source, slot[0]))
        for name, text in values:
            found = reader.key(new, name)
            if found is not None:
                reader.once(*found)
                cells.append(Cell(*found, reader.titles.kept(*found, text)))
        for cell in cells:
            if not cell.text.strip():
                said = reader.titles.of(cell.address, cell.field)
                reader.refuse(Problem(None, "no_value", f"“{said}”没有写值", "没有的不用写", address=cell.address))
    reader.finish()
    return Edits(cells=cells)


def _is_list(reader: Reader, slot: Address) -> bool:
    entered = reader.titles.enterable(slot)
    return entered is not None and entered.follows in (RECORD, ANYTHING)


def next_row(source: StoredSource, slot: Address) -> int:
    """The position of the next row."""
    rows = {cell.address.record for cell in source.year.cells() if cell.address._replace(record=0) == slot}
    return len(rows - {0}) + 1
