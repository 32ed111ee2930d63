"""The table of a ranked list (考核结果汇总表) out of its result, and the population figures behind it."""

from collections.abc import Iterator

from assess.engine.outcome import ListResult, Outcome, UnitResult
from assess.ground.numbers import plain
from assess.reports import printable
from assess.reports.printable import INCOMPLETE, NONE, Labelled, points, scored
from assess.reports.sheets.figure_rows import figure_rows
from assess.reports.sheets.list_context import Column, Line, RankedList
from assess.scheme.scheme import Part, Scheme
from assess.words.explanation import rounding_lines


def ranked_list(ranked: ListResult, outcome: Outcome) -> RankedList:
    """Write out everything that the list's table prints."""
    lines = [(_line(result, ranked, outcome), result.rank is not None) for result in ranked.units]
    return RankedList(
        scheme=outcome.scheme.title,
        label=ranked.label,
        banner=printable.banner(outcome.evidence),
        draft=printable.draft(outcome),
        mark=printable.mark(outcome.scheme, outcome.evidence_sha256),
        facts=tuple(_facts(ranked, outcome)),
        notices=tuple(_notices(ranked, outcome)),
        columns=tuple(column for part in outcome.scheme.parts_of(ranked.id) for column in _columns(part, ranked)),
        full=plain(ranked.full) if ranked.full else NONE,
        ranked=tuple(line for line, has_rank in lines if has_rank),
        unranked=tuple(line for line, has_rank in lines if not has_rank),
        remarks=tuple(_remarks(ranked, outcome)),
        figures=tuple(figure_rows(ranked, outcome)),
    )


def _facts(ranked: ListResult, outcome: Outcome) -> Iterator[Labelled]:
    yield Labelled("考核期", printable.period(outcome.scheme))
    yield Labelled("依据", f"《{outcome.scheme.document}》")
    with_rank = sum(1 for result in ranked.units if result.rank is not None)
    yield Labelled("单位数", f"{len(ranked.units)}个，其中{with_rank}个有名次")
    selection = outcome.scheme.selection
    if selection is not None and ranked.quota is not None:
        yield Labelled(f"{selection.labels.excellent}名额", f"{ranked.quota}个")


def _notices(ranked: ListResult, outcome: Outcome) -> Iterator[str]:
    if ranked.open:
        yield f"本表{printable.open_because(ranked)}，名次和等次可能变化，拟定等次不是最后的结果"
    yield from printable.departures(outcome.scheme)


def _columns(part: Part, ranked: ListResult) -> Iterator[Column]:
    """A part of the total; target points also before conversion, with the full mark that they are out of."""
    full = plain(part.full[ranked.id])
    if _is_converted(part, ranked):
        yield Column(f"{part.label}原始分", "")
        yield Column("适用满分", "")
        yield Column(f"{part.label}得分", full)
    else:
        yield Column(part.label, full)


def _is_converted(part: Part, ranked: ListResult) -> bool:
    results = [result.parts[part.id] for result in ranked.units if part.id in result.parts]
    return any(result.applicable_full is not None for result in results)


def _line(result: UnitResult, ranked: ListResult, outcome: Outcome) -> Line:
    scheme = outcome.scheme
    without = NONE if result.status == "absent" else INCOMPLETE
    return Line(
        rank="" if result.rank is None else str(result.rank),
        unit=result.unit.name,
        type=scheme.unit_types[result.unit.type].label,
        cells=tuple(
            cell
            for part in scheme.parts_of(ranked.id)
            for cell in _cells(result, part, scheme, converted=_is_converted(part, ranked))
        ),
        total=scored(result.total, scheme, without),
        proposed=result.proposed or NONE,
        decided=result.decided or NONE,
        remarks=tuple(_line_remarks(result)),
    )


def _cells(result: UnitResult, part: Part, scheme: Scheme, *, converted: bool) -> Iterator[str]:
    found = result.parts.get(part.id)
    if found is None:
        yield from (NONE for _ in range(3 if converted else 1))
        return
    if converted:
        yield scored(found.raw, scheme, printable.without_points(found))
        yield points(found.applicable_full, scheme.digits)
    yield printable.part_points(found, scheme)


def _line_remarks(result: UnitResult) -> Iterator[str]:
    """The flags, which say why a unit is 未完成, 暂定 or 不参加; and what is not entered."""
    yield from (flag.text for flag in result.flags)
    missing = printable.missing(result)
    if missing:
        yield f"未填：{'、'.join(missing)}"


def _remarks(ranked: ListResult, outcome: Outcome) -> Iterator[str]:
    among = "在同类单位中" if outcome.scheme.ranks_within_type else ""
    yield f"名次{among}按总分排列，总分相同的名次相同（如1、2、2、4）"
    yield from rounding_lines(outcome.scheme)
    selection = outcome.scheme.selection
    if selection is not None and ranked.quota is not None:
        at_most = "最多" if selection.filling == "at_most" else ""
        yield (
            f"{selection.labels.excellent}名额{at_most}{ranked.quota}个（{selection.clause}）；"
            "拟定等次由程序按规则提出，以学校的决定为准"
        )
    for decision in outcome.evidence.decisions:
        result = outcome.unit(decision.unit)
        if result is not None and result in ranked.units and decision.kind == "grade":
            made = f"{decision.by}，{printable.day(decision.at)}"
            yield f"{result.unit.name}决定为{decision.value}：{decision.reason}（{made}）"
