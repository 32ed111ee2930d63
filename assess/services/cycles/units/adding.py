"""Adding a unit to a cycle."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assess.ground.address import UNIT, YEAR
from assess.ground.place import Problem, ProblemsError
from assess.scheme.scheme import Scheme
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.entering import enter_into
from assess.services.cycles.units.ids import UnitIds
from assess.services.cycles.units.words import UnitWords
from assess.storage.acts import Act
from assess.storage.cycles import stored_year
from assess.storage.database import Database
from assess.storage.units import KnownUnit, known_units, removed_units


@dataclass(frozen=True, slots=True)
class AddedUnit:
    """The unit, and whose id it has. `before`: the same unit in a cycle before, where its id is from there."""

    id: str
    name: str
    before: KnownUnit | None


def add_unit(database: Database, code: str, words: UnitWords, act: Act, unit: str = "") -> AddedUnit:
    """Add a unit under the id `unit`, else under the one that it had in a cycle before, else under a new one.

    Without an order it comes last. Raises `ProblemsError` with every mistake.
    """
    with database.writing() as session:
        stored = stored_year(session, code, to_write=True)
        source = StoredSource(stored)
        here = {key.address.unit: held.text for key, held in stored.held.items() if key.address[1:3] == (UNIT, "name")}
        known, removed = known_units(session), removed_units(session)
        name = words.name or ""
        chosen = unit or UnitIds(known, removed, here).give(name)
        _refuse_taken(chosen, here)
        words = _with_type(words.by_id(source.built(), ""), source.built())
        if words.order is None:
            words = replace(words, order=str(last_order(source) + 1))
        enter_into(stored, words.edits(chosen, ()), act)
        before = next((one for one in known if one.code == chosen and one.cycle != code), None)
        return AddedUnit(chosen, name, before)


def _refuse_taken(unit: str, here: Mapping[str, str]) -> None:
    if unit == YEAR or unit in here:
        text = f"编号“{unit}”已经是“{here.get(unit, unit)}”的，不能再给别的单位"
        raise ProblemsError([Problem(None, "unit_taken", text, "请换一个编号；不写编号的，由程序给一个")])


def _with_type(words: UnitWords, scheme: Scheme) -> UnitWords:
    """A unit has a type; where there is only one it need not be said."""
    if words.type is not None:
        return words
    if len(scheme.unit_types) == 1:
        return replace(words, type=next(iter(scheme.unit_types)))
    hint = "可用的有：" + "、".join(one.label for one in scheme.unit_types.values())
    raise ProblemsError([Problem(None, "unit_type_not_said", "没有写单位类型（--type）", hint)])


def last_order(source: StoredSource) -> int:
    """The highest order that a unit of the cycle has; 0 where none has one."""
    orders = (held.text for key, held in source.year.held.items() if key.address[1:3] == (UNIT, "order"))
    return max((int(text) for text in orders if text.lstrip("-").isdigit()), default=0)
