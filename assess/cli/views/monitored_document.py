"""A half-year as JSON and as CSV: decimals are strings, rates and shares are percentages, the order is stable."""

from collections.abc import Iterator
from typing import Any

from assess import __version__
from assess.cli.views.monitored import half_value, rates, share_reached, state_label, state_of
from assess.engine.monitoring import IndicatorStanding, Monitoring, UnitMonitoring
from assess.ground.numbers import plain, plain_or_none
from assess.reports.csv_table import as_text, csv_bytes
from assess.rules.grammar.standing import State
from assess.scheme.monitoring_rules import MonitoringRules
from assess.words.problem_document import problem_document
from assess.year.canonical import evidence_sha256

#: The state of an indicator for which a value is missing.
_MISSING = "missing"
_STATES: tuple[State, ...] = ("on_course", "at_risk", "behind", "no_requirement")
_HEADINGS = (
    *("单位编号", "单位", "评分表", "金额单位", "全年预算数", "半年计划执行数", "半年执行数"),
    *("执行率%", "计划执行率%", "编号", "指标", "半年指标值", "状态", "完成%", "说明", "偏差原因"),
)


def as_document(monitoring: Monitoring) -> dict[str, Any]:
    """Return the whole of it."""
    scheme, evidence = monitoring.scheme, monitoring.evidence
    rules = scheme.monitoring or MonitoringRules()
    document: dict[str, Any] = {
        "assess": __version__,
        "scheme": {"id": scheme.id, "title": scheme.title, "sha256": scheme.sha256},
        "evidence": {"title": evidence.title, "sha256": evidence_sha256(evidence)},
        "at_risk_from": plain(rules.at_risk_from),
        "units": [_unit(one, scheme.monitoring) for one in monitoring.units],
        "problems": [problem_document(problem, scheme) for problem in monitoring.problems],
    }
    if evidence.made_up:
        document["evidence"]["made_up"] = True
    return document


def _unit(one: UnitMonitoring, rules: MonitoringRules | None) -> dict[str, Any]:
    counts = one.counts
    rate, planned_rate = rates(one)
    return {
        "id": one.unit.id,
        "name": one.unit.name,
        "table": one.unit.table,
        "execution": {
            "budget": plain_or_none(one.execution.budget),
            "spent": plain_or_none(one.execution.spent),
            "planned": plain_or_none(one.planned),
            "rate": rate or None,
            "planned_rate": planned_rate or None,
        },
        "counts": {**{state: counts.get(state, 0) for state in _STATES}, _MISSING: counts.get(None, 0)},
        "indicators": {indicator.leaf.id: _indicator(indicator, rules) for indicator in one.indicators},
    }


def _indicator(one: IndicatorStanding, rules: MonitoringRules | None) -> dict[str, Any]:
    standing = one.standing
    return {
        "state": state_of(one) or _MISSING,
        "share": _share(one, rules) or None,
        "half": half_value(one) or None,
        "text": "" if standing is None else standing.text,
        "deviation": one.deviation,
    }


def _share(one: IndicatorStanding, rules: MonitoringRules | None) -> str:
    """How much of the half-year value is reached; empty where that is not known, or not counted so."""
    return "" if one.standing is None or one.standing.share is None else share_reached(one.standing.share, rules)


def as_csv(monitoring: Monitoring) -> bytes:
    """Write a line for each indicator, with its unit's money; Chinese headings and a byte order mark for Excel."""
    rules = monitoring.scheme.monitoring
    units = ((list(_unit_cells(unit)), unit.indicators) for unit in monitoring.units)
    return csv_bytes(_HEADINGS, ((*unit, *_indicator_cells(one, rules)) for unit, found in units for one in found))


def _unit_cells(one: UnitMonitoring) -> Iterator[str]:
    yield from map(as_text, (one.unit.id, one.unit.name, one.tree.label if one.tree.is_table else ""))
    yield one.tree.plan.unit if one.tree.plan is not None else ""
    for amount in (one.execution.budget, one.planned, one.execution.spent):
        yield plain_or_none(amount) or ""
    yield from rates(one)


def _indicator_cells(one: IndicatorStanding, rules: MonitoringRules | None) -> Iterator[str]:
    standing = one.standing
    yield from map(as_text, (one.leaf.id, one.leaf.heading.label, half_value(one)))
    yield state_label(state_of(one))
    yield _share(one, rules)
    yield from map(as_text, ("" if standing is None else standing.text, one.deviation))
