"""How far a cycle is, on a terminal."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from assess.cli.screen import Prose, new_table, say, show_table
from assess.cli.views.past import local_time
from assess.cli.views.remarks import line_of
from assess.services.cycles.status.progress import CycleStatus, Due, Progress
from assess.workbooks.slice import NOBODY

if TYPE_CHECKING:
    from rich.console import Console

#: Of a kind of reminders this many are listed: a new year has one for every unit that is not there yet.
_MOST_ALIKE = 3


def show_status(console: "Console", status: CycleStatus, *, listed: bool) -> None:
    """Write the totals, or with `listed` every missing value; then what else is open."""
    total = status.total
    say(console, f"{status.head.title}（{status.head.code}）", style="bold")
    said = f"应填{total.due}项，已填{total.entered}项，" + (f"缺{total.missing}项" if total.missing else "没有缺的")
    say(console, f"{said}，完成{total.percent}%" + (f"；最近填报：{_moment(total)}" if total.moved else ""))
    if listed:
        _show_missing(console, status)
    else:
        _show_progress(console, "牵头部门", ((name or NOBODY, one) for name, one in status.departments.items()))
        _show_progress(console, "单位", ((unit.name, one) for unit, one in status.units.items()))
        _show_progress(console, "章节", status.chapters.items())
    _show_open(console, status)


def _show_progress(console: "Console", heading: str, rows: Iterable[tuple[str, Progress]]) -> None:
    table = new_table()
    table.add_column(heading)
    for name in ("应填", "已填", "缺", "完成"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("最近填报", no_wrap=True)
    for name, one in rows:
        counts = (one.due, one.entered, one.missing or "")
        table.add_row(Prose(name), *map(str, counts), f"{one.percent}%", _moment(one))
    console.print()
    show_table(console, table)


def _moment(progress: Progress) -> str:
    """To the minute."""
    return local_time(progress.moved).rpartition(":")[0] if progress.moved else ""


def _show_missing(console: "Console", status: CycleStatus) -> None:
    """By department, by unit, in the order of the document: a line a value."""
    by_department: dict[str, list[Due]] = {}
    for one in status.missing:
        by_department.setdefault(one.responsible.department, []).append(one)
    for department in filter(by_department.get, status.departments):
        dues = by_department[department]
        console.print()
        say(console, f"{department or NOBODY}：缺{len(dues)}项", style="bold")
        for unit, of_unit in groupby(dues, key=lambda one: one.unit):
            say(console, unit.name, indent=2)
            for one in of_unit:
                say(console, _line(one), indent=4, hanging=2)


def _line(due: Due) -> str:
    question, responsible = due.question, due.responsible
    notes = [question.allowed or question.measure, question.clause]
    if responsible.assessors:
        notes.append(f"{'、'.join(responsible.assessors)}评分")
    if responsible.due:
        notes.append(f"{responsible.due}截止")
    inside = "；".join(filter(None, notes))
    return f"{question.above or question.owner}：{question.label}" + (f"（{inside}）" if inside else "")


def _show_open(console: "Console", status: CycleStatus) -> None:
    if status.problems:
        console.print()
        say(console, f"另外有{len(status.problems)}处：", style="yellow")
    for problem in status.problems:
        say(console, line_of(problem), indent=2, hanging=2)
    unconfirmed = [one for one in status.reminders if one.problem.confirmed is None]
    if not status.reminders:
        return
    console.print()
    say(console, f"提醒共{len(status.reminders)}条，{len(unconfirmed)}条还没有确认：", style="yellow")
    of_code = Counter[str]()
    for one in unconfirmed:
        of_code[one.problem.code] += 1
        if of_code[one.problem.code] <= _MOST_ALIKE:
            hint = f"（{one.problem.hint}）" if one.problem.hint else ""
            say(console, f"{one.number}. {one.problem.text}{hint}", indent=2, hanging=4)
    more = sum(max(0, count - _MOST_ALIKE) for count in of_code.values())
    if more:
        say(console, f"还有{more}条与上面的同类，用 assess entry confirm 全部列出。", indent=2)
    if unconfirmed:
        say(console, "填错的请改正；核对无误的：assess entry confirm 序号 --reason 理由 --by 姓名")
