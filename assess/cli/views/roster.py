"""What an office's own list of units would change, or has changed: on a terminal, and for other programs."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from assess import __version__
from assess.cli.screen import Prose, new_table, say, screen, show_table
from assess.cli.views.entered import show_changes
from assess.ground.place import Place, Problem
from assess.services.cycles.telling import ToldChange, told_changes
from assess.services.cycles.units.importing import RosterReport

if TYPE_CHECKING:
    from rich.console import Console

    from assess.services.source import OpenYear
    from assess.year.evidence import Unit

_COLUMNS = ("编号", "单位", "简称", "类型", "指标表", "负责人", "联系人", "属性")
#: Columns that stand there in any case.
_ALWAYS = 2
#: What is said first of a list, and last; "" is anything else.
_ORDER = ("count_differs", "other_name", "", "understood")


def show_roster(report: RosterReport, file: str) -> None:
    """Write the report on `file`."""
    console = screen()
    changes = _changes(report)
    touched = len({one.address.unit for one in changes})
    if not report.failed:
        counts = f"{report.rows}个单位，其中新的{len(report.new)}个，有改动的{touched}个"
        say(console, f"{file}：读到{counts}", style="bold")
        _show_new(console, report)
        if changes:
            show_changes(console, changes)
    _listed(console, "说明，请核对", sorted(report.remarks, key=_urgency))
    if report.absent and not report.failed:
        say(console, f"考核周期里有、名单里没有的单位，没有动：{'、'.join(report.absent)}", hanging=2)
    _listed(console, "错误", report.problems)
    say(console, _ending(report), style="bold")


def _changes(report: RosterReport) -> list[ToldChange]:
    """What changes of units that were there before."""
    return (
        [] if report.step is None else [one for one in told_changes(report.step) if one.address.unit not in report.new]
    )


def _new(report: RosterReport) -> "list[Unit]":
    if report.step is None:
        return []
    by_id = {one.id: one for one in report.step.after.evidence.units}
    return [by_id[unit] for unit in report.new]


def _show_new(console: "Console", report: RosterReport) -> None:
    units = _new(report)
    if not units or report.step is None:
        return
    rows = [_row(one, report.step.after) for one in units]
    kept = [place for place in range(len(_COLUMNS)) if place < _ALWAYS or any(row[place] for row in rows)]
    table = new_table()
    for place in kept:
        table.add_column(_COLUMNS[place], no_wrap=place == 0)
    for row in rows:
        table.add_row(row[0], *(Prose(row[place]) for place in kept[1:]))
    show_table(console, table)


def _row(unit: "Unit", year: "OpenYear") -> list[str]:
    table = "" if unit.table is None else year.scheme.trees[unit.table].label.partition("（")[0]
    kind = year.scheme.unit_types[unit.type].label
    attributes = "、".join(unit.attributes.values())
    return [unit.id, unit.name, unit.short, kind, table, unit.head, unit.contact, attributes]


def _listed(console: "Console", title: str, problems: Sequence[Problem]) -> None:
    if not problems:
        return
    say(console, f"{title}：{len(problems)}处", style="bold")
    for one in dict.fromkeys(problems):
        hint = f"（{one.hint}）" if one.hint else ""
        say(console, f"  {_where(one.place)}  {one.text}{hint}", hanging=4)


def _urgency(remark: Problem) -> int:
    """What may be a mistake comes first, what was read as it is plainly meant last."""
    return _ORDER.index(remark.code) if remark.code in _ORDER else _ORDER.index("")


def _where(place: Place | None) -> str:
    if place is None:
        return ""
    return str(place).removeprefix(f"{place.source} ")


def _ending(report: RosterReport) -> str:
    if report.failed:
        return "有错误，一个单位也没有导入。请在名单里改正后再导入。"
    if report.step is None or not report.step.changes:
        return "没有不同，不用导入。"
    if report.applied:
        return "已导入。下一步：assess unit list 看单位，assess workbook export 发出表格。"
    return "以上是预览，还没有导入。核对无误后加 --apply 再运行一次。"


def as_document(report: RosterReport) -> dict[str, Any]:
    """The same for other programs."""
    return {
        "assess": __version__,
        "applied": report.applied,
        "rows": report.rows,
        "new": [{"id": one.id, "name": one.name, "type": one.type, "table": one.table} for one in _new(report)],
        "changes": [
            {"unit": one.address.unit, "title": " ".join(one.title), "old": one.old, "new": one.new}
            for one in _changes(report)
        ],
        "not_listed": report.absent,
        "remarks": list(_documents(report.remarks)),
        "problems": list(_documents(report.problems)),
    }


def _documents(problems: Iterable[Problem]) -> Iterable[dict[str, Any]]:
    for one in problems:
        place = None if one.place is None else str(one.place)
        yield {"place": place, "code": one.code, "text": one.text, "hint": one.hint}
