"""What an imported scheme has where its tables print nothing: content of schemes, and so data that is handed in."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from assess.drafting.importing.tables_read import TargetTableRead
from assess.ground.model import Exact, Model
from assess.ground.numbers import ZERO, NotANumberError, exact
from assess.ground.plain import Plain
from assess.ground.tree import Table


def _as_written(tree: Any) -> Plain:  # noqa: ANN401 whatever stands in the file
    """The same content for a file to be written: what looks like a number is one."""
    if isinstance(tree, Mapping):
        return {str(key): _as_written(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_as_written(row) for row in tree]
    try:
        return exact(tree)
    except NotANumberError:
        return str(tree)


#: A part of the new scheme that goes into it as it is.
_Written = Annotated[dict[str, Any], AfterValidator(_as_written)]


class Recognition(Model):
    """By what a table is known: a word of its title, or its first levels where it is no project's."""

    titles: tuple[str, ...]
    first_levels: tuple[str, ...]


class UsualWeights(Model):
    """The weights of sections where none are printed; `called`: what they are."""

    called: str
    sections: dict[str, Exact]
    where_present: dict[str, Exact]
    other: Exact

    def is_usual(self, section: str) -> bool:
        """Whether there is a weight for a section of this id."""
        return section in self.sections or section in self.where_present

    def of(self, section: str) -> Fraction:
        """The weight of a section that is not among those that every table has."""
        return self.where_present.get(section, self.other)


class TableKind(Model):
    """A kind of tables: how it is known, where its tables stand, of what parts their total is made."""

    list: str
    unit_type: str
    label: str
    recognised_by: Recognition | None = None
    named_by: Literal["holder", "project"]
    folder: str
    prefix: str
    alone: str = ""
    parts: _Written
    weights: UsualWeights

    def is_of(self, table: TargetTableRead) -> bool:
        """Whether a table is of this kind."""
        known = self.recognised_by
        if known is None or any(word in table.head.title for word in known.titles):
            return True
        return not table.head.project and any(
            row.levels[:1] == (one,) for row in table.rows for one in known.first_levels
        )

    def is_single(self, count: int) -> bool:
        """Whether the only one of `count` tables is the list's, not one unit's."""
        return bool(self.alone) and count == 1

    def file(self, table: str, count: int) -> str:
        """Where a table stands, one of `count`."""
        return self.alone if self.is_single(count) else f"{self.folder}/{table}.yaml"

    @property
    def part(self) -> str:
        """The part of the total that is made of the indicators."""
        return next(name for name, part in self.parts.items() if "indicators" in part)

    @property
    def points(self) -> Fraction:
        """The full mark of the indicators."""
        return self._full(self.parts[self.part])

    @property
    def beside(self) -> Mapping[str, Fraction]:
        """The full marks of the other parts by what they are called."""
        return {part["label"]: self._full(part) for name, part in self.parts.items() if name != self.part}

    @property
    def points_beside(self) -> Fraction:
        """What the other parts come to."""
        return sum(self.beside.values(), ZERO)

    def _full(self, part: Mapping[str, Any]) -> Fraction:
        full: Fraction = part["full"][self.list]
        return full


class UsualPlan(Model):
    """What a table is called, and its unit of money."""

    title: str
    unit: str


class _Period(Model):
    first: str = Field(alias="from")
    last: str = Field(alias="to")


class Skeleton(Model):
    """The whole of it. `sections`: words of their names, and their ids."""

    sections: dict[str, str]
    plan: UsualPlan
    period: _Period
    grades: _Written
    monitoring: _Written
    kinds: tuple[TableKind, ...] = Field(min_length=1)

    def kind_of(self, table: TargetTableRead) -> TableKind:
        """The first kind that a table is of."""
        return next(kind for kind in self.kinds if kind.is_of(table))

    def period_in(self, year: int) -> Mapping[str, Plain]:
        """From which day to which a year is assessed."""
        first, last = (date.fromisoformat(f"{year}-{day}") for day in (self.period.first, self.period.last))
        return {"from": first, "to": last}


def skeleton_of(tree: Table) -> Skeleton:
    """Read it out of its tree."""
    return Skeleton.model_validate(tree)
