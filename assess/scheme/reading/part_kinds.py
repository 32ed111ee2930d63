"""Checks that a scheme has one part of each kind: a unit has one set of ballots, of marks, of indicators, of funds."""

from collections.abc import Iterator

from assess.ground.place import Problem
from assess.ground.tree import Table, place_of
from assess.scheme.reading.scheme_file import PART_KINDS

#: What to do with the second part of a kind.
_HINTS = {
    "ballots": "合并成一个部分：各名单的满分都写在它的full里，不同的评议人写成groups里的几个群体",
    "indicators": "合并成一个部分：各名单的满分都写在它的full里，指标都写在targets里，可以分成几组",
    "panel": "合并成一个部分：各名单的满分都写在它的full里，不同的评价人写成groups里的几组",
    "execution": "只留一个部分：各名单的满分都写在它的full里",
}


def part_kind_problems(tree: Table) -> Iterator[Problem]:
    """Name every part after the first of its kind; asked of the tree as written, where nothing stands in yet."""
    parts = tree.get("parts")
    first: dict[str, str] = {}
    for name, part in parts.items() if isinstance(parts, Table) else ():
        for kind in PART_KINDS:
            if not isinstance(part, Table) or part.get(kind) is None:
                continue
            if kind in first:
                text = f"“{name}”和“{first[kind]}”都是{kind}（{PART_KINDS[kind]}），目前一个方案里这种部分只能有一个"
                place = place_of(tree, ("parts", name, kind))
                yield Problem(place, "two_parts_of_a_kind", text, _HINTS[kind])
            first.setdefault(kind, name)
