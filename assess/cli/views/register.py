"""The register of readings on a terminal: the summary first, then each reading with what its alternatives change."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from assess.cli.columns import padded, width
from assess.cli.screen import say
from assess.cli.views.remarks import title_lines
from assess.engine.outcome import NOBODY_COUNTS, NOTHING_APPLIES
from assess.engine.sensitivity import Comparison, Gap, UnitChange
from assess.ground.numbers import fixed
from assess.services.readings import Alternative, Effect, Register, RegisteredReading
from assess.year.misfit import Misfit

if TYPE_CHECKING:
    from rich.console import Console

_EFFECTS: dict[Effect, str] = {
    "places": "会改变名次或等次",
    "points": "只改变分数，名次和等次不变",
    "nothing": "什么都不变",
    "incomplete": "缺数据或有效的票，不能比较",
    "misfit": "要另外填写数据才能计算",
    "broken": "方案有误，不能计算",
}
#: What is said of a year with unfinished units, by their flags.
_UNFINISHED = {
    "incomplete": "还没有填全",
    NOBODY_COUNTS: "里有单位没有有效的票或评分",
    NOTHING_APPLIES: "里有不能排名的单位",
}
#: Most subjects, places or units that are named one by one.
_MOST = 4
_ARROW = "→"


def show_register(console: "Console", register: Register) -> None:
    """Write the summary and all readings."""
    outcome = register.outcome
    for line in title_lines(outcome.evidence, outcome.scheme):
        say(console, line, style="bold")
    _show_summary(console, register)
    for one in register.readings:
        console.print()
        _show_reading(console, one, outcome.scheme.lists, outcome.scheme.digits)


def _show_summary(console: "Console", register: Register) -> None:
    found: dict[Effect, list[str]] = {}
    for one in register.readings:
        for alternative in one.alternatives:
            found.setdefault(alternative.effect, []).append(f"{one.reading.id}={alternative.choice.id}")
    several = sum(bool(one.alternatives) for one in register.readings)
    counted = sum(map(len, found.values()))
    say(console, f"共{len(register.readings)}条理解，{several}条另有其他理解，共{counted}种；每次只换一种，结果：")
    for effect, label in _EFFECTS.items():
        if effect in found:
            say(console, f"{label}（{len(found[effect])}种）：{'、'.join(found[effect])}", indent=2, hanging=2)
    unfinished = [one for listed in register.outcome.lists for one in listed.units if one.status == "incomplete"]
    if unfinished:
        flags = {flag.id for one in unfinished for flag in one.flags}
        why = "、".join(words for flag, words in _UNFINISHED.items() if flag in flags)
        text = f"现有数据{why}（{len(unfinished)}个单位未完成）：只比较已完成的单位，所在名单不拟定等次。"
        say(console, text, style="yellow")


def _show_reading(console: "Console", one: RegisteredReading, lists: Mapping[str, str], digits: int) -> None:
    reading = one.reading
    say(console, f"{reading.id} {reading.question}（{reading.clause}）", hanging=4, style="bold")
    departs = f"（{reading.chosen}，不是默认）" if reading.departs else ""
    say(console, f"采用：{reading.choices[reading.chosen].label}{departs}", indent=2, hanging=6)
    for alternative in one.alternatives:
        style = "yellow" if alternative.effect == "places" else ""
        choice = alternative.choice
        is_default = "，默认" if choice.id == reading.default else ""
        say(console, f"另一种：{choice.label}（{choice.id}{is_default}）", indent=2, hanging=8)
        for line in _lines(alternative, lists, digits):
            say(console, line, indent=4, hanging=2, style=style)


def _lines(alternative: Alternative, lists: Mapping[str, str], digits: int) -> Iterator[str]:
    if alternative.misfit is not None:
        yield _misfit_line(alternative.misfit)
    elif alternative.comparison is not None:
        yield from _comparison_lines(alternative.comparison, lists, digits)
    else:
        yield "方案在这种理解下有误，不能计算："
        yield from (problem.text for problem in alternative.broken)


def _misfit_line(misfit: Misfit) -> str:
    what = f"要用这种理解，须另外填写：{_several(list(misfit.subjects), '项')}（共{len(misfit.problems)}处）"
    first = [str(place) for place in misfit.places[:_MOST]]
    source = misfit.places[0].source if misfit.places else ""
    places = "、".join([*first[:1], *(place.removeprefix(f"{source}:") for place in first[1:])])
    return f"{what}，最先几处：{places}" if places else what


def _several(words: list[str], counted: str) -> str:
    shown = "、".join(words[:_MOST])
    return f"{shown}等{len(words)}{counted}" if len(words) > _MOST else shown


def _comparison_lines(comparison: Comparison, lists: Mapping[str, str], digits: int) -> Iterator[str]:
    if comparison.gaps:
        names = "、".join(lists[name] for name in comparison.open)
        yield f"缺{len(comparison.gaps)}项，{names}不能比较："
        yield from map(_gap_line, comparison.gaps)
    moved = [change for change in comparison.changes if change.moves]
    if moved:
        yield f"{len(moved)}个单位的名次或等次会变："
        yield from _moved_lines(moved, digits)
    rest = [change for change in comparison.changes if not change.moves]
    if rest:
        also = "另有" if moved else "名次和等次不变，"
        points = "、".join(f"{change.name}{_signed(change, digits)}" for change in rest)
        yield f"{also}{len(rest)}个单位只是分数变：{points}"
    if not (comparison.gaps or comparison.changes):
        yield "分数、名次、等次都不变"


def _gap_line(gap: Gap) -> str:
    return f"· {gap.label}（{_several(list(gap.units), '个单位')}）"


def _moved_lines(moved: list[UnitChange], digits: int) -> Iterator[str]:
    rows = [_cells(change, digits) for change in moved]
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "· " + "  ".join(padded(cell, columns) for cell, columns in zip(row, widths, strict=True)).rstrip()


def _cells(change: UnitChange, digits: int) -> tuple[str, str, str, str, str]:
    """Name, totals, difference, ranks, grades; what does not change stands once."""
    before, after = change.before, change.after
    totals = ["未完成" if one.total is None else fixed(one.total, digits) for one in (before, after)]
    ranks = ["无名次" if one.rank is None else f"第{one.rank}名" for one in (before, after)]
    grades = [one.grade or "未拟定" for one in (before, after)]
    return change.name, _both(totals), _signed(change, digits), _both(ranks), _both(grades)


def _both(words: list[str]) -> str:
    return words[0] if words[0] == words[1] else _ARROW.join(words)


def _signed(change: UnitChange, digits: int) -> str:
    """`+1.20`; nothing where the total stays or is not known."""
    if not change.points:
        return ""
    return ("+" if change.points > 0 else "") + fixed(change.points, digits)
