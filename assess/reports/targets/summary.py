"""All self-evaluations of a list on one page: money, points by section, totals against the grade lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from assess.engine.outcome import ListResult, Outcome, UnitResult
from assess.ground.numbers import fixed, plain
from assess.parts.money import Execution, execution_of
from assess.reports import printable
from assess.reports.printable import EXEMPT, INCOMPLETE, NONE, LabelledValue, scored
from assess.reports.targets.charts import Mark, bar, percent_marks, scale
from assess.reports.targets.summary_cells import (
    drawn,
    field,
    grade_marks,
    grade_remark,
    heading_field,
    is_dense,
    line_height,
    money,
    money_unit,
    name_of,
    text,
    total_of,
)
from assess.reports.targets.summary_context import Summary, SummaryCell, SummaryColumn, SummaryLine
from assess.reports.targets.unit_summary import unit_summary
from assess.scheme.plan import Plan
from assess.scheme.scheme import Scheme

#: Columns in millimetres; the sections share what the others leave of the page.
_PAGE, _INDEX, _NAME, _BUDGET, _RATE, _TOTAL, _GRADE = 273, 9, 60, 24, 36, 62, 14
_PERCENT = percent_marks((50, 100))
#: In the narrow columns of the sections only the end of the scale has room for its label.
_NARROW_PERCENT = (Mark(Fraction(1, 2)), Mark(Fraction(1), "100%"))

#: A unit with the plan of its table.
Planned = tuple[UnitResult, Plan]


def summary(ranked: ListResult, units: Sequence[Planned], outcome: Outcome) -> Summary:
    """Write out the page; of a list with a single unit, its sections."""
    if len(units) == 1:
        return unit_summary(ranked, *units[0], outcome)
    return _Page(ranked, units, outcome).summary()


class _Page:
    def __init__(self, ranked: ListResult, units: Sequence[Planned], outcome: Outcome) -> None:
        self.ranked, self.units, self.outcome = ranked, units, outcome
        self.scheme: Scheme = outcome.scheme
        self.count = len(units) + 1
        self.unit = money_unit([plan for _, plan in units])
        sections = {node.id: node.heading.label for result, _ in units for node in result.tree.nodes}
        self.sections: dict[str, str] = sections
        left = Fraction(_PAGE - _INDEX - _NAME - _BUDGET - _RATE - _TOTAL - _GRADE)
        self.section_width = left / max(len(sections), 1)
        self.marks = grade_marks(self.scheme.grades)

    def summary(self) -> Summary:
        """The page."""
        outcome = self.outcome
        lines = [self._line(number, *one) for number, one in enumerate(self.units, start=1)]
        return Summary(
            scheme=self.scheme.title,
            title=f"绩效自评汇总表（{self.ranked.label}）",
            banner=printable.banner(outcome.evidence),
            draft=printable.draft(outcome),
            mark=printable.mark(self.scheme, outcome.evidence_sha256),
            facts=tuple(self._facts()),
            notices=tuple(short_notices(self.ranked, self.scheme)),
            legend=(),
            columns=tuple(self._columns()),
            dense=is_dense(self.count),
            height=fixed(line_height(self.count)),
            lines=(*lines, self._sum()),
            remarks=(*self._remarks(), *grade_remark(self.scheme)),
        )

    def _remarks(self) -> Iterator[str]:
        if self.sections:
            yield f"{'、'.join(self.sections.values())}：得分占这一部分满分的百分比；总分一栏是得分"
        for result, _ in self.units:
            if result.unit.ungraded:
                yield f"{name_of(result.unit, self.count)}不定等次：{result.unit.ungraded}"

    def _facts(self) -> Iterator[LabelledValue]:
        yield LabelledValue("年度", printable.year(self.scheme))
        holders = list(dict.fromkeys(plan.holder for _, plan in self.units if plan.holder))
        if len(holders) == 1:
            yield LabelledValue("单位名称", holders[0])
        yield LabelledValue(f"{self.ranked.label}数", f"{len(self.units)}个")
        yield LabelledValue("等次", grade_counts([result for result, _ in self.units], self.scheme))

    def _columns(self) -> Iterator[SummaryColumn]:
        yield SummaryColumn("序号", plain(Fraction(_INDEX)))
        yield SummaryColumn(self.ranked.label, plain(Fraction(_NAME)))
        yield SummaryColumn(f"预算（{self.unit}）" if self.unit else "预算", plain(Fraction(_BUDGET)))
        yield SummaryColumn("预算执行率", plain(Fraction(_RATE)), (scale(heading_field(_RATE), _PERCENT),))
        for label in self.sections.values():
            chart = scale(heading_field(self.section_width), _NARROW_PERCENT)
            yield SummaryColumn(label, fixed(self.section_width), (chart,))
        chart = scale(heading_field(_TOTAL), self.marks)
        yield SummaryColumn(f"总分（{plain(self.ranked.full)}）", plain(Fraction(_TOTAL)), (chart,))
        yield SummaryColumn("等次", plain(Fraction(_GRADE)))

    def _line(self, number: int, result: UnitResult, plan: Plan) -> SummaryLine:
        execution = execution_of(result.unit)
        budget = execution.budget if execution.budget is not None else plan.budget
        return SummaryLine(
            "",
            (
                text(str(number), "middle"),
                text(name_of(result.unit, self.count)),
                text(money(budget, plan, self.unit), "number"),
                drawn(bar(execution.rate, percent_of(execution.rate), field(_RATE, self.count), _PERCENT)),
                *(self._section(result, section) for section in self.sections),
                self._total(result),
                text(grade_of(result), "middle"),
            ),
        )

    def _section(self, result: UnitResult, section: str) -> SummaryCell:
        found = result.groups.get(section)
        leaf = result.leaves.get(section)
        earned = found.points if found is not None else leaf.points if leaf is not None else None
        full = found.full if found is not None else leaf.full if leaf is not None else None
        share = earned / full if earned is not None and full else None
        return drawn(bar(share, percent_of(share), field(self.section_width, self.count), _NARROW_PERCENT))

    def _total(self, result: UnitResult) -> SummaryCell:
        share = None if result.total is None else result.total / self.ranked.full
        words = EXEMPT if result.status == "absent" else scored(result.total, self.scheme, INCOMPLETE)
        return drawn(bar(share, words, field(_TOTAL, self.count), self.marks))

    def _sum(self) -> SummaryLine:
        """What the money comes to; points of different units are not added up."""
        money_of = [execution_of(result.unit) for result, _ in self.units]
        budget, spent = total_of(one.budget for one in money_of), total_of(one.spent for one in money_of)
        rate = Execution(budget, spent).rate if self.unit else None
        shown = money(budget, self.units[0][1], self.unit) if self.units and self.unit else NONE
        blank = [text("") for _ in range(len(self.sections) + 2)]
        return SummaryLine(
            "sum",
            (
                text(""),
                text("合计"),
                text(shown, "number"),
                drawn(bar(rate, percent_of(rate), field(_RATE, self.count), _PERCENT)),
                *blank,
            ),
        )


def percent_of(share: Fraction | None) -> str:
    """`98.7%`; a dash while it is not known."""
    return NONE if share is None else f"{fixed(share * 100, 1)}%"


def grade_of(result: UnitResult) -> str:
    """The grade that people decided, marked as such, else the one proposed."""
    if result.decided is not None:
        return f"{result.decided}（定）"
    return result.proposed or NONE


def grade_counts(results: Sequence[UnitResult], scheme: Scheme) -> str:
    """`优5、良6、中2、未完成1`."""
    counts = Counter(result.decided or result.proposed or "" for result in results)
    labels = [] if scheme.grades is None else scheme.grades.labels
    found = [f"{label}{counts[label]}" for label in labels if counts[label]]
    without = sum(number for label, number in counts.items() if label not in labels)
    return "、".join([*found, *([f"没有等次{without}"] if without else [])]) or NONE


def short_notices(ranked: ListResult, scheme: Scheme) -> Iterator[str]:
    """What a reader must know first, in a line each."""
    if ranked.open:
        yield f"本表{printable.open_because(ranked)}，总分和等次可能变化"
    if scheme.departures:
        names = "、".join(f"{reading.id}={reading.chosen}" for reading in scheme.departures)
        yield f"采用了非默认的理解：{names}"
