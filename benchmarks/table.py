"""The figures as a table, and the machine that they come from."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """A measured time against the time that it is a ratio of."""

    what: str
    seconds: float
    against: str
    reference: float
    #: The design's; None for a reference that the design does not name: shown, never judged.
    target: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the reference."""
        return self.seconds / self.reference


def machine() -> str:
    """One line on where this ran."""
    info = Path("/proc/cpuinfo")
    names = [line.split(":")[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
    cores = len(os.sched_getaffinity(0))
    return f"{cores} cores ({names[0] if names else platform.machine()}), Python {platform.python_version()}"


def table(rows: Sequence[Row]) -> str:
    """Aligned columns, with a rule under the headings."""
    head = ("what", "seconds", "against", "seconds", "ratio", "target", "")
    body = [
        (
            row.what,
            f"{row.seconds:.3f}",
            row.against,
            f"{row.reference:.3f}",
            f"{row.ratio:.2f}",
            "" if row.target is None else f"{row.target:g}",
            _verdict(row),
        )
        for row in rows
    ]
    widths = [max(len(line[column]) for line in (head, *body)) for column in range(len(head))]
    ruler = tuple("-" * width for width in widths)
    return "\n".join(_line(line, widths) for line in (head, ruler, *body))


def _verdict(row: Row) -> str:
    if row.target is None:
        return ""
    return "reached" if row.ratio <= row.target else "missed"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    numbers = {1, 3, 4, 5}
    padded = [
        cell.rjust(width) if column in numbers else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "  ".join(padded).rstrip()
