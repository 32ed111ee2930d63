"""What was read of a file's target tables, before it becomes a scheme."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from assess.drafting.importing.head_fields import Head
from assess.drafting.importing.table_rows import PlacedDoubt, ReadRow
from assess.ground.place import Place
from assess.ground.tree import Text


@dataclass(frozen=True, slots=True)
class TargetTableRead:
    """One table as the file has it. `level_names`, `value_names`: the headings, the longest that it has."""

    head: Head
    rows: tuple[ReadRow, ...]
    level_names: tuple[str, ...]
    value_names: tuple[str, ...]
    has_cycle: bool
    description_name: str = ""
    stand_in: str = ""
    place: Place | None = None
    #: The name of its sheet, where the file has sheets.
    sheet: str = ""
    #: The number in a row that sums the weights up.
    total_weight: Text | None = None
    #: The heading of the weights beside the indicators, where there are any.
    points_name: str = ""


@dataclass(frozen=True, slots=True)
class FileRead:
    """All tables of a file, what the file says about all together, and what is not sure."""

    tables: tuple[TargetTableRead, ...]
    #: A total over all projects, and what it is called.
    stated: tuple[str, Fraction] | None
    doubts: tuple[PlacedDoubt, ...]


def joined_reads(reads: Sequence[FileRead]) -> FileRead:
    """The tables of several files as one; a total is only that of its own file."""
    return FileRead(
        tuple(table for read in reads for table in read.tables),
        reads[0].stated if len(reads) == 1 else None,
        tuple(doubt for read in reads for doubt in read.doubts),
    )


@dataclass(slots=True)
class Found:
    """What is found while a file is gone through."""

    tables: list[TargetTableRead] = field(default_factory=list)
    stated: tuple[str, Fraction] | None = None
    doubts: list[PlacedDoubt] = field(default_factory=list)
