"""The score sheet of a unit (目标考核评分表) out of its result."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from assess.engine.outcome import STATUS_LABELS, ListResult, Outcome, PartResult, UnitResult
from assess.ground.days import day_words
from assess.reports import printable
from assess.reports.printable import INCOMPLETE, NONE, LabelledValue, points, scored
from assess.reports.sheets.sheet_context import PartRow, Row, Sheet
from assess.reports.sheets.sheet_rows import rows
from assess.scheme.scheme import Scheme
from assess.words import explanation as explain
from assess.words.graded import gives_grades
from assess.year.evidence import Unit
from assess.year.unit_changes import Changing, changes_of, with_former_names


def sheet(result: UnitResult, ranked: ListResult, outcome: Outcome) -> Sheet:
    """Write out everything that the unit's sheet prints."""
    digits = outcome.scheme.digits
    return Sheet(
        scheme=outcome.scheme.title,
        unit=result.unit.name,
        banner=printable.banner(outcome.evidence),
        draft=printable.draft(outcome, result.unit.id),
        mark=printable.mark(outcome.scheme, outcome.evidence_sha256),
        facts=tuple(_facts(result, ranked, outcome)),
        notices=printable.notices(result, outcome.scheme),
        parts=tuple(_part(part, outcome) for part in result.parts.values()),
        full=points(ranked.full or None, digits),
        total=scored(result.total, outcome.scheme, INCOMPLETE),
        results=tuple(_results(result, ranked, outcome)),
        rows=tuple(_rows(result, outcome)),
        self_report=tuple(line.strip() for line in result.unit.self_report.splitlines() if line.strip()),
        remarks=tuple(_remarks(result, outcome)),
    )


def _facts(result: UnitResult, ranked: ListResult, outcome: Outcome) -> Iterator[LabelledValue]:
    unit, scheme = result.unit, outcome.scheme
    yield LabelledValue("单位", with_former_names(unit))
    yield LabelledValue("单位类型", scheme.unit_types[unit.type].label)
    yield LabelledValue("所在列表", ranked.label)
    yield LabelledValue("考核期", printable.period(scheme))
    if result.tree.is_table:
        clause = f"（{result.tree.clause}）" if result.tree.clause else ""
        former = _before(unit, "table", {name: tree.label for name, tree in scheme.trees.items()})
        yield LabelledValue("指标表", f"{result.tree.label}{clause}{former}")
    for attribute, value in unit.attributes.items():
        yield LabelledValue(scheme.attributes[attribute].label, value)
    yield LabelledValue("负责人", f"{unit.head or NONE}{_before(unit, 'head')}")
    if unit.contact:
        yield LabelledValue("联系人", unit.contact)


def _before(unit: Unit, what: Changing, called: Mapping[str, str] = MappingProxyType({})) -> str:
    """`（2019年3月1日前：张三）`: what was so before it changed within the year; empty where nothing did."""
    former = [f"{day_words(changed)}前：{called.get(was, was)}" for was, _, changed in changes_of(unit, what)]
    return f"（{'；'.join(former)}）" if former else ""


def _results(result: UnitResult, ranked: ListResult, outcome: Outcome) -> Iterator[LabelledValue]:
    rank = NONE if result.rank is None else f"第{result.rank}名（{_field(result, ranked, outcome)}）"
    yield LabelledValue("名次", rank)
    if gives_grades(outcome.scheme):
        yield from printable.grades(result)
    yield LabelledValue("状态", STATUS_LABELS[result.status])


def _field(result: UnitResult, ranked: ListResult, outcome: Outcome) -> str:
    """Among how many units the rank was given."""
    among, field = ranked.label, [one for one in ranked.units if one.status != "absent" and not one.unit.ungraded]
    if outcome.scheme.ranks_within_type:
        kind = result.unit.type
        among, field = outcome.scheme.unit_types[kind].label, [one for one in field if one.unit.type == kind]
    placed = sum(one.rank is not None for one in field)
    return f"{among}{'已有名次的' if placed < len(field) else ''}{placed}个单位中"


def _part(result: PartResult, outcome: Outcome) -> PartRow:
    return PartRow(
        label=result.part.label,
        full=points(result.full, outcome.scheme.digits),
        points=printable.part_points(result, outcome.scheme),
        lines=tuple(explain.part_lines(result, outcome)),
    )


def _rows(result: UnitResult, outcome: Outcome) -> Iterator[Row]:
    """Every indicator, part by part of the total, each followed by what its indicators become; then those of none."""
    left = list(result.tree.nodes)
    for part in result.parts.values():
        nodes = part.part.nodes(result.tree)
        left = [node for node in left if node not in nodes]
        yield from rows(nodes, result, outcome)
        if part.part.rules.sums_indicators and not part.nothing_applies:
            yield from _closing(part, outcome.scheme)
    yield from rows(left, result, outcome)


def _closing(part: PartResult, scheme: Scheme) -> Iterator[Row]:
    """The lines below the last indicator of a part: the raw sum, and what it becomes of the total."""
    label = part.part.label
    row = Row("subtotal", 0, "", "", state="missing" if part.raw is None else "")
    yield replace(
        row,
        label=f"{label} 原始分合计",
        full=points(part.applicable_full, scheme.digits),
        points=scored(part.raw, scheme, INCOMPLETE),
    )
    yield replace(
        row,
        label=f"{label} 得分",
        clause=part.part.clause,
        full=points(part.full, scheme.digits),
        points=scored(part.points, scheme, INCOMPLETE),
        note=part.conversion,
    )


def _remarks(result: UnitResult, outcome: Outcome) -> Iterator[str]:
    yield from explain.rounding_lines(outcome.scheme)
    for overlap in outcome.scheme.overlaps:
        if overlap.table == result.tree.id:
            yield f"{'、'.join(overlap.ids)}有重复：{overlap.note}，按原文分别计分"
