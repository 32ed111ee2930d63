"""Sheets of indicators, a chapter of a list or a table each: a row for each value, a column for each unit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from assess.entered.values import WORDS
from assess.ground.address import SELF_MARK, SELF_NOTE
from assess.scheme.scheme import IndicatorTree
from assess.workbooks.book import FormCell, FormColumn, FormRow, FormSheet, SumDown
from assess.workbooks.laying_out.asks import ask_of
from assess.workbooks.laying_out.cells import closed, input_cell, label, total
from assess.workbooks.laying_out.sheets import asked as asked_column
from assess.workbooks.laying_out.sheets import chapter_name, heading, named, row, stamp_of, told, width_of
from assess.workbooks.laying_out.targets import target_sheet
from assess.workbooks.laying_out.year_on_sheets import Asked, YearOnSheets
from assess.workbooks.pointer import Pointer
from assess.workbooks.slice import Slice
from assess.year.evidence import Unit

#: What stands beside every indicator has a sheet of its own.
BESIDE = frozenset((*WORDS, SELF_MARK, SELF_NOTE))
#: A table with more rows is laid out chapter by chapter.
_MOST_ROWS = 150
_MARK = "分"
#: Up to so many units there is room for what is allowed in a column of its own.
_FEW = 4


class Line(NamedTuple):
    """A row: what is asked, of whom the mark is."""

    node: str
    input: str
    assessor: str


def indicator_sheets(year: YearOnSheets, part: Slice, asked: Sequence[Asked]) -> Iterator[FormSheet]:
    """The sheets of what is asked under indicators."""
    by_tree: dict[str, list[Asked]] = {}
    for one in asked:
        if one.unit is not None and _is_of_indicator(year, one):
            by_tree.setdefault(year.tree_of(one.unit).id, []).append(one)
    lists = [tree.id for tree in year.scheme.trees.values() if not tree.is_table]
    # Tables stand in the order of their units.
    for name in dict.fromkeys((*lists, *by_tree)):
        tree, found = year.scheme.trees[name], by_tree.get(name, [])
        if not found:
            continue
        if tree.plan is not None:
            yield target_sheet(year, part, tree, found)
            continue
        lines = len({one.question.address[1:3] for one in found})
        if tree.is_table and lines <= _MOST_ROWS:
            yield _Matrix(year, part, tree, found).sheet(tree.label, "")
            continue
        for chapter, within in _by_chapter(year, tree, found).items():
            yield _Matrix(year, part, tree, within).sheet(_title(chapter, tree), chapter)


def _is_of_indicator(year: YearOnSheets, one: Asked) -> bool:
    address = one.question.address
    assert one.unit is not None  # noqa: S101 whoever asks has looked
    return address.input not in BESIDE and address.node in year.indicator_nodes(year.tree_of(one.unit).id)


def _by_chapter(year: YearOnSheets, tree: IndicatorTree, found: Iterable[Asked]) -> Mapping[str, list[Asked]]:
    """By chapter what is asked, in the order of the document."""
    chapters: dict[str, list[Asked]] = {}
    nodes = year.indicator_nodes(tree.id)
    for one in sorted(found, key=lambda one: nodes[one.question.node]):
        chapters.setdefault(one.chapter, []).append(one)
    return chapters


def _title(chapter: str, tree: IndicatorTree) -> str:
    """The name of the sheet of a chapter."""
    name = chapter_name(chapter)
    return f"{tree.label} {name}" if tree.is_table else name


class _Matrix:
    """One sheet."""

    def __init__(self, year: YearOnSheets, part: Slice, tree: IndicatorTree, found: Sequence[Asked]) -> None:
        self._year = year
        self._part = part
        self._tree = tree
        self._found = found
        here = {one.unit.id for one in found if one.unit is not None}
        self._units = [unit for unit in year.units if unit.id in here]
        self._by_cell: dict[tuple[Line, str], Asked] = {}
        #: By line its first question: what it asks is the same of all units.
        self._lines: dict[Line, Asked] = {}
        for one in found:
            for line in self._lines_of(one):
                self._lines.setdefault(line, one)
                self._by_cell[line, one.question.address.unit] = one

    def _lines_of(self, one: Asked) -> Iterator[Line]:
        """The lines of a question: one, or of marks one for each assessor."""
        address = one.question.address
        node, name = address.node, address.input
        if not one.question.is_mark:
            yield Line(node, name, "")
            return
        if self._part.assessor is not None:
            yield Line(node, name, self._part.assessor)
            return
        given = self._year.given_by.get(address, ())
        plain = (address, "") in self._year.values
        named_ones = one.responsible.assessors if len(one.responsible.assessors) > 1 else ()
        assessors = given or (() if plain else named_ones)
        for assessor in assessors or ("",):
            yield Line(node, name, assessor)

    def sheet(self, title: str, chapter: str) -> FormSheet:
        columns = self._columns()
        rows: list[FormRow] = []
        number, last_chapter, last_node = 0, chapter or None, ""
        for line in sorted(self._lines, key=self._position):
            one = self._lines[line]
            if not chapter and one.chapter != last_chapter:
                last_chapter = one.chapter
                rows.append(heading(columns, chapter_name(one.chapter)))
            number += one.question.node != last_node
            last_node = one.question.node
            rows.append(self._row(columns, line, number))
        if any(cell.value == _MARK for one in rows for cell in one.cells[3:4]):
            rows.append(self._totals(columns, rows))
        return FormSheet(
            title=title,
            heading=f"{self._year.cycle.title}　{title}",
            lines=(),
            stamp=stamp_of(self._year, self._part, f"indicators:{self._tree.id}:{chapter}"),
            columns=columns,
            rows=tuple(rows),
            frozen=3,
            portrait=len(self._units) == 1,
        )

    def _position(self, line: Line) -> tuple[int, int]:
        nodes = self._year.indicator_nodes(self._tree.id)
        return nodes.get(line.node, -1), list(self._lines).index(line)

    def _columns(self) -> tuple[FormColumn, ...]:
        found = list(self._lines.values())
        is_wide = len(self._units) > _FEW
        words = [
            told("序号", 5),
            named("指标", width_of((self._owner(one) for one in found), 18, 22 if is_wide else 30)),
            named("数据", width_of((one.question.label for one in found), 12, 18 if is_wide else 26)),
            told("计量单位", 9),
            told("满分", 6),
            told("条款", width_of((one.question.clause for one in found), 8, 12)),
        ]
        if not is_wide:
            # Where there are many units, what is allowed is said at the cells alone: the sheet has to fit a page.
            words.append(told("允许填写", width_of((one.question.allowed for one in found), 12, 22)))
        for unit in self._units:
            name = unit.short or unit.name
            width = 22 if len(self._units) == 1 else width_of([name], 8, 9 if is_wide else 14)
            words.append(asked_column(name, width, Pointer(unit=unit.id)))
        return tuple(words)

    def _owner(self, one: Asked) -> str:
        return one.question.above or one.question.owner

    def _row(self, columns: Sequence[FormColumn], line: Line, number: int) -> FormRow:
        one = self._lines[line]
        question = one.question
        what = question.label + (f"（{line.assessor}）" if line.assessor else "")
        leaf = self._year.indicators.get((self._tree.id, line.node))
        full = leaf.maximum if leaf is not None and question.required else None
        measure = question.measure if not line.assessor or self._part.assessor else f"{question.measure}（各人）"
        words = [str(number), self._owner(one), what, measure, full, question.clause]
        words += [question.allowed] if len(self._units) <= _FEW else []
        cells = [*map(label, words), *(self._cell(line, unit) for unit in self._units)]
        return row(
            columns,
            cells,
            Pointer(node=line.node, input=line.input, assessor=line.assessor),
            ask_of(question).signature,
        )

    def _cell(self, line: Line, unit: Unit) -> FormCell:
        one = self._by_cell.get((line, unit.id))
        if one is None:
            return closed("不适用" if self._is_of_no_use(line, unit) else None)
        question = one.question
        address = question.address._replace(assessor=line.assessor)
        rows = self._year.rows.get(question.address, ())
        ask = ask_of(question)
        if ask.kind == "nothing" and rows:
            return closed(f"已登记{len(rows)}项")
        return input_cell(self._year, ask, address, missing=question.is_missing)

    def _is_of_no_use(self, line: Line, unit: Unit) -> bool:
        """Whether the indicator does not apply to the unit; else somebody else enters it, or nobody asks yet."""
        leaf = self._year.indicators.get((self._tree.id, line.node))
        return leaf is not None and not leaf.applies(unit.type)

    def _totals(self, columns: Sequence[FormColumn], rows: Sequence[FormRow]) -> FormRow:
        """The sum of the marks that stand in the sheet: what a clerk adds up, not the points of the scheme."""
        marks = [one for one in rows if not one.heading and one.cells[3].value == _MARK]
        names = len(columns) - len(self._units)
        words = [label(None), label("表中各项评分合计"), *[label(None)] * (names - 2)]
        sums = [
            FormCell("total", total([one.cells[at] for one in marks]), total=SumDown(3, _MARK))
            for at in range(len(words), len(columns))
        ]
        return FormRow((*words, *sums))
