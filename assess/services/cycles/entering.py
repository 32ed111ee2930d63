"""The one way by which values get into a cycle.

All that a person does in one step is entered, checked as a year's file is, or nothing of it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from assess.ground.address import Address
from assess.ground.place import Problem, ProblemsError
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.following import left_behind
from assess.services.source import OpenYear, open_year
from assess.services.workbooks.locks import refuse_locked
from assess.storage.acts import Act
from assess.storage.cycles import ConflictError, StoredYear, stored_year
from assess.storage.database import Database
from assess.storage.ledger import Changed
from assess.storage.shelves import Key
from assess.year.cells import Cell


@dataclass(frozen=True, slots=True)
class Edits:
    """What is to be entered and what is to be cleared; records stand at their positions.

    `seen`: what whoever enters has seen, by address and field (None: nothing); a value that is another one by now is a
    conflict. `replaces`: whether what is entered in another way under the same input may go (marks by name where there
    was one mark, a list where there was 无).
    """

    cells: Sequence[Cell] = ()
    cleared: Collection[Key] = ()
    seen: Mapping[Key, str | None] = field(default_factory=dict)
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of it: the changes, as whoever typed may see them, and the year as it is now."""

    changed: Sequence[Changed]
    year: OpenYear


def enter(database: Database, code: str, edits: Edits, act: Act) -> Entered:
    """Enter values into a cycle. Raises `ProblemsError` with every mistake; then nothing was written."""
    with database.writing() as session:
        return enter_into(stored_year(session, code, to_write=True), edits, act)


def enter_into(stored: StoredYear, edits: Edits, act: Act) -> Entered:
    """The same in a transaction that holds the cycle already."""
    source = StoredSource(stored, act.by)
    changed = put_into(source, edits, act)
    return Entered(source.lasting_sight.changes(changed), open_year(source))


def put_into(source: StoredSource, edits: Edits, act: Act) -> Sequence[Changed]:
    """Enter the values without reading the year anew: whoever takes several steps in one reads it after the last.

    Raises `ProblemsError` for what no database keeps, for conflicts, and for what is locked.
    """
    stored = source.year
    refuse_unkeepable(source, edits.cells)
    cleared = [stored.inward(Cell(key.address, key.field, ""))[0] for key in edits.cleared]
    cleared += _ways_that_go(source, edits)
    cleared += left_behind(stored, edits.cells, cleared)
    refuse_locked(source, edits.cells, cleared, act)
    seen = {stored.inward(Cell(key.address, key.field, ""))[0]: text for key, text in edits.seen.items()}
    try:
        changed = stored.write(edits.cells, cleared, act, seen)
    except ConflictError as error:
        raise ProblemsError([_conflict(source, error)]) from error
    source.refresh()
    return changed


#: Longest name by which a value is told apart, such as that of an assessor; values themselves may be longer.
LONGEST_NAME = 200


def refuse_unkeepable(source: StoredSource, cells: Collection[Cell]) -> None:
    """Refuse texts that are none: with a sign that no database keeps, or bytes that are no characters."""
    problems = [
        Problem(source.place_of(cell), "unkeepable", "这里有不能保存的字符", "请重新输入这一项", address=cell.address)
        for cell in cells
        for text in (cell.text, cell.field, *map(str, cell.address))
        if "\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text)
    ]
    problems += [
        Problem(None, "too_long", f"“{part[:10]}…”太长（最多{LONGEST_NAME}个字）", "请写简称", address=cell.address)
        for cell in cells
        for part in (cell.address.assessor, cell.address.group)
        if len(part) > LONGEST_NAME
    ]
    if problems:
        raise ProblemsError(dict.fromkeys(problems))


def slot_of(address: Address) -> Address:
    """What is entered in one way or another: one mark or marks by name, a list or 无."""
    return address._replace(assessor="", record=0)


def way_of(key: Key) -> tuple[bool, bool, bool]:
    """In which of the ways a value is entered: by name, as a row, with a field."""
    return bool(key.address.assessor), bool(key.address.record), bool(key.field and not key.address.record)


def by_slot(keys: Iterable[Key]) -> Mapping[Address, list[Key]]:
    """Keys by what they are entered in."""
    found: dict[Address, list[Key]] = {}
    for key in keys:
        found.setdefault(slot_of(key.address), []).append(key)
    return found


def _ways_that_go(source: StoredSource, edits: Edits) -> list[Key]:
    """What has to go since the same input is entered in another way now; words such as 无 go by themselves."""
    stored = source.year
    entered = {slot_of(cell.address): way_of(Key(cell.address, cell.field)) for cell in edits.cells}
    rows = {key.address: bool(key.field) for cell in edits.cells for key in [stored.inward(cell)[0]]}
    going, refused = [], []
    cleared = {stored.inward(Cell(key.address, key.field, ""))[0] for key in edits.cleared}
    for slot, keys in by_slot(stored.held).items():
        for key in keys if slot in entered else ():
            is_same_row = bool(key.field) == rows.get(key.address, bool(key.field)) or not key.address.record
            if (way_of(key) == entered[slot] and is_same_row) or key in cleared:
                continue
            if edits.replaces or stored.held[key].kind != "value":
                going.append(key)
            else:
                refused.append(_other_way(source, key))
    if refused:
        raise ProblemsError(refused)
    return going


def _other_way(source: StoredSource, key: Key) -> Problem:
    stored = source.year
    address = stored.numbering.positioned(key.address)
    place = source.place_of(Cell(address, key.field, ""))
    text = f"这里已经用另一种写法填了“{source.sight.text(stored.held[key].text, address, key.field)}”"
    return Problem(place, "other_way", text, "请先清除原来的，或写明要替换（--replace）", address=address)


def _conflict(source: StoredSource, error: ConflictError) -> Problem:
    seen = (source.sight.text(one, error.address, error.field) for one in (error.expected, error.found))
    expected, found = ("还没有填" if one is None else f"“{one}”" for one in seen)
    place = source.place_of(Cell(error.address, error.field, ""))
    text = f"别人已经改过：看到的是{expected}，现在是{found}"
    return Problem(place, "conflict", text, "请看过现在的值，再决定要不要改", address=error.address)
