"""Who keeps the single marks of a cycle; every naming and dismissal is a change like any other."""

from collections.abc import Collection

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from assess.ground.address import YEAR, Address
from assess.storage.acts import Act
from assess.storage.ledger import Changed, person_id, write_down
from assess.storage.tables.cycles import Cycle
from assess.storage.tables.keepers import Keeper
from assess.storage.tables.people import Person

#: The node of a cycle's keepers, and what each of them is.
KEEPERS, KEEPER = "keepers", "keeper"


def keepers_of(session: Session, cycle: int) -> tuple[str, ...]:
    """The names of the keepers, in the order in which they were named."""
    names = select(Person.name).join(Keeper, Keeper.person_id == Person.id).where(Keeper.cycle_id == cycle)
    return tuple(session.execute(names.order_by(Keeper.id)).scalars())


def change_keepers(
    session: Session, cycle: Cycle, added: Collection[str], removed: Collection[str], act: Act
) -> list[Changed]:
    """Name and dismiss keepers of a cycle that this transaction holds; who is one already stays so."""
    there = keepers_of(session, cycle.id)
    new = [name for name in dict.fromkeys(added) if name not in there]
    gone = [name for name in dict.fromkeys(removed) if name in there]
    changed = [Changed(address_of(name), "", None, name) for name in new]
    changed += [Changed(address_of(name), "", name, None) for name in gone]
    first = cycle.changes + 1
    write_down(session, cycle, act, changed)
    for number, name in enumerate(new, first):
        session.add(Keeper(cycle_id=cycle.id, person_id=person_id(session, name), change=number))
    for name in gone:
        person = person_id(session, name)
        session.execute(delete(Keeper).where(Keeper.cycle_id == cycle.id, Keeper.person_id == person))
    session.flush()
    return changed


def address_of(name: str) -> str:
    """Under which address the changes of a keeper stand."""
    return str(Address(YEAR, KEEPERS, KEEPER, assessor=name))
