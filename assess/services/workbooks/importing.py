"""Sheets that were filled in, into a cycle: first what would change, then, if it is wanted, all of it or nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from assess.engine.assessment import assess
from assess.ground.address import YEAR, Address
from assess.ground.place import Place, Problem, ProblemsError, Severity
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.entering import Edits, put_into
from assess.services.cycles.moving import moved
from assess.services.cycles.stepping import has_units
from assess.services.cycles.telling import Telling
from assess.services.source import OpenYear, open_year
from assess.services.workbooks.cycle_on_sheets import year_on_sheets
from assess.services.workbooks.locks import locked_slices
from assess.services.workbooks.reports import BookReport, ImportReport, ToldDifference
from assess.services.workbooks.returned_slices import ReturnedSlice, books_of, in_order, slices_in
from assess.services.workbooks.slice_taking import SliceTaking
from assess.services.workbooks.slices import SliceState, note_returns, states_of
from assess.storage.acts import Act, Paper
from assess.storage.cycles import StoredYear, stored_year
from assess.storage.database import Database
from assess.workbooks.book import FormBook, FormSheet
from assess.workbooks.laying_out.whole_book import form_book, slice_name
from assess.workbooks.laying_out.year_on_sheets import At, YearOnSheets
from assess.workbooks.slice import Slice
from assess.workbooks.taking_back.comparing import Difference, Kind
from assess.workbooks.taking_back.matching import given_of
from assess.workbooks.taking_back.taken import Taken

#: Where sheets are put that came back.
INBOX = "收回"
#: What becomes of a value that somebody else has changed since: what came back counts, or what is there.
Choice = Literal["returned", "kept"]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be imported, and whether it is to be done. `conflicts`: None: with any conflict nothing is.

    `strict`: whether a new reminder, too, keeps it from being done.
    """

    paths: Sequence[Path]
    apply: bool = False
    conflicts: Choice | None = None
    strict: bool = False


class _UndoneError(Exception):
    """Ends a transaction of which nothing is to stay."""


def import_books(database: Database, code: str, order: Order, act: Act) -> ImportReport:
    """Import books, or say what that would do. Nothing is written while anything is wrong.

    What is wrong stands in the report. Raises `OutsideError` where a file cannot be read at all.
    """
    report = ImportReport()
    books = books_of(order.paths, report.problems)
    try:
        with database.writing() as session:
            stored = stored_year(session, code, to_write=True)
            found = [one for book in books for one in slices_in(stored, book, report.problems)]
            _Import(stored, order, act, report).run(in_order(found))
            if not order.apply or report.failed or (order.strict and report.is_doubtful):
                _undo()
            report.applied = True
    except _UndoneError:
        pass
    return report


def _undo() -> None:
    raise _UndoneError


def _errors(problems: Iterable[Problem]) -> bool:
    return any(one.severity is Severity.ERROR for one in problems)


