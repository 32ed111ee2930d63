"""What is missing as workbooks to send around: one for each department, with a sheet to be filled in."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from assess.disk.writing import write_files
from assess.ground.sheet import Column, Notes, Sheet
from assess.services.cycles.status.progress import CycleStatus, Due

#: What stands for the department of what nobody is responsible for.
NOBODY = "未分工"
_SHEET = "待填"
_COLUMNS = (
    Column("单位", 16, fixed=True),
    Column("章节", 20, fixed=True),
    Column("指标", 30, fixed=True),
    Column("数据", 24, fixed=True),
    Column("填写", 18),
    Column("计量单位", 10, fixed=True),
    Column("允许", 24, fixed=True),
    Column("出处", 20, fixed=True),
    Column("评分人", 16, fixed=True),
    Column("截止日期", 12, fixed=True),
)
_SENTENCES = (
    f"请在“{_SHEET}”表的“填写”一栏填写，其他各栏不用改；确实没有成果或事件的，填“无”。",
    "成果要逐项写明类别、级别、名称、人员、日期和文件，可以另附一张表。",
    "填好后由负责人签字、部门盖章，交回目标办录入。",
)


def write_books(status: CycleStatus, folder: Path) -> list[Path]:
    """Write a workbook for each department that something is missing of, all of them or none; return the files.

    Raises `OutsideError`.
    """
    from assess.reports.file_names import distinct, safe
    from assess.reports.workbook import workbook_bytes

    missing: dict[str, list[Due]] = {}
    for one in status.missing:
        missing.setdefault(one.responsible.department, []).append(one)
    names = distinct((f"{_SHEET}-{safe(department or NOBODY)}" for department in missing), ".xlsx")
    books = {
        name: workbook_bytes([_notes(status, department, dues), Sheet(_SHEET, _COLUMNS, list(_rows(dues)))])
        for name, (department, dues) in zip(names, missing.items(), strict=True)
    }
    write_files(folder, books)
    return [folder / name for name in books]


def _notes(status: CycleStatus, department: str, dues: Iterable[Due]) -> Notes:
    listed = list(dues)
    days = sorted({one.responsible.due for one in listed} - {""})
    named = [
        ("牵头部门", department or NOBODY),
        ("考核周期", f"{status.head.title}（{status.head.code}）"),
        ("截至", status.day),
        ("待填", f"{len(listed)}项"),
    ]
    if days:
        named.append(("截止日期", "、".join(days)))
    return Notes("说明", f"{status.head.title}：待填的数据", named, _SENTENCES)


def _rows(dues: Iterable[Due]) -> Iterator[list[str | None]]:
    for one in dues:
        question, responsible = one.question, one.responsible
        yield [
            one.unit.name,
            one.chapter,
            question.above or question.owner,
            question.label,
            None,
            question.measure,
            question.allowed,
            question.clause,
            "、".join(responsible.assessors),
            responsible.due,
        ]
