"""What departments really send back: moved, sorted, merged, renamed, in old formats, twice, with remarks beside."""

import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from assess.ground.address import Address
from assess.services.workbooks.reports import ImportReport
from assess.workbooks.taking_back.comparing import Kind
from tests.office import converted
from tests.office_year import Office, Page, edited, page_with

#: A value of the department 人事处 that the tests change: what it is, and what it becomes.
STUDENTS = ("college_a", "K3.1", "students")


def kinds(report: ImportReport) -> list[tuple[Kind, str | None, str | None]]:
    """What becomes of values, over all books."""
    return [(one.kind, one.old, one.new) for book in report.books for one in book.differences]


def codes(report: ImportReport) -> list[str]:
    """What is wrong."""
    return [one.code for one in report.problems]


@pytest.fixture
def book(office: Office) -> Path:
    """The book of 人事处."""
    (written,) = office.export(department="人事处")
    return written.files[0]


def set_cell(where: tuple[str, str, str], value: object) -> Callable[[Any], None]:
    """Type a value into the cell of another one."""

    def edit(workbook: Any) -> None:  # noqa: ANN401 the library's books are untyped
        page_with(workbook, *where).cell(*where).value = value

    return edit


def test_a_preview_writes_nothing_and_the_import_all_of_it(office: Office, book: Path) -> None:
    """The cell, old and new; then it is there, from this file and slice."""
    edited(book, set_cell(STUDENTS, 1500))
    before = office.values()
    preview = office.take(book, apply=False)
    (difference,) = preview.books[0].differences
    assert (difference.kind, difference.old, difference.new) == (Kind.CHANGED, "1386", "1500")
    assert difference.title.startswith("二级学院甲 K3.1 专业教师生师比 学生数")
    assert str(difference.place).startswith(f"{book.name} K3 师资队伍!")
    assert (preview.applied, office.values()) == (False, before)
    assert office.take(book).applied
    assert office.value(*STUDENTS) == "1500"
    assert kinds(office.take(book)) == []


def test_the_name_of_a_file_does_not_matter_and_a_folder_is_taken_whole(office: Office) -> None:
    """Sorted by slice; what is no book is passed over, the same file twice is taken once."""
    office.export(each="department")
    inbox = office.folder / "收回" / "邮件"
    inbox.mkdir(parents=True)
    for number, path in enumerate(sorted((office.folder / "发出").iterdir())):
        shutil.copy(path, inbox / f"附件{number}.xlsx")
    shutil.copy(inbox / "附件0.xlsx", inbox / "附件0(1).xlsx")
    (inbox / "~$附件1.xlsx").write_bytes(b"lock")
    (inbox / "通知.docx").write_bytes(b"PK")
    report = office.take(office.folder / "收回")
    assert codes(report) == ["same_file"]
    assert [str(book.part) for book in report.books] == sorted(str(book.part) for book in report.books)
    assert len(report.books) == 15


def test_an_inserted_column_and_a_renamed_sheet_are_followed(office: Office, book: Path) -> None:
    """What stands in the column is listed, and nothing is lost."""

    def edit(workbook: Any) -> None:  # noqa: ANN401
        page = page_with(workbook, *STUDENTS)
        page.cell(*STUDENTS).value = 1500
        page.page.insert_cols(9)
        page.page.cell(page.rows_top + 1, 9).value = "已核对"
        page.page.title = "Sheet1"

    edited(book, edit)
    report = office.take(book)
    assert kinds(report) == [(Kind.CHANGED, "1386", "1500")]
    assert [one.text for one in report.books[0].outside] == ["已核对"]


def move_rows(page: Any, *, hidden_too: bool) -> None:  # noqa: ANN401 the library's sheets are untyped
    """Sort the rows of a sheet the other way round, as somebody does who has marked all, or what is in sight."""
    first = next(at for at in range(2, page.max_row + 1) if page.cell(at, 1).value)
    last = max(at for at in range(2, page.max_row + 1) if page.cell(at, 1).value)
    start = 1 if hidden_too else 2
    rows = [
        [page.cell(at, column).value for column in range(start, page.max_column + 1)] for at in range(first, last + 1)
    ]
    for at, row in zip(range(first, last + 1), reversed(rows), strict=True):
        for column, value in enumerate(row, start):
            page.cell(at, column).value = value


