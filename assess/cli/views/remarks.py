"""What stands around a result: made-up data, readings that depart from the default, what is missing."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from assess.cli.screen import say, screen
from assess.engine.outcome import NOBODY_COUNTS
from assess.ground.place import Problem, Severity, place_order
from assess.scheme.scheme import Scheme
from assess.words.explanation import rounding_lines
from assess.year.evidence import Evidence

if TYPE_CHECKING:
    from rich.console import Console

#: Most missing values of a database that are all listed, and how many of more.
_MOST_LACKING, _FIRST_LACKING = 20, 5


def title_lines(evidence: Evidence, scheme: Scheme) -> Iterator[str]:
    """What was scored by which scheme; made-up data is named as such."""
    yield scheme.title
    made_up = "【虚构数据，不是真实的考核结果】" if evidence.made_up else ""
    if made_up or evidence.title not in ("", scheme.title):
        yield f"{evidence.title}{made_up}"


def departure_lines(scheme: Scheme) -> list[str]:
    """One line for each reading that is not the default; none when all are."""
    return [
        f"{reading.id}={reading.chosen}（{reading.choices[reading.chosen].label}；"
        f"默认{reading.default}：{reading.choices[reading.default].label}）"
        for reading in scheme.departures
    ]


def show_departures(console: "Console", scheme: Scheme) -> None:
    """Say which readings in force are not the default."""
    lines = departure_lines(scheme)
    if lines:
        say(console, "采用的非默认理解：", style="yellow")
    for line in lines:
        say(console, line, indent=2, hanging=2)


def show_rounding(console: "Console", scheme: Scheme) -> None:
    """Say why points may not add up to the last place, where that can be."""
    for line in rounding_lines(scheme):
        say(console, line, style="dim")


def report_problems(problems: Iterable[Problem]) -> None:
    """Write problems that did not stop the work to standard error: by kind, a line each; reminders last."""
    console = screen(errors=True)
    listed = sorted(problems, key=place_order)
    lacking = [one for one in listed if one.severity is Severity.MISSING]
    _show_lacking(console, [one for one in lacking if one.code != NOBODY_COUNTS])
    _show(console, "没有有效的票或评分", [one for one in lacking if one.code == NOBODY_COUNTS])
    _show(console, "提示", [one for one in listed if one.severity is Severity.WARNING and not one.is_reminder])
    reminders = [one for one in listed if one.is_reminder]
    if reminders:
        from assess.cli.views.reminders import show_reminders  # quotes as YAML does, which takes its time to load

        show_reminders(console, reminders)


def _show_lacking(console: "Console", lacking: Sequence[Problem]) -> None:
    """In a year that is being filled in they are hundreds: of a database the first, and where all are listed."""
    kept = [one for one in lacking if one.place is not None and one.place.title]
    if len(kept) <= _MOST_LACKING:
        _show(console, "缺项", lacking)
        return
    units = len({one.address.unit for one in lacking if one.address is not None})
    say(console, f"缺项共{len(lacking)}处，涉及{units}个单位，这里只列出前{_FIRST_LACKING}处：", style="yellow")
    for problem in lacking[:_FIRST_LACKING]:
        say(console, line_of(problem), indent=2, hanging=2)
    say(console, "各单位、各部门缺多少：assess cycle status；逐项列出：assess cycle status --list")


def _show(console: "Console", label: str, found: Sequence[Problem]) -> None:
    if found:
        say(console, f"{label}共{len(found)}处：", style="yellow")
    for problem in found:
        say(console, line_of(problem), indent=2, hanging=2)


def line_of(problem: Problem) -> str:
    """A problem as one line."""
    where = f"{problem.place}: " if problem.place else ""
    hint = f"（{problem.hint}）" if problem.hint else ""
    return f"{where}{problem.text}{hint}"
