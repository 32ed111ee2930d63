"""Clearing what is entered: a value, a row of a list, or everything under an indicator."""

from collections.abc import Iterator, Sequence

from assess.ground.address import Address
from assess.ground.labelled import Labelled
from assess.ground.place import Problem, ProblemsError
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.entering import Edits, slot_of
from assess.services.cycles.stepping import Step, step
from assess.services.cycles.values.named import Named, Reader
from assess.storage.acts import Act
from assess.storage.database import Database
from assess.storage.shelves import Key
from assess.year.cells import Cell
from assess.year.meant import node_meant, unit_meant

#: Most inputs that a message names.
_NAMED = 6


def clear_values(
    database: Database, code: str, named: Named, names: Sequence[str], act: Act, *, everything: bool = False
) -> Step:
    """Clear the inputs `names` of an indicator, or those fields of a record; without names all that `named` leads to.

    Raises `ProblemsError` where nothing stands there, and, unless `everything` is meant, where an indicator is named
    and several of its inputs are entered.
    """
    return step(database, code, lambda source: _edits(source, named, names, everything=everything), act)


def _edits(source: StoredSource, named: Named, names: Sequence[str], *, everything: bool) -> Edits:
    reader = Reader(source)
    held = [cell for cell in source.year.cells() if not named.assessor or cell.address.assessor == named.assessor]
    going: dict[Key, Cell] = {}
    for name in names:
        found = reader.key(named, name)
        if found is None:
            continue
        under = [cell for cell in held if _is_under(cell, *found)]
        if not under:
            reader.refuse(_nothing_there(reader.titles.of(*found), found[0]))
        going |= {Key(cell.address, cell.field): cell for cell in under}
    if not names:
        going = {Key(cell.address, cell.field): cell for cell in _of_item(held, named, reader)}
        _refuse_several(list(going), reader, everything=everything or bool(named.record))
    reader.finish()
    return Edits(cleared=list(going))


def _is_under(cell: Cell, address: Address, field: str) -> bool:
    """Whether a value stands at an address, or by somebody's name or in a row below it."""
    if field:
        return cell.address == address and cell.field == field
    at = cell.address
    return at == address or (not address.assessor and not address.record and slot_of(at) == address)


def _of_item(held: Sequence[Cell], named: Named, reader: Reader) -> Iterator[Cell]:
    """Everything that is entered under an indicator, or in one row of its list."""
    titles = reader.titles
    try:
        unit = unit_meant(titles, named.unit)
        node = node_meant(titles, unit, named.item)
    except ProblemsError as error:
        reader.refuse(*error.problems)
        return
    under = [cell for cell in held if cell.address[:2] == (unit, node)]
    if named.group:
        groups = Labelled("测评群体", {name: (label,) for name, label in titles.nodes_of(unit)[node].groups.items()})
        meant = groups.meant(named.group) or (named.group,)  # rounds and bundles are called as the office likes
        under = [cell for cell in under if cell.address.group in meant]
    if named.record:
        under = [cell for cell in under if cell.address.record == named.record]
    if not under:
        reader.refuse(_nothing_there(" ".join(named.steps()), None))
    yield from under


def _refuse_several(going: Sequence[Key], reader: Reader, *, everything: bool) -> None:
    slots = dict.fromkeys(slot_of(key.address) for key in going)
    if len(slots) > 1 and not everything:
        said = [reader.titles.words(slot)[-1] for slot in slots]
        shown = "、".join(said[:_NAMED]) + (f"等{len(said)}项" if len(said) > _NAMED else "")
        text = f"这里填了{len(slots)}项：{shown}"
        reader.refuse(Problem(None, "several", text, "请写明清除哪一项；确实要全部清除的，加 --all"))


def _nothing_there(said: str, address: Address | None) -> Problem:
    return Problem(None, "nothing_there", f"“{said}”没有填过，没有可清除的", address=address)
