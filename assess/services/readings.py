"""The register of readings, and what this year's result would be under each alternative, one at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from assess.engine.outcome import Outcome
from assess.engine.sensitivity import Comparison, compare
from assess.ground.place import Problem, ProblemsError, Severity
from assess.scheme.reading.building import build_scheme
from assess.scheme.scheme import Choice, Reading
from assess.services.scoring import scored
from assess.services.source import Source, open_year, year_of
from assess.year.misfit import Misfit, misfit

#: What an alternative does to ranks, grades and points, or why that cannot be said.
Effect = Literal["places", "points", "nothing", "incomplete", "misfit", "broken"]

#: Called with: alternatives computed, alternatives in all, the one computed last.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another answer to a reading's question: either what it changes, or why it cannot be computed.

    `misfit`: the evidence has to be entered otherwise; `broken`: the scheme itself is wrong under it.
    """

    choice: Choice
    comparison: Comparison | None = None
    misfit: Misfit | None = None
    broken: tuple[Problem, ...] = ()

    @property
    def effect(self) -> Effect:
        """What comes of it, in one word."""
        if self.comparison is None:
            return "broken" if self.misfit is None else "misfit"
        return "incomplete" if self.comparison.gaps else self.comparison.effect


@dataclass(frozen=True, slots=True)
class RegisteredReading:
    """A reading with its alternatives to the choice in force."""

    reading: Reading
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """All readings of a scheme, and the outcome under those in force."""

    outcome: Outcome
    readings: tuple[RegisteredReading, ...]


def register(source: Source, readings: Mapping[str, str] | None = None, progress: Progress | None = None) -> Register:
    """Compute every alternative; raise `ProblemsError` when the scheme or the evidence has errors as it is."""
    year = open_year(source, readings)
    scheme = year.scheme
    computer = _Alternatives(source, {**source.readings, **(readings or {})}, scored(year))
    total = sum(len(reading.choices) - 1 for reading in scheme.readings.values())
    done = 0
    registered = []
    for reading in scheme.readings.values():
        alternatives = []
        for choice in reading.choices.values():
            if choice.id != reading.chosen:
                alternatives.append(computer.alternative(reading, choice))
                done += 1
                if progress is not None:
                    progress(done, total, f"{reading.id}={choice.id}")
        registered.append(RegisteredReading(reading, tuple(alternatives)))
    return Register(computer.outcome, tuple(registered))


@dataclass(frozen=True, slots=True)
class _Alternatives:
    """Computes alternatives from a source that is read once."""

    source: Source
    readings: dict[str, str]
    outcome: Outcome

    def alternative(self, reading: Reading, choice: Choice) -> Alternative:
        """What changes with this choice, everything else as it is in force."""
        base = self.outcome.scheme
        try:
            scheme = build_scheme(self.source.scheme, self.readings | {reading.id: choice.id}, base.by_default or base)
        except ProblemsError as error:
            return Alternative(choice, broken=error.problems)
        try:
            return Alternative(choice, comparison=compare(self.outcome, scored(year_of(self.source, scheme))))
        except ProblemsError as error:
            errors = [problem for problem in error.problems if problem.severity is Severity.ERROR]
            return Alternative(choice, misfit=misfit(errors, self.source.evidence, scheme))
