"""The rows of a list of units: which are units, which are titles of a group, totals or notes."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assess.ground.grid import Grid, Row, joined, own_cells, same_cell
from assess.ground.labelled import Labelled
from assess.ground.place import Place, Problem, Severity
from assess.ground.tree import Text
from assess.workbooks.roster.columns import FORMER, NAME, NUMBER, Heading, heading_of, plain

#: A number of units that is written somewhere: 共25个单位, （11个）.
_COUNT = re.compile(r"([0-9]{1,4})\s*[个家](?!人)")
_TOTALS = ("合计", "总计", "小计", "共计", "总数", "单位总数", "部门总数")
_NOTE = re.compile(r"(?:注|备注|说明|填表|制表|审核|填报|联系电话)[0-9一二三]?\s*[:：]|共\s*[0-9]+\s*[个家页]")
#: What stands before the title of a group: 一、 （一） 1.
_NUMBERED = re.compile(r"^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十0-9]+[)）]、?|[0-9]+[.、．])\s*")
_LATIN = re.compile(r"[A-Za-z]")
#: Longest name of a unit; what is longer and stands alone is a note.
_MOST_NAME = 60


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One unit as the list has it; `section`: the title of the group that it stands in."""

    words: Mapping[str, Text]
    attributes: Mapping[str, Text]
    section: Text | None = None

    @property
    def name(self) -> Text:
        """What it is called."""
        return self.words[NAME]


@dataclass
class Roster:
    """What a file says. `remarks`: what was read otherwise than it stands there, or not at all."""

    rows: list[RosterRow] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_roster(grids: Sequence[Grid], groups: Labelled, attributes: Labelled, source: str) -> Roster:
    """Read the sheets or tables of the file `source`. `groups`: what the title of a group may be, types and lists."""
    roster = Roster()
    headed = False
    for grid in grids:
        heading = heading_of(grid, attributes, roster.problems)
        if heading is None:
            if grid.is_sheet and (first := next((cell for row in grid.rows for cell in row if cell.strip()), None)):
                roster.remarks.append(_said(first.place, "no_names", f"“{grid.title}”里没有单位名称一列，没有看"))
            continue
        headed = True
        for cell in heading.unused:
            roster.remarks.append(_said(cell.place, "column_unused", f"“{joined(cell)}”一列没有用到"))
        _Sheet(grid, heading, groups, roster).read()
    if not headed:
        hint = "请在第一行写列名，如：序号、单位名称、简称、单位类型、指标表、负责人、联系人"
        roster.problems.append(Problem(Place(source), "no_headings", "找不到“单位名称”一列", hint))
    elif not roster.rows and not roster.problems:
        roster.problems.append(Problem(Place(source), "no_units", "列名下面没有一行是单位", "请每行写一个单位"))
    roster.problems += _twice(roster.rows)
    return roster


def _said(place: Place, code: str, text: str) -> Problem:
    return Problem(place, code, text, severity=Severity.WARNING)


