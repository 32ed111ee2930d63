"""Bands: gaps, overlaps, order, bands without effect, bands that nothing can fall into."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from assess.drafting.checks.check import Check, Finding
from assess.drafting.checks.number_line import Ladder, Rung, ladder_of, listed, span
from assess.drafting.checks.subject import Applied, Subject
from assess.rules.grammar.bands import Banded
from assess.rules.grammar.conditions import within
from assess.rules.grammar.wording import in_points
from assess.rules.relative import Relative

THEME = "分档"


class _Laid(NamedTuple):
    """A rule with its bands on one line."""

    applied: Applied
    rule: Banded
    ladder: Ladder


def _laid(subject: Subject) -> Iterator[_Laid]:
    for applied in subject.rules:
        if isinstance(applied.rule, Banded):
            ladder = ladder_of(applied.rule, applied.frame)
            if ladder is not None:
                yield _Laid(applied, applied.rule, ladder)


def _at(subject: Subject, applied: Applied, band: int, text: str, hint: str) -> Finding:
    return Finding(subject.place(*applied.spot.path, *applied.path, "bands", band), f"{applied.spot}：{text}", hint)


def gaps(subject: Subject) -> Iterator[Finding]:
    """Between two neighbouring bands every value that can occur belongs to one of them."""
    # Outside the outermost bands `otherwise` is meant; between two bands it is nearly always an oversight.
    for applied, _, ladder in _laid(subject):
        for first, last, before, after in _holes(ladder):
            text = (
                f"{ladder.name(before)}与{ladder.name(after)}两档之间有空档：{ladder.between(first, last)}时"
                f"哪一档都不符合，按其余计{in_points(ladder.otherwise)}"
            )
            yield _at(subject, applied, max(before, after), text, "请补上空档，或把一档的界限接到另一档")


def _holes(ladder: Ladder) -> Iterator[tuple[Rung, Rung, int, int]]:
    """First and last rung of each hole, and the bands around it."""
    before: int | None = None
    hole: list[Rung] = []
    for rung in ladder.rungs:
        if rung.band is None:
            hole.append(rung)
            continue
        if hole and before is not None:
            yield hole[0], hole[-1], before, rung.band
        before, hole = rung.band, []


def overlaps(subject: Subject) -> Iterator[Finding]:
    """Two bands with different points share no value, unless one lies wholly inside the other."""
    # A band inside a later, wider one is the usual way to write a ladder; a crossing leaves a value in two bands.
    for applied, _, ladder in _laid(subject):
        for later, (edges, given) in enumerate(ladder.bands):
            for earlier, (above, counted) in enumerate(ladder.bands[:later]):
                nested = within(edges, above) or within(above, edges)
                shared = [rung for rung in ladder.rungs if edges.holds(rung.sample) and above.holds(rung.sample)]
                if shared and not nested and given != counted:
                    text = (
                        f"{ladder.name(earlier)}与{ladder.name(later)}两档重叠："
                        f"{ladder.between(shared[0], shared[-1])}时两档都符合，"
                        f"按写在前面的计{in_points(counted)}，不是{in_points(given)}"
                    )
                    yield _at(subject, applied, later, text, "请把界限改成一个值只落在一档里")


def order(subject: Subject) -> Iterator[Finding]:
    """With a rising value the points only rise or only fall, and in the direction that `better` names."""
    for applied, rule, ladder in _laid(subject):
        inner = [rung for rung in ladder.rungs if rung.band is not None]
        ends = [rung for rung in ladder.rungs if rung.band is None and rung in (ladder.rungs[0], ladder.rungs[-1])]
        steps = [rung.points for rung in ladder.rungs if rung in inner or rung in ends]
        rises = any(low < high for low, high in pairwise(steps))
        falls = any(low > high for low, high in pairwise(steps))
        better = rule.better if isinstance(rule, Relative) else ""
        if rises and falls:
            text, hint = "各档分值忽高忽低", "请核对各档分值；本来就是居中最好的，可以不改"
        elif (rises and better == "lower") or (falls and better == "higher"):
            direction = "越高越好" if better == "higher" else "越低越好"
            text, hint = f"写明{direction}（better: {better}），各档分值却相反", "请核对better和各档分值"
        else:
            continue
        place = subject.place(*applied.spot.path, *applied.path, "bands")
        yield Finding(place, f"{applied.spot}：{text}：{listed(ladder)}", hint)


def without_effect(subject: Subject) -> Iterator[Finding]:
    """Two neighbouring bands give different points."""
    for applied, rule, ladder in _laid(subject):
        del rule
        for low, high in pairwise(ladder.rungs):
            bands = low.band, high.band
            if low.band is not None and high.band is not None and low.band != high.band and low.points == high.points:
                first, second = sorted(band for band in bands if band is not None)
                text = f"{ladder.name(first)}与{ladder.name(second)}两档同为{in_points(low.points)}，分成两档不起作用"
                yield _at(subject, applied, second, text, "请对照原文核对这两档的分值")
    yield from _conditions_without_effect(subject)


def _conditions_without_effect(subject: Subject) -> Iterator[Finding]:
    """The same for bands on several inputs: one that lies wholly inside the next gives other points than that."""
    for applied in subject.rules:
        rule = applied.rule
        if not isinstance(rule, Banded) or ladder_of(rule, applied.frame) is not None:
            continue
        for number, (band, after) in enumerate(pairwise(rule.bands), start=1):
            if band.points == after.points and band.covered_by(after):
                same = f"第{number}档与第{number + 1}档同为{in_points(band.points)}"
                text = f"{same}，而且第{number + 1}档已包括第{number}档"
                yield _at(subject, applied, number - 1, text, "请对照原文核对这两档的分值")


def out_of_reach(subject: Subject) -> Iterator[Finding]:
    """Some value that can be entered falls into each band."""
    # A band that a single earlier one covers is an error already; here several cover it, or the inputs' bounds.
    for applied, _, ladder in _laid(subject):
        counting = {rung.band for rung in ladder.rungs}
        for band, (edges, given) in enumerate(ladder.bands):
            if band in counting:
                continue
            if any(edges.holds(rung.sample) for rung in ladder.rungs):
                reason = "它的情形都已落在写在前面的各档里"
            else:
                lowest, highest = ladder.rungs[0].cell, ladder.rungs[-1].cell
                reason = f"能填报的只有{ladder.text(span(lowest, highest))}"
            text = f"{ladder.name(band)}一档（{in_points(given)}）永远用不到：{reason}"
            yield _at(subject, applied, band, text, "请核对这一档的界限，或数据的上下限")


CHECKS = (
    Check("band_gap", THEME, "两档之间有空档", "落在空档里的单位会按“其余”计分，往往是最低分。", gaps),
    Check("band_overlap", THEME, "两档重叠", "同一个数落在两档里，按哪一档计分会引起争议。", overlaps),
    Check("band_order", THEME, "分值忽高忽低", "做得更好反而得分更少，多半是分值或界限写错了。", order),
    Check("band_no_effect", THEME, "两档同分", "分值相同的两档等于一档，原文多半有误。", without_effect),
    Check("band_out_of_reach", THEME, "用不到的档", "没有数能落进去的一档等于没有写。", out_of_reach),
)
