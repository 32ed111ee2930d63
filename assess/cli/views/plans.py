"""What a scheme of target tables says beside its indicators: weights, grades, monitoring, and each table's head."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from assess.cli.columns import wrap
from assess.ground.numbers import fixed, plain
from assess.scheme.plan import Fund, Plan
from assess.scheme.scheme import Scheme

#: Columns of a goal; the rest is cut off, since the document has it.
_GOAL = 60
#: So many goals are shown.
_GOALS = 3


def scheme_lines(scheme: Scheme) -> Iterator[str]:
    """One line each for the money, the weights, the grades and the line of monitoring, with where they come from."""
    for part in scheme.parts:
        if part.rules.in_words():
            yield f"{part.label}：{part.rules.in_words()}"
    if scheme.weights is not None:
        labels = section_labels(scheme)
        weights = "、".join(f"{labels.get(name, name)}{plain(one)}" for name, one in scheme.weights.sections.items())
        yield f"各部分的权重：{weights}{_origin(scheme.weights.origin)}"
    if scheme.grades is not None:
        bands = "、".join(f"{band.label}{band.text()}" for band in scheme.grades.bands)
        yield f"等次（按总分占满分的百分之几）：{bands}{_origin(scheme.grades.origin)}"
    if scheme.monitoring is not None:
        line = plain(scheme.monitoring.at_risk_from)
        yield f"半年监控：没有达到半年值、但达到它的{line}%的，算有风险{_origin(scheme.monitoring.origin)}"
    if scheme.stated_budget is not None:
        yield f"各表金额的合计，原文印{plain(scheme.stated_budget.amount)}{scheme.stated_budget.unit}"


def section_labels(scheme: Scheme) -> dict[str, str]:
    """What the sections are called, by their id."""
    return {node.id: node.heading.label for tree in scheme.trees.values() for node in tree.nodes}


def plan_lines(plan: Plan) -> Iterator[str]:
    """The head of a table, shortly: money, spending plan, purpose, the first goals."""
    yield "，".join(filter(None, (plan.title, plan.holder)))
    if plan.funds:
        yield f"资金：{_funds(plan)}"
    if plan.planned_half is not None and plan.planned_full is not None:
        rate = f"（{fixed(plan.planned_half / plan.planned_full * 100)}%）" if plan.planned_full else ""
        half, full = _amount(plan.planned_half, plan), _amount(plan.planned_full, plan)
        yield f"支出计划：半年{half}{rate}，全年{full}"
    if plan.purpose:
        yield f"用途：{_cut(plan.purpose)}"
    yield from _goals("中长期目标", plan.long_term)
    yield from _goals("年度目标", plan.goals)


def _funds(plan: Plan) -> str:
    """`资金总额1000万元（其中财政资金900、其他资金100）`; what is blank or part of a part is left out."""
    return "、".join(_fund(fund, plan) for fund in plan.funds if fund.part_of is None)


def _fund(fund: Fund, plan: Plan) -> str:
    parts = [
        f"{one.label.removeprefix('其中：')}{plain(one.amount)}"
        for one in plan.funds
        if one.part_of == fund.label and one.amount
    ]
    amount = "未印金额" if fund.amount is None else _amount(fund.amount, plan)
    return f"{fund.label}{amount}" + (f"（其中{'、'.join(parts)}）" if parts else "")


def _amount(amount: Fraction, plan: Plan) -> str:
    return f"{plain(amount)}{plan.unit}"


def _goals(label: str, goals: Sequence[str]) -> Iterable[str]:
    if not goals:
        return
    shown = [_cut(goal) for goal in goals[:_GOALS]]
    more = f"（共{len(goals)}条）" if len(goals) > _GOALS else ""
    yield f"{label}{more}：{'；'.join(shown)}"


def _cut(text: str) -> str:
    lines = wrap(text, _GOAL)
    return lines[0].rstrip("，、；。") + "…" if len(lines) > 1 else text


def _origin(origin: str) -> str:
    return f"（{origin}）" if origin else ""
