"""How far each slice of a cycle is on its way: not sent, sent, back, checked, locked.

It is kept beside the year, in the same record of changes, and is no part of what is scored.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from assess.ground.address import SLICES, YEAR, Address, parse
from assess.ground.place import Problem, ProblemsError
from assess.storage.acts import Act
from assess.storage.cycles import StoredYear, stored_year
from assess.storage.database import Database
from assess.workbooks.slice import Slice, read_slice
from assess.year.cells import Cell

#: The states of a slice in their order, and what people call them.
SENT, RETURNED, CHECKED, LOCKED = "sent", "returned", "checked", "locked"
STATES: Mapping[str, str] = {"": "未发", SENT: "已发", RETURNED: "已收", CHECKED: "已核对", LOCKED: "已锁"}
_STATE, _EXPORT, _SENT_AT, _RETURNED_AT, _TAKEN = "state", "export", "sent_at", "returned_at", "taken"
#: What people call what is kept of a slice.
SLICE_FIELDS: Mapping[str, str] = {
    _STATE: "状态",
    _EXPORT: "第几次导出",
    _SENT_AT: "发出时间",
    _RETURNED_AT: "收回时间",
    _TAKEN: "收到的一份",
    "row": "新登记的一行",
}
#: Before the name of a row of an export that became a record.
_ROW = "row "


@dataclass(frozen=True, slots=True)
class SliceState:
    """Where a slice is. Moments are in UTC.

    `taken`: the number of the export of the last book that was taken, and when that was saved; `rows`: by row of an
    export in which something new was written, the record that it became.
    """

    part: Slice
    state: str = ""
    export: int = 0
    sent_at: str = ""
    returned_at: str = ""
    taken: tuple[int, str] = (0, "")
    rows: Mapping[str, Address] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """What people call its state."""
        return STATES[self.state]


def states_of(stored: StoredYear) -> dict[Slice, SliceState]:
    """Every slice of a cycle that ever went out."""
    fields: dict[str, dict[str, str]] = {}
    for cell in stored.beside(SLICES):
        fields.setdefault(cell.address.input, {})[cell.field] = cell.text
    return {read_slice(text): _state(read_slice(text), found) for text, found in fields.items()}


def _state(part: Slice, found: Mapping[str, str]) -> SliceState:
    export, _, saved_at = found.get(_TAKEN, "0 ").partition(" ")
    return SliceState(
        part=part,
        state=found.get(_STATE, ""),
        export=int(found.get(_EXPORT, "0")),
        sent_at=found.get(_SENT_AT, ""),
        returned_at=found.get(_RETURNED_AT, ""),
        taken=(int(export), saved_at),
        rows={name.removeprefix(_ROW): parse(text) for name, text in found.items() if name.startswith(_ROW)},
    )


def next_export(stored: StoredYear) -> int:
    """The number of the next export."""
    return max((one.export for one in states_of(stored).values()), default=0) + 1


def note_export(stored: StoredYear, parts: Iterable[Slice], export: int, act: Act) -> None:
    """Write down that slices have gone out. What was checked or locked stays so."""
    known = states_of(stored)
    cells: list[Cell] = []
    for part in parts:
        state = known.get(part, SliceState(part)).state or SENT
        cells += _cells(part, {_STATE: state, _EXPORT: str(export), _SENT_AT: act.moment})
    stored.write(cells, (), act)


def note_returns(stored: StoredYear, states: Iterable[SliceState], act: Act) -> None:
    """Write down that slices have come back, with what was taken of each; a locked one stays locked."""
    cells: list[Cell] = []
    for one in states:
        found = {
            _STATE: LOCKED if one.state == LOCKED else RETURNED,
            _RETURNED_AT: act.moment,
            _TAKEN: f"{one.taken[0]} {one.taken[1]}",
            **{f"{_ROW}{name}": str(address) for name, address in one.rows.items()},
        }
        cells += _cells(one.part, found)
    stored.write(cells, (), act)


def _cells(part: Slice, fields: Mapping[str, str]) -> Iterator[Cell]:
    return (Cell(Address(YEAR, SLICES, str(part)), name, text) for name, text in fields.items())


#: From which states a slice may go where.
_WAYS = {CHECKED: (RETURNED, CHECKED, SENT, ""), LOCKED: (CHECKED, RETURNED, LOCKED), RETURNED: (CHECKED, LOCKED)}


def mark(database: Database, code: str, parts: Iterable[Slice], state: str, act: Act) -> list[SliceState]:
    """Put slices into a state: checked, locked, or (to unlock) back. Raises `ProblemsError`; then none is."""
    with database.writing() as session:
        stored = stored_year(session, code, to_write=True)
        known = states_of(stored)
        problems: list[Problem] = []
        cells: list[Cell] = []
        for part in parts:
            now = known.get(part, SliceState(part))
            if now.state not in _WAYS[state]:
                text = f"“{part.words}”现在是{now.words}，不能改为{STATES[state]}"
                problems.append(Problem(None, "wrong_state", text, "请先收回、核对，再锁定"))
            if now.state == LOCKED and state != LOCKED and not (act.reason and act.paper and act.paper.number):
                text = f"“{part.words}”已锁，解锁要写明更正单号和理由"
                problems.append(Problem(None, "locked", text, "请加上 --number 更正单号 --reason 理由"))
            cells += _cells(part, {_STATE: state})
        if problems:
            raise ProblemsError(problems)
        stored.write(cells, (), act)
        return [one for part, one in states_of(stored).items() if part in set(parts)]