class _Import:
    """One import, in one transaction."""

    def __init__(self, stored: StoredYear, order: Order, act: Act, report: ImportReport) -> None:
        self._stored = stored
        self._order = order
        self._act = act
        self._report = report
        self._source = StoredSource(stored, act.by)
        self._before: OpenYear | None = open_year(self._source) if has_units(self._source) else None
        self._year = year_on_sheets(self._source, act.moment[:10], opened=self._before)
        self._states = states_of(stored)
        self._forms: dict[Slice, Mapping[str, FormSheet]] = {}
        #: Where values stand in the books, by address, and by what they are called.
        self._places: dict[Address, Place] = {}
        self._named: dict[str, Place] = {}
        self._touched: set[str] = set()

    def run(self, found: Sequence[ReturnedSlice]) -> None:
        """Take one slice after the other, then look at the whole year."""
        locked = [part for part in locked_slices(self._source) if part in {one.part for one in found}]
        self._report.locked = tuple(slice_name(self._year, part) for part in locked)
        for one in found:
            self._slice(one)
        if found and not _errors(self._report.problems):
            self._look(found)
        if self._order.apply and not _errors(self._report.problems):
            note_returns(self._stored, [self._states[part] for part in {one.part: None for one in found}], self._act)

    def _slice(self, one: ReturnedSlice) -> None:
        act = self._act_of(one)
        assert act.paper is not None  # noqa: S101 it was made with one
        state = self._states.get(one.part, SliceState(one.part))
        label = slice_name(self._year, one.part)
        report = BookReport(one.book.name, one.part, label, act.paper, outdated=one.edition < state.taken)
        self._report.books.append(report)
        taking = SliceTaking(self._source, one, state)
        forms = self._sheets_of(one.part)
        all_given = []
        for block in one.blocks:
            form = forms.get(block.stamp.sheet)
            if form is None:
                text = f"工作表“{block.sheet.title}”现在没有要填的了（分工或方案改过），没有收"
                report.remarks.append(Problem(block.sheet.place, "sheet_gone", text, "", Severity.WARNING))
                continue
            given = given_of(block, form)
            all_given.append(given)
            report.outside += given.outside
            report.cells += len(given.values)
        taken = taking.taken(all_given)
        report.remarks += taken.remarks
        self._report.problems += taken.problems
        report.remarks += taking.left_out(all_given, forms)
        for given in all_given:
            self._places |= {value.pointer.address: value.place for value in given.values if value.pointer.node}
        self._tell(report, taken)
        self._put(one, taken, taking, act)

    def _act_of(self, one: ReturnedSlice) -> Act:
        paper = self._act.paper or Paper()
        export, saved_at = one.edition
        paper = replace(paper, department=paper.department or one.part.department or "", slice=str(one.part))
        paper = replace(paper, name=one.book.name, sha256=one.book.sha256, export=max(export, 1), saved_at=saved_at)
        return replace(self._act, paper=paper)

    def _sheets_of(self, part: Slice) -> Mapping[str, FormSheet]:
        if part not in self._forms:
            book: FormBook = form_book(self._year, part)
            self._forms[part] = {sheet.stamp.sheet: sheet for sheet in book.sheets}
        return self._forms[part]

    def _tell(self, report: BookReport, taken: Taken) -> None:
        telling = Telling(self._source.titles)
        sight = self._source.lasting_sight
        removed = _removed(taken.differences, self._stored.numbered_values())
        for record, gone in removed.items():
            title = " ".join(telling.title(self._stored.numbering.positioned(record)))
            words = [sight.text(one.now, *one.at) or "" for one in gone]
            report.differences.append(ToldDifference(Kind.CLEARED, gone[0].place, title, "，".join(words), None))
        for one in taken.differences:
            if one.at[0] in removed:
                continue
            address, field = one.at
            at = self._stored.numbering.positioned(address)

            def told(text: str | None, address: Address = address, field: str = field, at: Address = at) -> str | None:
                words = text if text is None else telling.value(at, field, text)
                return sight.text(words, address, field)

            title = " ".join(telling.title(at, field))
            report.differences.append(
                ToldDifference(one.kind, one.place, title, told(one.now), told(one.new), told(one.then))
            )
        for new in taken.new_records:
            fields = "，".join(new.texts.values())
            title = " ".join(telling.title(new.list))
            report.new_records.append((next(iter(new.fields.values())).place, f"{title}：{fields}"))

    def _put(self, one: ReturnedSlice, taken: Taken, taking: SliceTaking, act: Act) -> None:
        conflicts = [difference for difference in taken.differences if difference.kind is Kind.CONFLICT]
        if conflicts and self._order.conflicts is None and self._order.apply:
            first = conflicts[0].place
            text = f"有{len(conflicts)}处冲突：发出以后别人改过，与表里不同"
            hint = "请逐处核对；以表为准的加 --conflicts returned，保留现在的加 --conflicts kept"
            self._report.problems.append(Problem(first, "conflicts", text, hint))
        if _errors(self._report.problems):
            return
        wanted = [
            difference
            for difference in taken.differences
            if difference.kind is not Kind.CONFLICT or self._order.conflicts == "returned"
        ]
        edits, rows, places = taking.edits(wanted, taken.new_records)
        self._places |= places
        if edits.cells or edits.cleared:
            self._name(edits, wanted)
            try:
                put_into(self._source, edits, act)
            except ProblemsError as error:
                self._report.problems += map(self._placed, error.problems)
                return
        self._touched |= {cell.address.unit for cell in edits.cells} | {key.address.unit for key in edits.cleared}
        state = self._states.get(one.part, SliceState(one.part))
        # An older book must not make a newer one, that was taken before it, look like the older one.
        self._states[one.part] = replace(state, taken=max(one.edition, state.taken), rows={**state.rows, **rows})

    def _name(self, edits: Edits, wanted: Sequence[Difference]) -> None:
        """Remember the cells of what is entered under the names that the reading of the year will say."""
        at = {(self._stored.numbering.positioned(one.at[0]), one.at[1]): one.place for one in wanted}
        for cell in edits.cells:
            place = at.get((cell.address, cell.field), self._places.get(cell.address))
            if place is not None:
                self._named[self._source.place_of(cell).title] = place

    def _placed(self, problem: Problem) -> Problem:
        """A problem at the cell that it is about, as far as that is known."""
        address, at = problem.address, problem.place
        place = None if address is None else self._places.get(address)
        if place is None and address is not None:
            place = self._places.get(address._replace(assessor="", record=0))
        if place is None and at is not None:
            # What is wrong with a year names the value as people call it.
            place = self._named.get(at.title)
        return problem if place is None else replace(problem, place=place)

    def _look(self, found: Sequence[ReturnedSlice]) -> None:
        """Read the year as it is now: what is wrong with it, what reminds, what moves, what is missing."""
        if not self._touched:
            self._report.missing = _missing(self._year)
            return
        self._source.refresh()
        try:
            year = open_year(self._source)
        except ProblemsError as error:
            self._report.problems += map(self._placed, error.problems)
            return
        self._report.missing = _missing(year_on_sheets(self._source, self._act.moment[:10], opened=year))
        if year.evidence.stage != "year":
            return
        after = assess(year.scheme, year.evidence)
        before = None if self._before is None else assess(self._before.scheme, self._before.evidence)
        known = set() if before is None else {(one.code, one.address, one.value) for one in before.problems}
        new = [one for one in after.problems if (one.code, one.address, one.value) not in known]
        self._report.reminders = [self._placed(one) for one in new if one.is_reminder]
        if before is not None and (self._report.locked or _is_small(found)):
            self._report.moved = moved(before, after, self._touched - {YEAR})


def _removed(differences: Sequence[Difference], now: Mapping[At, str]) -> dict[Address, list[Difference]]:
    """The records of which every field is cleared: as a whole they go."""
    cleared: dict[Address, list[Difference]] = {}
    for one in differences:
        if one.kind is Kind.CLEARED and one.at[0].record:
            cleared.setdefault(one.at[0], []).append(one)
    fields = Counter(address for address, _ in now)
    return {address: found for address, found in cleared.items() if len(found) == fields[address]}


def _is_small(found: Sequence[ReturnedSlice]) -> bool:
    return len(found) == 1


def _missing(year: YearOnSheets) -> int:
    return len({one.question.address for one in year.asked if one.question.is_missing})
