"""Where a file holds what people say of a unit: under the section of its part of the total.

A section of which the scheme has one part holds the groups themselves; else it holds them by the part's id.
"""

from assess.ground.address import Address
from assess.ground.tree import Path, Table, Tree
from assess.scheme.scheme import Scheme


def is_by_part(scheme: Scheme, section: str, given: Tree) -> bool:
    """Whether a section is written by part: it must be where there are several, and may be where there is one.

    A year that is written for the default readings may name parts that the readings in force do not have.
    """
    parts = scheme.parts_under(section)
    if len(parts) != 1:
        return True
    known = {part.id for one in (scheme, scheme.by_default) if one is not None for part in one.parts_under(section)}
    names = set(given) if isinstance(given, Table) else set()
    return bool(names) and names <= known and names.isdisjoint(parts[0].rules.group_labels)


def path_of(address: Address, unit: Table, scheme: Scheme) -> Path | None:
    """The keys inside a unit that lead to what people say, as far as anything is written; None: it is no such value."""
    part = scheme.part_of.get(address.node)
    if part is None or not part.rules.section:
        return None
    section = part.rules.section
    given = unit.get(section)
    by_part = is_by_part(scheme, section, given)
    inner = given.get(part.id) if by_part and isinstance(given, Table) else given
    group, *rest = part.rules.written_at(address)
    if not is_written(inner, group):
        return ()
    return (section, *([part.id] if by_part else []), group, *rest)


def is_written(table: Tree, key: str) -> bool:
    """Whether anything stands under `key`; a key with nothing behind it is a value that is left blank."""
    found = table.get(key) if isinstance(table, Table) else None
    return found is not None and found != {}
