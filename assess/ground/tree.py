"""The plain tree that a file becomes: texts, tables and rows that know their place.

They are `str`, `dict` and `list`, so that everything which takes those takes these; a value that is absent
(`null`) is None. A tree has no types: what a text means is decided by whoever asks for it.
"""

from collections.abc import Sequence
from typing import Self

from assess.ground.place import Place

NOWHERE = Place("")

#: The keys and positions that lead from a tree to something inside it.
Path = tuple[str | int, ...]


class Text(str):
    """A scalar as it was written."""

    __slots__ = ("place",)
    place: Place

    def __new__(cls, value: str, place: Place = NOWHERE) -> Self:
        """Make a text that stands at `place`."""
        text = str.__new__(cls, value)
        text.place = place
        return text


class Table(dict[str, "Tree"]):
    """A mapping; its keys are `Text` and keep their own places."""

    __slots__ = ("place",)

    def __init__(self, entries: object = (), place: Place = NOWHERE) -> None:
        super().__init__(entries)  # type: ignore[call-overload]  # dict's own overloads do not take a union
        self.place = place

    def key_place(self, key: str) -> Place:
        """Return where `key` itself is written, or where the table begins if it is not there."""
        for written in self:
            if written == key:
                return getattr(written, "place", self.place)
        return self.place


class Rows(list["Tree"]):
    """A sequence."""

    __slots__ = ("place",)

    def __init__(self, rows: Sequence["Tree"] = (), place: Place = NOWHERE) -> None:
        super().__init__(rows)
        self.place = place


Tree = Text | str | Table | Rows | None


def place_of(tree: Tree, path: Sequence[str | int] = ()) -> Place:
    """Return the place of what `path` names inside `tree`: as near to it as there is anything written.

    A value under a key stands where it is written; a table under a key stands at the key.
    """
    place = getattr(tree, "place", NOWHERE)
    for step in path:
        if isinstance(tree, Table) and step in tree:
            place = tree.key_place(str(step))
            tree = tree[str(step)]
            place = place if isinstance(tree, Table) else getattr(tree, "place", place)
        elif isinstance(tree, Rows) and isinstance(step, int) and -len(tree) <= step < len(tree):
            tree = tree[step]
            place = getattr(tree, "place", place)
        else:
            return place
    return place


def at(tree: Tree, path: Sequence[str | int]) -> Tree:
    """Return what stands at `path`; the path must exist."""
    for step in path:
        if isinstance(tree, Table):
            tree = tree[str(step)]
        elif isinstance(tree, Rows) and isinstance(step, int):
            tree = tree[step]
        else:
            raise KeyError(step)
    return tree