class _Sheet:
    def __init__(self, grid: Grid, heading: Heading, groups: Labelled, roster: Roster) -> None:
        self._grid = grid
        self._heading = heading
        self._groups = groups
        self._roster = roster
        self._section: Text | None = None
        #: Units of this sheet, and of the group that is read.
        self._all = self._here = 0
        #: Numbers of units that are stated above their rows: of the sheet, of a group.
        self._stated: tuple[Text, int] | None = None

    def read(self) -> None:
        above, below = self._grid.rows[: self._heading.row], self._grid.rows[self._heading.row + 1 :]
        title = next((cell for row in above for cell in row if _COUNT.search(cell)), None)
        previous = self._grid.rows[self._heading.row]
        is_bare = not any(len(_filled(row)) > 1 for row in below)
        for row in below:
            self._row(row, previous, is_bare=is_bare)
            previous = row
        self._end_of_group()
        if title is not None:
            self._count(title, _stated(title), self._all)

    def _row(self, row: Row, previous: Row, *, is_bare: bool) -> None:
        name = row[self._heading.columns[NAME]]
        filled = _filled(row)
        if not filled or plain(name) == plain(self._grid.rows[self._heading.row][self._heading.columns[NAME]]):
            return
        if total := next((cell for cell in filled if plain(_COUNT.sub("", cell)).rstrip("单位部门") in _TOTALS), None):
            self._total(row, total)
        elif len(filled) == 1 and self._is_title(filled[0], name, is_bare=is_bare):
            self._end_of_group()
            self._section, self._here = _bare(filled[0]), 0
            self._stated = (filled[0], _stated(filled[0])) if _COUNT.search(filled[0]) else None
        elif len(filled) == 1 and (_NOTE.match(filled[0]) or filled[0] is not name or len(name) > _MOST_NAME):
            self._roster.remarks.append(_said(filled[0].place, "note", f"“{_short(filled[0])}”没有当作单位"))
        elif name.strip() and same_cell(name, previous[self._heading.columns[NAME]]):
            self._roster.remarks.append(_said(name.place, "row_goes_on", f"“{joined(name)}”占了几行，只看第一行"))
        elif not name.strip():
            hint = "请写上单位名称；不是单位的，请删去这一行"
            self._roster.problems.append(Problem(name.place, "no_name", "这一行没有单位名称", hint))
        else:
            self._all += 1
            self._here += 1
            self._roster.rows.append(self._unit(row))

    def _is_title(self, cell: Text, name: Text, *, is_bare: bool) -> bool:
        """Whether it is the title of a group: a type or list that is numbered or counted, or alone among full rows."""
        bare = _bare(cell)
        known = bool(self._groups.meant(bare))
        return (known and (not is_bare or cell is not name or bare != joined(cell))) or (
            _NUMBERED.match(cell) is not None and _COUNT.search(cell) is not None
        )

    def _unit(self, row: Row) -> RosterRow:
        columns = {name: column for name, column in self._heading.columns.items() if name != NUMBER}
        words = {name: _clean(name, row[column]) for name, column in columns.items() if row[column].strip()}
        attributes = {name: _clean("", row[column]) for name, column in self._heading.attributes.items()}
        return RosterRow(words, {name: text for name, text in attributes.items() if text}, self._section)

    def _total(self, row: Row, total: Text) -> None:
        """A row of totals: the number of units stands in it, or under the names or numbers of rows."""
        beside = [row[self._heading.columns[name]] for name in (NAME, NUMBER) if name in self._heading.columns]
        is_part = "小计" in total
        for cell in (total, *beside):
            if _COUNT.search(cell) or cell.strip().isdecimal():
                self._count(cell, _stated(cell), self._here if is_part else self._all)
                return
        self._roster.remarks.append(_said(total.place, "total", f"“{_short(total)}”一行没有当作单位"))

    def _end_of_group(self) -> None:
        if self._stated is not None:
            self._count(*self._stated, self._here)
        self._stated = None

    def _count(self, cell: Text, stated: int, there: int) -> None:
        if stated != there:
            text = f"写的是{stated}个单位，读到{there}个：请核对有没有漏掉或多出的行"
            self._roster.remarks.append(_said(cell.place, "count_differs", text))


def _filled(row: Row) -> list[Text]:
    return [cell for _, cell in own_cells(row) if cell.strip()]


def _stated(cell: str) -> int:
    found = _COUNT.search(cell)
    return int(found[1] if found else cell)


def _bare(cell: Text) -> Text:
    """The title of a group without its number and without how many units it has."""
    text = re.sub(r"[(（][^()（）]*[)）]$", "", _NUMBERED.sub("", joined(cell)).rstrip(":：")).strip()
    return Text(text or joined(cell), cell.place)


def _short(text: str) -> str:
    line = joined(text)
    return line if len(line) <= 20 else f"{line[:20]}…"  # noqa: PLR2004 as much as a line of a list takes


def _clean(name: str, cell: Text) -> Text:
    """A word without the blanks that people put between signs to make them wider: 教 务 处, 王　五."""
    pieces = joined(cell).split()
    spread = all(len(piece) == 1 for piece in pieces) or name in (NAME, FORMER)
    return Text(("" if spread and not _LATIN.search(cell) else " ").join(pieces), cell.place)


def _twice(rows: Iterable[RosterRow]) -> Iterator[Problem]:
    first: dict[str, Text] = {}
    for row in rows:
        before = first.setdefault(row.name, row.name)
        if before is not row.name:
            at = before.place.cell or str(before.place)
            yield Problem(row.name.place, "unit_twice", f"单位“{row.name}”写了两次，前面{at}已有", "请只留一行")
