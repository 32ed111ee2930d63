"""Ranked lists as tables: a line a unit, footnotes for what a reader must know about it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from assess.cli.screen import say, show_table
from assess.cli.views.ranked_layout import NARROWEST_NAME, RankedColumn, RankedLayout
from assess.cli.views.remarks import show_departures, show_rounding, title_lines
from assess.engine.outcome import STATUS_LABELS, ListResult, Outcome, PartResult, UnitResult
from assess.ground.numbers import ZERO, fixed, plain
from assess.scheme.scheme import Scheme
from assess.words.graded import gives_grades

if TYPE_CHECKING:
    from rich.console import Console

_MISSING = "缺"
_NOTHING_APPLIES = "不适用"
#: Circled numbers: 1 to 20, 21 to 35, 36 to 50.
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"


def show_lists(console: "Console", outcome: Outcome, lists: Iterable[ListResult]) -> None:
    """Write what was scored, the lists, and which readings were chosen."""
    for line in title_lines(outcome.evidence, outcome.scheme):
        say(console, line, style="bold")
    for one in lists:
        console.print()
        show_list(console, one, outcome.scheme)
    if outcome.scheme.round_at == "total":
        console.print()
        show_rounding(console, outcome.scheme)
    if outcome.scheme.departures:
        console.print()
        show_departures(console, outcome.scheme)


def show_list(console: "Console", one: ListResult, scheme: Scheme) -> None:
    """Write one list with its heading and footnotes."""
    footnotes = _Footnotes()
    layout = _layout(one, scheme, footnotes, console.width)
    say(console, heading(one, scheme), style="bold")
    if one.units:
        show_table(console, layout.table([_style(result, scheme) for result in one.units]))
    if layout.without_parts:
        wider = "请加宽窗口，或用" if console.is_terminal else "请用"
        say(console, f"各部分的得分没有列出，{wider} --format csv", indent=1)
    for mark, text in footnotes:
        say(console, f"{mark} {text}", indent=1, hanging=3)
    if one.open:
        what = "名次和拟定等次" if gives_grades(scheme) else "名次"
        say(console, f"本榜有未完成或暂定的单位，{what}还可能变化。", indent=1, style="yellow")


def heading(one: ListResult, scheme: Scheme) -> str:
    """`院部（11个单位，满分200分，优秀至多2个）`."""
    facts = [f"{len(one.units)}个单位", *([f"满分{plain(one.full)}分"] if one.full else [])]
    rules = scheme.selection
    if one.quota is not None and rules is not None:
        how_many = "至多" if rules.filling == "at_most" else ""
        facts.append(f"{rules.labels.excellent}{how_many}{one.quota}个")
    return f"{one.label}（{'，'.join(facts)}）"


def _layout(one: ListResult, scheme: Scheme, footnotes: "_Footnotes", room: int) -> RankedLayout:
    """The columns as far as there is room for them; grades only where the scheme gives any."""
    units, digits = one.units, scheme.digits
    columns = [
        RankedColumn("名次", tuple("" if result.rank is None else str(result.rank) for result in units)),
        RankedColumn("单位", tuple(map(_name, units)), is_number=False, least=NARROWEST_NAME),
    ]
    for part in scheme.parts_of(one.id):
        found = [result.parts.get(part.id) for result in units]
        cells = tuple("" if got is None else part_points(got, digits) for got in found)
        columns.append(RankedColumn(part.label, cells, is_part=True))
    totals = tuple("" if result.total is None else fixed(result.total, digits) for result in units)
    columns.append(RankedColumn("总分", totals))
    if gives_grades(scheme):
        columns.append(RankedColumn("拟定等次", tuple(map(grade, units)), is_number=False))
    columns.append(RankedColumn("备注", tuple(_remark(result, footnotes) for result in units), is_number=False))
    return RankedLayout(columns, room)


def _remark(result: UnitResult, footnotes: "_Footnotes") -> str:
    status = "" if result.state == STATUS_LABELS["complete"] else result.state
    return status + "".join(footnotes.mark(flag.text) for flag in result.flags)


def _name(result: UnitResult) -> str:
    return result.unit.short or result.unit.name


def part_points(part: PartResult, digits: int) -> str:
    """The points of a part; 缺 while something is not entered, 不适用 where no indicator applies, else 未完成."""
    if part.points is not None:
        return fixed(part.points, digits)
    if part.nothing_applies:
        return _NOTHING_APPLIES
    return _MISSING if part.is_unfilled else STATUS_LABELS["incomplete"]


def grade(result: UnitResult) -> str:
    """The grade that people decided, marked as such, else the one proposed."""
    if result.decided is not None:
        return f"{result.decided}（已定）"
    return result.proposed or ""


def _style(result: UnitResult, scheme: Scheme) -> str:
    rules = scheme.selection
    if rules is not None and (result.decided or result.proposed) == rules.labels.excellent:
        return "green"
    return "" if (result.total or ZERO) else "dim"


class _Footnotes(Iterable[tuple[str, str]]):
    """Texts with a mark each; the same text has the same mark."""

    def __init__(self) -> None:
        self._marks: dict[str, str] = {}

    def mark(self, text: str) -> str:
        """Return the mark of `text`."""
        number = len(self._marks)
        new = _CIRCLED[number] if number < len(_CIRCLED) else f"({number + 1})"
        return self._marks.setdefault(text, new)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((mark, text) for text, mark in self._marks.items())
