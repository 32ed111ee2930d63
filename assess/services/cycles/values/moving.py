"""Moving a row of a list to another unit: an achievement that belongs, by its day or by decision, to that one."""

from dataclasses import replace

from assess.ground.place import Problem, ProblemsError
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.entering import Edits
from assess.services.cycles.following import attachments_moved
from assess.services.cycles.stepping import Step, step
from assess.services.cycles.values.adding import next_row
from assess.services.cycles.values.named import Named, Reader
from assess.storage.acts import Act
from assess.storage.database import Database
from assess.storage.shelves import Key
from assess.year.meant import unit_meant


def move_row(database: Database, code: str, named: Named, to: str, act: Act) -> Step:
    """Move the row that is named to the end of the same list of the unit `to`, which goes by id or name.

    Raises `ProblemsError` with every mistake; what the other unit has no place for is one.
    """
    return step(database, code, lambda source: _edits(source, named, to), act)


def _edits(source: StoredSource, named: Named, to: str) -> Edits:
    reader = Reader(source)
    found, other = reader.key(named), _other(reader, named, to)
    target = None if other is None else reader.key(replace(named, unit=other, record=0))
    held = source.year.cells()
    row = [] if found is None else [cell for cell in held if cell.address == found[0] and cell.address.record]
    if found is not None and not row:
        text = f"“{reader.titles.of(found[0])}”没有登记过，没有可移的"
        reader.refuse(Problem(None, "nothing_there", text, "请写明清单里的第几项（--record）", address=found[0]))
    if found is not None and target is not None and found[0].unit == target[0].unit:
        text = f"“{reader.titles.of(found[0])}”已经在{reader.titles.units.label(found[0].unit)}名下"
        reader.refuse(Problem(None, "same_unit", text, "请写移到的另一个单位（--to）", address=found[0]))
    reader.finish()
    assert target is not None  # noqa: S101 it would have been refused
    new = target[0]._replace(record=next_row(source, target[0]))
    return Edits(
        cells=[*(cell._replace(address=new) for cell in row), *attachments_moved(source.year, row[0].address, new)],
        cleared=[Key(cell.address, cell.field) for cell in row],
    )


def _other(reader: Reader, named: Named, to: str) -> str | None:
    """The id of the unit to which the row goes; the one that has it must be there too."""
    try:
        unit_meant(reader.titles, named.unit)
        return unit_meant(reader.titles, to)
    except ProblemsError as error:
        reader.refuse(*error.problems)
        return None
