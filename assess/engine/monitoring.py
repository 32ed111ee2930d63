"""Watches a target table at half-year: each indicator against its half-year value, and the money beside it.

Nothing is scored: the values of the year play no part.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from assess.engine.form import lack_of, unanswered
from assess.ground.expression import UndefinedError
from assess.ground.place import Problem, Remarked, Severity
from assess.parts.money import BUDGET, FUNDS, SPENT, Execution, execution_of, lack_of_money
from assess.rules.grammar.aimed import Aimed
from assess.rules.grammar.deviation import DEVIATION
from assess.rules.grammar.standing import Standing, State
from assess.scheme.monitoring_rules import MonitoringRules
from assess.scheme.nodes import Leaf, leaves
from assess.scheme.scheme import IndicatorTree, Scheme
from assess.year.case import Facts, UnitCase
from assess.year.evidence import Evidence, Unit
from assess.year.reminders import Year
from assess.year.reminders.reminding import reminders_of


@dataclass(frozen=True, slots=True)
class IndicatorStanding:
    """One indicator of one unit; `standing` is None while a value is missing."""

    leaf: Leaf
    standing: Standing | None
    #: Why, in the unit's own words; empty where it says nothing.
    deviation: str = ""


@dataclass(frozen=True, slots=True)
class UnitMonitoring:
    """Everything about one unit, in its document's order. `planned`: what its plan would have spent by now, if any."""

    unit: Unit
    tree: IndicatorTree
    indicators: tuple[IndicatorStanding, ...]
    execution: Execution
    planned: Fraction | None

    @property
    def planned_rate(self) -> Fraction | None:
        """Planned by now ÷ planned for the year; None without such a plan, or where it plans to spend nothing."""
        full = self.tree.plan.planned_full if self.tree.plan is not None else None
        return self.planned / full if self.planned is not None and full else None

    @property
    def counts(self) -> Mapping[State | None, int]:
        """How many indicators are in each state; None counts those with a missing value."""
        return Counter(one.standing.state if one.standing else None for one in self.indicators)


@dataclass(frozen=True, slots=True)
class Monitoring(Remarked):
    """The units of each list in the office's order, what is missing, and what reminds of a second look."""

    scheme: Scheme
    evidence: Evidence
    units: tuple[UnitMonitoring, ...]
    problems: tuple[Problem, ...]


def monitor(scheme: Scheme, evidence: Evidence) -> Monitoring:
    """Hold every unit that takes part against its half-year values."""
    watcher = _Watcher(scheme, evidence)
    units = sorted((unit for unit in evidence.units if unit.takes_part), key=lambda unit: (unit.order, unit.id))
    watched = tuple(watcher.unit(unit) for unit in units)
    reminders = reminders_of(Year(scheme, evidence, watcher.facts))
    return Monitoring(scheme, evidence, watched, (*reminders, *map(evidence.placed, watcher.problems)))


class _Watcher:
    def __init__(self, scheme: Scheme, evidence: Evidence) -> None:
        self.problems: list[Problem] = []
        self._scheme = scheme
        self.facts = Facts(scheme, evidence)
        self._rules = scheme.monitoring or MonitoringRules()

    def unit(self, unit: Unit) -> UnitMonitoring:
        tree = self._scheme.tree_of(unit.type, unit.table)
        watched = tuple(self._indicators(unit, tree))
        money = execution_of(unit)
        if tree.plan is not None:
            self._ask_for_money(unit, money)
        planned = tree.plan.planned_half if tree.plan is not None else None
        return UnitMonitoring(unit, tree, watched, money, planned)

    def _ask_for_money(self, unit: Unit, money: Execution) -> None:
        for name, entered in ((BUDGET, money.budget), (SPENT, money.spent)):
            if entered is None:
                self.problems.append(lack_of_money(unit.id, unit.name, name))

    def _indicators(self, unit: Unit, tree: IndicatorTree) -> Iterator[IndicatorStanding]:
        for leaf in leaves(tree.nodes):
            if leaf.applies(unit.type) and leaf.aimed is not None:
                deviation = unit.value(leaf.id, DEVIATION)
                words = deviation if isinstance(deviation, str) else ""
                yield IndicatorStanding(leaf, self._standing(unit, tree, leaf, leaf.aimed), words)

    def _standing(self, unit: Unit, tree: IndicatorTree, leaf: Leaf, aimed: Aimed) -> Standing | None:
        case = UnitCase(self.facts, {}, leaf, unit, tree.id)
        missing = unanswered(case, aimed.asks_halfway(case))
        # Missing money is said once, for the unit.
        self.problems += [lack_of(case, slot) for slot in missing if slot.owner != FUNDS]
        if missing:
            return None
        try:
            return aimed.standing(case, self._rules.at_risk_from)
        except UndefinedError:
            text = f"{unit.name}“{leaf.id} {leaf.heading.label}”算不出来：分母为0"
            self.problems.append(
                Problem(unit.place, "division_by_zero", text, "请核对这一指标填写的数字", Severity.ERROR)
            )
            return None
