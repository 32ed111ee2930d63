"""How far a cycle is, as CSV for Excel and WPS."""

from collections.abc import Iterator

from assess.cli.views.past import local_time
from assess.reports.csv_table import as_text, csv_bytes
from assess.services.cycles.status.progress import CycleStatus, Due
from assess.workbooks.slice import NOBODY

_COUNTED = ("牵头部门", "单位编号", "单位", "章节", "应填", "已填", "缺", "完成百分率", "最近填报")
_MISSING = (
    *("牵头部门", "单位编号", "单位", "章节", "指标", "数据", "计量单位", "允许", "出处", "评分人", "截止日期", "地址"),
)


def as_csv(status: CycleStatus, *, listed: bool) -> bytes:
    """A line for each department, unit and chapter; with `listed` one for each missing value."""
    if listed:
        return csv_bytes(_MISSING, (map(as_text, _missing(one)) for one in status.missing))
    return csv_bytes(_COUNTED, _counted(status))


def _counted(status: CycleStatus) -> Iterator[tuple[str, ...]]:
    rows = status.by(lambda one: (one.responsible.department or NOBODY, one.unit.id, one.unit.name, one.chapter))
    for words, one in rows.items():
        counts = map(str, (one.due, one.entered, one.missing, one.percent))
        yield (*map(as_text, words), *counts, local_time(one.moved) if one.moved else "")


def _missing(one: Due) -> Iterator[str]:
    question, responsible = one.question, one.responsible
    yield from (responsible.department or NOBODY, one.unit.id, one.unit.name, one.chapter)
    yield from (question.above or question.owner, question.label, question.measure, question.allowed, question.clause)
    yield from ("、".join(responsible.assessors), responsible.due, str(question.address))
