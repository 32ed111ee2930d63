"""Finds all mistakes in one run: what a model refuses is reported, then a stand-in takes its place and it looks again.

A stand-in says nothing about the file; it only lets everything beside it be checked. Where too much rests on what is
wrong to go on without complaining of what is right, checking ends there.
"""

from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from assess.domain.build.mistakes import paths_of, problems_of
from assess.domain.place import Problem
from assess.domain.tree import Rows, Table, Text, Tree

Path = tuple[str | int, ...]
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
            problems += problems_of(error, tree, model)
            wrong = paths_of(error, tree)
        if mended.intersection(wrong):
            return None, tree, problems
        mended.update(wrong)
        for path, kind in wrong.items():
            better = mend(tree, path, kind)
            if better is None:
                return None, tree, problems
            tree = better


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
