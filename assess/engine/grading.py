"""Ranks a list and proposes grades; the machine proposes, people decide. U7–U11."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from assess.engine.outcome import Flag, ListResult, UnitResult
from assess.ground.numbers import plain
from assess.rules.grammar.figures import competition_ranks
from assess.scheme.grade_bands import GradeBands
from assess.scheme.scheme import Scheme
from assess.scheme.selection import UNDECIDED, SelectionRules
from assess.year.evidence import Decision, Evidence


def ranked(results: Sequence[UnitResult], *, within_type: bool) -> list[UnitResult]:
    """Give competition ranks (1, 2, 2, 4) on the printed totals, best first.

    Units without a total come last, and those that are not graded: they take no place from anybody.
    """
    ranks: dict[str, int] = {}
    for members in _rank_groups(results, within_type=within_type):
        totals = {one.unit.id: one.total for one in members if one.total is not None and not one.unit.ungraded}
        ranks |= competition_ranks(totals)
    with_ranks = [replace(one, rank=ranks.get(one.unit.id)) for one in results]
    return sorted(with_ranks, key=_list_order)


def _rank_groups(results: Sequence[UnitResult], *, within_type: bool) -> Iterator[list[UnitResult]]:
    if not within_type:
        yield list(results)
        return
    ordered = sorted(results, key=lambda one: one.unit.type)
    for _, members in groupby(ordered, key=lambda one: one.unit.type):
        yield list(members)


def _list_order(one: UnitResult) -> tuple[bool, int, int, str]:
    return one.rank is None, one.rank or 0, one.unit.order, one.unit.id


def graded(scheme: Scheme, evidence: Evidence, listed: ListResult) -> ListResult:
    """Propose grades for a ranked list and record what people decided."""
    decisions = _by_unit(evidence)
    units = [replace(one, flags=(*one.flags, *_record_flags(scheme, one, decisions))) for one in listed.units]
    if scheme.grades is not None:
        banded = tuple(_by_band(one, scheme.grades, listed, decisions) for one in units)
        return replace(listed, units=banded)
    if scheme.selection is None:
        return replace(listed, units=tuple(units))
    proposer = _Proposer(scheme.selection, listed, decisions)
    return replace(
        listed,
        units=tuple(proposer.proposed(units)),
        quota=scheme.selection.quota.get(listed.id, 0),
    )


def _by_band(
    one: UnitResult, grades: GradeBands, listed: ListResult, decisions: dict[str, list[Decision]]
) -> UnitResult:
    """The grade of the unit's own total; it does not wait for the other units."""
    final = one.total is not None and one.status == "complete" and not one.unit.ungraded
    proposed = grades.label(one.total, listed.full) if one.total is not None and final else None
    return replace(one, proposed=proposed, decided=_decided(one, decisions))


def _decided(one: UnitResult, decisions: dict[str, list[Decision]]) -> str | None:
    grades = [made.value for made in decisions.get(one.unit.id, ()) if made.kind == "grade"]
    return grades[-1] if grades else None


def _by_unit(evidence: Evidence) -> dict[str, list[Decision]]:
    decisions: dict[str, list[Decision]] = {}
    for decision in sorted(evidence.decisions, key=lambda one: (one.at, one.kind, one.value, one.reason, one.by)):
        decisions.setdefault(decision.unit, []).append(decision)
    return decisions


def _record_flags(scheme: Scheme, one: UnitResult, decisions: dict[str, list[Decision]]) -> Iterator[Flag]:
    selection = scheme.selection
    for decision in decisions.get(one.unit.id, ()):
        if selection is not None and decision.kind == "bar":
            bar = selection.bars[decision.value]
            yield Flag(
                "barred",
                f"不能评为{selection.labels.excellent}：{bar.label}（{bar.clause}，{decision.reason}）",
            )
        elif selection is not None and decision.kind == "award":
            award = selection.awards[decision.value]
            yield Flag("award", f"{award.label}（{decision.reason}）")


