"""What random rules are about: the inputs and the words of the kinds' worked examples."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Any

from assess.entered.inputs import Input
from assess.ground.tree import Rows, Table, Text, Tree
from assess.rules.grammar.frame import Frame
from assess.rules.registry import kinds

#: The types of units that there are.
TYPES = ("college", "office")


def as_tree(value: Any) -> Tree:  # noqa: ANN401 whatever a file may hold
    """The value as the file reader hands it over: every scalar a text."""
    if isinstance(value, Mapping):
        return Table({Text(key): as_tree(inner) for key, inner in value.items()})
    if isinstance(value, Sequence) and not isinstance(value, str):
        return Rows([as_tree(inner) for inner in value])
    return None if value is None else Text(value)


@cache
def declared() -> Mapping[str, Any]:
    """The inputs of all worked examples."""
    found: dict[str, Any] = {}
    for kind in kinds().values():
        found |= kind.example.leaf.get("inputs", {})
    return found


@cache
def leaf() -> Frame:
    """An indicator that has all these inputs, applies to all types, and has a large full mark."""
    return Frame(
        leaf="A1",
        label="指标",
        maximum=Fraction(100),
        step=Fraction(1, 100),
        inputs={name: Input.model_validate(as_tree(spec)) for name, spec in declared().items()},
        types=frozenset(TYPES),
        populations={"units": frozenset(TYPES)},
    )


@cache
def words() -> Mapping[str, tuple[str, ...]]:
    """By key: the words that stand behind it in the examples, and the keys below it."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for kind in kinds().values():
        for key, word in _told(kind.example.leaf["rule"]):
            found[key][word] = None
    return {key: tuple(words) for key, words in found.items()}


def _told(tree: Any, key: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 the same
    if isinstance(tree, Mapping):
        for name, inner in tree.items():
            yield key, name
            yield from _told(inner, name)
    elif isinstance(tree, str):
        yield key, tree
    elif isinstance(tree, Sequence):
        for inner in tree:
            yield from _told(inner, key)
