"""The head of a read table as the `plan` of a scheme file."""

from collections.abc import Iterator, Mapping, Sequence

from assess.drafting.importing.head_fields import Head, Money
from assess.drafting.importing.skeleton import UsualPlan
from assess.drafting.importing.tables_read import TargetTableRead
from assess.ground.plain import Plain
from assess.scheme.plan import Layout


def plan_tree(table: TargetTableRead, usual: UsualPlan, *, has_printed_weights: bool) -> Mapping[str, Plain]:
    """Title, holder, money, texts, and how the document prints its columns; what is as usual is left away.

    `has_printed_weights`: whether the weights that the table prints are used; else their column is not printed back.
    """
    layout = dict(_layout(table, table.points_name if has_printed_weights else ""))
    return dict(_head(table.head, usual)) | ({"layout": layout} if layout else {})


def _head(head: Head, usual: UsualPlan) -> Iterator[tuple[str, Plain]]:
    yield "title", head.title or usual.title
    if head.holder:
        yield "holder", head.holder
    yield "unit", head.unit or usual.unit
    if len(head.units) > 1:
        yield "units_printed", head.units
    if head.funds:
        yield "funds", [_money(line, ("amount",)) for line in head.funds]
    if head.spending:
        yield "spending", [_money(line, ("half", "full")) for line in head.spending]
    if head.purpose:
        yield "purpose", "；".join(head.purpose)
    for name in ("long_term", "goals"):
        if lines := getattr(head, name):
            yield name, lines
    if head.remarks:
        yield "remarks", [{"label": label, "text": text} for label, text in head.remarks]


def _money(line: Money, names: Sequence[str]) -> Mapping[str, Plain]:
    tree: dict[str, Plain] = {"label": line.label, **dict(zip(names, line.amounts, strict=True))}
    return tree | ({"part_of": line.part_of} if line.part_of is not None else {})


def _layout(table: TargetTableRead, points: str) -> Iterator[tuple[str, Plain]]:
    usual = Layout()
    if table.value_names != usual.period_values:
        yield "period_values", list(table.value_names)
    if table.has_cycle:
        yield "cycle_first", True
    if table.level_names != usual.levels:
        yield "levels", list(table.level_names)
    if table.description_name:
        yield "description", table.description_name
    if points:
        yield "points", points
    if table.stand_in:
        yield "indicators_stand_in", table.stand_in
