"""Ranked lists as CSV for Excel and WPS: a line a unit, Chinese headings, a byte order mark."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from assess.engine.outcome import ListResult, Outcome, UnitResult
from assess.ground.numbers import fixed
from assess.reports.csv_table import as_text, csv_bytes
from assess.scheme.scheme import Part, Scheme


def as_csv(outcome: Outcome, lists: Iterable[ListResult]) -> bytes:
    """Write the lists, best unit first; a part has columns where it counts on one of them."""
    listed = list(lists)
    counted = {part.id for one in listed for part in outcome.scheme.parts_of(one.id)}
    parts = [part for part in outcome.scheme.parts if part.id in counted]
    rows = (_row(one, result, parts, outcome.scheme) for one in listed for result in one.units)
    return csv_bytes(_headings(parts), rows)


def _headings(parts: Iterable[Part]) -> Iterator[str]:
    yield from ("榜单", "名次", "单位编号", "单位", "类型", "评分表", "状态")
    for part in parts:
        if part.rules.sums_indicators:
            yield from (f"{part.label}原始分", f"{part.label}适用满分")
        yield part.label
    yield from ("总分", "拟定等次", "决定等次", "说明", "采用的非默认理解")


def _row(one: ListResult, result: UnitResult, parts: Iterable[Part], scheme: Scheme) -> Iterator[str]:
    unit = result.unit
    yield one.label
    yield "" if result.rank is None else str(result.rank)
    yield from map(as_text, (unit.id, unit.name, scheme.unit_types[unit.type].label))
    yield as_text(result.tree.label if result.tree.is_table else "")
    yield result.state
    for part in parts:
        yield from _part(result, part, scheme.digits)
    yield _points(result.total, scheme.digits)
    yield as_text(result.proposed or "")
    yield as_text(result.decided or "")
    yield as_text("；".join(flag.text for flag in result.flags))
    yield "；".join(f"{reading.id}={reading.chosen}" for reading in scheme.departures)


def _part(result: UnitResult, part: Part, digits: int) -> Iterator[str]:
    found = result.parts.get(part.id)
    if part.rules.sums_indicators:
        yield _points(found.raw if found else None, digits)
        yield _points(found.applicable_full if found else None, digits)
    yield _points(found.points if found else None, digits)


def _points(points: Fraction | None, digits: int) -> str:
    return "" if points is None else fixed(points, digits)
