"""Ids of units: a unit's is its own in every year; what another unit has, or had, is never given again."""

import re
from collections.abc import Collection, Iterable

from assess.storage.units import KnownUnit

#: What an id is made of where nobody gives one.
_NUMBERED = re.compile(r"u([0-9]+)")


class UnitIds:
    """Gives ids in one cycle. `here`: the ids of its units; `known`, `removed`: those of all cycles."""

    def __init__(self, known: Iterable[KnownUnit], removed: Iterable[str], here: Collection[str]) -> None:
        self._known = tuple(known)
        self._taken = {one.code for one in self._known} | set(removed)
        self._here = set(here)

    def give(self, name: str) -> str:
        """The id that a unit of this name had in the latest cycle that has one, unless it is taken here; a new one."""
        before = next((one.code for one in self._known if one.name == name and one.code not in self._here), None)
        chosen = before or self._new()
        self._here.add(chosen)
        self._taken.add(chosen)
        return chosen

    def _new(self) -> str:
        """`u1`, or the number after the highest that was ever given."""
        numbers = [int(found[1]) for one in self._taken if (found := _NUMBERED.fullmatch(one))]
        return f"u{max(numbers, default=0) + 1}"