def test_sorted_rows_are_followed_by_their_hidden_cells(office: Office, book: Path) -> None:
    """Sorted with them, nothing is other than it was."""
    edited(book, lambda workbook: move_rows(workbook["K3 师资队伍"], hidden_too=True))
    report = office.take(book)
    assert (kinds(report), codes(report)) == ([], [])


def test_rows_that_were_sorted_without_their_hidden_cells_are_refused(office: Office, book: Path) -> None:
    """No value ever comes to stand under another indicator."""
    before = office.values()
    edited(book, lambda workbook: move_rows(workbook["K3 师资队伍"], hidden_too=False))
    report = office.take(book)
    assert set(codes(report)) == {"other_row"}
    assert "可能只排序或粘贴了一部分" in report.problems[0].text
    assert (report.applied, office.values()) == (False, before)


@pytest.mark.parametrize("kind", ["xls", "ods", "xlsx"])
def test_a_book_that_libreoffice_saved_is_taken(office: Office, book: Path, kind: str) -> None:
    """Opened, changed and saved, also in the formats of old."""
    edited(book, set_cell(STUDENTS, 1500))
    saved = converted(book, kind, office.folder / "收回")
    report = office.take(saved)
    assert (kinds(report), codes(report)) == ([(Kind.CHANGED, "1386", "1500")], [])
    assert [one.text for one in report.books[0].outside] == []


def test_an_old_format_does_not_say_what_is_a_percentage_and_is_asked(office: Office) -> None:
    """0.9 for a percentage may be 0.9% or 90%."""
    where = ("college_a", "B13", "online_evaluation")
    (written,) = office.export(department="质量监督处")
    edited(written.files[0], set_cell(where, 0.9))
    report = office.take(converted(written.files[0], "xls", office.folder / "收回"))
    assert codes(report) == ["which_percent"]
    assert report.problems[0].text == "这种格式的表看不出0.9是0.9%还是90%"


def test_sheets_of_several_departments_in_one_book_are_taken_apart(office: Office) -> None:
    """Copied into one workbook, they are two slices again."""
    first, second = (office.export(department=name)[0].files[0] for name in ("人事处", "继续教育管理处"))
    edited(first, set_cell(STUDENTS, 1500))
    edited(second, set_cell(("college_a", "K2.b", "income"), 99))
    book, other = openpyxl.load_workbook(first), openpyxl.load_workbook(second)
    for sheet in other.worksheets:
        page = book.create_sheet(f"{sheet.title}（二）")
        for row in sheet.iter_rows(values_only=True):
            page.append(row)
    merged = office.folder / "合并.xlsx"
    book.save(merged)
    report = office.take(merged)
    assert codes(report) == []
    assert {(one.label, sum(one.counts.values())) for one in report.books} == {("人事处", 1), ("继续教育管理处", 1)}
    assert [one.paper.slice for one in report.books] == ["department=人事处", "department=继续教育管理处"]


def test_rows_pasted_below_each_other_on_one_sheet_are_taken_apart(office: Office) -> None:
    """With the hidden first row of each."""
    first, second = (office.export(department=name)[0].files[0] for name in ("人事处", "继续教育管理处"))
    edited(second, set_cell(("college_a", "K2.b", "income"), 99))
    book = openpyxl.load_workbook(first)
    page, other = book["K3 师资队伍"], openpyxl.load_workbook(second)["K2 社会培训"]
    below = page.max_row + 2
    for number, row in enumerate(other.iter_rows(values_only=True), below + 1):
        for column, value in enumerate(row, 1):
            page.cell(number, column).value = value
    book.save(first)
    report = office.take(first)
    assert kinds(report) == [(Kind.CHANGED, "1268000", "99")]


def test_an_old_book_after_a_newer_one_is_said_and_changes_nothing_by_itself(office: Office) -> None:
    """What differs is a conflict, which a person decides."""
    old = edited(office.export("一", department="人事处")[0].files[0], set_cell(STUDENTS, 1400))
    new = edited(office.export("二", department="人事处")[0].files[0], set_cell(STUDENTS, 1500))
    assert office.take(new).applied
    report = office.take(old)
    assert report.books[0].outdated
    assert kinds(report) == [(Kind.CONFLICT, "1500", "1400")]
    assert (codes(report), office.value(*STUDENTS)) == (["conflicts"], "1500")
    assert office.take(old, conflicts="kept").applied
    assert office.value(*STUDENTS) == "1500"
    assert office.take(old, conflicts="returned").applied
    assert office.value(*STUDENTS) == "1400"


