"""Holds a sheet that came back against the one that would go out now, and finds each cell again by its hidden tags."""

from collections.abc import Collection, Iterator
from fractions import Fraction

from assess.ground.numbers import plain
from assess.ground.place import Problem, Severity
from assess.workbooks.book import UNNAMED, WHAT, WHOSE, FormCell, FormSheet
from assess.workbooks.pointer import Pointer
from assess.workbooks.returned import ReturnedCell
from assess.workbooks.tag import Tag, signature
from assess.workbooks.taking_back.blocks import Block, text_of
from assess.workbooks.taking_back.given import Given, NewRow, Outside, SheetGiven
from assess.workbooks.understanding.reading import cleaned

#: What the writer puts into a grey cell in place of a value, by its beginning.
_CLOSED = ("已登记", "不适用", "保密")
_BLANK = ReturnedCell(None)


def given_of(block: Block, form: FormSheet) -> SheetGiven:
    """What a block gives. `form`: the same sheet as it would go out now."""
    return _Matching(block, form).given


class _Matching:
    def __init__(self, block: Block, form: FormSheet) -> None:
        self._block = block
        self._form = form
        self._cells: dict[Pointer, FormCell] = {}
        self._closed: set[Pointer] = set()
        for line in form.rows:
            for column, cell in zip(form.columns, line.cells, strict=True):
                if line.tag is not None and column.tag is not None:
                    self._cells[line.tag.pointer.joined(column.tag.pointer)] = cell
        self._spare = next((row for row in form.rows if row.spare), None)
        self.given = SheetGiven(block.stamp, block.sheet.place)
        self._read: set[tuple[int, int]] = set()
        self._seen: dict[Pointer, Given] = {}
        self._pass_over_frame()
        columns = dict(self._usable_columns())
        twice: set[Pointer] = set()
        for row, tag in block.rows.items():
            if tag.pointer.record > 0 and tag.pointer in twice:
                self._new_row(row, tag.pointer._replace(record=0), columns, copied=True)
            elif tag.pointer.record < 0:
                self._new_row(row, tag.pointer, columns)
            else:
                self._row(row, tag, columns)
            twice.add(tag.pointer)
        for row in block.untagged:
            self._untagged(row, columns)
        self._look_outside()

    def _usable_columns(self) -> Iterator[tuple[int, Tag]]:
        """The columns whose heading is the one that they went out with; marks of an assessor whom the heading names."""
        block = self._block
        for at, tag in block.columns.items():
            heading = cleaned(block.text(block.headings, at)) if block.headings else ""
            self._read.add((block.headings, at))
            if tag.pointer.record < 0:
                named = self._named(at, tag, heading)
                if named is not None:
                    yield at, named
            elif tag.words in ("", signature(heading)):
                yield at, tag
            elif any(not block.sheet.cells.get((row, at), _BLANK).is_blank for row in block.rows):
                hint = "列被移动过，或表头改过。请把表头改回原样；不行的，请重新导出，把内容抄到新表里"
                text = f"这一列的表头是“{_short(heading)}”，与发出时不同，看不出是谁的，这一列没有收"
                self._problem(block.headings or block.top, at, "other_heading", text, hint)

    def _named(self, at: int, tag: Tag, heading: str) -> Tag | None:
        """A column in whose heading the name of an assessor was to be written."""
        block = self._block
        name = heading.rpartition("\n")[2].strip()
        is_named = bool(name) and UNNAMED not in heading and not any(name == one for one in self._titles())
        filled = [row for row in block.rows if not block.sheet.cells.get((row, at), _BLANK).is_blank]
        if is_named:
            return Tag(tag.pointer._replace(record=0, assessor=name), "", tag.asked)
        if filled:
            text = "这一栏填了评分，表头没有写评分人的姓名"
            self._problem(block.headings or block.top, at, "no_assessor", text, f"请把表头里的“{UNNAMED}”换成姓名")
            self._read.update((row, at) for row in filled)
        return None

    def _titles(self) -> Collection[str]:
        """What the headings of columns for unnamed assessors begin with."""
        return [column.title.partition("\n")[0] for column in self._form.columns if column.asks_name]

    def _row(self, row: int, tag: Tag, columns: dict[int, Tag]) -> None:
        block = self._block
        if tag.words and block.words_of(row) != tag.words:
            self._read.update((row, at) for at in columns)
            if any(not block.sheet.cells.get((row, at), _BLANK).is_blank for at in columns):
                said = "、".join(filter(None, (cleaned(block.text(row, at)) for at in block.labels)))
                text = f"这一行写的是“{_short(said)}”，与发出时不同：可能只排序或粘贴了一部分，这一行没有收"
                hint = "请把各行的名称恢复原样（撤销排序）；不行的，请重新导出，把内容抄到新表里"
                self._problem(row, block.labels[0] if block.labels else block.left, "other_row", text, hint)
            return
        self._read.update((row, at) for at in block.labels)
        for at, column in columns.items():
            if column.pointer.field.startswith("@"):
                self._read.add((row, at))
                self._settled(row, at, tag.pointer.joined(column.pointer))
                continue
            self._cell(row, at, tag, column)

    def _settled(self, row: int, at: int, pointer: Pointer) -> None:
        """Whose a record is, and of which list: that is not changed here."""
        form = self._cells.get(pointer)
        text = cleaned(self._block.text(row, at))
        if form is not None and text and signature(text) != signature(_words(form)):
            said = f"已登记的一项不能在这里改单位或指标（原来是“{form.value}”）"
            self._problem(row, at, "moved_record", said, "请清空这一行，在空白行里重新登记")

    def _cell(self, row: int, at: int, tag: Tag, column: Tag) -> None:
        block, pointer = self._block, tag.pointer.joined(column.pointer)
        cell = block.sheet.cells.get((row, at), _BLANK)
        place = block.sheet.place_of(row, at)
        self._read.add((row, at))
        if (row, at) in block.sheet.merged:
            first = block.sheet.place_of(*block.sheet.merged[row, at])
            text = "这一格与别的格合并了，看不出各是什么"
            self._problem(row, at, "merged", text, f"请取消合并（从{first.cell}开始的一块），每格各填各的")
            return
        form = self._cells.get(pointer)
        if form is None and column.pointer.assessor:
            form = self._cells.get(pointer._replace(assessor="", record=-1))
        if form is None or form.role != "input" or form.ask is None:
            self._not_asked(row, at, cell, form)
            return
        asked = tag.asked or column.asked
        if asked and form.ask.signature not in asked:
            if not cell.is_blank:
                text = f"方案勘误后，“{form.ask.label}”问的与发出时不同，这一格没有收"
                self._remark(row, at, "asked_anew", text, f"现在允许：{form.ask.allowed or '见新表'}；请按新表填写")
            return
        given = Given(pointer, form.ask, cell, place)
        known = self._seen.get(pointer)
        if known is None:
            self._seen[pointer] = given
            self.given.values.append(given)
        elif text_of(known.cell) != text_of(cell):
            both = f"“{_short(text_of(known.cell))}”和“{_short(text_of(cell))}”"
            text = f"同一个值在{known.place.cell}也有，两处不同：{both}"
            self._problem(row, at, "given_twice", text, "请留下对的一处，删去另一处")

    def _not_asked(self, row: int, at: int, cell: ReturnedCell, form: FormCell | None) -> None:
        """A cell that was grey, or is by now."""
        text = cleaned(text_of(cell))
        if cell.is_blank or not text or text.startswith(_CLOSED) or (form is not None and text == _words(form)):
            return
        self._read.discard((row, at))

    def _new_row(self, row: int, pointer: Pointer, columns: dict[int, Tag], *, copied: bool = False) -> None:
        block = self._block
        if self._spare is None:
            return
        asks = {
            column.tag.pointer: cell.ask
            for column, cell in zip(self._form.columns, self._spare.cells, strict=True)
            if column.tag is not None and cell.ask is not None
        }
        cells: dict[Pointer, Given] = {}
        for at, column in columns.items():
            cell = block.sheet.cells.get((row, at), _BLANK)
            ask = asks.get(column.pointer)
            self._read.add((row, at))
            if ask is None or cell.is_blank or not (cleaned(text_of(cell)) or cell.uncomputed or cell.error):
                continue
            if (row, at) in block.sheet.merged:
                self._problem(row, at, "merged", "这一格与别的格合并了，看不出各是什么", "请取消合并，每格各填各的")
                continue
            cells[column.pointer] = Given(pointer.joined(column.pointer), ask, cell, block.sheet.place_of(row, at))
        if not cells:
            return
        place = block.sheet.place_of(row, min(columns, default=block.left))
        if copied:
            self._remark(
                row,
                min(columns),
                "copied_row",
                "这一行是从别的行复制来的，按新登记的一项收",
                "不是新的一项的，请删去这一行",
            )
        base = pointer if pointer.record < 0 else Pointer(pointer.unit, pointer.node, pointer.input)
        if not copied and pointer.record >= 0 and self._spare.tag is not None:
            base = self._spare.tag.pointer._replace(record=0)
        only = {
            one.field: next(iter(ask.choices))
            for one, ask in asks.items()
            if one.field in (WHOSE, WHAT) and len(ask.choices) == 1
        }
        self.given.new_rows.append(NewRow(base, max(-pointer.record, 0), cells, place, only))

    def _untagged(self, row: int, columns: dict[int, Tag]) -> None:
        """A row that was inserted: in a list it is a new one, elsewhere nothing is read from it."""
        if self._spare is not None and any(
            not self._block.sheet.cells.get((row, at), _BLANK).is_blank for at in columns
        ):
            self._new_row(row, Pointer(), columns)

    def _pass_over_frame(self) -> None:
        """The hidden cells, the title and the lines above the table."""
        block = self._block
        self._read.update((row, block.left) for row in range(block.top, block.bottom + 1) if self._is_tag(row))
        self._read.update((block.top, at) for at in (*block.columns, *block.labels))

    def _is_tag(self, row: int) -> bool:
        return row == self._block.top or row in self._block.rows

    def _look_outside(self) -> None:
        """What stands in no cell that was read, and is none of our own words; and every comment that is not ours."""
        block, form = self._block, self._form
        own = {signature(form.heading), *map(signature, form.lines), *(signature(one.title) for one in form.columns)}
        comments = set()
        for one in form.rows:
            for ours in one.cells:
                if ours.role != "input" and ours.value is not None:
                    own.add(signature(_words(ours)))
                if ours.ask is not None and ours.ask.said:
                    comments.add(signature(ours.ask.said))
        for (row, at), cell in sorted(block.sheet.cells.items()):
            if not block.top <= row <= block.bottom:
                continue
            place = block.sheet.place_of(row, at)
            if cell.comment and signature(cell.comment) not in comments:
                self.given.outside.append(Outside(place, cleaned(cell.comment), comment=True))
            text = cleaned(text_of(cell))
            if (row, at) not in self._read and text and not cell.formula and signature(text) not in own:
                self.given.outside.append(Outside(place, text))

    def _problem(self, row: int, at: int, code: str, text: str, hint: str = "") -> None:
        self.given.problems.append(Problem(self._block.sheet.place_of(row, at), code, text, hint))

    def _remark(self, row: int, at: int, code: str, text: str, hint: str = "") -> None:
        place = self._block.sheet.place_of(row, at)
        self.given.remarks.append(Problem(place, code, text, hint, Severity.WARNING))


def _words(cell: FormCell) -> str:
    """What stands in one of our cells, as a text."""
    return plain(cell.value) if isinstance(cell.value, Fraction) else cell.value or ""


def _short(words: str) -> str:
    return words if len(words) <= 24 else f"{words[:23]}…"  # noqa: PLR2004 a line of a terminal
