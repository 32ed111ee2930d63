"""What `summary.html` prints: all units of a list on one page, every value already written out."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from assess.reports.printable import Headed
from assess.reports.targets.charts import Chart

CellLook = Literal["text", "number", "middle", "chart"]
LineLook = Literal["", "inner", "sum"]


@dataclass(frozen=True, slots=True)
class SummaryColumn:
    """A column: its heading, how wide it is in millimetres, and the scale of its bars, if it has bars."""

    label: str
    width: str
    scale: tuple[Chart, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryCell:
    """A text or a chart; a chart says its own number, so that `text` is then empty."""

    look: CellLook
    text: str
    charts: tuple[Chart, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A unit, a section of a unit, a group inside a section (`inner`), or what they come to (`sum`)."""

    look: LineLook
    cells: tuple[SummaryCell, ...]


@dataclass(frozen=True, slots=True)
class Summary(Headed):
    """The whole page."""

    template: ClassVar[str] = "summary.html"

    title: str
    #: What the fills of the bars mean; nothing where they need no word.
    legend: tuple[Chart, ...]
    columns: tuple[SummaryColumn, ...]
    #: Whether there are so many lines that the print must be small.
    dense: bool
    #: The height of a line in millimetres.
    height: str
    lines: tuple[SummaryLine, ...]
    remarks: tuple[str, ...]
