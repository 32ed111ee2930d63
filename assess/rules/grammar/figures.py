"""Figures of a population: what a relative rule holds a unit against, and who stands behind the figure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Literal

from assess.ground.expression import Expression, UndefinedError
from assess.ground.numbers import ZERO

FigureKind = Literal["pooled", "mean", "maximum", "ranking"]
Better = Literal["higher", "lower"]

FIGURE_LABELS: dict[FigureKind, str] = {
    "pooled": "合计比值",
    "mean": "平均值",
    "maximum": "最高值",
    "ranking": "排名",
}


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """A figure that a rule needs. `pooled`: the expression on the sums of its inputs over the population."""

    kind: FigureKind
    value: Expression
    population: str
    better: Better = "higher"


@dataclass(frozen=True)
class Figure:
    """A computed figure. `value` is None for a ranking, and where nothing is known or the expression is undefined."""

    id: str
    spec: FigureSpec
    value: Fraction | None
    members: Mapping[str, Fraction]
    ranks: Mapping[str, int] = field(default_factory=dict)
    #: Units of the population whose inputs are not entered yet: the figure is provisional while there are any.
    missing: tuple[str, ...] = ()

    @property
    def provisional(self) -> bool:
        """Whether a member's input is still missing."""
        return bool(self.missing)

    @cached_property
    def last_rank(self) -> int:
        """The rank of the last place (0 in an empty ranking)."""
        return max(self.ranks.values(), default=0)


#: Gives a unit's number for an input name, or None while it is not entered.
Numbers = Callable[[str], Fraction | None]


def compute(figure_id: str, spec: FigureSpec, population: Mapping[str, Numbers]) -> Figure:
    """Compute a figure over `population` (unit id → its numbers), leaving out members with missing inputs."""
    known: dict[str, dict[str, Fraction]] = {}
    missing = []
    for unit, numbers in population.items():
        values = {name: numbers(name) for name in spec.value.names}
        if any(value is None for value in values.values()):
            missing.append(unit)
        else:
            known[unit] = {name: value for name, value in values.items() if value is not None}
    members = _members(spec.value, known)
    return Figure(
        figure_id,
        spec,
        _value(spec, known, members),
        members,
        competition_ranks(members, spec.better) if spec.kind == "ranking" else {},
        tuple(missing),
    )


def _members(expression: Expression, known: Mapping[str, Mapping[str, Fraction]]) -> dict[str, Fraction]:
    members = {}
    for unit, values in known.items():
        try:
            members[unit] = expression.value(values.__getitem__)
        except UndefinedError:
            continue
    return members


def _value(
    spec: FigureSpec,
    known: Mapping[str, Mapping[str, Fraction]],
    members: Mapping[str, Fraction],
) -> Fraction | None:
    if not members or spec.kind == "ranking":
        return None
    if spec.kind == "maximum":
        return max(members.values())
    if spec.kind == "mean":
        return sum(members.values(), ZERO) / len(members)
    sums = {name: sum((values[name] for values in known.values()), ZERO) for name in spec.value.names}
    try:
        return spec.value.value(sums.__getitem__)
    except UndefinedError:
        return None


def competition_ranks(values: Mapping[str, Fraction], better: Better = "higher") -> dict[str, int]:
    """Competition ranks (1, 2, 2, 4): one more than the number of units that are strictly better."""
    ordered = sorted(values.values(), reverse=better == "higher")
    first: dict[Fraction, int] = {}
    for position, value in enumerate(ordered, start=1):
        first.setdefault(value, position)
    return {unit: first[value] for unit, value in values.items()}
