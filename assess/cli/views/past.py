"""The history of a cycle on a terminal: a line a change, and under it who else, why and from what."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from assess.cli.screen import say
from assess.cli.views.entered import change_lines
from assess.services.cycles.past import PastValue
from assess.storage.acts import Paper
from assess.storage.history import PastChange

if TYPE_CHECKING:
    from rich.console import Console


def show_past(console: "Console", changes: Sequence[PastValue], *, more: bool) -> None:
    """Write what one person did in one step together, in the order of the step.

    `more`: whether there are changes that are not listed.
    """
    if not changes:
        say(console, "还没有修改记录。")
    for _, inside in groupby(changes, key=lambda one: _step(one.change)):
        together = list(inside)[::-1]
        say(console, "；".join(_about(together[0].change)), style="bold", hanging=2)
        for title, value in change_lines(together):
            say(console, f"  {' '.join(title)}：{value}", hanging=2)
    if more:
        say(console, "还有更早的，没有列出；加 --most 条数 可以多列。")


def _step(change: PastChange) -> tuple[object, ...]:
    """What changes of one step have in common."""
    return (change.at, change.typed_by, change.given_by, change.checked_by, change.command, change.reason, change.paper)


def _about(change: PastChange) -> Iterator[str]:
    yield f"{local_time(change.at)} {change.typed_by}（{change.command}）"
    if change.given_by:
        yield f"提供人：{change.given_by}"
    if change.checked_by:
        yield f"审核人：{change.checked_by}"
    if change.paper is not None:
        yield f"来自：{paper_words(change.paper)}"
    if change.reason:
        yield f"理由：{change.reason}"


def local_time(at: str) -> str:
    """A moment by the clock of this machine, `2026-11-27 16:30:00`."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def paper_words(paper: Paper) -> str:
    """What a file or paper was: its name, who sent it, when, its number, signed and sealed or not."""
    words = [paper.name, paper.department, paper.number, f"{paper.received_on}收到" if paper.received_on else ""]
    words += [word for word, said in (("已签字", paper.signed), ("已盖章", paper.sealed)) if said]
    return "，".join(word for word in words if word)
