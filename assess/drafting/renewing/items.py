"""What an office changes from year to year, out of a scheme's tree: main work, printed totals, quotas."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assess.ground.numbers import exact
from assess.ground.tree import Rows, Table, Text, Tree, at

#: What no workbook can hold or nobody can see in a cell.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_NUMBERED = re.compile(r"(.*?)(\d+)\Z")


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of main work. `share` is its given weight, None where all weigh the same."""

    id: str
    label: str
    clause: str = ""
    tags: tuple[str, ...] = ()
    content: str = ""
    share: Fraction | None = None


@dataclass(frozen=True, slots=True)
class ItemTable:
    """The main work of one department: `taken` are all ids that a new item may not get."""

    id: str
    label: str
    clause: str
    items: tuple[Item, ...]
    taken: frozenset[str] = frozenset()
    retired: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The label without what it says in brackets, for sentences."""
        return self.label.partition("（")[0] or self.id

    def next_ids(self) -> Iterator[str]:
        """Ids for new items: the items' own letters, counting on from the highest number ever used."""
        numbers = [found for name in (*self.taken, *self.retired) if (found := _NUMBERED.match(name))]
        prefix = found[1] if self.items and (found := _NUMBERED.match(self.items[-1].id)) else "D"
        number = max((int(found[2]) for found in numbers if found[1] == prefix), default=0)
        while True:
            number += 1
            yield f"{prefix}{number}"

    def clause_for(self, name: str) -> str:
        """The clause that a new item gets when none is written: numbered as those of its neighbours are."""
        for item in self.items:
            found = _NUMBERED.match(item.id)
            if found is None or item.clause != f"{self.clause}{found[2]}":
                return ""
        numbered = _NUMBERED.match(name)
        return f"{self.clause}{numbered[2]}" if numbered else ""


@dataclass(frozen=True, slots=True)
class Stated:
    """A total that the document prints for some types of units."""

    types: tuple[str, ...]
    node: str
    points: Fraction
    clause: str = ""

    @property
    def key(self) -> tuple[frozenset[str], str]:
        """What makes it the same total: the types and the node."""
        return frozenset(self.types), self.node


@dataclass(frozen=True, slots=True)
class Names:
    """How a scheme calls what the sheets name by id: unit types, lists, and nodes that can have a printed total."""

    types: Mapping[str, str]
    lists: Mapping[str, str]
    nodes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Contents:
    """All that goes out to the workbook and comes back."""

    scheme: str
    title: str
    tables: tuple[ItemTable, ...]
    stated: tuple[Stated, ...]
    quotas: Mapping[str, Fraction]
    names: Names
    overlaps: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to change in a workbook."""
        return not (self.tables or self.stated or self.quotas)


def seen(text: str) -> str:
    """Return `text` as a cell shows it: no invisible signs, one space where there was white space."""
    return " ".join(_UNSEEN.sub("", text).split())


def group_path(table: Table) -> tuple[str | int, ...] | None:
    """Return the path, inside a department's table, of the first group whose full mark its items share."""
    nodes = table.get("indicators")
    for index, node in enumerate(nodes if isinstance(nodes, Rows) else ()):
        if not isinstance(node, Table):
            continue
        if "shares" in node and isinstance(node.get("indicators"), Rows):
            return "indicators", index
        below = group_path(node)
        if below is not None:
            return "indicators", index, *below
    return None


def contents(tree: Table) -> Contents:
    """Return what the workbook holds of the scheme `tree`, which must have passed all checks."""
    targets = [row for row in _rows(tree, "targets") if isinstance(row, Table)]
    common = frozenset(_ids(tree.get("common")))
    selection = tree.get("selection")
    return Contents(
        scheme=_text(tree, "id"),
        title=_text(tree, "title"),
        tables=tuple(_item_table(row, path, common) for row in targets if (path := _work(row)) is not None),
        stated=tuple(_stated(row) for row in _rows(tree, "stated_totals") if isinstance(row, Table)),
        quotas={name: exact(str(value)) for name, value in _entries(selection, "quota")},
        names=Names(
            {name: _text(one, "label") for name, one in _entries(tree, "unit_types")},
            {name: _text(one, "label") for name, one in _entries(tree, "lists")},
            dict(_nodes(tree, targets)),
        ),
        overlaps=tuple((_text(row, "table"), tuple(map(str, _rows(row, "ids")))) for row in _rows(tree, "overlaps")),
    )


def _work(target: Table) -> tuple[str | int, ...] | None:
    """The path of a department's main work; a target table, which has a head, has none."""
    return group_path(target) if "table" in target and target.get("plan") is None else None


def _item_table(target: Table, path: Sequence[str | int], common: frozenset[str]) -> ItemTable:
    group = at(target, path)
    shares = group.get("shares") if isinstance(group, Table) else None
    given = shares if isinstance(shares, Table) else {}
    return ItemTable(
        id=_text(target, "table"),
        label=_text(target, "label"),
        clause=_text(target, "clause"),
        items=tuple(_item(row, given) for row in _rows(group, "indicators")),
        taken=common | frozenset(_ids(target.get("indicators"))),
        retired=tuple(map(str, _rows(target, "retired"))),
    )


def _item(row: Tree, shares: Mapping[str, Tree]) -> Item:
    name = _text(row, "id")
    return Item(
        id=name,
        label=_text(row, "label"),
        clause=_text(row, "clause"),
        tags=tuple(map(str, _rows(row, "tags"))),
        content=_text(row, "content"),
        share=exact(str(shares[name])) if name in shares else None,
    )


def _stated(row: Table) -> Stated:
    points = exact(_text(row, "points"))
    return Stated(tuple(map(str, _rows(row, "types"))), _text(row, "node"), points, _text(row, "clause"))


def _nodes(tree: Table, targets: Sequence[Table]) -> Iterator[tuple[str, str]]:
    """What can have a printed total: parts, groups and indicators."""
    for name, part in _entries(tree, "parts"):
        yield name, _text(part, "label")
    for key, nodes in [("common", tree), *(("indicators", target) for target in targets)]:
        yield from _labels(_rows(nodes, key))


def _labels(nodes: Rows) -> Iterator[tuple[str, str]]:
    for row in nodes:
        yield _text(row, "id"), _text(row, "label")
        yield from _labels(_rows(row, "indicators"))


def _ids(nodes: Tree) -> Iterator[str]:
    for row in nodes if isinstance(nodes, Rows) else ():
        yield _text(row, "id")
        yield from _ids(row.get("indicators") if isinstance(row, Table) else None)


def _rows(tree: Tree, key: str) -> Rows:
    rows = tree.get(key) if isinstance(tree, Table) else None
    return rows if isinstance(rows, Rows) else Rows()


def _entries(tree: Tree, key: str) -> list[tuple[str, Tree]]:
    table = tree.get(key) if isinstance(tree, Table) else None
    return [(str(name), value) for name, value in table.items()] if isinstance(table, Table) else []


def _text(tree: Tree, key: str) -> str:
    value = tree.get(key) if isinstance(tree, Table) else None
    return str(value) if isinstance(value, Text) else ""
