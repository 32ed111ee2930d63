"""The self-evaluation of a unit (绩效自评表) out of its result."""

from collections.abc import Iterator

from assess.engine.outcome import Outcome, PartResult, UnitResult
from assess.entered.values import Fact
from assess.ground.address import Address
from assess.ground.place import Severity
from assess.parts.money import DEVIATION, FUNDS, execution_of
from assess.reports import printable
from assess.reports.printable import INCOMPLETE, MISSING, NONE, LabelledValue, amount, percentage, points, scored
from assess.reports.targets.actual import asks_for_money
from assess.reports.targets.evaluation_context import Evaluation, Money
from assess.reports.targets.evaluation_rows import evaluation_rows
from assess.reports.targets.table_page import numbered
from assess.scheme.nodes import leaves
from assess.scheme.plan import Plan
from assess.scheme.scheme import IndicatorTree, Scheme
from assess.words.explanation import rounding_lines
from assess.year.evidence import Unit
from assess.year.unit_changes import with_former_names


def evaluation(result: UnitResult, plan: Plan, outcome: Outcome) -> Evaluation:
    """Write out everything that the unit's self-evaluation prints; `plan` is that of its table."""
    unit, scheme = result.unit, outcome.scheme
    return Evaluation(
        scheme=scheme.title,
        unit=unit.name,
        banner=printable.banner(outcome.evidence),
        draft=printable.draft(outcome, unit.id),
        mark=printable.mark(scheme, outcome.evidence_sha256),
        facts=tuple(_facts(result, plan, scheme)),
        notices=printable.notices(result, scheme),
        money_unit=plan.unit,
        money=_money(result, plan, outcome),
        expected=numbered(plan.goals) or (NONE,),
        achieved=unit.facts.get(FUNDS, Fact()).note,
        levels=plan.layout.levels,
        target_column="年度指标值",
        rows=tuple(evaluation_rows(result, plan, outcome)),
        remarks=(*rounding_lines(scheme), *origins(scheme)),
    )


def _facts(result: UnitResult, plan: Plan, scheme: Scheme) -> Iterator[LabelledValue]:
    unit = result.unit
    yield from whose(unit, result.tree, scheme)
    if plan.holder and plan.holder != unit.name:
        yield LabelledValue("单位名称", plan.holder)
    yield LabelledValue("年度", printable.year(scheme))
    yield LabelledValue("负责人", unit.head or NONE)
    if unit.contact:
        yield LabelledValue("联系人", unit.contact)
    yield LabelledValue("状态", result.state)


def whose(unit: Unit, tree: IndicatorTree, scheme: Scheme) -> Iterator[LabelledValue]:
    """The unit; and its table where that is called otherwise."""
    yield LabelledValue(scheme.unit_types[unit.type].label, with_former_names(unit))
    if tree.is_table and tree.label != unit.name:
        yield LabelledValue("目标表", tree.label)


def _money(result: UnitResult, plan: Plan, outcome: Outcome) -> Money:
    scheme, execution = outcome.scheme, execution_of(result.unit)
    part = _part_of_money(result)
    without = MISSING if part is not None or money_is_asked(result.tree) else NONE
    return Money(
        initial=amount(plan.budget, NONE),
        budget=amount(execution.budget, without),
        spent=amount(execution.spent, without),
        full=NONE if part is None else points(part.full, scheme.digits),
        rate=percentage(execution.rate, NONE),
        points=NONE if part is None else scored(part.points, scheme, INCOMPLETE),
        reason=execution.deviation or (MISSING if _lacks_reason(result, outcome) else ""),
    )


def _part_of_money(result: UnitResult) -> PartResult | None:
    """The part of the total that comes of the unit's money."""
    return next((one for one in result.parts.values() if FUNDS in one.part.entered_at), None)


def _lacks_reason(result: UnitResult, outcome: Outcome) -> bool:
    """Whether a reason is demanded and not given."""
    reason = Address(result.unit.id, FUNDS, DEVIATION)
    return any(problem.address == reason for problem in outcome.problems if problem.severity is Severity.MISSING)


def money_is_asked(tree: IndicatorTree) -> bool:
    """Whether an indicator of the table needs the unit's money."""
    return any(asks_for_money(leaf) for leaf in leaves(tree.nodes))


def origins(scheme: Scheme) -> Iterator[str]:
    """Where weights and grade lines come from, as the scheme says."""
    if scheme.weights is not None and scheme.weights.origin:
        yield f"权重：{scheme.weights.origin}"
    if scheme.grades is not None:
        lines = "，".join(f"{band.label}{band.text()}" for band in scheme.grades.bands)
        origin = f"；{scheme.grades.origin}" if scheme.grades.origin else ""
        yield f"等次（总分占满分的百分比）：{lines}{origin}"