class _Proposer:
    """Proposals for one list."""

    def __init__(self, rules: SelectionRules, listed: ListResult, decisions: dict[str, list[Decision]]) -> None:
        self.rules = rules
        self.listed = listed
        self.quota = rules.quota.get(listed.id, 0)
        self._decisions = decisions

    def proposed(self, units: Sequence[UnitResult]) -> Iterator[UnitResult]:
        """Propose and decide, in the list's order."""
        chosen = self._chosen(units)
        for one in units:
            if one.unit.ungraded:
                yield one
                continue
            grade = chosen.get(one.unit.id, self.rules.labels.qualified if one.total is not None else None)
            if self._fails_by_line(one):
                grade = self.rules.labels.failed
            flags = [*one.flags, *self._flags(one, grade)]
            final = None if self.listed.open else grade
            yield replace(one, proposed=final, decided=_decided(one, self._decisions), flags=tuple(flags))

    def _barred(self, one: UnitResult) -> bool:
        return any(made.kind == "bar" for made in self._decisions.get(one.unit.id, ()))

    def _fails_by_line(self, one: UnitResult) -> bool:
        line = self.rules.failing.below
        return self.rules.failing.by == "line" and None not in (line, one.total) and one.total < line  # type: ignore[operator]

    def _eligible(self, one: UnitResult) -> bool:
        failed = _decided(one, self._decisions) == self.rules.labels.failed or self._fails_by_line(one)
        return one.rank is not None and not failed and not self._barred(one)

    def _is_candidate(self, one: UnitResult) -> bool:
        """Whether the unit applied with a condition; where the scheme names none, nobody has to apply."""
        applied = one.unit.application
        return self._eligible(one) and (not self.rules.conditions or (applied is not None and bool(applied.meets)))

    def _chosen(self, units: Sequence[UnitResult]) -> dict[str, str]:
        """Fill the quota from the candidates; a tie at its last place stays open."""
        candidates = [one for one in units if self._is_candidate(one)]
        chosen, left = self._filled(candidates, self.quota)
        if self.rules.filling == "exactly" and left:
            rest = [one for one in units if self._eligible(one) and one.unit.id not in chosen]
            more, _ = self._filled(rest, left)
            chosen |= more
        return chosen

    def _filled(self, candidates: Iterable[UnitResult], places: int) -> tuple[dict[str, str], int]:
        chosen: dict[str, str] = {}
        by_rank = sorted(candidates, key=lambda one: one.rank or 0)
        for _, tied in groupby(by_rank, key=lambda one: one.rank):
            together = [one.unit.id for one in tied]
            if not places:
                break
            fits = len(together) <= places
            chosen |= dict.fromkeys(together, self.rules.labels.excellent if fits else UNDECIDED)
            if not fits:
                return chosen, 0
            places -= len(together)
        return chosen, places

    def _flags(self, one: UnitResult, grade: str | None) -> Iterator[Flag]:
        labels = self.rules.labels
        applied = one.unit.application
        if self.rules.conditions and applied is not None and not applied.meets:
            yield Flag("no_condition", f"已申报{labels.excellent}，但没有认定的申报条件")
        if grade == UNDECIDED:
            yield Flag("tie", f"名次并列在{labels.excellent}名额末位，{UNDECIDED}")
        decided = _decided(one, self._decisions) == labels.excellent
        if grade == labels.excellent and not self._is_candidate(one) and not decided:
            yield Flag("filled", f"未申报或没有认定的申报条件，按“名额用满”列入{labels.excellent}")
        if self.listed.open and grade in (labels.excellent, UNDECIDED):
            yield Flag("tentative", f"暂列{labels.excellent}范围；名单还有未完成或暂定的单位，不作拟定")
        if self._fails_by_line(one):
            line = self.rules.failing.below or Fraction(0)
            yield Flag("below_line", f"总分低于{plain(line)}分")
        if self._is_last_again(one):
            clause = f"（{self.rules.last_place.clause}）" if self.rules.last_place.clause else ""
            yield Flag("last_again", f"连续两年末位，提请审议{clause}")

    def _is_last_again(self, one: UnitResult) -> bool:
        """Last this year in a finished list and last in the same list a year ago; all tied last count (U10)."""
        before = one.unit.last_year
        if self.listed.open or before is None or not before.last or before.list != self.listed.id:
            return False
        ranks = [other.rank for other in self.listed.units if other.rank is not None]
        return len(ranks) > 1 and one.rank == max(ranks)