def test_a_later_return_of_the_same_department_is_a_correction(office: Office, book: Path) -> None:
    """Shown old and new, and no conflict."""
    edited(book, set_cell(STUDENTS, 1500))
    assert office.take(book).applied
    later = edited(book, set_cell(STUDENTS, 1501), office.folder / "更正.xlsx")
    report = office.take(later)
    assert kinds(report) == [(Kind.CORRECTED, "1500", "1501")]
    assert office.value(*STUDENTS) == "1501"


def test_what_somebody_else_entered_meanwhile_is_a_conflict_and_a_blank_clears_nothing(office: Office) -> None:
    """A cell that was blank when it went out, and still is, leaves alone what has come since."""
    gap = ("college_f", "B4", "mark")
    assert office.value(*gap) is None
    (written,) = office.export(department="教务处")
    office.enter({(Address(*gap), ""): "1.2", (Address("college_a", "B3", "mark"), ""): "0.8"}, by="李四")
    edited(written.files[0], set_cell(("college_a", "B3", "mark"), 0.7))
    report = office.take(written.files[0])
    assert kinds(report) == [(Kind.CONFLICT, "0.8", "0.7")]
    assert report.books[0].differences[0].then == "1"
    assert office.value(*gap) == "1.2"


def test_an_old_name_of_a_unit_is_no_obstacle(office: Office, book: Path) -> None:
    """A unit that was renamed after the sheets had gone out."""
    office.enter(
        {
            (Address("college_a", "unit", "name"), ""): "智能制造学院",
            (Address("college_a", "unit", "short"), ""): "智造",
        }
    )
    edited(book, set_cell(STUDENTS, 1500))
    assert kinds(office.take(book)) == [(Kind.CHANGED, "1386", "1500")]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("１５００", "1500"),
        ("1,500", "1500"),
        ("0.15万", "1500"),
        ("1500人", "1500"),
        (" 1500\u200b", "1500"),
        (1500.0, "1500"),
        ("=1000+500", None),
        ("/", None),
        ("无", None),
        ("约1500", None),
        ("15,00", None),
        (-1, None),
        (1500.5, None),
    ],
)
def test_a_pasted_cell_is_read_as_meant_or_asked(office: Office, book: Path, typed: object, kept: str | None) -> None:
    """Whatever a drop-down or a bound would have kept out is checked again; a formula nobody computed is said."""
    edited(book, set_cell(STUDENTS, typed))
    report = office.take(book)
    assert office.value(*STUDENTS) == (kept or "1386")
    if kept is None:
        assert len(report.problems) == 1
        assert report.problems[0].hint
        assert str(report.problems[0].place).startswith(f"{book.name} K3 师资队伍!")
        assert not report.applied


def test_comments_and_notes_at_the_side_are_listed(office: Office, book: Path) -> None:
    """此数待定 is never dropped."""

    def edit(workbook: Any) -> None:  # noqa: ANN401
        page = page_with(workbook, *STUDENTS)
        page.cell(*STUDENTS).comment = Comment("此数待定", "教务处")
        page.page.cell(3, 30).value = "请尽快答复"
        workbook.create_sheet("联系方式")["A1"].value = "王老师 8123"

    edited(book, edit)
    report = office.take(book)
    assert [(one.text, one.comment) for one in report.books[0].outside] == [("请尽快答复", False), ("此数待定", True)]
    assert [one.text for one in report.problems] == ["表外内容：工作表“联系方式”不是发出的表，里面有1格内容，没有收"]
    assert report.applied


def test_merged_cells_are_refused(office: Office, book: Path) -> None:
    """Of a merged area only the first cell holds a value: the others would look cleared."""

    def edit(workbook: Any) -> None:  # noqa: ANN401
        page = page_with(workbook, *STUDENTS)
        cell = page.cell(*STUDENTS)
        page.page.merge_cells(
            start_row=cell.row, end_row=cell.row, start_column=cell.column, end_column=cell.column + 1
        )

    before = office.values()
    edited(book, edit)
    report = office.take(book)
    assert codes(report) == ["merged", "merged"]
    assert office.values() == before


