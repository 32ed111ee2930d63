"""Setting single values of a cycle: one, or several of one indicator in one step."""

from collections.abc import Sequence
from dataclasses import dataclass

from assess.ground.place import Problem
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.entering import Edits
from assess.services.cycles.stepping import Step, step
from assess.services.cycles.values.named import Named, Reader
from assess.storage.acts import Act
from assess.storage.database import Database
from assess.storage.shelves import Key
from assess.year.cells import Cell


@dataclass(frozen=True, slots=True)
class Setting:
    """What is to be set: names with the words for their values; the name is empty where an indicator has one input.

    `seen`: for a single value, what whoever sets it has seen there (empty: nothing); None: whatever stands there goes.
    `replaces`: whether what is entered in another way under the same input may go.
    """

    values: Sequence[tuple[str, str]]
    seen: str | None = None
    replaces: bool = False


def set_values(database: Database, code: str, named: Named, setting: Setting, act: Act) -> Step:
    """Set the values, all or none. Raises `ProblemsError` with every mistake."""
    return step(database, code, lambda source: _edits(source, named, setting), act)


def _edits(source: StoredSource, named: Named, setting: Setting) -> Edits:
    reader = Reader(source)
    cells: list[Cell] = []
    seen: dict[Key, str | None] = {}
    for name, text in setting.values:
        found = reader.key(named, name)
        if found is None:
            continue
        address, field = found
        reader.once(address, field)
        if not text.strip():
            said = reader.titles.of(address, field)
            hint = "要清除的，请用 assess entry clear"
            reader.refuse(Problem(None, "no_value", f"“{said}”没有写值", hint, address=address))
        if setting.seen is not None:
            seen[Key(address, field)] = reader.titles.kept(address, field, setting.seen) or None
        cells.append(Cell(address, field, reader.titles.kept(address, field, text)))
    if named.record:
        _refuse_new_record(source, cells, reader)
    reader.finish()
    return Edits(cells=cells, seen=seen, replaces=setting.replaces)


def _refuse_new_record(source: StoredSource, cells: Sequence[Cell], reader: Reader) -> None:
    """Setting changes a row that is there; a new one is added."""
    there = {cell.address for cell in source.year.cells()}
    for address in dict.fromkeys(cell.address for cell in cells):
        if address not in there:
            count = len({one for one in there if one._replace(record=0) == address._replace(record=0) and one.record})
            text = f"“{reader.titles.of(address._replace(record=0))}”没有第{address.record}项，现有{count}项"
            hint = "要新登记的，请用 assess entry add"
            reader.refuse(Problem(None, "no_record", text, hint, address=address))
