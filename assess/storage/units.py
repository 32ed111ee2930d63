"""Units over all cycles of a database: which id is whose, now and before."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from assess.ground.address import UNIT, parse
from assess.storage.tables.changes import Change
from assess.storage.tables.cycles import Cycle
from assess.storage.tables.units import Unit


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit as a cycle has it."""

    cycle: str
    code: str
    name: str


def known_units(session: Session) -> list[KnownUnit]:
    """The units of every cycle, those of the cycle that was opened last first."""
    rows = select(Cycle.code, Unit.code, Unit.name).join(Cycle, Cycle.id == Unit.cycle_id)
    ordered = rows.order_by(Cycle.id.desc(), Unit.id)
    return [KnownUnit(cycle, code, name or "") for cycle, code, name in session.execute(ordered)]


def removed_units(session: Session) -> Mapping[str, Mapping[str, str]]:
    """What was last said of every unit that ever was removed from a cycle (name, type, table), by its id."""
    said = [Change.address.endswith(f"/{UNIT}/{name}") for name in ("name", "type", "table")]
    rows = select(Change.address, Change.old).where(Change.new.is_(None), or_(*said)).order_by(Change.at, Change.number)
    found: dict[str, dict[str, str]] = {}
    for text, old in session.execute(rows):
        address = parse(text)
        found.setdefault(address.unit, {})[address.input] = old or ""
    return {unit: words for unit, words in found.items() if "name" in words}
