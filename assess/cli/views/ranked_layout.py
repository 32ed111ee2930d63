"""How wide the columns of a ranked list are, so that no number is ever cut."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assess.cli.columns import narrowest, width, wrap
from assess.cli.screen import Prose, new_table

if TYPE_CHECKING:
    from rich.table import Table

#: What lies between two columns.
_GAP = 2
#: A heading of numbers: four characters a line where there is room, two where there is not.
_WIDE_HEADING, _NARROW_HEADING = 8, 4
#: What words that are broken get at least: four characters of a name, three of a grade or a status.
NARROWEST_NAME, NARROWEST_WORDS = 8, 6


@dataclass(frozen=True, slots=True)
class RankedColumn:
    """A column: its heading, and its cell in each line. Numbers are never broken."""

    heading: str
    cells: tuple[str, ...]
    is_number: bool = True
    #: Whether it gives way where all columns together do not fit.
    is_part: bool = False
    #: Of words: the least that they are broken to, unless they are shorter.
    least: int = NARROWEST_WORDS

    @property
    def cell_width(self) -> int:
        """The columns that its cells take on one line."""
        return max(map(width, self.cells), default=0)

    def heading_width(self, most: int) -> int:
        """The columns of the heading when it is broken at `most`."""
        return max(map(width, wrap(self.heading, max(most, self.cell_width))))

    def narrowest(self) -> int:
        """The fewest columns in which nothing is cut."""
        heading = self.heading_width(_NARROW_HEADING)
        if self.is_number:
            return max(heading, self.cell_width)
        return max(heading, min(self.cell_width, self.least), *map(narrowest, self.cells), 0)


@dataclass(slots=True)
class RankedLayout:
    """The columns that are shown in `room`, each with its width."""

    columns: Sequence[RankedColumn]
    room: int
    #: Whether the parts of the total were left out.
    without_parts: bool = False
    _widths: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Give way in this order: headings, names and other words, at last the parts of the total."""
        if self._least(self.columns) > self.room and any(column.is_part for column in self.columns):
            self.without_parts = True
            self.columns = [column for column in self.columns if not column.is_part]
        self._widths = [max(one.heading_width(_WIDE_HEADING), one.cell_width) for one in self.columns]
        excess = _together(self._widths) - self.room
        for number, least in self._givers():
            taken = max(0, min(excess, self._widths[number] - least))
            self._widths[number] -= taken
            excess -= taken

    @staticmethod
    def _least(columns: Iterable[RankedColumn]) -> int:
        return _together([column.narrowest() for column in columns])

    def _givers(self) -> Iterator[tuple[int, int]]:
        """The columns in the order in which they become narrower, each with its least width."""
        for wanted in ("headings", "words"):
            for number, column in enumerate(self.columns):
                if wanted == "headings":
                    yield number, max(column.heading_width(_NARROW_HEADING), column.cell_width)
                elif not column.is_number:
                    yield number, column.narrowest()

    def table(self, styles: Sequence[str]) -> "Table":
        """The table; a style for each line."""
        table = new_table()
        for column, columns in zip(self.columns, self._widths, strict=True):
            heading = "\n".join(wrap(column.heading, min(columns, max(_WIDE_HEADING, column.cell_width))))
            table.add_column(
                heading,
                width=columns,
                justify="right" if column.is_number else "left",
                no_wrap=column.is_number,
            )
        for number, style in enumerate(styles):
            table.add_row(*(Prose(column.cells[number]) for column in self.columns), style=style)
        return table


def _together(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)
