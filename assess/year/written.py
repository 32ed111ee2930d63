"""Where entered values are written: an address becomes a place in the file."""

from collections.abc import Callable
from functools import cached_property

from assess.entered.rounds import COUNTS
from assess.ground.address import (
    APPLICATION,
    ASSESSORS,
    BUNDLES,
    LAST_YEAR,
    ROUNDS,
    SELF_KEYS,
    UNIT,
    YEAR,
    YEAR_NODE,
    Address,
)
from assess.ground.place import Place
from assess.ground.tree import NOWHERE, Path, Rows, Table, at, place_of
from assess.scheme.scheme import Scheme
from assess.year.sections import is_written, path_of


class Written:
    """A year as it is written. Nothing is looked up before somebody asks; most values are never asked for.

    `where`: says where any value has its place, whether it is written or not; without it the tree does.
    """

    def __init__(
        self, tree: Table | None = None, scheme: Scheme | None = None, where: Callable[[Address], Place] | None = None
    ) -> None:
        self._tree = Table() if tree is None else tree
        self._scheme = scheme
        self._where = where

    def place_of(self, address: Address) -> Place | None:
        """Where the value is written; where it is not, as near as anything is; None without a file."""
        if self._where is not None:
            return self._where(address)
        path = self._path(address)
        place = NOWHERE if path is None else place_of(self._tree, path)
        return None if place == NOWHERE else place

    def _path(self, address: Address) -> Path | None:
        if address.node in COUNTS:
            return (BUNDLES, address.group, address.node, address.unit, address.input)
        if address.unit == YEAR:
            paths: dict[str, Path] = {YEAR_NODE: (address.input,), ASSESSORS: (ASSESSORS, address.input)}
            paths |= {node: (node, address.group, address.input) for node in (ROUNDS, BUNDLES)}
            return paths.get(address.node, ("units",))
        index = self._units.get(address.unit)
        if index is None:
            return None
        unit: Path = ("units", index)
        table = at(self._tree, unit)
        return (*unit, *self._inside(table, address)) if isinstance(table, Table) else unit

    @cached_property
    def _units(self) -> dict[str, int]:
        """The position of every unit in the file."""
        units = self._tree.get("units")
        listed = enumerate(units) if isinstance(units, Rows) else ()
        return {str(unit.get("id")): index for index, unit in listed if isinstance(unit, Table)}

    def _inside(self, unit: Table, address: Address) -> Path:
        """The path inside a unit; it ends before what is not written at all, so that the unit itself is the place."""
        if address.node == UNIT:
            attributes = unit.get("attributes")
            named = isinstance(attributes, Table) and address.input in attributes
            return ("attributes", address.input) if named else (address.input, *_which(address))
        if address.node in (APPLICATION, LAST_YEAR):
            return (address.node, address.input)
        if address.input in SELF_KEYS:
            return (SELF_KEYS[address.input], address.node)
        opinion = None if self._scheme is None else path_of(address, unit, self._scheme)
        if opinion is not None:
            return opinion
        facts = unit.get("facts")
        if not isinstance(facts, Table) or not is_written(facts, address.node):
            return ()
        fact = facts[address.node]
        # A bare value stands for the only input that there is.
        named = isinstance(fact, Table) and address.input in fact
        return ("facts", address.node, *((address.input,) if named else ()), *_which(address))


def _which(address: Address) -> Path:
    """Whose of several values, or which one."""
    if address.record:
        return (address.record - 1,)
    return (address.assessor,) if address.assessor else ()
