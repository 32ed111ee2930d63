"""How values are written on every document: points, dates, readings, and what identifies the result."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from assess import __version__
from assess.engine.monitoring import Monitoring
from assess.engine.outcome import NOBODY_COUNTS, NOTHING_APPLIES, ListResult, Outcome, PartResult, UnitResult
from assess.ground.days import day_words
from assess.ground.numbers import fixed, fixed_beside, printed
from assess.scheme.scheme import Scheme
from assess.scheme.selection import UNGRADED
from assess.words.unfinished import still_open
from assess.year.evidence import Evidence

#: What stands on every page of a made-up year.
MADE_UP = "样例数据（虚构）"
#: In place of points: not entered yet; not assessed on it; nothing to print.
MISSING = "未填"
EXEMPT = "不参加"
WAIVED = "不适用"
NONE = "—"
INCOMPLETE = "未完成"
#: Beside points that rest on a population figure to which a unit's input is still missing.
PROVISIONAL = "暂定：参照值还缺其他单位的数据"

#: Enough of a hash to tell two results apart by eye.
_HASH = 12


@dataclass(frozen=True, slots=True)
class LabelledValue:
    """A value with the words before it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Headed:
    """What stands at the head of a paper (templates/pieces/heading.html)."""

    #: Title of the scheme.
    scheme: str
    #: `样例数据（虚构）`, or empty.
    banner: str
    #: `草稿：…` while something is missing or a reminder is not confirmed, with how many; else empty.
    draft: str
    #: Scheme, evidence and program that made it; stands on every page.
    mark: str
    #: Whose it is, of which year, in what state …
    facts: tuple[LabelledValue, ...]
    #: What a reader must know first: 暂定, 未完成, flags, readings that are not the default.
    notices: tuple[str, ...]


def points(value: Fraction | None, digits: int, without: str = NONE) -> str:
    """A full mark or a mark as it was given: with the scheme's places, more only where it has more."""
    return without if value is None else printed(value, digits)


def scored(value: Fraction | None, scheme: Scheme, without: str = NONE) -> str:
    """Scored points; with the scheme's places also where only totals are rounded (U15). `without` for none."""
    if value is None or scheme.round_at == "leaf":
        return points(value, scheme.digits, without)
    return fixed(value, scheme.digits)


def part_points(part: PartResult, scheme: Scheme) -> str:
    """The points of a part of the total; 不适用 where no indicator applies, 未完成 where something is missing."""
    return scored(part.points, scheme, without_points(part))


def without_points(part: PartResult) -> str:
    """What stands in place of the points of a part that has none."""
    return WAIVED if part.nothing_applies else INCOMPLETE


def period(scheme: Scheme) -> str:
    """The year that is assessed."""
    start, end = scheme.period
    return f"{day_words(start)}至{day_words(end)}"


def year(scheme: Scheme) -> str:
    """`2025年度` where it is a calendar year, else from day to day."""
    start, end = scheme.period
    whole = start.endswith("-01-01") and end.endswith("-12-31") and start[:4] == end[:4]
    return f"{start[:4]}年度" if whole else period(scheme)


def mark(scheme: Scheme, evidence: str = "") -> str:
    """What matches a printed page with its result: scheme, the hash of the evidence if there is any, and program."""
    data = f" · 数据 {evidence[:_HASH]}" if evidence else ""
    return f"方案 {scheme.id} {scheme.sha256[:_HASH]}{data} · assess {__version__}"


def banner(evidence: Evidence) -> str:
    """The words that mark made-up data; empty for a real year."""
    return MADE_UP if evidence.made_up else ""


def draft(result: Outcome | Monitoring, unit: str = "") -> str:
    """What keeps a year from being finished, in numbers: of a unit (its id) and of the year; empty when nothing does.

    `草稿：本单位有2处、全年共5处提醒没有确认`
    """
    whole = "全年" if result.evidence.stage == "year" else "半年"
    said = []
    for what, found in still_open(result.problems).items():
        own = sum(problem.address is not None and problem.address.unit == unit for problem in found)
        said.append((f"本单位有{own}处、" if own else "") + f"{whole}共{len(found)}处{what}")
    return f"草稿：{'；'.join(said)}" if said else ""


def amount(value: Fraction | None, without: str = "") -> str:
    """An amount of money: two places, more only where it has more; `without` for none."""
    return points(value, 2, without)


def percentage(share: Fraction | None, without: str = NONE) -> str:
    """`89.20%`, rounded to two places, but never to 100% what is not; `without` for none."""
    return without if share is None else f"{fixed_beside(share * 100, 2, (Fraction(100),))}%"


def departures(scheme: Scheme) -> tuple[str, ...]:
    """The readings in force that are not the default, each with its question and the default answer."""
    return tuple(
        f"理解{reading.id}采用“{reading.choices[reading.chosen].label}”，"
        f"不是默认的“{reading.choices[reading.default].label}”（{reading.clause}：{reading.question}）"
        for reading in scheme.departures
    )


def grades(result: UnitResult) -> Iterator[LabelledValue]:
    """The grade that is proposed and the one that people decided; 不定等次 where there is neither."""
    if result.unit.ungraded:
        yield LabelledValue("等次", UNGRADED)
        return
    yield LabelledValue("拟定等次", result.proposed or NONE)
    yield LabelledValue("决定等次", result.decided or "尚未决定")


def missing(result: UnitResult) -> list[str]:
    """What is not entered for a unit: parts of the total by name, indicators by id."""
    parts = [
        part.part.label for part in result.parts.values() if part.is_unfilled and not part.part.rules.sums_indicators
    ]
    return parts + [leaf.leaf.id for leaf in result.leaves.values() if leaf.status == "missing"]


def open_because(ranked: ListResult) -> str:
    """Why ranks and grades of a list may still change."""
    flags = {flag.id for one in ranked.units for flag in one.flags}
    because = ["尚有数据未填"] if flags & {"incomplete", "provisional"} else []
    because += ["有单位没有有效的票或评分"] if NOBODY_COUNTS in flags else []
    because += ["有单位没有适用的指标、不能排名"] if NOTHING_APPLIES in flags else []
    return "，".join(because)


def notices(result: UnitResult, scheme: Scheme) -> tuple[str, ...]:
    """What a reader of a unit's sheet must know first: flags, what is missing, readings that are not the default."""
    named = missing(result)
    unfilled = (f"未填（{len(named)}项）：{'、'.join(named)}",) if named else ()
    return (*(flag.text for flag in result.flags), *unfilled, *departures(scheme))
