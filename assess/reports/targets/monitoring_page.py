"""The half-year sheet of a unit (半年监控表) out of its monitoring."""

from collections.abc import Iterator
from dataclasses import replace

from assess.engine.monitoring import IndicatorStanding, Monitoring, UnitMonitoring
from assess.ground.numbers import plain
from assess.reports import printable
from assess.reports.printable import MISSING, NONE, LabelledValue, amount, percentage
from assess.reports.targets.actual import actual
from assess.reports.targets.evaluation import whose
from assess.reports.targets.evaluation_rows import paths
from assess.reports.targets.level_cells import kept, level_cells
from assess.reports.targets.monitoring_context import HalfMoney, MonitoringPage, MonitoringRow, StateCount, StateLook
from assess.rules.grammar.standing import STATE_LABELS, State
from assess.scheme.monitoring_rules import MonitoringRules
from assess.scheme.plan import Plan
from assess.scheme.scheme import Scheme
from assess.year.evidence import Evidence

_ORDER: tuple[State | None, ...] = ("on_course", "at_risk", "behind", "no_requirement", None)
#: The states in the order in which they are counted; None: a value is missing.
STATES = {state: MISSING if state is None else STATE_LABELS[state] for state in _ORDER}


def monitoring_page(watched: UnitMonitoring, plan: Plan, monitoring: Monitoring, evidence: str) -> MonitoringPage:
    """Write out everything that the unit's sheet prints; `evidence` is the hash of what was entered."""
    scheme = monitoring.scheme
    return MonitoringPage(
        scheme=scheme.title,
        unit=watched.unit.name,
        banner=printable.banner(monitoring.evidence),
        draft=printable.draft(monitoring, watched.unit.id),
        mark=printable.mark(scheme, evidence),
        facts=tuple(_facts(watched, plan, scheme, monitoring.evidence)),
        notices=printable.departures(scheme),
        money_unit=plan.unit,
        money=half_money(watched),
        counts=tuple(StateCount(label, str(watched.counts.get(state, 0))) for state, label in STATES.items()),
        levels=plan.layout.levels,
        rows=tuple(_rows(watched, plan)),
        remarks=tuple(state_remarks(scheme)),
    )


def half_money(watched: UnitMonitoring) -> HalfMoney:
    """The unit's money by the middle of the year."""
    money = watched.execution
    return HalfMoney(
        budget=amount(money.budget, MISSING),
        planned=amount(watched.planned, NONE),
        spent=amount(money.spent, MISSING),
        rate=percentage(money.rate),
        planned_rate=percentage(watched.planned_rate),
        reason=money.deviation,
    )


def state_remarks(scheme: Scheme) -> Iterator[str]:
    """What the states mean; that nothing is scored."""
    rules = scheme.monitoring or MonitoringRules()
    origin = f"；{rules.origin}" if rules.origin else ""
    line = f"{plain(rules.at_risk_from)}%"
    yield (
        f"{STATES['on_course']}：达到半年指标值；{STATES['at_risk']}：没有达到，但达到它的{line}以上（含）；"
        f"{STATES['behind']}：不到它的{line}{origin}"
    )
    yield "半年监控只看进度，不计分"


def _facts(watched: UnitMonitoring, plan: Plan, scheme: Scheme, evidence: Evidence) -> Iterator[LabelledValue]:
    unit = watched.unit
    yield from whose(unit, watched.tree, scheme)
    if plan.holder and plan.holder != unit.name:
        yield LabelledValue("单位名称", plan.holder)
    yield LabelledValue("年度", printable.year(scheme))
    yield LabelledValue("负责人", unit.head or NONE)
    if unit.contact:
        yield LabelledValue("联系人", unit.contact)
    if evidence.title:
        yield LabelledValue("数据", evidence.title)


def _rows(watched: UnitMonitoring, plan: Plan) -> Iterator[MonitoringRow]:
    standings = {one.leaf.id: one for one in watched.indicators}
    listed = [found for node in watched.tree.nodes for found in paths(node) if found[1].id in standings]
    cells = level_cells([path for path, _ in listed], len(plan.layout.levels) - 1)
    for (_, leaf), own, keeps in zip(listed, cells, kept(cells), strict=True):
        yield replace(_row(standings[leaf.id], watched), cells=own, kept=keeps)


def _row(one: IndicatorStanding, watched: UnitMonitoring) -> MonitoringRow:
    half, full = one.leaf.aimed.target_values() if one.leaf.aimed is not None else (None, None)
    state = None if one.standing is None else one.standing.state
    entered = actual(one.leaf, watched.unit)
    look: StateLook = "missing" if state is None else state
    return MonitoringRow(
        id=f"leaf-{one.leaf.id}",
        cells=(),
        kept=False,
        label=one.leaf.heading.label,
        content=one.leaf.heading.content,
        half=NONE if half is None or not half.printed else half.printed,
        full=NONE if full is None else full.printed,
        actual=entered.text or (MISSING if state is None else NONE),
        inputs=entered.inputs,
        state=STATES[state],
        look=look,
        reason=one.deviation,
    )
