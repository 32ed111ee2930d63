"""What both summaries share: cells, the height of a line, names that fit into one."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from assess.ground.numbers import short
from assess.reports.printable import NONE, amount
from assess.reports.targets.charts import Chart, Field, Mark
from assess.reports.targets.summary_context import CellLook, SummaryCell
from assess.scheme.grade_bands import GradeBands
from assess.scheme.plan import Plan
from assess.scheme.scheme import Scheme
from assess.year.evidence import Unit

#: What the lines of the table may take of the page, and how high one is at least and at most, in millimetres.
_ROOM, _LOWEST, _HIGHEST = Fraction(104), Fraction(24, 5), Fraction(9)
#: More lines than this are printed small.
_MOST_LARGE = 13
#: How many characters of a name fit: on two lines of large print, on one of small.
_LARGE_NAME, _SMALL_NAME = 34, 21
#: What is kept of the end of a name that is too long.
_END = 8
#: More lines than this leave the page.
MOST_LINES = 21


def text(value: str, look: CellLook = "text") -> SummaryCell:
    """A cell with words or a number."""
    return SummaryCell(look, value)


def drawn(chart: Chart) -> SummaryCell:
    """A cell with a chart."""
    return SummaryCell("chart", "", (chart,))


def line_height(lines: int) -> Fraction:
    """How high a line is so that all of them stay on the page."""
    return min(max(_ROOM / max(lines, 1), _LOWEST), _HIGHEST)


def is_dense(lines: int) -> bool:
    """Whether the print must be small."""
    return lines > _MOST_LARGE


def name_of(unit: Unit, lines: int) -> str:
    """The unit's name as far as it fits; of a longer one the beginning and the end."""
    most = _SMALL_NAME if is_dense(lines) else _LARGE_NAME
    name = unit.name if len(unit.name) <= most else unit.short or unit.name
    return name if len(name) <= most else f"{name[: most - _END - 1]}…{name[-_END:]}"


def field(width: int | Fraction, lines: int, room: Fraction = Fraction(1, 2)) -> Field:
    """The field of a chart in a column of `width`; `room`: what borders take of a line."""
    return Field(Fraction(width) - 1, line_height(lines) - room)


def heading_field(width: int | Fraction) -> Field:
    """The field of a scale in a heading."""
    return Field(Fraction(width) - 1, Fraction(7, 2))


def grade_marks(grades: GradeBands | None) -> tuple[Mark, ...]:
    """The lower lines of the grades, as shares of the full mark."""
    edges = [] if grades is None else [band.low for band in grades.bands]
    return tuple(Mark(edge / 100, short(edge)) for edge in edges if edge)


def grade_remark(scheme: Scheme) -> Iterable[str]:
    """What the dashed lines mean."""
    if scheme.grades is not None:
        lines = "，".join(f"{band.label}{band.text('%')}" for band in scheme.grades.bands)
        origin = f"；{scheme.grades.origin}" if scheme.grades.origin else ""
        yield f"虚线是等次线（占满分的百分比）：{lines}{origin}"


def money_unit(plans: Sequence[Plan]) -> str:
    """The unit of all amounts; empty where the plans differ."""
    units = {plan.unit for plan in plans}
    return units.pop() if len(units) == 1 else ""


def money(value: Fraction | None, plan: Plan, common: str) -> str:
    """An amount, with its unit where the heading cannot say it for all."""
    return NONE if value is None else amount(value) + ("" if common else plan.unit)


def total_of(values: Iterable[Fraction | None]) -> Fraction | None:
    """The sum; None while one is not known."""
    listed = list(values)
    known = [value for value in listed if value is not None]
    return sum(known, Fraction(0)) if listed and len(known) == len(listed) else None
