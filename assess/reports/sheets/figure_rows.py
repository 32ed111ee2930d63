"""The population figures that a list's points rest on, with the units behind each of them."""

from collections.abc import Iterator

from assess.engine.outcome import ListResult, Outcome
from assess.ground.numbers import short
from assess.reports.printable import NONE
from assess.reports.sheets.list_context import FigureRow
from assess.rules.grammar.figures import FIGURE_LABELS, Figure
from assess.rules.grammar.wording import formula, unit_of
from assess.scheme.nodes import Leaf
from assess.year.case import figure_id

#: Signs of a scheme file, as they are printed.
_SIGNS = str.maketrans("*/,", "×÷，")


def figure_rows(ranked: ListResult, outcome: Outcome) -> Iterator[FigureRow]:
    """One line per figure, in the order of the indicators that use them."""
    for tree, leaf in outcome.scheme.all_leaves():
        if tree.list != ranked.id:
            continue
        for spec in dict.fromkeys(leaf.rule.figures()):
            name = figure_id(leaf, spec)
            figure = outcome.figures.get(f"{tree.id}/{name}" if tree.is_table else name)
            if figure is not None:
                yield _row(leaf, figure, outcome)


def _row(leaf: Leaf, figure: Figure, outcome: Outcome) -> FigureRow:
    spec = figure.spec
    names = _names(outcome)
    measure = unit_of(spec.value, leaf.frame)
    value = NONE if figure.value is None else short(figure.value) + measure
    return FigureRow(
        indicator=f"{leaf.id} {leaf.heading.label}",
        kind=FIGURE_LABELS[spec.kind],
        population=outcome.scheme.populations[spec.population].label,
        formula=formula(spec.value, leaf.frame).translate(_SIGNS),
        value=value,
        members=tuple(_members(figure, names, measure)),
        missing="、".join(names[unit] for unit in figure.missing),
    )


def _members(figure: Figure, names: dict[str, str], measure: str) -> Iterator[str]:
    """The units' values: by rank in a ranking, else in the office's order."""
    order = list(names)
    known = sorted(figure.members, key=lambda unit: (figure.ranks.get(unit, 0), order.index(unit)))
    for unit in known:
        rank = f"第{figure.ranks[unit]}名 " if unit in figure.ranks else ""
        yield f"{rank}{names[unit]} {short(figure.members[unit])}{measure}"


def _names(outcome: Outcome) -> dict[str, str]:
    """Short names of the units, in the office's order."""
    units = sorted(outcome.evidence.units, key=lambda unit: (unit.order, unit.id))
    return {unit.id: unit.short or unit.name for unit in units}
