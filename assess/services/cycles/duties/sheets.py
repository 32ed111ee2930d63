"""The duties of a cycle as a sheet: out as workbook or CSV, and back when an office has filled it in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from assess.disk.writing import write_file
from assess.files.files import read_bytes
from assess.files.table_file import read_table_file
from assess.files.workbook import read_workbook, with_days
from assess.ground.findings import Findings
from assess.ground.headed import Record, records
from assess.ground.place import Place, Problem, ProblemsError, raise_errors
from assess.ground.sheet import Column, Notes, Sheet
from assess.ground.tree import Rows, Table, Text, Tree
from assess.services.cycles.duties.book import DutyBook, duty_book
from assess.services.cycles.duties.settling import Order, Settled, settle
from assess.services.wanted_file import require_ending, require_free
from assess.storage.acts import Act
from assess.storage.database import Database
from assess.year.duties import Duty

#: What the sheet is called, and its columns.
SHEET = "考核分工"
ITEM, DEPARTMENT, ASSESSORS, DUE, FROM, REASON = "指标", "牵头部门", "评分人", "截止日期", "自…起", "原因"
COLUMNS = (ITEM, DEPARTMENT, ASSESSORS, DUE, FROM, REASON)
_WIDTHS = (44, 20, 24, 14, 14, 30)
_SPARE = 20
_KINDS = (".xlsx", ".csv")
_BETWEEN = re.compile(r"[、，,；;\n]+")


def export_duties(database: Database, code: str, path: Path, *, force: bool = False) -> int:
    """Write the duties to `path`, in place of a file there only by `force`; return how many they are.

    Chapters without a duty stand there as well, to be filled in. Raises `OutsideError`, and `ProblemsError` for a file
    of another kind.
    """
    require_ending(path, SHEET, _KINDS)
    require_free(path, force=force)
    book = duty_book(database, code)
    rows = list(rows_of(book, book.duties)) + [[book.items.name(word), *[""] * 5] for word in _open(book)]
    write_file(path, as_csv(rows) if path.suffix.lower() == ".csv" else _workbook(book, rows))
    return len(book.duties)


def rows_of(book: DutyBook, duties: Iterable[Duty]) -> Iterator[list[str]]:
    """A row each, in the order of `COLUMNS`."""
    for one in duties:
        name = book.items.name(one.item)
        yield [name, one.department, "、".join(one.assessors), one.due, one.valid_from, one.reason]


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows below their headings."""
    from assess.reports.csv_table import as_text, csv_bytes

    return csv_bytes(COLUMNS, (map(as_text, row) for row in rows))


def _open(book: DutyBook) -> list[str]:
    settled = {one.item for one in book.duties}
    return [word for word in book.items.wide if word not in settled]


def _workbook(book: DutyBook, rows: Sequence[Sequence[str]]) -> bytes:
    from assess.reports.workbook import workbook_bytes

    columns = tuple(Column(title, width) for title, width in zip(COLUMNS, _WIDTHS, strict=True))
    notes = Notes("说明", f"{book.title}：{SHEET}", [("考核周期", book.code)], _SENTENCES)
    return workbook_bytes([notes, Sheet(SHEET, columns, rows, spare=_SPARE)])


_SENTENCES = (
    f"一行是一项分工。“{ITEM}”写指标、指标组、组成部分或指标表的编号或名称，全部写“全部”；近的一级没有写的，归上一级。",
    f"“{ASSESSORS}”有几个的，用“、”隔开；日期写成2019-03-01。",
    f"中途换部门的，不改原来的行，另加一行，“{FROM}”写哪一天起，“{REASON}”写为什么。",
    "只有指标、别的都空着的行，导入时不看；没有写进表里的分工保持原样。",
    "填好后用 assess duty import 导入；有一处不对就一行也不导入，并逐格列出错误。",
)


def import_duties(database: Database, code: str, path: Path, act: Act) -> Settled:
    """Settle what a sheet says, all rows or none. Raises `ProblemsError` with every mistake and its cell."""
    findings = Findings()
    book = _book(path)
    sheet = _headed(book)
    there = _there(book[sheet])
    rows = records(book, sheet, (ITEM, DEPARTMENT), findings) and records(book, sheet, there, findings)
    raise_errors(findings.problems)
    orders = [_order(row) for row in rows if any(text.strip() for name, text in row.items() if name != ITEM)]
    if not orders:
        hint = f"在{DEPARTMENT}、{ASSESSORS}或{DUE}里至少填一格"
        raise ProblemsError([Problem(Place(path.name), "no_rows", "表里没有一行填了分工", hint)])
    return settle(database, code, orders, act.of_file(path.name, read_bytes(path, str(path))))


def _book(path: Path) -> Table:
    """The sheets of a workbook, or the one of a CSV."""
    if path.suffix.lower() == ".xlsx" and path.is_file():
        book, problems = read_workbook(path, shown=with_days)
        raise_errors(problems)
        return book
    grids, problems = read_table_file(path)
    raise_errors(problems)
    sheets = {Text(one.title): Rows([Rows(row) for row in one.rows], Place(path.name)) for one in grids}
    return Table(sheets, Place(path.name))


def _headed(book: Table) -> str:
    """The sheet that has the headings; else the first one, of which it is said what it lacks."""
    return next((title for title, rows in book.items() if {ITEM, DEPARTMENT} <= {*_titles(rows)}), next(iter(book), ""))


def _titles(rows: Tree) -> list[str]:
    first = rows[0] if isinstance(rows, Rows) and rows else None
    return [cell.strip() for cell in first if isinstance(cell, Text)] if isinstance(first, Rows) else []


def _there(rows: Tree) -> list[str]:
    """The columns that are there; a sheet of one's own may do with fewer."""
    titles = _titles(rows)
    return [name for name in COLUMNS if name in titles]


def _order(row: Record) -> Order:
    assessors = row.get(ASSESSORS)
    return Order(
        item=row[ITEM],
        department=row[DEPARTMENT],
        assessors=None if assessors is None else _names(assessors),
        due=row.get(DUE),
        valid_from=_said(row.get(FROM)),
        reason=row.get(REASON),
    )


def _names(cell: Text) -> list[Text]:
    return [Text(name, cell.place) for name in _BETWEEN.split(cell) if name.strip()]


def _said(cell: Text | None) -> Text | None:
    return cell if cell is not None and cell.strip() else None
