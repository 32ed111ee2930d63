"""Reminders on a terminal: what to look at, how it is confirmed, and what people have confirmed already."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assess.cli.columns import width
from assess.cli.screen import say
from assess.cli.views.remarks import line_of
from assess.files.yaml_writing import scalar
from assess.ground.place import Problem

if TYPE_CHECKING:
    from rich.console import Console

_HOW = (
    "核对无误的，在数据文件的 confirmed: 下面照抄“- {…}”那一行，补上 by（谁确认）和 reason（理由）；"
    "值一改，就要重新确认。"
)
_CONFIDENTIAL = "评分保密，这里不写出：空着的 value 请照数据文件里的评分填，同一处有几个评分的用“、”隔开。"
_HOW_KEPT = "核对无误的，用 assess entry confirm 列出来，写明理由确认；值一改，就要重新确认。"
#: How far an entry to copy stands in.
_INDENT = 4


def show_reminders(console: "Console", reminders: Sequence[Problem]) -> None:
    """Write them in their order: the open ones with the line that confirms them, the others with who and why."""
    confirmed = sum(one.confirmed is not None for one in reminders)
    say(console, f"提醒共{len(reminders)}处（已确认{confirmed}处）：", style="yellow")
    for one in reminders:
        if one.confirmed is not None:
            where = f"{one.place}: " if one.place else ""
            by, reason = one.confirmed
            say(console, f"{where}{one.text}（已确认：{by}，{reason}）", indent=2, hanging=2, style="dim")
            continue
        say(console, line_of(one), indent=2, hanging=2)
        if _is_kept(one):
            continue
        for line in _entry(one, console.width if console.is_terminal else None):
            console.print(line, soft_wrap=True)
    if confirmed < len(reminders):
        is_kept = any(map(_is_kept, reminders))
        say(console, _HOW_KEPT if is_kept else _HOW)
        if is_kept:
            return
    if any(one.value is None and one.is_open for one in reminders):
        say(console, _CONFIDENTIAL)


def _is_kept(one: Problem) -> bool:
    """Whether it is about a value in a database, where a command confirms it."""
    return one.place is not None and bool(one.place.title)


def _entry(one: Problem, columns: int | None) -> Iterator[str]:
    """What confirms a reminder, to be copied: broken between two keys at most, so that it reads back as it is."""
    values = {"code": one.code, "address": str(one.address), "value": one.value}
    pieces = [
        f"{key}: {'' if value is None else scalar(value, flow=True, number=True)}," for key, value in values.items()
    ]
    line = f"{' ' * _INDENT}- {{{pieces[0]}"
    for piece in (*pieces[1:], "by: , reason: }"):
        if columns is not None and width(line) + 1 + width(piece) > columns:
            yield line
            line = f"{' ' * (_INDENT + 2)} {piece}"
        else:
            line = f"{line} {piece}"
    yield line
