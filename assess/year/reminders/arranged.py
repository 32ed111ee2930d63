"""A unit's evidence in the scheme's order: the order in which a file was written decides nothing that is said."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from assess.entered.values import Fact
from assess.parts.money import FUNDS
from assess.year.evidence import Unit
from assess.year.reminders.nodes import Nodes, specs_of

Value = TypeVar("Value")


def arranged(unit: Unit, nodes: Nodes) -> Unit:
    """The unit with its indicators and their inputs in the scheme's order, its money first."""
    known = nodes.all(unit)
    facts = _in_order(unit.facts, (FUNDS, *known))
    return replace(
        unit,
        facts={
            owner: fact if _is_single(fact) else _arranged(fact, specs_of(known[owner]) if owner in known else ())
            for owner, fact in facts.items()
        },
    )


def _is_single(fact: Fact) -> bool:
    return len(fact.values) + len(fact.lines) < 2  # noqa: PLR2004 one value has no order


def _arranged(fact: Fact, names: Iterable[str]) -> Fact:
    return replace(fact, values=_in_order(fact.values, names), lines=_in_order(fact.lines, names))


def _in_order(table: Mapping[str, Value], names: Iterable[str]) -> Mapping[str, Value]:
    known = {name: table[name] for name in names if name in table}
    return known | {name: table[name] for name in sorted(table.keys() - known.keys())}
