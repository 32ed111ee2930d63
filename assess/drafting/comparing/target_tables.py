"""What target tables have beside indicators: weights, grades by bands, monitoring, and each table's head."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from assess.drafting.comparing.finding import Difference, Theme
from assess.drafting.comparing.values import NONE, NOTHING, changed
from assess.ground.numbers import plain
from assess.ground.said import said
from assess.scheme.plan import Fund, Layout, Plan, Spending, StatedBudget
from assess.scheme.scheme import Scheme


def weight_differences(old: Scheme, new: Scheme) -> Iterator[Difference]:
    """The weights of sections, and where they come from."""
    labels = {
        node.id: node.heading.label for scheme in (old, new) for tree in scheme.trees.values() for node in tree.nodes
    }
    before, after = ({} if one.weights is None else one.weights.sections for one in (old, new))
    texts = list(
        _entries(
            "权重", *({labels.get(key, key): plain(value) for key, value in one.items()} for one in (before, after))
        )
    )
    texts += _text("权重的来历", *("" if one.weights is None else one.weights.origin for one in (old, new)))
    yield from (Difference(Theme.PARTS, text) for text in texts)


def grade_differences(old: Scheme, new: Scheme) -> Iterator[Difference]:
    """The bands of grades, and the line of monitoring."""
    bands = (
        {} if one.grades is None else {band.label: band.text("%") for band in one.grades.bands} for one in (old, new)
    )
    texts = list(_entries("等次", *bands))
    texts += _text("等次线的来历", *("" if one.grades is None else one.grades.origin for one in (old, new)))
    lines = [NONE if one.monitoring is None else f"{plain(one.monitoring.at_risk_from)}%" for one in (old, new)]
    if lines[0] != lines[1]:
        texts.append(changed("半年监控“有风险”的下限", *lines))
    texts += _text("半年监控线的来历", *("" if one.monitoring is None else one.monitoring.origin for one in (old, new)))
    yield from (Difference(Theme.SELECTION, text) for text in texts)


def budget_differences(old: Scheme, new: Scheme) -> Iterator[Difference]:
    """The head of every table that both schemes have, and the total that the document prints for all."""
    stated = [_stated(one.stated_budget) for one in (old, new)]
    if stated[0] != stated[1]:
        yield Difference(Theme.PLANS, changed("原文印出的各表金额合计", *stated))
    for name, after in new.trees.items():
        if name in old.trees:
            about = f"“{after.label}”："
            yield from (Difference(Theme.PLANS, about + text) for text in _plan(old.trees[name].plan, after.plan))


def _stated(stated: StatedBudget | None) -> str:
    return NOTHING if stated is None else f"{plain(stated.amount)}{stated.unit}"


def _plan(old: Plan | None, new: Plan | None) -> Iterator[str]:
    if old is None or new is None:
        if old is not new:
            yield "取消表头" if new is None else "新增表头"
        return
    for what, before, after in (
        ("表名", old.title, new.title),
        ("部门（单位）名称", old.holder, new.holder),
        ("金额的单位", old.unit, new.unit),
        ("原文印出的金额单位", "、".join(old.units_printed), "、".join(new.units_printed)),
        ("资金用途", old.purpose, new.purpose),
    ):
        yield from _text(what, before, after)
    yield from _entries("资金", _funds(old), _funds(new))
    yield from _entries("支出计划", _spending(old), _spending(new))
    for what, one, other in (("中长期目标", old.long_term, new.long_term), ("年度目标", old.goals, new.goals)):
        yield from _lines(what, one, other)
    remarks = ({remark.label: remark.text for remark in plan.remarks} for plan in (old, new))
    yield from _entries("表头一栏", *remarks)
    for field in Layout.model_fields:
        yield from _text(f"原表{said(Layout, field).noun}", *(_layout(plan.layout, field) for plan in (old, new)))


def _funds(plan: Plan) -> dict[str, str]:
    return {one.label: _fund(one, plan.unit) for one in plan.funds}


def _fund(fund: Fund, unit: str) -> str:
    return _amount(fund.amount, unit) + _part(fund.part_of)


def _spending(plan: Plan) -> dict[str, str]:
    return {one.label: _line(one, plan.unit) for one in plan.spending}


def _line(line: Spending, unit: str) -> str:
    return f"半年{_amount(line.half, unit)}、全年{_amount(line.full, unit)}{_part(line.part_of)}"


def _amount(amount: Fraction | None, unit: str) -> str:
    return "空白" if amount is None else f"{plain(amount)}{unit}"


def _part(part_of: str | None) -> str:
    return f"（{part_of}的其中数）" if part_of else ""


def _layout(layout: Layout, field: str) -> str:
    value = getattr(layout, field)
    if isinstance(value, bool):
        return "是" if value else "否"
    return value if isinstance(value, str) else "、".join(value)


def _text(what: str, before: str, after: str) -> Iterator[str]:
    if before != after:
        yield changed(what, before or NOTHING, after or NOTHING)


def _entries(what: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """What is new, gone or different, by label."""
    for label, text in before.items():
        if label not in after:
            yield f"取消{what}“{label}”（原{text}）"
        elif after[label] != text:
            yield changed(f"{what}“{label}”", text, after[label])
    for label, text in after.items():
        if label not in before:
            yield f"新增{what}“{label}”：{text}"


def _lines(what: str, before: Sequence[str], after: Sequence[str]) -> Iterable[str]:
    yield from (f"取消{what}：{line}" for line in before if line not in after)
    yield from (f"新增{what}：{line}" for line in after if line not in before)
