"""The half-year of all units of a list on one page: states as bars of shares, and the money beside them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from assess.engine.monitoring import IndicatorStanding, Monitoring, UnitMonitoring
from assess.ground.numbers import fixed, plain
from assess.parts.money import Execution
from assess.reports import printable
from assess.reports.printable import MISSING, NONE, LabelledValue, amount, percentage
from assess.reports.targets.charts import Chart, Mark, Segment, bar, legend, percent_marks, scale, shares
from assess.reports.targets.monitoring_page import STATES, state_remarks
from assess.reports.targets.summary import percent_of
from assess.reports.targets.summary_cells import (
    MOST_LINES,
    drawn,
    field,
    heading_field,
    is_dense,
    line_height,
    money,
    money_unit,
    name_of,
    text,
    total_of,
)
from assess.reports.targets.summary_context import LineLook, Summary, SummaryColumn, SummaryLine
from assess.reports.targets.unit_summary import listed_nodes
from assess.rules.grammar.standing import State
from assess.scheme.nodes import Leaf, Node, leaves
from assess.scheme.plan import Plan
from assess.scheme.scheme import Scheme

#: A unit with the plan of its table.
Watched = tuple[UnitMonitoring, Plan]
Counts = Mapping[State | None, int]

#: How states are drawn.
_LOOKS: dict[State | None, Segment] = {
    "on_course": Segment(0, "#d9d9d9"),
    "at_risk": Segment(0, "#919191"),
    "behind": Segment(0, "#111", "#fff"),
    "no_requirement": Segment(0, "#fff"),
    None: Segment(0, "#fff", crossed=True),
}
#: Columns in millimetres: of many units, and of the sections of one.
_INDEX, _NAME, _AMOUNT, _RATE, _STATES = 9, 62, 24, 40, 114
_SECTION, _SECTION_STATES = 100, 164
_LEGEND_STEP, _LEGEND_HEIGHT = Fraction(34), Fraction(5)
_ENDS = percent_marks((0, 50, 100))


def half_year_summary(label: str, units: Sequence[Watched], monitoring: Monitoring, evidence: str) -> Summary:
    """Write out the page of a list; `evidence` is the hash of what was entered. One unit alone: its sections."""
    writer = _Sections(*units[0]) if len(units) == 1 else _Units(label, units, monitoring.scheme)
    scheme = monitoring.scheme
    return Summary(
        scheme=scheme.title,
        title=f"半年监控汇总表（{label}）",
        banner=printable.banner(monitoring.evidence),
        draft=printable.draft(monitoring),
        mark=printable.mark(scheme, evidence),
        facts=(LabelledValue("年度", printable.year(scheme)), *writer.facts()),
        notices=tuple(_notices(scheme)),
        legend=(legend([(name, _LOOKS[state]) for state, name in STATES.items()], _LEGEND_STEP, _LEGEND_HEIGHT),),
        columns=tuple(writer.columns()),
        dense=len(units) > 1 and is_dense(writer.count),
        height=fixed(line_height(writer.count)),
        lines=tuple(writer.lines()),
        remarks=(*_planned_remark(units), *state_remarks(scheme)),
    )


def _notices(scheme: Scheme) -> Iterator[str]:
    if scheme.departures:
        yield f"采用了非默认的理解：{'、'.join(f'{one.id}={one.chosen}' for one in scheme.departures)}"


def _planned_remark(units: Iterable[Watched]) -> Iterator[str]:
    if any(watched.planned_rate is not None for watched, _ in units):
        yield "执行率的虚线是计划执行率（半年计划执行数÷全年预算数）"


class _Units:
    """A line for each unit."""

    def __init__(self, label: str, units: Sequence[Watched], scheme: Scheme) -> None:
        self.label, self.units, self.scheme = label, units, scheme
        self.count = len(units) + 1
        self.unit = money_unit([plan for _, plan in units])

    def facts(self) -> Iterator[LabelledValue]:
        holders = list(dict.fromkeys(plan.holder for _, plan in self.units if plan.holder))
        if len(holders) == 1:
            yield LabelledValue("单位名称", holders[0])
        yield LabelledValue(f"{self.label}数", f"{len(self.units)}个")

    def columns(self) -> Iterator[SummaryColumn]:
        unit = f"（{self.unit}）" if self.unit else ""
        yield _column("序号", _INDEX)
        yield _column(self.label, _NAME)
        yield _column(f"全年预算数{unit}", _AMOUNT)
        yield _column(f"半年执行数{unit}", _AMOUNT)
        yield _column("执行率", _RATE, scale(heading_field(_RATE), _ENDS[1:]))
        yield _column("指标状态（项）", _STATES)

    def lines(self) -> Iterator[SummaryLine]:
        for number, (watched, plan) in enumerate(self.units, start=1):
            name, execution = name_of(watched.unit, self.count), watched.execution
            yield self._line("", str(number), name, execution, plan, watched.planned_rate, watched.counts)
        everything = Counter[State | None]()
        for watched, _ in self.units:
            everything.update(watched.counts)
        known = [watched.execution for watched, _ in self.units] if self.unit else []
        whole = Execution(total_of(one.budget for one in known), total_of(one.spent for one in known))
        yield self._line("sum", "", "合计", whole, self.units[0][1], None, everything)

    def _line(
        self,
        look: LineLook,
        number: str,
        name: str,
        execution: Execution,
        plan: Plan,
        planned: Fraction | None,
        counts: Counts,
    ) -> SummaryLine:
        without = NONE if look == "sum" else MISSING
        amounts = (
            without if value is None else money(value, plan, self.unit) for value in (execution.budget, execution.spent)
        )
        return SummaryLine(
            look,
            (
                text(number, "middle"),
                text(name),
                *(text(one, "number") for one in amounts),
                drawn(_rate(execution.rate, planned, _RATE, self.count)),
                drawn(_states(counts, _STATES, self.count)),
            ),
        )


class _Sections:
    """A line for each section of one unit, and for the groups in it where there is room; then its money."""

    def __init__(self, watched: UnitMonitoring, plan: Plan) -> None:
        self.watched, self.plan = watched, plan
        self.standings: dict[str, IndicatorStanding] = {one.leaf.id: one for one in watched.indicators}
        self.nodes = list(listed_nodes(watched.tree.nodes, MOST_LINES - 2))
        self.count = len(self.nodes) + 2

    def facts(self) -> Iterator[LabelledValue]:
        money_of, unit = self.watched.execution, self.plan.unit
        yield LabelledValue("单位", self.watched.unit.name)
        yield LabelledValue("全年预算数", MISSING if money_of.budget is None else f"{amount(money_of.budget)}{unit}")
        yield LabelledValue("半年执行数", MISSING if money_of.spent is None else f"{amount(money_of.spent)}{unit}")
        yield LabelledValue("执行率", percentage(money_of.rate))
        yield LabelledValue("计划执行率", percentage(self.watched.planned_rate))

    def columns(self) -> Iterator[SummaryColumn]:
        yield _column("序号", _INDEX)
        yield _column("部分", _SECTION)
        yield _column("指标状态（项）", _SECTION_STATES)

    def lines(self) -> Iterator[SummaryLine]:
        number = 0
        for node, inner in self.nodes:
            number += not inner
            chart = _states(self._counts(node), _SECTION_STATES, self.count)
            yield _section("inner" if inner else "", "" if inner else str(number), node.heading.label, chart)
        chart = _rate(self.watched.execution.rate, self.watched.planned_rate, _SECTION_STATES, self.count)
        yield _section("", "", "预算执行率", chart)
        yield _section("sum", "", "全部指标", _states(self.watched.counts, _SECTION_STATES, self.count))

    def _counts(self, node: Node) -> Counts:
        found: list[Leaf] = [leaf for leaf in leaves((node,)) if leaf.id in self.standings]
        states = [self.standings[leaf.id].standing for leaf in found]
        return Counter(None if one is None else one.state for one in states)


def _section(look: LineLook, number: str, label: str, chart: Chart) -> SummaryLine:
    return SummaryLine(look, (text(number, "middle"), text(label), drawn(chart)))


def _column(label: str, width: int, chart: Chart | None = None) -> SummaryColumn:
    return SummaryColumn(label, plain(Fraction(width)), () if chart is None else (chart,))


def _rate(rate: Fraction | None, planned: Fraction | None, width: int, lines: int) -> Chart:
    marks = () if planned is None else (Mark(planned),)
    return bar(rate, percent_of(rate), field(width, lines), marks)


def _states(counts: Counts, width: int, lines: int) -> Chart:
    segments = [replace(_LOOKS[state], number=counts.get(state, 0)) for state in STATES]
    return shares(segments, f"{sum(counts.values())}项", field(width, lines))
