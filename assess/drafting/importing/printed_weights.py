"""The weights that a target table prints: beside an indicator, over several in a merged cell, behind a name."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from assess.drafting.importing.indicator_nodes import Indicator, Section
from assess.drafting.importing.table_rows import shortened
from assess.drafting.importing.weight_cells import number_behind, number_in
from assess.drafting.target_text.printed import read_printed
from assess.ground.place import Place
from assess.ground.tree import Text

#: The code of a doubt about a cell that says nothing.
MISSING = "weight_missing"


class Fault(NamedTuple):
    """What is wrong with a cell of weights."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class PrintedWeight:
    """A number above 0 that stands for `members`, the ids of indicators; `what`: where it stands, for messages."""

    weight: Fraction
    members: tuple[str, ...]
    what: str
    place: Place


def fault_of(one: Indicator) -> Fault:
    """Why the cell beside an indicator gives it no weight."""
    cell = one.row.weights[-1] if one.row.weights else ""
    number = number_in(cell)
    if number == 0:
        return Fault("weight_zero", "印出的分值是0")
    if number is None and read_printed(cell).form != "blank":
        return Fault("weight_text", f"看不懂分值“{shortened(cell)}”")
    return Fault(MISSING, "没有印出自己的分值")


def printed_weights(sections: Sequence[Section]) -> list[PrintedWeight]:
    """All numbers that are printed, those for the fewest indicators first."""
    found = [*_in_cells(sections), *(one for section in sections for one in _in_names(section))]
    return sorted(found, key=lambda one: len(one.members))


def _in_cells(sections: Sequence[Section]) -> Iterator[PrintedWeight]:
    """Numbers in columns of weights; a merged cell is one number for all of its rows."""
    members: dict[tuple[int, Place], list[str]] = {}
    cells: dict[tuple[int, Place], Text] = {}
    for section in sections:
        for one in section.indicators:
            for column, cell in enumerate(one.row.weights):
                members.setdefault((column, cell.place), []).append(one.id)
                cells[column, cell.place] = cell
    for key, cell in cells.items():
        if number := number_in(cell):
            yield PrintedWeight(number, tuple(members[key]), "这一格", cell.place)


def _in_names(section: Section) -> Iterator[PrintedWeight]:
    """Numbers behind the names of levels, the deepest first."""
    for depth in range(max(len(one.levels) for one in section.indicators), 0, -1):
        for path, group in groupby(section.indicators, key=_path_of(depth)):
            listed = list(group)
            if len(path) == depth and (number := number_behind(path[-1])):
                ids = tuple(one.id for one in listed)
                yield PrintedWeight(number, ids, f"“{path[-1]}”", listed[0].row.place)


def _path_of(depth: int) -> Callable[[Indicator], tuple[str, ...]]:
    """The names of the first `depth` levels above an indicator."""
    return lambda one: one.levels[:depth]
