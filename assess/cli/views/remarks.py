"""What stands around a result: made-up data, readings that depart from the default, what is missing."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from assess.cli.screen import say, screen
from assess.domain.evidence import Evidence
from assess.domain.explain import rounding_lines
from assess.domain.outcome import NOTHING_APPLIES, Outcome, UnitResult
from assess.domain.place import SEVERITY_LABELS, Problem, Severity, place_order
from assess.domain.scheme import Scheme

if TYPE_CHECKING:
    from rich.console import Console


def title_lines(evidence: Evidence, scheme: Scheme) -> Iterator[str]:
    """What was scored by which scheme; made-up data is named as such."""
    yield scheme.title
    made_up = "【虚构数据，不是真实的考核结果】" if evidence.made_up else ""
    if evidence.title or made_up:
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


def unsettled_of(result: UnitResult, outcome: Outcome) -> list[Problem]:
    """What keeps one unit from its total."""
    return [problem for problem in unsettled(outcome) if problem.place == result.unit.place]


def unsettled(outcome: Outcome) -> list[Problem]:
    """What keeps units from a total: inputs that are not entered, and units to which no indicator applies."""
    return [
        problem
        for problem in outcome.problems
        if problem.severity is Severity.MISSING or problem.code == NOTHING_APPLIES
    ]


def report_problems(problems: Iterable[Problem]) -> None:
    """Write problems that did not stop the work to standard error: by kind, a line each."""
    console = screen(errors=True)
    by_kind: dict[Severity, list[Problem]] = {}
    for problem in problems:
        by_kind.setdefault(problem.severity, []).append(problem)
    for severity, found in by_kind.items():
        say(console, f"{SEVERITY_LABELS[severity]}共{len(found)}处：", style="yellow")
        for problem in sorted(found, key=place_order):
            where = f"{problem.place}: " if problem.place else ""
            hint = f"（{problem.hint}）" if problem.hint else ""
            say(console, f"{where}{problem.text}{hint}", indent=2, hanging=2)
