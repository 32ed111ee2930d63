"""What a step of entering changed, and what it did to the results, on a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from assess.cli.columns import padded, width
from assess.cli.screen import say, screen
from assess.cli.views.remarks import line_of
from assess.ground.numbers import fixed, plain
from assess.ground.place import Problem
from assess.services.cycles.effects import ItemEffect, Points, UnitEffect, effects_of, wrong_elsewhere
from assess.services.cycles.stepping import Step
from assess.services.cycles.telling import ToldChange, told_changes

if TYPE_CHECKING:
    from rich.console import Console

NOT_ENTERED = "未填"
_CLEARED = "清除"
_STATUS = {"missing": "未完成", "not_applicable": "不适用", "absent": "不计"}
#: Most indicators whose points are listed.
_MOST_ITEMS = 8
#: Most errors that are listed.
_MOST_ERRORS = 8
#: Steps of a title that stand above the values: unit and indicator.
_HEAD = 2


def report_step(step: Step) -> None:
    """Write what a step changed and did to the results, on standard output."""
    console = screen()
    changes = list(told_changes(step))
    show_changes(console, changes)
    if changes:
        show_effects(console, effects_of(step), step.after.scheme.digits)
        _show_errors(console, wrong_elsewhere(step))


def show_changes(console: "Console", changes: Iterable[ToldChange]) -> None:
    """Write old and new, under unit and indicator."""
    listed = list(changes)
    if not listed:
        say(console, "没有改动：原来就是这样填的。")
    for head, inside in groupby(change_lines(listed), key=lambda one: one[0][:_HEAD]):
        say(console, " ".join(head), style="bold")
        rows = [(" ".join(title[_HEAD:]) or head[-1], value) for title, value in inside]
        columns = max(width(name) for name, _ in rows)
        for name, value in rows:
            say(console, f"  {padded(name, columns)}  {value}", hanging=columns + 2)


class Change(Protocol):
    """A value that became another one, in words."""

    @property
    def title(self) -> tuple[str, ...]:
        """What it is called, step by step."""

    @property
    def old(self) -> str | None:
        """What it was; None: nothing."""

    @property
    def new(self) -> str | None:
        """What it is; None: nothing."""

    @property
    def row(self) -> str:
        """Which row of a list it is a field of; empty: of none."""


def change_lines(changes: Sequence[Change]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Title, and old and new, of each line; a row that was added or removed whole is one."""
    for (row, was_there, is_there), inside in groupby(
        changes, key=lambda one: (one.row, one.old is not None, one.new is not None)
    ):
        listed = list(inside)
        if row and was_there != is_there and len(listed) > 1:
            whole = "；".join(f"{one.title[-1]} {one.old or one.new or ''}" for one in listed)
            yield listed[0].title[:-1], old_and_new(whole, None) if was_there else old_and_new(None, whole)
        else:
            yield from ((one.title, old_and_new(one.old, one.new)) for one in listed)


def old_and_new(old: str | None, new: str | None) -> str:
    """`1386 → 2345`; nothing is said as such."""
    before = NOT_ENTERED if old is None else _quoted(old)
    return f"{before} → {_CLEARED if new is None else _quoted(new)}"


def _quoted(text: str) -> str:
    return text or "空表"


def show_effects(console: "Console", effects: Sequence[UnitEffect], digits: int) -> None:
    """Write what became of the points of each indicator, of the total, and what is missing still."""
    for one in effects:
        for line in _lines(one, digits):
            say(console, line, hanging=2)
        for problem in one.errors:
            say(console, f"错误：{line_of(problem)}", hanging=2, style="red")


def _show_errors(console: "Console", problems: Sequence[Problem]) -> None:
    for problem in problems[:_MOST_ERRORS]:
        say(console, f"错误：{line_of(problem)}", hanging=2, style="red")
    if len(problems) > _MOST_ERRORS:
        say(console, f"另有{len(problems) - _MOST_ERRORS}处错误，计分时会全部列出")


def _lines(effect: UnitEffect, digits: int) -> Iterator[str]:
    for one in effect.items[:_MOST_ITEMS]:
        yield f"{one.label}：{_points(one.before, one.after, digits)}{_full(one)}"
    if len(effect.items) > _MOST_ITEMS:
        yield f"另有{len(effect.items) - _MOST_ITEMS}个指标用到这里的数"
    if effect.after.status == "absent":
        yield f"{effect.name}不参加考核，不计总分"
        return
    yield f"{effect.name}总分：{_points(effect.before, effect.after, digits)}（{_state(effect)}）"


def _state(effect: UnitEffect) -> str:
    """How far the unit is filled in; a group of people of which nothing counts leaves it without a total."""
    if effect.missing:
        return f"还缺{effect.missing}项"
    return "要填的都填了，但算不出总分，原因见 assess score" if effect.after.points is None else "已填全"


def _points(before: Points, after: Points, digits: int) -> str:
    old, new = _one(before, digits), _one(after, digits)
    return new if before == after or before.status == "absent" else f"{old} → {new}"


def _one(points: Points, digits: int) -> str:
    return _STATUS[points.status] if points.points is None else f"{fixed(points.points, digits)}分"


def _full(effect: ItemEffect) -> str:
    return "" if effect.full is None else f"（满分{plain(effect.full)}分）"
