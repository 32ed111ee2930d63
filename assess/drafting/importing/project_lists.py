"""Target tables with a row a project, all of its indicators in one cell, one behind the other.

`1、1-产出指标；11-数量指标；培养教练数量；实施周期指标值：10人；年度指标值：10人。2、…`: number, section, second
level, name (which may hold a semicolon), values.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assess.drafting.importing import head_words
from assess.drafting.importing.head_fields import Head, Money, with_parts
from assess.drafting.importing.table_rows import PlacedDoubt, ReadRow, shortened
from assess.drafting.target_text import Doubt
from assess.drafting.target_text.printed import narrowed
from assess.ground.grid import Row, joined, own_cells
from assess.ground.place import Place
from assess.ground.tree import Text

_PROJECT = re.compile("项目名称.*")
_INDICATORS, _GOALS = re.compile("绩效指标"), re.compile("(?:年度)?绩效目标")
#: The codes of section and second level; where an indicator begins.
_BEGIN = re.compile(r"([0-9]{1,3})[、.．]\s*(?=[0-9]{1,3}-[^；;]{1,20}[；;])")
_ENTRY = re.compile(
    r"[0-9]{1,3}-(?P<section>[^；;]{1,20})[；;]\s*(?:[0-9]{1,4}-(?P<second>[^；;]{1,30})[；;]\s*)?(?P<name>.+?)[；;]\s*"
    r"(?:(?P<cycle_label>(?:实施周期|中长期|总体)(?:指标|目标)值)[:：](?P<cycle>.*?)[；;]\s*)?"
    r"(?:(?P<half_label>半年(?:指标|目标)值)[:：](?P<half>.*?)[；;]\s*)?"
    r"(?P<full_label>(?:年度|全年)?(?:指标|目标)值)[:：](?P<full>.*?)[。；;]?\s*",
    re.DOTALL,
)
_TOTAL = re.compile("合计|总计|小计")


@dataclass(frozen=True, slots=True)
class ListColumns:
    """Where a list of projects has what."""

    project: int
    funds: tuple[tuple[int, str], ...]
    goals: int | None
    indicators: int
    indicators_label: str
    goals_label: str
    project_label: str


@dataclass(frozen=True, slots=True)
class ListedProject:
    """One project of such a list."""

    head: Head
    rows: tuple[ReadRow, ...]
    value_names: tuple[str, ...]
    #: The column in which the indicators stand instead of their own; "" for their own.
    stand_in: str
    doubts: tuple[PlacedDoubt, ...]


def list_columns(row: Row) -> ListColumns | None:
    """Return the columns that the heading of a list of projects names; None for any other row."""
    words = {column: narrowed(joined(cell)) for column, cell in own_cells(row) if joined(cell)}
    project = next((column for column, word in words.items() if _PROJECT.fullmatch(word)), None)
    indicators = next((column for column, word in words.items() if _INDICATORS.fullmatch(word)), None)
    if project is None or indicators is None:
        return None
    goals = next((column for column, word in words.items() if _GOALS.fullmatch(word)), None)
    last = goals if goals is not None else indicators
    return ListColumns(
        project=project,
        funds=tuple((column, joined(row[column])) for column in words if project < column < last),
        goals=goals,
        indicators=indicators,
        indicators_label=joined(row[indicators]),
        goals_label=joined(row[goals]) if goals is not None else "",
        project_label=joined(row[project]),
    )


def has_indicators(row: Row) -> bool:
    """Whether a cell of the row holds indicators one behind the other."""
    return any(_BEGIN.search(cell) and "；" in cell for _, cell in own_cells(row))


def is_total(row: Row, columns: ListColumns) -> bool:
    """Whether a row sums the projects up."""
    return len(row) > columns.project and _TOTAL.fullmatch(narrowed(joined(row[columns.project]))) is not None


def money_of(row: Row, columns: ListColumns) -> list[Money]:
    """The money of a row, the first line the whole."""
    found = []
    for column, label in columns.funds:
        amount = head_words.amount_of(row[column]) if column < len(row) else None
        found.append(Money(label, (amount[0] if amount else None,)))
    return with_parts(found)


def read_project(row: Row, columns: ListColumns) -> ListedProject:
    """Read the row of one project."""
    doubts: list[PlacedDoubt] = []
    goals = row[columns.goals] if columns.goals is not None and columns.goals < len(row) else Text("")
    cell = row[columns.indicators] if columns.indicators < len(row) else Text("")
    stand_in = ""
    if not cell.strip() and (found := _BEGIN.search(goals)) is not None:
        stand_in = columns.goals_label
        goals, cell = Text(goals[: found.start()], goals.place), Text(goals[found.start() :], goals.place)
        said = f"指标写在“{stand_in}”一栏里，“{columns.indicators_label}”一栏空着"
        doubt = Doubt("stand_in", said, "照样读成指标", "请核对原表")
        doubts.append(PlacedDoubt(goals.place, doubt))
    head = Head(project=joined(row[columns.project]), funds=money_of(row, columns), goals=head_words.items_of([goals]))
    entries = list(_entries(cell, doubts))
    names = next((names for _, names in entries), ("年度指标值",))
    return ListedProject(head, tuple(read for read, _ in entries), names, stand_in, tuple(doubts))


def _entries(cell: Text, doubts: list[PlacedDoubt]) -> Iterator[tuple[ReadRow, tuple[str, ...]]]:
    """The indicators in a cell, each with the names of its values."""
    begins = list(_BEGIN.finditer(cell))
    before = cell[: begins[0].start()] if begins else cell
    if before.strip():
        doubts.append(_unreadable(cell.place, before))
    ends = [*(begin.start() for begin in begins[1:]), len(cell)]
    for begin, end in zip(begins, ends, strict=False):
        found = _ENTRY.fullmatch(cell[begin.end() : end].strip())
        if found is None:
            doubts.append(_unreadable(cell.place, cell[begin.start() : end]))
            continue
        first = "half_label" if found["half"] is not None else "cycle_label"
        yield _row(found, cell.place), tuple(found[label] for label in (first, "full_label") if found[label])


def _row(found: re.Match[str], place: Place) -> ReadRow:
    levels = (joined(found["section"]), joined(found["second"] or ""))
    half, cycle = found["half"], found["cycle"]
    return ReadRow(
        levels=tuple(level for level in levels if level),
        name=joined(found["name"]),
        place=place,
        full=Text(found["full"], place),
        half=None if half is None else Text(half, place),
        cycle=None if cycle is None else Text(cycle, place),
    )


def _unreadable(place: Place, text: str) -> PlacedDoubt:
    said = f"看不出这是指标：“{shortened(text)}”"
    hint = "请照“1、1-产出指标；11-数量指标；名称；年度指标值：…。”的样子改，或写进方案文件"
    return PlacedDoubt(place, Doubt("unreadable_entry", said, "没有读", hint))