def test_deleted_rows_clear_nothing_and_are_said(office: Office, book: Path) -> None:
    """Nor does a deleted column."""

    def edit(workbook: Any) -> None:  # noqa: ANN401
        page = page_with(workbook, *STUDENTS)
        page.page.delete_rows(page.cell(*STUDENTS).row)

    before = office.values()
    edited(book, edit)
    report = office.take(book)
    assert kinds(report) == []
    assert [one.code for one in report.books[0].remarks] == ["rows_gone"]
    assert office.values() == before


def test_a_cell_that_was_emptied_is_cleared(office: Office, book: Path) -> None:
    """And shown as such before."""
    edited(book, set_cell(STUDENTS, None))
    assert kinds(office.take(book)) == [(Kind.CLEARED, "1386", None)]
    assert office.value(*STUDENTS) is None


def test_a_dash_clears_nothing(office: Office, book: Path) -> None:
    """It says that nothing is entered; where something is, that is asked."""
    edited(book, set_cell(STUDENTS, "—"))
    assert codes(office.take(book)) == ["dash"]


@pytest.mark.parametrize("which", ["row", "column"])
def test_a_sheet_that_lost_its_hidden_cells_is_refused_in_one_sentence(office: Office, book: Path, which: str) -> None:
    """With what to do."""

    def edit(workbook: Any) -> None:  # noqa: ANN401
        page = workbook["K3 师资队伍"]
        if which == "row":
            page.delete_rows(1)
        else:
            page.delete_cols(1)

    edited(book, edit)
    report = office.take(book)
    assert codes(report) == ["no_identity"]
    assert "重新导出" in report.problems[0].hint


def test_a_book_of_another_cycle_is_refused(office: Office, tmp_path: Path) -> None:
    """Also of a cycle of the same name in another database."""
    from tests.office_year import DEPARTMENTS, TOP, new_office

    sample = TOP / "schemes" / "lianyungang-2018" / "sample" / "incomplete.yaml"
    other = new_office(tmp_path / "other", "lianyungang-2018", sample)
    other.duties(DEPARTMENTS)
    (written,) = other.export(department="人事处")
    report = office.take(written.files[0])
    assert codes(report) == ["other_cycle"]
    assert report.problems[0].text == "这是另一个数据库里的考核周期“2018-2019”的表，没有收"


def test_whatever_is_no_book_of_ours_is_refused_in_one_sentence(office: Office) -> None:
    """A book of one's own, a document, a damaged file."""
    own = openpyxl.Workbook()
    own.worksheets[0]["A1"].value = "教务处上报"
    own.save(office.folder / "自制.xlsx")
    (office.folder / "说明.xlsx").write_bytes(b"%PDF-1.4")
    (office.folder / "坏.xlsx").write_bytes(b"PK\x03\x04 nothing")
    (office.folder / "旧.xls").write_bytes(b"\xd0\xcf\x11\xe0 nothing")
    files = [office.folder / name for name in ("自制.xlsx", "说明.xlsx", "坏.xlsx", "旧.xls")]
    report = office.take(*files)
    assert sorted(codes(report)) == ["file_kind", "not_ours", "workbook", "workbook"]
    assert all(one.hint for one in report.problems)


