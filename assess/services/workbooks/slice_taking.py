"""What one slice that came back brings, held against what stands in the database at that moment."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from assess.entered.enterable import RECORD
from assess.ground.address import Address
from assess.ground.place import Place, Problem, Severity
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.entering import Edits
from assess.services.workbooks.returned_slices import ReturnedSlice
from assess.services.workbooks.slices import SliceState
from assess.storage.history import returns, values_at
from assess.storage.shelves import Key
from assess.workbooks.book import FormSheet
from assess.workbooks.laying_out.year_on_sheets import At
from assess.workbooks.taking_back.comparing import Difference, Standing
from assess.workbooks.taking_back.given import SheetGiven
from assess.workbooks.taking_back.taken import Lists, NewRecord, Taken, taken_of
from assess.year.cells import Cell


class SliceTaking:
    """One slice."""

    def __init__(self, source: StoredSource, one: ReturnedSlice, state: SliceState) -> None:
        """`state`: of the slice before it."""
        self._stored = stored = source.year
        self._source = source
        self._one = one
        self._state = state
        stamp = one.blocks[0].stamp
        self._now = stored.numbered_values()
        self._then = values_at(stored.session, stored.head.code, stamp.changes)
        self._returns = returns(stored.session, stored.head.code)

    @cached_property
    def _lists(self) -> Lists:
        rows: dict[Address, list[int]] = {}
        fields: dict[Address, dict[str, str]] = {}
        for (address, field), text in self._now.items():
            if address.record:
                fields.setdefault(address, {})[field] = text
                numbers = rows.setdefault(address._replace(record=0), [])
                if address.record not in numbers:
                    numbers.append(address.record)
        return Lists({address: tuple(numbers) for address, numbers in rows.items()}, self._state.rows, fields)

    def _several(self, address: Address, values: Mapping[At, str | None]) -> str | None:
        """A list of words as one value, a line each."""
        numbers = sorted(
            at.record for at, field in values if not field and at.record and at._replace(record=0) == address
        )
        found = [values.get((address._replace(record=one), "")) for one in numbers]
        return "\n".join(text for text in found if text is not None) or None

    def _then_of(self, at: At) -> str | None:
        return self._then[at] if at in self._then else self._now.get(at)

    def _is_own(self, at: At) -> bool:
        held = self._stored.held.get(Key(*at))
        return held is not None and self._returns.get(held.change) == str(self._one.part)

    def taken(self, sheets: Sequence[SheetGiven]) -> Taken:
        """What becomes of all its sheets."""
        outdated = self._one.edition < self._state.taken
        standing = Standing(self._then_of, self._now.get, self._is_own, outdated=outdated)
        whole = Taken()
        for sheet in sheets:
            several = {one.pointer.address for one in sheet.values if one.ask.kind == "several"}
            for address in several:
                self._as_one(address)
            taken = taken_of(sheet, standing, self._lists)
            whole.differences += self._once(taken.differences, whole)
            whole.new_records += self._once_each(taken.new_records, whole)
            whole.problems += taken.problems
            whole.remarks += taken.remarks
            whole.nothing |= taken.nothing
        for new in whole.new_records:
            if new.list in whole.nothing:
                place = next(iter(new.fields.values())).place
                cell = whole.nothing[new.list].place
                text = f"这里登记了一项，{cell.sheet}!{cell.cell}却填了“无”"
                whole.problems.append(Problem(place, "nothing_and_record", text, "有登记的，请清空那一格的“无”"))
        return whole

    def _once(self, found: Sequence[Difference], whole: Taken) -> Iterator[Difference]:
        """Each value once, although a sheet may stand in a book twice; two answers to one question are asked."""
        known = {one.at: one for one in whole.differences}
        for one in found:
            before = known.get(one.at)
            if before is None:
                yield one
            elif before.new != one.new:
                where = f"{before.place.sheet}!{before.place.cell}"
                text = f"同一个值在{where}也有，两处不同：“{before.new or ''}”和“{one.new or ''}”"
                whole.problems.append(Problem(one.place, "given_twice", text, "同一张表留下一份，删去另一份"))

    def _once_each(self, found: Sequence[NewRecord], whole: Taken) -> Iterator[NewRecord]:
        """The same of new rows."""
        known = {one.row: one for one in whole.new_records if one.row}
        for one in found:
            before = known.get(one.row)
            if before is None:
                yield one
            elif (before.list, before.texts) != (one.list, one.texts):
                place = next(iter(one.fields.values())).place
                text = "同一张表在工作簿里有两份，这一行写得不一样"
                whole.problems.append(Problem(place, "given_twice", text, "同一张表留下一份，删去另一份"))

    def _as_one(self, address: Address) -> None:
        """Let a list of words count as one value, before and now."""
        everything: dict[At, str | None] = dict(self._now)
        before = {**everything, **{at: text for at, text in self._then.items() if at[0]._replace(record=0) == address}}
        now, then = self._several(address, everything), self._several(address, before)
        if now is not None:
            self._now[address, ""] = now
        if now != then:
            self._then[address, ""] = then

    def left_out(self, sheets: Sequence[SheetGiven], forms: Mapping[str, FormSheet]) -> Iterator[Problem]:
        """What a sheet had cells for when it went out, and has no more although something stands there."""
        for sheet in sheets:
            seen = set(sheet.seen())
            form = forms[sheet.stamp.sheet]
            lost = [
                pointer
                for pointer, cell in form.inputs()
                if cell.value is not None
                and pointer.record >= 0
                and pointer not in seen
                and self._then_of((pointer.address, pointer.field)) is not None
            ]
            bad = {one.place.line for one in sheet.problems if one.place is not None}
            if lost and not bad:
                text = f"表里少了{len(lost)}格原来有值的（删过行或列），原值保留，没有清除"
                yield Problem(sheet.place, "rows_gone", text, "要清除的，请在原来的格里清空", Severity.WARNING)

    def edits(
        self, differences: Sequence[Difference], new: Sequence[NewRecord]
    ) -> tuple[Edits, dict[str, Address], dict[Address, Place]]:
        """What is to be entered; by row of the export the record that it becomes; where new records stand."""
        cells: list[Cell] = []
        cleared: list[Key] = []
        numbering = self._stored.numbering
        for one in differences:
            address, field = one.at
            where = numbering.positioned(address)
            if not field and not address.record and self._is_list_of_words(address):
                cleared += [
                    Key(numbering.positioned(key.address), "")
                    for key in self._stored.held
                    if key.address._replace(record=0) == address and key.address.record
                ]
                words = one.new.split("\n") if one.new else []
                cells += [Cell(address._replace(record=at), "", word) for at, word in enumerate(words, 1)]
                cleared = [
                    key
                    for key in cleared
                    if key.address.record > len(words) or key.address._replace(record=0) != address
                ]
            elif one.new is None:
                cleared.append(Key(where, field))
            else:
                cells.append(Cell(where, field, one.new))
        rows: dict[str, Address] = {}
        places: dict[Address, Place] = {}
        count: dict[Address, int] = {}
        for record in new:
            there = len(self._lists.rows.get(record.list, ()))
            count[record.list] = count.get(record.list, 0) + 1
            where = record.list._replace(record=there + count[record.list])
            cells += [Cell(where, field, text) for field, text in record.texts.items()]
            places[where] = next(iter(record.fields.values())).place
            if record.row:
                rows[record.row] = numbering.numbered(where)
        return Edits(cells=cells, cleared=cleared), rows, places

    def _is_list_of_words(self, address: Address) -> bool:
        entered = self._source.titles.enterable(address)
        return entered is not None and entered.follows == RECORD and not entered.fields
