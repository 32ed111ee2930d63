"""Finds all mistakes in one run: what a model refuses is reported, then a stand-in takes its place and it looks again.

A stand-in says nothing about the file; it only lets everything beside it be checked. Where too much rests on what is
wrong to go on without complaining of what is right, checking ends there; so it does where more is wrong than anybody
would read, since every stand-in costs time.
"""

from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from assess.ground.place import MOST_PROBLEMS, Problem
from assess.ground.tree import Path, Rows, Table, Text, Tree

Checked = TypeVar("Checked", bound=BaseModel)

#: Puts a stand-in where the path points (the word says what is wrong there); None: there is no going on.
Mend = Callable[[Table, Path, str], Table | None]


def check(tree: Table, model: type[Checked], mend: Mend) -> tuple[Checked | None, Table, list[Problem]]:
    """Return the checked content, the tree with its stand-ins, and what is wrong; None where checking ended."""
    problems: list[Problem] = []
    mended: set[Path] = set()
    while True:
        try:
            return model.model_validate(tree), tree, problems
        except ValidationError as error:
            from assess.scheme.reading.mistakes import paths_of, problems_of  # only a mistake needs them

            first = _first_of_many(error, tree, model)
            problems += problems_of(first, tree, model)
            wrong = paths_of(first, tree)
        if mended.intersection(wrong) or len(problems) > MOST_PROBLEMS:
            return None, tree, problems
        mended.update(wrong)
        for path, kind in wrong.items():
            better = mend(tree, path, kind)
            if better is None:
                return None, tree, problems
            tree = better


#: More errors than this are not put into words: each takes a kilobyte.
_MANY = 20 * MOST_PROBLEMS


def _first_of_many(error: ValidationError, tree: Table, model: type[BaseModel]) -> ValidationError:
    """The error itself; of very many only those in the first rows of each list."""
    length = 2 * MOST_PROBLEMS
    while error.error_count() > _MANY and length < _longest(tree):
        try:
            model.model_validate(_shortened(tree, length))
        except ValidationError as first:
            if first.error_count() > MOST_PROBLEMS:
                return first
        length *= 2
    return error


def _longest(tree: Tree) -> int:
    inner = tree.values() if isinstance(tree, Table) else tree if isinstance(tree, Rows) else ()
    return max([len(tree) if isinstance(tree, Rows) else 0, *map(_longest, inner)])


def _shortened(tree: Tree, length: int) -> Tree:
    """A copy with at most `length` rows in each list; tables stay whole, or keys would be missing in them."""
    if isinstance(tree, Table):
        return Table({key: _shortened(value, length) for key, value in tree.items()}, tree.place)
    return Rows([_shortened(row, length) for row in tree[:length]], tree.place) if isinstance(tree, Rows) else tree


def put(table: Table, path: Path, value: Tree) -> Table:
    """A copy of `table` with `value` at `path`; None takes the key away. Everything beside the path is shared."""
    return _put(table, path, value)  # type: ignore[return-value]  # a table stays a table


def _put(tree: Tree, path: Path, value: Tree) -> Tree:
    if not path:
        return value
    step, *rest = path
    if isinstance(tree, Rows):
        rows = Rows(tree, tree.place)
        rows[int(step)] = _put(tree[int(step)], tuple(rest), value)
        return rows
    if not isinstance(tree, Table) or (value is None and str(step) not in tree):
        # A stand-in was put here already.
        return tree
    table = Table(tree, tree.place)
    table[Text(str(step))] = _put(table.get(str(step)), tuple(rest), value)
    if table[str(step)] is None:
        del table[str(step)]
    return table


def stand_in(**words: str) -> Table:
    """A table of words."""
    return Table({Text(key): Text(word) for key, word in words.items()})
