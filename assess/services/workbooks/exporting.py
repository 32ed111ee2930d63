"""Sheets to be filled in, out of a cycle: one book, or one for each department, unit or assessor."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from assess.disk.writing import write_files
from assess.ground.labelled import Labelled
from assess.ground.place import Problem, ProblemsError
from assess.services.cycles.cycle_source import StoredSource
from assess.services.workbooks.cycle_on_sheets import year_on_sheets
from assess.services.workbooks.slices import next_export, note_export
from assess.storage.acts import Act
from assess.storage.cycles import stored_year
from assess.storage.database import Database
from assess.workbooks.book import FormBook
from assess.workbooks.laying_out.whole_book import form_book
from assess.workbooks.laying_out.year_on_sheets import Asked, YearOnSheets, belongs
from assess.workbooks.slice import NOBODY, Slice
from assess.year.meant import unit_meant

Each = Literal["department", "unit", "assessor"]
#: Where sheets go that are sent out.
OUTBOX = "发出"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which sheets, in people's words; None: not narrowed. `each`: one book for each of these."""

    department: str | None = None
    assessor: str | None = None
    unit: str | None = None
    chapter: str | None = None
    each: Each | None = None


@dataclass(frozen=True, slots=True)
class WrittenBook:
    """A book that was written, its files, how many values are missing on it."""

    files: tuple[Path, ...]
    book: FormBook
    missing: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where books are written to, as what, and whether in place of files that are there."""

    folder: Path
    csv: bool = False
    force: bool = False


def export_books(
    database: Database, code: str, wanted: Wanted, delivery: Delivery, act: Act, day: str
) -> list[WrittenBook]:
    """Write the books, all of them or none. `day`: YYYY-MM-DD, whose duties count.

    Raises `ProblemsError` where a word means nothing or nothing is asked of a slice, and `OutsideError`.
    """
    from assess.reports.file_names import distinct, safe

    with database.writing() as session:
        stored = stored_year(session, code, to_write=True)
        source = StoredSource(stored, act.by)
        export = next_export(stored)
        year = year_on_sheets(source, day, export)
        books = [form_book(year, part) for part in slices_of(year, wanted)]
        books = [book for book in books if book.sheets]
        if not books:
            hint = "请核对分工（assess duty list），或换一个范围"
            raise ProblemsError([Problem(None, "nothing_asked", "这个范围里没有要填的", hint)])
        names = distinct((safe(book.name) for book in books), "")
        contents: dict[str, bytes] = {}
        files: list[tuple[Path, ...]] = []
        for name, book in zip(names, books, strict=True):
            made = _contents(book, name, csv=delivery.csv)
            contents |= made
            files.append(tuple(delivery.folder / one for one in made))
        _require_free(delivery, contents)
        note_export(stored, [book.slice for book in books], export, act)
        write_files(delivery.folder, contents)
    return [WrittenBook(paths, book, _missing(year, book.slice)) for paths, book in zip(files, books, strict=True)]


def _contents(book: FormBook, name: str, *, csv: bool) -> dict[str, bytes]:
    if csv:
        from assess.reports.file_names import distinct, safe
        from assess.reports.form_books.csv_files import form_book_csv

        made = form_book_csv(book)
        names = distinct((safe(f"{name} {title}") for title in made), ".csv")
        return dict(zip(names, made.values(), strict=True))
    from assess.reports.form_books.workbook import form_book_bytes

    return {f"{name}.xlsx": form_book_bytes(book)}


def _missing(year: YearOnSheets, part: Slice) -> int:
    return len({one.question.address for one in year.asked if one.question.is_missing and belongs(one, part)})


def _require_free(delivery: Delivery, names: Iterable[str]) -> None:
    there = [] if delivery.force else [name for name in names if (delivery.folder / name).exists()]
    if there:
        shown = "、".join(there[:3]) + (f"等{len(there)}个文件" if len(there) > 3 else "")  # noqa: PLR2004 a line
        text = f"{delivery.folder} 里已经有{shown}"
        hint = "要换成新的，请加 --force；已经填了的，请先移到别处"
        raise ProblemsError([Problem(None, "file_exists", text, hint)])


def slices_of(year: YearOnSheets, wanted: Wanted) -> list[Slice]:
    """The slices that are meant. Raises `ProblemsError` with every word that means nothing."""
    base = _Words(year).slice(wanted)
    if wanted.each is None:
        return [base]
    names = dict.fromkeys(name for one in year.asked for name in _each(one, wanted.each))
    # Nobody's comes last.
    return [_narrowed(base, wanted.each, name) for name in sorted(names, key=lambda name: not name)]


def _each(one: Asked, each: Each) -> Sequence[str]:
    if each == "department":
        return [one.responsible.department] if one.question.required or one.responsible.department else []
    if each == "unit":
        return [] if one.unit is None else [one.unit.id]
    return [*one.responsible.assessors, *filter(None, [one.question.address.assessor])]


def _narrowed(base: Slice, each: Each, name: str) -> Slice:
    found = {"department": base.department, "assessor": base.assessor, "unit": base.unit, "chapter": base.chapter}
    return Slice(**{**found, each: name})


class _Words:
    """Reads the words that narrow a slice."""

    def __init__(self, year: YearOnSheets) -> None:
        self._year = year
        self._problems: list[Problem] = []

    def slice(self, wanted: Wanted) -> Slice:
        found = Slice(
            department=self._department(wanted.department),
            assessor=self._assessor(wanted.assessor),
            unit=self._unit(wanted.unit),
            chapter=self._chapter(wanted.chapter),
        )
        if self._problems:
            raise ProblemsError(self._problems)
        return found

    def _department(self, word: str | None) -> str | None:
        if word is None:
            return None
        known = {one.responsible.department or NOBODY: one.responsible.department for one in self._year.asked}
        found = self._named("牵头部门", word, known)
        return None if found is None else known[found]

    def _assessor(self, word: str | None) -> str | None:
        if word is None:
            return None
        known = {name: name for one in self._year.asked for name in _each(one, "assessor")}
        return self._named("评分人", word, known)

    def _named(self, what: str, word: str, known: Iterable[str]) -> str | None:
        try:
            return Labelled(what, {name: (name,) for name in known}).id_of(word)
        except ProblemsError as error:
            self._problems += error.problems
            return None

    def _unit(self, word: str | None) -> str | None:
        if word is None:
            return None
        try:
            return unit_meant(self._year.titles, word)
        except ProblemsError as error:
            self._problems += error.problems
            return None

    def _chapter(self, word: str | None) -> str | None:
        if word is None:
            return None
        found = self._year.items.read(word)
        if len(found) == 1:
            return found[0]
        names = "、".join(found)
        text = f"“{word}”可以指{names}" if found else f"没有“{word}”这个章节或指标"
        hint = "请写编号" if found else self._year.items.near(word) or "请写编号，见 assess scheme show"
        self._problems.append(Problem(None, "unknown_item", text, hint))
        return None
