"""The items of a scheme that somebody can be responsible for, and how people name them.

An item is an indicator, a group, a part of the total, what is known of a unit beside them, or everything.
`K3.1` is the indicator of that id in every list and table, `academic_affairs/D5` the one of a table.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from assess.ground.address import APPLICATION, LAST_YEAR, UNIT
from assess.ground.place import did_you_mean
from assess.parts.money import FUNDS, FUNDS_LABEL
from assess.scheme.nodes import Group, Node
from assess.scheme.scheme import IndicatorTree, Scheme

#: The item that everything belongs to.
EVERYTHING = "*"
_EVERYTHING_LABEL = "全部"

#: What is entered of a unit beside its indicators and the parts of its total, and what people call it.
UNIT_LABEL, APPLICATION_LABEL, LAST_YEAR_LABEL = "单位情况", "申报", "上一年的结果"
_BESIDE = {UNIT: UNIT_LABEL, FUNDS: FUNDS_LABEL, APPLICATION: APPLICATION_LABEL, LAST_YEAR: LAST_YEAR_LABEL}


class Items:
    """The items of a scheme in the order of the document, by the words that name them and as people call them."""

    def __init__(self, trees: Mapping[str, IndicatorTree], parts: Mapping[str, str]) -> None:
        """`parts`: the labels of the parts of the total, by id."""
        tables = [tree for tree in trees.values() if tree.is_table]
        labels: dict[str, list[str]] = {}
        for tree in trees.values():
            for node in _in_order(tree.nodes):
                labels.setdefault(node.id, []).append(node.heading.label)
        #: What has one label wherever it stands is one item; in a table it is one of its own beside that.
        alike = {name: f"{name} {one[0]}" for name, one in labels.items() if len(set(one)) == 1}
        own = {
            (tree.id, node.id): node.heading.label
            for tree in tables
            for node in _in_order(tree.nodes)
            if node.id not in alike or len(labels[node.id]) > 1
        }
        self._names: dict[str, str] = {EVERYTHING: _EVERYTHING_LABEL, UNIT: _BESIDE[UNIT], **alike, **parts}
        for tree in tables:
            self._names[f"{tree.id}/{EVERYTHING}"] = tree.label
            self._names |= {
                f"{tree.id}/{node}": f"{tree.label} {node} {label}"
                for (table, node), label in own.items()
                if table == tree.id
            }
        self._names |= {word: label for word, label in _BESIDE.items() if word not in self._names}
        groups = {node.id for tree in trees.values() for node in _in_order(tree.nodes) if isinstance(node, Group)}
        #: Those that duties are usually settled for: not the single indicators, nor what a table has of its own.
        narrow = labels.keys() - groups
        self.wide = tuple(
            word for word in self._names if word not in narrow and word.partition("/")[2] in ("", EVERYTHING)
        )
        self._tables = tables
        self._alike, self._own = alike, own

    @cached_property
    def _read(self) -> Mapping[str, list[str]]:
        """By what somebody may say, without blanks too many, the words of the items that are meant."""
        read: dict[str, list[str]] = {}

        def understand(word: str, *said: str) -> None:
            for text in said:
                words = read.setdefault(_plain(text), [])
                if word not in words:
                    words.append(word)

        for word, name in self._names.items():
            understand(word, word, name)
        for name, label in self._alike.items():
            understand(name, label.removeprefix(f"{name} "))
        titles = {tree.id: tree.label for tree in self._tables}
        for table in titles:
            understand(f"{table}/{EVERYTHING}", table)
        for (table, name), label in self._own.items():
            understand(f"{table}/{name}", f"{titles[table]}/{name}", f"{titles[table]}/{label}")
            if name not in self._alike:
                understand(f"{table}/{name}", name, label, f"{name} {label}")
        return read

    def __contains__(self, word: object) -> bool:
        """Whether `word` names an item."""
        return word in self._names

    def __iter__(self) -> Iterator[str]:
        """The words, in the order of the document."""
        return iter(self._names)

    def name(self, word: str) -> str:
        """As people call it: `K3.1 专业教师生师比`; a word that names nothing as it is."""
        return self._names.get(word, word)

    def read(self, text: str) -> list[str]:
        """The words of the items that `text` may mean, by id or label: none, one, or several of one label."""
        found = self._read.get(_plain(text), [])
        return [text.strip()] if text.strip() in found else found

    def near(self, text: str) -> str:
        """A hint for a text that names nothing."""
        of_no_table = [said for said, words in self._read.items() if any("/" not in word for word in words)]
        return did_you_mean(_plain(text), of_no_table)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _in_order(nodes: Iterable[Node]) -> Iterator[Node]:
    """All nodes as the document has them: a group before what is in it."""
    for node in nodes:
        yield node
        if isinstance(node, Group):
            yield from _in_order(node.children)


def items_of(scheme: Scheme) -> Items:
    """The items of a scheme that is built."""
    return Items(scheme.trees, {part.id: part.label for part in scheme.parts})


def items_around(scheme: Scheme, tree: IndicatorTree) -> dict[str, tuple[str, ...]]:
    """By the node under which a value of a unit with these indicators is entered, the items that it is of.

    The nearest comes first, the wider ones after it; in a table its own come before those of all tables.
    """
    table = (f"{tree.id}/{EVERYTHING}",) if tree.is_table else ()
    around: dict[str, tuple[str, ...]] = {word: (word, EVERYTHING) for word in _BESIDE}
    around[FUNDS] = (FUNDS, *table, EVERYTHING)

    def put(node: Node, wider: tuple[str, ...]) -> None:
        own = (f"{tree.id}/{node.id}", node.id) if tree.is_table else (node.id,)
        around[node.id] = (*own, *wider)
        for child in node.children if isinstance(node, Group) else ():
            put(child, around[node.id])

    for part in scheme.parts_of(tree.list):
        around[part.id] = (part.id, EVERYTHING)
        for node in part.nodes(tree):
            put(node, (*table, part.id, EVERYTHING))
    return around
