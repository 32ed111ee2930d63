"""What a sheet that came back gives: values with their cells, new rows, and whatever stands there beside."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from assess.ground.place import Place, Problem
from assess.workbooks.ask import Ask
from assess.workbooks.pointer import Pointer
from assess.workbooks.returned import ReturnedCell
from assess.workbooks.stamp import Stamp


@dataclass(frozen=True, slots=True)
class Given:
    """One cell that is to be read: where its value belongs, what it asks for, what stands in it."""

    pointer: Pointer
    ask: Ask
    cell: ReturnedCell
    place: Place


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row for something that was not there at the export. `pointer`: what the row knows; `spare`: which spare row.

    `cells`: by column pointer what stands there; blank ones are left out.
    """

    pointer: Pointer
    spare: int
    cells: Mapping[Pointer, Given]
    place: Place
    #: What is meant where whose it is, or which list, is not chosen and there is only one.
    only: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outside:
    """Something that stands where nothing is to be filled in, or a comment."""

    place: Place
    text: str
    comment: bool = False


@dataclass
class SheetGiven:
    """Everything of one sheet."""

    stamp: Stamp
    place: Place
    values: list[Given] = field(default_factory=list)
    new_rows: list[NewRow] = field(default_factory=list)
    outside: list[Outside] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    #: What is said and stops nothing.
    remarks: list[Problem] = field(default_factory=list)

    def seen(self) -> Iterator[Pointer]:
        """The values that the sheet has cells for."""
        return (one.pointer for one in self.values)
