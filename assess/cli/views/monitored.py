"""A half-year on a terminal: each unit's money, how many indicators are in each state, and those that need care."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from assess.cli.screen import Prose, new_table, say, show_table
from assess.cli.views.remarks import show_departures, title_lines
from assess.engine.monitoring import IndicatorStanding, Monitoring, UnitMonitoring
from assess.ground.numbers import fixed_beside, plain, short
from assess.rules.grammar.standing import STATE_LABELS, State
from assess.scheme.monitoring_rules import MonitoringRules
from assess.scheme.scheme import Scheme

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

MISSING = "未填"
#: The states in the order in which a reader wants them; None: a value is missing.
ORDER: tuple[State | None, ...] = ("behind", "at_risk", None, "on_course", "no_requirement")
#: Those that are listed unless everything is asked for.
_CARE: tuple[State | None, ...] = ("behind", "at_risk", None)
_STYLES: dict[State | None, str] = {"behind": "red", "at_risk": "yellow", None: "yellow", "no_requirement": "dim"}
#: Without the one that would make the column too wide.
_NO_REQUIREMENT = "无要求"


def show_monitoring(console: "Console", monitoring: Monitoring, *, everything: bool = False) -> None:
    """Write every unit; `everything`: also the indicators that are on course or ask nothing."""
    scheme = monitoring.scheme
    for line in title_lines(monitoring.evidence, scheme):
        say(console, line, style="bold")
    rules = scheme.monitoring
    if rules is not None:
        origin = f"（{rules.origin}）" if rules.origin else ""
        line = (
            f"没有达到半年值、但达到半年值的{plain(rules.at_risk_from)}%的，算有风险；更低的，算滞后{origin}。不计分。"
        )
        say(console, line, style="dim")
    for unit in monitoring.units:
        console.print()
        _show_unit(console, unit, scheme, everything=everything)
    if scheme.departures:
        console.print()
        show_departures(console, scheme)


def state_of(one: IndicatorStanding) -> State | None:
    """The state; None while a value is missing."""
    return None if one.standing is None else one.standing.state


def state_label(one: State | None) -> str:
    """What a state is called on paper."""
    return MISSING if one is None else STATE_LABELS[one]


def _show_unit(console: "Console", unit: UnitMonitoring, scheme: Scheme, *, everything: bool) -> None:
    say(console, unit.unit.name, style="bold")
    for line in (*money_lines(unit), _counts(unit)):
        say(console, line, indent=2, hanging=2)
    shown = ORDER if everything else _CARE
    rows = [one for state in shown for one in unit.indicators if state_of(one) == state]
    if rows:
        show_table(console, _table(rows, scheme))
    elif unit.counts.get("on_course"):
        say(console, "没有滞后、有风险和未填的指标。", indent=2, style="green")


def money_lines(unit: UnitMonitoring) -> Iterator[str]:
    """The money of the year and of the half-year, and how the rate stands to the planned one; none without a head."""
    plan = unit.tree.plan
    if plan is None:
        return
    parts = [f"全年预算数{_amount(unit.execution.budget, plan.unit)}"]
    if unit.planned is not None:
        parts.append(f"半年计划执行数{_amount(unit.planned, plan.unit)}")
    parts.append(f"半年执行数{_amount(unit.execution.spent, plan.unit)}")
    yield "，".join(parts)
    if unit.execution.rate is not None:
        yield _rates_line(unit, unit.execution.rate)
    if unit.execution.deviation:
        yield f"原因：{unit.execution.deviation}"


def _rates_line(unit: UnitMonitoring, rate: Fraction) -> str:
    """`执行率39.32%，比计划执行率40.07%低0.75个百分点`; nothing of a plan where there is none."""
    said, planned_said = rates(unit)
    planned = unit.planned_rate
    if planned is None:
        return f"执行率{said}%"
    if rate == planned:
        return f"执行率{said}%，与计划执行率{planned_said}%相同"
    points = short(abs(rate - planned) * 100, 2)
    return f"执行率{said}%，比计划执行率{planned_said}%{'低' if rate < planned else '高'}{points}个百分点"


def rates(unit: UnitMonitoring) -> tuple[str, str]:
    """The rate and the planned one in percent, each on its side of the other; empty where it is not known."""
    rate, planned = unit.execution.rate, unit.planned_rate
    said = "" if rate is None else fixed_beside(rate * 100, 2, () if planned is None else (planned * 100,))
    if planned is None:
        return said, ""
    beside = (Fraction(said),) if said and rate != planned else ()
    return said, fixed_beside(planned * 100, 2, beside)


def _amount(value: Fraction | None, unit: str) -> str:
    return MISSING if value is None else f"{plain(value)}{unit}"


def share_reached(share: Fraction, rules: MonitoringRules | None) -> str:
    """How much of the half-year value is reached, in percent; never rounded onto the lines between the states."""
    at_risk_from = (rules or MonitoringRules()).at_risk_from
    return fixed_beside(share * 100, 2, (Fraction(100), at_risk_from))


def _counts(unit: UnitMonitoring) -> str:
    counts = unit.counts
    parts = [f"{state_label(state)}{counts[state]}" for state in ORDER if counts.get(state)]
    return f"指标{len(unit.indicators)}项" + (f"：{'、'.join(parts)}" if parts else "")


def _table(rows: list[IndicatorStanding], scheme: Scheme) -> "Table":
    table = new_table()
    table.add_column("状态", no_wrap=True)
    table.add_column("编号", no_wrap=True)
    table.add_column("指标", ratio=4)
    table.add_column("半年情况", ratio=4)
    table.add_column("偏差原因", ratio=2)
    for one in rows:
        state = state_of(one)
        label = _NO_REQUIREMENT if state == "no_requirement" else state_label(state)
        cells = (label, one.leaf.id, one.leaf.heading.label, _situation(one, scheme), one.deviation)
        table.add_row(*map(Prose, cells), style=_STYLES.get(state, ""))
    return table


def _situation(one: IndicatorStanding, scheme: Scheme) -> str:
    """`6次，半年值≥8次（75.00%）`; where nothing is measured or entered, the half-year value as it is printed."""
    half = half_value(one)
    if one.standing is None or one.standing.state == "no_requirement":
        return f"半年值{half}" if half else "没有半年值"
    if one.standing.share is None:
        return f"{one.standing.text}，半年值“{half}”"
    reached = "" if one.standing.share == 1 else f"（{share_reached(one.standing.share, scheme.monitoring)}%）"
    return one.standing.text + reached


def half_value(one: IndicatorStanding) -> str:
    """The half-year value as it is printed; nothing where the document has none."""
    half = None if one.leaf.aimed is None else one.leaf.aimed.target_values()[0]
    return "" if half is None else half.printed
