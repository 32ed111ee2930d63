"""The table of a ranked list (考核结果汇总表) out of its result, and the population figures behind it."""

from collections.abc import Iterator

from assess.engine.outcome import ListResult, Outcome, UnitResult
from assess.ground.days import day_words
from assess.ground.numbers import fixed, plain
from assess.reports import printable
from assess.reports.printable import INCOMPLETE, NONE, LabelledValue, points, scored
from assess.reports.sheets.figure_rows import figure_rows
from assess.reports.sheets.list_context import Column, Line, RankedList
from assess.reports.sheets.list_layout import Content, fitted
from assess.scheme.scheme import Part
from assess.words.explanation import rounding_lines
from assess.words.graded import gives_grades


def ranked_list(ranked: ListResult, outcome: Outcome) -> RankedList:
    """Write out everything that the list's table prints."""
    scheme = outcome.scheme
    table = _Table(ranked, outcome)
    lines = [(table.line(result), result.rank is not None) for result in ranked.units]
    return RankedList(
        scheme=scheme.title,
        label=ranked.label,
        banner=printable.banner(outcome.evidence),
        draft=printable.draft(outcome),
        mark=printable.mark(scheme, outcome.evidence_sha256),
        facts=tuple(_facts(ranked, outcome)),
        notices=tuple(_notices(ranked, outcome)),
        size=table.layout.size,
        columns=tuple(table.columns()),
        total=table.total_column(),
        graded=table.graded,
        why=fixed(table.layout.why),
        ranked=tuple(line for line, has_rank in lines if has_rank),
        unranked=tuple(line for line, has_rank in lines if not has_rank),
        remarks=(*table.left_out(), *_remarks(ranked, outcome)),
        figures=tuple(figure_rows(ranked, outcome)),
    )


def _facts(ranked: ListResult, outcome: Outcome) -> Iterator[LabelledValue]:
    yield LabelledValue("考核期", printable.period(outcome.scheme))
    yield LabelledValue("依据", f"《{outcome.scheme.document}》")
    with_rank = sum(1 for result in ranked.units if result.rank is not None)
    yield LabelledValue("单位数", f"{len(ranked.units)}个，其中{with_rank}个有名次")
    selection = outcome.scheme.selection
    if selection is not None and ranked.quota is not None:
        yield LabelledValue(f"{selection.labels.excellent}名额", f"{ranked.quota}个")


def _notices(ranked: ListResult, outcome: Outcome) -> Iterator[str]:
    if ranked.open:
        graded = gives_grades(outcome.scheme)
        may_change = "名次和等次可能变化，拟定等次不是最后的结果" if graded else "名次可能变化"
        yield f"本表{printable.open_because(ranked)}，{may_change}"
    yield from printable.departures(outcome.scheme)


class _Table:
    """The columns of the parts as far as there is room for them, and a line for each unit."""

    def __init__(self, ranked: ListResult, outcome: Outcome) -> None:
        self.ranked, self.scheme = ranked, outcome.scheme
        self.graded = gives_grades(outcome.scheme)
        self.full = plain(ranked.full) if ranked.full else NONE
        self.parts = outcome.scheme.parts_of(ranked.id)
        total = Content(self.full, tuple(map(self._total, ranked.units)))
        alone = [content for part in self.parts for content in self._contents(part, converted=False)]
        raw = [content for part in self.parts for content in self._contents(part, converted=self._is_converted(part))]
        self.layout = fitted(raw, alone, total, graded=self.graded)

    def columns(self) -> Iterator[Column]:
        """A part of the total; target points also before conversion, with the full mark that they are out of."""
        labels = [label for part in self.parts for label in self._labels(part)]
        for (label, full), width in zip(labels, self.layout.widths[:-1], strict=True):
            yield Column(label, full, fixed(width))

    def total_column(self) -> Column:
        """The last of the numbers."""
        return Column("总分", self.full, fixed(self.layout.widths[-1]))

    def line(self, result: UnitResult) -> Line:
        """One unit."""
        shown = () if self.layout.shown == "none" else self.parts
        return Line(
            rank="" if result.rank is None else str(result.rank),
            unit=result.unit.name,
            type=self.scheme.unit_types[result.unit.type].label,
            cells=tuple(cell for part in shown for cell in self._cells(result, part, converted=self._shows_raw(part))),
            total=self._total(result),
            proposed=result.proposed or NONE,
            decided=result.decided or NONE,
            remarks=tuple(_line_remarks(result)),
        )

    def left_out(self) -> Iterator[str]:
        """What there was no room for."""
        if self.layout.shown == "none":
            yield "各部分的得分没有列出，见各单位的评分表"
        elif self.layout.shown == "points" and any(map(self._is_converted, self.parts)):
            yield "各部分的原始分和适用满分没有列出，见各单位的评分表"

    def _labels(self, part: Part) -> Iterator[tuple[str, str]]:
        full = plain(part.full[self.ranked.id])
        if self.layout.shown == "none":
            return
        if self._shows_raw(part):
            yield f"{part.label}原始分", ""
            yield "适用满分", ""
            yield f"{part.label}得分", full
        else:
            yield part.label, full

    def _shows_raw(self, part: Part) -> bool:
        return self.layout.shown == "raw" and self._is_converted(part)

    def _is_converted(self, part: Part) -> bool:
        results = [result.parts[part.id] for result in self.ranked.units if part.id in result.parts]
        return any(result.applicable_full is not None for result in results)

    def _contents(self, part: Part, *, converted: bool) -> Iterator[Content]:
        """What stands in the columns of a part."""
        lines = [tuple(self._cells(result, part, converted=converted)) for result in self.ranked.units]
        fulls = (*(("", "") if converted else ()), plain(part.full[self.ranked.id]))
        for number, full in enumerate(fulls):
            yield Content(full, tuple(cells[number] for cells in lines))

    def _cells(self, result: UnitResult, part: Part, *, converted: bool) -> Iterator[str]:
        found = result.parts.get(part.id)
        if found is None:
            yield from (NONE for _ in range(3 if converted else 1))
            return
        if converted:
            yield scored(found.raw, self.scheme, printable.without_points(found))
            yield points(found.applicable_full, self.scheme.digits)
        yield printable.part_points(found, self.scheme)

    def _total(self, result: UnitResult) -> str:
        return scored(result.total, self.scheme, NONE if result.status == "absent" else INCOMPLETE)


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
            made = f"{decision.by}，{day_words(decision.at)}"
            yield f"{result.unit.name}决定为{decision.value}：{decision.reason}（{made}）"
