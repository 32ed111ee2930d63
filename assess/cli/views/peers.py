"""The figures of a population that an indicator's points rest on, with the units behind them."""

from collections.abc import Iterator

from assess.engine.outcome import LeafResult, Outcome, UnitResult
from assess.ground.numbers import short
from assess.rules.grammar.figures import FIGURE_LABELS, Figure
from assess.rules.grammar.wording import formula, unit_of
from assess.scheme.nodes import Leaf
from assess.words.explanation import step_figures


def peer_lines(item: LeafResult, result: UnitResult, outcome: Outcome) -> Iterator[str]:
    """Each figure with its value and members; members that several figures share are listed once."""
    if item.step is None:
        return
    prefix = f"{result.tree.id}/" if result.tree.is_table else ""
    cited = [outcome.figures[prefix + name] for name in dict.fromkeys(step_figures(item.step))]
    listed = {(one.spec.value, one.spec.population) for one in cited if one.ranks}
    for figure in cited:
        yield _heading(figure, item.leaf, outcome)
        if figure.ranks or (figure.spec.value, figure.spec.population) not in listed:
            yield from _members(figure, result, item.leaf, outcome)
        if figure.missing:
            names = "、".join(_name(unit, outcome) for unit in figure.missing)
            yield f"  还缺：{names}"


def _heading(figure: Figure, leaf: Leaf, outcome: Outcome) -> str:
    spec = figure.spec
    what = f"{outcome.scheme.populations[spec.population].label}{FIGURE_LABELS[spec.kind]}"
    value = "" if figure.value is None else f" = {short(figure.value)}{unit_of(spec.value, leaf.frame)}"
    return f"{what}：{formula(spec.value, leaf.frame)}{value}"


def _members(figure: Figure, result: UnitResult, leaf: Leaf, outcome: Outcome) -> Iterator[str]:
    """By rank where there are ranks, else in the office's order."""
    measure = unit_of(figure.spec.value, leaf.frame)
    order = {unit.id: (unit.order, unit.id) for unit in outcome.evidence.units}
    for unit in sorted(figure.members, key=lambda one: (figure.ranks.get(one, 0), order[one])):
        rank = f"第{figure.ranks[unit]}名 " if unit in figure.ranks else ""
        own = "  ← 本单位" if unit == result.unit.id else ""
        yield f"  {rank}{_name(unit, outcome)} {short(figure.members[unit])}{measure}{own}"


def _name(unit_id: str, outcome: Outcome) -> str:
    return next(unit.short or unit.name for unit in outcome.evidence.units if unit.id == unit_id)
