"""An office with a year in its database, whose departments fill in workbooks: what tests of the exchange begin with."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl

from assess.ground.address import Address
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.duties.book import cells_of_duties
from assess.services.cycles.entering import Edits, enter
from assess.services.cycles.opening import Opening, open_new
from assess.services.cycles.setting_up import set_up
from assess.services.cycles.transfer import import_year
from assess.services.source import open_year
from assess.services.workbooks.exporting import Delivery, Wanted, WrittenBook, export_books
from assess.services.workbooks.importing import Choice, Order, import_books
from assess.services.workbooks.reports import ImportReport
from assess.storage.acts import Act, Paper
from assess.storage.cycles import stored_year
from assess.storage.database import Database, open_file
from assess.workbooks.laying_out.year_on_sheets import At
from assess.workbooks.pointer import Pointer
from assess.workbooks.stamp import is_stamp
from assess.workbooks.tag import LABEL, read_tag
from assess.year.canonical import evidence_sha256
from assess.year.cells import Cell
from assess.year.duties import Duty
from assess.year.evidence import Stage

TOP = Path(__file__).parents[1]
DAY = "2019-09-01"
#: Who is responsible for what in the made-up office: fourteen departments.
DEPARTMENTS: Mapping[str, tuple[str, ...]] = {
    "教务处": ("base.2", "K1"),
    "质量监督处": ("base.3",),
    "人事处": ("base.4", "K3"),
    "党委学生工作部": ("base.5", "base.8", "K5"),
    "招生就业处": ("base.6", "base.7", "K4"),
    "党委宣传部": ("base.9",),
    "党委组织部": ("base.1", "base.10", "K7", "votes"),
    "监察室": ("base.11",),
    "财务处": ("base.12",),
    "工会委员会": ("base.13",),
    "保卫处": ("base.14", "K8"),
    "后勤管理处": ("base.15",),
    "继续教育管理处": ("K2",),
    "科技与产业处": ("K6",),
}


@dataclass
class Office:
    """A folder with a database of one cycle."""

    folder: Path
    database: Database
    code: str

    def act(self, by: str = "张三", reason: str = "", number: str = "") -> Act:
        """What somebody does now."""
        paper = Paper(number=number) if number else None
        return Act(by, "test", datetime.now(UTC), reason, paper=paper)

    def copy(self, folder: Path) -> "Office":
        """The same office in another folder, so that a test may change it."""
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(self.folder / "考核.db", folder / "考核.db")
        return Office(folder, open_file(folder / "考核.db"), self.code)

    def values(self) -> dict[At, str]:
        """Everything that is entered, records under the numbers that they keep for good."""
        with self.database.reading() as session:
            return stored_year(session, self.code).numbered_values()

    def value(self, unit: str, node: str, name: str, field: str = "", record: int = 0) -> str | None:
        """One value; None where nothing is entered."""
        return self.values().get((Address(unit, node, name, record=record), field))

    def sha256(self) -> str:
        """The hash of the evidence."""
        with self.database.reading() as session:
            return evidence_sha256(open_year(StoredSource(stored_year(session, self.code))).evidence)

    def enter(self, values: Mapping[At, str], **act: str) -> None:
        """Enter single values."""
        cells = [Cell(address, field, text) for (address, field), text in values.items()]
        enter(self.database, self.code, Edits(cells=cells), self.act(**act))

    def duties(
        self, duties: Mapping[str, tuple[str, ...]], assessors: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        """Settle by department which items it is responsible for, and by item who marks."""
        settled = [Duty(item, "2018-09-01", name, due="2019-09-10") for name, items in duties.items() for item in items]
        settled += [Duty(item, "2018-09-01", "教务处", people) for item, people in (assessors or {}).items()]
        with self.database.writing() as session:
            stored_year(session, self.code, to_write=True).write(cells_of_duties(settled), (), self.act())

    def export(self, folder: str = "发出", *, csv: bool = False, **wanted: Any) -> list[WrittenBook]:  # noqa: ANN401 words of `Wanted`
        """Write books."""
        delivery = Delivery(self.folder / folder, csv=csv, force=True)
        return export_books(self.database, self.code, Wanted(**wanted), delivery, self.act(), DAY)

    def take(self, *paths: Path, apply: bool = True, conflicts: Choice | None = None, **act: str) -> ImportReport:
        """Import books."""
        return import_books(self.database, self.code, Order(paths, apply=apply, conflicts=conflicts), self.act(**act))


def new_office(folder: Path, scheme: str, sample: Path | None = None, stage: Stage = "year") -> Office:
    """An office in a new folder, with a year if one is given."""
    folder.mkdir(parents=True, exist_ok=True)
    database = set_up(None, folder)
    act = Act("张三", "test", datetime.now(UTC))
    code = open_new(database, Opening(scheme, stage=stage), act).head.code
    if sample is not None:
        import_year(database, code, sample, act)
    return Office(folder, database, code)


class Page:
    """A sheet of a workbook as somebody edits it; cells are found by what they are, not by where they stand."""

    def __init__(self, page: Any) -> None:  # noqa: ANN401 the library's sheets are untyped
        self.page = page
        self.columns: dict[Pointer, int] = {}
        self.rows: dict[Pointer, int] = {}
        for at in range(1, page.max_column + 1):
            text = page.cell(1, at).value
            if isinstance(text, str) and text != LABEL and not is_stamp(text):
                self.columns[read_tag(text).pointer] = at
        for at in range(2, page.max_row + 1):
            text = page.cell(at, 1).value
            if isinstance(text, str) and "~" in text:
                self.rows[read_tag(text).pointer] = at

    @property
    def rows_top(self) -> int:
        """The row of the visible headings."""
        return min(self.rows.values()) - 1

    def cell(self, unit: str, node: str, name: str, field: str = "", record: int = 0) -> Any:  # noqa: ANN401 the same
        """The cell of a value."""
        wanted = Pointer(unit, node, name, "", "", record, field)
        for row, at in self.rows.items():
            for column, across in self.columns.items():
                if row.joined(column) == wanted:
                    return self.page.cell(at, across)
        message = f"{wanted} stands nowhere on {self.page.title}"
        raise KeyError(message)


def edited(path: Path, edit: Callable[[Any], None], to: Path | None = None) -> Path:
    """Open a workbook, do something to it, and save it as `to`, or over itself."""
    book = openpyxl.load_workbook(path)
    edit(book)
    target = to or path
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)
    return target


def page_with(book: Any, unit: str, node: str, name: str) -> Page:  # noqa: ANN401 the library's books are untyped
    """The sheet of a workbook on which a value has its cell."""
    for one in book.worksheets:
        if isinstance(one["A1"].value, str) and is_stamp(one["A1"].value):
            page = Page(one)
            try:
                page.cell(unit, node, name)
            except KeyError:
                continue
            return page
    message = f"{unit}/{node}/{name} stands on no sheet"
    raise KeyError(message)
