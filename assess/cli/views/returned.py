"""What sheets that came back would change, or have changed, on a terminal."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from assess.cli.screen import say, screen
from assess.ground.numbers import plain_or_none
from assess.ground.place import Place, Problem
from assess.services.cycles.moving import Moved
from assess.services.workbooks.reports import BookReport, ImportReport, ToldDifference
from assess.workbooks.taking_back.comparing import KIND_WORDS, Kind

if TYPE_CHECKING:
    from rich.console import Console

#: Most lines of a kind that are listed unless all are wanted.
_MOST = 12
_NOTHING = "未填"


def show_report(report: ImportReport, *, everything: bool, wanted: bool) -> None:
    """Write the report. `wanted`: whether the import was to be done."""
    console = screen()
    most = 10**9 if everything else _MOST
    for book in report.books:
        _show_book(console, book, most)
    _listed(console, "提醒（导入后请核对，确认用 assess entry confirm）", report.reminders, most)
    _show_moved(console, report, most)
    _listed(console, "错误", [one for one in report.problems if one.severity == "error"], most)
    _listed(console, "说明", [one for one in report.problems if one.severity != "error"], most)
    say(console, _ending(report, wanted=wanted), style="bold")


def _show_book(console: "Console", book: BookReport, most: int) -> None:
    counts = "，".join(f"{KIND_WORDS[kind]}{number}格" for kind, number in sorted(book.counts.items()))
    counts = "，".join(filter(None, (counts, f"新登记{len(book.new_records)}项" if book.new_records else "")))
    say(console, f"{book.label}（{book.file}）：{counts or '没有不同'}", style="bold")
    if book.outdated:
        say(console, "  这份表比已经收过的旧：与现在不同的都列为冲突。", hanging=2)
    _some(console, [_difference(one) for one in book.differences], most)
    _some(console, [f"{_cell(place)}  新登记  {text}" for place, text in book.new_records], most)
    _some(console, [_remark(one) for one in book.remarks], most)
    outside = [f"{_cell(one.place)}  {'批注' if one.comment else '表外内容'}  {one.text}" for one in book.outside]
    _some(console, outside, most)


def _difference(one: ToldDifference) -> str:
    old, new = (_NOTHING if text is None else " ".join(text.split("\n")) for text in (one.old, one.new))
    then = ""
    if one.kind is Kind.CONFLICT:
        then = f"（发出时是{_NOTHING if one.then is None else one.then}）"
    return f"{_cell(one.place)}  {KIND_WORDS[one.kind]}  {one.title}：{old} → {new}{then}"


def _remark(problem: Problem) -> str:
    hint = f"（{problem.hint}）" if problem.hint else ""
    return f"{_cell(problem.place)}  {problem.text}{hint}"


def _cell(place: Place | None) -> str:
    if place is None:
        return ""
    return f"{place.sheet}!{place.cell}" if place.cell else place.sheet or str(place)


def _some(console: "Console", lines: Sequence[str], most: int) -> None:
    for line in lines[:most]:
        say(console, f"  {line}", hanging=4)
    if len(lines) > most:
        say(console, f"  还有{len(lines) - most}处没有列出，全部列出请加 --all")


def _listed(console: "Console", title: str, problems: Sequence[Problem], most: int) -> None:
    if not problems:
        return
    say(console, f"{title}：{len(problems)}处", style="bold")
    _some(
        console,
        [str(one.place or "") + "  " + one.text + (f"\n    → {one.hint}" if one.hint else "") for one in problems],
        most,
    )


def _show_moved(console: "Console", report: ImportReport, most: int) -> None:
    if report.locked:
        needed = "" if report.applied else "这是更正，要写 --number 更正单号 --reason 理由。"
        say(console, f"已锁：{'、'.join(report.locked)}。{needed}", style="bold")
    others = [one for one in report.moved if not one.touched]
    if not report.moved:
        return
    say(console, f"得分、名次变动的单位：{len(report.moved)}个，其中没有改数据、跟着变的{len(others)}个", style="bold")
    _some(console, list(map(_move, report.moved)), most)


def _move(one: Moved) -> str:
    words = [f"总分{_points(one.total[0])}→{_points(one.total[1])}"] if one.total[0] != one.total[1] else []
    if one.rank[0] != one.rank[1]:
        words.append(f"名次{one.rank[0] or '—'}→{one.rank[1] or '—'}")
    if one.grade[0] != one.grade[1]:
        words.append(f"拟定{one.grade[0] or '—'}→{one.grade[1] or '—'}")
    items = [f"{item.label} {_points(item.before)}→{_points(item.after)}" for item in one.items]
    return f"{one.name}{'' if one.touched else '（跟着变）'}：{'，'.join([*words, *_short(items)])}"


def _short(items: Iterable[str]) -> list[str]:
    listed = list(items)
    return listed if len(listed) <= 3 else [*listed[:3], f"等{len(listed)}项"]  # noqa: PLR2004 a line of a terminal


def _points(points: object) -> str:
    return plain_or_none(points) or "—"  # type: ignore[arg-type]  # points are fractions or None


def _ending(report: ImportReport, *, wanted: bool) -> str:
    if report.failed:
        return "有错误，没有导入任何一格。请改正（或退回部门改正）后再收。"
    if report.applied:
        return f"已导入。全年还缺{report.missing}项，用 assess cycle status 看。"
    if wanted:
        return "没有导入。"
    if all(book.changes_nothing for book in report.books):
        return "没有不同，不用导入。要把这些表记为已收的，加 --apply。"
    if report.conflicts:
        said = f"以上是预览，还没有导入。有{report.conflicts}处冲突，逐处核对以后再导入："
        return f"{said}加 --apply --conflicts returned（以表为准），或 kept（保留现在的）。"
    return "以上是预览，还没有导入。核对无误后加 --apply 再运行一次。"