def test_records_are_added_changed_and_removed_in_their_rows(office: Office) -> None:
    """A new one in a spare row; once more it is not added again, but corrected."""
    (written,) = office.export(department="科技与产业处")
    book = written.files[0]

    def add(title: str) -> Callable[[Any], None]:
        def edit(workbook: Any) -> None:  # noqa: ANN401
            page = Page(workbook["成果"])
            at = next(row for pointer, row in page.rows.items() if pointer.record == -1)
            words = {
                "@unit": "甲学院",
                "@list": "K6.a 论文、课题、奖励与专利 科研成果",
                "class": "论文",
                "level": "核心期刊论文",
            }
            words |= {"title": title, "person": "焦南乔", "date": "2019.3.5", "first": "√"}
            for pointer, column in page.columns.items():
                page.page.cell(at, column).value = words.get(pointer.field)

        return edit

    count = len([1 for at in office.values() if at[0][:2] == ("college_a", "K6.a") and at[1] == "title"])
    edited(book, add("一篇论文"))
    report = office.take(book)
    assert (codes(report), len(report.books[0].new_records)) == ([], 1)
    titles = [
        text
        for (address, field), text in office.values().items()
        if address[:2] == ("college_a", "K6.a") and field == "title"
    ]
    assert (len(titles), titles[-1]) == (count + 1, "一篇论文")
    assert office.take(book).books[0].changes_nothing
    edited(book, add("另一个题目"))
    assert kinds(office.take(book)) == [(Kind.CORRECTED, "一篇论文", "另一个题目")]

    def empty_first(workbook: Any) -> None:  # noqa: ANN401
        page = Page(workbook["成果"])
        at = next(row for pointer, row in page.rows.items() if pointer.record > 0 and pointer.unit == "college_a")
        for column in page.columns.values():
            page.page.cell(at, column).value = None

    edited(office.export("二", department="科技与产业处")[0].files[0], empty_first)
    report = office.take(office.folder / "二")
    (gone,) = report.books[0].differences
    assert (gone.kind, gone.new, gone.title.split()[-1]) == (Kind.CLEARED, None, "第1项")
    assert len([1 for at in office.values() if at[0][:2] == ("college_a", "K6.a") and at[1] == "title"]) == count


def test_nothing_and_a_record_contradict_each_other(office: Office) -> None:
    """无 beside a record is asked."""
    (other,) = office.export(department="人事处")
    where = ("college_b", "B17", "violations")
    before = office.value(*where)
    assert before == "无"

    def edit(workbook: Any) -> None:  # noqa: ANN401
        page = Page(workbook["事项"])
        at = next(row for pointer, row in page.rows.items() if pointer.record == -1)
        words = {"@unit": "乙学院", "@list": "B17 意识形态工作与师德师风 违背师德规范", "title": "第一起"}
        for pointer, column in page.columns.items():
            if pointer.field in words:
                page.page.cell(at, column).value = words[pointer.field]

    edited(other.files[0], edit)
    assert codes(office.take(other.files[0])) == ["nothing_and_record"]
    edited(other.files[0], set_cell(where, None))
    report = office.take(other.files[0])
    assert (codes(report), report.applied) == ([], True)
    assert office.value("college_b", "B17", "violations", "title", 1) == "第一起"


def test_numbers_are_kept_to_fifteen_digits(office: Office, book: Path) -> None:
    """As office programs show them."""
    edited(book, set_cell(("college_a", "K3.2", "training"), Decimal(44)))
    assert kinds(office.take(book)) == []


def test_a_sheet_that_stands_in_its_book_twice_is_taken_once_or_asked(office: Office, book: Path) -> None:
    """A copy that nobody touched has nothing to say; two answers to one question are no answer."""

    def edit(workbook: Any) -> None:  # noqa: ANN401
        page_with(workbook, *STUDENTS).cell(*STUDENTS).value = 1500
        copy = workbook.copy_worksheet(page_with(workbook, *STUDENTS).page)
        Page(copy).cell(*STUDENTS).value = 1386

    edited(book, edit)
    assert kinds(office.take(book, apply=False)) == [(Kind.CHANGED, "1386", "1500")]

    def again(workbook: Any) -> None:  # noqa: ANN401
        Page(workbook.worksheets[-1]).cell(*STUDENTS).value = 1600

    edited(book, again)
    assert codes(office.take(book)) == ["given_twice"]


def test_a_book_from_before_a_restored_backup_is_refused(office: Office, tmp_path: Path) -> None:
    """What its cells held then cannot be told any more."""
    older = office.copy(tmp_path / "older")
    office.enter({(Address("college_a", "B3", "mark"), ""): "0.8"})
    (written,) = office.export(department="人事处")
    older.enter({(Address("college_a", "B3", "mark"), ""): "0.7"})
    older.enter({(Address("college_a", "B4", "mark"), ""): "0.7"})
    assert codes(older.take(written.files[0])) == ["other_history"]
    assert codes(office.take(written.files[0])) == []
