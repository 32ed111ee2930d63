"""Ranked lists as tables: a line a unit, footnotes for what a reader must know about it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from assess.cli.columns import width, wrap
from assess.cli.screen import Prose, new_table, say
from assess.cli.views.remarks import show_departures, show_rounding, title_lines
from assess.engine.outcome import STATUS_LABELS, ListResult, Outcome, PartResult, UnitResult
from assess.ground.numbers import ZERO, fixed, plain
from assess.scheme.scheme import Scheme

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_MISSING = "缺"
_NOTHING_APPLIES = "不适用"
#: Where the name stands, what it gets at least, and what lies between two columns.
_NAME = 1
_NARROWEST_NAME = 8
_GAP = 2
#: Columns of a part: four characters of its label a line, or points like 143.98.
_PART_WIDTH = 8
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
    table = _table(one, scheme, footnotes, console.width)
    say(console, heading(one, scheme), style="bold")
    if one.units:
        console.print(table)
    for mark, text in footnotes:
        say(console, f"{mark} {text}", indent=1, hanging=3)
    if one.open:
        say(console, "本榜有未完成或暂定的单位，名次和拟定等次还可能变化。", indent=1, style="yellow")


def heading(one: ListResult, scheme: Scheme) -> str:
    """`院部（11个单位，满分200分，优秀至多2个）`."""
    facts = [f"{len(one.units)}个单位", *([f"满分{plain(one.full)}分"] if one.full else [])]
    rules = scheme.selection
    if one.quota is not None and rules is not None:
        how_many = "至多" if rules.filling == "at_most" else ""
        facts.append(f"{rules.labels.excellent}{how_many}{one.quota}个")
    return f"{one.label}（{'，'.join(facts)}）"


def _table(one: ListResult, scheme: Scheme, footnotes: "_Footnotes", columns: int) -> "Table":
    rows = [tuple(_row(result, one.id, scheme, footnotes)) for result in one.units]
    labels = ["\n".join(wrap(part.label, _PART_WIDTH)) for part in scheme.parts_of(one.id)]
    headings = ["名次", "单位", *labels, "总分", "拟定等次", "备注"]
    table = new_table()
    for number, name in enumerate(headings):
        if number == _NAME:
            table.add_column(name, width=_room_for_names(headings, rows, columns))
        elif number < len(headings) - 2:
            table.add_column(name, justify="right", no_wrap=True)
        else:
            table.add_column(name, overflow="fold")
    for result, row in zip(one.units, rows, strict=True):
        table.add_row(*map(Prose, row), style=_style(result, scheme))
    return table


def _room_for_names(headings: Sequence[str], rows: Sequence[Sequence[str]], columns: int) -> int:
    """As much as the longest name takes, as far as the other columns leave it."""
    lines = [[line for cell in cells for line in cell.split("\n")] for cells in zip(headings, *rows, strict=True)]
    widest = [max(map(width, cells)) for cells in lines]
    others = sum(widest) - widest[_NAME] + _GAP * (len(headings) - 1)
    return min(widest[_NAME], max(columns - others, _NARROWEST_NAME))


def _row(result: UnitResult, list_id: str, scheme: Scheme, footnotes: "_Footnotes") -> Iterator[str]:
    yield "" if result.rank is None else str(result.rank)
    yield _name(result)
    for part in scheme.parts_of(list_id):
        found = result.parts.get(part.id)
        yield "" if found is None else part_points(found, scheme.digits)
    yield "" if result.total is None else fixed(result.total, scheme.digits)
    yield grade(result)
    status = "" if result.status == "complete" else STATUS_LABELS[result.status]
    yield status + "".join(footnotes.mark(flag.text) for flag in result.flags)


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
